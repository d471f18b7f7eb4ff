namespace Site.Rendering;

/// <summary>A page that a pair of feeds follows.</summary>
/// <param name="Home">Its address.</param>
/// <param name="Label">What is in the feeds, or null for everything.</param>
public sealed record FeedHome(string Home, string? Label);
