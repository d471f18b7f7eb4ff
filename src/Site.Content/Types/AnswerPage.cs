using Site.Content.FrontMatter;
using Site.Content.Pages;

namespace Site.Content.Types;

/// <summary>A question that a reader asked and an office answered: <c>content/answers/name.md</c>. The title is the question, without names and places; the text answers it.</summary>
public sealed record AnswerPage(PageHeader Header) : Page(Header)
{
    public static ContentType<AnswerPage> Definition { get; } = new("answers", "answer")
    {
        Label = "专家云问诊",
        ListTitle = "专家云问诊：你问我答",
        Counter = "问",
        SectionOrder = 35,
        ShareSign = "page",
        SearchWeight = 70,
        SearchTexts = page => [page.By, page.Situation],
        Fields =
        [
            Field.Text("by", "由哪个科室、单位或者什么岗位的人回答，不写姓名", "示例市消防救援支队宣传科").Required(),
            Field.Text("situation", "问的人说的情况，一两句；不写姓名、住址、单位", "家里的热水器装在浴室里，洗澡时觉得头晕"),
            Field.Date("reviewBy", "下次复核的日期，过了会提醒"),
        ],
        Create = (header, fields, _) => new(header)
        {
            By = fields.RequiredText("by"),
            Situation = fields.CommonText("situation"),
            ReviewBy = fields.Date("reviewBy"),
        },
        Item = page => new(Note: $"{page.By}答"),
        PublicNames = page => [page.By],
        PastDays = page => [("date", page.Date)],
        ReviewBy = page => page.ReviewBy,
        ReviewTexts = new("这个回答", "请回答的科室对照现行标准复核"),
        Draft = new(
            "by: 请写回答的科室或岗位",
            """
            写一句话的回答，先说能不能、做什么。

            写为什么，再写去哪里看详细的做法。
            """,
            """
            situation: 请写问的人说的情况，不写姓名和住址
            reviewBy: {{year}}-12-31
            """),
    };

    /// <summary>The office or post that answers.</summary>
    public required string By { get; init; }

    /// <summary>What the reader told, without who and where; or null.</summary>
    public string? Situation { get; init; }

    /// <summary>The day by which it must have been checked again, or null.</summary>
    public DateOnly? ReviewBy { get; init; }
}
