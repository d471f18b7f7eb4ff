using System.Text.Json;
using AngleSharp.Html.Parser;
using FsCheck.Fluent;
using Site.Content.Websites;
using Site.Rendering.Output;
using Site.Rendering.Pages;
using Site.Rendering.Views;

namespace Site.Tests;

public class HeadWriterTests
{
    [Fact]
    public void The_head_of_a_piece_of_news_says_all_that_sharing_and_searching_need()
    {
        var page = FormatSamples.News("/news/2024/开放日/", "开放日", new(2024, 6, 16)).With(header => header with { Summary = "体验馆免费开放。" }) with { Unit = "示例体验馆" };
        var website = FormatSamples.Website("https://example.org/safety/", page);

        var head = Head(website, FormatSamples.View(website, page, new("首页", "/"), new("新闻", "/news/")), _ => "/assets/share/a.png");

        Assert.Equal(
            """
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; media-src 'self'; manifest-src 'self'; worker-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'">
            <title>开放日 · 示例市安全生产月</title>
            <meta name="description" content="体验馆免费开放。">
            <link rel="canonical" href="https://example.org/safety/news/2024/%E5%BC%80%E6%94%BE%E6%97%A5/">
            <link rel="alternate" type="application/atom+xml" title="新闻 · 示例市安全生产月" href="/safety/news/feed.xml">
            <link rel="alternate" type="application/feed+json" title="新闻 · 示例市安全生产月" href="/safety/news/feed.json">
            <link rel="alternate" type="application/atom+xml" title="示例市安全生产月" href="/safety/feed.xml">
            <link rel="alternate" type="application/feed+json" title="示例市安全生产月" href="/safety/feed.json">
            <meta property="og:site_name" content="示例市安全生产月">
            <meta property="og:locale" content="zh_CN">
            <meta property="og:type" content="article">
            <meta property="og:title" content="开放日">
            <meta property="og:url" content="https://example.org/safety/news/2024/%E5%BC%80%E6%94%BE%E6%97%A5/">
            <meta property="og:description" content="体验馆免费开放。">
            <meta property="og:image" content="https://example.org/safety/assets/share/a.png">
            <meta property="og:image:width" content="1200">
            <meta property="og:image:height" content="630">
            <meta property="og:image:alt" content="开放日">
            <meta name="twitter:card" content="summary_large_image">
            <script type="application/ld+json">{"@context":"https://schema.org","@graph":[{"@type":"NewsArticle","name":"开放日","url":"https://example.org/safety/news/2024/%E5%BC%80%E6%94%BE%E6%97%A5/","description":"体验馆免费开放。","image":"https://example.org/safety/assets/share/a.png","inLanguage":"zh-Hans","datePublished":"2024-06-16","dateModified":"2024-06-16","headline":"开放日","mainEntityOfPage":"https://example.org/safety/news/2024/%E5%BC%80%E6%94%BE%E6%97%A5/","author":{"@type":"Organization","name":"示例体验馆"},"publisher":{"@type":"Organization","name":"示例单位"}},{"@type":"BreadcrumbList","itemListElement":[{"@type":"ListItem","position":1,"name":"首页","item":"https://example.org/safety/"},{"@type":"ListItem","position":2,"name":"新闻","item":"https://example.org/safety/news/"},{"@type":"ListItem","position":3,"name":"开放日","item":"https://example.org/safety/news/2024/%E5%BC%80%E6%94%BE%E6%97%A5/"}]}]}</script>

            """,
            head);
    }

    [Fact]
    public void The_home_page_is_called_like_the_site_and_offers_its_search()
    {
        var website = FormatSamples.Website("https://example.org/");

        var head = Head(website, Home(), hasSearch: true);

        Assert.Contains("<title>示例市安全生产月</title>\n", head);
        Assert.Contains(
            """{"@type":"SearchAction","target":{"@type":"EntryPoint","urlTemplate":"https://example.org/search/?q={search_term_string}"},"query-input":"required name=search_term_string"}""",
            head);
        Assert.DoesNotContain("BreadcrumbList", head);
    }

