namespace Site.Model;

/// <summary>A page about the site or the campaign that is of no other kind.</summary>
public sealed record PlainPage : Page;
