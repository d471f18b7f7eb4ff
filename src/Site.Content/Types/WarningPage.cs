using Site.Content.FrontMatter;
using Site.Content.Pages;

namespace Site.Content.Types;

/// <summary>An accident that others learn from, after its published investigation report: <c>content/warnings/name.md</c>.</summary>
public sealed record WarningPage(PageHeader Header) : Page(Header)
{
    public static ContentType<WarningPage> Definition { get; } = new("warnings", "warning")
    {
        OtherName = "WarningCase",
        Label = "警示",
        ListTitle = "事故警示",
        Counter = "起",
        MenuLabel = "看警示",
        SectionOrder = 30,
        HasOwnFeed = true,
        ShareSign = "warning",
        SearchWeight = 55,
        SearchTexts = page => [page.Place, page.Cause],
        Fields =
        [
            Field.Date("occurred", "事故发生的日期").Required(),
            Field.Text("place", "事故发生的地方", "地点").Required(),
            Field.Integer("deaths", 0, Field.MostOfAll, "死亡人数，以公布的调查报告为准", "0"),
            Field.Integer("injuries", 0, Field.MostOfAll, "受伤人数，以公布的调查报告为准", "0"),
            Field.Text("cause", "直接原因，一句话", "违规动火作业引燃可燃物"),
            Field.Source("report", "公布的调查报告：名称，最好带网址", "示例市“示例”事故调查报告，https://example.gov.cn/"),
        ],
        Create = (header, fields, _) => new(header)
        {
            Occurred = fields.RequiredDate("occurred"),
            Place = fields.RequiredText("place"),
            Deaths = fields.Integer("deaths"),
            Injuries = fields.Integer("injuries"),
            Cause = fields.Text("cause"),
            Report = fields.Source("report"),
        },
        Day = page => page.Occurred,
        Item = page => new(page.Occurred, Note: $"{page.Place}　{page.Losses}"),
        TopicUse = TopicUse.Reading,
        PastDays = page => [("date", page.Date), ("occurred", page.Locations.IsRead("occurred") ? page.Occurred : null)],
        StructuredData = (page, context) => PageSchema.Article(page, context, "Article"),
        Draft = new(
            """
            occurred: {{today}} # 改成事故发生的日期
            place: 请写事故发生的地方
            """,
            """
            ## 发生了什么

            按公布的调查报告写经过，不写个人的姓名。

            ## 为什么会发生

            写直接原因和管理上的原因。

            ## 我们能学到什么

            - 写第一条。
            - 写第二条。
            """,
            """
            deaths: 0 # 改成公布的死亡人数
            injuries: 0 # 改成公布的受伤人数
            cause: 请写直接原因，一句话
            report: 请写调查报告的名称和网址
            """)
        {
            Hint = "；数字要以公布的调查报告为准",
        },
    };

    public required DateOnly Occurred { get; init; }

    public required string Place { get; init; }

    /// <summary>People who died, 0 or more; null where no figure was published.</summary>
    public int? Deaths { get; init; }

    /// <summary>People injured, 0 or more; null where no figure was published.</summary>
    public int? Injuries { get; init; }

    /// <summary>The cause in one sentence.</summary>
    public string? Cause { get; init; }

    /// <summary>The published report: its name, with its address where known.</summary>
    public Source? Report { get; init; }

    private string Losses => (Deaths, Injuries) switch
    {
        ({ } deaths, { } injuries) => $"{deaths}人死亡，{injuries}人受伤",
        ({ } deaths, null) => $"{deaths}人死亡",
        (null, { } injuries) => $"{injuries}人受伤",
        _ => "伤亡数字未公布",
    };
}
