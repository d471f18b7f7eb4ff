
namespace Site.Tests;

public sealed class PageAddressTests
{
    [Theory]
    [InlineData("content/news/2024/06-16-open-day.md", "/news/2024/open-day/")]
    [InlineData("content/news/2023/05-17-000123.md", "/news/2023/000123/")]
    [InlineData("content/news/2024-06-16-open-day.md", "/news/2021/open-day/")]
    [InlineData("content/news/open-day.md", "/news/2021/open-day/")]
    [InlineData("content/news/2024/street/06-16-open-day.md", "/news/2024/street/open-day/")]
    [InlineData("content/news/2024/06-16-开放日.md", "/news/2024/开放日/")]
    [InlineData("content/news/2024/06-16-.md", "/news/2024/06-16-/")]
    [InlineData("content/guides/06-16-a.md", "/guides/06-16-a/")]
    [InlineData("content/guides/fire/kitchen.md", "/guides/fire/kitchen/")]
    [InlineData("content/pages/about.md", "/about/")]
    [InlineData("content/pages/rules/2.0.md", "/rules/2.0/")]
    public void The_address_follows_from_the_path(string path, string address)
    {
        var page = SampleSite.Read(
            $"""
            -- {path} --
            ---
            title: 示例
            date: 2021-01-01
            ---
            正文。
            """).Pages.Single();

        Assert.Equal(address, page.Address);
    }

    [Theory]
    [InlineData("content/pages/news.md", "/news/")]
    [InlineData("content/pages/search.md", "/search/")]
    [InlineData("content/pages/tags/fire.md", "/tags/fire/")]
    [InlineData("content/pages/404.html.md", "/404.html/")]
    [InlineData("content/pages/_headers.md", "/_headers/")]
    [InlineData("content/pages/page/2.md", "/page/2/")]
    [InlineData("content/guides/page/2.md", "/guides/page/2/")]
    [InlineData("content/guides/feed.xml.md", "/guides/feed.xml/")]
    public void An_address_that_the_program_fills_itself_is_not_free(string path, string address)
    {
        Assert.Equal(
            $"""
            {path}:1:1: error address/reserved
              这一页的地址会是 {address}，这个地址本站另有用处。
              换一个文件名或文件夹名。
            """,
            SampleSite.Diagnostics(
                $"""
                -- {path} --
                ---
                title: 示例
                source: 示例
                reviewer: 示例
                ---
                正文。
                """));
    }

    [Fact]
    public void Two_files_with_one_address_are_both_reported_each_with_the_other()
    {
        Assert.Equal(
            """
            content/news/2024/06-16-a.md:1:1: error address/duplicate
              这一页和 content/news/2024/06-17-a.md 的地址都是 /news/2024/a/。
              给其中一个文件改名。
            content/news/2024/06-17-a.md:1:1: error address/duplicate
              这一页和 content/news/2024/06-16-a.md 的地址都是 /news/2024/a/。
              给其中一个文件改名。
            """,
            SampleSite.Diagnostics(
                """
                -- content/news/2024/06-16-a.md --
                ---
                title: 示例
                date: 2024-06-16
                source: 示例
                reviewer: 示例
                ---
                正文。
                -- content/news/2024/06-17-a.md --
                ---
                title: 示例
                date: 2024-06-17
                source: 示例
                reviewer: 示例
                ---
                正文。
                """));
    }

    [Fact]
    public void An_old_address_may_neither_be_in_use_nor_lead_to_two_pages()
    {
        Assert.Equal(
            """
            content/guides/a.md:5:16: error redirect/address-taken
              旧地址 “/guides/b/” 现在是 content/guides/b.md 的地址。
              从 redirectFrom 里删掉它，或者给那个文件改名。
            content/guides/a.md:5:27: error redirect/address-taken
              旧地址 “/old/” 在 content/guides/b.md 里也写了。
              只在一个文件里写这个旧地址。
            content/guides/b.md:5:15: error redirect/address-taken
              旧地址 “/old/” 在 content/guides/a.md 里也写了。
              只在一个文件里写这个旧地址。
            """,
            SampleSite.Diagnostics(
                """
                -- content/guides/a.md --
                ---
                title: 示例
                source: 示例
                reviewer: 示例
                redirectFrom: [/guides/b, /old/]
                ---
                正文。
                -- content/guides/b.md --
                ---
                title: 示例
                source: 示例
                reviewer: 示例
                redirectFrom: /old
                ---
                正文。
                """));
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/guides/")]
    [InlineData("/Search")]
    [InlineData("/build.json")]
    [InlineData("/_headers")]
    [InlineData("/Feed.xml")]
    [InlineData("/assets/a/")]
    [InlineData("/guides/c/index.html")]
    public void An_old_address_that_the_site_fills_itself_is_reported_where_it_is_written(string old) =>
        Assert.Equal(
            $"""
            content/guides/a.md:7:5: error redirect/address-taken
              旧地址 “{(old.EndsWith('/') ? old : old + "/")}” 本站另有用处。
              从 redirectFrom 里删掉它。
            """,
            Diagnostics($"  - /old/\n  - {old}"));

    [Fact]
    public void Old_addresses_that_differ_in_capitals_alone_are_one() =>
        Assert.Equal(
            """
            content/guides/a.md:6:5: error redirect/address-taken
              旧地址 “/Guides/A/” 现在是 content/guides/a.md 的地址。
              从 redirectFrom 里删掉它，或者给那个文件改名。
            """,
            Diagnostics("  - /Guides/A/\n  - /Old/Page.html"));

    [Theory]
    [InlineData("/e\u0301/")]
    [InlineData("/\uF900/")]
    [InlineData("/a./")]
    [InlineData("/a /b/")]
    public void An_old_address_that_not_every_disk_can_hold_is_reported(string old) =>
        Assert.StartsWith(
            "content/guides/a.md:6:5: error front-matter/wrong-type\n  字段 “redirectFrom” 应当是本站里的地址，",
            Diagnostics($"  - \"{old}\""), StringComparison.Ordinal);

    /// <returns>What is wrong with a page that has these old addresses, from its sixth line.</returns>
    private static string Diagnostics(string oldAddresses) =>
        SampleSite.Diagnostics(
            $"""
            -- content/guides/a.md --
            ---
            title: 示例
            source: 示例
            reviewer: 示例
            redirectFrom:
            {oldAddresses}
            ---
            正文。
            """);
}
