namespace Site.Model;

/// <summary>A piece of news; <see cref="Page.Date"/> is always there.</summary>
public sealed record NewsPage : Page
{
    /// <summary>The unit it is about or from, or null.</summary>
    public string? Unit { get; init; }
}
