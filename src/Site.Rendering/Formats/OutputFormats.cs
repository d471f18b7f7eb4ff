using System.Collections.Immutable;

namespace Site.Rendering;

/// <summary>
/// Every form in which the site is given out beside its pages. Two more need what is known only later: <see cref="Sitemap"/> the list
/// of pages, and <see cref="BuildManifest"/> the finished bytes.
/// </summary>
public static class OutputFormats
{
    public static ImmutableArray<OutputFormat> All { get; } =
    [
        new("atom", Feeds.Atom),
        new("json-feed", Feeds.Json),
        new("exposures", ExposureFiles.Render),
        new("calendar", Calendars.Render),
        new("redirects", Redirects.Render),
        new("headers", HeadersFile.Render),
        new("robots", RobotsFile.Render),
        new("figures", FigureFiles.Render),
        new("data-package", DataPackage.Render),
        new("data-catalog", DataCatalog.Render),
    ];
}
