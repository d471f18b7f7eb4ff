using System.Collections.Immutable;

namespace Site.Disclosure;

/// <summary>The figures of one indicator in one year as the units' returns give them. Raw, so it never leaves this room.</summary>
/// <param name="Axes">What they are broken down by.</param>
/// <param name="Cube">The figures.</param>
/// <param name="Printed">The cells that some table prints.</param>
internal sealed record ReturnedSeries(Axes Axes, Cube Cube, PrintedCells Printed)
{
    /// <param name="indicator">Id of the indicator.</param>
    /// <param name="days">The days printed, ascending, each once, one or more.</param>
    /// <param name="slices">Gives, once the axes are known, what is printed.</param>
    public static ReturnedSeries Of(
        Campaign campaign, YearPlan plan, string indicator, ImmutableArray<DateOnly> days, Func<Axes, IEnumerable<Slice>> slices)
    {
        var wide = new Axes(plan.Areas.Tree, plan.Areas.Names, plan.Sectors, days);
        var needsSectors = slices(wide).Any(slice => slice.Sectors.Length > 1);
        var axes = needsSectors ? wide : new(plan.Areas.Tree, plan.Areas.Names, plan.Sectors[..1], days);
        var printed = new PrintedCells(axes.Shape);
        foreach (var cell in slices(axes).SelectMany(slice => slice.Cells(axes.Shape)))
        {
            printed.Add(cell);
        }

        printed.Close();
        var contributions = Contributions(campaign, plan, indicator, axes);
        var cube = Aggregation.Add(axes.Shape, contributions, needsSectors ? plan.IsImpossible() : (_, _) => false, printed);
        return new(axes, cube, printed);
    }

    /// <returns>What each unit added from day to day.</returns>
    private static Contribution[] Contributions(Campaign campaign, YearPlan plan, string indicator, Axes axes)
    {
        var contributions = new List<Contribution>();
        foreach (var unit in plan.Areas.Reporters)
        {
            long before = 0;
            var sector = axes.Sectors.Length > 1 ? plan.SectorOf[unit.Id] : 0;
            for (var week = 0; week < axes.Days.Length; week++)
            {
                var now = campaign.Ledger.At(unit.Id, indicator, axes.Days[week]) ?? before;
                if (now != before)
                {
                    contributions.Add(new(plan.Areas.Homes[unit.Id], sector, week, 0, now - before, campaign.Units.Contributors[unit.Id]));
                }

                before = now;
            }
        }

        return [.. contributions];
    }
}
