using System.Collections.Immutable;
using Site.Core.Diagnostics;
using Site.Statistics.Forms;
using Site.Statistics.Policies;
using Site.Statistics.Protection;
using Site.Statistics.Published;
using Site.Statistics.Requests;
using Site.Statistics.Snapshots;
using Site.Statistics.Tables;
using Site.Statistics.Units;

namespace Site.Statistics.Series;

/// <summary>
/// One indicator in one year: what its returns give now, and what releases have said of it. A release that the returns no longer bear out
/// (a correction, a late return) is stale: what it said stays said, but its figures stand in no equation with those of today.
/// </summary>
/// <param name="Series">The figures of today, on the days of the releases that still hold and of those being made.</param>
/// <param name="Kept">The tables that still hold, oldest first.</param>
/// <param name="Revised">The tables that do not, oldest first.</param>
/// <param name="History">For each cell what is decided about it: shown, withheld, or nothing yet.</param>
/// <param name="Measure">Which rule guards it.</param>
/// <param name="Rules">How small is too small.</param>
internal sealed record SeriesHistory(
    ReturnedSeries Series, ImmutableArray<PrintedTable.Published> Kept, ImmutableArray<PrintedTable.Published> Revised, CellHistory[] History, Measure Measure, DisclosureRules Rules)
{
    /// <param name="layouts">All tables of the year that print the indicator: the frozen ones, oldest first, then those being made.</param>
    /// <param name="diagnostics">Takes <c>release/areas-changed</c>.</param>
    /// <returns>The history; null where the units of the year have changed so that an earlier table has no place.</returns>
    public static SeriesHistory? Of(StatisticsInput campaign, YearPlan plan, Indicator indicator, ImmutableArray<PrintedTable> layouts, List<Diagnostic> diagnostics)
    {
        var whole = Put(campaign, plan, indicator, layouts);
        foreach (var lost in layouts.OfType<PrintedTable.Published>().Where(frozen => frozen.On(whole.Axes) is null))
        {
            diagnostics.Add(Diagnostic.Error("release/areas-changed", lost.Table.Where, "这一期公布过的地区或行业，在现在的 units.csv 里没有，或者归了别的地区。",
                "同一年里不要改动已公布的地区的名称和上级；变动写上 opened、closed，从下一年起生效。"));
            return null;
        }

        var frozen = layouts.OfType<PrintedTable.Published>().ToImmutableArray();
        var staleReleases = frozen.Where(table => !Holds(table, whole)).Select(table => table.Release.Safe.Name).ToHashSet();
        var kept = frozen.Where(table => !staleReleases.Contains(table.Release.Safe.Name)).ToImmutableArray();
        var stale = frozen.Where(table => staleReleases.Contains(table.Release.Safe.Name)).ToImmutableArray();
        var held = stale.IsEmpty ? layouts : [.. kept, .. layouts.OfType<PrintedTable.Requested>()];
        if (held.IsEmpty)
        {
            held = layouts;
        }

        var series = stale.IsEmpty ? whole : Put(campaign, plan, indicator, held);
        var asked = layouts.OfType<PrintedTable.Requested>().Any() ? campaign.Requests.MeasureOf(indicator) : Measure.Open;
        var measure = frozen.Select(table => table.Table.Measures[table.Indicator]).Append(asked).Max();
        var rules = campaign.Policy.For(indicator);
        var history = new CellHistory[series.Axes.Shape.Count];
        RevisedFigures.Remember(history, stale, whole, series, measure, rules);
        foreach (var table in kept)
        {
            Remember(history, table, series.Axes);
        }

        return new(series, kept, stale, history, measure, rules);
    }

    /// <returns>Whether all that a table shows is what the returns give.</returns>
    private static bool Holds(PrintedTable.Published table, ReturnedSeries series)
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

    private static ReturnedSeries Put(StatisticsInput campaign, YearPlan plan, Indicator indicator, ImmutableArray<PrintedTable> layouts) => ReturnedSeries.Of(
        campaign, plan, indicator.Id, [.. layouts.SelectMany(layout => layout.Days).Distinct().Order()],
        axes => layouts.Select(layout => layout.On(axes)).OfType<Slice>());

    private static void Remember(CellHistory[] history, PrintedTable.Published table, Axes axes)
    {
        var at = 0;
        foreach (var cell in table.On(axes)!.Cells(axes.Shape))
        {
            history[cell] = table.Cells[at++] switch { Cell.Shown => CellHistory.Shown, Cell.Withheld => CellHistory.Withheld, _ => history[cell] };
        }
    }
}

