using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Site.Content.FrontMatter;
using Site.Content.Pages;
using Site.Core.Text;
using Site.Core.Yaml;

namespace Site.Content.Types;

/// <summary>
/// A month of the year: what threatens in it, and its days. <c>content/calendar/11.md</c>. The guides and the quiz that its text links to are those that the home
/// page leads with in that month, in the order in which they stand.
/// </summary>
public sealed record MonthPage(PageHeader Header) : Page(Header)
{
    public static ContentType<MonthPage> Definition { get; } = new("calendar", "month")
    {
        Label = "安全月历",
        ListTitle = "安全月历",
        Counter = "个月",
        SectionOrder = 120,
        ShareSign = "page",
        SearchWeight = 40,
        SearchTexts = page => page.Days.Select(day => day.Title),
        IsInFeeds = false,
        CalendarFile = "month.ics",
        ListCalendarFile = "year.ics",
        NeighborLabels = ("上个月", "下个月"),
        Fields =
        [
            Field.Integer("month", 1, 12, "几月", "11").Required(),
            Field.Groups("days", YearlyDayFields.Parts, "这个月的日子，每年都有的", "[{day: 11月9日, title: 全国消防日}]"),
            Field.Date("reviewBy", "下次复核的日期，过了会提醒"),
        ],
        Create = (header, fields, _) => new(header)
        {
            Month = fields.Integer("month") ?? 1,
            Days = fields.YearlyDays("days"),
            ReviewBy = fields.Date("reviewBy"),
        },
        Item = page => new(Label: $"{page.Month}月", Note: string.Join("　", page.Days.Select(day => $"{day.When}：{day.Title}"))),
        ReviewBy = page => page.ReviewBy,
        ReviewTexts = new("这个月的安全月历", "请科室核对日子和链接的指南"),
        CalendarEntries = page => page.Days.Where(day => day.First is not null).Select(day => new CalendarEntry
        {
            Id = $"/{day.First!.Value.Month:D2}-{day.First.Value.Day:D2}",
            Title = $"：{day.Title}",
            Start = new(day.First.Value, null),
            End = day.Last is { } last ? new Moment(last, null) : null,
            Description = [page.Summary],
            Category = "安全月历",
            IsInSiteCalendar = false,
            IsYearly = true,
        }),
        Draft = new(
            """
            month: 11 # 改成几月
            days:
              - {day: 11月9日, title: 全国消防日} # 改成这个月的日子；没有就删掉
            """,
            """
            写两三句话：这个月最要当心什么，今天就能做什么。

            - 写指南的链接，一行一个；第一个是本月头一件。
            """,
            "reviewBy: {{year}}-12-31")
        {
            HasTopics = false,
            IsDated = false,
        },
    };

    /// <summary>1 to 12.</summary>
    public required int Month { get; init; }

    /// <summary>Days that come every year, in the order written.</summary>
    public ImmutableArray<YearlyDay> Days { get; init; } = [];

    /// <summary>The day by which it must have been checked again, or null.</summary>
    public DateOnly? ReviewBy { get; init; }
}

/// <summary>A day or some days of every year.</summary>
/// <param name="When">As written: 11月9日, 6月1日至6月30日, or a rule such as 3月最后一周的星期一.</param>
/// <param name="Title">What it is.</param>
/// <param name="First">The day in 2024, a leap year, or null where <paramref name="When"/> is a rule.</param>
/// <param name="Last">The last of several days, or null.</param>
public sealed record YearlyDay(string When, string Title, DateOnly? First, DateOnly? Last);

/// <summary>Days that come every year: <c>{day: 11月9日, title: 全国消防日}</c>.</summary>
internal static partial class YearlyDayFields
{
    private const string Expected = "写成 {day: 11月9日, title: 全国消防日}，一行一个。";

    /// <summary>Any leap year would do: the 29th of February is a day too.</summary>
    private const int LeapYear = 2024;

    public static FieldSet Parts { get; } = FieldSet.Of(
        Field.Text("day", "哪一天：11月9日，或者6月1日至6月30日；没有固定日子的，写规则", "11月9日").Required(), Field.Text("title", "是什么日子", "全国消防日").Required());

    /// <returns>The days in the order written; a day that no year has is reported.</returns>
    public static ImmutableArray<YearlyDay> YearlyDays(this FieldValues fields, string name) =>
        [.. fields.Items(name, oneAlone: true, Expected)
            .Select(item => fields.Group(name, item, Expected) is { } parts && parts.Text("day") is { } when && parts.Text("title") is { } title
                ? Read(parts, parts.Find("day")!, when, title)
                : null)
            .OfType<YearlyDay>()];

    private static YearlyDay Read(FieldValues parts, YamlNode node, string when, string title)
    {
        if (Written().Match(when) is not { Success: true } match)
        {
            return new(when, title, null, null);
        }

        var first = DayOf(match.Groups["month"].Value, match.Groups["day"].Value);
        var last = match.Groups["lastDay"].Success
            ? DayOf(match.Groups["lastMonth"] is { Success: true, Value: var month } ? month : match.Groups["month"].Value, match.Groups["lastDay"].Value)
            : null;
        if (first is null || (match.Groups["lastDay"].Success && last is null))
        {
            parts.OutOfRange("day", node, $"写的是“{when}”，日历里没有这一天。", "改成有的日子，例如 11月9日。");
        }

        return new(when, title, first, last > first ? last : null);
    }

    private static DateOnly? DayOf(string month, string day) =>
        DateOnly.TryParseExact($"{LeapYear}-{month}-{day}", "yyyy-M-d", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;

    [GeneratedRegex("^(?<month>[0-9]{1,2})月(?<day>[0-9]{1,2})日(?:(?:至|到|—|-)(?:(?<lastMonth>[0-9]{1,2})月)?(?<lastDay>[0-9]{1,2})日)?$", RegexOptions.ExplicitCapture, MatchTime.Milliseconds)]
    private static partial Regex Written();
}
