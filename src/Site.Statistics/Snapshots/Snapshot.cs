using System.Collections.Immutable;
using Site.Core.Diagnostics;
using Site.Statistics.Policies;
using Site.Statistics.Published;

namespace Site.Statistics.Snapshots;

/// <summary>A release as it lies in <c>input/releases/NAME/</c>: safe to be public, and never changed again.</summary>
/// <param name="Safe">What pages show of it.</param>
/// <param name="Tables">Its tables, in the order of those of <paramref name="Safe"/>.</param>
/// <param name="Restates">What earlier releases said that is no longer so.</param>
/// <param name="Location">Its <c>release.yaml</c>.</param>
internal sealed record Snapshot(
    SafeRelease Safe, ImmutableArray<SnapshotTable> Tables, ImmutableArray<Restatement> Restates, Location Location);

/// <summary>A table of a snapshot.</summary>
/// <param name="Safe">The table.</param>
/// <param name="Measures">For each indicator which rule guards it.</param>
/// <param name="Day">The day up to which the figures of a table without weeks count, and the last of one with weeks.</param>
/// <param name="Location">Its CSV file.</param>
internal sealed record SnapshotTable(SafeTable Safe, ImmutableArray<Measure> Measures, DateOnly Day, Location Location)
{
    /// <summary>What its cells tell of figures: what is not reported adds nothing to any total, so it is 0 there.</summary>
    public ImmutableArray<Cell> Figures { get; } =
        Safe.Cells.Any(cell => cell is Cell.NotReported) ? [.. Safe.Cells.Select(cell => cell is Cell.NotReported ? SnapshotCells.Zero : cell)] : Safe.Cells;

    /// <summary>Whether it is made from units' returns, not from quiz attempts.</summary>
    public bool IsOfReturns { get; } = !SafeDimensions.AreOfAttempts(Safe.Dimensions.Select(dimension => dimension.Id));
}

/// <summary>An indicator whose returns up to the day of an earlier release changed after that release.</summary>
/// <param name="Earlier">Name of the earlier release.</param>
/// <param name="Table">Id of its table.</param>
/// <param name="Indicator">Id of the indicator.</param>
internal sealed record Restatement(string Earlier, string Table, string Indicator);
