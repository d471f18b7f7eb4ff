using System.Collections.Immutable;
using Site.Core.Csv;
using Site.Core.Sources;
using Site.Core.Vocabularies;

namespace Site.Privacy.Secrets;

/// <summary>Words in <c>input/</c> that the site publishes and that are therefore not private.</summary>
internal static class PublicNames
{
    private const int LargestInBytes = 8 * 1024 * 1024;

    /// <returns>Names and ids of units, of forms, tables and releases, and the words of the vocabularies.</returns>
    public static IEnumerable<string> Of(ImmutableArray<SourceFile> files) =>
        Vocabulary.Sectors.SelectMany(term => (string[])[term.Id, term.Label])
            .Concat(files.Where(file => file.Path == "input/units.csv" && file.Length <= LargestInBytes).SelectMany(Units))
            .Concat(files.Where(file => file.Path.StartsWith("input/forms/", StringComparison.Ordinal) || file.Path.StartsWith("input/releases/", StringComparison.Ordinal))
                .Select(file => file.Path.Split('/')[2]).Select(name => name.Split('.')[0]).Distinct(StringComparer.Ordinal));

    private static IEnumerable<string> Units(SourceFile file)
    {
        var rows = LenientCsv.Read(file.Load());
        var header = rows.FirstOrDefault() ?? [];
        var wanted = Enumerable.Range(0, header.Length).Where(i => header[i].Trim() is "id" or "name").ToArray();
        return rows.Skip(1).SelectMany(row => wanted.Where(i => i < row.Length).Select(i => row[i].Trim()));
    }
}
