
namespace Site.Tests;

public sealed class PageOrderTests
{
    [Fact]
    public void News_go_newest_first_then_by_order_then_by_address()
    {
        var website = SampleSite.Read(
            """
            -- content/news/2024/a.md --
            ---
            title: 示例
            date: 2024-06-16
            ---
            正文。
            -- content/news/2024/b.md --
            ---
            title: 示例
            date: 2024-06-16
            order: -1
            ---
            正文。
            -- content/news/2024/c.md --
            ---
            title: 示例
            date: 2024-06-17
            ---
            正文。
            -- content/news/2024/d.md --
            ---
            title: 示例
            date: 2024-06-16
            ---
            正文。
            """);

        Assert.Equal(["/news/2024/c/", "/news/2024/b/", "/news/2024/a/", "/news/2024/d/"], website.Pages.Select(page => page.Address));
    }

    [Fact]
    public void Guides_go_by_order_whatever_their_dates_and_kinds_go_in_the_order_of_their_table()
    {
        var website = SampleSite.Read(
            """
            -- content/pages/about.md --
            ---
            title: 示例
            ---
            正文。
            -- content/guides/a.md --
            ---
            title: 示例
            date: 2025-01-01
            order: 2
            ---
            正文。
            -- content/guides/b.md --
            ---
            title: 示例
            order: 1
            ---
            正文。
            -- content/news/2024/a.md --
            ---
            title: 示例
            date: 2024-06-16
            ---
            正文。
            """);

        Assert.Equal(["/news/2024/a/", "/guides/b/", "/guides/a/", "/about/"], website.Pages.Select(page => page.Address));
    }
}
