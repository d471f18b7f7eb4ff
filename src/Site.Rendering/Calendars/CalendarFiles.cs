using System.Collections.Immutable;
using Site.Content.FrontMatter;
using Site.Content.Pages;
using Site.Content.Settings;
using Site.Content.Types;
using Site.Content.Websites;
using Site.Core.Sources;
using Site.Exposures.Released;
using Site.Rendering.Views;

namespace Site.Rendering.Calendars;

/// <summary>The site's calendars: everything people can go to, and one each for an event, a hall's open days and a campaign's month.</summary>
internal static class CalendarFiles
{
    public static IEnumerable<OutputFile> Render(Website website, PublicInput release) =>
        new[] { File("/events.ics", () => All(website)) }
            .Concat(website.Of<EventPage>().Select(page => File(AddressOf(page)!, () => One(website, CalendarEntryFactory.Of(website, page)))))
            .Concat(website.Of<HallPage>().Where(hall => !hall.OpenDays.IsEmpty).Select(hall => File(AddressOf(hall)!, () =>
                new(website.Settings, $"{hall.MarkedTitle()}：开放日", CalendarEntryFactory.Of(website, hall)))))
            .Concat(website.Of<CampaignPage>().Select(page => File(AddressOf(page)!, () => One(website, CalendarEntryFactory.Of(website, page)))));

    /// <returns>Address of the calendar that belongs to a page, decoded, from the site's root; null where it has none.</returns>
    public static string? AddressOf(Page page) => page switch
    {
        EventPage => page.Address + "event.ics",
        HallPage { OpenDays.IsEmpty: false } => page.Address + "open-days.ics",
        CampaignPage => page.Address + "campaign.ics",
        _ => null,
    };

    private static CalendarWriter All(Website website) => new(website.Settings, $"活动 · {website.Settings.Title}",
    [
        .. website.Of<EventPage>().Select(page => CalendarEntryFactory.Of(website, page))
            .Concat(website.Of<HallPage>().SelectMany(hall => CalendarEntryFactory.Of(website, hall)))
            .OrderBy(entry => entry.Start).ThenBy(entry => entry.Name, StringComparer.Ordinal),
    ]);

    private static CalendarWriter One(Website website, CalendarEntry entry) => new(website.Settings, entry.Title, [entry]);

    private static OutputFile File(string address, Func<CalendarWriter> calendar) =>
        new(SiteAddress.FilePath(address), output => calendar().Write(output));
}

/// <summary>What pages put into calendars.</summary>
internal static class CalendarEntryFactory
{
    public static CalendarEntry Of(Website website, EventPage page) => new()
    {
        Name = Name(page),
        Address = page.Address,
        Title = page.MarkedTitle(),
        Description = Text(
            page.Summary,
            page.Registration is null ? "" : "参加方式：" + page.Registration,
            page is { Start.Time: not null, End: null } ? "没有公布结束时间，日历里按一小时标出。" : ""),
        Place = page.Place,
        Category = page.Kind ?? "活动",
        Start = page.Start,
        End = page.End,
        Changed = Changed(website, page),
    };

    /// <returns>One entry a day; a second one on the same day is named <c>…-2</c>.</returns>
    public static ImmutableArray<CalendarEntry> Of(Website website, HallPage hall)
    {
        var entries = ImmutableArray.CreateBuilder<CalendarEntry>(hall.OpenDays.Length);
        foreach (var day in hall.OpenDays)
        {
            var before = entries.Count(entry => entry.Start.Day == day.Day);
            entries.Add(Of(website, hall, day, before == 0 ? "" : $"-{before + 1}"));
        }

        return entries.MoveToImmutable();
    }

    public static CalendarEntry Of(Website website, CampaignPage page) => new()
    {
        Name = Name(page),
        Address = page.Address,
        Title = page.MarkedTitle(),
        Description = Text($"主题：{page.Slogan}", page.Summary),
        Place = page.Place,
        Category = "安全生产月",
        Start = new(page.Start, null),
        End = new(page.End, null),
        Changed = Changed(website, page),
    };

    private static CalendarEntry Of(Website website, HallPage hall, OpenDay day, string suffix) => new()
    {
        Name = $"{Name(hall)}/{LocalTime.Day(day.Day)}{suffix}",
        Address = hall.Address,
        Title = $"{hall.MarkedTitle()}：{(day.IsFree ? "免费开放日" : "开放日")}",
        Description = Text(
            day.Note ?? "",
            day.From is null && hall.Hours is not null ? "开放时间：" + hall.Hours : "",
            hall.Booking is null ? "" : "预约：" + hall.Booking,
            day is { From: not null, To: null } ? "没有公布结束时间，日历里按一小时标出。" : ""),
        Place = $"{hall.Title}，{hall.StreetAddress ?? hall.Area}",
        Location = hall.Location,
        Category = "开放日",
        Start = new(day.Day, day.From),
        End = day is { From: not null, To: { } to } ? new(day.Day, to) : null,
        Changed = Changed(website, hall),
    };

    private static string Name(Page page) => page.Address.TrimEnd('/');

    private static DateOnly Changed(Website website, Page page) => page.Updated ?? page.Date ?? website.AsOf;

    private static string Text(params ReadOnlySpan<string> lines)
    {
        var text = "";
        foreach (var line in lines)
        {
            text = line.Length == 0 ? text : text.Length == 0 ? line : $"{text}\n{line}";
        }

        return text;
    }
}

/// <summary>One thing to do, in a calendar.</summary>
internal sealed record CalendarEntry
{
    /// <summary>What it is called forever, decoded, without the host: <c>/events/open-day</c> or <c>/halls/示例馆/2024-06-16</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Its page, decoded, from the site's root.</summary>
    public required string Address { get; init; }

    public required string Title { get; init; }

    /// <summary>Lines of plain text.</summary>
    public string Description { get; init; } = "";

    public string? Place { get; init; }

    /// <summary>Degrees (WGS 84), or null.</summary>
    public (decimal Latitude, decimal Longitude)? Location { get; init; }

    public required string Category { get; init; }

    public required Moment Start { get; init; }

    /// <summary>Not before <see cref="Start"/>, or null. A day without time is the whole of that day.</summary>
    public Moment? End { get; init; }

    /// <summary>The day on which it last changed.</summary>
    public required DateOnly Changed { get; init; }
}
