namespace Site.Tests;

public sealed class PageTagsTests
{
    [Fact]
    public void Tags_that_differ_in_capitals_alone_are_reported()
    {
        Assert.Equal(
            """
            content/guides/b.md:5:7: error front-matter/tag-capitals
              标签 “aed” 在 content/guides/a.md 里写作 “AED”，只有大小写不同。
              两处写成一样。
            """,
            SampleSite.Diagnostics(
                """
                -- content/guides/a.md --
                ---
                title: 示例
                source: 示例
                reviewer: 示例
                tags: [AED]
                ---
                正文。
                -- content/guides/b.md --
                ---
                title: 示例
                source: 示例
                reviewer: 示例
                tags: [aed]
                ---
                正文。
                """));
    }
}
