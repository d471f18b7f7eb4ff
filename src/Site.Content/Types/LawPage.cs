using Site.Content.FrontMatter;
using Site.Content.Pages;

namespace Site.Content.Types;

/// <summary>A law or regulation, <c>content/laws/name.md</c>: which version, and what it asks of whom, in the site's own words.</summary>
public sealed record LawPage(PageHeader Header) : Page(Header)
{
    public static ContentType<LawPage> Definition { get; } = new("laws", "law")
    {
        Label = "法律法规",
        ListTitle = "法律法规",
        Counter = "部",
        SectionOrder = 80,
        ShareSign = "law",
        SearchWeight = 60,
        SearchTexts = page => [page.Name],
        Fields =
        [
            Field.Text("name", "法律法规的全称", "全称").Required(),
            Field.Date("version", "这一版文本的日期").Required(),
            Field.Integer("articles", 1, 9999, "一共几条；没有核对过全文，就不写", "119"),
            Field.Url("official", "官方数据库里原文的网址", "https://flk.npc.gov.cn/"),
        ],
        Create = (header, fields, _) => new(header)
        {
            Name = fields.RequiredText("name"),
            Version = fields.RequiredDate("version"),
            Articles = fields.Integer("articles"),
            Official = fields.Url("official"),
        },
        Item = page => new(page.Version, Note: page.Articles is { } articles ? $"共{articles}条" : ""),
        StructuredData = (page, context) => PageSchema.Work(page, context, "Legislation") with
        {
            LegislationDateVersion = LocalTime.Day(page.Version),
            AlternateName = page.Name,
            SameAs = PageSchema.NullIfEmpty(page.Official),
            Publisher = null,
        },
        Draft = new(
            """
            name: {{title}}
            version: {{today}} # 改成现行版本的日期
            articles: 1 # 改成全文的条数
            """,
            """
            ## 对企业

            - 用自己的话写它要求谁做什么（第一条）。

            ## 对个人

            - 写每个人的权利和义务（第一条）。
            """,
            "official: https://flk.npc.gov.cn/ # 改成这部法自己的网址"),
    };

    /// <summary>The official name: 中华人民共和国安全生产法.</summary>
    public required string Name { get; init; }

    /// <summary>The day of this version's text.</summary>
    public required DateOnly Version { get; init; }

    /// <summary>How many articles it has, 1 or more; null where nobody has checked the whole text, and then none can be cited.</summary>
    public int? Articles { get; init; }

    /// <summary>Address of the text in the official database, or null.</summary>
    public string? Official { get; init; }
}
