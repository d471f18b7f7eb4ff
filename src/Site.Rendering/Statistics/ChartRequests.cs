using System.Collections.Immutable;
using Site.Core.Vocabularies;
using Site.Statistics.Published;

namespace Site.Rendering.Statistics;

/// <summary>Chooses the charts of each table: for each indicator its course over the weeks, and its parts by each other dimension.</summary>
internal static class ChartRequests
{
    /// <summary>More bars than these are no picture any more.</summary>
    private const int MostBars = 24;

    /// <summary>More weeks than these stand one below the other.</summary>
    private const int MostColumns = 6;

    /// <summary>The most indicators of one table that are drawn.</summary>
    private const int MostIndicators = 8;

    /// <summary>More small drawings than these nobody looks through.</summary>
    private const int MostPanels = 12;

    /// <returns>All that is drawn of one indicator; nothing where nothing can be compared.</returns>
    /// <param name="areaMap">How areas lie to one another: names, from north to south and from west to east.</param>
    public static ImmutableArray<FigureCharts> Draw(SafeTable table, int indicator, ImmutableArray<ImmutableArray<string>> areaMap)
    {
        var charts = Of(table, indicator).Select(request => new FigureChart(request.Id, request.Title, ChartDrawing.Of(request))).Concat(Map(table, indicator, areaMap)).ToImmutableArray();
        var panels = Panels(table, indicator);
        return
        [
            .. charts.IsEmpty ? [] : new[] { new FigureCharts(null, charts) },
            .. panels.IsEmpty ? [] : new[]
            {
                new FigureCharts($"{Counted(table, indicator)}各自逐周累计（{table.Indicators[indicator].Unit}）",
                    [.. panels.Zip(ChartDrawing.Alike(panels), (panel, drawing) => new FigureChart(panel.Id, panel.Title, drawing))]),
            },
        ];
    }

    private static string Counted(SafeTable table, int indicator) => table.Indicators[indicator].Short;

    /// <returns>The areas of the table as tiles, where two of them at least have a place on the map.</returns>
    private static IEnumerable<FigureChart> Map(SafeTable table, int indicator, ImmutableArray<ImmutableArray<string>> areaMap)
    {
        var at = PlaceOf(table, SafeDimensions.Area);
        if (indicator >= MostIndicators || at < 0 || !SafeDimensions.HaveTotals(table, beside: at))
        {
            yield break;
        }

        var areas = table.Dimensions[at].Categories;
        var rows = areaMap.Select(row => row.Select(name => areas.IndexOf(name) is >= 0 and var area ? Bar(table, indicator, at, area) : null).ToImmutableArray()).ToImmutableArray();
        if (rows.Sum(row => row.OfType<ChartBar>().Count()) >= 2)
        {
            yield return new($"chart-{indicator + 1}-map", $"{Counted(table, indicator)}，各地大致方位（{table.Indicators[indicator].Unit}）", ChartDrawing.Tiles(rows));
        }
    }

    /// <returns>The course over the weeks of each part of another dimension, where half of them at least show something.</returns>
    private static ImmutableArray<ChartRequest> Panels(SafeTable table, int indicator)
    {
        var week = PlaceOf(table, SafeDimensions.Week);
        if (indicator >= MostIndicators || week < 0 || table.Dimensions[week].Categories.Length is < 2 or > MostColumns)
        {
            return [];
        }

        foreach (var at in Enumerable.Range(0, table.Dimensions.Length).Where(at => at != week && SafeDimensions.HaveTotals(table, beside: at)))
        {
            var dimension = table.Dimensions[at];
            var panels = SafeDimensions.Parts(dimension).Select(part => new ChartRequest(
                $"chart-{indicator + 1}-{dimension.Id.Replace('_', '-')}-{part}", SafeDimensions.Label(dimension, part), true,
                [.. Enumerable.Range(0, table.Dimensions[week].Categories.Length).Select(day => Bar(table, indicator, week, day, (at, part)))])).ToImmutableArray();
            if (panels.Length is >= 2 and <= MostPanels && panels.Count(panel => panel.Bars.Any(bar => bar.Figure is Cell.Shown)) * 2 >= panels.Length)
            {
                return panels;
            }
        }

        return [];
    }

    /// <returns>The charts of one indicator; none where nothing can be compared.</returns>
    private static IEnumerable<ChartRequest> Of(SafeTable table, int indicator)
    {
        if (indicator >= MostIndicators)
        {
            yield break;
        }

        for (var at = 0; at < table.Dimensions.Length; at++)
        {
            var dimension = table.Dimensions[at];
            var isWeek = dimension.Id == SafeDimensions.Week;
            var categories = isWeek ? [.. Enumerable.Range(0, dimension.Categories.Length)] : SafeDimensions.Parts(dimension);
            if (categories.Length is >= 2 and <= MostBars && SafeDimensions.HaveTotals(table, beside: at))
            {
                yield return Request(table, indicator, at, categories);
            }
        }
    }

    private static ChartRequest Request(SafeTable table, int indicator, int dimension, ImmutableArray<int> categories)
    {
        var (id, counted) = (table.Dimensions[dimension].Id, table.Indicators[indicator]);
        var isWeek = id == SafeDimensions.Week;
        var name = $"{indicator + 1}-{id.Replace('_', '-')}";
        var title = isWeek ? $"{counted.Short}逐周累计（{counted.Unit}）" : $"{counted.Short}分{SafeDimensions.Names.Label(id)}（{counted.Unit}）";
        return new($"chart-{name}", title, isWeek && categories.Length <= MostColumns,
            [.. categories.Select(category => Bar(table, indicator, dimension, category))]);
    }

    /// <returns>The figure of one category, of totals and the newest week in all other dimensions but those named.</returns>
    private static ChartBar Bar(SafeTable table, int indicator, int dimension, int category, params ReadOnlySpan<(int Dimension, int Category)> others)
    {
        var place = SafeDimensions.Total(table);
        place[dimension] = category;
        foreach (var other in others)
        {
            place[other.Dimension] = other.Category;
        }

        return new(SafeDimensions.Label(table.Dimensions[dimension], category), table.At(indicator, place));
    }

    /// <returns>Place of a dimension; -1 where the table has none of that id.</returns>
    private static int PlaceOf(SafeTable table, string id)
    {
        for (var at = 0; at < table.Dimensions.Length; at++)
        {
            if (table.Dimensions[at].Id == id)
            {
                return at;
            }
        }

        return -1;
    }
}

/// <summary>A chart to draw: one bar for each figure, all of one indicator and so of one unit.</summary>
/// <param name="Id">Names it within its page, ASCII: <c>chart-1-area</c>.</param>
/// <param name="Title">What it shows, with the unit.</param>
/// <param name="IsTimeSeries">Whether the figures follow one another in time; they then stand side by side, else one below the other.</param>
/// <param name="Bars">One or more.</param>
public sealed record ChartRequest(string Id, string Title, bool IsTimeSeries, ImmutableArray<ChartBar> Bars);

/// <summary>A bar of a chart.</summary>
/// <param name="Label">Whose figure it is.</param>
/// <param name="Figure">The figure; one that is withheld is drawn as a dashed gap, one that nobody reported or that cannot exist as a gap.</param>
public sealed record ChartBar(string Label, Cell Figure);
