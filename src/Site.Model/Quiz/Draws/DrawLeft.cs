using System.Collections.Immutable;

namespace Site.Model;

/// <summary>What is still to be drawn, and from what.</summary>
/// <param name="Rows">Questions that each topic's row must still give, 0 or more.</param>
/// <param name="Columns">Likewise for levels; the same sum.</param>
/// <param name="Free">R × C questions that can be taken without regard to others; a group within one cell counts as one of them.</param>
/// <param name="Groups">The cells of each other group that is open, each cell once.</param>
internal sealed record DrawLeft(int[] Rows, int[] Columns, int[,] Free, ImmutableArray<ImmutableArray<DrawPlace>> Groups)
{
    /// <param name="isLeft">Whether the question at a place of the quiz can still be taken.</param>
    public static DrawLeft Of(DrawPlan plan, int[] rows, int[] columns, Func<int, bool> isLeft)
    {
        var free = new int[rows.Length, columns.Length];
        var groups = new SortedDictionary<int, List<DrawPlace>>();
        for (var at = 0; at < plan.Places.Length; at++)
        {
            var place = plan.Places[at];
            if (!isLeft(at))
            {
                continue;
            }

            if (place.Group < 0)
            {
                free[place.Row, place.Column]++;
                continue;
            }

            if (!groups.TryGetValue(place.Group, out var cells))
            {
                groups.Add(place.Group, cells = []);
            }

            if (!cells.Contains(place))
            {
                cells.Add(place);
            }
        }

        foreach (var cells in groups.Values.Where(cells => cells.Count == 1))
        {
            free[cells[0].Row, cells[0].Column]++;
        }

        return new(rows, columns, free, [.. groups.Values.Where(cells => cells.Count > 1).Select(cells => cells.ToImmutableArray())]);
    }
}
