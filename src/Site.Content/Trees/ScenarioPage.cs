using System.Collections.Immutable;
using Site.Content.FrontMatter;
using Site.Content.Markdown;
using Site.Content.Pages;

namespace Site.Content.Trees;

/// <summary>A short story in which readers choose, see what comes of it, and end well or badly: <c>content/scenarios/name.md</c>.</summary>
public sealed record ScenarioPage(PageHeader Header) : Page(Header)
{
    public static ContentType<ScenarioPage> Definition { get; } = new("scenarios", "scenario")
    {
        Label = "60秒",
        ListTitle = "60秒：换你来选",
        Counter = "个",
        SectionOrder = 22,
        ShareSign = "quiz",
        SearchWeight = 55,
        SearchTexts = page => TreeTexts.Of(page.Cards),
        Fields =
        [
            Field.Text("hazard", "讲的是哪一种危险，一两个词", "火灾"),
            Field.Integer("seconds", 10, 300, "计时多少秒，不写就是60秒；读者可以不计时", "60"),
            Field.Date("reviewBy", "下次复核的日期，过了会提醒"),
        ],
        Body = (file, fields, _) => TreeReader.Read(fields.Path, file.Body, file.BodyLine, TreeSort.Scenario),
        Create = (header, fields, body) => new(header)
        {
            Hazard = fields.CommonText("hazard"),
            Seconds = fields.Integer("seconds") ?? 60,
            ReviewBy = fields.Date("reviewBy"),
            Cards = ((TreeBody)body).Cards,
        },
        Item = page => new(Label: page.Hazard),
        Subjects = page => page.Hazard is { } hazard ? [hazard] : [],
        TopicUse = TopicUse.Practice,
        PastDays = page => [("date", page.Date)],
        ReviewBy = page => page.ReviewBy,
        ReviewTexts = new("这个故事", "请科室对照现行标准复核每一个选择和后果"),
        StructuredData = (page, context) => PageSchema.Lesson(page, context, "LearningResource") with { LearningResourceType = "情景选择", Teaches = PageSchema.NullIfEmpty(page.Hazard) },
        Draft = new(
            "hazard: 请写危险的名称，例如：燃气",
            """
            ## 写发生了什么，你在哪里 {#start}

            写一两句：看到什么、听到什么。

            - [x] [写应当做的](#safe)
                > 对。写后果，写为什么。
            - [ ] [写常见的错误做法](#hurt)
                > 错。写后果，写为什么。

            ## 写平安的结局 {#safe .good}

            写你做对了什么。

            ## 写出事的结局 {#hurt .bad}

            写应当怎么做，链接到指南。
            """,
            """
            seconds: 60 # 改成计时多少秒
            reviewBy: {{year}}-12-31
            """),
    };

    /// <summary>The hazard in a word or two: 火灾; null where it is about none in particular.</summary>
    public string? Hazard { get; init; }

    /// <summary>What the clock begins with, 10 to 300; readers can do without the clock.</summary>
    public required int Seconds { get; init; }

    /// <summary>The day by which it must have been checked again, or null.</summary>
    public DateOnly? ReviewBy { get; init; }

    /// <summary>As in <see cref="TreeBody.Cards"/>.</summary>
    public required ImmutableArray<TreeCard> Cards { get; init; }

    public override IEnumerable<HtmlFragment> Fragments => Cards.SelectMany(TreeTexts.Fragments).Prepend(Body);

    public override IEnumerable<string> FragmentIds => Cards.Select(card => card.Id);
}
