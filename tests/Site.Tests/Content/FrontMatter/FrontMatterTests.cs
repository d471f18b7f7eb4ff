using Site.Content.Campaigns;
using Site.Content.FrontMatter;
using Site.Core.Diagnostics;
using Site.Core.Yaml;

namespace Site.Tests;

public sealed class FrontMatterTests
{
    [Fact]
    public void A_page_without_fields_is_told_where_to_write_them()
    {
        Assert.Equal(
            """
            content/guides/a.md:1:1: error front-matter/missing
              文件没有以 “---” 开头的字段区。
              在文件第 1 行写 “---”，下面写 title、source、reviewer 等字段，再用一行 “---” 结束，然后写正文。
            """,
            SampleSite.Diagnostics(
                """
                -- content/guides/a.md --
                闻到燃气怎么办
                """));
    }

    [Fact]
    public void Fields_that_nothing_ends_are_reported_where_they_begin()
    {
        Assert.Equal(
            """
            content/guides/a.md:1:1: error front-matter/unterminated
              第 1 行的 “---” 开始了字段区，但后面没有找到结束它的 “---”。
              在最后一个字段的下面加一行 “---”，再写正文。
            """,
            SampleSite.Diagnostics(
                """
                -- content/guides/a.md --
                ---
                title: 闻到燃气怎么办
                """));
    }

    [Fact]
    public void Each_missing_field_is_named()
    {
        Assert.Equal(
            """
            content/news/2025/a.md:1:1: error front-matter/missing-field
              缺少字段 “date”。
              加上一行 “date: 2025-06-16”。
            content/news/2025/a.md:1:1: error front-matter/missing-field
              缺少字段 “reviewer”。
              加上一行 “reviewer: 审核这一页的科室”。
            content/news/2025/a.md:1:1: error front-matter/missing-field
              缺少字段 “source”。
              加上一行 “source: 发布单位《文件名》（日期）”。
            """,
            SampleSite.Diagnostics(
                """
                -- content/news/2025/a.md --
                ---
                title: 示例
                ---
                正文。
                """));
    }

    [Fact]
    public void A_page_needs_a_summary_or_a_paragraph_that_can_stand_for_it()
    {
        Assert.Equal(
            """
            content/guides/a.md:1:1: error front-matter/missing-field
              缺少字段 “summary”，正文里也没有一段文字可以代替它。
              加上一行 “summary: 一两句话的摘要”，或者在正文开头写一段话。
            """,
            SampleSite.Diagnostics(
                """
                -- content/guides/a.md --
                ---
                title: 示例
                source: 示例
                reviewer: 示例
                ---
                ## 只有标题
                """));
    }

    [Fact]
    public void A_field_written_twice_is_reported_the_second_time_also_under_another_of_its_names()
    {
        Assert.Equal(
            """
            content/guides/a.md:5:1: error front-matter/duplicate-field
              字段 “title” 写了两次。
              只留下一个。
            """,
            SampleSite.Diagnostics(
                """
                -- content/guides/a.md --
                ---
                title: 示例
                source: 示例
                reviewer: 示例
                Title: 示例二
                ---
                正文。
                """));
    }

    [Fact]
    public void A_field_without_content_is_reported()
    {
        Assert.Equal(
            """
            content/guides/a.md:5:9: error front-matter/empty-field
              字段 “summary” 没有写内容。
              写上内容，或者删掉这一行。
            """,
            SampleSite.Diagnostics(
                """
                -- content/guides/a.md --
                ---
                title: 示例
                source: 示例
                reviewer: 示例
                summary:
                ---
                正文。
                """));
    }

    [Fact]
    public void The_names_that_Statiq_uses_are_understood()
    {
        var page = SampleSite.Read(
            """
            -- content/news/a.md --
            ---
            Title: 示例
            Description: 一句话。
            Published: 2024-06-16
            Excluded: false
            Order: 3
            RedirectFrom: /old
            Xref: 开放日
            ---
            正文。
            """).Pages.Single();

        Assert.Equal("示例", page.Title);
        Assert.Equal("一句话。", page.Summary);
        Assert.Equal(new DateOnly(2024, 6, 16), page.Date);
        Assert.Equal(3, page.Order);
        Assert.Equal("/old/", Assert.Single(page.RedirectFrom).Target);
        Assert.Equal("开放日", page.Id);
    }

    [Fact]
    public void A_page_with_a_mistake_stays_a_page_so_that_links_to_it_are_not_called_broken()
    {
        var website = SampleSite.Check(
            """
            -- content/guides/a.md --
            ---
            title: "没有写完
            ---
            正文。
            """);

        Assert.Single(website.Diagnostics);
        Assert.Equal("正文。", website.Value.ByPath["content/guides/a.md"].Summary);
    }

    [Fact]
    public void A_campaign_without_its_numbers_gets_such_as_fit_together_so_that_one_mistake_is_one_diagnostic()
    {
        var campaign = SampleSite.Read(
            """
            -- content/campaigns/2024.md --
            ---
            title: 示例
            start: 2024-06-03
            ---
            正文。
            """).Of<CampaignPage>().Single();

        Assert.Equal((2024, 23), (campaign.Year, campaign.Edition));
        Assert.Equal((new DateOnly(2024, 6, 3), new DateOnly(2024, 6, 3)), (campaign.Start, campaign.End));
    }

    [Fact]
    public void The_places_of_fields_are_kept_for_later_checks()
    {
        var page = SampleSite.Read(
            """
            -- content/guides/a.md --
            ---
            title: 示例
            sectors:
              - fire
            ---
            正文。
            """).Pages.Single();

        Assert.Equal(new Location("content/guides/a.md", 4, 3), page.Locations["sectors"]);
        Assert.Equal(new Location("content/guides/a.md"), page.Locations["summary"]);
    }

    [Fact]
    public void A_body_that_is_too_deep_to_read_is_one_diagnostic_and_no_missing_summary() =>
        Assert.Equal(
            """
            content/guides/a.md:6:1: error markdown/too-deep
              列表、引用或强调一层套一层，超过32层。
              请减少嵌套的层数。
            """,
            SampleSite.Diagnostics($"-- content/guides/a.md --\n---\ntitle: 示例\nsource: 示例\nreviewer: 示例\n---\n{new string('>', 10_000)} 深\n"));

    [Theory]
    [InlineData("summary: 这是**重点**内容", "2:12 front-matter/markup")]
    [InlineData("summary: 见[指南](../guides/a.md)", "2:11 front-matter/markup")]
    [InlineData("summary: \"甲&nbsp;乙\"", "2:12 front-matter/markup")]
    [InlineData("tags: [消防, 用\u200B电]", "2:13 front-matter/hidden-character")]
    [InlineData("title: 甲\u00A0乙", "2:9 front-matter/hidden-character")]
    [InlineData("summary: A&B，5*3*2，GB 2894 [现行]（2025 版），张**", "")]
    [InlineData("source: https://example.com/?a=1&b=2", "")]
    public void Marks_in_fields_are_reported_since_fields_are_plain_text(string yaml, string expected)
    {
        var diagnostics = new List<Diagnostic>();
        FieldMarks.Find(YamlReader.Read(yaml, 2, "a.md", diagnostics), (yaml, 2), "a.md", "front-matter", diagnostics);

        Assert.Equal(expected, string.Join(", ", diagnostics.Select(found => $"{found.Location.Line}:{found.Location.Column} {found.Code}")));
    }
}
