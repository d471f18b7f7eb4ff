using System.Collections.Immutable;
using Site.Core.Diagnostics;
using Site.Core.Sources;
using Site.Statistics.Attempts;
using Site.Statistics.Audit;
using Site.Statistics.Inputs;
using Site.Statistics.Published;
using Site.Statistics.Requests;
using Site.Statistics.Series;
using Site.Statistics.Snapshots;

namespace Site.Statistics.Releases;

/// <summary>A release that is tried with some of the tables that are asked for.</summary>
/// <param name="before">What was found before any table was made; none of it is an error.</param>
/// <param name="all">What all tries may take together.</param>
internal sealed class TrialRelease(
    InputFiles files, StatisticsInput input, YearPlan plan, ImmutableArray<Snapshot> snapshots, SnapshotDraft empty, Location location, CountedAttempts? attempts, List<Diagnostic> before,
    ProofBudget all)
{
    /// <summary>Whether so little is left of what all tries may take together that one more may fail for that alone.</summary>
    public bool IsNearlySpent => all.Left < Effort.MostSteps;

    /// <returns>The release, read back and attacked, with its files; no release, and why, where it gives way or that takes too much to prove.</returns>
    public (Snapshot? Release, ImmutableArray<SourceFile> Files, ImmutableArray<Diagnostic> Diagnostics) Make(TableRequests requests)
    {
        var diagnostics = before.ToList();
        var budget = all.Half();
        try
        {
            return Make(input.With(requests, budget), requests, diagnostics);
        }
        finally
        {
            all.Take(budget.Granted - budget.Left);
        }
    }

    private (Snapshot? Release, ImmutableArray<SourceFile> Files, ImmutableArray<Diagnostic> Diagnostics) Make(StatisticsInput tried, TableRequests requests, List<Diagnostic> diagnostics)
    {
        SnapshotDraft? draft = requests.Tables.IsEmpty ? empty : new ReturnTables(tried, plan, snapshots, empty.AsOf, diagnostics).AddTo(empty, location);
        draft = attempts is null || draft is null ? draft : ReleaseMaker.WithAttempts(draft, attempts, tried, diagnostics);
        if (draft is null || HasErrors(diagnostics))
        {
            return (null, [], [.. diagnostics]);
        }

        var written = SnapshotWriter.Write(draft);
        var release = ReleaseMaker.Attack(tried, [.. files.All, .. written], empty.Name, diagnostics).FirstOrDefault(read => read.Safe.Name == empty.Name);
        diagnostics = diagnostics.ConvertAll(diagnostic => diagnostic.Location.Path.StartsWith($"{ReleaseNames.Folder}{empty.Name}/", StringComparison.Ordinal)
            ? ReleaseMaker.AtRequest(diagnostic, requests) : diagnostic);
        return HasErrors(diagnostics) ? (null, [], [.. diagnostics]) : (release, written, [.. diagnostics]);
    }

    /// <returns>The first table that cannot be protected, and why; null where something else is wrong too, which keeping it back does not mend.</returns>
    public static (TableRequest Table, Diagnostic Why)? Culprit((Snapshot? Release, ImmutableArray<SourceFile> Files, ImmutableArray<Diagnostic> Diagnostics) made, TableRequests requests)
    {
        var errors = made.Diagnostics.Where(diagnostic => diagnostic.Severity == Severity.Error).ToList();
        var found = errors.Select(error => (Table: requests.Tables.FirstOrDefault(table => table.Location == error.Location), Why: error)).ToList();
        return found.Count == 0 || found.Exists(one => one.Table is null || one.Why.Code is not ("disclosure/table-too-fine" or "disclosure/cannot-protect")) ? null : (found[0].Table!, found[0].Why);
    }

    private static bool HasErrors(List<Diagnostic> diagnostics) => diagnostics.Exists(diagnostic => diagnostic.Severity == Severity.Error);
}

/// <summary>What an office may do with a table that cannot be protected as it is asked for.</summary>
internal static class TableProposals
{
    /// <summary>How many changes are tried for one release: each is a release of its own, made and attacked like the first.</summary>
    public const int Most = 12;

    private const int District = 3;
    private const int City = 2;

    /// <returns>Tables that show less, the nearest first, each with the change to make in <c>tables.yaml</c>.</returns>
    public static IEnumerable<(string Change, TableRequest Table)> Of(TableRequest table)
    {
        if (table.HasSectors)
        {
            yield return ("从 dimensions 里去掉 sector", table with { HasSectors = false });
        }

        if (table.FinestRank > District)
        {
            yield return ("写 areas: district", table with { FinestRank = District });
        }

        if (table.HasWeeks)
        {
            yield return ("从 dimensions 里去掉 week", table with { HasWeeks = false });
        }

        if (table.FinestRank > City)
        {
            yield return ($"从 dimensions 里去掉 {(table.HasSectors ? "area 和 sector" : "area")}，只公布全市的数", table with { FinestRank = null, HasSectors = false });
        }
    }

    /// <returns>How many cells of a table a release shows: <c>12 格里的 11 格</c>.</returns>
    public static string Shown(Snapshot release, string table)
    {
        var cells = release.Safe.Tables.First(made => made.Id == table).Cells.Where(cell => cell is Cell.Shown or Cell.Withheld).ToList();
        return $"{cells.Count} 格里的 {cells.Count(cell => cell is Cell.Shown)} 格";
    }
}
