using System.Collections.Immutable;
using Site.Statistics.Published;
using Site.Statistics.Series;

namespace Site.Statistics.Releases;

/// <summary>Which units have reported. What is not reported is not 0: cells say so, and totals say that they lack it.</summary>
internal sealed class Reporting(StatisticsInput input, YearPlan plan)
{
    /// <returns>
    /// What a table prints of an indicator, with <see cref="CellText.NotReported"/> in place of a 0 that no unit has reported, and for each cell whether it shows
    /// a figure to which not all units have reported.
    /// </returns>
    /// <param name="printed">What is printed after protection, in the order of the table's cells.</param>
    /// <remarks>
    /// It gives nothing away: only what would be shown anyway says whether it is reported, and to a reader who works figures out it adds as little to a total as 0.
    /// </remarks>
    public ReportedCells Mark(PrintedTable.Requested table, string indicator, ImmutableArray<string> printed)
    {
        var axes = plan.AxesOf(table.Weeks);
        var shape = axes.Shape;
        var (asked, reported, totals) = (new int[shape.Layer], new int[shape.Weeks * shape.Layer], new List<int>());
        foreach (var unit in plan.Areas.Reporters)
        {
            shape.FindTotals(shape.At(plan.Areas.Homes[unit.Id], plan.SectorOf[unit.Id]), totals);
            var first = table.Weeks.TakeWhile(day => input.Ledger.At(unit.Id, indicator, day) is null).Count();
            foreach (var place in totals)
            {
                asked[place]++;
                for (var week = first; week < table.Weeks.Length; week++)
                {
                    reported[shape.Cumulative(week, place)]++;
                }
            }
        }

        ImmutableArray<int> cells = [.. table.On(axes)!.Cells(shape)];
        var isIncomplete = cells.Select((cell, at) => reported[cell] < asked[shape.Place(cell)] && reported[cell] > 0
            && printed[at] is not (CellText.Withheld or CellText.NotApplicable));
        var texts = printed.Select((text, at) => text == "0" && reported[cells[at]] == 0 && asked[shape.Place(cells[at])] > 0 ? CellText.NotReported : text);
        return new([.. texts], [.. isIncomplete]);
    }

    /// <returns>How many units have handed in one of some forms for a week, of those that should have.</returns>
    /// <param name="before">The last day of the week before.</param>
    /// <param name="week">The last day of the week.</param>
    public SafeCoverage Coverage(ImmutableArray<string> forms, DateOnly before, DateOnly week)
    {
        var reported = input.Ledger.Reported(forms, before, week);
        return new(plan.Areas.Reporters.Count(unit => reported.Contains(unit.Id)), plan.Areas.Reporters.Length, week);
    }
}

/// <summary>What a table prints of one indicator.</summary>
/// <param name="Texts">In the order of the table's cells.</param>
/// <param name="Incomplete">For each cell whether it shows a figure that lacks those of units that have not reported.</param>
internal sealed record ReportedCells(ImmutableArray<string> Texts, ImmutableArray<bool> Incomplete);
