using System.Numerics;
using Site.Statistics.Inputs;
using Site.Statistics.Published;
using Site.Statistics.Series;
using Site.Statistics.Tables;

namespace Site.Statistics.Releases;

/// <summary>Tells a table that returns have moved on from, since some came in after it was made, from one that no returns ever gave, as where somebody changed its file.</summary>
/// <remarks>When a return came in no file says. So what is asked is whether there are returns without which the table is right.</remarks>
internal static class LateReturns
{
    /// <summary>Steps of 64 bits that it may take to look at a table; one that takes more is not explained.</summary>
    private const long MostSteps = 200_000_000;

    /// <returns>
    /// Whether each figure that the table prints, other than totals of others that it prints, is what its units may have had together before some returns came in: each of them nothing, or what
    /// any of its returns up to the day says. Totals are held against their parts elsewhere.
    /// </returns>
    /// <param name="plan">The areas and sectors of the year.</param>
    /// <param name="indicator">Id of the indicator.</param>
    /// <param name="table">A table of that year.</param>
    /// <param name="axes">Axes on which it has a place.</param>
    public static bool Explain(StatisticsInput input, YearPlan plan, string indicator, PrintedTable.Published table, Axes axes)
    {
        var (shape, slice) = (axes.Shape, table.On(axes)!);
        var finest = slice.Weeks.SelectMany(week => (slice with { Weeks = [week] }).Finest(shape)).ToHashSet();
        var printed = slice.Cells(shape).Zip(table.Cells.ToArray()).Where(one => finest.Contains(one.First) && one.Second is not Cell.Withheld)
            .ToDictionary(one => one.First, one => one.Second is Cell.Shown shown ? shown.Value : 0);
        var steps = 0L;
        foreach (var (cell, units) in UnitsOf(plan, axes, slice.Weeks, printed.Keys.ToHashSet()))
        {
            long[][] had = [.. units.Select(unit => input.Ledger.Possible(unit, indicator, axes.Days[shape.WeekOf(cell)]))];
            var (figure, most) = (printed[cell], had.Sum(values => values[^1]));
            steps += ((Math.Min(figure, MostSteps) / 64) + 1) * had.Sum(values => (long)values.Length);
            if (figure != most && (figure > most || steps > MostSteps || !IsSum(figure, had)))
            {
                return false;
            }

            printed.Remove(cell);
        }

        // In what is left there is no unit.
        return printed.Values.All(figure => figure == 0);
    }

    /// <returns>For each of some cells the units that report into it; those without any are left out.</returns>
    private static Dictionary<int, List<string>> UnitsOf(YearPlan plan, Axes axes, int[] weeks, HashSet<int> cells)
    {
        var found = new Dictionary<int, List<string>>();
        var totals = new List<int>();
        foreach (var unit in plan.Areas.Reporters)
        {
            axes.Shape.FindTotals(axes.Shape.At(plan.Areas.Homes[unit.Id], axes.Dimensions[1].Categories.Length > 1 ? plan.SectorOf[unit.Id] : 0), totals);
            foreach (var cell in totals.SelectMany(place => weeks.Select(week => axes.Shape.Cumulative(week, place))).Where(cells.Contains))
            {
                if (!found.TryGetValue(cell, out var units))
                {
                    found.Add(cell, units = []);
                }

                units.Add(unit.Id);
            }
        }

        return found;
    }

    /// <returns>Whether a figure is a sum of one value of each unit: bit n of what is reached stands for n.</returns>
    private static bool IsSum(long figure, long[][] had)
    {
        var (reached, all) = (BigInteger.One, (BigInteger.One << (int)(figure + 1)) - 1);
        foreach (var values in had)
        {
            var next = BigInteger.Zero;
            foreach (var value in values.Where(value => value <= figure))
            {
                next |= (reached << (int)value) & all;
            }

            reached = next;
        }

        return !(reached >> (int)figure).IsZero;
    }
}
