using System.Collections.Immutable;
using System.Globalization;
using Site.Core.Diagnostics;
using Site.Core.Sources;
using Site.Core.Text;
using Site.Statistics.Attempts;
using Site.Statistics.Inputs;
using Site.Statistics.Plausibility;
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
    public static MadeRelease Make(InputFiles files, string name, DateOnly asOf, string? title, CountedAttempts? attempts = null)
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

        SnapshotDraft? draft = new(name, title ?? Title(asOf), asOf, input.Value.Requests.IsSample);
        draft = input.Value.Requests.Tables.IsEmpty ? draft
            : new ReturnTables(input.Value, plan, snapshots.Value, asOf, diagnostics).AddTo(draft, location);
        draft = attempts is null || draft is null ? draft : WithAttempts(draft, attempts, input.Value, diagnostics);
        if (HasErrors(diagnostics) || draft is null)
        {
            return Refused(diagnostics);
        }

        var written = SnapshotWriter.Write(draft);
        var release = Attack(input.Value, [.. files.All, .. written], diagnostics).FirstOrDefault(read => read.Safe.Name == name);
        diagnostics = diagnostics.ConvertAll(diagnostic => diagnostic.Location.Path.StartsWith($"{ReleaseNames.Folder}{name}/", StringComparison.Ordinal)
            ? AtRequest(diagnostic, input.Value.Requests) : diagnostic);
        return HasErrors(diagnostics) || release is null ? Refused(diagnostics) : new(written, [.. ReleaseAudit.Shares(release)], [.. diagnostics]);
    }

    /// <summary>What is written is read back and attacked as any build will, whatever led to it.</summary>
    /// <returns>All releases.</returns>
    private static ImmutableArray<Snapshot> Attack(StatisticsInput input, ImmutableArray<SourceFile> files, List<Diagnostic> diagnostics)
    {
        var all = SnapshotReader.Read(files);
        diagnostics.AddRange(all.Diagnostics);
        diagnostics.AddRange(ClassAudit.Find(input.Forms, all.Value));
        PublishedAudit.Find(all.Value, ReleaseAudit.RulesOf(input), input.Policy.ForAttempts, diagnostics);
        ReturnsAudit.Find(input, all.Value, diagnostics);
        return all.Value;
    }

    /// <summary>What gives way in a release that is not written stands where its table is asked for, with what can be done there.</summary>
    private static Diagnostic AtRequest(Diagnostic found, TableRequests requests)
    {
        var table = requests.Tables.FirstOrDefault(request => found.Location.Path.EndsWith($"/{request.Id}.csv", StringComparison.Ordinal));
        return table is null || found.Code is not ("disclosure/gives-way" or "disclosure/too-large") ? found : Diagnostic.Error("disclosure/cannot-protect", table.Location,
            $"表“{table.Title}”不能公布：{found.Message}", "请把这张表的类别合并（去掉行业，或用 areas 并到区县），或等下一期再公布。");
    }

    private static SnapshotDraft WithAttempts(SnapshotDraft draft, CountedAttempts attempts, StatisticsInput input, List<Diagnostic> diagnostics)
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

    private static MadeRelease Refused(List<Diagnostic> diagnostics) => new([], [], [.. diagnostics]);

    private static bool HasErrors(List<Diagnostic> diagnostics) => diagnostics.Exists(diagnostic => diagnostic.Severity == Severity.Error);
}
