using Site.Content.Markdown;

namespace Site.Tests;

public class LinkTests
{
    [Fact]
    public void Links_within_the_site_are_left_open_with_their_target_decoded()
    {
        var body = MarkdownText.Read(
            """
            [甲](../guides/oil.md#步骤) [乙](xref:消防法) [丙](/halls/)
            [丁](#%E6%AD%A5%E9%AA%A4) [戊](<a b.pdf>) [己]

            [己]: c.md "题"
            """);

        Assert.Empty(body.Diagnostics);
        Assert.Equal(
            "<p><a href=\"{../guides/oil.md#步骤}\">甲</a> <a href=\"{xref:消防法}\">乙</a> <a href=\"{/halls/}\">丙</a>"
            + "<a href=\"{#步骤}\">丁</a> <a href=\"{a b.pdf}\">戊</a> <a href=\"{c.md}\">己</a></p>",
            MarkdownText.Show(body.Html));
        Assert.Equal(
            [
                new(new("a.md", 1, 1), "../guides/oil.md#步骤"),
                new(new("a.md", 1, 26), "xref:消防法"),
                new(new("a.md", 1, 40), "/halls/"),
                new(new("a.md", 2, 1), "#步骤"),
                new(new("a.md", 2, 26), "a b.pdf"),
                new Link(new("a.md", 2, 41), "c.md"),
            ],
            body.Links);
    }

    [Fact]
    public void Links_to_other_sites_say_so_and_telephones_and_mailboxes_are_links()
    {
        var html = MarkdownText.Html("[部](https://例.cn/路?a=1&b=[2]) [电](tel:12350) <a@example.cn> <https://example.cn/a>");

        Assert.Equal(
            "<p><a href=\"https://例.cn/路?a=1&amp;b=%5B2%5D\" rel=\"external noopener\">部</a> <a href=\"tel:12350\">电</a>"
            + " <a href=\"mailto:a@example.cn\">a@example.cn</a>"
            + " <a href=\"https://example.cn/a\" rel=\"external noopener\">https://example.cn/a</a></p>",
            html);
    }

    [Theory]
    [InlineData("https://a.cn/%zz%E4", "https://a.cn/%25zz%E4")]
    [InlineData("https://a.cn/#b#c", "https://a.cn/#b%23c")]
    [InlineData("https://a.cn/?a=`{|}^", "https://a.cn/?a=%60%7B%7C%7D%5E")]
    [InlineData("mailto:a b@c.cn", "mailto:a%20b@c.cn")]
    public void Characters_that_may_not_stand_in_an_address_are_encoded(string address, string href)
    {
        Assert.Contains($"<a href=\"{href}\"", MarkdownText.Html($"[x](<{address}>)"), StringComparison.Ordinal);
    }

    [Fact]
    public void An_address_in_the_text_is_a_link_that_ends_where_Chinese_begins()
    {
        var html = MarkdownText.Html("见https://example.cn/a_(b)（2021）、[https://example.cn](b.md)和http://例。");

        Assert.Equal(
            "<p>见<a href=\"https://example.cn/a_(b)\" rel=\"external noopener\">https://example.cn/a_(b)</a>（2021）、"
            + "<a href=\"{b.md}\">https://example.cn</a>和http://例。</p>",
            html);
    }

    [Theory]
    [InlineData("[x](javascript:alert(1))")]
    [InlineData("[x](JaVaScRiPt:alert(1))")]
    [InlineData("[x](&#106;avascript:alert(1))")]
    [InlineData("[x](javascript&colon;alert(1))")]
    [InlineData("[x](java&Tab;script:alert(1))")]
    [InlineData("[x](<java\tscript:alert(1)>)")]
    [InlineData("[x](java&#10;script:alert(1))")]
    [InlineData("[x](&#1;javascript:alert(1))")]
    [InlineData("[x](javascript%3Aalert(1))")]
    [InlineData("[x](%6aavascript:alert(1))")]
    [InlineData("[x](< javascript:alert(1)>)")]
    [InlineData("[x](data:text/html,x)")]
    [InlineData("[x](vbscript:x)")]
    [InlineData("[x](file:///etc/passwd)")]
    [InlineData("[x](ftp://example.cn)")]
    [InlineData("[x](//example.cn)")]
    [InlineData("[x](/%2Fexample.cn)")]
    [InlineData("[x](%2F/example.cn)")]
    [InlineData("[x](/\\\\example.cn)")]
    [InlineData("[x](a%0Ab)")]
    [InlineData("[x](a%5Cb)")]
    [InlineData("[x](:a)")]
    [InlineData("[x](https://a.cn/\uD800)")]
    [InlineData("[x](https://a.cn/\0)")]
    [InlineData("[x](b\uFFFE.md)")]
    [InlineData("<javascript:alert(1)>")]
    [InlineData("[x]\n\n[x]: javascript:alert(1)")]
    public void A_link_that_could_run_or_deceive_is_an_error_and_no_link(string text)
    {
        var body = MarkdownText.Read(text);

        var diagnostic = Assert.Single(body.Diagnostics);
        Assert.Equal("a.md:1:1: error link/unsafe-address", diagnostic.ToString().Split('\n')[0]);
        Assert.DoesNotContain("<a", MarkdownText.Show(body.Html), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[x]()", "link/no-target")]
    [InlineData("[x](https://)", "link/unreadable-address")]
    [InlineData("[x](https:example.cn)", "link/unreadable-address")]
    [InlineData("[x](https://user@example.cn)", "link/unreadable-address")]
    [InlineData("[x](mailto:)", "link/unreadable-address")]
    public void A_link_that_leads_nowhere_is_an_error(string text, string code)
    {
        Assert.Equal(code, Assert.Single(MarkdownText.Read(text).Diagnostics).Code);
    }

    [Fact]
    public void The_message_says_which_links_are_allowed()
    {
        Assert.Equal(
            """
            a.md:2:2: error link/unsafe-address
              链接“javascript:alert(1)”不是允许的链接。
              链接可以是站内路径、xref:、http、https、mailto 或 tel。
            """,
            MarkdownText.Diagnostics("第一行\n第[x](javascript:alert(1))"));
    }

    [Fact]
    public void A_link_within_a_link_is_its_text()
    {
        var html = MarkdownText.Html("[见 <https://example.cn> 和 ![图](a.png)](b.md)");

        Assert.Equal("<p><a href=\"{b.md}\">见 https://example.cn 和 {a.png|图|}</a></p>", html);
    }
}
