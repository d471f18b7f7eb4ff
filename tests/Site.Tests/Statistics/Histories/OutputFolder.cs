using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Site.Tests;

/// <summary>What a reader finds of one release in the files that were published with it.</summary>
/// <param name="Name">Its name in addresses.</param>
/// <param name="AsOf">The day up to which its tables without weeks count.</param>
/// <param name="Tables">Its tables.</param>
/// <param name="IsRevision">Whether it says that figures of earlier releases were corrected.</param>
internal sealed record ReadRelease(string Name, DateOnly AsOf, ReadTable[] Tables, bool IsRevision);

/// <param name="Parents">For <c>area</c> and <c>sector</c>, where the table has them, the total of each category; empty for the first of all. The first of all is called empty, too.</param>
internal sealed record ReadTable(string Id, Dictionary<string, List<(string Name, string Parent)>> Parents, ReadCell[] Cells);

/// <param name="Area">Empty for the whole.</param>
/// <param name="Sector">Empty for the total.</param>
/// <param name="Text">As it is printed.</param>
internal readonly record struct ReadCell(string Indicator, string Area, string Sector, DateOnly Day, string Text);

/// <summary>Reads the output folder, and nothing else.</summary>
internal static partial class OutputFolder
{
    /// <param name="files">The files below <c>data/</c> of one output folder, by path.</param>
    public static ReadRelease Read(IReadOnlyDictionary<string, string> files, string name)
    {
        var tables = files.Keys.Where(path => path.StartsWith($"data/{name}/", StringComparison.Ordinal) && path.EndsWith(".json", StringComparison.Ordinal) && !path.EndsWith("/hierarchies.json", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal).Select(path => (Path: path, Json: JsonDocument.Parse(files[path]))).ToArray();
        try
        {
            foreach (var (path, json) in tables)
            {
                AssertSame(ReadFigures.Csv(files[path[..^"json".Length] + "csv"]), json);
            }

            var page = files[$"data/{name}/index.html"];
            var isRevision = page.Contains("<ins>", StringComparison.Ordinal)
                || Array.Exists(tables, table => table.Json.RootElement.GetProperty("notes").ToString().Contains("更正", StringComparison.Ordinal));
            var asOf = Day(tables[0].Json.RootElement.GetProperty("asOf").GetString()!);
            return new(name, asOf, [.. tables.Select(table => Table(table.Json.RootElement, asOf))], isRevision);
        }
        finally
        {
            Array.ForEach(tables, table => table.Json.Dispose());
        }
    }

    private static void AssertSame(List<Dictionary<string, string>> csv, JsonDocument json)
    {
        var cells = json.RootElement.GetProperty("cells").EnumerateArray().Select(cell =>
            string.Join('|', cell.EnumerateObject().Where(field => field.Name != "incomplete").Select(field => field.Value.ToString())) + (cell.TryGetProperty("incomplete", out _) ? "+" : ""));
        Assert.Equal(csv.Skip(1).Select(row =>
            string.Join('|', row.Where(field => field.Key != "incomplete").Select(field => field.Value)) + (row.GetValueOrDefault("incomplete") == "true" ? "+" : "")), cells);
    }

    private static ReadTable Table(JsonElement json, DateOnly asOf)
    {
        var parents = new Dictionary<string, List<(string, string)>>(StringComparer.Ordinal);
        var whole = new HashSet<(string, string)>();
        foreach (var dimension in json.GetProperty("dimensions").EnumerateArray().Where(dimension => dimension.GetProperty("id").GetString() != "week"))
        {
            var id = dimension.GetProperty("id").GetString()!;
            foreach (var category in dimension.GetProperty("categories").EnumerateArray())
            {
                if (category.TryGetProperty("total", out var total))
                {
                    parents[id].Add((category.GetProperty("name").GetString()!, Name(id, total.GetString()!)));
                }
                else
                {
                    parents[id] = [];
                    whole.Add((id, category.GetProperty("name").GetString()!));
                }
            }
        }

        return new(json.GetProperty("table").GetString()!, parents, [.. json.GetProperty("cells").EnumerateArray().Select(cell => new ReadCell(
            cell.GetProperty("indicator").GetString()!, Of(cell, "area"), Of(cell, "sector"),
            cell.TryGetProperty("week", out var week) ? Day(week.GetString()!) : asOf, cell.GetProperty("value").ToString()))]);

        string Of(JsonElement cell, string id) => cell.TryGetProperty(id, out var name) ? Name(id, name.GetString()!) : "";

        string Name(string id, string name) => whole.Contains((id, name)) ? "" : name;
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(DayText().Match(text).Value, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^\d{4}-\d{2}-\d{2}")]
    private static partial Regex DayText();
}
