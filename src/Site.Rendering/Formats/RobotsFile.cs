using Site.Model;

namespace Site.Rendering;

/// <summary>Welcomes search engines and names the sitemap.</summary>
/// <remarks>RFC 9309. Engines read it at the root of a host alone: a site below a path needs these lines in the host's own file.</remarks>
internal static class RobotsFile
{
    public static IEnumerable<OutputFile> Render(Website website, Release release) =>
    [
        new("robots.txt", output => output.WriteMarkup(
            $"User-agent: *\nAllow: /\n\nSitemap: {SiteAddress.Absolute(website.Settings, "/sitemap.xml")}\n")),
    ];
}
