using System.Collections.Immutable;
using Site.Content.Pages;
using Site.Content.Settings;
using Site.Content.Types;
using Site.Content.Websites;
using Site.Core.Sources;
using Site.Exposures.Released;
using Site.Rendering.Views;

namespace Site.Rendering.Calendars;

/// <summary>The site's calendars: everything people can go to, and one for each page and each list that has entries, as its type says.</summary>
internal static class CalendarFiles
{
    /// <summary>Address of the calendar of the whole site.</summary>
    public const string AllAddress = "/events.ics";

    /// <summary>The list that shows the same to people.</summary>
    public const string AllPage = "/events/";

    public static IEnumerable<OutputFile> Render(Website website, PublicInput input) =>
    [
        File(AllAddress, () => new(website.Settings, $"活动 · {website.Settings.Title}",
        [
            .. EntriesOf(website).OrderBy(entry => entry.Entry.Start).ThenBy(entry => entry.Name, StringComparer.Ordinal),
        ])),
        .. from type in ContentTypes.Sections
           where type.ListCalendarFile is not null
           let entries = website.Of(type).SelectMany(page => EntriesOf(website, page)).ToImmutableArray()
           where !entries.IsEmpty
           select File(type.ListAddress + type.ListCalendarFile, () => new(website.Settings, $"{type.Label} · {website.Settings.Title}",
               [.. entries.OrderBy(entry => entry.Entry.Start).ThenBy(entry => entry.Name, StringComparer.Ordinal)])),
        .. from page in website.Pages
           let address = AddressOf(page)
           where address is not null
           select File(address, () => new(website.Settings, page.MarkedTitle() + page.Type.CalendarTitle, [.. EntriesOf(website, page)])),
    ];

    /// <returns>Address of the calendar that belongs to a page, decoded, from the site's root; null where it has none.</returns>
    public static string? AddressOf(Page page) =>
        page.Type.CalendarFile is { } file && page.Type.CalendarEntriesOf(page).Any() ? page.Address + file : null;

    /// <returns>What the calendar of the whole site holds, in the order of pages.</returns>
    public static IEnumerable<PublishedEntry> EntriesOf(Website website) => website.Pages.SelectMany(page => EntriesOf(website, page)).Where(entry => entry.Entry.IsInSiteCalendar);

    private static IEnumerable<PublishedEntry> EntriesOf(Website website, Page page) =>
        page.Type.CalendarEntriesOf(page).Select(entry => new PublishedEntry(page, entry, page.Updated ?? page.Date ?? website.AsOf));

    private static OutputFile File(string address, Func<CalendarWriter> calendar) =>
        new(SiteAddress.FilePath(address), output => calendar().Write(output));
}

/// <summary>An entry with the page that it comes from.</summary>
/// <param name="Page">Its page.</param>
/// <param name="Entry">What the page tells.</param>
/// <param name="Changed">The day on which it last changed.</param>
internal sealed record PublishedEntry(Page Page, CalendarEntry Entry, DateOnly Changed)
{
    /// <summary>What it is called forever, decoded, without the host: <c>/events/open-day</c> or <c>/halls/示例馆/2024-06-16</c>.</summary>
    public string Name => Page.Address.TrimEnd('/') + Entry.Id;

    public string Title => Page.MarkedTitle() + Entry.Title;

    /// <summary>Lines of plain text, the last one the address of the page: Google shows no URL line, so it stands here as well.</summary>
    public string Describe(string address) =>
        string.Join('\n', Entry.Description.Where(line => !string.IsNullOrEmpty(line)).Append("详情：" + address));
}
