using System.Collections.Immutable;
using System.Globalization;
using Site.Model;

namespace Site.Disclosure;

/// <summary>What came of making a release.</summary>
/// <param name="Files">The files to write, by path from the site folder; none where anything is wrong.</param>
/// <param name="Lines">For each table the share withheld; for the office's terminal.</param>
/// <param name="Problems">What is wrong, and what someone should look at.</param>
public sealed record MadeRelease(ImmutableArray<SourceFile> Files, ImmutableArray<string> Lines, ImmutableArray<Problem> Problems);

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
        var campaign = Campaign.Read(files);
        var frozen = FrozenReader.Read(files);
        var where = new Place($"{FrozenNames.Folder}{name}/{FrozenNames.Summary}");
        var problems = campaign.Problems.Concat(frozen.Problems).Concat(LedgerProblems.Find(campaign.Value))
            .Concat(Refusals(campaign.Value, frozen.Value, files, name, asOf, where, attempts)).ToList();
        if (!HasErrors(problems))
        {
            problems.AddRange(Implausible.Find(campaign.Value, asOf));
        }

        var plan = campaign.Value.PlanOf(asOf.Year);
        if (HasErrors(problems) || plan is null)
        {
            return Refused(problems);
        }

        var draft = new ReleaseDraft(campaign.Value, plan, frozen.Value, asOf, problems);
        var made = campaign.Value.Requests.Tables.IsEmpty ? ReleaseDraft.Empty(name, title ?? Title(asOf), asOf, campaign.Value.Requests.IsSample, where)
            : draft.Make(name, title ?? Title(asOf), where);
        made = attempts is null || made is null ? made : WithAttempts(made, attempts, campaign.Value, problems);
        if (HasErrors(problems) || made is null)
        {
            return Refused(problems);
        }

        var written = FrozenWriter.Write(made);
        Verify(campaign.Value, [.. files, .. written], problems);
        return HasErrors(problems) ? Refused(problems) : new(written, [.. ReleaseAudit.Shares(made)], [.. problems]);
    }

    /// <summary>What is written is read back and attacked as any build will, whatever led to it.</summary>
    private static void Verify(Campaign campaign, ImmutableArray<SourceFile> files, List<Problem> problems)
    {
        var all = FrozenReader.Read(files);
        problems.AddRange(all.Problems);
        PublishedAudit.Find(all.Value, ReleaseAudit.RulesOf(campaign), problems);
        ReturnsAudit.Find(campaign, all.Value, problems);
        problems.AddRange(AttemptAudit.Find(all.Value, campaign.Policy.AgeBandPersons).Problems);
    }

    private static FrozenRelease WithAttempts(FrozenRelease made, AttemptAnswer attempts, Campaign campaign, List<Problem> problems)
    {
        var table = attempts.Make(campaign.Policy.AgeBandPersons, made.Where.Path[..^FrozenNames.Summary.Length]);
        problems.AddRange(table.Problems);
        if (table.Value is not { } counted)
        {
            return made;
        }

        if (made.Tables.Any(other => other.Safe.Id == counted.Safe.Id))
        {
            problems.Add(Problem.Error("tables/duplicate-id", new(TableRequests.Path), $"表 “{counted.Safe.Id}” 写了两次。", "换一个 id。"));
        }

        return made with { Tables = made.Tables.Add(counted), Safe = made.Safe with { Tables = made.Safe.Tables.Add(counted.Safe) } };
    }

    private static IEnumerable<Problem> Refusals(
        Campaign campaign, ImmutableArray<FrozenRelease> frozen, ImmutableArray<SourceFile> files, string name, DateOnly asOf, Place where, AttemptAnswer? attempts)
    {
        if (!FrozenNames.IsReleaseName(name))
        {
            yield return Problem.Error("release/wrong-name", new(FrozenNames.Folder), $"一期数据不能叫 {SafeWord.Quote(name)}。", "名字用小写字母、数字和单个连字符，例如 2026-06-28。");
        }
        else if (files.Any(file => file.Path.StartsWith($"{FrozenNames.Folder}{name}/", StringComparison.OrdinalIgnoreCase)))
        {
            yield return Problem.Error("release/exists", where, $"“{name}”这一期已经有了，公布过的数不再改动。", "换一个名字，例如在后面加上 -2；报送有更正的，新的一期会列出改了什么。");
        }

        if (frozen.LastOrDefault(release => release.Safe.AsOf > asOf) is { } later)
        {
            yield return Problem.Error("release/not-latest", where, $"“{later.Safe.Name}”已经公布到 {later.Safe.AsOf:yyyy-MM-dd}，不能再补更早的一期。", "把 --as-of 改成那一天或以后。");
        }

        if (campaign.Requests.Tables.IsEmpty && attempts is null)
        {
            yield return Problem.Error("tables/none", new(TableRequests.Path), "没有写要公布哪些表。", "在 input/tables.yaml 里写上：id、title、indicators、dimensions。");
        }

        if (campaign.PlanOf(asOf.Year) is null)
        {
            yield return Problem.Error("units/none", new(UnitReader.Path), $"{asOf.Year} 年没有单位。", "先写好 input/units.csv：一行一个单位，写明它属于哪个区、街道。");
        }
    }

    private static string Title(DateOnly asOf) => string.Create(CultureInfo.InvariantCulture, $"活动统计（截至{asOf.Year}年{asOf.Month}月{asOf.Day}日）");

    private static MadeRelease Refused(List<Problem> problems) => new([], [], [.. problems]);

    private static bool HasErrors(List<Problem> problems) => problems.Exists(problem => problem.Severity == Severity.Error);
}
