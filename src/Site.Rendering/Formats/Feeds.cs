using System.Collections.Immutable;
using Site.Model;

namespace Site.Rendering;

/// <summary>The site's feeds: everything, and one each for news, warning cases and exposures, all in both formats.</summary>
internal static class Feeds
{
    private const int Most = 30;

    /// <summary>
    /// Where feeds lie: the page each follows, and what is in it; null for the site's own.
    /// All are written even when empty, so that no subscription breaks.
    /// </summary>
    public static ImmutableArray<FeedHome> Homes { get; } =
        [new("/", null), new("/news/", Label("/news/")), new("/warnings/", Label("/warnings/")), new("/exposures/", "曝光台")];

    public static IEnumerable<OutputFile> Atom(Website website, Release release) =>
        Homes.Select(home => AtomFeed.Of(new(() => Of(website, release, home.Home, home.Label)), home.Home));

    public static IEnumerable<OutputFile> Json(Website website, Release release) =>
        Homes.Select(home => JsonFeed.Of(new(() => Of(website, release, home.Home, home.Label)), home.Home));

    /// <returns>The title of a feed: <c>新闻 · 站名</c>, or the site's own for the whole of it.</returns>
    public static string Title(SiteSettings settings, string? label) => label is null ? settings.Title : $"{label} · {settings.Title}";

    /// <returns>The feed that follows one of <see cref="Homes"/>.</returns>
    public static Feed Of(Website website, Release release, string home, string? label) =>
        new(website.Settings, home, Title(website.Settings, label), website.AsOf, home switch
        {
            "/news/" => Newest(website, website.Of<NewsPage>()),
            "/warnings/" => Newest(website, website.Of<WarningPage>()),
            "/exposures/" => Newest(release),
            _ => Newest(website, website.Pages.Where(page => page is not PlainPage)),
        });

    private static string Label(string address) => Lists.Sections.Single(section => section.Address == address).Label;

    private static ImmutableArray<FeedEntry> Newest(Website website, IEnumerable<Page> pages) =>
    [
        .. pages.Select(page => new Dated(page, Published(page)))
            .Where(dated => dated.Published <= website.AsOf)
            .OrderByDescending(dated => dated.Published!.Value.DayNumber)
            .ThenBy(dated => dated.Page.Address, StringComparer.Ordinal)
            .Take(Most)
            .Select(dated => Entry(dated.Page, dated.Published!.Value)),
    ];

    private sealed record Dated(Page Page, DateOnly? Published);

    private static FeedEntry Entry(Page page, DateOnly published) => new(
        page.Address, page.MarkedTitle(), page.Summary, published, page.Updated > published ? page.Updated.Value : published, page.Tags);

    /// <summary>
    /// The day a page came out. Where nobody wrote one, a warning case counts from the accident, and an event or lecture from the day
    /// it takes place: until then it is in no feed (calendars have it), for an entry must not come from the future.
    /// </summary>
    private static DateOnly? Published(Page page) => page.Date ?? page switch
    {
        WarningPage warning => warning.Occurred,
        EventPage occasion => occasion.Start.Day,
        LecturePage { Start: { } start } => start.Day,
        _ => page.Updated,
    };

    /// <summary>As exactly as the entry may be dated, so that a feed tells no more than its page.</summary>
    private static DateOnly Changed(SafeExposure entry) =>
        entry.StatusOn is { } since && since.First > entry.Published.First ? since.First : entry.Published.First;

    private static ImmutableArray<FeedEntry> Newest(Release release) =>
    [
        .. release.Exposures.Take(Most).Select(entry => new FeedEntry(
            ExposureAddresses.Of(entry.Id),
            $"{ExposureVocabularies.StatusLabel(entry.Kind, entry.Status)}：{entry.MarkedSubject()}（{entry.Area}）",
            entry.Hazard, entry.Published.First, Changed(entry), [ExposureVocabularies.Kinds.Label(entry.Kind)])),
    ];
}
