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
/// (after a correction or a late return) is revised: it stays published, and what it said stays in the equations, as a vintage of its own.
/// </summary>
/// <param name="Axes">What the figures are broken down by, on the days of all vintages.</param>
/// <param name="Input">The figures of today, what earlier vintages said, and for each cell what is decided about it.</param>
/// <param name="Published">The tables that are published, oldest first.</param>
/// <param name="Revised">Those of releases that no longer hold, oldest first.</param>
internal sealed record SeriesHistory(
    Axes Axes, TableToProtect Input, ImmutableArray<PrintedTable.Published> Published, ImmutableArray<PrintedTable.Published> Revised)
{
    /// <summary>Whether it takes too much to find what earlier vintages withheld, so that nothing can be proved.</summary>
    public bool IsTooLarge { get; private init; }

    /// <param name="tables">All tables of the year that print the indicator: the published ones, oldest first, then those being made.</param>
    /// <param name="diagnostics">Takes <c>release/areas-changed</c>.</param>
    /// <returns>The history; null where the units of the year have changed so that an earlier table has no place.</returns>
    public static SeriesHistory? Of(
        StatisticsInput input, YearPlan plan, Indicator indicator, ImmutableArray<PrintedTable> tables, List<Diagnostic> diagnostics)
    {
        var today = ReturnedFigures.Of(input, plan, indicator.Id, tables);
        var published = tables.OfType<PrintedTable.Published>().ToImmutableArray();
        if (published.FirstOrDefault(table => table.OnDays(today.Axes) is null) is { } lost)
        {
            diagnostics.Add(Diagnostic.Error("release/areas-changed", lost.Table.Location, "这一期公布过的地区或行业，在现在的 units.csv 里没有，或者归了别的地区。",
                "同一年里不要改动已公布的地区的名称和上级；变动写上 opened、closed，从下一年起生效。"));
            return null;
        }

        var releases = published.Where(table => !Holds(table, today)).Select(table => table.Release.Safe.Name).ToHashSet();
        var revised = published.Where(table => releases.Contains(table.Release.Safe.Name)).ToImmutableArray();
        var requested = tables.OfType<PrintedTable.Requested>().Any() ? input.Requests.MeasureOf(indicator) : Measure.Open;
        var measure = published.Select(table => table.Table.Measures[table.Indicator]).Append(requested).Max();
        var last = published.Select(table => table.Vintage).DefaultIfEmpty(0).Max();
        var newest = revised.Any(table => table.Vintage == last) ? last + 1 : last;
        var vintages = EarlierVintages.Of(today, tables, newest, input.Policy.For(indicator).Floor, input.Budget);
        var history = new CellHistory[vintages.Axes.Shape.Count];
        foreach (var (said, cell) in vintages.Said.Select((said, cell) => (said, cell)))
        {
            history[cell] = said switch
            {
                Cell.Shown => CellHistory.Shown,
                Cell.Withheld => CellHistory.Withheld,
                _ => vintages.WasWithheld(cell) ? CellHistory.Withheld : CellHistory.New,
            };
        }

        var protect = new TableToProtect(vintages.Table, vintages.Printed, history, measure, input.Policy.For(indicator))
        {
            HasInsiders = true,
            Budget = input.Budget,
            SoleReporters = SoleReportersOf(input, plan, vintages.Axes),
        };
        return new(vintages.Axes, protect, published, revised) { IsTooLarge = vintages.IsTooLarge };
    }

    /// <returns>For each place the contributor behind all units that report there, or -1 where there are several or none.</returns>
    private static int[] SoleReportersOf(StatisticsInput input, YearPlan plan, Axes axes)
    {
        var sole = new int[axes.Shape.Layer];
        Array.Fill(sole, -1);
        foreach (var place in plan.Areas.Reporters.GroupBy(
            unit => axes.Shape.At(plan.Areas.Homes[unit.Id], axes.Dimensions[1].Categories.Length > 1 ? plan.SectorOf[unit.Id] : 0), unit => input.Units.Contributors[unit.Id]))
        {
            sole[place.Key] = place.Distinct().Take(2).ToArray() is [var only] ? only : -1;
        }

        return sole;
    }

    /// <returns>Whether all that a table shows is what the returns give.</returns>
    private static bool Holds(PrintedTable.Published table, ReturnedFigures figures)
    {
        var at = 0;
        foreach (var cell in table.OnDays(figures.Axes)!.Cells(figures.Axes.Shape))
        {
            var truth = figures.Table.Contributors[cell].Sum;
            if (!(table.Cells[at++] switch { Cell.Shown shown => shown.Value == truth, Cell.Withheld => truth > 0, _ => truth == 0 }))
            {
                return false;
            }
        }

        return true;
    }
}

/// <summary>One table that prints an indicator of returns, in a release that is published or in the one being made.</summary>
internal abstract record PrintedTable
{
    private PrintedTable() { }

