using System.Collections.Immutable;

namespace Site.Model;

/// <summary>What may be shown of <c>input/</c>.</summary>
public sealed record Release
{
    /// <summary>Nothing to show.</summary>
    public static Release Empty { get; } = new();

    /// <summary>Exposure entries, newest first.</summary>
    public ImmutableArray<SafeExposure> Exposures { get; init; } = [];

    /// <summary>Releases of statistics, oldest first.</summary>
    public ImmutableArray<SafeRelease> Statistics { get; init; } = [];
}
