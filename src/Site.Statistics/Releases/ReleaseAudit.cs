using System.Collections.Immutable;
using System.Globalization;
using Site.Core.Diagnostics;
using Site.Core.Text;
using Site.Statistics.Audit;
using Site.Statistics.Forms;
using Site.Statistics.Inputs;
using Site.Statistics.Plausibility;
using Site.Statistics.Policies;
using Site.Statistics.Published;
using Site.Statistics.Series;
using Site.Statistics.Snapshots;

namespace Site.Statistics.Releases;

/// <summary>The result of an attack on everything that was ever published.</summary>
/// <param name="Lines">For each withheld figure its interval, and for each release the share withheld; for the office's terminal.</param>
/// <param name="Diagnostics">What gives way, and what is wrong with the files.</param>
public sealed record AuditReport(ImmutableArray<string> Lines, ImmutableArray<Diagnostic> Diagnostics);

/// <summary><c>site stats audit</c>: attacks everything that was ever published, with returns or without.</summary>
public static class ReleaseAudit
{
    /// <param name="files">All files of <c>input/</c>.</param>
    /// <param name="name">The release whose figures are listed, or null for all; all are attacked.</param>
    public static AuditReport Find(InputFiles files, string? name) => Find(files, name, ProofBudget.ForRun());

    /// <param name="budget">What all proofs may take together; to list what withheld figures can be may take as much again.</param>
    internal static AuditReport Find(InputFiles files, string? name, ProofBudget budget)
    {
        var read = StatisticsInput.Read(files);
        var input = read with { Value = read.Value.With(read.Value.Requests, budget) };
        var snapshots = files.Snapshots;
        var diagnostics = input.Diagnostics.Concat(snapshots.Diagnostics).Concat(LedgerChecks.Find(input.Value)).ToList();
        var isSound = diagnostics.TrueForAll(diagnostic => diagnostic.Severity != Severity.Error);
        var listed = snapshots.Value.Where(release => name is null || release.Safe.Name == name).ToImmutableArray();
        if (name is not null && listed.IsEmpty)
        {
            diagnostics.Add(Diagnostic.Error("release/unknown", new(ReleaseNames.Folder + name), $"没有叫 {Quoted.Id(name)} 的一期数据。",
                snapshots.Value.IsEmpty ? "先用 site stats release 公布一期。" : $"已有：{string.Join("、", snapshots.Value.Select(release => release.Safe.Name))}。"));
        }

        diagnostics.AddRange(ClassAudit.Find(input.Value.Forms, snapshots.Value));
        var series = PublishedAudit.Find(snapshots.Value, RulesOf(input.Value), input.Value.Policy.ForAttempts, diagnostics, budget);
        if (isSound && input.Value.HasReturns)
        {
            diagnostics.AddRange(PlausibilityChecks.Find(input.Value, DateOnly.MaxValue).Select(diagnostic => diagnostic with { Severity = Severity.Warning }));
            ReturnsAudit.Find(input.Value, snapshots.Value, diagnostics, asksUnits: true);
        }

        var toList = new ProofBudget(budget.Granted);
        return new([.. series.SelectMany(one => PublishedAudit.Intervals(one, listed, toList)), .. listed.SelectMany(Shares), Basis(input.Value)], [.. diagnostics]);
    }

    /// <returns>Gives the thresholds of an indicator, as far as <c>policy.yaml</c> and the forms are at hand; else null.</returns>
    internal static Func<string, DisclosureRules?> RulesOf(StatisticsInput input) =>
        id => input.Policy.IsDeclared && input.Forms.FindIndicator(id) is { } indicator ? input.Policy.For(indicator) : null;

    private static string Basis(StatisticsInput input) => input.HasReturns
        ? "依据：全部已公布的数和各单位的报送。" : "依据：全部已公布的数（没有各单位的报送，只查有没有能算准的和互相矛盾的）。";

    internal static IEnumerable<string> Shares(Snapshot release)
    {
        foreach (var table in release.Safe.Tables)
        {
            yield return $"{release.Safe.Name}，{table.Title}：{Share(table.Cells)}";
        }

        yield return $"{release.Safe.Name}，合计：{Share([.. release.Safe.Tables.SelectMany(table => table.Cells)])}";
    }

    private static string Share(ImmutableArray<Cell> cells)
    {
        var all = cells.Count(cell => cell is Cell.Withheld or Cell.Shown { Value: > 0 });
        var hidden = cells.Count(cell => cell is Cell.Withheld);
        return string.Create(CultureInfo.InvariantCulture, $"{all} 个非零的数中有 {hidden} 个不公布（{(all == 0 ? 0 : 100.0 * hidden / all):0.0}%）");
    }
}

