using System.Collections.Immutable;
using Site.Model;
using Site.Model.Privacy;

namespace Site.Disclosure;

/// <summary>From the files of <c>input/</c> to everything in them that must never be published.</summary>
public static class PrivateInput
{
    /// <param name="files">All files of <c>input/</c>, in any order.</param>
    /// <returns>The private values, which can be looked for and not listed; and what cannot be read, without a value.</returns>
    /// <exception cref="IOException">The disk failed.</exception>
    public static Checked<PrivateValues> Read(ImmutableArray<SourceFile> files)
    {
        var problems = new List<Problem>();
        var written = PrivateSources.All
            .SelectMany(source => files.Where(file => source.Wants(file.Path)).SelectMany(file => source.Read(file, problems)))
            .ToList();
        var values = written.Count == 0 ? PrivateValues.None : PrivateValues.Of(written).Without(PublicNames.Of(files));
        return new(values, [.. problems]);
    }

    /// <param name="written">Values as they stand in their files.</param>
    internal static PrivateValues Of(params IEnumerable<string> written) => PrivateValues.Of(written);
}
