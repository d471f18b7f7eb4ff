namespace Site.Model;

/// <summary>A link to a page of the site.</summary>
/// <param name="Title">What it says.</param>
/// <param name="Address">Where it leads, decoded, from the site's root.</param>
public sealed record PageLink(string Title, string Address);
