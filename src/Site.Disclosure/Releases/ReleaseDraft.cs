using System.Collections.Immutable;
using Site.Model;

namespace Site.Disclosure;

/// <summary>A release while it is made.</summary>
/// <param name="campaign">Returns without mistakes.</param>
/// <param name="plan">The areas and sectors of the year.</param>
/// <param name="frozen">All earlier releases, oldest first.</param>
/// <param name="asOf">Returns up to this day count.</param>
/// <param name="problems">Takes why a table cannot be shown.</param>
internal sealed class ReleaseDraft(Campaign campaign, YearPlan plan, ImmutableArray<FrozenRelease> frozen, DateOnly asOf, List<Problem> problems)
{
    /// <summary>A longer list is no news; the tables themselves are complete.</summary>
    private const int MostChanges = 1000;

    private readonly ImmutableArray<FrozenRelease> _sameYear = [.. frozen.Where(release => release.Safe.AsOf.Year == asOf.Year)];

    /// <returns>The release; null where there is nothing to show. Publish it only if no problem is an error.</returns>
    public FrozenRelease? Make(string name, string title, Place where)
    {
        var asked = campaign.Requests.Tables.Select(Ask).OfType<Layout.Asked>().ToImmutableArray();
        if (asked.IsEmpty)
        {
            problems.Add(Problem.Error("release/no-returns", where, $"截至 {asOf:yyyy-MM-dd} 没有一份报送可以公布。", "先用 site stats import 收进各单位的报送，或者检查 --as-of。"));
            return null;
        }

        var cells = asked.ToDictionary(table => table, _ => new List<ImmutableArray<Cell>>());
        var restates = new List<Restatement>();
        foreach (var indicator in asked.SelectMany(table => table.Request.Indicators).Distinct())
        {
            var tables = asked.Where(table => table.Request.Indicators.Contains(indicator)).ToImmutableArray();
            ImmutableArray<Layout> layouts = [.. ReturnsAudit.Layouts(indicator.Id, _sameYear), .. tables];
            if (SeriesHistory.Of(campaign, plan, indicator, layouts, problems) is not { } history)
            {
                continue;
            }

            restates.AddRange(history.Stale.Where(stale => !IsTakenBack(stale, indicator))
                .Select(stale => new Restatement(stale.Release.Safe.Name, stale.Table.Safe.Id, indicator.Id)));
            foreach (var (table, shown) in tables.Zip(SeriesProtection.Protect(history, indicator.Label, tables, problems)))
            {
                cells[table].Add(shown);
            }
        }

        if (problems.Exists(problem => problem.Severity == Severity.Error))
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
    public static FrozenRelease Empty(string name, string title, DateOnly asOf, bool isSample, Place where) =>
        new(new() { Name = name, Title = title, AsOf = asOf, IsSample = isSample, Tables = [] }, [], [], where);

    private Layout.Asked? Ask(TableRequest request)
    {
        var days = campaign.Ledger.Days(Forms(request), asOf);
        if (days.IsEmpty)
        {
            problems.Add(Problem.Warning("tables/no-returns", request.Where, $"表“{request.Title}”今年还没有报送，这一期不公布它。", "等单位报送后再发布；不再公布的表请从 tables.yaml 里删掉。"));
            return null;
        }

        // A straggler's day is no week of its own: a week is a day on which half as many reported as on the busiest, and the last one.
        var busiest = days.Max(day => day.Units);
        var last = days[^1].Day;
        return new(request, request.HasWeeks ? [.. days.Where(day => day.Units * 2 >= busiest || day.Day == last).Select(day => day.Day)] : [last], plan.Areas);
    }

    private bool IsTakenBack(Layout.Frozen stale, Indicator indicator) =>
        _sameYear.Any(release => release.Restates.Contains(new(stale.Release.Safe.Name, stale.Table.Safe.Id, indicator.Id)));

    private FrozenTable Table(Layout.Asked table, List<ImmutableArray<Cell>> cells, List<Restatement> restates, Place where)
    {
        var request = table.Request;
        var notes = restates.Exists(restated => request.Indicators.Any(indicator => indicator.Id == restated.Indicator))
            ? request.Notes.Add("以前各期公布的数后来有更正，以本期为准。") : request.Notes;
        var indicators = request.Indicators.Select(indicator => new SafeIndicator(indicator.Id, indicator.Label, indicator.Unit, indicator.Concept));
        return new(
            new(request.Id, request.Title, RequestedDimensions.Of(table, plan), [.. indicators], [.. cells.SelectMany(shown => shown)]) { Notes = notes },
            [.. request.Indicators.Select(campaign.Requests.MeasureOf)], table.Weeks[^1], where with { Path = $"{where.Path[..^FrozenNames.Summary.Length]}{request.Id}.csv" });
    }

    private SafeCoverage Coverage(ImmutableArray<Layout.Asked> asked)
    {
        var forms = asked.SelectMany(table => Forms(table.Request)).ToHashSet();
        var reported = campaign.Ledger.Returns.Where(one => one.AsOf <= asOf && one.AsOf.Year == asOf.Year && forms.Contains(one.Form)).Select(one => one.Unit).ToHashSet();
        if (Implausible.Missing(campaign, [.. forms], asOf) is { } missing)
        {
            problems.Add(missing);
        }

        return new(plan.Areas.Reporters.Count(unit => reported.Contains(unit.Id)), plan.Areas.Reporters.Length);
    }

    /// <returns>Ids of the forms that a table's indicators stand in: the first part of their ids.</returns>
    private static ImmutableArray<string> Forms(TableRequest request) =>
        [.. request.Indicators.Select(indicator => indicator.Id[..indicator.Id.IndexOf('.')]).Distinct()];
}
