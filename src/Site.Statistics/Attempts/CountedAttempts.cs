using System.Collections.Immutable;
using Site.Core.Diagnostics;
using Site.Statistics.Inputs;
using Site.Statistics.Policies;
using Site.Statistics.Protection;
using Site.Statistics.Snapshots;

namespace Site.Statistics.Attempts;

/// <summary>Quiz attempts, counted: on their way to a release, or to attack those that there are.</summary>
/// <param name="Plan">What was asked.</param>
/// <param name="Tally">What was counted.</param>
public sealed record CountedAttempts(AttemptPlan Plan, AttemptTally Tally)
{
    /// <returns>What is wrong with the published tables of attempts, now that the attempts themselves are at hand; or with the files.</returns>
    /// <param name="files">All files of <c>input/</c>.</param>
    public ImmutableArray<Diagnostic> Check(InputFiles files)
    {
        var counts = AttemptCountReader.Read(Tally, Plan.Question, Plan.Files);
        if (counts.Diagnostics.HasErrors() || counts.Value.IsEmpty)
        {
            return counts.Diagnostics.HasErrors() ? counts.Diagnostics : [AttemptDiagnostics.None(Plan.Request)];
        }

        var series = AttemptSeries.Of(Plan.Question, counts.Value, Plan.Request, files.Policy.Value.ForAttempts, Plan.Earlier);
        return [.. counts.Diagnostics, .. series.Diagnostics, .. series.Value is { } found ? Attack(found) : []];
    }

    /// <returns>The table of the release as it goes into a snapshot; null and why, where it cannot be published.</returns>
    /// <param name="rules">How few attempts are too few.</param>
    internal Result<TableDraft?> Make(DisclosureRules rules)
    {
        var counts = AttemptCountReader.Read(Tally, Plan.Question, Plan.Files);
        if (counts.Diagnostics.HasErrors())
        {
            return new(null, counts.Diagnostics);
        }

        var made = AttemptTables.Make(Plan.Question, counts.Value, Plan.Request, rules, Plan.Earlier);
        return made with { Diagnostics = counts.Diagnostics.AddRange(made.Diagnostics) };
    }

    /// <summary>Every rule of the method, all releases together, with the figures that are withheld.</summary>
    private IEnumerable<Diagnostic> Attack(AttemptSeries series) =>
        TableAttack.Find(series.Input, series.Published).Select(weak => weak.Cell).Distinct().Select(cell =>
            Diagnostic.Error("disclosure/gives-way", Plan.Request.Location, $"答题记录公布过的表里，“{series.Axes.Categories(cell)}”可以由各期公布的数推算得太准。",
                "改过 policy.yaml 的门槛的，请改回公布时的值。" + KnownDisclosure.Cure));
}
