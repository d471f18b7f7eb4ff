namespace Site.Tests;

public class RenderedListTests
{
    [Fact]
    public void A_list_of_twenty_six_news_has_a_second_page_with_the_six_oldest()
    {
        var site = RenderedSite.Of(News(26));

        Assert.Contains("示例新闻7<", site["news/index.html"]);
        Assert.DoesNotContain("示例新闻6<", site["news/index.html"]);
        Assert.Contains("示例新闻6<", site["news/page/2/index.html"]);
        Assert.DoesNotContain("news/page/3/index.html", site.Keys);
        Assert.Contains("href=\"/news/page/2/\"", site["news/index.html"]);
    }

    [Fact]
    public void A_few_rows_more_make_no_page_of_their_own()
    {
        var site = RenderedSite.Of(News(25));

        Assert.Contains("示例新闻1<", site["news/index.html"]);
        Assert.DoesNotContain("news/page/2/index.html", site.Keys);
    }

    [Theory]
    [InlineData(65, 1)]
    [InlineData(66, 2)]
    public void A_list_without_days_has_sixty_rows_and_a_few(int guides, int pages)
    {
        var site = RenderedSite.Of(SampleSite.Read(string.Concat(Enumerable.Range(1, guides).Select(number =>
            $"-- content/guides/g{number}.md --\n---\ntitle: 示例指南{number}\nsource: 示例\nreviewer: 示例\n---\n正文\n"))));

        Assert.Equal(pages > 1, site.ContainsKey("guides/page/2/index.html"));
    }

    private static Site.Content.Websites.Website News(int count) => SampleSite.Read(string.Concat(Enumerable.Range(1, count).Select(day =>
        $"-- content/news/2025/05-{day:00}-n{day}.md --\n---\ntitle: 示例新闻{day}\ndate: 2025-05-{day:00}\nsource: 示例\nreviewer: 示例\n---\n正文\n")));

    [Fact]
    public void A_page_is_listed_by_kind_year_sector_audience_and_tag()
    {
        var site = RenderedSite.Of(SampleSite.Read(
            """
            -- content/news/2025/06-01-a.md --
            ---
            title: 示例甲
            date: 2025-06-01
            tags: [AED]
            sectors: [fire]
            audiences: [school]
            ---
            正文
            -- content/news/2025/06-02-b.md --
            ---
            title: 示例乙
            date: 2025-06-02
            ---
            正文
            """));

        Assert.All(["news/index.html", "news/2025/index.html", "sectors/fire/index.html", "audiences/school/index.html", "tags/aed/index.html"],
            path => Assert.Contains("示例甲", site[path]));
        Assert.DoesNotContain("示例乙", site["sectors/fire/index.html"]);
    }

    [Fact]
    public void News_leads_to_the_news_before_and_after_it()
    {
        var site = RenderedSite.Of(SampleSite.Read(
            """
            -- content/news/2025/06-01-a.md --
            ---
            title: 示例甲
            date: 2025-06-01
            ---
            正文
            -- content/news/2025/06-02-b.md --
            ---
            title: 示例乙
            date: 2025-06-02
            ---
            正文
            -- content/news/2025/06-03-c.md --
            ---
            title: 示例丙
            date: 2025-06-03
            ---
            正文
            """));

        var middle = site["news/2025/b/index.html"];

        Assert.Contains("href=\"/news/2025/a/\"", middle);
        Assert.Contains("href=\"/news/2025/c/\"", middle);
    }

    [Fact]
    public void Links_by_file_by_id_and_to_a_heading_lead_to_published_addresses_below_the_base_path()
    {
        var site = RenderedSite.Of(SampleSite.Read(
            """
            -- site.yaml --
            title: 示例
            url: https://example.gov.cn/safety/
            organiser: 示例
            -- content/guides/gas.md --
            ---
            title: 燃气
            id: 燃气指南
            ---
            ## 先做什么
            关阀。
            -- content/pages/about.md --
            ---
            title: 关于
            ---
            [一](../guides/gas.md#先做什么) [二](xref:燃气指南) [三](/guides/)
            """));

        var body = site["about/index.html"];

        Assert.Contains("href=\"/safety/guides/gas/#%E5%85%88%E5%81%9A%E4%BB%80%E4%B9%88\">一</a>", body);
        Assert.Contains("href=\"/safety/guides/gas/\">二</a>", body);
        Assert.Contains("href=\"/safety/guides/\">三</a>", body);
    }
}
