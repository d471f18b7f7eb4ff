using Site.Content.Types;
using Site.Exposures.Released;
using Site.Rendering.Calendars;

namespace Site.Tests;

public class MonthPageTests
{
    [Fact]
    public void Days_are_read_as_they_are_written_and_a_rule_has_no_date()
    {
        var page = Assert.Single(SampleSite.Read(Month("[{day: 6月1日至6月30日, title: 安全生产月}, {day: 2月29日, title: 闰日}, {day: 3月最后一周的星期一, title: 安全教育日}]"), "2026-01-01").Of<MonthPage>());

        Assert.Equal(
            [
                new("6月1日至6月30日", "安全生产月", new(2024, 6, 1), new(2024, 6, 30)),
                new("2月29日", "闰日", new(2024, 2, 29), null),
                new("3月最后一周的星期一", "安全教育日", null, null),
            ],
            page.Days);
    }

    [Theory]
    [InlineData("11月31日")]
    [InlineData("13月1日")]
    [InlineData("6月1日至6月31日")]
    public void A_day_that_no_year_has_is_an_error_at_its_place(string day) =>
        Assert.Contains($"写的是“{day}”，日历里没有这一天。", SampleSite.Diagnostics(Month($"[{{day: {day}, title: 示例日}}]"), "2026-01-01"), StringComparison.Ordinal);

    [Fact]
    public void The_calendar_of_the_year_comes_again_every_year()
    {
        var website = SampleSite.Read(Month("[{day: 11月9日, title: 全国消防日}]"), "2026-01-01");
        var year = CalendarFiles.Render(website, PublicInput.Empty).Text("calendar/year.ics");

        Assert.Contains("DTSTART;VALUE=DATE:20241109\r\nDTEND;VALUE=DATE:20241110\r\nRRULE:FREQ=YEARLY\r\nSUMMARY:十一月：全国消防日\r\n", year, StringComparison.Ordinal);
        Assert.Contains("RRULE:FREQ=YEARLY", CalendarFiles.Render(website, PublicInput.Empty).Text("calendar/11/month.ics"), StringComparison.Ordinal);
        Assert.DoesNotContain("BEGIN:VEVENT", CalendarFiles.Render(website, PublicInput.Empty).Text("events.ics"), StringComparison.Ordinal);
    }

    private static string Month(string days) =>
        $"""
        -- content/calendar/11.md --
        ---
        title: 十一月
        month: 11
        days: {days}
        source: 示例文件
        reviewer: 示例科室
        ---
        当心火。
        """;
}
