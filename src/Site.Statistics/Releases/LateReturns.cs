using System.Collections.Immutable;
using System.Numerics;
using Site.Statistics.Published;
using Site.Statistics.Series;
using Site.Statistics.Snapshots;

namespace Site.Statistics.Releases;

/// <summary>Tells a table that returns have moved on from, since some came in after it was made, from one that no returns ever gave, as where somebody changed its file.</summary>
/// <remarks>When a return came in no file says. So what is asked is whether there are returns without which the table is right, for the week of the release no more than it says were missing.</remarks>
internal static class LateReturns
{
    /// <summary>Steps of 64 bits that it may take to look at a table; one that takes more is not explained.</summary>
    private const long MostSteps = 200_000_000;

    /// <returns>
    /// Whether each figure that the table prints, other than totals of others that it prints, is what its units may have had together before some returns came in: each of them nothing, or what
    /// any of its returns up to the day says. Totals are held against their parts elsewhere.
    /// </returns>
    /// <param name="releases">All releases, oldest first.</param>
    /// <param name="plan">The areas and sectors of the year.</param>
    /// <param name="indicator">Id of the indicator.</param>
    /// <param name="table">A table of that year.</param>
    /// <param name="axes">Axes on which it has a place.</param>
    public static bool Explain(StatisticsInput input, YearPlan plan, string indicator, PrintedTable.Published table, Axes axes, ImmutableArray<Snapshot> releases)
    {
        var week = LateOf(input, plan, table.Release, releases);
        var (shape, slice) = (axes.Shape, table.On(axes)!);
        var finest = slice.Weeks.SelectMany(week => (slice with { Weeks = [week] }).Finest(shape)).ToHashSet();
        var printed = slice.Cells(shape).Zip(table.Cells.ToArray()).Where(one => finest.Contains(one.First) && one.Second is not Cell.Withheld)
            .ToDictionary(one => one.First, one => one.Second is Cell.Shown shown ? shown.Value : 0);
        var (steps, late) = (0L, 0L);
        foreach (var (cell, units) in UnitsOf(plan, axes, slice.Weeks, printed.Keys.ToHashSet()))
        {
            var day = axes.Days[shape.WeekOf(cell)];
            (long[] Values, bool Counts)[] had = [.. units.Select(unit => (input.Ledger.Possible(unit, indicator, day), day == week.Day && week.Reported.Contains(unit)))];
            var (figure, most) = (printed[cell], had.Sum(unit => unit.Values[^1]));
            var left = (int)Math.Min(week.Most - late, had.Length);
            steps += ((figure / 64) + 1) * had.Sum(unit => (long)unit.Values.Length) * (left + 1);
            if (figure != most)
            {
                if (figure > most || figure >= int.MaxValue || steps > MostSteps || FewestLate(figure, had, left) is not { } fewest)
                {
                    return false;
                }

                late += fewest;
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

    /// <returns>The week of a release, who has reported for it by now, and how many of them had not when it was made, by what it says; any number where it says nothing.</returns>
    private static (DateOnly Day, HashSet<string> Reported, long Most) LateOf(StatisticsInput input, YearPlan plan, Snapshot release, ImmutableArray<Snapshot> releases)
    {
        if (release.Safe.Coverage is not { Week: { } week } coverage)
        {
            return (default, [], int.MaxValue);
        }

        var before = releases.Select(other => other.Safe.Coverage?.Week).OfType<DateOnly>().Where(day => day < week).DefaultIfEmpty(DateOnly.MinValue).Max();
        var forms = release.Tables.Where(table => table.IsOfReturns).SelectMany(table => table.Safe.Indicators).Select(indicator => indicator.Id[..indicator.Id.IndexOf('.')]).Distinct();
        var reported = input.Ledger.Reported([.. forms], before, week);
        return (week, reported, Math.Max(0, plan.Areas.Reporters.Count(unit => reported.Contains(unit.Id)) - coverage.Reported));
    }

    /// <returns>How many of the units that count must have been late at least for a figure to be the sum of one value of each; null where it is none with as many as may have been.</returns>
    /// <param name="had">Of each unit its values, ascending, and whether it counts as late where it had another than the last.</param>
    private static int? FewestLate(long figure, (long[] Values, bool Counts)[] had, int most)
    {
        // By how many were late: bit n of what is reached stands for n.
        var (reached, all) = (new BigInteger[most + 1], (BigInteger.One << (int)(figure + 1)) - 1);
        reached[0] = BigInteger.One;
        foreach (var (values, counts) in had)
        {
            var next = new BigInteger[most + 1];
            foreach (var value in values.Where(value => value <= figure))
            {
                var cost = counts && value != values[^1] ? 1 : 0;
                for (var late = 0; late + cost <= most; late++)
                {
                    next[late + cost] |= (reached[late] << (int)value) & all;
                }
            }

            reached = next;
        }

        var fewest = Array.FindIndex(reached, sums => !(sums >> (int)figure).IsZero);
        return fewest < 0 ? null : fewest;
    }
}
