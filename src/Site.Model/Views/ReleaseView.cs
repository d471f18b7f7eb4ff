using System.Collections.Immutable;

namespace Site.Model;

/// <summary>One release of statistics: its tables, what it corrects, what to take away.</summary>
public sealed record ReleaseView : View
{
    /// <summary>The release, in a few figures.</summary>
    public required ReleaseGlance Glance { get; init; }

    /// <summary>Figures that an earlier release gave otherwise, in the order of the tables.</summary>
    public required ImmutableArray<FigureChange> Changes { get; init; }

    /// <summary>The release before it, or null; likewise the one after it.</summary>
    public SafeRelease? Earlier { get; init; }

    public SafeRelease? Later { get; init; }
}
