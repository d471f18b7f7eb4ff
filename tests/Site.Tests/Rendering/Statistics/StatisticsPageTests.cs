using Site.Exposures.Released;

namespace Site.Tests;

/// <summary>The pages below <c>/data/</c>.</summary>
public class StatisticsPageTests
{
    private const string Campaign =
        """
        -- content/campaigns/2026.md --
        ---
        title: 2026年全国“安全生产月”
        year: 2026
        edition: 25
        slogan: 人人讲安全
        start: 2026-06-01
        end: 2026-06-30
        source: 示例文件
        reviewer: 示例科室
        ---
        说明。
        """;

    private static readonly PublicInput Weeks = SampleFigures.Read(
        SampleFigures.Files("w1", "2026-06-07", [SampleFigures.Drills], isSample: false, coverage: "3/5"),
        SampleFigures.Files("w2", "2026-06-14", [SampleFigures.Drills, SampleFigures.Sessions], coverage: "5/5",
            changes: ["w1|drills|form.drills|示例乙区|2|0", "gone|drills|form.people|示例市|*|12345"]));

    private static readonly Dictionary<string, string> Site = RenderedSite.Of(SampleSite.Read(Campaign, "2026-06-20"), Weeks);

    [Theory]
    [InlineData("data/index.html")]
    [InlineData("data/method/index.html")]
    [InlineData("data/w2/index.html")]
    [InlineData("data/w2/sessions/index.html")]
    [InlineData("data/w2/drills/index.html")]
    public void A_page_of_each_layout_stays_as_it_was(string path) =>
        GoldenPage.Match(path, Site[path]);

    [Theory]
    [InlineData("data/datapackage.json")]
    [InlineData("data/catalog.jsonld")]
    [InlineData("data/w2/drills.json")]
    [InlineData("data/w2/hierarchies.json")]
    public void A_file_for_other_programs_stays_as_it_was(string path) => Golden.Match(path.Replace('/', '-'), Site[path]);

    [Fact]
    public void Without_a_release_there_is_nothing_of_data()
    {
        var site = RenderedSite.Of(SampleSite.Read(Campaign, "2026-06-20"));

        Assert.DoesNotContain(site.Keys, path => path.StartsWith("data/", StringComparison.Ordinal));
        Assert.DoesNotContain(site.Where(file => file.Key.EndsWith(".html", StringComparison.Ordinal)), page => page.Value.Contains("查数据", StringComparison.Ordinal));
    }

    [Fact]
    public void Menu_sitemap_home_page_and_campaign_lead_to_the_figures()
    {
        Assert.Contains("<a href=\"/data/\">查数据</a>", Site["index.html"]);
        Assert.Contains("<a href=\"/data/\" aria-current=\"true\">查数据</a>", Site["data/w2/sessions/index.html"]);
        Assert.All(["/data/", "/data/method/", "/data/w1/", "/data/w2/sessions/"], address => Assert.Contains($"<loc>https://example.gov.cn{address}</loc>", Site["sitemap.xml"]));
        Assert.All(["index.html", "campaigns/2026/index.html"], path => Assert.Contains("<dt>参加演练</dt><dd><b>12,345</b>人次</dd>", Packed(Site[path])));
    }

    [Fact]
    public void Every_page_of_made_up_figures_says_so_in_its_title_and_on_itself_and_a_real_one_does_not()
    {
        Assert.All(["data/w2/index.html", "data/w2/sessions/index.html"], path =>
        {
            Assert.Contains("<title>【示例】", Site[path]);
            Assert.Contains("<span class=\"badge\">示例</span>", Site[path]);
        });
        Assert.DoesNotContain("【示例】", Site["data/w1/drills/index.html"]);
        Assert.DoesNotContain("class=\"badge\"", Site["data/w1/drills/index.html"]);
    }

    [Fact]
    public void What_a_release_corrects_is_told_from_what_to_what_even_where_the_earlier_release_is_gone()
    {
        var page = Packed(Site["data/w2/index.html"]);

        Assert.Contains("应急演练，示例乙区，由<del>2场</del>改为<ins>0场</ins>", page);
        Assert.Contains("2026年6月7日一期", page);
        Assert.Contains("参加演练，示例市，由<del>*</del>改为<ins>12,345人次</ins>", page);
    }

    [Fact]
    public void How_many_units_have_reported_is_told_with_what_it_means()
    {
        Assert.Contains("3/5 个单位已报送。没有报送的单位还不在数里。", Packed(Site["data/w1/index.html"]));
        Assert.DoesNotContain("没有报送的单位", Site["data/w2/index.html"]);
    }

    [Fact]
    public void The_method_names_no_number_of_the_rules() =>
        Assert.DoesNotMatch("[1-9]", new AngleSharp.Html.Parser.HtmlParser().ParseDocument(Site["data/method/index.html"])
            .QuerySelector(".page-body")!.TextContent.Replace("CC BY 4.0", "", StringComparison.Ordinal));

