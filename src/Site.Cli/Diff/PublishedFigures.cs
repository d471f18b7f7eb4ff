using System.Globalization;
using System.Text.Json;
using Site.Model;

namespace Site.Cli;

/// <summary>Reads the figures of a published table, each with what tells it from the others.</summary>
internal static class PublishedFigures
{
    private const string Value = "value";
    private const int LargestDepth = 16;

    /// <returns>Figures as written, in the order of the table; nothing for a file that is no table.</returns>
    public static IReadOnlyDictionary<string, string> Of(string path, byte[] bytes)
    {
        var figures = new OrderedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (what, figure) in path.EndsWith(".csv", StringComparison.Ordinal) ? OfCsv(bytes) : OfJson(bytes))
        {
            figures.TryAdd(what, figure);
        }

        return figures;
    }

    /// <summary>A figure a line: what stands in <c>value</c>, told apart by all other columns. Without such a column every cell is a figure of its line.</summary>
    private static IEnumerable<KeyValuePair<string, string>> OfCsv(byte[] bytes)
    {
        var rows = LooseCsv.Read(bytes);
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

    private static IEnumerable<KeyValuePair<string, string>> Numbers(JsonElement element, string what) => element.ValueKind switch
    {
        JsonValueKind.Number => [new(what, element.GetRawText())],
        JsonValueKind.Object when element.TryGetProperty(Value, out var value) && value.ValueKind is JsonValueKind.Number or JsonValueKind.String or JsonValueKind.Null =>
            [new(Joined(what, Others(element)), value.ValueKind == JsonValueKind.Null ? "*" : value.ToString())],
        JsonValueKind.Object => element.EnumerateObject().SelectMany(property => Numbers(property.Value, Joined(what, property.Name))),
        JsonValueKind.Array => element.EnumerateArray().SelectMany((item, at) => Numbers(item,
            item.ValueKind == JsonValueKind.Object && item.TryGetProperty(Value, out _) ? what : Joined(what, string.Create(CultureInfo.InvariantCulture, $"{at + 1}")))),
        _ => [],
    };

    private static string Others(JsonElement element) => string.Join(" · ", element.EnumerateObject()
        .Where(property => property.Name != Value && property.Value.ValueKind is JsonValueKind.String or JsonValueKind.Number).Select(property => property.Value.ToString()));

    private static string Joined(string outer, string inner) => outer.Length == 0 ? inner : inner.Length == 0 ? outer : $"{outer} · {inner}";
}
