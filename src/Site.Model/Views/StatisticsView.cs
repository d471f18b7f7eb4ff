using System.Collections.Immutable;

namespace Site.Model;

/// <summary>All figures of the campaign at a glance: <c>/data/</c>.</summary>
public sealed record StatisticsView : View
{
    /// <summary>The newest release, in a few figures.</summary>
    public required ReleaseGlance Newest { get; init; }

    /// <summary>The first ten figures of the newest release that an earlier one gave otherwise.</summary>
    public required ImmutableArray<FigureChange> Changes { get; init; }

    /// <summary>All releases, newest first; one at least.</summary>
    public required ImmutableArray<SafeRelease> Releases { get; init; }
}
