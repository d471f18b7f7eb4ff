using System.Collections.Immutable;
using Site.Model;

namespace Site.Disclosure;

/// <summary>What a build publishes of the units' returns: the frozen releases, and nothing else, audited again all together.</summary>
internal static class ReleasedStatistics
{
    private static readonly string[] Parts =
        [FrozenNames.Folder, "input/returns/", "input/forms/", UnitReader.Path, TableRequests.Path, PolicyReader.Path];

    /// <param name="files">All files of <c>input/</c>.</param>
    /// <returns>The releases, oldest first, and all that is wrong with them and with what they were made from.</returns>
    public static Checked<ImmutableArray<SafeRelease>> Read(ImmutableArray<SourceFile> files)
    {
        if (!files.Any(file => Array.Exists(Parts, part => file.Path.StartsWith(part, StringComparison.Ordinal))))
        {
            return new([], []);
        }

        var campaign = Campaign.Read(files);
        var frozen = FrozenReader.Read(files);
        var problems = campaign.Problems.Concat(frozen.Problems).Concat(LedgerProblems.Find(campaign.Value)).ToList();
        problems.AddRange(Implausible.Find(campaign.Value, DateOnly.MaxValue).Select(problem => problem with { Severity = Severity.Warning }));
        var isWhole = problems.TrueForAll(problem => problem.Severity != Severity.Error);
        PublishedAudit.Find(frozen.Value, ReleaseAudit.RulesOf(campaign.Value), problems);
        problems.AddRange(AttemptAudit.Find(frozen.Value, campaign.Value.Policy.AgeBandPersons).Problems);
        if (isWhole && campaign.Value.HasReturns)
        {
            ReturnsAudit.Find(campaign.Value, frozen.Value, problems);
        }

        return new([.. frozen.Value.Select(release => release.Safe)], [.. problems]);
    }
}
