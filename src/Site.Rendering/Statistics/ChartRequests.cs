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

    /// <returns>The charts of one indicator; none where nothing can be compared.</returns>
    public static IEnumerable<ChartRequest> Of(SafeTable table, int indicator)
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
            var isTotalElsewhere = table.Dimensions.Where((_, other) => other != at)
                .All(other => other.Id == SafeDimensions.Week || SafeDimensions.HasTotal(other));
            if (categories.Length is >= 2 and <= MostBars && isTotalElsewhere)
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
        var title = isWeek ? $"{counted.Label}逐周累计（{counted.Unit}）" : $"{counted.Label}分{SafeDimensions.Names.Label(id)}（{counted.Unit}）";
        return new($"chart-{name}", title, isWeek && categories.Length <= MostColumns,
            [.. categories.Select(category =>
            {
                var place = TableAxes.Total(table);
                place[dimension] = category;
                return new ChartBar(SafeDimensions.Label(table.Dimensions[dimension], category), table.At(indicator, place));
            })]);
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
/// <param name="Figure">The figure; one that is withheld is drawn as a hatched band, one that nobody reported or that cannot exist as a gap.</param>
public sealed record ChartBar(string Label, Cell Figure);
