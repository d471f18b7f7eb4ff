using System.Collections.Immutable;
using Site.Content.FrontMatter;
using Site.Content.Pages;

namespace Site.Content.Types;

/// <summary>What to do about one hazard: <c>content/guides/name.md</c>.</summary>
public sealed record GuidePage(PageHeader Header) : Page(Header)
{
    public static ContentType<GuidePage> Definition { get; } = new("guides", "guide")
    {
        Label = "指南",
        ListTitle = "安全指南",
        MenuLabel = "学知识",
        SectionOrder = 1,
        ShareSign = "guide",
        Fields =
        [
            Field.Text("hazard", "讲的是哪一种危险，一两个词", "火灾"),
            Field.Texts("checklist", "打印出来可以打勾检查的事，一行一件", "[关好燃气阀, 拔掉充电器]"),
            Field.Date("reviewBy", "下次复核的日期，过了会提醒"),
        ],
        Create = (header, fields, _) => new(header)
        {
            Hazard = fields.CommonText("hazard"),
            Checklist = fields.Texts("checklist"),
            ReviewBy = fields.Date("reviewBy"),
        },
        Item = page => new(Label: page.Hazard),
        ReviewBy = page => page.ReviewBy,
        StructuredData = (page, context) => PageSchema.Lesson(page, context, "LearningResource") with
        {
            LearningResourceType = "安全指南",
            Teaches = PageSchema.NullIfEmpty(page.Hazard),
        },
        Draft = new(
            """
            hazard: 请写危险的名称，例如：燃气
            checklist:
              - 写一件可以打勾检查的事
              - 再写一件
            """,
            """
            1. 写第一步：人先做什么。
            2. 写第二步。
            3. 写什么时候打119、120，说清楚什么。

            ## 不要做

            > [!CAUTION]
            > 写最危险、最常见的一个错误做法。

            ## 平时怎么防

            写平时能做的检查和准备。
            """,
            "reviewBy: {{year}}-12-31"),
    };

    /// <summary>The hazard in a word or two: 火灾; null where the guide is about none in particular.</summary>
    public string? Hazard { get; init; }

    /// <summary>Lines to tick off on paper, plain text.</summary>
    public ImmutableArray<string> Checklist { get; init; } = [];

    /// <summary>The day by which it must have been checked again, or null.</summary>
    public DateOnly? ReviewBy { get; init; }
}
