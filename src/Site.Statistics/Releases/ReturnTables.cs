using System.Collections.Immutable;
using System.Globalization;
using Site.Core.Diagnostics;
using Site.Statistics.Forms;
using Site.Statistics.Plausibility;
using Site.Statistics.Published;
using Site.Statistics.Requests;
using Site.Statistics.Series;
using Site.Statistics.Snapshots;
using Site.Statistics.Tables;

namespace Site.Statistics.Releases;

/// <summary>Makes the tables of units' returns that a release prints.</summary>
/// <param name="input">Returns without mistakes.</param>
/// <param name="plan">The areas and sectors of the year.</param>
/// <param name="snapshots">All earlier releases, oldest first.</param>
/// <param name="asOf">Returns up to this day count.</param>
/// <param name="diagnostics">Takes why a table cannot be shown.</param>
internal sealed class ReturnTables(StatisticsInput input, YearPlan plan, ImmutableArray<Snapshot> snapshots, DateOnly asOf, List<Diagnostic> diagnostics)
{
    /// <summary>A longer list is no news; the tables themselves are complete.</summary>
    private const int MostChanges = 1000;

    private readonly Reporting _reporting = new(input, plan);

    private readonly ImmutableArray<Snapshot> _sameYear = [.. snapshots.Where(release => release.Safe.AsOf.Year == asOf.Year)];

    /// <returns>The release with its tables; null where there is nothing to show. Publish it only if no diagnostic is an error.</returns>
    /// <param name="draft">The release without tables.</param>
    /// <param name="location">Its <c>release.yaml</c>.</param>
    public SnapshotDraft? AddTo(SnapshotDraft draft, Location location)
    {
        var requested = input.Requests.Tables.Select(Request).OfType<PrintedTable.Requested>().ToImmutableArray();
        if (requested.IsEmpty)
        {
            diagnostics.Add(Diagnostic.Error("release/no-returns", location, $"截至 {asOf:yyyy-MM-dd} 没有一份报送可以公布。", "先用 site stats import 收进各单位的报送，或者检查 --as-of。"));
            return null;
        }

        var cells = requested.ToDictionary(table => table, _ => new List<ReportedCells>());
        var restates = new List<Restatement>();
        foreach (var indicator in requested.SelectMany(table => table.Request.Indicators).Distinct())
        {
            var tables = requested.Where(table => table.Request.Indicators.Contains(indicator)).ToImmutableArray();
            ImmutableArray<PrintedTable> all = [.. ReturnsAudit.TablesOf(indicator.Id, _sameYear), .. tables];
            if (SeriesHistory.Of(input, plan, indicator, all, diagnostics) is not { } history)
            {
                continue;
            }

            restates.AddRange(history.Revised.Where(revised => !IsTakenBack(revised, indicator))
                .Select(revised => new Restatement(revised.Release.Safe.Name, revised.Table.Safe.Id, indicator.Id)));
            foreach (var (table, printed) in tables.Zip(SeriesProtection.Protect(history, indicator.Label, tables, diagnostics)))
            {
                cells[table].Add(printed.IsEmpty ? new(printed, []) : _reporting.Mark(table, indicator.Id, printed));
            }
        }

        if (diagnostics.Exists(diagnostic => diagnostic.Severity == Severity.Error))
        {
            return null;
        }

        var made = requested.Select(table => Table(table, cells[table], restates)).ToImmutableArray();
        return draft with
        {
            Coverage = Coverage(requested),
            Tables = made,
            Restates = [.. restates],
            Changes = [.. made.SelectMany(table => ReleaseChanges.Find(table, _sameYear)).Take(MostChanges)],
        };
    }

    private PrintedTable.Requested? Request(TableRequest request)
    {
        var weeks = WeekDays(Forms(request));
        if (weeks.IsEmpty)
        {
            diagnostics.Add(Diagnostic.Warning("tables/no-returns", request.Location, $"表“{request.Title}”今年还没有报送，这一期不公布它。", "等单位报送后再发布；不再公布的表请从 tables.yaml 里删掉。"));
            return null;
        }

        return new(request, request.HasWeeks ? weeks : weeks[^1..], plan.Areas);
    }

    private bool IsTakenBack(PrintedTable.Published revised, Indicator indicator) =>
        _sameYear.Any(release => release.Restates.Contains(new(revised.Release.Safe.Name, revised.Table.Safe.Id, indicator.Id)));

    private TableDraft Table(PrintedTable.Requested table, List<ReportedCells> cells, List<Restatement> restates)
    {
        var request = table.Request;
        var indicators = request.Indicators.Select(indicator => new SafeIndicator(indicator.Id, indicator.Label, indicator.Unit, indicator.Concept));
        return new(
            request.Id, request.Title, RequestedDimensions.Of(table, plan), [.. indicators], [.. cells.SelectMany(printed => printed.Texts)],
            [.. request.Indicators.Select(input.Requests.MeasureOf)], table.Weeks[^1])
        {
            Notes = [.. Notes(table, cells, restates)],
            Incomplete = cells.Exists(printed => printed.Incomplete.Contains(true)) ? [.. cells.SelectMany(printed => printed.Incomplete)] : [],
        };
    }

