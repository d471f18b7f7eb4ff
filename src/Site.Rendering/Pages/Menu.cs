using System.Collections.Immutable;
using Site.Content.Settings;
using Site.Content.Websites;
using Site.Exposures.Entries;
using Site.Statistics.Published;

namespace Site.Rendering.Pages;

/// <summary>The entries of the menu.</summary>
internal static class Menu
{
    private static readonly ImmutableArray<MenuEntry> Usual =
    [
        new("学知识", "/guides/"),
        new("测一测", "/quizzes/"),
        new("看警示", "/warnings/"),
        new("曝光台", ExposureAddresses.Home),
        new("去体验", "/halls/"),
        new("看新闻", "/news/"),
        new("查数据", StatisticsUrls.Home),
    ];

    /// <returns>The entries of site.yaml, or the usual ones that the site has pages for.</returns>
    public static ImmutableArray<MenuEntry> Of(Website website) => website.Settings.Menu is { IsEmpty: false } own
        ? own
        : [.. Usual.Where(entry => SiteUrls.Has(website, entry.Address))];
}
