using System.Collections.Immutable;
using Site.Content.Settings;
using Site.Content.Types;
using Site.Content.Websites;
using Site.Exposures.Entries;
using Site.Statistics.Published;

namespace Site.Rendering.Pages;

/// <summary>The entries of the menu.</summary>
internal static class Menu
{
    // Beside the types' own places among sections, which are tens.
    private const int Exposures = 35;
    private const int Statistics = int.MaxValue;

    private static readonly ImmutableArray<MenuEntry> Usual =
    [
        .. ContentTypes.Sections.Where(type => type.MenuLabel is not null).Select(type => new Placed(type.SectionOrder, new(type.MenuLabel!, type.ListAddress)))
            .Append(new(Exposures, new("曝光台", ExposureAddresses.Home)))
            .Append(new(Statistics, new("查数据", StatisticsUrls.Home)))
            .OrderBy(entry => entry.Order).Select(entry => entry.Entry),
    ];

    /// <returns>The entries of site.yaml, or the usual ones that the site has pages for.</returns>
    public static ImmutableArray<MenuEntry> Of(Website website) => website.Settings.Menu is { IsEmpty: false } own
        ? own
        : [.. Usual.Where(entry => website.HasList(entry.Address))];

    private sealed record Placed(int Order, MenuEntry Entry);
}
