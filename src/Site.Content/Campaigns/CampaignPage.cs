using System.Globalization;
using Site.Content.FrontMatter;
using Site.Content.Pages;
using Site.Core.Diagnostics;
using Site.Core.Yaml;

namespace Site.Content.Campaigns;

/// <summary>One year's Safety Production Month: <c>content/campaigns/2024.md</c>.</summary>
public sealed record CampaignPage(PageHeader Header) : Page(Header)
{
    public static ContentType<CampaignPage> Definition { get; } = new("campaigns", "campaign")
    {
        Label = "安全生产月",
        ListTitle = "回顾安全生产月",
        SectionOrder = 100,
        IsOnePerYear = true,
        IsRelated = false,
        ListSearchFor = ["历年安全生产月", "历届主题"],
        ShareSign = "campaign",
        SearchWeight = 40,
        CurrentUntil = page => new(page.Year, 12, 31),
        SearchTexts = page => [page.Slogan, page.Place],
        NeighborLabels = ("后一年", "前一年"),
        Fields =
        [
            Field.Integer("year", 2002, 2100, "哪一年", "2025").Required(),
            Field.Integer("edition", 1, 100, "第几个安全生产月，等于年份减2001", "24").Required(),
            Field.Text("slogan", "当年的主题", "当年的主题").Required(),
            Field.Date("start", "第一天").Required(),
            Field.Date("end", "最后一天").Required(),
            Field.Group("tour", FieldSet.Of(Field.Text("name", "名称", "全称").Required(), Field.Date("end", "最后一天")),
                "安全生产万里行：名称，或者名称和最后一天", "{name: 安全生产万里行, end: 2025-12-31}", textAlone: true),
            Field.Text("place", "启动仪式的地点", "示例市"),
        ],
        Create = (header, fields, _) =>
        {
            var year = fields.Integer("year") ?? fields.Date("start")?.Year ?? DateFields.Unknown.Year;
            var start = fields.Date("start") ?? new(year, 6, 1);
            var end = fields.Date("end") ?? start;
            fields.EndAfterStart("end", end < start);
            return new(header)
            {
                Year = year,
                Edition = fields.Integer("edition") ?? year - YearBeforeTheFirst,
                Slogan = fields.RequiredText("slogan"),
                Start = start,
                End = end,
                Tour = TourOf(fields),
                Place = fields.Text("place"),
            };
        },
        Day = page => page.Start,
        Published = _ => null,
        Item = page => new(Label: string.Create(CultureInfo.InvariantCulture, $"{page.Year}年")),
        Problems = FindProblems,
        CalendarFile = "campaign.ics",
        CalendarEntries = page =>
        [
            new()
            {
                Start = new(page.Start, null),
                End = new(page.End, null),
                Description = [$"主题：{page.Slogan}", page.Summary],
                Place = page.Place,
                Category = "安全生产月",
                IsInSiteCalendar = false,
            },
        ],
        StructuredData = (page, context) => PageSchema.Event(new(page.Start, null), new Moment(page.End, null), page.Place) with
        {
            AlternateName = page.Slogan,
            Organizer = context.Organiser,
        },
        Draft = new(
            """
            year: {{year}}
            edition: {{edition}}
            slogan: 请写这一年的主题
            start: {{year}}-06-01
            end: {{year}}-06-30
            """,
            """
            ## 今年做什么

            写这一年的主题从哪里来、重点是什么。

            ## 怎么参加

            - 写第一件大家能参加的事，什么时候，在哪里。
            - 写第二件。
            """,
            """
            tour: {name: 安全生产万里行, end: {{year}}-12-31} # 改成真的名称和结束的日期
            place: 请写启动仪式的地点
            """)
        {
            IsDated = false,
            HasTopics = false,
        },
    };

    /// <summary>The first national Safety Production Month was in June 2002, and there has been one each year since.</summary>
    private const int YearBeforeTheFirst = 2001;

    public required int Year { get; init; }

    /// <summary>Its number in the series: <see cref="Year"/> less <see cref="YearBeforeTheFirst"/> (checked as <c>campaign/wrong-edition</c>).</summary>
    public required int Edition { get; init; }

    public required string Slogan { get; init; }

    public required DateOnly Start { get; init; }

    /// <summary>The last day, not before <see cref="Start"/>.</summary>
    public required DateOnly End { get; init; }

    /// <summary>The tour that goes on after the month (安全生产万里行), or null.</summary>
    public Tour? Tour { get; init; }

    public string? Place { get; init; }

    /// <summary>Checks that it is counted and dated right.</summary>
    private static IEnumerable<Diagnostic> FindProblems(CampaignPage campaign)
    {
        if (!campaign.Locations.IsRead("year"))
        {
            yield break;
        }

        var edition = campaign.Year - YearBeforeTheFirst;
        if (campaign.Locations.IsRead("edition") && campaign.Edition != edition)
        {
            yield return Diagnostic.Error("campaign/wrong-edition", campaign.Locations["edition"],
                $"写的是第 {campaign.Edition} 个安全生产月，{campaign.Year} 年的是第 {edition} 个。", $"改成 “edition: {edition}”，或者改正 year。");
        }

        foreach (var (field, day) in new[] { ("start", campaign.Start), ("end", campaign.End) })
        {
            if (campaign.Locations.IsRead(field) && day.Year != campaign.Year)
            {
                yield return Diagnostic.Error("campaign/outside-year", campaign.Locations[field],
                    $"“{field}” 是 {day:yyyy-MM-dd}，不在 {campaign.Year} 年里。", "改正日期，或者改正 year。");
            }
        }
    }

    /// <returns>A tour written as its name alone, or as name and end.</returns>
    private static Tour? TourOf(FieldValues fields) => fields.Find("tour") switch
    {
        null => null,
        YamlNode.Scalar name => fields.TextOf("tour", name) is { } text ? new(text, null) : null,
        var node => fields.Group("tour", node, "写成 {name: 安全生产万里行, end: 2025-12-31}。") is { } tour
            ? new(tour.RequiredText("name"), tour.Date("end"))
            : null,
    };
}

/// <summary>The reporting tour that starts with the month and outlasts it.</summary>
/// <param name="Name">安全生产万里行, or a place's own name for it.</param>
/// <param name="End">Its last day, or null where the plan does not say.</param>
public sealed record Tour(string Name, DateOnly? End);
