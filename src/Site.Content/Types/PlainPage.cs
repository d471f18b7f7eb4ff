using Site.Content.Pages;

namespace Site.Content.Types;

/// <summary>A page about the site or the campaign that is of no other type: <c>content/pages/name.md</c>, published at the root of the site.</summary>
public sealed record PlainPage(PageHeader Header) : Page(Header)
{
    public static ContentType<PlainPage> Definition { get; } = new("pages", "page")
    {
        Label = "页面",
        SearchWeight = 80,
        Addressing = PageAddressing.AtRoot,
        IsRelated = false,
        IsInFeeds = false,
        Create = (header, _, _) => new(header),
        Draft = new(
            "",
            """
            写这一页的内容。

            ## 写一个小标题

            用短句和列表，一段说一件事。
            """)
        {
            IsDated = false,
        },
    };
}