    [Fact]
    public void Weeks_add_up_to_nothing_and_areas_and_sectors_to_their_totals() =>
        Assert.Equal(
            """{"area":{"示例市":["示例甲区","示例乙区","示例丙区"]},"sector":{"合计":["消防","道路交通"]},"week":{}}""",
            Packed(Site["data/w2/hierarchies.json"]));

    [Fact]
    public void The_figures_begin_with_a_sentence_and_a_chart_and_say_what_was_put_right()
    {
        var page = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(Site["data/index.html"]);

        Assert.Equal("截至2026年6月14日，示例市应急演练共30场。", page.QuerySelector(".page-head .data-sentence")!.TextContent);
        Assert.Equal("应急演练分地区（场）", page.QuerySelector(".data-part figcaption")!.TextContent);
        Assert.True(page.QuerySelector("figure.chart")!.CompareDocumentPosition(page.QuerySelector(".glance")!).HasFlag(AngleSharp.Dom.DocumentPositions.Following));
    }

    [Fact]
    public void Each_area_has_its_own_course_over_the_weeks_where_half_of_them_show_something()
    {
        var table = new SampleTable("t", "表", ["i|指标|场"], ["area: 市 甲<市 乙<市", "week: 2026-06-07 2026-06-14"], "30 60 10 25 20 *");
        var hidden = new SampleTable("h", "表", ["i|指标|场"], ["area: 市 甲<市 乙<市 丙<市", "week: 2026-06-07 2026-06-14"], "30 60 10 25 * * * *");

        var site = RenderedSite.Of(SampleSite.Read(""), SampleFigures.Read(SampleFigures.Files("w", "2026-06-14", [table, hidden])));

        Assert.Equal(["指标各自逐周累计（场）：甲", "指标各自逐周累计（场）：乙"], ReadFigures.Charts(site["data/w/t/index.html"]).Select(chart => chart.Title).Where(title => title.Contains("各自", StringComparison.Ordinal)));
        Assert.DoesNotContain("各自", site["data/w/h/index.html"]);
    }

    [Fact]
    public void Areas_stand_on_a_map_where_the_settings_say_how_they_lie()
    {
        var table = new SampleTable("t", "表", ["i|指标|场"], ["area: 市 甲<市 乙<市"], "30 10 20");
        const string Map = "-- site.yaml --\ntitle: 示例市安全生产月\nurl: https://example.gov.cn/\norganiser: 示例\nareaMap: [\"甲 .\", \". 乙\"]\n";

        var figures = SampleFigures.Read(SampleFigures.Files("w", "2026-06-14", [table]));
        var (with, without) = (RenderedSite.Of(SampleSite.Read(Map), figures), RenderedSite.Of(SampleSite.Read(""), figures));

        Assert.Contains("指标，各地大致方位（场）", with["data/w/t/index.html"]);
        Assert.DoesNotContain("大致方位", without["data/w/t/index.html"]);
    }

    [Theory]
    [InlineData("i|指标|场", "30", "2025-06-20", "指标：去年同期（2025年6月20日）30场，今年多12场。")]
    [InlineData("i|指标|场", "42", "2025-06-04", "指标：去年同期（2025年6月4日）42场，今年一样。")]
    [InlineData("i|指标|场", "1042", "2025-06-14", "指标：去年同期（2025年6月14日）1,042场，今年少1,000场。")]
    public void The_year_before_is_told_where_it_published_the_same_total(string indicator, string total, string day, string expected) =>
        Assert.Contains(expected, TableAfter(indicator, total, day));

    [Theory]
    [InlineData("i|指标|场", "*", "2025-06-14")]
    [InlineData("i|指标|人次", "30", "2025-06-14")]
    [InlineData("j|指标|场", "30", "2025-06-14")]
    [InlineData("i|指标|场", "30", "2025-06-30")]
    [InlineData("i|指标|场", "30", "2024-06-14")]
    public void The_year_before_is_not_told_where_it_cannot_be_compared(string indicator, string total, string day) =>
        Assert.DoesNotContain("去年", TableAfter(indicator, total, day));

    /// <returns>The page of a table of 14 June 2026 whose total is 42, after an earlier release.</returns>
    private static string TableAfter(string indicator, string total, string day)
    {
        SampleTable Table(string of, string cells) => new("t", "表", [of], ["area: 市 甲<市 乙<市"], cells);
        var site = RenderedSite.Of(SampleSite.Read(""), SampleFigures.Read(
            SampleFigures.Files("w1", day, [Table(indicator, $"{total} * *")]), SampleFigures.Files("w2", "2026-06-14", [Table("i|指标|场", "42 20 22")])));
        return site["data/w2/t/index.html"];
    }

    /// <returns>The text without white space between marks.</returns>
    private static string Packed(string text) =>
        System.Text.RegularExpressions.Regex.Replace(text, @"\s*\n\s*", "").Replace("\": ", "\":", StringComparison.Ordinal);
}
