using System.Collections.Immutable;
using Site.Content.Pages;
using Site.Content.Settings;
using Site.Content.Types;
using Site.Content.Websites;
using Site.Core.Sources;
using Site.Core.Vocabularies;
using Site.Exposures.Entries;
using Site.Exposures.Released;
using Site.Rendering.Views;

namespace Site.Rendering.Feeds;

/// <summary>The site's feeds: everything, one for each content type that has its own, and one for exposures, all in both formats.</summary>
internal static class FeedFiles
{
    private const int Most = 30;

    /// <summary>Where feeds lie. All are written even when empty, so that no subscription breaks.</summary>
    public static ImmutableArray<FeedSection> Sections { get; } =
    [
        new("/", null),
        .. ContentTypes.All.Where(type => type.HasOwnFeed).Select(type => new FeedSection(type.ListAddress, type.ListTitle) { Type = type }),
        new(ExposureAddresses.Home, "曝光台"),
    ];

    public static IEnumerable<OutputFile> Atom(Website website, PublicInput input) =>
        Sections.Select(section => AtomFeed.Of(new(() => Of(website, input, section)), section.Address));

    public static IEnumerable<OutputFile> Json(Website website, PublicInput input) =>
        Sections.Select(section => JsonFeed.Of(new(() => Of(website, input, section)), section.Address));

    /// <returns>The title of a feed: <c>新闻 · 站名</c>, or the site's own for the whole of it.</returns>
    public static string Title(SiteSettings settings, string? label) => label is null ? settings.Title : $"{label} · {settings.Title}";

    private static Feed Of(Website website, PublicInput input, FeedSection section) => new(
        website.Settings, section.Address, Title(website.Settings, section.Label), website.AsOf,
        section.Address == ExposureAddresses.Home ? Newest(input)
            : Newest(website, website.Pages.Where(page => section.Type is { } type ? page.Type == type : page.Type.IsInFeeds)));

    /// <returns>What has come out, the newest first; what takes place only later is in no feed (calendars have it).</returns>
    private static ImmutableArray<FeedEntry> Newest(Website website, IEnumerable<Page> pages) =>
    [
        .. pages.Select(page => new Dated(page, page.Type.PublishedOf(page)))
            .Where(dated => dated.Published <= website.AsOf)
            .OrderByDescending(dated => dated.Published!.Value.DayNumber)
            .ThenBy(dated => dated.Page.Address, StringComparer.Ordinal)
            .Take(Most)
            .Select(dated => Entry(dated.Page, dated.Published!.Value)),
    ];

    // A class: LINQ over tuples would be compiled when the program runs, however small the site.
    private sealed record Dated(Page Page, DateOnly? Published);

    private static FeedEntry Entry(Page page, DateOnly published) => new(
        page.Address, page.MarkedTitle(), page.Summary, published, page.Updated > published ? page.Updated.Value : published, page.Tags);

    /// <summary>As exactly as the entry may be dated, so that a feed tells no more than its page.</summary>
    private static DateOnly Changed(SafeExposure entry) =>
        entry.StatusOn is { } since && since.First > entry.Published.First ? since.First : entry.Published.First;

    private static ImmutableArray<FeedEntry> Newest(PublicInput input) =>
    [
        .. input.Exposures.Take(Most).Select(entry => new FeedEntry(
            ExposureAddresses.Of(entry.Id),
            $"{ExposureVocabularies.StatusLabel(entry.Kind, entry.Status)}：{entry.MarkedSubject()}（{entry.Area}）",
            entry.Hazard, entry.Published.First, Changed(entry), [ExposureVocabularies.Kinds.Label(entry.Kind)])),
    ];
}

/// <summary>What is new, for feed readers: the same in both formats.</summary>
/// <param name="Settings">Of the site it belongs to.</param>
/// <param name="Section">The page it follows, decoded, from the site's root, ending in <c>/</c>; the files lie beside it.</param>
/// <param name="Title">Plain text.</param>
/// <param name="AsOf">The day of the build: the feed's date while it has no entry.</param>
/// <param name="Entries">Newest first.</param>
internal sealed record Feed(SiteSettings Settings, string Section, string Title, DateOnly AsOf, ImmutableArray<FeedEntry> Entries)
{
    /// <summary>When anything in it last changed.</summary>
    public DateOnly Updated => Entries.IsEmpty ? AsOf : Entries.Max(entry => entry.Updated);

    /// <summary>The page that shows the same to people: the home page while there is nothing to show.</summary>
    public string Page => Entries.IsEmpty ? "/" : Section;

    public string AtomAddress => Section + "feed.xml";

    public string JsonAddress => Section + "feed.json";
}

/// <summary>One piece of a feed.</summary>
/// <param name="Address">Its page, decoded, from the site's root.</param>
/// <param name="Title">Plain text, marked where it is made up.</param>
/// <param name="Summary">Plain text; may be empty.</param>
/// <param name="Published">The day it came out.</param>
/// <param name="Updated">The day it last changed, not before <paramref name="Published"/>.</param>
/// <param name="Tags">Words to sort it by.</param>
internal sealed record FeedEntry(
    string Address, string Title, string Summary, DateOnly Published, DateOnly Updated, ImmutableArray<string> Tags);

/// <summary>A page that a pair of feeds follows.</summary>
/// <param name="Address">Its address.</param>
/// <param name="Label">What is in the feeds, or null for everything.</param>
public sealed record FeedSection(string Address, string? Label)
{
    /// <summary>The type of the pages in the feeds, or null where they hold more or other things.</summary>
    public ContentType? Type { get; init; }
}

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
