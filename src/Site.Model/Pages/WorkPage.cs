using System.Collections.Immutable;

namespace Site.Model;

/// <summary>A poster, film, sound or text for public screens, to take and use.</summary>
public sealed record WorkPage : Page
{
    /// <summary>The files to download, each a path relative to the source file; at least one.</summary>
    public required ImmutableArray<Link> Files { get; init; }

    public string? Licence { get; init; }

    /// <summary>The same as text, or null.</summary>
    public string? Transcript { get; init; }
}
