using System.Collections.Immutable;
using Site.Core.Diagnostics;
using Site.Core.Sources;
using Site.Statistics.Attempts;
using Site.Statistics.Plausibility;
using Site.Statistics.Policies;
using Site.Statistics.Published;
using Site.Statistics.Requests;
using Site.Statistics.Series;
using Site.Statistics.Snapshots;
using Site.Statistics.Units;

namespace Site.Statistics.Releases;

/// <summary>What a build publishes of the units' returns: the frozen releases, and nothing else, audited again all together.</summary>
public static class ReleasedStatistics
{
    private static readonly string[] Parts =
        [ReleaseNames.Folder, "input/returns/", "input/forms/", UnitReader.Path, TableRequests.Path, InputPolicy.Path];

    /// <param name="files">All files of <c>input/</c>.</param>
    /// <returns>The releases, oldest first, and all that is wrong with them and with what they were made from.</returns>
    public static Result<ImmutableArray<SafeRelease>> Read(ImmutableArray<SourceFile> files)
    {
        if (!files.Any(file => Array.Exists(Parts, part => file.Path.StartsWith(part, StringComparison.Ordinal))))
        {
            return new([], []);
        }

        var campaign = StatisticsInput.Read(files);
        var frozen = SnapshotReader.Read(files);
        var diagnostics = campaign.Diagnostics.Concat(frozen.Diagnostics).Concat(LedgerChecks.Find(campaign.Value)).ToList();
        diagnostics.AddRange(PlausibilityChecks.Find(campaign.Value, DateOnly.MaxValue).Select(diagnostic => diagnostic with { Severity = Severity.Warning }));
        var isWhole = diagnostics.TrueForAll(diagnostic => diagnostic.Severity != Severity.Error);
        PublishedAudit.Find(frozen.Value, ReleaseAudit.RulesOf(campaign.Value), diagnostics);
        diagnostics.AddRange(AttemptAudit.Find(frozen.Value, campaign.Value.Policy.AgeBandPersons).Diagnostics);
        if (isWhole && campaign.Value.HasReturns)
        {
            ReturnsAudit.Find(campaign.Value, frozen.Value, diagnostics);
        }

        return new([.. frozen.Value.Select(release => release.Safe)], [.. diagnostics]);
    }
}
