using System.Collections.Immutable;
using System.Globalization;
using Site.Core.Diagnostics;
using Site.Statistics.Forms;
using Site.Statistics.Plausibility;
using Site.Statistics.Published;
using Site.Statistics.Requests;
using Site.Statistics.Series;
using Site.Statistics.Snapshots;

namespace Site.Statistics.Releases;

/// <summary>A release while it is made.</summary>
/// <param name="campaign">Returns without mistakes.</param>
/// <param name="plan">The areas and sectors of the year.</param>
/// <param name="frozen">All earlier releases, oldest first.</param>
/// <param name="asOf">Returns up to this day count.</param>
/// <param name="diagnostics">Takes why a table cannot be shown.</param>
internal sealed class ReleaseDraft(StatisticsInput campaign, YearPlan plan, ImmutableArray<Snapshot> frozen, DateOnly asOf, List<Diagnostic> diagnostics)
{
    /// <summary>A longer list is no news; the tables themselves are complete.</summary>
    private const int MostChanges = 1000;

    private readonly ImmutableArray<Snapshot> _sameYear = [.. frozen.Where(release => release.Safe.AsOf.Year == asOf.Year)];

    /// <returns>The release; null where there is nothing to show. Publish it only if no diagnostic is an error.</returns>
    public Snapshot? Make(string name, string title, Location where)
    {
        var asked = campaign.Requests.Tables.Select(Request).OfType<PrintedTable.Requested>().ToImmutableArray();
        if (asked.IsEmpty)
        {
            diagnostics.Add(Diagnostic.Error("release/no-returns", where, $"截至 {asOf:yyyy-MM-dd} 没有一份报送可以公布。", "先用 site stats import 收进各单位的报送，或者检查 --as-of。"));
            return null;
        }

        var cells = asked.ToDictionary(table => table, _ => new List<ImmutableArray<Cell>>());
        var restates = new List<Restatement>();
        foreach (var indicator in asked.SelectMany(table => table.Request.Indicators).Distinct())
        {
            var tables = asked.Where(table => table.Request.Indicators.Contains(indicator)).ToImmutableArray();
            ImmutableArray<PrintedTable> layouts = [.. ReturnsAudit.Layouts(indicator.Id, _sameYear), .. tables];
            if (SeriesHistory.Of(campaign, plan, indicator, layouts, diagnostics) is not { } history)
            {
                continue;
            }

            restates.AddRange(history.Revised.Where(stale => !IsTakenBack(stale, indicator))
                .Select(stale => new Restatement(stale.Release.Safe.Name, stale.Table.Safe.Id, indicator.Id)));
            foreach (var (table, shown) in tables.Zip(SeriesProtection.Protect(history, indicator.Label, tables, diagnostics)))
            {
                cells[table].Add(shown);
            }
        }

        if (diagnostics.Exists(diagnostic => diagnostic.Severity == Severity.Error))
        {
            return null;
        }

        var made = asked.Select(table => Table(table, cells[table], restates, where)).ToImmutableArray();
        var safe = new SafeRelease
        {
            Name = name,
            Title = title,
            AsOf = asOf,
            IsSample = campaign.Requests.IsSample,
            Coverage = Coverage(asked),
            Tables = [.. made.Select(table => table.Safe)],
            Changes = [.. made.SelectMany(table => ReleaseChanges.Find(table.Safe, table.Day, _sameYear)).Take(MostChanges)],
        };
        return new(safe, made, [.. restates], where);
    }

    /// <returns>A release without tables of returns.</returns>
    public static Snapshot Empty(string name, string title, DateOnly asOf, bool isSample, Location where) =>
        new(new() { Name = name, Title = title, AsOf = asOf, IsSample = isSample, Tables = [] }, [], [], where);

    private PrintedTable.Requested? Request(TableRequest request)
    {
        var days = campaign.Ledger.ReportDays(Forms(request), asOf);
        if (days.IsEmpty)
        {
            diagnostics.Add(Diagnostic.Warning("tables/no-returns", request.Where, $"表“{request.Title}”今年还没有报送，这一期不公布它。", "等单位报送后再发布；不再公布的表请从 tables.yaml 里删掉。"));
            return null;
        }

        // A straggler's day is no week of its own: a week is a day on which half as many reported as on the busiest, and the last one.
        var busiest = days.Max(day => day.Units);
        var last = days[^1].Day;
        return new(request, request.HasWeeks ? [.. days.Where(day => day.Units * 2 >= busiest || day.Day == last).Select(day => day.Day)] : [last], plan.Areas);
    }

    private bool IsTakenBack(PrintedTable.Published stale, Indicator indicator) =>
        _sameYear.Any(release => release.Restates.Contains(new(stale.Release.Safe.Name, stale.Table.Safe.Id, indicator.Id)));

    private SnapshotTable Table(PrintedTable.Requested table, List<ImmutableArray<Cell>> cells, List<Restatement> restates, Location where)
    {
        var request = table.Request;
        var notes = restates.Exists(restated => request.Indicators.Any(indicator => indicator.Id == restated.Indicator))
            ? request.Notes.Add("以前各期公布的数后来有更正，以本期为准。") : request.Notes;
        var indicators = request.Indicators.Select(indicator => new SafeIndicator(indicator.Id, indicator.Label, indicator.Unit, indicator.Concept));
        return new(
            new(request.Id, request.Title, RequestedDimensions.Of(table, plan), [.. indicators], [.. cells.SelectMany(shown => shown)]) { Notes = notes },
            [.. request.Indicators.Select(campaign.Requests.MeasureOf)], table.Weeks[^1], where with { Path = $"{where.Path[..^ReleaseNames.Summary.Length]}{request.Id}.csv" });
    }

