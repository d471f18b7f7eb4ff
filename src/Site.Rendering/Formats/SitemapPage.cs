namespace Site.Rendering;

/// <summary>A page that search engines should know.</summary>
/// <param name="Address">Decoded, from the site's root.</param>
/// <param name="LastModified">The day it last changed, or null.</param>
public sealed record SitemapPage(string Address, DateOnly? LastModified);
