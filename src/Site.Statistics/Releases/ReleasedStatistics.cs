using System.Collections.Immutable;
using Site.Core.Diagnostics;
using Site.Statistics.Forms;
using Site.Statistics.Inputs;
using Site.Statistics.Plausibility;
using Site.Statistics.Policies;
using Site.Statistics.Published;
using Site.Statistics.Requests;
using Site.Statistics.Returns;
using Site.Statistics.Series;
using Site.Statistics.Units;

namespace Site.Statistics.Releases;

/// <summary>What a build publishes of the units' returns: the snapshots in <c>input/releases/</c>, and nothing else, audited again all together.</summary>
public static class ReleasedStatistics
{
    private static readonly string[] Parts =
        [ReleaseNames.Folder, "input/returns/", "input/forms/", UnitReader.Path, TableRequests.Path, InputPolicy.Path];

    /// <param name="files">All files of <c>input/</c>.</param>
    /// <param name="days">Which days returns may count up to; null where any may be.</param>
    /// <returns>The releases, oldest first, and all that is wrong with them and with what they were made from.</returns>
    public static Result<ImmutableArray<SafeRelease>> Read(InputFiles files, ReturnDays? days = null)
    {
        if (!files.All.Any(file => Array.Exists(Parts, part => file.Path.StartsWith(part, StringComparison.Ordinal))))
        {
            return new([], []);
        }

        var input = StatisticsInput.Read(files);
        var snapshots = files.Snapshots;
        var diagnostics = input.Diagnostics.Concat(snapshots.Diagnostics).Concat(LedgerChecks.Find(input.Value)).ToList();
        diagnostics.AddRange(PlausibilityChecks.Find(input.Value, DateOnly.MaxValue).Select(diagnostic => diagnostic with { Severity = Severity.Warning }));
        diagnostics.AddRange(days?.Find(input.Value.Ledger.Returns, input.Value.Forms, id => input.Value.Units.Find(id) is { } unit ? input.Value.Units.NameOf(unit) : "（单位未知）") ?? []);
        var isSound = diagnostics.TrueForAll(diagnostic => diagnostic.Severity != Severity.Error);
        diagnostics.AddRange(ClassAudit.Find(input.Value.Forms, snapshots.Value));
        PublishedAudit.Find(snapshots.Value, ReleaseAudit.RulesOf(input.Value), input.Value.Policy.ForAttempts, diagnostics, input.Value.Budget);
        if (isSound && input.Value.HasReturns)
        {
            ReturnsAudit.Find(input.Value, snapshots.Value, diagnostics);
        }

        return new([.. snapshots.Value.Select(release => Named(release.Safe, input.Value.Forms))], [.. KnownDisclosure.Settle(diagnostics, input.Value.Policy.Disclosed)]);
    }

    /// <returns>The release with the names for readers that the forms have now; its files keep the names they were published with.</returns>
    private static SafeRelease Named(SafeRelease release, FormRegistry forms) =>
        release with { Tables = [.. release.Tables.Select(table => table.Named(id => forms.FindIndicator(id)?.Short))] };
}
