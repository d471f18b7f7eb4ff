namespace Site.Tests;

/// <summary>One page of each layout. After a wanted change: <c>UPDATE_GOLDEN=1 dotnet test</c>, then read the difference.</summary>
public class GoldenPageTests
{
    private const string Sample =
        """
        -- content/campaigns/2025.md --
        ---
        title: 2025年全国“安全生产月”
        year: 2025
        edition: 24
        slogan: 人人讲安全、个个会应急——查找身边安全隐患
        start: 2025-06-01
        end: 2025-06-30
        source: 示例文件
        reviewer: 示例科室
        ---
        示例说明。
        -- content/guides/gas.md --
        ---
        title: 燃气泄漏怎么办
        hazard: 燃气
        date: 2025-05-06
        checklist: [软管没有老化, 会关总阀]
        tags: [燃气]
        sectors: [urban-operation]
        audiences: [family]
        source: 示例条例（2016年2月6日）第二十七条
        reviewer: 示例科室
        ---
        1. 关阀。
        2. 开窗。

        ## 为什么
        > [!CAUTION]
        > 不要开灯。

        见[新闻](../news/2025/06-01-visit.md)。
        -- content/news/2025/06-01-visit.md --
        ---
        title: 示例社区入户检查燃气
        date: 2025-06-01
        tags: [燃气]
        sample: true
        source: 示例街道
        reviewer: 示例科室
        ---
        检查了软管 & 阀门。
        -- content/quizzes/home.md --
        ---
        title: 家庭安全力
        topics: [燃气]
        source: 示例指南
        reviewer: 示例科室
        ---
        ## 闻到燃气味，先做什么？ {#gas-01 .single topic=燃气 level=1}
        - [x] 关阀开窗
        - [ ] 开灯查看

        --- 解析
        开灯会有火花。
        -- content/lectures/talk.md --
        ---
        title: 家庭用气十分钟
        series: micro-class
        speaker: 示例讲师
        minutes: 10
        start: 2025-06-12T09:00
        source: 示例讲稿
        reviewer: 示例科室
        ---
        讲座文字。
        -- content/warnings/fire.md --
        ---
        title: 示例火灾事故
        occurred: 2023-04-01
        place: 示例市
        deaths: 0
        injuries: 2
        cause: 示例原因。
        report: 示例调查报告
        source: [示例报告, 示例通报]
        reviewer: 示例科室
        ---
        - [ ] 查一查出口
        -- content/halls/east.md --
        ---
        title: 示例安全体验馆
        class: II
        area: 示例东区
        address: 示例路1号
        hours: 周二至周日 9:00–16:00
        openDays: [{date: 2025-06-14, from: "09:00", to: "16:00"}]
        access: [入口有坡道]
        sample: true
        source: 示例名录
        reviewer: 示例科室
        ---
        可以体验灭火。
        -- content/events/day.md --
        ---
        title: 安全宣传咨询日
        kind: 咨询日
        start: 2025-06-16T09:00
        end: 2025-06-16T11:30
        place: 示例广场
        sample: true
        source: 示例方案
        reviewer: 示例科室
        ---
        现场咨询。
        -- content/laws/law.md --
        ---
        title: 示例安全法
        name: 中华人民共和国示例安全法
        version: 2021-06-10
        articles: 119
        official: https://flk.npc.gov.cn/
        source: 示例法
        reviewer: 示例科室
        ---
        说明。
        -- content/works/poster.md --
        ---
        title: 示例海报
        file: poster.pdf
        licence: CC BY 4.0
        source: 示例单位
        reviewer: 示例科室
        ---
        海报说明。
        -- content/works/poster.pdf --
        -- content/pages/about.md --
        ---
        title: 关于本站
        source: 示例单位
        reviewer: 示例科室
        ---
        本站说明。
        """;

    private static readonly Dictionary<string, string> Site = RenderedSite.Of(SampleSite.Read(Sample));

    [Theory]
    [InlineData("index.html")]
    [InlineData("campaigns/index.html")]
    [InlineData("campaigns/2025/index.html")]
    [InlineData("guides/index.html")]
    [InlineData("guides/gas/index.html")]
    [InlineData("news/2025/visit/index.html")]
    [InlineData("quizzes/home/index.html")]
    [InlineData("quizzes/home/paper/index.html")]
    [InlineData("quizzes/home/present/index.html")]
    [InlineData("quizzes/home/screen/index.html")]
    [InlineData("lectures/talk/index.html")]
    [InlineData("warnings/fire/index.html")]
    [InlineData("halls/index.html")]
    [InlineData("halls/east/index.html")]
    [InlineData("events/day/index.html")]
    [InlineData("laws/law/index.html")]
    [InlineData("works/poster/index.html")]
    [InlineData("about/index.html")]
    [InlineData("topics/index.html")]
    [InlineData("search/index.html")]
    [InlineData("404.html")]
    public void A_page_of_each_layout_stays_as_it_was(string path) =>
        GoldenPage.Match(path, Site[path]);

    [Fact]
    public void The_shell_around_all_pages_is_the_same_and_stays_as_it_was() => Assert.All(
        Site.Where(file => file.Key.EndsWith(".html", StringComparison.Ordinal)), page => GoldenPage.MatchShell(page.Value));
}
