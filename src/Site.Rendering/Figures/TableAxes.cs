using System.Collections.Immutable;
using Site.Model;

namespace Site.Rendering;

/// <summary>How a table of several dimensions is laid out on a page: one down, one across, and a grid for each combination of the rest.</summary>
/// <param name="Rows">Place of the dimension whose categories are rows.</param>
/// <param name="Columns">Place of the one whose categories are columns; -1 where the columns are the indicators.</param>
/// <param name="Slices">Places of the others, in the order of the table.</param>
internal sealed record TableAxes(int Rows, int Columns, ImmutableArray<int> Slices)
{
    /// <summary>From what is best read down a page to what is best read across it.</summary>
    private static readonly ImmutableArray<string> DownToAcross = ["area", "sector", "age_band", "score_band", Dimensions.Week];

    public static TableAxes Of(SafeTable table)
    {
        var inOrder = Enumerable.Range(0, table.Dimensions.Length)
            .Where(at => Rank(table, at) >= 0).OrderBy(at => Rank(table, at)).ToImmutableArray();
        var rows = inOrder.IsEmpty ? 0 : inOrder[0];
        var across = inOrder.Where(at => at != rows && table.Dimensions[at].Id != Dimensions.Week).ToList();
        var columns = across.Count > 0 ? across[^1] : WeekOf(table) is var week && week != rows ? week : -1;
        return new(rows, columns, [.. Enumerable.Range(0, table.Dimensions.Length).Where(at => at != rows && at != columns)]);
    }

    /// <returns>Place of the dimension of time; -1 where there is none.</returns>
    public static int WeekOf(SafeTable table)
    {
        for (var at = 0; at < table.Dimensions.Length; at++)
        {
            if (table.Dimensions[at].Id == Dimensions.Week)
            {
                return at;
            }
        }

        return -1;
    }

    /// <returns>The place of the total in each dimension, and of the newest week.</returns>
    public static int[] Total(SafeTable table) =>
        [.. table.Dimensions.Select(dimension => dimension.Id == Dimensions.Week ? dimension.Categories.Length - 1 : 0)];

    private static int Rank(SafeTable table, int at) => DownToAcross.IndexOf(table.Dimensions[at].Id);
}
