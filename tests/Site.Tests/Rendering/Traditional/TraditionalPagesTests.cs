using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Site.Rendering.Traditional;

namespace Site.Tests;

/// <summary>The pages in traditional characters: other texts, and nothing else.</summary>
public sealed partial class TraditionalPagesTests
{
    private const string Sample =
        """
        -- site.yaml --
        title: 示例市安全生产月
        url: https://example.gov.cn/aqyj/
        organiser: 示例市安委办
        traditional: true
        -- content/guides/煤气.md --
        ---
        title: 台风以后，头发湿了怎么办
        summary: 干毛巾擦干头发。
        hazard: 台风
        tags: [后厨]
        source: 《示例条例》，https://example.org/里面/
        reviewer: 示例科室
        checklist: [面条收好]
        ---
        1. 擦干头发，见[这里](#为什么)、[新闻](../news/2025/06-01-visit.md)、[别处](https://example.org/后面/)、`干部`。

        ## 为什么

        看[发展](xref:发展)，里面有。
        -- content/works/lamp.txt --
        关火
        -- content/works/lamp.md --
        ---
        title: 灯
        file: lamp.txt
        licence: CC BY 4.0
        transcript: 关火
        source: 示例街道
        reviewer: 示例科室
        ---
        里面。
        -- content/news/2025/06-01-visit.md --
        ---
        title: 发展
        id: 发展
        date: 2025-06-01
        source: 示例街道
        reviewer: 示例科室
        ---
        里面。
        """;

    private static readonly Lazy<Dictionary<string, string>> Site = new(() => RenderedSite.Of(SampleSite.Read(Sample), hasSearch: true));

