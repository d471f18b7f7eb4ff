using System.Collections.Immutable;
using Site.Model;

namespace Site.Rendering;

/// <summary>What pages put into calendars.</summary>
internal static class CalendarEntries
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