    private static IEnumerable<string> Notes(PrintedTable.Requested table, List<ReportedCells> cells, List<Restatement> restates)
    {
        foreach (var note in table.Request.Notes)
        {
            yield return note;
        }

        if (restates.Exists(restated => table.Request.Indicators.Any(indicator => indicator.Id == restated.Indicator)))
        {
            yield return "以前各期公布的数后来有更正，以本期为准。";
        }

        if (cells.Exists(printed => printed.Incomplete.Contains(true) || printed.Texts.Contains(CellText.NotReported)))
        {
            yield return "有单位还没有报送，合计里缺它们的数。";
        }
    }

    private SafeCoverage Coverage(ImmutableArray<PrintedTable.Requested> requested)
    {
        ImmutableArray<string> forms = [.. requested.SelectMany(table => Forms(table.Request)).Distinct()];
        var weeks = WeekDays(forms);
        var (last, before) = (weeks[^1], weeks.Length > 1 ? weeks[^2] : DateOnly.MinValue);
        if (PlausibilityChecks.Missing(input, forms, before, last) is { } missing)
        {
            diagnostics.Add(missing);
        }

        return _reporting.Coverage(forms, before, last);
    }

    /// <summary>A day on which only late units reported is no week: a week ends on a day on which at least half as many reported as on the busiest, or on the last one.</summary>
    private ImmutableArray<DateOnly> WeekDays(ImmutableArray<string> forms)
    {
        var days = input.Ledger.ReportDays(forms, asOf);
        var busiest = days.Select(day => day.Units).DefaultIfEmpty(0).Max();
        return [.. days.Where((day, at) => day.Units * 2 >= busiest || at == days.Length - 1).Select(day => day.Day)];
    }

    /// <returns>Ids of the forms that a table's indicators stand in: the first part of their ids.</returns>
    private static ImmutableArray<string> Forms(TableRequest request) =>
        [.. request.Indicators.Select(indicator => indicator.Id[..indicator.Id.IndexOf('.')]).Distinct()];
}

/// <summary>The dimensions of a table as its request asks for them.</summary>
internal static class RequestedDimensions
{
    /// <returns>One to three, in the order area, sector, week; a table of a single total has the day alone.</returns>
    public static ImmutableArray<Dimension> Of(PrintedTable.Requested table, YearPlan plan)
    {
        var axes = plan.AxesOf(table.Weeks);
        var dimensions = ImmutableArray.CreateBuilder<Dimension>(3);
        if (table.Request.FinestRank is not null)
        {
            var areas = table.On(axes)!.Categories[0];
            var all = axes.Dimensions[0];
            dimensions.Add(new(all.Id, [.. areas.Select(area => all.Categories[area])], [.. areas.Select(area => Array.IndexOf(areas, all.Parents[area]))]));
        }

        if (table.Request.HasSectors)
        {
            dimensions.Add(axes.Dimensions[1]);
        }

        if (table.Request.HasWeeks || dimensions.Count == 0)
        {
            dimensions.Add(Dimension.WithoutTotal(SafeDimensions.Week, [.. table.Weeks.Select(day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))]));
        }

        return dimensions.ToImmutable();
    }
}

/// <summary>Lists what a new table prints otherwise than an earlier release of it.</summary>
internal static class ReleaseChanges
{
    /// <param name="table">The new table.</param>
    /// <param name="earlier">Releases of the same year, oldest first.</param>
    /// <returns>The changes against the newest release that says anything of a cell, in the order of the table's cells.</returns>
    public static IEnumerable<ChangeDraft> Find(TableDraft table, ImmutableArray<Snapshot> earlier)
    {
        var known = new Dictionary<string, PrintedCell>(StringComparer.Ordinal);
        foreach (var release in earlier)
        {
            foreach (var old in release.Tables.Where(old => old.Safe.Id == table.Id && IsComparable(old, table)).Select(old => old.Safe))
            {
                foreach (var (key, cell) in Keys(old.Indicators, old.Dimensions.Select(dimension => dimension.Categories)).Zip(old.Cells))
                {
                    known[string.Join('\n', key)] = new(release.Safe.Name, CellText.Plain(cell));
                }
            }
        }

        foreach (var (key, now) in Keys(table.Indicators, table.Dimensions.Select(dimension => dimension.Categories)).Zip(table.Cells))
        {
            if (known.TryGetValue(string.Join('\n', key), out var before) && IsChange(before.Text, now))
            {
                yield return new(before.Release, table.Id, key[0], key.RemoveAt(0), before.Text, now);
            }
        }
    }

    /// <summary>A dash that became 0 is no news.</summary>
    private static bool IsChange(string before, string now) => before != now && !(before == CellText.NotApplicable && now == "0");

    /// <summary>A table without weeks has no figures of another day.</summary>
    private static bool IsComparable(SnapshotTable old, TableDraft now) =>
        old.Safe.Dimensions.Select(dimension => dimension.Id).SequenceEqual(now.Dimensions.Select(dimension => dimension.Id))
        && (old.Day == now.Day || now.Dimensions[^1].Id == SafeDimensions.Week);

    /// <returns>Indicator and categories of each cell, in the order of the cells.</returns>
    private static IEnumerable<ImmutableArray<string>> Keys(ImmutableArray<SafeIndicator> indicators, IEnumerable<ImmutableArray<string>> dimensions)
    {
        IEnumerable<ImmutableArray<string>> keys = indicators.Select(indicator => ImmutableArray.Create(indicator.Id));
        foreach (var categories in dimensions)
        {
            keys = keys.SelectMany(key => categories.Select(key.Add));
        }

        return keys;
    }

    private sealed record PrintedCell(string Release, string Text);
}
