
namespace Site.Tests;

public sealed class PageDayTests
{
    [Theory]
    [InlineData("2025-06-15", false)]
    [InlineData("2025-06-16", true)]
    [InlineData("2025-06-30", true)]
    [InlineData("2025-07-01", false)]
    [InlineData("2025-07-02", false)]
    public void A_page_is_out_from_its_publish_day_to_the_day_before_its_expire_day(string asOf, bool isOut)
    {
        var website = SampleSite.Read(
            """
            -- content/guides/a.md --
            ---
            title: 示例
            publish: 2025-06-16
            expire: 2025-07-01
            ---
            正文。
            """, asOf);

        Assert.Equal(isOut, website.ByPath.ContainsKey("content/guides/a.md"));
        Assert.Equal(!isOut, website.Unpublished.Contains("content/guides/a.md"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_draft_is_out_only_where_drafts_are_wanted(bool drafts)
    {
        var website = SampleSite.Read(
            """
            -- content/guides/a.md --
            ---
            title: 示例
            draft: true
            ---
            正文。
            """, drafts: drafts);

        Assert.Equal(drafts ? 1 : 0, website.Pages.Length);
    }

    [Fact]
    public void A_page_that_is_not_out_is_known_by_path_address_and_id()
    {
        var website = SampleSite.Read(
            """
            -- content/news/2025/06-16-a.md --
            ---
            title: 示例
            id: 开放日
            draft: true
            ---
            正文。
            """);

        Assert.Equal(["/news/2025/a/", "content/news/2025/06-16-a.md", "开放日"], website.Unpublished.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Nothing_is_asked_of_a_draft_that_is_not_out()
    {
        Assert.Equal("", SampleSite.Diagnostics(
            """
            -- content/guides/a.md --
            ---
            titel: 还没有写完
            draft: true
            ---
            正文。
            """));
    }

    [Fact]
    public void A_page_that_comes_out_later_must_be_right_today()
    {
        Assert.Equal(
            """
            content/guides/a.md:6:1: error front-matter/unknown-field
              字段 “titel” 不存在。
            """,
            string.Join('\n', SampleSite.Diagnostics(
                """
                -- content/guides/a.md --
                ---
                title: 示例
                source: 示例
                reviewer: 示例
                publish: 2025-06-16
                titel: 示例
                ---
                正文。
                """).Split('\n')[..2]));
    }

    [Fact]
    public void A_page_that_expires_before_it_comes_out_is_reported()
    {
        Assert.Equal(
            """
            content/guides/a.md:6:9: error front-matter/out-of-range
              字段 “expire” 是 2025-06-16，不晚于 “publish” 的日期，这一页永远不会发布。
              把 expire 改成撤下这一页的那一天。
            """,
            SampleSite.Diagnostics(
                """
                -- content/guides/a.md --
                ---
                title: 示例
                source: 示例
                reviewer: 示例
                publish: 2025-06-16
                expire: 2025-06-16
                ---
                正文。
                """));
    }
}