/// <summary>One table that prints an indicator, in a release that is frozen or in the one being made.</summary>
internal abstract record PrintedTable
{
    private PrintedTable() { }

    /// <summary>The days it prints.</summary>
    public abstract IEnumerable<DateOnly> Days { get; }

    /// <returns>What it prints of the axes; null where the axes lack a category of it.</returns>
    public abstract Slice? On(Axes axes);

    /// <param name="Release">The release it is frozen in.</param>
    /// <param name="Indicator">Place of the indicator in the table.</param>
    public sealed record Published(Snapshot Release, SnapshotTable Table, int Indicator) : PrintedTable
    {
        public override IEnumerable<DateOnly> Days => Axes.DaysOf(Table);

        /// <returns>What is printed, in the order of the slice's cells.</returns>
        public ReadOnlySpan<Cell> Cells
        {
            get
            {
                var size = Table.Safe.Cells.Length / Table.Safe.Indicators.Length;
                return Table.Safe.Cells.AsSpan().Slice(Indicator * size, size);
            }
        }

        public override Slice? On(Axes axes) => axes.Place(Table);
    }

    /// <param name="Request">What is asked for.</param>
    /// <param name="Weeks">The days it is to print, ascending.</param>
    /// <param name="Plan">The areas of the year.</param>
    public sealed record Requested(TableRequest Request, ImmutableArray<DateOnly> Weeks, AreaPlan Plan) : PrintedTable
    {
        public override IEnumerable<DateOnly> Days => Weeks;

        public override Slice? On(Axes axes)
        {
            var depth = Request.FinestRank is { } rank ? rank == int.MaxValue ? int.MaxValue : Plan.DepthOf(rank) : 0;
            return new([.. Enumerable.Range(0, axes.Tree.Count).Where(area => Plan.Depths[area] <= depth)],
                Request.HasSectors ? [.. Enumerable.Range(0, axes.Sectors.Length)] : [0], [.. Weeks.Select(day => axes.Days.BinarySearch(day))]);
        }
    }
}

/// <summary>The figures of one indicator in one year as the units' returns give them. Raw, so it never leaves this room.</summary>
/// <param name="Axes">What they are broken down by.</param>
/// <param name="Cube">The figures.</param>
/// <param name="Printed">The cells that some table prints.</param>
internal sealed record ReturnedSeries(Axes Axes, Table Cube, PrintedCells Printed)
{
    /// <param name="indicator">Id of the indicator.</param>
    /// <param name="days">The days printed, ascending, each once, one or more.</param>
    /// <param name="slices">Gives, once the axes are known, what is printed.</param>
    public static ReturnedSeries Of(
        StatisticsInput campaign, YearPlan plan, string indicator, ImmutableArray<DateOnly> days, Func<Axes, IEnumerable<Slice>> slices)
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
    private static Contribution[] Contributions(StatisticsInput campaign, YearPlan plan, string indicator, Axes axes)
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

/// <summary>
/// Says what figures that no longer hold forbid today. A figure that is still the same keeps its status. One that was corrected is
/// another figure, but who knows the old one must not learn from the new one what was corrected: where the difference is unsafe, the
/// new one is withheld, on the same day and on each later one.
/// </summary>
internal static class RevisedFigures
{
    /// <param name="history">For each cell of <paramref name="series"/>; filled in.</param>
    /// <param name="stale">Tables that no longer hold, oldest first.</param>
    /// <param name="whole">The figures of today on all days ever printed.</param>
    /// <param name="series">The figures of today on the days that still hold or are being made.</param>
    public static void Remember(
        CellHistory[] history, ImmutableArray<PrintedTable.Published> stale, ReturnedSeries whole, ReturnedSeries series, Measure measure, DisclosureRules rules)
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