    [Fact]
    public void A_site_without_search_index_offers_no_search_to_engines()
    {
        var website = FormatSamples.Website("https://example.org/");

        var head = Head(website, Home(), hasSearch: false);

        Assert.DoesNotContain("SearchAction", head);
    }

    [Fact]
    public void The_search_page_is_known_by_its_address_without_query_and_may_do_no_more_than_others()
    {
        var website = FormatSamples.Website("https://example.org/");
        var view = new SearchView { Address = "/search/", Title = "搜索", Groups = [], HasIndex = true };

        var head = Head(website, view);

        Assert.DoesNotContain("noindex", head);
        Assert.Contains("script-src 'self';", head);
        Assert.Contains("<link rel=\"canonical\" href=\"https://example.org/search/\">", head);
    }

    [Fact]
    public void The_page_for_lost_readers_has_no_address_of_its_own()
    {
        var website = FormatSamples.Website("https://example.org/");
        var view = new NotFoundView { Address = "/404.html", Title = "没有找到" };

        var head = Head(website, view);

        Assert.Equal(
            """
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; media-src 'self'; manifest-src 'self'; worker-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'">
            <title>没有找到 · 示例市安全生产月</title>
            <meta name="robots" content="noindex">

            """,
            head);
    }

    [Fact]
    public void A_page_without_summary_and_picture_says_nothing_about_them()
    {
        var page = FormatSamples.Plain("/about/", "关于");
        var website = FormatSamples.Website("https://example.org/", page);

        var head = Head(website, FormatSamples.View(website, page));

        Assert.DoesNotContain("description", head);
        Assert.DoesNotContain("og:image", head);
        Assert.DoesNotContain("twitter:card", head);
        Assert.Contains("<meta property=\"og:type\" content=\"website\">", head);
    }

    [Fact]
    public void What_is_made_up_says_so_wherever_its_title_is_shown()
    {
        var page = FormatSamples.Event("/events/e/", "咨询日", new(new(2024, 6, 16), null)).With(header => header with { IsSample = true });
        var website = FormatSamples.Website("https://example.org/", page);

        var head = Head(website, FormatSamples.View(website, page));

        Assert.Contains("<title>【示例】咨询日 · 示例市安全生产月</title>", head);
        Assert.Contains("<meta property=\"og:title\" content=\"【示例】咨询日\">", head);
        Assert.Contains("\"name\":\"【示例】咨询日\"", head);
        Assert.Contains("<link rel=\"alternate\" type=\"text/calendar\" title=\"日历\" href=\"/events/e/event.ics\">", head);
    }

    [Fact]
    public void No_text_of_a_writer_breaks_out_of_the_head() =>
        Prop.ForAll(FormatSamples.HostileText, text =>
        {
            var page = FormatSamples.News("/news/x/", "题" + text, new(2024, 6, 16)).With(header => header with { Summary = "摘要" + text, Tags = [text] }) with { Unit = text };
            var website = FormatSamples.Website("https://example.org/", page);

            var head = Head(website, FormatSamples.View(website, page, new PageLink(text, "/news/")), _ => "/assets/" + text + ".png");

            var document = new HtmlParser().ParseDocument("<!DOCTYPE html><html><head>" + head + "</head><body></body></html>");
            var json = document.QuerySelector("script")!.TextContent;
            return document.Head!.ChildElementCount == 20 && document.Body!.ChildElementCount == 0
                && !json.Contains('<') && !json.Contains('>') && !json.Contains('&') && !json.Contains('\u2028')
                && JsonDocument.Parse(json).RootElement.GetProperty("@graph")[0].GetProperty("name").GetString() == string.Concat(("题" + text).EnumerateRunes());
        }).AssertHolds();

    private static HomeView Home() =>
        new() { Address = "/", Title = "首页" };

    private static string Head(Website website, View view, Func<View, string?>? sharePicture = null, bool hasSearch = true) =>
        FormatSamples.Written(output => new HeadWriter(website, false, hasSearch, sharePicture ?? (_ => null)).Write(output, view));
}
