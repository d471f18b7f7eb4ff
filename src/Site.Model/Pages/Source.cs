namespace Site.Model;

/// <summary>Where a fact comes from.</summary>
/// <param name="Text">What a reader needs to find it: publisher, title, date, article.</param>
/// <param name="Url">Absolute https or http address, or null.</param>
public sealed record Source(string Text, string? Url = null);
