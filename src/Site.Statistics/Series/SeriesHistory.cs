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
/// One indicator in one year: what its returns give now, and what releases have said of it. A release that the returns now contradict
/// (after a correction or a late return) is revised: it stays published, but its figures stand in no equation with those of today.
/// </summary>
/// <param name="Axes">What the figures are broken down by, on the days of the releases that still hold and of those being made.</param>
/// <param name="Input">The figures of today, and for each cell what is decided about it.</param>
/// <param name="Kept">The tables that still hold, oldest first.</param>
/// <param name="Revised">The tables that do not, oldest first.</param>
internal sealed record SeriesHistory(
    Axes Axes, TableToProtect Input, ImmutableArray<PrintedTable.Published> Kept, ImmutableArray<PrintedTable.Published> Revised)
{
    /// <param name="tables">All tables of the year that print the indicator: the published ones, oldest first, then those being made.</param>
    /// <param name="diagnostics">Takes <c>release/areas-changed</c>.</param>
    /// <returns>The history; null where the units of the year have changed so that an earlier table has no place.</returns>
    public static SeriesHistory? Of(
        StatisticsInput input, YearPlan plan, Indicator indicator, ImmutableArray<PrintedTable> tables, List<Diagnostic> diagnostics)
    {
        var all = Add(input, plan, indicator, tables);
        var published = tables.OfType<PrintedTable.Published>().ToImmutableArray();
        if (published.FirstOrDefault(table => table.On(all.Axes) is null) is { } lost)
        {
            diagnostics.Add(Diagnostic.Error("release/areas-changed", lost.Table.Location, "这一期公布过的地区或行业，在现在的 units.csv 里没有，或者归了别的地区。",
                "同一年里不要改动已公布的地区的名称和上级；变动写上 opened、closed，从下一年起生效。"));
            return null;
        }

        var releases = published.Where(table => !Holds(table, all)).Select(table => table.Release.Safe.Name).ToHashSet();
        var kept = published.Where(table => !releases.Contains(table.Release.Safe.Name)).ToImmutableArray();
        var revised = published.Where(table => releases.Contains(table.Release.Safe.Name)).ToImmutableArray();
        ImmutableArray<PrintedTable> held = [.. kept, .. tables.OfType<PrintedTable.Requested>()];
        var series = revised.IsEmpty || held.IsEmpty ? all : Add(input, plan, indicator, held);
        var requested = tables.OfType<PrintedTable.Requested>().Any() ? input.Requests.MeasureOf(indicator) : Measure.Open;
        var measure = MeasureNames.Strictest([.. published.Select(table => table.Table.Measures[table.Indicator]), requested, MeasureNames.Least(indicator)]);
        var rules = input.Policy.For(indicator);
        var history = new CellHistory[series.Axes.Shape.Count];
        RevisedFigures.ApplyTo(history, revised, all, series, measure, rules);
        foreach (var table in kept)
        {
            ApplyTo(history, table, series.Axes);
        }

        return new(series.Axes, new(series.Table, series.Printed, history, measure, rules), kept, revised);
    }

    /// <returns>Whether all that a table shows is what the returns give.</returns>
    private static bool Holds(PrintedTable.Published table, ReturnedFigures figures)
    {
        var at = 0;
        foreach (var cell in table.On(figures.Axes)!.Cells(figures.Axes.Shape))
        {
            var truth = figures.Table.Contributors[cell].Sum;
            if (!(table.Cells[at++] switch { Cell.Shown shown => shown.Value == truth, Cell.Withheld => truth > 0, _ => truth == 0 }))
            {
                return false;
            }
        }

        return true;
    }

    private static ReturnedFigures Add(StatisticsInput input, YearPlan plan, Indicator indicator, ImmutableArray<PrintedTable> tables) => ReturnedFigures.Of(
        input, plan, indicator.Id, [.. tables.SelectMany(table => table.Days).Distinct().Order()],
        axes => tables.Select(table => table.On(axes)).OfType<Slice>());

    private static void ApplyTo(CellHistory[] history, PrintedTable.Published table, Axes axes)
    {
        var at = 0;
        foreach (var cell in table.On(axes)!.Cells(axes.Shape))
        {
            history[cell] = table.Cells[at++] switch { Cell.Shown => CellHistory.Shown, Cell.Withheld => CellHistory.Withheld, _ => history[cell] };
        }
    }
}

/// <summary>One table that prints an indicator of returns, in a release that is published or in the one being made.</summary>
internal abstract record PrintedTable
{
    private PrintedTable() { }

    /// <summary>The days it prints.</summary>
    public abstract IEnumerable<DateOnly> Days { get; }

    /// <returns>What it prints of the axes; null where the axes lack a category of it.</returns>
    public abstract Slice? On(Axes axes);

    /// <param name="Release">The release it is published in.</param>
    /// <param name="Indicator">Place of the indicator in the table.</param>
    public sealed record Published(Snapshot Release, SnapshotTable Table, int Indicator) : PrintedTable
    {
        public override IEnumerable<DateOnly> Days => Axes.DaysOf(Table);