    [Fact]
    public void A_site_has_them_only_where_it_asks_for_them()
    {
        var files = RenderedSite.Of(SampleSite.Read(Sample.Replace("traditional: true\n", "", StringComparison.Ordinal)), hasSearch: true);

        Assert.DoesNotContain(files.Keys, path => path.StartsWith("zh-hant/", StringComparison.Ordinal));
        Assert.DoesNotContain(files.Values, text => text.Contains("hreflang", StringComparison.Ordinal) || text.Contains("zh-hant/", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("<title>关门</title><text x='1'>关门叫人</text>", "<title>關門</title><text x='1'>關門叫人</text>")]
    [InlineData("<desc>头发</desc><text><tspan>头</tspan>发</text><g aria-label='后面'/>", "<desc>頭髮</desc><text><tspan>頭</tspan>發</text><g aria-label='後面'/>")]
    [InlineData("<title>关门</title><path d='M0 0'/>", null)]
    [InlineData("<text>119</text>", null)]
    public void A_drawing_with_words_is_there_a_second_time_and_pages_show_that_one(string inside, string? traditional)
    {
        var drawing = $"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'>{inside}</svg>";
        var site = SampleSite.Read($"-- site.yaml --\ntitle: 示例\nurl: https://example.gov.cn/aqyj/\norganiser: 示例\ntraditional: true\n-- content/guides/a.md --\n---\ntitle: 甲\n---\n1. 走。 ![关门叫人](a.svg)\n-- content/guides/a.svg --\n{drawing}");
        var files = RenderedSite.FilesOf(site, new() { ["content/guides/a.svg"] = new(9, 9, null, new("a-1.svg", 9, () => System.Text.Encoding.UTF8.GetBytes(drawing)), []) })
            .ToDictionary(file => file.Path, RenderedSite.Text, StringComparer.Ordinal);

        Assert.Equal(traditional is null ? null : drawing.Replace(inside, traditional, StringComparison.Ordinal), files.GetValueOrDefault("zh-hant/assets/pictures/a-1.svg"));
        Assert.Equal(drawing, files["assets/pictures/a-1.svg"]);
        Assert.Contains($"src=\"/aqyj/{(traditional is null ? "" : "zh-hant/")}assets/pictures/a-1.svg\" width=\"9\" height=\"9\" alt=\"關門叫人\"", files["zh-hant/guides/a/index.html"], StringComparison.Ordinal);
        Assert.Contains("src=\"/aqyj/assets/pictures/a-1.svg\"", files["guides/a/index.html"], StringComparison.Ordinal);
    }

    [Fact]
    public void Every_page_has_one_and_feeds_and_files_have_none()
    {
        var pages = Site.Value.Keys.Where(path => path.EndsWith("index.html", StringComparison.Ordinal) && !path.StartsWith("zh-hant/", StringComparison.Ordinal)).Select(path => "zh-hant/" + path);

        Assert.Equal(pages.Order(StringComparer.Ordinal), Site.Value.Keys.Where(path => path.StartsWith("zh-hant/", StringComparison.Ordinal) && !path.Contains("/search/index/", StringComparison.Ordinal) && !path.EndsWith(".svg", StringComparison.Ordinal) && !path.EndsWith(".pdf", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
        Assert.Equal(["zh-hant/search/index/pages/0.json", "zh-hant/search/index/phrases.json", "zh-hant/search/index/start.json"], Site.Value.Keys.Where(path => path.StartsWith("zh-hant/search/index/", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Texts_are_converted_and_addresses_ids_and_code_are_not()
    {
        var page = Page("zh-hant/guides/煤气/index.html");

        Assert.Equal("zh-Hant", page.DocumentElement.GetAttribute("lang"));
        Assert.Equal("颱風以後，頭髮濕了怎麼辦 · 示例市安全生產月", page.Title);
        Assert.Equal("乾毛巾擦乾頭髮。", page.QuerySelector("meta[name=description]")!.GetAttribute("content"));
        Assert.Equal("為什麼", page.GetElementById("为什么")!.TextContent);
        Assert.Equal("擦乾頭髮，見這裡、新聞、別處、干部。", page.QuerySelector(".prose li")!.TextContent);
        Assert.Equal(["#%E4%B8%BA%E4%BB%80%E4%B9%88", "/aqyj/zh-hant/news/2025/visit/", "https://example.org/后面/"], page.QuerySelectorAll(".prose li a").Select(link => Uri.UnescapeDataString(link.GetAttribute("href")!) is var href && href.StartsWith('h') ? href : link.GetAttribute("href")));
        Assert.Equal("https://example.gov.cn/aqyj/guides/煤气/", page.QuerySelector(".share-box .address")!.TextContent);
        Assert.Contains("裡面有", page.QuerySelector(".prose")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("如：燃氣洩漏", page.QuerySelector("input[name=q]")!.GetAttribute("placeholder"));
    }

    [Fact]
    public void Posters_are_drawn_in_traditional_characters_too_and_shown_on_their_pages()
    {
        var poster = Site.Value["zh-hant/works/guides/煤气/poster.svg"];

        Assert.Contains("擦乾頭髮", poster, StringComparison.Ordinal);
        Assert.Equal(TraditionalText.Of(poster), poster);
        Assert.Contains("擦干头发", Site.Value["works/guides/煤气/poster.svg"], StringComparison.Ordinal);
        Assert.StartsWith("/aqyj/zh-hant/works/", Page("zh-hant/works/guides/煤气/poster/index.html").QuerySelector("main img")!.GetAttribute("src"), StringComparison.Ordinal);
        Assert.StartsWith("/aqyj/works/", Page("works/guides/煤气/poster/index.html").QuerySelector("main img")!.GetAttribute("src"), StringComparison.Ordinal);
    }

    [Fact]
    public void Each_page_leads_to_the_same_page_in_the_other_characters()
    {
        foreach (var path in Site.Value.Keys.Where(path => path.EndsWith("index.html", StringComparison.Ordinal) && !path.StartsWith("zh-hant/", StringComparison.Ordinal) && IsDrawn(path)))
        {
            var (simplified, traditional) = (Page(path), Page("zh-hant/" + path));
            Assert.Equal(["/aqyj/zh-hant/" + Address(path)], simplified.QuerySelectorAll("a[hreflang=zh-Hant]").Select(link => link.GetAttribute("href")).Distinct());
            Assert.Equal(["/aqyj/" + Address(path)], traditional.QuerySelectorAll("a[hreflang=zh-Hans]").Select(link => link.GetAttribute("href")).Distinct());
            Assert.Equal("简体中文", traditional.QuerySelector("a[hreflang=zh-Hans]")!.TextContent);
            Assert.Equal("繁體中文", simplified.QuerySelector("a[hreflang=zh-Hant]")!.TextContent);
            if (simplified.QuerySelector("link[rel=canonical]") is { } canonical)
            {
                Assert.Equal($"https://example.gov.cn/aqyj/{Address(path)}", canonical.GetAttribute("href"));
                Assert.Equal($"https://example.gov.cn/aqyj/zh-hant/{Address(path)}", traditional.QuerySelector("link[rel=canonical]")!.GetAttribute("href"));
                string[] alternates = [$"zh-Hans https://example.gov.cn/aqyj/{Address(path)}", $"zh-Hant https://example.gov.cn/aqyj/zh-hant/{Address(path)}", $"x-default https://example.gov.cn/aqyj/{Address(path)}"];
                Assert.Equal(alternates, Alternates(simplified));
                Assert.Equal(alternates, Alternates(traditional));
            }
        }
    }

    [Fact]
    public void Within_them_links_lead_to_pages_among_them_and_to_files_where_they_lie()
    {
        var links = Site.Value.Where(file => file.Key.StartsWith("zh-hant/", StringComparison.Ordinal) && file.Key.EndsWith(".html", StringComparison.Ordinal))
            .SelectMany(file => new HtmlParser().ParseDocument(file.Value).QuerySelectorAll("a[href^='/aqyj/']:not([hreflang]), form[action]")).Select(link => (link.GetAttribute("href") ?? link.GetAttribute("action"))!).Where(link => link.StartsWith('/')).Distinct().ToList();

        Assert.Contains("/aqyj/zh-hant/search/", links);
        Assert.All(links, link =>
        {
            var target = Uri.UnescapeDataString(link.Split('#', '?')[0])["/aqyj/".Length..];
            Assert.True(target.StartsWith("zh-hant/", StringComparison.Ordinal) ? Site.Value.ContainsKey(target.EndsWith('/') ? target + "index.html" : target) : Site.Value.ContainsKey(target) && !target.EndsWith('/'), link);
        });
    }

    [Fact]
    public void The_structure_of_a_page_is_the_same()
    {
        foreach (var path in Site.Value.Keys.Where(path => path.EndsWith("index.html", StringComparison.Ordinal) && !path.StartsWith("zh-hant/", StringComparison.Ordinal) && IsDrawn(path)))
        {
            Assert.Equal(Structure(Page(path)), Structure(Page("zh-hant/" + path)));
        }
    }

    [Fact]
    public void The_sitemap_lists_both_and_says_which_belong_together()
    {
        var sitemap = Site.Value["sitemap.xml"];

        Assert.Contains("<url><loc>https://example.gov.cn/aqyj/zh-hant/guides/</loc><xhtml:link rel=\"alternate\" hreflang=\"zh-Hans\" href=\"https://example.gov.cn/aqyj/guides/\"/><xhtml:link rel=\"alternate\" hreflang=\"zh-Hant\" "
            + "href=\"https://example.gov.cn/aqyj/zh-hant/guides/\"/><xhtml:link rel=\"alternate\" hreflang=\"x-default\" href=\"https://example.gov.cn/aqyj/guides/\"/></url>", sitemap, StringComparison.Ordinal);
        Assert.Equal(Loc().Count(sitemap), 2 * Loc().Matches(sitemap).Select(match => match.Value.Replace("zh-hant/", "", StringComparison.Ordinal)).Distinct().Count());
    }

    [Fact]
    public void Results_of_the_search_are_shown_in_traditional_characters_and_found_by_the_same_index()
    {
        Assert.Contains("[\"/aqyj/zh-hant/news/2025/visit/\",\"发展\",\"里面。\",\"\",\"發展\",\"裡面。\"]", Site.Value["zh-hant/search/index/pages/0.json"], StringComparison.Ordinal);
        Assert.Contains("data-search=\"/aqyj/search/index/\" data-search-pages=\"/aqyj/zh-hant/search/index/\"", Site.Value["zh-hant/search/index.html"], StringComparison.Ordinal);
    }

    [Fact]
    public void Scripts_say_their_words_in_traditional_characters_there_and_keep_their_patterns()
    {
        var site = RenderedSite.Of(SampleSite.Read(Sample), "site.js", """say("干活后，头发别乱");let ask=new RegExp("怎么(?:办)?\"里","u");x.textContent=`第${at}步：里面`""");

        var script = Page("zh-hant/index.html", site).QuerySelector("script[src*='site']")!.GetAttribute("src")!;
        Assert.Equal("""say("幹活後，頭髮別亂");let ask=new RegExp("怎么(?:办)?\"里","u");x.textContent=`第${at}步：裡面`""", site[script["/aqyj/".Length..]]);
        Assert.Equal("/aqyj/assets/site.js", Page("index.html", site).QuerySelector("script[src*='site']")!.GetAttribute("src"));
        Assert.Equal("/aqyj/assets/early.js", Page("zh-hant/index.html", site).QuerySelector("script[src*='early']")!.GetAttribute("src"));
    }

    [Fact]
    public void A_page_is_as_it_was()
    {
        var page = Page("zh-hant/guides/煤气/index.html");
        foreach (var drawing in page.QuerySelectorAll("main svg").ToList())
        {
            drawing.Remove();
        }

        Golden.Match("guide.html", page.QuerySelector("main")!.OuterHtml + "\n");
    }

    private static bool IsDrawn(string path) => Site.Value[path].Contains("<main", StringComparison.Ordinal);

    private static string Address(string path) => string.Join('/', path[..^"index.html".Length].Split('/').Select(Uri.EscapeDataString));

    private static IEnumerable<string> Alternates(IDocument page) =>
        page.QuerySelectorAll("link[rel=alternate][hreflang]").Select(link => $"{link.GetAttribute("hreflang")} {link.GetAttribute("href")}");

    /// <returns>Elements with the names and, but for texts and addresses, the values of their attributes; what is for machines alone and the switch stand on one side.</returns>
    private static string Structure(IDocument page)
    {
        foreach (var own in page.QuerySelectorAll("script[type='application/ld+json'], link[rel=canonical], link[rel=alternate], meta[property], a[hreflang]").ToList())
        {
            own.Remove();
        }

        return string.Join('\n', page.All.Select(element => element.LocalName + string.Concat(element.Attributes.Where(attribute => attribute.Name is "id" or "class" or "name" or "type" or "src" or "value" or "for" or "role" or "hidden")
            .Select(attribute => $" {attribute.Name}={(attribute.Name == "src" ? attribute.Value.Replace("/zh-hant/", "/", StringComparison.Ordinal) : attribute.Value)}"))));
    }

    private static IDocument Page(string path) => Page(path, Site.Value);

    private static IDocument Page(string path, Dictionary<string, string> site) => new HtmlParser().ParseDocument(site[path]);

    [GeneratedRegex("<loc>[^<]*</loc>")]
    private static partial Regex Loc();
}
