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

    /// <summary>How many days the release of the year before may lie from the same day.</summary>
    private const int NearInDays = 10;

    /// <returns>
    /// A sentence for each of up to three totals of which the year before published the same, at about the same day and as whole: 去年同期（2025年6月29日）212场，今年多11场.
    /// An indicator is the same where its id is, or what it has in common with other forms (its concept) and its unit are.
    /// </returns>
    /// <param name="all">All releases that are published.</param>
    public static ImmutableArray<string> SinceLastYear(SafeRelease release, SafeTable table, ImmutableArray<SafeRelease> all)
    {
        var day = release.AsOf.AddYears(-1);
        var near = all.Where(other => Math.Abs(other.AsOf.DayNumber - day.DayNumber) <= NearInDays).OrderBy(other => Math.Abs(other.AsOf.DayNumber - day.DayNumber)).ThenBy(other => other.Name, StringComparer.Ordinal).FirstOrDefault();
        if (near is null)
        {
            return [];
        }

        return
        [
            .. from now in WholeTotals(table)
               let then = near.Tables.Where(other => Measures(other, table)).SelectMany(WholeTotals).FirstOrDefault(then => IsSame(now.Indicator, then.Indicator))
               where then.Indicator is not null
               select $"{now.Indicator.Short}：去年同期（{ChineseDate.Of(near.AsOf)}）{then.Value.ToString("N0", CultureInfo.InvariantCulture)}{now.Indicator.Unit}，{Difference(now.Value - then.Value, now.Indicator.Unit)}。",
        ];
    }

    /// <returns>Whether the totals of two tables are of the same whole: both of all areas and sectors, of returns or of attempts.</returns>
    private static bool Measures(SafeTable one, SafeTable other) => Whole(one) == Whole(other) || Whole(one).Length == 0 || Whole(other).Length == 0;

    private static bool IsSame(SafeIndicator one, SafeIndicator other) =>
        one.Unit == other.Unit && (one.Id == other.Id || (one.Concept is { } concept && concept == other.Concept));

    private static string Difference(long more, string unit) =>
        more == 0 ? "今年一样" : $"今年{(more > 0 ? "多" : "少")}{Math.Abs(more).ToString("N0", CultureInfo.InvariantCulture)}{unit}";

    /// <returns>Up to three totals that are shown and lack nobody.</returns>
    private static IEnumerable<(SafeIndicator Indicator, long Value)> WholeTotals(SafeTable table) =>
        !SafeDimensions.HaveTotals(table) ? []
        : (from indicator in Enumerable.Range(0, table.Indicators.Length)
           let place = SafeDimensions.Total(table)
           where table.At(indicator, place) is Cell.Shown && !table.IsIncomplete(indicator, place)
           select (table.Indicators[indicator], ((Cell.Shown)table.At(indicator, place)).Value)).Take(MostFigures);

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
        if (!SafeDimensions.HaveTotals(table))
        {
            yield break;
        }

        for (var indicator = 0; indicator < table.Indicators.Length; indicator++)
        {
            if (table.At(indicator, SafeDimensions.Total(table)) is Cell.Shown total)
            {
                yield return new(
                    table.Indicators[indicator].Short, CellText.Shown(total), table.Indicators[indicator].Unit, table.IsIncomplete(indicator, SafeDimensions.Total(table)));
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
            string.Join("，", change.Categories.Select((name, at) => Category(table, at, name)).Prepend(indicator.Short)),
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
