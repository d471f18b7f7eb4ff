using System.Collections.Immutable;
using Site.Model;

namespace Site.Rendering;

/// <summary>Chooses the charts of each table: for each indicator its course over the weeks, and its parts by each other dimension.</summary>
public static class ChartOrders
{
    /// <summary>More bars than these are no picture any more.</summary>
    private const int MostBars = 24;

    /// <summary>More weeks than these stand one below the other.</summary>
    private const int MostColumns = 6;

    /// <summary>The most indicators of one table that are drawn.</summary>
    private const int MostIndicators = 8;

    /// <returns>All charts that the site wants, in the order of the releases and tables.</returns>
    public static ImmutableArray<ChartOrder> Of(Release release) =>
        [.. release.Statistics.SelectMany(one => one.Tables.SelectMany(table =>
            Enumerable.Range(0, Math.Min(MostIndicators, table.Indicators.Length)).SelectMany(indicator => Of(one, table, indicator))))];

    /// <returns>The charts of one indicator; none where nothing can be compared.</returns>
    internal static IEnumerable<ChartOrder> Of(SafeRelease release, SafeTable table, int indicator)
    {
        if (indicator >= MostIndicators)
        {
            yield break;
        }

        for (var at = 0; at < table.Dimensions.Length; at++)
        {
            var dimension = table.Dimensions[at];
            var isWeek = dimension.Id == Dimensions.Week;
            var categories = isWeek ? [.. Enumerable.Range(0, dimension.Categories.Length)] : Dimensions.Parts(dimension);
            var isTotalElsewhere = table.Dimensions.Where((_, other) => other != at)
                .All(other => other.Id == Dimensions.Week || Dimensions.HasTotal(other));
            if (categories.Length is >= 2 and <= MostBars && isTotalElsewhere)
            {
                yield return Order(release, table, indicator, at, categories);
            }
        }
    }

    private static ChartOrder Order(SafeRelease release, SafeTable table, int indicator, int dimension, ImmutableArray<int> categories)
    {
        var (id, counted) = (table.Dimensions[dimension].Id, table.Indicators[indicator]);
        var isWeek = id == Dimensions.Week;
        var name = $"{indicator + 1}-{id.Replace('_', '-')}";
        var title = isWeek ? $"{counted.Label}逐周累计（{counted.Unit}）" : $"{counted.Label}分{Dimensions.Names.Label(id)}（{counted.Unit}）";
        return new($"{release.Name}/{table.Id}/{name}", $"chart-{name}", title, isWeek && categories.Length <= MostColumns,
            [.. categories.Select(category =>
            {
                var place = TableAxes.Total(table);
                place[dimension] = category;
                return new ChartBar(Dimensions.Label(table.Dimensions[dimension], category), table.At(indicator, place));
            })]);
    }
}
