using System.Collections.Immutable;
using Site.Core.Vocabularies;
using Site.Statistics.Published;

namespace Site.Rendering.Statistics;

/// <summary>Lays the figures of a table out in tables of HTML.</summary>
internal static class TableGrids
{
    /// <summary>The most figures that a page shows; a page of more takes long to load on a phone, and the files have them all.</summary>
    public const int MostCells = 6_000;

    /// <returns>A section with one grid where the columns are the indicators; else a section for each indicator, the newest week in front.</returns>
    public static ImmutableArray<FigureSection> Of(SafeRelease release, SafeTable table, Func<int, ImmutableArray<FigureCharts>> charts)
    {
        var axes = TableAxes.Of(table);
        if (axes.Columns < 0)
        {
            return [new("figures", "图和表", [.. Enumerable.Range(0, table.Indicators.Length).SelectMany(at => charts(at))],
                [.. Slices(table, axes, 1).Select((slice, at) => ByIndicator(release, table, axes, slice, at))])];
        }

        return
        [
            .. table.Indicators.Select((indicator, at) => new FigureSection(
                $"i{at + 1}", $"{indicator.Short}（{indicator.Unit}）", charts(at),
                [.. Slices(table, axes, table.Indicators.Length).Select((slice, number) => OfIndicator(release, table, axes, at, slice, number))])),
        ];
    }

    /// <returns>Whether the page leaves figures to the files.</returns>
    public static bool IsShortened(SafeTable table)
    {
        var axes = TableAxes.Of(table);
        return Slices(table, axes, axes.Columns < 0 ? 1 : table.Indicators.Length).Count < Count(table, axes.Slices);
    }

    private static FigureGrid OfIndicator(SafeRelease release, SafeTable table, TableAxes axes, int indicator, int[] slice, int number)
    {
        var columns = table.Dimensions[axes.Columns];
        var (label, unit) = (table.Indicators[indicator].Short, table.Indicators[indicator].Unit);
        return new(
            $"i{indicator + 1}-{number + 1}", $"{label}，单位：{unit}{Scope(release, table, axes, slice)}",
            Name(table, axes.Rows), [.. columns.Categories.Select((_, at) => SafeDimensions.Label(columns, at))],
            Rows(table, axes, row => [.. columns.Categories.Select((_, column) => Cell(table, indicator, Place(axes, slice, row, column)))]));
    }

    private static FigureGrid ByIndicator(SafeRelease release, SafeTable table, TableAxes axes, int[] slice, int number) => new(
        $"figures-{number + 1}", table.Title + Scope(release, table, axes, slice),
        Name(table, axes.Rows), [.. table.Indicators.Select(indicator => $"{indicator.Short}（{indicator.Unit}）")],
        Rows(table, axes, row => [.. table.Indicators.Select((_, indicator) => Cell(table, indicator, Place(axes, slice, row, -1)))]), AreIndicators: true);

    private static FigureCell Cell(SafeTable table, int indicator, int[] place) => new(table.At(indicator, place), table.IsIncomplete(indicator, place));

    private static ImmutableArray<FigureRow> Rows(SafeTable table, TableAxes axes, Func<int, ImmutableArray<FigureCell>> cells)
    {
        var rows = table.Dimensions[axes.Rows];
        return [.. rows.Categories.Select((_, row) => new FigureRow(SafeDimensions.Label(rows, row), SafeDimensions.Depth(rows, row), cells(row)))];
    }

    private static int[] Place(TableAxes axes, int[] slice, int row, int column)
    {
        var place = (int[])slice.Clone();
        place[axes.Rows] = row;
        if (column >= 0)
        {
            place[axes.Columns] = column;
        }

        return place;
    }

