using System.Collections.Immutable;
using System.Globalization;
using Site.Core.Diagnostics;
using Site.Core.Sources;
using Site.Core.Text;
using Site.Statistics.Attempts;
using Site.Statistics.Audit;
using Site.Statistics.Inputs;
using Site.Statistics.Plausibility;
using Site.Statistics.Policies;
using Site.Statistics.Published;
using Site.Statistics.Requests;
using Site.Statistics.Series;
using Site.Statistics.Snapshots;
using Site.Statistics.Units;

namespace Site.Statistics.Releases;

/// <summary>The result of making a release.</summary>
/// <param name="Files">The files to write, by path from the site folder; none where anything is wrong.</param>
/// <param name="Lines">For each table the share withheld; for the office's terminal.</param>
/// <param name="Diagnostics">What is wrong, and what someone should look at.</param>
public sealed record MadeRelease(ImmutableArray<SourceFile> Files, ImmutableArray<string> Lines, ImmutableArray<Diagnostic> Diagnostics);

/// <summary><c>site stats release</c>: makes the tables of a release, protects them together with all that was published, and audits the whole.</summary>
public static class ReleaseMaker
{
    /// <param name="files">All files of <c>input/</c>.</param>
    /// <param name="name">What the release is to be called.</param>
    /// <param name="asOf">Returns up to this day count.</param>
    /// <param name="title">Its title, or null for the usual one.</param>
    /// <param name="attempts">Counted quiz attempts, or null where no table of them is asked for.</param>
    public static MadeRelease Make(InputFiles files, string name, DateOnly asOf, string? title, CountedAttempts? attempts = null) =>
        Make(files, name, asOf, title, attempts, ProofBudget.ForRun());

    /// <param name="budget">What all proofs may take together, whatever is tried.</param>
    internal static MadeRelease Make(InputFiles files, string name, DateOnly asOf, string? title, CountedAttempts? attempts, ProofBudget budget)
    {
        var input = StatisticsInput.Read(files);
        var snapshots = files.Snapshots;
        var location = new Location($"{ReleaseNames.Folder}{name}/{ReleaseNames.Summary}");
        var diagnostics = input.Diagnostics.Concat(snapshots.Diagnostics).Concat(LedgerChecks.Find(input.Value))
            .Concat(Refusals(input, snapshots.Value, files.All, name, asOf, location, attempts)).ToList();
        if (!HasErrors(diagnostics))
        {
            diagnostics.AddRange(PlausibilityChecks.Find(input.Value, asOf));
        }

        var plan = input.Value.PlanOf(asOf.Year);
        if (HasErrors(diagnostics) || plan is null)
        {
            return Refused(diagnostics);
        }

        var maker = new TrialRelease(files, input.Value, plan, snapshots.Value, new(name, title ?? Title(asOf), asOf, input.Value.Requests.IsSample), location, attempts, diagnostics, budget);
        var first = maker.Make(input.Value.Requests);
        var (made, requests, reasons) = (first, input.Value.Requests, new List<Diagnostic>());
        while (made.Release is null && TrialRelease.Culprit(made, requests) is var (table, why) && requests.Tables.Length > 1)
        {
            reasons.Add(why);
            requests = requests.Without(table);
            made = maker.Make(requests);
        }

        return made.Release is null
            ? Refused(first.Diagnostics)
            : new(made.Files, [.. ReleaseAudit.Shares(made.Release)], [.. made.Diagnostics, .. KeptBack(maker, requests, reasons)]);
    }

    /// <summary>Says of each table that is not in the release why, and what would let it be, for as many as there is time to try.</summary>
    private static IEnumerable<Diagnostic> KeptBack(TrialRelease maker, TableRequests requests, List<Diagnostic> reasons)
    {
        var tries = TableProposals.Most;
        foreach (var (table, why) in requests.KeptBack.Zip(reasons))
        {
            var proposals = TableProposals.Of(table).Take(tries).ToList();
            tries -= proposals.Count;
            yield return KeptBack(maker, requests, table, why, proposals);
        }
    }

    private static Diagnostic KeptBack(TrialRelease maker, TableRequests requests, TableRequest table, Diagnostic why, List<(string Change, TableRequest Table)> proposals)
    {
        var ways = proposals.Select(proposal => (proposal.Change, Made: maker.Make(requests with { Tables = requests.Tables.Add(proposal.Table), KeptBack = requests.KeptBack.Remove(table) })))
            .Where(tried => tried.Made.Release is not null).Select(tried => $"{tried.Change}（会公布 {TableProposals.Shown(tried.Made.Release!, table.Id)}）").ToList();
        return Diagnostic.Warning("release/kept-back", table.Location, $"这一期不公布表“{table.Title}”，别的表照常公布。原因：{why.Message}",
            ways.Count > 0 ? $"可以在 tables.yaml 里改这张表，下一期公布：{string.Join("；", ways)}。也可以等下一期再看。"
            : maker.IsNearlySpent ? "这些数连在一起太多，没有核对完别的改法：请在 tables.yaml 里把这张表改粗（去掉行业，写 areas: district，或去掉各周），再发布一次；也可以等下一期再看。"
            : proposals.Count < TableProposals.Of(table).Count() ? "不能公布的表多，这一张没有试怎样改：先改好前面的几张，或者把这张并到区县、去掉行业、去掉各周，再做一期看看。"
            : "试过并到区县、去掉行业、去掉各周，都还不行：等下一期报送多了再看，或者把这张表从 tables.yaml 里删掉。");
    }

