using System.Collections.Immutable;
using Site.Content.Pages;
using Site.Content.Settings;
using Site.Content.Types;
using Site.Content.Websites;
using Site.Exposures.Entries;
using Site.Statistics.Published;

namespace Site.Rendering.Pages;

/// <summary>The entries of the menu.</summary>
internal static class Menu
{
    private static readonly ImmutableArray<MenuEntry> Usual =
    [
        .. OfTypes(type => type.SectionOrder <= WarningPage.Definition.SectionOrder),
        new("曝光台", ExposureAddresses.Home),
        .. OfTypes(type => type.SectionOrder > WarningPage.Definition.SectionOrder),
        new("查数据", StatisticsUrls.Home),
    ];

    /// <returns>The entries of site.yaml, or the usual ones that the site has pages for.</returns>
    public static ImmutableArray<MenuEntry> Of(Website website) => website.Settings.Menu is { IsEmpty: false } own
        ? own
        : [.. Usual.Where(entry => website.HasList(entry.Address))];

    private static IEnumerable<MenuEntry> OfTypes(Func<ContentType, bool> isHere) =>
        ContentTypes.Sections.Where(type => type.MenuLabel is not null && isHere(type)).Select(type => new MenuEntry(type.MenuLabel!, type.ListAddress));
}
