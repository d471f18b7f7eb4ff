using System.Collections.Immutable;

namespace Site.Model;

/// <summary>What may be shown of <c>input/</c>.</summary>
public sealed record Release
{
    /// <summary>Nothing to show.</summary>
    public static Release Empty { get; } = new();

    /// <summary>Exposure entries that stand on the lists, newest first, then by id.</summary>
    public ImmutableArray<SafeExposure> Exposures { get; init; } = [];

    /// <summary>Entries rectified so long ago that they have left the lists; only their own pages are left, in the same order.</summary>
    public ImmutableArray<SafeExposure> PastExposures { get; init; } = [];

    /// <summary>Ids of withdrawn entries, sorted; their pages say that and nothing else.</summary>
    public ImmutableArray<string> WithdrawnExposures { get; init; } = [];

    /// <summary>Releases of statistics, oldest first.</summary>
    public ImmutableArray<SafeRelease> Statistics { get; init; } = [];
}
