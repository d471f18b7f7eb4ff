using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Site.Core.Csv;

namespace Site.Cli.Diff;

/// <summary>Compares the published figures of two sites.</summary>
/// <param name="Tables">Tables that were added or removed, with the number of their figures.</param>
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

/// <summary>A published figure that changed.</summary>
/// <param name="File">The table: <c>data/2026-week-23/sessions.csv</c>.</param>
/// <param name="Label">Which figure: its category in every dimension and its indicator.</param>
/// <param name="Old">The old value, or null where there was none.</param>
/// <param name="Now">The new value, or null where there is none.</param>
internal sealed record FigureChange(string File, string Label, string? Old, string? Now);

/// <summary>Reads the figures of a published table, each with a label that identifies it.</summary>
internal static class PublishedFigures
{
    private const string Value = "value";
    private const int LargestDepth = 16;

    /// <returns>Figures as written, in the order of the table; nothing for a file that is no table.</returns>
    public static IReadOnlyDictionary<string, string> Of(string path, byte[] bytes)
    {
        var figures = new OrderedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (label, figure) in path.EndsWith(".csv", StringComparison.Ordinal) ? OfCsv(bytes) : OfJson(bytes))
        {
            figures.TryAdd(label, figure);
        }

        return figures;
    }

    /// <summary>One figure a line: the column <c>value</c>, identified by all other columns. Without such a column every cell is a figure.</summary>
    private static IEnumerable<KeyValuePair<string, string>> OfCsv(byte[] bytes)
    {
        var rows = LenientCsv.Read(bytes);
        var head = rows.FirstOrDefault() ?? [];
        var value = Array.IndexOf(head, Value);
        foreach (var row in rows.Skip(1))
        {
            if (value >= 0 && value < row.Length)
            {
                yield return new(string.Join(" · ", row.Where((_, at) => at != value)), row[value]);
            }

            for (var at = 1; value < 0 && at < row.Length; at++)
            {
                yield return new($"{row[0]} · {(at < head.Length ? head[at] : string.Create(CultureInfo.InvariantCulture, $"{at + 1}"))}", row[at]);
            }
        }
    }

    private static IEnumerable<KeyValuePair<string, string>> OfJson(byte[] bytes)
    {
        try
        {
            using var document = JsonDocument.Parse(bytes, new() { MaxDepth = LargestDepth });
            return [.. Numbers(document.RootElement, "")];
        }
        catch (JsonException)
        {
            return [];
        }
    }

    private static IEnumerable<KeyValuePair<string, string>> Numbers(JsonElement element, string label) => element.ValueKind switch
    {
        JsonValueKind.Number => [new(label, element.GetRawText())],
        JsonValueKind.Object when element.TryGetProperty(Value, out var value) && value.ValueKind is JsonValueKind.Number or JsonValueKind.String or JsonValueKind.Null =>
            [new(Joined(label, Others(element)), value.ValueKind == JsonValueKind.Null ? "*" : value.ToString())],
        JsonValueKind.Object => element.EnumerateObject().SelectMany(property => Numbers(property.Value, Joined(label, property.Name))),
        JsonValueKind.Array => element.EnumerateArray().SelectMany((item, at) => Numbers(item,
            item.ValueKind == JsonValueKind.Object && item.TryGetProperty(Value, out _) ? label : Joined(label, string.Create(CultureInfo.InvariantCulture, $"{at + 1}")))),
        _ => [],
    };

    private static string Others(JsonElement element) => string.Join(" · ", element.EnumerateObject()
        .Where(property => property.Name != Value && property.Value.ValueKind is JsonValueKind.String or JsonValueKind.Number).Select(property => property.Value.ToString()));

    private static string Joined(string outer, string inner) => outer.Length == 0 ? inner : inner.Length == 0 ? outer : $"{outer} · {inner}";
}
