using System.Collections.Immutable;
using System.Globalization;
using Site.Statistics.Snapshots;
using Site.Statistics.Tables;

namespace Site.Statistics.Series;

/// <summary>What the figures of one indicator in one year are broken down by, over all tables and releases that print any.</summary>
/// <param name="Tree">The areas.</param>
/// <param name="Areas">For each area its name, each once.</param>
/// <param name="Sectors">The sectors' names, their total first, each once.</param>
/// <param name="Days">The days up to which figures are printed, ascending, each once.</param>
internal sealed record Axes(Hierarchy Tree, ImmutableArray<string> Areas, ImmutableArray<string> Sectors, ImmutableArray<DateOnly> Days)
{
    private readonly Lazy<Dictionary<string, int>> _areas = new(() =>
        Enumerable.Range(0, Areas.Length).ToDictionary(area => Areas[area], StringComparer.Ordinal));

    /// <summary>The cells, with those nobody prints: one indicator.</summary>
    public TableShape Shape { get; } = new(Tree, Sectors.Length - 1, Days.Length, 1);

    /// <returns>A cell in words.</returns>
    public string Name(CellCoordinates cell) => string.Join('，', new[]
    {
        Areas[cell.Area], cell.Sector > 0 ? Sectors[cell.Sector] : "", Days[cell.Week].ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) + (cell.IsIncrement ? " 新增" : ""),
    }.Where(part => part.Length > 0));

    /// <returns>The places of a published table's categories on these axes; null where one of them is not there, or lies in another area.</returns>
    public Slice? Place(SnapshotTable table)
    {
        int[] areas = [0], sectors = [0], weeks = [Days.BinarySearch(table.Day)];
        foreach (var dimension in table.Safe.Dimensions)
        {
            switch (dimension.Id)
            {
                case "area":
                    areas = [.. dimension.Categories.Select(name => _areas.Value.GetValueOrDefault(name, -1))];
                    if (areas.Where((area, at) => area < 0 || Tree.Parents[area] != (dimension.Parents[at] < 0 ? -1 : areas[dimension.Parents[at]])).Any())
                    {
                        return null;
                    }

                    break;
                case "sector":
                    sectors = [.. dimension.Categories.Select(name => Sectors.IndexOf(name))];
                    break;
                default:
                    weeks = [.. dimension.Categories.Select(day => Days.BinarySearch(ParseDay(day)))];
                    break;
            }
        }

        return sectors.All(sector => sector >= 0) && weeks.All(week => week >= 0) ? new(areas, sectors, weeks) : null;
    }

    /// <returns>The days that a published table prints.</returns>
    public static IEnumerable<DateOnly> DaysOf(SnapshotTable table) =>
        table.Safe.Dimensions.FirstOrDefault(dimension => dimension.Id == "week") is { } weeks ? weeks.Categories.Select(ParseDay) : [table.Day];

    private static DateOnly ParseDay(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}

/// <summary>The part of an indicator's figures that one table prints, as places on the axes.</summary>
/// <param name="Areas">In the order of the table.</param>
/// <param name="Sectors">In the order of the table; the total alone where it has no sectors.</param>
/// <param name="Weeks">In the order of the table.</param>
internal sealed record Slice(int[] Areas, int[] Sectors, int[] Weeks)
{
    /// <returns>The cumulative cells in the order of the table's cells.</returns>
    public IEnumerable<int> Cells(TableShape shape) =>
        from area in Areas from sector in Sectors from week in Weeks select shape.Cumulative(0, week, sector, area);
}
