namespace Site.Model;

/// <summary>An exposure entry with nothing private in it. Only Site.Disclosure can make one.</summary>
public sealed record SafeExposure
{
    internal SafeExposure() { }

    public required string Id { get; init; }

    public required DateOnly Published { get; init; }

    /// <summary>hazard, violation, supervised, redlist or blacklist.</summary>
    public required string Kind { get; init; }

    /// <summary>The firm, or a private person's trade and street.</summary>
    public required string Subject { get; init; }

    public required string Area { get; init; }

    /// <summary>open, in-progress, rectified or withdrawn.</summary>
    public required string Status { get; init; }

    /// <summary>The hazard in words, redacted.</summary>
    public required string Hazard { get; init; }
}
