using System.Collections.Immutable;
using System.Text;
using Site.Core.Sources;
using Site.Exposures.Released;
using Site.Statistics.Snapshots;

namespace Site.Tests;

/// <summary>
/// Makes snapshots of releases of statistics, as <c>site stats release</c> writes them, from a few words: a dimension is
/// <c>area: 示例市 甲区&lt;示例市</c>, an indicator <c>id|label|unit</c>, and the cells stand in the order of the table.
/// </summary>
internal static class SampleFigures
{
    /// <summary>A table by area, sector and week: two districts and two sectors, two cells withheld for each other's sake.</summary>
    public static SampleTable Sessions { get; } = new(
        "sessions", "宣讲活动场次", ["form.talks|宣讲活动|场"],
        ["area: 示例市 示例甲区<示例市 示例乙区<示例市", "sector: 合计 消防<合计 道路交通<合计", "week: 2026-06-07 2026-06-14"],
        "1200 2400 700 1500 500 900   800 1600 * * * *   400 800 * * * *");

    /// <summary>A table by area alone, of two indicators, with a figure that cannot exist and a true zero.</summary>
    public static SampleTable Drills { get; } = new(
        "drills", "应急演练", ["form.drills|应急演练|场", "form.people|参加演练|人次"],
        ["area: 示例市 示例甲区<示例市 示例乙区<示例市 示例丙区<示例市"],
        "30 30 0 —   12345 * * —");

    /// <returns>What may be shown of some snapshots.</returns>
    public static PublicInput Read(params IEnumerable<ImmutableArray<SourceFile>> releases)
    {
        var read = SnapshotReader.Read([.. releases.SelectMany(files => files)]);
        Assert.Empty(read.Diagnostics);
        return PublicInput.Empty with { Statistics = [.. read.Value.Select(release => release.Safe)] };
    }

    /// <returns>The files of a release.</returns>
    /// <param name="changes">Each <c>earlier|table|indicator|category,category|from|to</c>.</param>
    public static ImmutableArray<SourceFile> Files(
        string name, string asOf, SampleTable[] tables, bool isSample = true, string coverage = "4/5", params string[] changes)
    {
        var categories = "table,dimension,category,total\n" + string.Concat(tables.Select(table => table.Categories()));
        var summary = new StringBuilder();
        summary.Append($"format: \"1\"\ntitle: \"截至{asOf}的数据\"\nas_of: \"{asOf}\"\nsample: {(isSample ? "true" : "false")}\n");
        summary.Append($"reported: {coverage.Split('/')[0]}\nexpected: {coverage.Split('/')[1]}\ncategories_sha256: \"{SnapshotHash.Of(categories)}\"\ntables:\n");
        foreach (var table in tables)
        {
            summary.Append(table.Summary(asOf));
        }

        summary.Append(changes.Length > 0 ? "changes:\n" : "");
        foreach (var change in changes.Select(change => change.Split('|')))
        {
            summary.Append($"  - earlier: \"{change[0]}\"\n    table: \"{change[1]}\"\n    indicator: \"{change[2]}\"\n");
            summary.Append($"    categories: [{string.Join(", ", change[3].Split(',').Select(part => $"\"{part}\""))}]\n    from: \"{change[4]}\"\n    to: \"{change[5]}\"\n");
        }

        var folder = $"input/releases/{name}/";
        return
        [
            SampleSite.File(folder + "release.yaml", summary.ToString()),
            SampleSite.File(folder + "categories.csv", categories),
            .. tables.Select(table => SampleSite.File($"{folder}{table.Id}.csv", table.Csv())),
        ];
    }
}

/// <summary>A table in a few words.</summary>
internal sealed record SampleTable(string Id, string Title, string[] Indicators, string[] Dimensions, string Cells)
{
    private IEnumerable<(string Id, string[] Categories)> Parsed =>
        Dimensions.Select(dimension => dimension.Split(": ")).Select(parts => (parts[0], parts[1].Split(' ')));

    public string Categories() => string.Concat(
        from dimension in Parsed
        from category in dimension.Categories
        let parts = category.Split('<')
        select $"{Id},{dimension.Id},{Quote(parts[0])},{(parts.Length > 1 ? Quote(parts[1]) : "")}\n");

    public string Csv()
    {
        var rows = from indicator in Indicators.Select(indicator => indicator.Split('|')[0])
                   from place in Places([.. Parsed.Select(dimension => dimension.Categories)])
                   select string.Join(',', place.Select(category => Quote(category.Split('<')[0]))) + "," + indicator;
        var cells = Cells.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var lines = rows.Zip(cells, (row, cell) => $"{row},{cell},{(cell switch { "*" => "withheld", "—" => "not-applicable", _ => "shown" })}\n");
        return string.Join(',', Parsed.Select(dimension => dimension.Id)) + ",indicator,value,status\n" + string.Concat(lines);
    }

    public string Summary(string asOf) =>
        $"  - id: \"{Id}\"\n    title: \"{Title}\"\n    notes: [\"示例说明。\"]\n    day: \"{asOf}\"\n    sha256: \"{SnapshotHash.Of(Csv())}\"\n    indicators:\n"
        + string.Concat(Indicators.Select(indicator => indicator.Split('|'))
            .Select(parts => $"      - id: \"{parts[0]}\"\n        label: \"{parts[1]}\"\n        unit: \"{parts[2]}\"\n        concept: \"\"\n        measure: \"open\"\n"));

    private static string Quote(string field) => $"\"{field.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private static IEnumerable<string[]> Places(string[][] dimensions) => dimensions.Length == 0
        ? [[]]
        : dimensions[0].SelectMany(category => Places(dimensions[1..]).Select(rest => (string[])[category, .. rest]));
}
