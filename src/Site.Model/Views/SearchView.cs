using System.Collections.Immutable;

namespace Site.Model;

/// <summary>The search page.</summary>
public sealed record SearchView : View
{
    /// <summary>What it offers without script.</summary>
    public required ImmutableArray<BrowseGroup> Groups { get; init; }

    /// <summary>Whether the build makes a search index.</summary>
    public required bool HasIndex { get; init; }
}
