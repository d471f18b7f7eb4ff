using System.Collections.Immutable;
using Site.Content.Settings;
using Site.Content.Themes;
using Site.Content.Types;
using Site.Content.Websites;
using Site.Exposures.Entries;
using Site.Exposures.Released;
using Site.Rendering.Views;
using Site.Statistics.Published;

namespace Site.Rendering.Pictures;

/// <summary>Lists the share pictures that a site wants.</summary>
public static class SharePictureRequests
{
    /// <summary>The most pages for which <see cref="SharePictures.Auto"/> draws pictures.</summary>
    public const int MostPages = 500;

    private const int LongestTitle = 300;

    /// <returns>One for the home page, each section, each written page and each exposure entry on the lists; lists of topics are shared with the home page's.</returns>
    public static ImmutableArray<SharePictureRequest> Of(Website website, PublicInput release)
    {
        var settings = website.Settings;
        if (settings.SharePictures == SharePictures.None
            || (settings.SharePictures == SharePictures.Auto && website.Pages.Length + release.Exposures.Length > MostPages))
        {
            return [];
        }

        var campaign = website.Campaign is { } current ? $"{current.Year}年全国“安全生产月”" : settings.Title;
        return
        [
            Order("/", website.Campaign?.Slogan ?? settings.Title, "campaign"),
            .. ContentTypes.Sections.Where(section => website.HasList(section.ListAddress)).Select(section => Order(section.ListAddress, section.ListTitle, section.ShareSign, section.Label)),
            .. website.Pages.Select(page => Order(page.Address, page.Title, page.Type.ShareSign, page.Type.HasList ? page.Type.Label : "")),
            .. OfFigures(release).Select(page => Order(page.Address, page.Title, "data", "数据")),
            .. release.Exposures.IsEmpty ? [] : new[] { Order(ExposureAddresses.Home, "曝光台", "exposure", "曝光") },
            .. release.Exposures.Select(entry => Order(ExposureAddresses.Of(entry.Id), entry.MarkedSubject(), "exposure", "曝光")),
        ];

        SharePictureRequest Order(string address, string title, string kind, string label = "") =>
            new(address, Cut(title), Cut(campaign), Cut(settings.Organiser), kind, label) { Accent = website.Theme?.Light["accent"] is { } accent && accent != Palette.Light["accent"] ? accent : null };
    }

    private static IEnumerable<PageLink> OfFigures(PublicInput release) => release.Statistics.IsEmpty ? [] :
    [
        new("活动数据", StatisticsUrls.Home),
        .. release.Statistics.Select(one => new PageLink(one.Title, StatisticsUrls.Of(one))),
        .. release.Statistics.SelectMany(one => one.Tables.Select(table => new PageLink(table.Title, StatisticsUrls.Of(one, table)))),
    ];

    private static string Cut(string text) => text.Length <= LongestTitle ? text : text[..LongestTitle];
}

/// <summary>A share picture to draw: 1200 × 630 pixels.</summary>
/// <param name="Address">The page it stands for.</param>
/// <param name="Title">The page's title, at most 300 characters.</param>
/// <param name="Campaign">The campaign's name.</param>
/// <param name="Organiser">The office that runs it.</param>
/// <param name="Kind">Which sign and colour: guide, warning, law … (Sharing/ShareSigns.cs).</param>
/// <param name="Label">What the plate over the title says, or empty.</param>
public sealed record SharePictureRequest(string Address, string Title, string Campaign, string Organiser, string Kind, string Label)
{
    /// <summary>The site's own color for the plates and the tape of pages whose sign has no meaning of its own, or null.</summary>
    public Color? Accent { get; init; }
}