    /// <summary>What is written is read back and attacked as any build will, whatever led to it.</summary>
    /// <param name="name">The release that is not published yet: what gives way in it is never let pass.</param>
    /// <param name="found">Takes what is wrong.</param>
    /// <returns>All releases.</returns>
    internal static ImmutableArray<Snapshot> Attack(StatisticsInput input, ImmutableArray<SourceFile> files, string name, List<Diagnostic> found)
    {
        var diagnostics = new List<Diagnostic>();
        var all = SnapshotReader.Read(files);
        diagnostics.AddRange(all.Diagnostics);
        diagnostics.AddRange(ClassAudit.Find(input.Forms, all.Value));
        PublishedAudit.Find(all.Value, ReleaseAudit.RulesOf(input), input.Policy.ForAttempts, diagnostics, input.Budget);
        ReturnsAudit.Find(input, all.Value, diagnostics, made: name);
        found.AddRange(KnownDisclosure.Settle(diagnostics, input.Policy.Disclosed, ReleaseNames.Folder + name + "/"));
        return all.Value;
    }

    /// <summary>What gives way in a release that is not written stands where its table is asked for, with what can be done there.</summary>
    internal static Diagnostic AtRequest(Diagnostic found, TableRequests requests)
    {
        var table = requests.Tables.FirstOrDefault(request => found.Location.Path.EndsWith($"/{request.Id}.csv", StringComparison.Ordinal));
        return table is null || found.Code is not ("disclosure/gives-way" or "disclosure/too-large") ? found : Diagnostic.Error("disclosure/cannot-protect", table.Location,
            $"表“{table.Title}”不能公布：{found.Message}", "请把这张表的类别合并（去掉行业，或用 areas 并到区县），或等下一期再公布。");
    }

    internal static SnapshotDraft WithAttempts(SnapshotDraft draft, CountedAttempts attempts, StatisticsInput input, List<Diagnostic> diagnostics)
    {
        var made = attempts.Make(input.Policy.ForAttempts);
        diagnostics.AddRange(made.Diagnostics);
        if (made.Value is not { } table)
        {
            return draft;
        }

        if (draft.Tables.Any(other => other.Id == table.Id))
        {
            diagnostics.Add(Diagnostic.Error("tables/duplicate-id", new(TableRequests.Path), $"表 “{table.Id}” 写了两次。", "换一个 id。"));
        }

        return draft with { Tables = draft.Tables.Add(table) };
    }

    private static IEnumerable<Diagnostic> Refusals(
        Result<StatisticsInput> read, ImmutableArray<Snapshot> snapshots, ImmutableArray<SourceFile> files, string name, DateOnly asOf, Location location, CountedAttempts? attempts)
    {
        var input = read.Value;
        if (!ReleaseNames.IsReleaseName(name))
        {
            yield return Diagnostic.Error("release/wrong-name", new(ReleaseNames.Folder), $"一期数据不能叫 {Quoted.Id(name)}。", "名字用小写字母、数字和单个连字符，例如 2026-06-28。");
        }
        else if (files.Any(file => file.Path.StartsWith($"{ReleaseNames.Folder}{name}/", StringComparison.OrdinalIgnoreCase)))
        {
            yield return Diagnostic.Error("release/exists", location, $"“{name}”这一期已经有了，公布过的数不再改动。", "换一个名字，例如在后面加上 -2；报送有更正的，新的一期会列出改了什么。");
        }

        if (snapshots.LastOrDefault(release => release.Safe.AsOf > asOf) is { } later)
        {
            yield return Diagnostic.Error("release/not-latest", location, $"“{later.Safe.Name}”已经公布到 {later.Safe.AsOf:yyyy-MM-dd}，不能再补更早的一期。", "把 --as-of 改成那一天或以后。");
        }

        if (input.Requests.Tables.IsEmpty && attempts is null && read.Diagnostics.All(diagnostic => diagnostic.Location.Path != TableRequests.Path))
        {
            yield return Diagnostic.Error("tables/none", new(TableRequests.Path), "没有写要公布哪些表。", "在 input/tables.yaml 里写上：id、title、indicators、dimensions。");
        }

        if (input.PlanOf(asOf.Year) is null)
        {
            yield return Diagnostic.Error("units/none", new(UnitReader.Path), $"{asOf.Year} 年没有单位。", "先写好 input/units.csv：一行一个单位，写明它属于哪个区、街道。");
        }
    }

    private static string Title(DateOnly asOf) => string.Create(CultureInfo.InvariantCulture, $"活动统计（截至{asOf.Year}年{asOf.Month}月{asOf.Day}日）");

    private static MadeRelease Refused(IEnumerable<Diagnostic> diagnostics) => new([], [], [.. diagnostics]);

    private static bool HasErrors(List<Diagnostic> diagnostics) => diagnostics.Exists(diagnostic => diagnostic.Severity == Severity.Error);
}