    /// <summary>The days it prints.</summary>
    public abstract IEnumerable<DateOnly> Days { get; }

    /// <returns>What it prints of axes with the weeks of all vintages; null where the axes lack a category of it.</returns>
    public abstract Slice? On(Axes axes);

    /// <returns>What it prints of axes with each day once.</returns>
    public abstract Slice? OnDays(Axes axes);

    /// <param name="Release">The release it is published in.</param>
    /// <param name="Indicator">Place of the indicator in the table.</param>
    /// <param name="Vintage">How many releases up to this one took back what earlier ones said of the indicator.</param>
    public sealed record Published(Snapshot Release, SnapshotTable Table, int Indicator, int Vintage) : PrintedTable
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

        public override Slice? On(Axes axes) => axes.Place(Table, Vintage);

        public override Slice? OnDays(Axes axes) => axes.Place(Table);
    }

    /// <summary>A table that is being made, always of the last vintage.</summary>
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
            return new([areas, sectors], [.. Weeks.Select(day => axes.WeekOf(axes.Weeks[^1].Vintage, day))]);
        }

        public override Slice? OnDays(Axes axes) => On(axes);
    }
}

/// <summary>The figures of one indicator in one year as the units' returns give them today. Raw, so it never leaves this project.</summary>
/// <param name="Axes">What they are broken down by: area and sector, on each day that is printed once.</param>
/// <param name="Table">The figures.</param>
/// <param name="Contributions">What each unit added from day to day.</param>
/// <param name="IsImpossible">Whether an area without parts can have nothing of a sector; null where there are no sectors.</param>
/// <param name="Corrected">Which returns their units have corrected.</param>
internal sealed record ReturnedFigures(Axes Axes, Table Table, Contribution[] Contributions, Func<int, bool>? IsImpossible, ImmutableArray<CorrectedReturn> Corrected)
{
    /// <param name="indicator">Id of the indicator.</param>
    /// <param name="tables">What prints it, one or more.</param>
    public static ReturnedFigures Of(StatisticsInput input, YearPlan plan, string indicator, ImmutableArray<PrintedTable> tables)
    {
        ImmutableArray<DateOnly> days = [.. tables.SelectMany(table => table.Days).Distinct().Order()];
        var bySector = plan.AxesOf(days);
        var needsSectors = tables.Any(table => table.OnDays(bySector) is { } slice && slice.Categories[1].Length > 1);
        var axes = needsSectors ? bySector : new([bySector.Dimensions[0], Dimension.WithTotal(SafeDimensions.Sector, plan.Sectors[..1])], days);
        var contributions = AddContributions(input, plan, indicator, axes, needsSectors);
        var isImpossible = needsSectors ? IsImpossibleOf(plan, axes) : null;
        var corrected = from replaced in input.Ledger.Replaced(indicator)
                        where plan.Areas.Homes.ContainsKey(replaced.Unit)
                        select new CorrectedReturn(
                            axes.Shape.At(plan.Areas.Homes[replaced.Unit], needsSectors ? plan.SectorOf[replaced.Unit] : 0), input.Units.Contributors[replaced.Unit], replaced.Day,
                            (input.Ledger.At(replaced.Unit, indicator, replaced.Day) ?? 0) - replaced.Value);
        return new(axes, Aggregation.Add(axes.Shape, contributions, new(axes.Shape, []), isImpossible), contributions, isImpossible, [.. corrected]);
    }

    private static Contribution[] AddContributions(StatisticsInput input, YearPlan plan, string indicator, Axes axes, bool needsSectors)
    {
        var contributions = new List<Contribution>();
        foreach (var unit in plan.Areas.Reporters)
        {
            long before = 0;
            var place = axes.Shape.At(plan.Areas.Homes[unit.Id], needsSectors ? plan.SectorOf[unit.Id] : 0);
            foreach (var day in axes.Days)
            {
                var now = input.Ledger.At(unit.Id, indicator, day) ?? before;
                if (now != before)
                {
                    contributions.Add(new(place, day.DayNumber, now - before, input.Units.Contributors[unit.Id]));
                }

                before = now;
            }
        }

        return [.. contributions];
    }

    /// <returns>Whether an area without parts can have nothing of a sector, since no unit there belongs to it.</returns>
    private static Func<int, bool> IsImpossibleOf(YearPlan plan, Axes axes)
    {
        var possible = plan.Areas.Reporters.Select(unit => axes.Shape.At(plan.Areas.Homes[unit.Id], plan.SectorOf[unit.Id])).ToHashSet();
        return place => !possible.Contains(place);
    }
}

/// <summary>A return that its unit has corrected. Raw, so it never leaves this project.</summary>
/// <param name="Place">Where the unit reports.</param>
/// <param name="Contributor">Who stands behind it.</param>
/// <param name="Day">The day up to which it counts.</param>
/// <param name="Change">By how much its figure changed, up or down.</param>
internal readonly record struct CorrectedReturn(int Place, int Contributor, DateOnly Day, long Change);