    private SafeCoverage Coverage(ImmutableArray<PrintedTable.Requested> asked)
    {
        var forms = asked.SelectMany(table => Forms(table.Request)).ToHashSet();
        var reported = campaign.Ledger.Returns.Where(one => one.AsOf <= asOf && one.AsOf.Year == asOf.Year && forms.Contains(one.Form)).Select(one => one.Unit).ToHashSet();
        if (PlausibilityChecks.Missing(campaign, [.. forms], asOf) is { } missing)
        {
            diagnostics.Add(missing);
        }

        return new(plan.Areas.Reporters.Count(unit => reported.Contains(unit.Id)), plan.Areas.Reporters.Length);
    }

    /// <returns>Ids of the forms that a table's indicators stand in: the first part of their ids.</returns>
    private static ImmutableArray<string> Forms(TableRequest request) =>
        [.. request.Indicators.Select(indicator => indicator.Id[..indicator.Id.IndexOf('.')]).Distinct()];
}

/// <summary>The dimensions of a table as its request asks for them.</summary>
internal static class RequestedDimensions
{
    /// <returns>One to three, in the order area, sector, week; a table of a single total has the day alone.</returns>
    public static ImmutableArray<SafeDimension> Of(PrintedTable.Requested table, YearPlan plan)
    {
        var dimensions = ImmutableArray.CreateBuilder<SafeDimension>(3);
        if (table.Request.FinestRank is not null)
        {
            var slice = table.On(new(plan.Areas.Tree, plan.Areas.Names, plan.Sectors, table.Weeks))!;
            dimensions.Add(new("area", [.. slice.Areas.Select(area => plan.Areas.Names[area])],
                [.. slice.Areas.Select(area => Array.IndexOf(slice.Areas, plan.Areas.Tree.Parents[area]))]));
        }

        if (table.Request.HasSectors)
        {
            dimensions.Add(new("sector", plan.Sectors, [-1, .. Enumerable.Repeat(0, plan.Sectors.Length - 1)]));
        }

        if (table.Request.HasWeeks || dimensions.Count == 0)
        {
            dimensions.Add(new("week", [.. table.Weeks.Select(day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))],
                [.. Enumerable.Repeat(-1, table.Weeks.Length)]));
        }

        return dimensions.ToImmutable();
    }
}

/// <summary>Lists what a new table says otherwise than an earlier release of it.</summary>
internal static class ReleaseChanges
{
    /// <param name="table">The new table.</param>
    /// <param name="earlier">Releases of the same year, oldest first.</param>
    /// <returns>The changes against the newest release that says anything of a cell, in the order of the table's cells.</returns>
    /// <param name="day">The day up to which the new table counts: without weeks it says nothing of another day's.</param>
    public static IEnumerable<SafeChange> Find(SafeTable table, DateOnly day, ImmutableArray<Snapshot> earlier)
    {
        var said = new Dictionary<string, SaidCell>(StringComparer.Ordinal);
        foreach (var release in earlier)
        {
            foreach (var old in release.Tables.Where(old => old.Safe.Id == table.Id && IsComparable(old, table, day)).Select(old => old.Safe))
            {
                foreach (var (key, cell) in Keys(old).Zip(old.Cells))
                {
                    said[string.Join('\n', key)] = new(release.Safe.Name, cell);
                }
            }
        }

        return Keys(table).Zip(table.Cells)
            .Where(now => said.TryGetValue(string.Join('\n', now.First), out var before) && IsChange(before.Cell, now.Second))
            .Select(now => (now, before: said[string.Join('\n', now.First)]))
            .Select(change => new SafeChange(change.before.Release, table.Id, change.now.First[0], change.now.First.RemoveAt(0), change.before.Cell, change.now.Second));
    }

    /// <summary>A dash that became 0 is no news.</summary>
    private static bool IsChange(Cell before, Cell now) => before != now && !(before is Cell.NotApplicable && now is Cell.Shown { Value: 0 });

    private static bool IsComparable(SnapshotTable old, SafeTable now, DateOnly day) =>
        old.Safe.Dimensions.Select(dimension => dimension.Id).SequenceEqual(now.Dimensions.Select(dimension => dimension.Id))
        && (old.Day == day || now.Dimensions[^1].Id == "week");

    /// <returns>Indicator and categories of each cell, in the order of the cells.</returns>
    private static IEnumerable<ImmutableArray<string>> Keys(SafeTable table)
    {
        IEnumerable<ImmutableArray<string>> keys = table.Indicators.Select(indicator => ImmutableArray.Create(indicator.Id));
        foreach (var dimension in table.Dimensions)
        {
            keys = keys.SelectMany(key => dimension.Categories.Select(key.Add));
        }

        return keys;
    }

    private sealed record SaidCell(string Release, Cell Cell);
}
