using System.Collections.Immutable;
using System.Globalization;
using Site.Statistics.Published;

namespace Site.Rendering.Statistics;

/// <summary>Says the most telling figures in words.</summary>
public static class FigureTexts
{
    private const int MostFigures = 3;

    /// <returns>A sentence for each of up to three totals that are shown: 截至2026年6月28日，全市宣讲活动共1,234场。</returns>
    public static ImmutableArray<string> Sentences(SafeRelease release, SafeTable table) =>
        [.. Totals(table).Take(MostFigures).Select(total =>
            $"截至{ChineseDate.Of(release.AsOf)}，{Whole(table)}{total.Label}共{total.Value}{total.Unit}{(total.IsIncomplete ? "，还缺没有报送的单位" : "")}。")];

    /// <returns>The release in up to three totals, each indicator once.</returns>
    public static ReleaseSummary Summary(SafeRelease release) => new(release,
        [.. release.Tables.SelectMany(table => Totals(table)).DistinctBy(total => total.Label, StringComparer.Ordinal).Take(MostFigures)]);

    /// <returns>What a release corrects, in words.</returns>
    /// <param name="all">All releases that are published.</param>
    public static ImmutableArray<FigureChange> Changes(SafeRelease release, ImmutableArray<SafeRelease> all) =>
        [.. release.Changes.SelectMany(change => Words(release, change, all))];

    /// <returns>A sentence on how many units have reported; null where nobody is asked to.</returns>
    public static string? Coverage(SafeRelease release) =>
        release.Coverage is { } coverage
            ? $"{coverage.Reported}/{coverage.Expected} 个单位已报送" + (coverage.Week is { } week ? string.Create(CultureInfo.InvariantCulture, $"截至{week.Month}月{week.Day}日的数") : "")
            : null;

    private static IEnumerable<KeyFigure> Totals(SafeTable table)
    {
        if (!table.Dimensions.All(dimension => dimension.Id == SafeDimensions.Week || SafeDimensions.HasTotal(dimension)))
        {
            yield break;
        }

        for (var indicator = 0; indicator < table.Indicators.Length; indicator++)
        {
            if (table.At(indicator, TableAxes.Total(table)) is Cell.Shown total)
            {
                yield return new(
                    table.Indicators[indicator].Label, CellText.Shown(total), table.Indicators[indicator].Unit, table.IsIncomplete(indicator, TableAxes.Total(table)));
            }
        }
    }

    /// <returns>The name of the whole area where the table has areas: 全市; else empty.</returns>
    private static string Whole(SafeTable table) =>
        table.Dimensions.FirstOrDefault(dimension => dimension.Id == "area") is { } area ? area.Categories[0] : "";

    private static IEnumerable<FigureChange> Words(SafeRelease release, SafeChange change, ImmutableArray<SafeRelease> all)
    {
        if (release.Tables.FirstOrDefault(table => table.Id == change.Table) is not { } table
            || table.Indicators.FirstOrDefault(indicator => indicator.Id == change.Indicator) is not { } indicator)
        {
            yield break;
        }

        yield return new(
            all.FirstOrDefault(other => other.Name == change.Earlier), new(table.Title, StatisticsUrls.Of(release, table)),
            string.Join("，", change.Categories.Select((name, at) => Category(table, at, name)).Prepend(indicator.Label)),
            Value(change.From, indicator), Value(change.To, indicator));
    }

    private static string Category(SafeTable table, int dimension, string name) =>
        dimension < table.Dimensions.Length && table.Dimensions[dimension].Categories.IndexOf(name) is >= 0 and var at
            ? SafeDimensions.Label(table.Dimensions[dimension], at)
            : name;

    private static string Value(Cell cell, SafeIndicator indicator) =>
        CellText.Shown(cell) + (cell is Cell.Shown ? indicator.Unit : "");
}

/// <summary>Writes days in sentences.</summary>
internal static class ChineseDate
{
    /// <returns>2026年6月28日.</returns>
    public static string Of(DateOnly day) => day.ToString("yyyy年M月d日", CultureInfo.InvariantCulture);
}
