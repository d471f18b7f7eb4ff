namespace Site.Model;

/// <summary>The page of an exposure entry.</summary>
public sealed record ExposureView : View
{
    public required SafeExposure Entry { get; init; }

    /// <summary>Whether it stands on the lists; an entry put right long ago does not, and search engines are asked to forget it.</summary>
    public required bool IsListed { get; init; }
}
