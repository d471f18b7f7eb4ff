using System.Collections.Immutable;
using System.Globalization;
using Site.Core.Diagnostics;
using Site.Core.Sources;
using Site.Core.Text;
using Site.Statistics.Attempts;
using Site.Statistics.Plausibility;
using Site.Statistics.Published;
using Site.Statistics.Requests;
using Site.Statistics.Series;
using Site.Statistics.Snapshots;
using Site.Statistics.Units;

namespace Site.Statistics.Releases;

/// <summary>What came of making a release.</summary>
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
    public static MadeRelease Make(ImmutableArray<SourceFile> files, string name, DateOnly asOf, string? title, AttemptAnswer? attempts = null)
    {
        var campaign = StatisticsInput.Read(files);
        var frozen = SnapshotReader.Read(files);
        var where = new Location($"{ReleaseNames.Folder}{name}/{ReleaseNames.Summary}");
        var diagnostics = campaign.Diagnostics.Concat(frozen.Diagnostics).Concat(LedgerChecks.Find(campaign.Value))
            .Concat(Refusals(campaign.Value, frozen.Value, files, name, asOf, where, attempts)).ToList();
        if (!HasErrors(diagnostics))
        {
            diagnostics.AddRange(PlausibilityChecks.Find(campaign.Value, asOf));
        }

        var plan = campaign.Value.PlanOf(asOf.Year);
        if (HasErrors(diagnostics) || plan is null)
        {
            return Refused(diagnostics);
        }

        var draft = new ReleaseDraft(campaign.Value, plan, frozen.Value, asOf, diagnostics);
        var made = campaign.Value.Requests.Tables.IsEmpty ? ReleaseDraft.Empty(name, title ?? Title(asOf), asOf, campaign.Value.Requests.IsSample, where)
            : draft.Make(name, title ?? Title(asOf), where);
        made = attempts is null || made is null ? made : WithAttempts(made, attempts, campaign.Value, diagnostics);
        if (HasErrors(diagnostics) || made is null)
        {
            return Refused(diagnostics);
        }

        var written = SnapshotWriter.Write(made);
        Verify(campaign.Value, [.. files, .. written], diagnostics);
        return HasErrors(diagnostics) ? Refused(diagnostics) : new(written, [.. ReleaseAudit.Shares(made)], [.. diagnostics]);
    }

    /// <summary>What is written is read back and attacked as any build will, whatever led to it.</summary>
    private static void Verify(StatisticsInput campaign, ImmutableArray<SourceFile> files, List<Diagnostic> diagnostics)
    {
        var all = SnapshotReader.Read(files);
        diagnostics.AddRange(all.Diagnostics);
        PublishedAudit.Find(all.Value, ReleaseAudit.RulesOf(campaign), diagnostics);
        ReturnsAudit.Find(campaign, all.Value, diagnostics);
        diagnostics.AddRange(AttemptAudit.Find(all.Value, campaign.Policy.AgeBandPersons).Diagnostics);
    }

    private static Snapshot WithAttempts(Snapshot made, AttemptAnswer attempts, StatisticsInput campaign, List<Diagnostic> diagnostics)
    {
        var table = attempts.Make(campaign.Policy.AgeBandPersons, made.Where.Path[..^ReleaseNames.Summary.Length]);
        diagnostics.AddRange(table.Diagnostics);
        if (table.Value is not { } counted)
        {
            return made;
        }

        if (made.Tables.Any(other => other.Safe.Id == counted.Safe.Id))
        {
            diagnostics.Add(Diagnostic.Error("tables/duplicate-id", new(TableRequests.Path), $"表 “{counted.Safe.Id}” 写了两次。", "换一个 id。"));
        }

        return made with { Tables = made.Tables.Add(counted), Safe = made.Safe with { Tables = made.Safe.Tables.Add(counted.Safe) } };
    }

    private static IEnumerable<Diagnostic> Refusals(
        StatisticsInput campaign, ImmutableArray<Snapshot> frozen, ImmutableArray<SourceFile> files, string name, DateOnly asOf, Location where, AttemptAnswer? attempts)
    {
        if (!ReleaseNames.IsReleaseName(name))
        {
            yield return Diagnostic.Error("release/wrong-name", new(ReleaseNames.Folder), $"一期数据不能叫 {Quoted.Id(name)}。", "名字用小写字母、数字和单个连字符，例如 2026-06-28。");
        }
        else if (files.Any(file => file.Path.StartsWith($"{ReleaseNames.Folder}{name}/", StringComparison.OrdinalIgnoreCase)))
        {
            yield return Diagnostic.Error("release/exists", where, $"“{name}”这一期已经有了，公布过的数不再改动。", "换一个名字，例如在后面加上 -2；报送有更正的，新的一期会列出改了什么。");
        }

        if (frozen.LastOrDefault(release => release.Safe.AsOf > asOf) is { } later)
        {
            yield return Diagnostic.Error("release/not-latest", where, $"“{later.Safe.Name}”已经公布到 {later.Safe.AsOf:yyyy-MM-dd}，不能再补更早的一期。", "把 --as-of 改成那一天或以后。");
        }

        if (campaign.Requests.Tables.IsEmpty && attempts is null)
        {
            yield return Diagnostic.Error("tables/none", new(TableRequests.Path), "没有写要公布哪些表。", "在 input/tables.yaml 里写上：id、title、indicators、dimensions。");
        }

        if (campaign.PlanOf(asOf.Year) is null)
        {
            yield return Diagnostic.Error("units/none", new(UnitReader.Path), $"{asOf.Year} 年没有单位。", "先写好 input/units.csv：一行一个单位，写明它属于哪个区、街道。");
        }
    }

    private static string Title(DateOnly asOf) => string.Create(CultureInfo.InvariantCulture, $"活动统计（截至{asOf.Year}年{asOf.Month}月{asOf.Day}日）");

    private static MadeRelease Refused(List<Diagnostic> diagnostics) => new([], [], [.. diagnostics]);

    private static bool HasErrors(List<Diagnostic> diagnostics) => diagnostics.Exists(diagnostic => diagnostic.Severity == Severity.Error);
}
