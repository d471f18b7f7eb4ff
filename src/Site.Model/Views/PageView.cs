using System.Collections.Immutable;

namespace Site.Model;

/// <summary>A written page.</summary>
public sealed record PageView : View
{
    public required Page Page { get; init; }

    /// <summary>The page before it in its kind's list, or null at the end; likewise the next.</summary>
    public PageLink? Previous { get; init; }

    public PageLink? Next { get; init; }

    /// <summary>Up to six pages of other kinds that share sectors, audiences or tags, the closest first.</summary>
    public ImmutableArray<Page> Related { get; init; } = [];

    /// <summary>For a campaign: the newest release of its statistics in a few figures; else null.</summary>
    public ReleaseGlance? Statistics { get; init; }

    /// <summary>For a guide: an SVG of a QR code that leads to its published address; else null.</summary>
    public string? QrCodeSvg { get; init; }

    /// <summary>For a quiz: what to read on each of its topics, in their order, and halls last; else empty.</summary>
    public ImmutableArray<TopicReading> Reading { get; init; } = [];
}
