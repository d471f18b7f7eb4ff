using Site.Model;

namespace Site.Rendering;

/// <summary>The site's calendars: everything people can go to, and one each for an event, a hall's open days and a campaign's month.</summary>
internal static class Calendars
{
    public static IEnumerable<OutputFile> Render(Website website, Release release) =>
        new[] { File("/events.ics", () => All(website)) }
            .Concat(website.Of<EventPage>().Select(page => File(AddressOf(page)!, () => One(website, CalendarEntries.Of(website, page)))))
            .Concat(website.Of<HallPage>().Where(hall => !hall.OpenDays.IsEmpty).Select(hall => File(AddressOf(hall)!, () =>
                new(website.Settings, $"{hall.MarkedTitle()}：开放日", CalendarEntries.Of(website, hall)))))
            .Concat(website.Of<CampaignPage>().Select(page => File(AddressOf(page)!, () => One(website, CalendarEntries.Of(website, page)))));

    /// <returns>Address of the calendar that belongs to a page, decoded, from the site's root; null where it has none.</returns>
    public static string? AddressOf(Page page) => page switch
    {
        EventPage => page.Address + "event.ics",
        HallPage { OpenDays.IsEmpty: false } => page.Address + "open-days.ics",
        CampaignPage => page.Address + "campaign.ics",
        _ => null,
    };

    private static Calendar All(Website website) => new(website.Settings, $"活动 · {website.Settings.Title}",
    [
        .. website.Of<EventPage>().Select(page => CalendarEntries.Of(website, page))
            .Concat(website.Of<HallPage>().SelectMany(hall => CalendarEntries.Of(website, hall)))
            .OrderBy(entry => entry.Start).ThenBy(entry => entry.Name, StringComparer.Ordinal),
    ]);

    private static Calendar One(Website website, CalendarEntry entry) => new(website.Settings, entry.Title, [entry]);

    private static OutputFile File(string address, Func<Calendar> calendar) =>
        new(SiteAddress.FilePath(address), output => calendar().Write(output));
}
