using Site.Content.FrontMatter;
using Site.Content.Pages;

namespace Site.Content.Types;

/// <summary>A weekly bulletin (工作简报): <c>content/bulletins/2026-06-28.md</c>; <c>site office bulletin</c> drafts it from what is public.</summary>
public sealed record BulletinPage(PageHeader Header) : Page(Header)
{
    public static ContentType<BulletinPage> Definition { get; } = new("bulletins", "bulletin")
    {
        Label = "工作简报",
        ListTitle = "工作简报",
        Counter = "期",
        SectionOrder = 65,
        IsRelated = false,
        ShareSign = "news",
        SearchWeight = 10,
        SchemaType = "Report",
        CurrentUntil = page => page.To?.AddMonths(1),
        NeighborLabels = ("上一期", "下一期"),
        Fields =
        [
            Field.Integer("issue", 1, 999, "第几期", "4").Required(),
            Field.Date("from", "写的是哪一天起的事"),
            Field.Date("to", "写的是到哪一天的事"),
        ],
        Create = (header, fields, _) => new(header) { Issue = fields.Integer("issue") ?? 1, From = fields.Date("from"), To = fields.Date("to") },
        Day = page => page.Date ?? page.To,
        Item = page => new(page.Date ?? page.To, Note: $"第{page.Issue}期"),
        PastDays = page => [("date", page.Date)],
        Draft = new(
            """
            issue: 1 # 改成第几期
            from: {{today}} # 改成写的是哪一天起的事
            to: {{today}} # 改成写的是到哪一天的事
            """,
            """
            ## 本周动态

            写本周做了什么，链接到新闻。

            ## 数字

            写已经公布的数，写明截至哪一天，链接到数据页。

            ## 问题和下一步

            〔待补充〕本周发现的问题、下一步的安排；没有的，删掉这一节。
            """),
    };

    /// <summary>The number of the issue, from 1.</summary>
    public required int Issue { get; init; }

    public DateOnly? From { get; init; }

    public DateOnly? To { get; init; }
}
