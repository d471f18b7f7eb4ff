using System.Text;
using FsCheck.Fluent;
using Site.Content.FrontMatter;
using Site.Content.Types;
using Site.Content.Websites;
using Site.Core.Sources;
using Site.Exposures.Released;
using Site.Rendering.Calendars;

namespace Site.Tests;

public class CalendarsTests
{
    [Fact]
    public void An_event_is_a_calendar_of_its_own()
    {
        var website = FormatSamples.Website(
            "https://example.org/safety/",
            FormatSamples.Event("/events/咨询日/", "安全咨询日", new(new(2024, 6, 16), new(9, 0)), new(new(2024, 6, 16), new(11, 30))).With(header => header with { Summary = "现场体验灭火器，结绳; 报名从速。", Updated = new(2024, 6, 1), IsSample = true }) with { Place = "示例广场, 东门", Kind = "咨询日", Registration = "现场登记" });

        var calendar = CalendarFiles.Render(website, PublicInput.Empty).Text("events/咨询日/event.ics");

        Assert.Equal(
            """
            BEGIN:VCALENDAR
            VERSION:2.0
            PRODID:-//Safety Production Month//Site//ZH
            CALSCALE:GREGORIAN
            METHOD:PUBLISH
            NAME:【示例】安全咨询日
            X-WR-CALNAME:【示例】安全咨询日
            X-WR-TIMEZONE:Asia/Shanghai
            REFRESH-INTERVAL;VALUE=DURATION:PT12H
            X-PUBLISHED-TTL:PT12H
            BEGIN:VTIMEZONE
            TZID:Asia/Shanghai
            BEGIN:STANDARD
            DTSTART:19700101T000000
            TZOFFSETFROM:+0800
            TZOFFSETTO:+0800
            TZNAME:CST
            END:STANDARD
            END:VTIMEZONE
            BEGIN:VEVENT
            UID:safety/events/%E5%92%A8%E8%AF%A2%E6%97%A5@example.org
            DTSTAMP:20240601T000000Z
            LAST-MODIFIED:20240601T000000Z
            SEQUENCE:8918
            DTSTART;TZID=Asia/Shanghai:20240616T090000
            DTEND;TZID=Asia/Shanghai:20240616T113000
            SUMMARY:【示例】安全咨询日
            DESCRIPTION:现场体验灭火器，结绳\; 报名从速。\n参加方式
             ：现场登记\n详情：https://example.org/safety/events/%E5%92%A8%E8%A
             F%A2%E6%97%A5/
            URL:https://example.org/safety/events/%E5%92%A8%E8%AF%A2%E6%97%A5/
            LOCATION:示例广场\, 东门
            CATEGORIES:咨询日
            STATUS:CONFIRMED
            TRANSP:OPAQUE
            END:VEVENT
            END:VCALENDAR

            """.ReplaceLineEndings("\r\n"),
            calendar);
    }

    [Fact]
    public void A_halls_open_days_are_named_by_day_and_carry_its_place_on_the_map()
    {
        var website = FormatSamples.Website(
            "https://example.org/",
            FormatSamples.Hall(
                "/halls/sample/",
                "示例体验馆",
                new OpenDay(new(2024, 6, 16)),
                new OpenDay(new(2024, 6, 22), new(9, 0), new(11, 0)),
                new OpenDay(new(2024, 6, 22), new(14, 0), null, IsFree: false, Note: "讲解收费")).With(header => header with { Date = new(2024, 5, 1) }) with
            {
                StreetAddress = "示例路1号",
                Location = (30.5m, -122.1234567m),
                Hours = "9:00—16:00",
            });

        var lines = Events(CalendarFiles.Render(website, PublicInput.Empty).Text("halls/sample/open-days.ics"));

        Assert.Equal(
            [
                "UID:halls/sample/2024-06-16@example.org",
                "DTSTAMP:20240501T000000Z",
                "DTSTART;VALUE=DATE:20240616",
                "DTEND;VALUE=DATE:20240617",
                "SUMMARY:示例体验馆：免费开放日",
                @"DESCRIPTION:开放时间：9:00—16:00\n详情：https://example.org/halls/sample/",
                "URL:https://example.org/halls/sample/",
                "LOCATION:示例体验馆，示例路1号",
                "GEO:30.5;-122.123457",
                "CATEGORIES:开放日",
                "STATUS:CONFIRMED",
                "TRANSP:TRANSPARENT",
                "UID:halls/sample/2024-06-22@example.org",
                "DTSTAMP:20240501T000000Z",
                "DTSTART;TZID=Asia/Shanghai:20240622T090000",
                "DTEND;TZID=Asia/Shanghai:20240622T110000",
                "SUMMARY:示例体验馆：免费开放日",
                "DESCRIPTION:详情：https://example.org/halls/sample/",
                "URL:https://example.org/halls/sample/",
                "LOCATION:示例体验馆，示例路1号",
                "GEO:30.5;-122.123457",
                "CATEGORIES:开放日",
                "STATUS:CONFIRMED",
                "TRANSP:OPAQUE",
                "UID:halls/sample/2024-06-22-2@example.org",
                "DTSTAMP:20240501T000000Z",
                "DTSTART;TZID=Asia/Shanghai:20240622T140000",
                "DTEND;TZID=Asia/Shanghai:20240622T150000",
                "SUMMARY:示例体验馆：开放日",
                @"DESCRIPTION:讲解收费\n没有公布结束时间，日历里按一小时标出。\n详情：https://example.org/halls/sample/",
                "URL:https://example.org/halls/sample/",
                "LOCATION:示例体验馆，示例路1号",
                "GEO:30.5;-122.123457",
                "CATEGORIES:开放日",
                "STATUS:CONFIRMED",
                "TRANSP:OPAQUE",
            ],
            lines);
    }

