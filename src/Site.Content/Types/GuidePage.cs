using System.Collections.Immutable;
using Site.Content.FrontMatter;
using Site.Content.Guides;
using Site.Content.Pages;
using Site.Content.Websites;

namespace Site.Content.Types;

/// <summary>What to do about one hazard: <c>content/guides/name.md</c>.</summary>
public sealed record GuidePage(PageHeader Header) : Page(Header)
{
    public static ContentType<GuidePage> Definition { get; } = new("guides", "guide")
    {
        Label = "指南",
        ListTitle = "安全指南",
        MenuLabel = "学知识",
        SectionOrder = 10,
        ShareSign = "guide",
        SearchWeight = 100,
        SearchTexts = page => [page.Hazard, .. page.Checklist],
        Fields =
        [
            Field.Text("hazard", "讲的是哪一种危险，一两个词", "火灾"),
            Field.Groups("calls", UrgentCallFields.Parts, "什么情况马上打电话，显示在第一步上面", "[{number: \"119\", when: 火一下盖不灭、有人被困}]"),
            Field.Integer("beat", 100, 120, "胸外按压的节拍器，每分钟几下；只有心肺复苏的指南写", "110"),
            Field.Groups("easy", EasyStepFields.Parts, "简明版：一步一件事，一句不超过20个字，不用难字；step 是正文第几步，用它的图", "[{step: 1, say: 大声喊醒全家人。}]"),
            Field.Texts("checklist", "打印出来可以打勾检查的事，一行一件", "[关好燃气阀, 拔掉充电器]"),
            Field.Date("reviewBy", "下次复核的日期，过了会提醒"),
        ],
        Create = (header, fields, _) => new(header)
        {
            Hazard = fields.CommonText("hazard"),
            Calls = fields.UrgentCalls("calls"),
            Beat = fields.Integer("beat"),
            Easy = fields.EasySteps("easy"),
            Checklist = fields.Texts("checklist"),
            ReviewBy = fields.Date("reviewBy"),
        },
        Item = page => new(Label: page.Hazard),
        TopicUse = TopicUse.Reading,
        Subjects = page => page.Hazard is { } hazard ? [hazard] : [],
        PastDays = page => [("date", page.Date)],
        ReviewBy = page => page.ReviewBy,
        Addresses = page => [SiteUrls.PosterPack, SiteUrls.HomeSheet, "/works" + page.Address],
        StructuredData = (page, context) => PageSchema.Lesson(page, context, "LearningResource") with
        {
            LearningResourceType = "安全指南",
            Teaches = PageSchema.NullIfEmpty(page.Hazard),
        },
        Draft = new(
            """
            hazard: 请写危险的名称，例如：燃气
            calls:
              - number: "119"
                when: 请写什么情况马上打119
            checklist:
              - 写一件可以打勾检查的事
              - 再写一件
            """,
            """
            1. 写第一步：人先做什么。
            2. 写第二步。
            3. 写什么时候打119、120，说清楚什么。

            > [!CAUTION]
            > 写最危险、最常见的一个错误做法。

            ## 平时怎么防

            写平时能做的检查和准备。
            """,
            "reviewBy: {{year}}-12-31"),
    };

    /// <summary>The hazard in a word or two: 火灾; null where the guide is about none in particular.</summary>
    public string? Hazard { get; init; }

    /// <summary>When to call at once, shown above the first step.</summary>
    public ImmutableArray<UrgentCall> Calls { get; init; } = [];

    /// <summary>Chest compressions a minute, 100 to 120, for the page's metronome; null where there is none.</summary>
    public int? Beat { get; init; }

    /// <summary>The same in plain language, shown on a page of its own; empty where nobody has written it.</summary>
    public ImmutableArray<EasyStep> Easy { get; init; } = [];

    /// <summary>Lines to tick off on paper, plain text.</summary>
    public ImmutableArray<string> Checklist { get; init; } = [];

    /// <summary>The day by which it must have been checked again, or null.</summary>
    public DateOnly? ReviewBy { get; init; }
}

/// <summary>A number to call at once, and when: 119, 火大了、有人被困.</summary>
/// <param name="Number">Digits, perhaps with hyphens.</param>
/// <param name="When">Plain text that ends a sentence which begins with 如果.</param>
public sealed record UrgentCall(string Number, string When);

/// <summary>When a guide says to call at once: a number and what must be seen, one group a call.</summary>
internal static class UrgentCallFields
{
    private const string Expected = "写成 {number: \"119\", when: 火一下盖不灭、有人被困}，一行一个。";

    public static FieldSet Parts { get; } = FieldSet.Of(Field.Phone("number", "号码", "119").Required(), Field.Text("when", "看到什么就打", "火一下盖不灭").Required());

    /// <returns>The calls in the order written.</returns>
    public static ImmutableArray<UrgentCall> UrgentCalls(this FieldValues fields, string name) =>
        [.. fields.Items(name, oneAlone: true, Expected)
            .Select(item => fields.Group(name, item, Expected) is { } parts && parts.Phone("number") is { } number && parts.Text("when") is { } when
                ? new UrgentCall(number, when.TrimEnd('。'))
                : null)
            .OfType<UrgentCall>()];
}
