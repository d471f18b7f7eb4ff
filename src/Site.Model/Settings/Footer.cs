namespace Site.Model;

/// <summary>What the foot of a Chinese government site must carry; null where site.yaml lacks it (checked as <c>site/missing-footer-entry</c>).</summary>
public sealed record Footer
{
    /// <summary>Registration with the Ministry of Industry: 示ICP备00000000号.</summary>
    public string? Icp { get; init; }

    /// <summary>Registration with the police: 示公网安备00000000000000号.</summary>
    public string? Police { get; init; }

    /// <summary>Ten characters of the government site code.</summary>
    public string? SiteCode { get; init; }

    /// <summary>How to reach the organiser.</summary>
    public string? Contact { get; init; }

    /// <summary>Address where mistakes of the site are reported (我为政府网站找错).</summary>
    public string? Correction { get; init; }
}
