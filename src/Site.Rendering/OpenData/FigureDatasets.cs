using System.Collections.Immutable;
using Site.Model;

namespace Site.Rendering;

/// <summary>The tables of all releases as open data.</summary>
internal static class FigureDatasets
{
    public static IEnumerable<OpenDataset> Of(Release release) =>
        release.Statistics.SelectMany((one, at) => one.Tables.Select(table => Of(release.Statistics, at, table)).Append(Totals(one)));

    private static OpenDataset Totals(SafeRelease release) => new(
        $"{release.Name}-hierarchies", (release.IsSample ? SampleMark.Text : "") + $"合计关系（{release.Title}）", "每个维度里，哪些分项加起来等于哪个合计。",
        Statistics.Of(release), [new(Statistics.Hierarchies(release), "application/json")])
    {
        Modified = release.AsOf,
        Keywords = ["安全生产月"],
    };

    private static OpenDataset Of(ImmutableArray<SafeRelease> releases, int at, SafeTable table)
    {
        var release = releases[at];
        var before = releases.Take(at).LastOrDefault(earlier => earlier.Tables.Any(other => other.Id == table.Id));
        return new(Id(release, table), (release.IsSample ? SampleMark.Text : "") + $"{table.Title}（{release.Title}）", Describe(release, table), Statistics.Of(release, table),
        [
            new(Statistics.File(release, table, "csv"), "text/csv") { Fields = FigureCsv.Fields(table), Missing = [CellText.Withheld, CellText.NotApplicable] },
            new(Statistics.File(release, table, "json"), "application/json") { Schema = FigureJson.SchemaAddress },
        ])
        {
            Modified = release.AsOf,
            Keywords = ["安全生产月", .. table.Indicators.Select(indicator => indicator.Label).Distinct(StringComparer.Ordinal).Take(12)],
            Series = new($"table-{table.Id}", table.Title, before is null ? null : Id(before, table)),
        };
    }

    private static string Id(SafeRelease release, SafeTable table) => $"{release.Name}-{table.Id}";

    private static string Describe(SafeRelease release, SafeTable table) =>
        $"截至{ChineseDay.Of(release.AsOf)}累计，{string.Join("、", table.Dimensions.Select(dimension => "分" + Dimensions.Names.Label(dimension.Id)))}。"
        + $"“{CellText.Withheld}”表示不公布，“{CellText.NotApplicable}”表示不会有数。"
        + (FigureWords.Coverage(release) is { } coverage ? coverage + "。" : "")
        + string.Concat(table.Notes);
}