/// <summary>Attacks everything that was ever published with the returns at hand, and checks that it is what the returns give.</summary>
internal static class ReturnsAudit
{
    /// <param name="input">Returns without mistakes.</param>
    /// <param name="releases">All releases, oldest first.</param>
    /// <param name="diagnostics">Takes <c>release/differs-from-returns</c>, <c>disclosure/gives-way</c> and <c>disclosure/too-large</c>.</param>
    /// <param name="asksUnits">Whether to tell which counts one unit can work out from its own.</param>
    /// <param name="made">The name of a release that is being made; null where there is none.</param>
    public static void Find(StatisticsInput input, ImmutableArray<Snapshot> releases, List<Diagnostic> diagnostics, bool asksUnits = false, string? made = null)
    {
        foreach (var year in releases.GroupBy(release => release.Safe.AsOf.Year))
        {
            if (input.PlanOf(year.Key) is not { } plan || !input.Ledger.Returns.Any(one => one.AsOf.Year == year.Key))
            {
                continue;
            }

            var indicators = year.SelectMany(release => release.Tables).Where(table => table.IsOfReturns).SelectMany(table => table.Safe.Indicators).Select(indicator => indicator.Id).Distinct();
            foreach (var id in indicators.Order(StringComparer.Ordinal))
            {
                if (input.Forms.FindIndicator(id) is not { } indicator)
                {
                    if (!input.Forms.IsIncomplete)
                    {
                        diagnostics.Add(Diagnostic.Error("release/unknown-indicator", year.First().Location, $"公布过的指标 {Quoted.Id(id)} 在 input/forms/ 里没有了。", "恢复原来的表格文件；指标的 id 一经公布就不再改动。"));
                    }

                    continue;
                }

                if (SeriesHistory.Of(input, plan, indicator, TablesOf(id, [.. year]), diagnostics) is { } history)
                {
                    var differences = Differences(input, plan, indicator, history, releases).ToArray();
                    diagnostics.AddRange(differences);
                    diagnostics.AddRange(SeriesAttack.Find(history, indicator.Label, asksUnits, isRevised: differences.Length > 0, made));
                }
            }
        }
    }

    /// <returns>All published tables that print an indicator, oldest first.</returns>
    /// <param name="releases">The releases of a year, oldest first.</param>
    public static ImmutableArray<PrintedTable> TablesOf(string indicator, ImmutableArray<Snapshot> releases) =>
    [
        .. from release in releases
           from table in release.Tables
           where table.IsOfReturns
           from at in Enumerable.Range(0, table.Safe.Indicators.Length)
           where table.Safe.Indicators[at].Id == indicator
           select new PrintedTable.Published(release, table, at, Vintages.Of(release, indicator, releases)),
    ];

    /// <summary>
    /// A table that the returns now contradict must be taken back by a later release, or at least explained: by a correction, or by returns that may have come in since. Then it stays as it is,
    /// however long no new release can be made, and builds go on; else its files may have been changed.
    /// </summary>
    private static IEnumerable<Diagnostic> Differences(StatisticsInput input, YearPlan plan, Indicator indicator, SeriesHistory history, ImmutableArray<Snapshot> releases)
    {
        foreach (var revised in history.Revised)
        {
            var isTakenBack = releases.SkipWhile(release => release != revised.Release).Skip(1)
                .Any(later => later.Restates.Contains(new(revised.Release.Safe.Name, revised.Table.Safe.Id, indicator.Id)));
            if (isTakenBack)
            {
                continue;
            }

            var isCorrected = input.Ledger.Returns.Any(one => one.IsCorrection && one.AsOf.Year == revised.Release.Safe.AsOf.Year
                && one.AsOf <= revised.Release.Safe.AsOf && one.Figures.Any(figure => figure.Indicator == indicator.Id));
            var isLate = !isCorrected && LateReturns.Explain(input, plan, indicator.Id, revised, history.Axes, releases);
            yield return new(isCorrected || isLate ? Severity.Warning : Severity.Error, "release/differs-from-returns", revised.Table.Location,
                $"公布过的{indicator.Quoted}与现在各单位的报送不一致。",
                isCorrected ? "报送有了更正：请用 site stats release 发布新的一期，它会记下改了什么。"
                    : isLate ? "公布以后有单位补报：请用 site stats release 发布新的一期，它会记下改了什么；新的一期还不能公布的，这一期照旧公布。"
                    : "报送后来补报或改动过的，用 site stats release 发布新的一期；冻结的文件被改动过的，从版本库取回。");
        }
    }
}
