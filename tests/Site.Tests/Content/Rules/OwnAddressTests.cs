using Site.Content.Rules;
using Site.Content.Settings;
using Site.Content.Websites;

namespace Site.Tests;

/// <summary>Addresses of the site itself, copied from a browser: links within it.</summary>
public sealed class OwnAddressTests
{
    private const string About =
        """

        -- content/pages/about.md --
        ---
        title: 关于
        ---
        ## 怎么找

        正文。
        -- content/guides/煤气.md --
        ---
        title: 煤气
        ---
        正文。
        -- content/works/a.pdf --
        """;

    [Theory]
    [InlineData("http://example.gov.cn/", "https://example.gov.cn/about/", "/about/")]
    [InlineData("https://example.gov.cn/", "https://EXAMPLE.gov.CN/about/#怎么找", "/about/#怎么找")]
    [InlineData("https://example.gov.cn/", "https://example.gov.cn:443/about", "/about")]
    [InlineData("https://example.gov.cn/", "http://example.gov.cn:80/about/index.html?from=wx", "/about/")]
    [InlineData("https://example.gov.cn/", "https://example.gov.cn./guides/%E7%85%A4%E6%B0%94/", "/guides/煤气/")]
    [InlineData("https://example.gov.cn:8443/", "https://example.gov.cn:8443/about/", "/about/")]
    [InlineData("https://example.gov.cn/aqyj/", "https://example.gov.cn/aqyj", "/")]
    [InlineData("https://example.gov.cn/aqyj/", "https://example.gov.cn/aqyj/about/", "/about/")]
    [InlineData("https://示例.cn/", "https://xn--fsq092h.cn/about/", "/about/")]
    [InlineData("https://example.gov.cn/", "https://example.gov.cn:8080/about/", null)]
    [InlineData("https://example.gov.cn/", "https://www.example.gov.cn/about/", null)]
    [InlineData("https://example.gov.cn/aqyj/", "https://example.gov.cn/zwgk/", null)]
    [InlineData("https://example.gov.cn/", "https://example.gov.cn/feed.xml", null)]
    [InlineData("https://example.gov.cn/", "https://example.gov.cn/search/?q=灭火器", null)]
    [InlineData("https://example.gov.cn/", "mailto:a@example.gov.cn", null)]
    [InlineData("https://example.org/", "https://example.org/975", null)]
    [InlineData("http://EXAMPLE.com./", "https://example.com/about/", null)]
    [InlineData("https://example.net/aqyj/", "https://example.net/aqyj/about/", null)]
    [InlineData("https://example.org.cn/", "https://example.org.cn/about/", "/about/")]
    public void An_address_leads_within_the_site_or_elsewhere(string url, string address, string? within)
    {
        var settings = new SiteSettings { Title = "示例", Organiser = "示例", Url = new(url) };

        Assert.Equal(within, OwnAddress.Within(settings, address));
    }

    [Theory]
    [InlineData("见[页](https://example.gov.cn/nope/)。", "5:2 link/broken")]
    [InlineData("见 <http://example.gov.cn:80/nope/> 。", "5:3 link/broken")]
    [InlineData("见https://EXAMPLE.gov.cn/nope/ 。", "5:2 link/broken")]
    [InlineData("见[页](https://example.gov.cn/about/#没有)。", "5:2 link/broken-fragment")]
    [InlineData("见[文件](https://example.gov.cn/works/b.pdf)。", "5:2 link/broken")]
    [InlineData("见[页](https://example.gov.cn/about/#怎么找)、[页](https://example.gov.cn/guides/%E7%85%A4%E6%B0%94/)、[首页](https://example.gov.cn)、[文件](https://example.gov.cn/works/a.pdf)。", "")]
    [InlineData("见[订阅](https://example.gov.cn/feed.xml)、[搜索](https://example.gov.cn/search/?q=a)、[别处](https://www.example.gov.cn/nope/)、`https://example.gov.cn/nope/`。", "")]
    public void A_link_of_a_text_is_checked_like_one_within_the_site(string body, string found)
    {
        var told = string.Join('\n', Found($"-- content/news/2025/06-01-a.md --\n---\ntitle: 示例\nsource: 示例\n---\n{body}{About}"));

        Assert.Equal(found, told);
    }

    [Theory]
    [InlineData("source: 示例通知：https://example.gov.cn/nope/", "3:9 link/broken")]
    [InlineData("source:\n  - {title: 示例, url: \"http://example.gov.cn/nope/\"}", "4:22 link/broken")]
    [InlineData("source: 示例：https://example.gov.cn/about/#%E6%B2%A1%E6%9C%89", "3:9 link/broken-fragment")]
    [InlineData("source: 示例：https://example.gov.cn/about/#怎么找", "")]
    [InlineData("source: 示例：https://www.mem.gov.cn/nope/", "")]
    public void An_address_in_a_field_is_checked_too(string fields, string found) =>
        Assert.Equal(found, string.Join('\n', Found($"-- content/news/2025/06-01-a.md --\n---\ntitle: 示例\n{fields}\n---\n正文。{About}")));

    [Fact]
    public void An_address_of_the_settings_is_checked_too() =>
        Assert.Equal("5:15 link/broken", string.Join('\n', OwnAddresses.Find(SampleSite.Read(
            "-- site.yaml --\ntitle: 示例\nurl: https://example.gov.cn/\norganiser: 示例\nfooter:\n  correction: https://example.gov.cn/nope/")).Select(Short)));

    [Fact]
    public void What_the_generator_makes_beside_a_page_is_there() =>
        Assert.Empty(Found(
            """
            -- content/quizzes/a.md --
            ---
            title: 示例
            ---
            ## 第1题？ {#a-1 .judge}
            - [x] 正确
            - [ ] 错误

            --- 解析
            印[试卷](https://example.gov.cn/quizzes/a/paper/)，看[第二页](https://example.gov.cn/quizzes/page/2/)。
            """));

    [Fact]
    public void It_is_published_as_a_link_within_the_site()
    {
        var website = SampleSite.Read(
            "-- site.yaml --\ntitle: 示例\nurl: https://example.gov.cn/aqyj/\norganiser: 示例\n" +
            "-- content/news/2025/06-01-a.md --\n---\ntitle: 示例\ndate: 2025-06-01\n---\n" +
            "见[页](http://example.gov.cn/aqyj/about?a=b#怎么找)和[别处](https://example.gov.cn/zwgk/)。" + About);

        var page = RenderedSite.Of(website)["news/2025/a/index.html"];

        Assert.Contains("见<a href=\"/aqyj/about/#%E6%80%8E%E4%B9%88%E6%89%BE\">页</a>和<a href=\"https://example.gov.cn/zwgk/\" rel=\"external noopener\">别处</a>。", page, StringComparison.Ordinal);
    }

    private static IEnumerable<string> Found(string text) => BrokenLinks.Find(SampleSite.Read(text)).Select(Short);

    private static string Short(Site.Core.Diagnostics.Diagnostic found) => $"{found.Location.Line}:{found.Location.Column} {found.Code}";
}
