
namespace Site.Tests;

public sealed class PageCampaignTests
{
    private const string Campaigns =
        """
        -- content/campaigns/2023.md --
        ---
        title: 示例
        year: 2023
        ---
        正文。
        -- content/campaigns/2024.md --
        ---
        title: 示例
        year: 2024
        ---

        """;

    [Theory]
    [InlineData("2023-01-01", "2023")]
    [InlineData("2024-12-31", "2024")]
    [InlineData("2026-06-01", "2024")]
    [InlineData("2020-06-01", "2024")]
    public void The_home_page_shows_the_campaign_of_the_builds_year_or_else_the_newest(string asOf, string id)
    {
        Assert.Equal(id, SampleSite.Read(Campaigns, asOf).Campaign?.Id);
    }

    [Fact]
    public void The_settings_may_choose_another_campaign()
    {
        var website = SampleSite.Read(Campaigns +
            """
            -- site.yaml --
            title: 示例
            url: https://example.gov.cn/
            organiser: 示例
            campaign: 2023
            """, "2024-06-10");

        Assert.Equal("2023", website.Campaign?.Id);
    }

    [Fact]
    public void A_campaign_that_does_not_exist_is_reported_in_settings_and_pages()
    {
        var diagnostics = SampleSite.Check(Campaigns +
            """
            -- content/guides/a.md --
            ---
            title: 示例
            source: 示例
            reviewer: 示例
            campaign: 2204
            ---
            正文。
            -- site.yaml --
            title: 示例
            url: https://example.gov.cn/
            organiser: 示例
            campaign: 2204
            """).Diagnostics.Where(diagnostic => diagnostic.Code.EndsWith("unknown-campaign", StringComparison.Ordinal));

        Assert.Equal(
            """
            content/guides/a.md:5:11: error front-matter/unknown-campaign
              没有编号是 “2204” 的一届活动。
              可用：2023、2024。
            site.yaml:4:11: error site/unknown-campaign
              没有编号是 “2204” 的一届活动。
              可用：2023、2024。
            """,
            string.Join('\n', diagnostics));
    }
}
