using System.Collections.Immutable;

namespace Site.Cli;

/// <summary>Compares the published figures of two sites.</summary>
/// <param name="Tables">Tables that came or went, with how many figures each has.</param>
/// <param name="Figures">Figures of tables that both sites have, by table, in the table's order.</param>
internal sealed record FigureChanges(ImmutableArray<FigureChange> Tables, ImmutableArray<FigureChange> Figures)
{
    public static FigureChanges Between(PublishedSite old, PublishedSite now)
    {
        var (before, after) = (FigureFiles(old), FigureFiles(now));
        var tables = before.Except(after, StringComparer.Ordinal).Select(path => new FigureChange(path, "", Count(old, path), null))
            .Concat(after.Except(before, StringComparer.Ordinal).Select(path => new FigureChange(path, "", null, Count(now, path))));
        var figures = before.Intersect(after, StringComparer.Ordinal).Where(path => old.Files[path] != now.Files[path])
            .SelectMany(path => Compare(path, PublishedFigures.Of(path, old.Load(path)), PublishedFigures.Of(path, now.Load(path))));
        return new([.. tables.OrderBy(table => table.File, StringComparer.Ordinal)], [.. figures]);
    }

    /// <returns>Tables of <c>data/*/</c>: each once, as CSV where there is one, else as JSON.</returns>
    private static string[] FigureFiles(PublishedSite site) =>
        [.. site.Files.Keys.Where(path => path.Split('/') is ["data", _, var name]
            && (name.EndsWith(".csv", StringComparison.Ordinal)
                || (name.EndsWith(".json", StringComparison.Ordinal) && name is not ("hierarchies.json" or "schema.json") && !site.Files.ContainsKey(path[..^".json".Length] + ".csv"))))];

    private static string Count(PublishedSite site, string path) => $"{PublishedFigures.Of(path, site.Load(path)).Count} 个数字";

    private static IEnumerable<FigureChange> Compare(string path, IReadOnlyDictionary<string, string> old, IReadOnlyDictionary<string, string> now) =>
        old.Keys.Concat(now.Keys.Where(key => !old.ContainsKey(key)))
            .Select(key => new FigureChange(path, key, old.GetValueOrDefault(key), now.GetValueOrDefault(key)))
            .Where(figure => figure.Old != figure.Now);
}