        /// <returns>What is printed, in the order of the slice's cells.</returns>
        public ReadOnlySpan<Cell> Cells
        {
            get
            {
                var size = Table.Figures.Length / Table.Safe.Indicators.Length;
                return Table.Figures.AsSpan().Slice(Indicator * size, size);
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
            int[] areas = [.. Enumerable.Range(0, axes.Dimensions[0].Categories.Length).Where(area => Plan.Depths[area] <= depth)];
            int[] sectors = Request.HasSectors ? [.. Enumerable.Range(0, axes.Dimensions[1].Categories.Length)] : [0];
            return new([areas, sectors], [.. Weeks.Select(day => axes.Days.BinarySearch(day))]);
        }
    }
}

/// <summary>The figures of one indicator in one year as the units' returns give them. Raw, so it never leaves this project.</summary>
/// <param name="Axes">What they are broken down by: area and sector.</param>
/// <param name="Table">The figures.</param>
/// <param name="Printed">The cells that some table prints.</param>
internal sealed record ReturnedFigures(Axes Axes, Table Table, PrintedCells Printed)
{
    /// <param name="indicator">Id of the indicator.</param>
    /// <param name="days">The days printed, ascending, each once, one or more.</param>
    /// <param name="slices">Gives, once the axes are known, what is printed.</param>
    public static ReturnedFigures Of(
        StatisticsInput input, YearPlan plan, string indicator, ImmutableArray<DateOnly> days, Func<Axes, IEnumerable<Slice>> slices)
    {
        var bySector = plan.AxesOf(days);
        var needsSectors = slices(bySector).Any(slice => slice.Categories[1].Length > 1);
        var axes = needsSectors ? bySector : new([bySector.Dimensions[0], Dimension.WithTotal(SafeDimensions.Sector, plan.Sectors[..1])], days);
        var printed = new PrintedCells(axes.Shape, slices(axes).SelectMany(slice => slice.Cells(axes.Shape)));
        var contributions = Contributions(input, plan, indicator, axes, needsSectors);
        return new(axes, Aggregation.Add(axes.Shape, contributions, printed, needsSectors ? IsImpossible(plan, axes) : null), printed);
    }

    /// <returns>What each unit added from day to day.</returns>
    private static Contribution[] Contributions(StatisticsInput input, YearPlan plan, string indicator, Axes axes, bool needsSectors)
    {
        var contributions = new List<Contribution>();
        foreach (var unit in plan.Areas.Reporters)
        {
            long before = 0;
            var place = axes.Shape.At(plan.Areas.Homes[unit.Id], needsSectors ? plan.SectorOf[unit.Id] : 0);
            for (var week = 0; week < axes.Days.Length; week++)
            {
                var now = input.Ledger.At(unit.Id, indicator, axes.Days[week]) ?? before;
                if (now != before)
                {
                    contributions.Add(new(place, week, now - before, input.Units.Contributors[unit.Id]));
                }

                before = now;
            }
        }

        return [.. contributions];
    }

    /// <returns>Whether an area without parts can have nothing of a sector, since no unit there belongs to it.</returns>
    private static Func<int, bool> IsImpossible(YearPlan plan, Axes axes)
    {
        var possible = plan.Areas.Reporters.Select(unit => axes.Shape.At(plan.Areas.Homes[unit.Id], plan.SectorOf[unit.Id])).ToHashSet();
        return place => !possible.Contains(place);
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
    /// <param name="revised">Tables that no longer hold, oldest first.</param>
    /// <param name="all">The figures of today on all days ever printed.</param>
    /// <param name="series">The figures of today on the days that still hold or are being made.</param>
    public static void ApplyTo(
        CellHistory[] history, ImmutableArray<PrintedTable.Published> revised, ReturnedFigures all, ReturnedFigures series, Measure measure, DisclosureRules rules)
    {
        if (measure == Measure.Open)
        {
            return;
        }

        foreach (var table in revised)
        {
            var at = 0;
            foreach (var cell in table.On(all.Axes)!.Cells(all.Axes.Shape))
            {
                ApplyTo(history, table.Cells[at++], all, cell, series, measure, rules);
            }
        }
    }

    private static void ApplyTo(
        CellHistory[] history, Cell said, ReturnedFigures all, int cell, ReturnedFigures series, Measure measure, DisclosureRules rules)
    {
        var (area, sector) = (all.Axes.Shape.Category(cell, 0), all.Axes.Shape.Category(cell, 1));
        var day = all.Axes.Days[all.Axes.Shape.Week(cell)];
        var truth = all.Table.Contributors[cell].Sum;
        var (axes, shape) = (series.Axes, series.Axes.Shape);
        if (sector >= axes.Dimensions[1].Categories.Length)
        {
            return;
        }

        for (var week = 0; week < axes.Days.Length; week++)
        {
            var later = shape.Cumulative(week, shape.At(area, sector));
            if (axes.Days[week] < day || !series.Printed.Has(later))
            {
                continue;
            }

            var isSame = axes.Days[week] == day;
            if (said is Cell.Shown shown && shown.Value != truth)
            {
                var now = series.Table.Contributors[later].Sum;
                history[later] = IsUnsafe(now - shown.Value, truth - shown.Value, now - truth, measure, rules) ? CellHistory.Withheld : history[later];
            }
            else if (isSame)
            {
                history[later] = said is Cell.Withheld ? CellHistory.Withheld : said is Cell.Shown && history[later] == CellHistory.New ? CellHistory.Shown : history[later];
            }
        }
    }

    /// <param name="difference">The new figure less the old one, as readers see it.</param>
    /// <param name="correction">What was corrected, up to the day of the old one.</param>
    /// <param name="grown">What was added since that day.</param>
    private static bool IsUnsafe(long difference, long correction, long grown, Measure measure, DisclosureRules rules)
    {
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
