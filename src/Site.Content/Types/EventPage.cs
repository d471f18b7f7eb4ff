using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Site.Content.FrontMatter;
using Site.Content.Pages;
using Site.Core.Diagnostics;
using Site.Core.Text;

namespace Site.Content.Types;

/// <summary>Something that happens at a place and time: <c>content/events/name.md</c>.</summary>
public sealed record EventPage(PageHeader Header) : Page(Header)
{
    public static ContentType<EventPage> Definition { get; } = new("events", "event")
    {
        Label = "活动",
        ListTitle = "活动",
        Counter = "场",
        SectionOrder = 50,
        ShowsListed = true,
        ShareSign = "event",
        CurrentUntil = page => page.End?.Day ?? page.Start.Day,
        SearchTexts = page => [page.Place, page.Kind],
        Fields =
        [
            Field.Moment("start", "哪一天开始，可以带时间").Required(),
            Field.Moment("end", "到哪一天，可以带时间", "2025-06-16 11:30"),
            Field.Text("place", "地点", "示例广场"),
            Field.Text("kind", "活动的类别", "演练"),
            Field.Text("registration", "怎么报名；写在这里的电话可以公开", "不用报名，直接来"),
            Field.Integer("capacity", 1, Field.MostOfAll, "最多多少人", "200"),
        ],
        Create = (header, fields, _) =>
        {
            var start = fields.Moment("start") ?? new(DateFields.Unknown, null);
            var end = fields.Moment("end");
            fields.EndAfterStart("end", end is { } last && IsBefore(last, start));
            return new(header)
            {
                Start = start,
                End = end,
                Place = fields.CommonText("place"),
                Kind = fields.CommonText("kind"),
                Registration = fields.Text("registration"),
                Capacity = fields.Integer("capacity"),
            };
        },
        Day = page => page.Start.Day,
        Item = page => new(page.Start.Day, Note: page.Place ?? ""),
        Contacts = page => [new(page.Registration, null)],
        Problems = ConsultationDay.FindProblems,
        CalendarFile = "event.ics",
        CalendarEntries = page =>
        [
            new()
            {
                Start = page.Start,
                End = page.End,
                Description =
                [
                    page.Summary,
                    page.Registration is null ? null : "参加方式：" + page.Registration,
                    page is { Start.Time: not null, End: null } ? CalendarEntry.WithoutEnd : null,
                ],
                Place = page.Place,
                Category = page.Kind ?? "活动",
            },
        ],
        StructuredData = (page, context) => PageSchema.Event(page.Start, page.End, page.Place) with
        {
            MaximumAttendeeCapacity = page.Capacity,
            Organizer = context.Organiser,
        },
        Draft = new(
            """
            start: {{year}}-06-16T09:00 # 改成开始的日期和时间
            end: {{year}}-06-16T11:30 # 改成结束的日期和时间
            place: 请写地点
            kind: 请写活动的类别，例如：演练
            """,
            """
            写来的人能看到、学到什么，要带什么。

            ## 怎么走

            写公交站、停车和无障碍通道。
            """,
            """
            registration: 请写怎么报名；不用报名也写出来
            capacity: 100 # 改成最多多少人
            """),
    };

    public required Moment Start { get; init; }

    /// <summary>The end, not before <see cref="Start"/>, or null.</summary>
    public Moment? End { get; init; }

    public string? Place { get; init; }

    /// <summary>What sort it is, in the campaign's words: 咨询日, 演练.</summary>
    public string? Kind { get; init; }

    /// <summary>How to take part, in words, or null.</summary>
    public string? Registration { get; init; }

    /// <summary>Places for people, 1 or more, or null.</summary>
    public int? Capacity { get; init; }

    /// <returns>Whether the end comes first; a whole day ends when its last hour does.</returns>
    private static bool IsBefore(Moment end, Moment start) =>
        end.Day < start.Day || (end.Day == start.Day && end.Time < start.Time);
}

/// <summary>
/// Checks that the national consultation day falls on 16 June, as its name says (“6·16” 全国安全宣传咨询日). Other fields have such days
/// too (消防安全宣传咨询日), accidents bear the day on which they happened, and a meeting that prepares the day is held before it.
/// </summary>
internal static partial class ConsultationDay
{
    /// <summary>What tells that an event is about the day, and not the day.</summary>
    private static readonly ImmutableArray<string> About =
        ["事故", "火灾", "爆炸", "筹备", "动员", "培训", "准备会", "部署", "预告", "预热", "倒计时", "总结", "回顾", "招募"];

    [GeneratedRegex(
        """
        (?<![0-9.])6\ ?[·•.・‧．]\ ?16(?![0-9.]|\ ?[万千亿%％])
        | (?<!消防|交通|道路|铁路|水上|食品|药品|网络|国家|用电|电力|燃气|校园|森林)安全(?:生产宣传|宣传|生产)咨询日
        | (?<![0-9])(?:6\ ?月\ ?16\ ?日|616|6-16).*咨询
        """, RegexOptions.IgnorePatternWhitespace, MatchTime.Milliseconds)]
    private static partial Regex Name { get; }

    public static IEnumerable<Diagnostic> FindProblems(EventPage happening) =>
        !happening.Locations.IsRead("start") || !IsMeantBy(happening) || happening.Start.Day is { Month: 6, Day: 16 } ? [] :
        [
            Diagnostic.Error("event/consultation-day-date", happening.Locations["start"],
                $"安全宣传咨询日写在 {happening.Start.Day:yyyy-MM-dd}，它总是在 6 月 16 日。",
                $"改成 {happening.Start.Day.Year}-06-16；如果是别的活动，换一个 kind 和标题。"),
        ];

    private static bool IsMeantBy(EventPage happening) =>
        happening.Kind is "咨询日" or "consultation" or "consultation-day"
        || happening.Id is "consultation" or "consultation-day"
        || (happening.Kind is { } kind && Name.IsMatch(kind))
        || (Name.IsMatch(happening.Title) && !About.Any(word => happening.Title.Contains(word, StringComparison.Ordinal)));
}
