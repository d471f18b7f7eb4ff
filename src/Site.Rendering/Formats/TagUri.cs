using Site.Model;

namespace Site.Rendering;

/// <summary>Names for pages that stay when the site moves from http to https or to another port.</summary>
/// <remarks>
/// RFC 4151. The date in a tag is one on which its maker held the name; it must never change, so it is the year in which these
/// names began and not that of the page.
/// </remarks>
internal static class TagUri
{
    private const string Since = "2026";

    /// <param name="settings">Its host, in ASCII, is the tag's authority; its base path is part of the name.</param>
    /// <param name="address">Decoded, from the site's root.</param>
    /// <returns><c>tag:example.org,2026:/news/2024/open-day/</c>.</returns>
    public static string Of(SiteSettings settings, string address) =>
        $"tag:{SiteAddress.Host(settings)},{Since}:{SiteAddress.Href(settings, address)}";
}
