using System.Collections.Immutable;
using Site.Model;

namespace Site.Disclosure;

/// <summary>
/// Says what figures that no longer hold forbid today. A figure that is still the same keeps its status. One that was corrected is
/// another figure, but who knows the old one must not learn from the new one what was corrected: where the difference is unsafe, the
/// new one is withheld, on the same day and on each later one.
/// </summary>
internal static class StaleFigures
{
    /// <param name="history">For each cell of <paramref name="series"/>; filled in.</param>
    /// <param name="stale">Tables that no longer hold, oldest first.</param>
    /// <param name="whole">The figures of today on all days ever printed.</param>
    /// <param name="series">The figures of today on the days that still hold or are being made.</param>
    public static void Remember(
        CellHistory[] history, ImmutableArray<Layout.Frozen> stale, ReturnedSeries whole, ReturnedSeries series, Measure measure, DisclosureRules rules)
    {
        if (measure == Measure.Open)
        {
            return;
        }

        foreach (var table in stale)
        {
            var at = 0;
            foreach (var cell in table.On(whole.Axes)!.Cells(whole.Axes.Shape))
            {
                Remember(history, table.Cells[at++], whole, cell, series, measure, rules);
            }
        }
    }

    private static void Remember(
        CellHistory[] history, Cell said, ReturnedSeries whole, int cell, ReturnedSeries series, Measure measure, DisclosureRules rules)
    {
        var place = whole.Axes.Shape.Of(cell);
        var day = whole.Axes.Days[place.Week];
        var truth = whole.Cube.Contributors[cell].Sum;
        if (place.Sector >= series.Axes.Sectors.Length)
        {
            return;
        }

        for (var week = 0; week < series.Axes.Days.Length; week++)
        {
            var later = series.Axes.Shape.Cumulative(0, week, place.Sector, place.Area);
            if (series.Axes.Days[week] < day || !series.Printed.Has(later))
            {
                continue;
            }

            var isSame = series.Axes.Days[week] == day;
            if (said is Cell.Shown shown && shown.Value != truth)
            {
                var now = series.Cube.Contributors[later].Sum;
                history[later] = IsUnsafe(now - shown.Value, truth - shown.Value, whole, cell, now, measure, rules) ? CellHistory.Withheld : history[later];
            }
            else if (isSame)
            {
                history[later] = said is Cell.Withheld ? CellHistory.Withheld : said is Cell.Shown && history[later] == CellHistory.New ? CellHistory.Shown : history[later];
            }
        }
    }

    /// <param name="difference">The new figure less the old one, as readers see it.</param>
    /// <param name="correction">What was corrected, up to the day of the old one.</param>
    /// <param name="now">The new figure.</param>
    private static bool IsUnsafe(long difference, long correction, ReturnedSeries whole, int cell, long now, Measure measure, DisclosureRules rules)
    {
        var grown = now - whole.Cube.Contributors[cell].Sum;
        var isSmall = difference != 0 && Math.Abs(difference) < rules.LeastPersons;

        // Who grew is not asked again: the correction counts as one contributor, all growth as another, and two are too few.
        var isOneUnits = grown < Math.Abs(correction) * rules.DominancePercent / 100 || grown == 0;
        return measure switch
        {
            Measure.Count => isSmall,
            Measure.PersonSum => isSmall || isOneUnits,
            _ => isOneUnits,
        };
    }
}
