using Site.Content.Pages;
using Site.Content.Quizzes;
using Site.Content.Types;

namespace Site.Tests;

public sealed class WebsiteReaderTests
{
    [Fact]
    public void Settings_news_guides_and_plain_pages_make_a_website()
    {
        var website = SampleSite.Read(
            """
            -- site.yaml --
            title: 示例市安全生产月
            url: https://example.gov.cn/safety
            organiser: 示例市安委办
            -- content/news/2024/06-16-open-day.md --
            ---
            title: 体验馆向市民开放
            date: 2024-06-16
            source: 示例市应急管理局
            reviewer: 示例科
            ---
            周末两天，免费。
            -- content/guides/gas-leak.md --
            ---
            title: 闻到燃气怎么办
            source: 城镇燃气管理条例
            reviewer: 示例科
            ---
            先开窗。
            -- content/pages/about.md --
            ---
            title: 关于本站
            source: 本站
            reviewer: 示例科
            ---
            正文。
            """);

        Assert.Equal("/safety/", website.Settings.BasePath);
        Assert.Equal(["/news/2024/open-day/", "/guides/gas-leak/", "/about/"], website.Pages.Select(page => page.Address));
        Assert.Equal("周末两天，免费。", website.ById["open-day"].Summary);
        Assert.Same(website.ById["gas-leak"], website.ByPath["content/guides/gas-leak.md"]);
    }

    [Fact]
    public void Pages_of_one_type_are_all_of_them_in_their_order()
    {
        var website = SampleSite.Read(string.Join('\n', new[] { "news/2024/06-16-b", "pages/about", "guides/gas", "news/2024/06-17-a", "guides/fire", "pages/report" }.Select(file =>
            $"-- content/{file}.md --\n---\ntitle: 示例 {file}\n{(file.StartsWith("news", StringComparison.Ordinal) ? $"date: 2024-{file[10..15]}\n" : "")}source: 示例\nreviewer: 示例科\n---\n正文。\n")));

        Assert.Equal(["content/news/2024/06-17-a.md", "content/news/2024/06-16-b.md"], website.Of<NewsPage>().Select(page => page.Path));
        Assert.Equal(["content/guides/fire.md", "content/guides/gas.md"], website.Of<GuidePage>().Select(page => page.Path));
        Assert.Empty(website.Of<QuizPage>());
        Assert.Equal(website.Pages, website.Of<Page>());
        Assert.All(ContentTypes.All, type => Assert.Equal(website.Pages.Where(page => page.Type == type), website.Of(type)));
    }

    [Fact]
    public void An_unknown_field_is_reported_where_its_name_stands_with_the_name_that_was_meant()
    {
        var diagnostics = SampleSite.Diagnostics(
            """
            -- content/news/2024/06-16-open-day.md --
            ---
            title: 体验馆向市民开放
            date: 2024-06-16
            sumary: 周末两天，免费。
            source: 示例市应急管理局
            reviewer: 示例科
            ---
            正文。
            """);

        Assert.Equal(
            """
            content/news/2024/06-16-open-day.md:4:1: error front-matter/unknown-field
              字段 “sumary” 不存在。
              是不是 “summary”？可用字段：title、date、summary、source、reviewer、unit、updated、tags、searchFor、sectors、audiences、campaign、image、imageAlt、imageCredit、order、id、draft、publish、expire、redirectFrom、sample、publicContacts。
            """,
            diagnostics);
    }
}