    /// <returns>What the caption adds: the day up to which the figures count, and the categories that the grid is about.</returns>
    private static string Scope(SafeRelease release, SafeTable table, TableAxes axes, int[] slice)
    {
        var named = axes.Slices.Where(at => table.Dimensions[at].Id != SafeDimensions.Week)
            .Select(at => $"，{Name(table, at)}：{SafeDimensions.Label(table.Dimensions[at], slice[at])}");
        var week = TableAxes.WeekOf(table);
        var day = axes.Slices.Contains(week) ? SafeDimensions.Day(table.Dimensions[week], slice[week]) ?? release.AsOf : release.AsOf;
        var isAcross = week >= 0 && !axes.Slices.Contains(week);
        return string.Concat(named) + (isAcross ? "，截至各日累计" : $"，截至{ChineseDate.Of(day)}累计");
    }

    /// <returns>For each combination of the other dimensions a place in each; the newest week first, and no more than a page can show, but one at least.</returns>
    private static List<int[]> Slices(SafeTable table, TableAxes axes, int grids)
    {
        var count = Count(table, axes.Slices);
        var cells = Math.Max(1, table.Cells.Length / Math.Max(1, count) / (axes.Columns < 0 ? 1 : table.Indicators.Length)) * grids;
        var most = Math.Max(1, MostCells / Math.Max(1, cells));
        return [.. Enumerable.Range(0, Math.Min(count, most)).Select(number => Slice(table, axes, number))];
    }

    private static int Count(SafeTable table, ImmutableArray<int> dimensions) =>
        dimensions.Aggregate(1, (count, at) => checked(count * table.Dimensions[at].Categories.Length));

    /// <returns>The number as digits, one a dimension: time is the slowest and runs backward.</returns>
    private static int[] Slice(SafeTable table, TableAxes axes, int number)
    {
        var place = new int[table.Dimensions.Length];
        foreach (var at in axes.Slices.OrderBy(at => table.Dimensions[at].Id == SafeDimensions.Week).ThenByDescending(at => at))
        {
            var size = table.Dimensions[at].Categories.Length;
            place[at] = table.Dimensions[at].Id == SafeDimensions.Week ? size - 1 - (number % size) : number % size;
            number /= size;
        }

        return place;
    }

    private static string Name(SafeTable table, int dimension) => SafeDimensions.Names.Label(table.Dimensions[dimension].Id);
}

/// <summary>How a table of several dimensions is laid out on a page: one down, one across, and a grid for each combination of the rest.</summary>
/// <param name="Rows">Place of the dimension whose categories are rows.</param>
/// <param name="Columns">Place of the one whose categories are columns; -1 where the columns are the indicators.</param>
/// <param name="Slices">Places of the others, in the order of the table.</param>
internal sealed record TableAxes(int Rows, int Columns, ImmutableArray<int> Slices)
{
    /// <summary>From what is best read down a page to what is best read across it.</summary>
    private static readonly ImmutableArray<string> DownToAcross = ["area", "sector", "age_band", "score_band", SafeDimensions.Week];

    public static TableAxes Of(SafeTable table)
    {
        var inOrder = Enumerable.Range(0, table.Dimensions.Length)
            .Where(at => Rank(table, at) >= 0).OrderBy(at => Rank(table, at)).ToImmutableArray();
        var rows = inOrder.IsEmpty ? 0 : inOrder[0];
        var across = inOrder.Where(at => at != rows && table.Dimensions[at].Id != SafeDimensions.Week).ToList();
        var columns = across.Count > 0 ? across[^1] : WeekOf(table) is var week && week != rows ? week : -1;
        return new(rows, columns, [.. Enumerable.Range(0, table.Dimensions.Length).Where(at => at != rows && at != columns)]);
    }

    /// <returns>Place of the dimension of time; -1 where there is none.</returns>
    public static int WeekOf(SafeTable table)
    {
        for (var at = 0; at < table.Dimensions.Length; at++)
        {
            if (table.Dimensions[at].Id == SafeDimensions.Week)
            {
                return at;
            }
        }

        return -1;
    }

    private static int Rank(SafeTable table, int at) => DownToAcross.IndexOf(table.Dimensions[at].Id);
}
