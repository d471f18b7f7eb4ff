using System.Collections.Immutable;
using Site.Model;

namespace Site.Disclosure;

/// <summary>
/// One indicator in one year: what its returns give now, and what releases have said of it. A release that the returns no longer bear out
/// (a correction, a late return) is stale: what it said stays said, but its figures stand in no equation with those of today.
/// </summary>
/// <param name="Series">The figures of today, on the days of the releases that still hold and of those being made.</param>
/// <param name="Kept">The tables that still hold, oldest first.</param>
/// <param name="Stale">The tables that do not, oldest first.</param>
/// <param name="History">For each cell what is decided about it: shown, withheld, or nothing yet.</param>
/// <param name="Measure">Which rule guards it.</param>
/// <param name="Rules">How small is too small.</param>
internal sealed record SeriesHistory(
    ReturnedSeries Series, ImmutableArray<Layout.Frozen> Kept, ImmutableArray<Layout.Frozen> Stale, CellHistory[] History, Measure Measure, DisclosureRules Rules)
{
    /// <param name="layouts">All tables of the year that print the indicator: the frozen ones, oldest first, then those being made.</param>
    /// <param name="problems">Takes <c>release/areas-changed</c>.</param>
    /// <returns>The history; null where the units of the year have changed so that an earlier table has no place.</returns>
    public static SeriesHistory? Of(Campaign campaign, YearPlan plan, Indicator indicator, ImmutableArray<Layout> layouts, List<Problem> problems)
    {
        var whole = Put(campaign, plan, indicator, layouts);
        foreach (var lost in layouts.OfType<Layout.Frozen>().Where(frozen => frozen.On(whole.Axes) is null))
        {
            problems.Add(Problem.Error("release/areas-changed", lost.Table.Where, "这一期公布过的地区或行业，在现在的 units.csv 里没有，或者归了别的地区。",
                "同一年里不要改动已公布的地区的名称和上级；变动写上 opened、closed，从下一年起生效。"));
            return null;
        }

        var frozen = layouts.OfType<Layout.Frozen>().ToImmutableArray();
        var staleReleases = frozen.Where(table => !Holds(table, whole)).Select(table => table.Release.Safe.Name).ToHashSet();
        var kept = frozen.Where(table => !staleReleases.Contains(table.Release.Safe.Name)).ToImmutableArray();
        var stale = frozen.Where(table => staleReleases.Contains(table.Release.Safe.Name)).ToImmutableArray();
        var held = stale.IsEmpty ? layouts : [.. kept, .. layouts.OfType<Layout.Asked>()];
        if (held.IsEmpty)
        {
            held = layouts;
        }

        var series = stale.IsEmpty ? whole : Put(campaign, plan, indicator, held);
        var asked = layouts.OfType<Layout.Asked>().Any() ? campaign.Requests.MeasureOf(indicator) : Measure.Open;
        var measure = frozen.Select(table => table.Table.Measures[table.Indicator]).Append(asked).Max();
        var rules = campaign.Policy.For(indicator);
        var history = new CellHistory[series.Axes.Shape.Count];
        StaleFigures.Remember(history, stale, whole, series, measure, rules);
        foreach (var table in kept)
        {
            Remember(history, table, series.Axes);
        }

        return new(series, kept, stale, history, measure, rules);
    }

    /// <returns>Whether all that a table shows is what the returns give.</returns>
    private static bool Holds(Layout.Frozen table, ReturnedSeries series)
    {
        var at = 0;
        foreach (var cell in table.On(series.Axes)!.Cells(series.Axes.Shape))
        {
            var truth = series.Cube.Contributors[cell].Sum;
            if (!(table.Cells[at++] switch { Cell.Shown shown => shown.Value == truth, Cell.Withheld => truth > 0, _ => truth == 0 }))
            {
                return false;
            }
        }

        return true;
    }

    private static ReturnedSeries Put(Campaign campaign, YearPlan plan, Indicator indicator, ImmutableArray<Layout> layouts) => ReturnedSeries.Of(
        campaign, plan, indicator.Id, [.. layouts.SelectMany(layout => layout.Days).Distinct().Order()],
        axes => layouts.Select(layout => layout.On(axes)).OfType<Slice>());

    private static void Remember(CellHistory[] history, Layout.Frozen table, Axes axes)
    {
        var at = 0;
        foreach (var cell in table.On(axes)!.Cells(axes.Shape))
        {
            history[cell] = table.Cells[at++] switch { Cell.Shown => CellHistory.Shown, Cell.Withheld => CellHistory.Withheld, _ => history[cell] };
        }
    }
}
