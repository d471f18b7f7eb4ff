using Site.Content.FrontMatter;
using Site.Content.Pages;

namespace Site.Content.Types;

/// <summary>A piece of news: <c>content/news/2024/06-16-name.md</c>. <see cref="Page.Date"/> is always there.</summary>
public sealed record NewsPage(PageHeader Header) : Page(Header)
{
    public static ContentType<NewsPage> Definition { get; } = new("news", "news")
    {
        Label = "新闻",
        ListTitle = "新闻",
        MenuLabel = "看新闻",
        SectionOrder = 60,
        Addressing = PageAddressing.ByYear,
        IsRelated = false,
        IsOnListsAlone = true,
        StandsLast = true,
        HasOwnFeed = true,
        ShareSign = "news",
        SearchWeight = 30,
        CurrentUntil = page => page.Date?.AddYears(1),
        SearchTexts = page => [page.Unit],
        Fields = [Field.Text("unit", "写的是哪个单位，或者由哪个单位供稿", "示例街道办事处")],
        Create = (header, fields, _) => new(header) { Unit = fields.CommonText("unit") },
        Day = page => page.Date,
        Item = page => new(page.Date, Note: page.Unit ?? ""),
        PastDays = page => [("date", page.Date)],
        PublicNames = page => page.Unit is { } unit ? [unit] : [],
        StructuredData = (page, context) => PageSchema.Article(page, context, "NewsArticle", page.Unit),
        Draft = new(
            "",
            """
            先写最要紧的：什么时候，在哪里，谁，做了什么，结果怎样。

            再写读者能用上的：以后去哪里看，怎么报名，电话找谁。不写个人的姓名和手机号。
            """,
            "unit: 请写供稿单位"),
    };

    /// <summary>The unit it is about or from, or null.</summary>
    public string? Unit { get; init; }
}
