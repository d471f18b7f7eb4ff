using System.Collections.Immutable;
using Site.Content.Websites;
using Site.Core.Sources;
using Site.Exposures.Released;
using Site.Rendering.Calendars;
using Site.Rendering.Editors;
using Site.Rendering.Exposures;
using Site.Rendering.Feeds;
using Site.Rendering.OpenData;

namespace Site.Rendering.Output;

/// <summary>
/// Every form in which the site is given out beside its pages. Two more need what is known only later: <see cref="Sitemap"/> the list
/// of pages, and <see cref="BuildManifest"/> the finished bytes.
/// </summary>
public static class OutputFormats
{
    public static ImmutableArray<OutputFormat> All { get; } =
    [
        new("atom", FeedFiles.Atom),
        new("json-feed", FeedFiles.Json),
        new("exposures", ExposureFiles.Render),
        new("calendar", CalendarFiles.Render),
        new("redirects", Redirects.Render),
        new("headers", HeadersFile.Render),
        new("robots", RobotsFile.Render),
        new("editor", HostedEditorFiles.Render),
        new("figures", StatisticsFiles.Render),
        new("data-package", DataPackage.Render),
        new("data-catalog", DataCatalog.Render),
    ];
}

/// <summary>A form in which the site is given out beside its pages.</summary>
/// <param name="Name">What developers call it: <c>atom</c>.</param>
/// <param name="Render">Lists its files; their bytes are made when they are asked for. None may say anything of a page's body: by that a file is known to be as it was.</param>
public sealed record OutputFormat(string Name, Func<Website, PublicInput, IEnumerable<OutputFile>> Render);
