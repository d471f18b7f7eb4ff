using System.Collections.Immutable;

namespace Site.Model;

/// <summary>Everything by topic: what search offers without script, and a page for people who do not know what to search for.</summary>
public sealed record BrowseView : View
{
    public required ImmutableArray<BrowseGroup> Groups { get; init; }
}