    [Fact]
    public void A_campaign_is_its_month_up_to_and_with_the_last_day()
    {
        var website = FormatSamples.Website("https://example.org/", FormatSamples.Campaign(2024, "人人讲安全、个个会应急"));

        var lines = Events(CalendarFiles.Render(website, PublicInput.Empty).Text("campaigns/2024/campaign.ics"));

        Assert.Contains("UID:campaigns/2024@example.org", lines);
        Assert.Contains("DTSTART;VALUE=DATE:20240601", lines);
        Assert.Contains("DTEND;VALUE=DATE:20240701", lines);
        Assert.Contains(@"DESCRIPTION:主题：人人讲安全、个个会应急\n详情：https://example.org/campaigns/2024/", lines);
    }

    [Fact]
    public void The_sites_calendar_has_all_events_and_open_days_by_time()
    {
        var website = FormatSamples.Website(
            "https://example.org/",
            FormatSamples.Event("/events/late/", "晚", new(new(2024, 6, 16), new(18, 0))),
            FormatSamples.Event("/events/early/", "早", new(new(2024, 6, 16), new(8, 0))),
            FormatSamples.Hall("/halls/h/", "馆", new OpenDay(new(2024, 6, 15)), new OpenDay(new(2024, 6, 17))));

        var lines = Events(CalendarFiles.Render(website, PublicInput.Empty).Text("events.ics"));

        Assert.Equal(
            ["UID:halls/h/2024-06-15@example.org", "UID:events/early@example.org", "UID:events/late@example.org", "UID:halls/h/2024-06-17@example.org"],
            lines.Where(line => line.StartsWith("UID:", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_site_without_events_still_has_a_calendar_and_no_other()
    {
        var website = FormatSamples.Website("https://example.org/", FormatSamples.Hall("/halls/h/", "没有开放日的馆"));

        var files = CalendarFiles.Render(website, PublicInput.Empty).ToList();

        Assert.Equal("events.ics", Assert.Single(files).Path);
        Assert.Empty(Events(files.Text("events.ics")));
    }

    [Theory]
    [InlineData("2024-06-16", null, "2024-06-18", null, "DTSTART;VALUE=DATE:20240616", "DTEND;VALUE=DATE:20240619")]
    [InlineData("2024-06-16", null, "2024-06-16", "11:00", "DTSTART;VALUE=DATE:20240616", "DTEND;VALUE=DATE:20240617")]
    [InlineData("2024-06-16", "09:00", "2024-06-18", null, "DTSTART;TZID=Asia/Shanghai:20240616T090000", "DTEND;TZID=Asia/Shanghai:20240619T000000")]
    [InlineData("2024-06-16", "09:00", "2024-06-16", "09:00", "DTSTART;TZID=Asia/Shanghai:20240616T090000", "DTEND;TZID=Asia/Shanghai:20240616T100000")]
    [InlineData("2024-06-16", "23:30", null, null, "DTSTART;TZID=Asia/Shanghai:20240616T233000", "DTEND;TZID=Asia/Shanghai:20240617T003000")]
    [InlineData("9999-12-31", null, null, null, "DTSTART;VALUE=DATE:99991231", null)]
    [InlineData("9999-12-31", "23:30", null, null, "DTSTART;TZID=Asia/Shanghai:99991231T233000", "DTEND;TZID=Asia/Shanghai:99991231T235959")]
    public void An_entry_ends_after_its_last_moment(string day, string? time, string? endDay, string? endTime, string start, string? end)
    {
        var from = new Moment(Day(day), Time(time));
        Moment? to = endDay is null ? null : new(Day(endDay), Time(endTime));

        var lines = FormatSamples.Written(output => CalendarSpan.Write(output, from, to)).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);

        Assert.Equal(end is null ? [start] : [start, end], lines);
    }

    [Fact]
    public void No_text_of_a_writer_adds_a_line_to_a_calendar() =>
        Prop.ForAll(FormatSamples.HostileText, text =>
        {
            var page = FormatSamples.Event("/events/x/", text, new(new(2024, 6, 16), null)).With(header => header with { Summary = text }) with { Place = "在" + text, Kind = text, Registration = text };

            var calendar = CalendarFiles.Render(FormatSamples.Website("https://example.org/", page), PublicInput.Empty).Text("events/x/event.ics");

            return Events(calendar).Count == 11 && calendar.Split("\r\n").Count(line => line == "END:VEVENT") == 1;
        }).AssertHolds();

    [Theory]
    [InlineData("2024-06-25 09:00", "广场", null, "2024-06-25 14:00", "广场", null, true)]
    [InlineData("2024-06-25 09:00", "广场", null, "2024-06-26 09:00", "广场", null, true)]
    [InlineData("2024-06-25 09:00", "广场", null, "2024-06-25", "广场", null, true)]
    [InlineData("2024-06-25 09:00", "广场", null, "2024-06-25 09:00", "体育馆，东门", null, true)]
    [InlineData("2024-06-25 09:00", "广场", "2024-06-01", "2024-06-25 14:00", "广场", "2024-06-01", true)]
    // Said, today or before; nothing changed; over.
    [InlineData("2024-06-25 09:00", "广场", null, "2024-06-25 14:00", "广场", "2024-06-19", false)]
    [InlineData("2024-06-25 09:00", "广场", "2024-06-20", "2024-06-25 14:00", "广场", "2024-06-20", false)]
    [InlineData("2024-06-25 09:00", "广场", "2024-06-01", "2024-06-25 09:00", "广场", "2024-06-01", false)]
    [InlineData("2024-06-12 09:00", "广场", null, "2024-06-11 09:00", "广场", null, false)]
    public void Who_moves_an_event_that_is_published_is_told_to_say_so(string start, string place, string? updated, string laterStart, string laterPlace, string? laterUpdated, bool isTold)
    {
        var published = CalendarFiles.Render(Website(start, place, updated), PublicInput.Empty).Text("events.ics");

        var found = ChangedEntries.Find(Website(laterStart, laterPlace, laterUpdated), File(published));

        Assert.Equal(isTold ? ["event/changed-unsaid"] : [], found.Select(diagnostic => diagnostic.Code));

        static Website Website(string start, string place, string? updated) => FormatSamples.Website(
            "https://example.org/",
            FormatSamples.Event("/events/练习/", "练习", new(Day(start[..10]), Time(start.Length > 10 ? start[11..] : null))).With(header => header with { Updated = updated is null ? null : Day(updated) }) with { Place = place });
    }

    [Theory]
    [InlineData("")]
    [InlineData("BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nBEGIN:VEVENT\r\nUID:events/%E7%BB%83%E4%B9%A0@example.org")]
    [InlineData("SEQUENCE:99999999999999999999")]
    public void A_published_calendar_that_is_not_ours_says_nothing_of_an_event(string published)
    {
        var website = FormatSamples.Website("https://example.org/", FormatSamples.Event("/events/a/", "练习", new(new(2024, 6, 25), null)));

        Assert.Empty(ChangedEntries.Find(website, File(published)));
        Assert.Empty(ChangedEntries.Find(website, null));
    }

    private static SourceFile File(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        return new("events.ics", bytes.Length, () => bytes);
    }

    /// <returns>Unfolded lines inside the events.</returns>
    private static List<string> Events(string calendar) =>
    [
        .. calendar.Replace("\r\n ", "", StringComparison.Ordinal).Split("\r\n")
            .SkipWhile(line => line != "BEGIN:VEVENT")
            .Where(line => line is not ("BEGIN:VEVENT" or "END:VEVENT" or "END:VCALENDAR" or "")),
    ];

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd");

    private static TimeOnly? Time(string? text) => text is null ? null : TimeOnly.ParseExact(text, "HH:mm");
}
