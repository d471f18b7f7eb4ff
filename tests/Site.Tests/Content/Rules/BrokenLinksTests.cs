using Site.Content.Rules;

namespace Site.Tests;

public class BrokenLinksTests
{
    [Fact]
    public void Links_to_pages_headings_lists_files_and_ids_are_no_diagnostic() =>
        Assert.Equal("", Diagnostics(
            """
            -- content/guides/home.md --
            ---
            title: 家庭火灾
            tags: [厨房]
            sectors: [fire]
            ---
            [煤气](gas.md)、[先做什么](gas.md#先做什么)、[本页](#逃生)、[编号](xref:煤气)、[法](xref:煤气#先做什么)、
            [地址](/guides/gas/)、[列表](/guides/)、[标签](/tags/厨房/)、[行业](/sectors/fire)、[首页](/)、[海报](../works/a.pdf)、
            [页首](gas.md#)、[别处](https://example.com/nothing)。

            ## 逃生
            -- content/guides/gas.md --
            ---
            title: 燃气
            id: 煤气
            ---
            ## 先做什么
            [往上](./home.md)
            -- content/works/a.pdf --
            """));

    [Fact]
    public void A_link_to_a_file_that_is_not_there_is_reported_with_the_one_that_was_meant() =>
        Assert.Equal(
            """
            content/news/a.md:6:2: error link/broken
              链接 “../guides/gas-leek.md#先做什么” 指向的文件 content/guides/gas-leek.md 不存在。
              是不是 “../guides/gas-leak.md”？
            """,
            Diagnostics(
                """
                -- content/news/a.md --
                ---
                title: 新闻
                date: 2025-06-01
                ---

                见[指南](../guides/gas-leek.md#先做什么)。
                -- content/guides/gas-leak.md --
                ---
                title: 燃气
                ---
                """));

    [Theory]
    [InlineData("gas", "文件 content/guides/gas", "是不是 “gas.md”？")]
    [InlineData("../news/gas.md", "文件 content/news/gas.md", "是不是 “gas.md”？")]
    [InlineData("../guides/", "文件 content/guides", "是不是 “/guides/”？")]
    [InlineData("xref:gass", "编号 gass", "是不是 “xref:gas”？")]
    [InlineData("/guide/gas", "地址 /guide/gas", "是不是 “/guides/gas/”？")]
    [InlineData("/tags/无/", "地址 /tags/无/", "改正地址，或者去掉这个链接。")]
    [InlineData("../works/海报.pdf", "文件 content/works/海报.pdf", "改正地址，或者去掉这个链接。")]
    public void A_broken_link_says_what_was_looked_for_and_what_may_have_been_meant(string target, string missing, string help) =>
        Assert.Equal(
            $"""
            content/guides/gas.md:4:1: error link/broken
              链接 “{target}” 指向的{missing} 不存在。
              {help}
            """,
            Diagnostics($"-- content/guides/gas.md --\n---\ntitle: 燃气\n---\n[去]({target})\n"));

    [Fact]
    public void A_heading_that_a_page_does_not_have_is_reported_with_those_that_are_near() =>
        Assert.Equal(
            """
            content/guides/home.md:4:1: error link/broken-fragment
              链接 “gas.md#先做啥” 要去 content/guides/gas.md 里的 “#先做啥”，那一页没有这个标题。
              是不是 “#先做什么”？
            content/guides/home.md:5:1: error link/broken-fragment
              链接 “gas.md#x” 要去 content/guides/gas.md 里的 “#x”，那一页没有这个标题。
              是不是 “#先做什么”、“#后做什么”、“#打-119”？
            """,
            Diagnostics(
                """
                -- content/guides/home.md --
                ---
                title: 家庭火灾
                ---
                [一](gas.md#先做啥)
                [二](gas.md#x)
                -- content/guides/gas.md --
                ---
                title: 燃气
                ---
                ## 先做什么
                ## 后做什么
                ## 打 119
                """));

    [Fact]
    public void Footnotes_and_ids_that_a_writer_gave_can_be_linked_to() =>
        Assert.Equal("", Diagnostics(
            """
            -- content/guides/gas.md --
            ---
            title: 燃气
            ---
            一句话[^1]，[到注释](#fn:1)，[到段落](#formula)。

            ## 算法 {#formula}

            [^1]: 注释。
            """));

    [Fact]
    public void A_link_out_of_content_is_reported() =>
        Assert.Equal(
            """
            content/guides/gas.md:4:1: error link/outside
              链接 “../../site.yaml” 指到了 content/ 的外面。
              只链接 content/ 里的页面和文件，写它相对于这一页的位置。
            """,
            Diagnostics(
                """
                -- content/guides/gas.md --
                ---
                title: 燃气
                ---
                [设置](../../site.yaml)
                """));

    [Theory]
    [InlineData("later.md")]
    [InlineData("later.md#做法")]
    [InlineData("xref:later")]
    [InlineData("/guides/later")]
    public void A_link_to_a_page_that_is_not_out_yet_is_reported(string target) =>
        Assert.Equal(
            $"""
            content/guides/gas.md:4:1: error link/not-out
              链接 “{target}” 指向的页面在 2025-06-10 这天不在网站上：它是草稿、还没到发布日期，或者已经撤下。
              去掉这个链接，或者改那一页的 draft、publish 或 expire。
            """,
            Diagnostics(
                $"""
                -- content/guides/gas.md --
                ---
                title: 燃气
                ---
                [以后]({target})
                -- content/guides/later.md --
                ---
                title: 以后
                publish: 2025-06-11
                ---
                """));

    [Fact]
    public void Ten_thousand_links_to_ten_thousand_headings_are_looked_at_at_once()
    {
        var headings = string.Concat(Enumerable.Range(0, 10_000).Select(i => $"## 标题{i}\n\n[去](#标题{i}x)\n\n"));

        var diagnostics = BrokenLinks.Find(SampleSite.Read($"-- content/guides/gas.md --\n---\ntitle: 燃气\n---\n{headings}")).ToList();

        Assert.Equal(10_000, diagnostics.Count);
        Assert.Equal("是不是 “#标题0”、“#标题1”、“#标题10”？", diagnostics[0].Help);
        Assert.Equal("改正地址，或者去掉这个链接。", diagnostics[^1].Help);
    }

    private static string Diagnostics(string text) => string.Join('\n', BrokenLinks.Find(SampleSite.Read(text)));
}
