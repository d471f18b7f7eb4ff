using Site.Content.Rules;

namespace Site.Tests;

public class CampaignChecksTests
{
    [Fact]
    public void An_edition_is_the_year_less_2001() =>
        Assert.Equal(
            """
            content/campaigns/2024.md:4:10: error campaign/wrong-edition
              写的是第 24 个安全生产月，2024 年的是第 23 个。
              改成 “edition: 23”，或者改正 year。
            """,
            string.Join('\n', PageProblems.Find(SampleSite.Read(
                """
                -- content/campaigns/2024.md --
                ---
                title: 2024
                year: 2024
                edition: 24
                slogan: 示例
                start: 2024-06-01
                end: 2024-06-30
                ---
                -- content/campaigns/2025.md --
                ---
                title: 2025
                year: 2025
                edition: 24
                slogan: 示例
                start: 2025-06-01
                end: 2025-06-30
                ---
                """))));

    [Fact]
    public void A_campaign_lies_within_its_year() =>
        Assert.Equal(
            """
            content/campaigns/2024.md:5:8: error campaign/outside-year
              “start” 是 2023-06-01，不在 2024 年里。
              改正日期，或者改正 year。
            """,
            string.Join('\n', PageProblems.Find(SampleSite.Read(
                """
                -- content/campaigns/2024.md --
                ---
                year: 2024
                edition: 23
                slogan: 示例
                start: 2023-06-01
                end: 2024-06-30
                ---
                """))));

    [Fact]
    public void Two_campaigns_of_a_year_are_reported_at_both() =>
        Assert.Equal(
            """
            content/campaigns/2024.md:2:7: error campaign/duplicate-year
              2024 年的安全生产月在 content/campaigns/again.md 里也写了。
              每年只留一个文件。
            content/campaigns/again.md:2:7: error campaign/duplicate-year
              2024 年的安全生产月在 content/campaigns/2024.md 里也写了。
              每年只留一个文件。
            """,
            string.Join('\n', CampaignYears.Find(SampleSite.Read(
                """
                -- content/campaigns/2024.md --
                ---
                year: 2024
                edition: 23
                slogan: 示例
                start: 2024-06-01
                end: 2024-06-30
                ---
                -- content/campaigns/again.md --
                ---
                year: 2024
                edition: 23
                slogan: 示例
                start: 2024-06-01
                end: 2024-06-30
                ---
                """))));

    [Theory]
    [InlineData("咨询日活动", "咨询日", "day")]
    [InlineData("“6·16”进社区", "展览", "day")]
    [InlineData("6.16 现场", "展览", "day")]
    [InlineData("全国安全宣传咨询日", "展览", "day")]
    [InlineData("街头问答", "consultation-day", "day")]
    [InlineData("街头问答", "安全宣传咨询日", "day")]
    [InlineData("安全生产咨询日", "展览", "day")]
    [InlineData("6月16日咨询活动", "展览", "day")]
    [InlineData("街头问答", "展览", "consultation-day")]
    public void The_consultation_day_is_on_16_June(string title, string kind, string id)
    {
        string Text(string day) => $"-- content/events/{id}.md --\n---\ntitle: {title}\nkind: {kind}\nstart: {day}\n---\n";

        Assert.Equal("", string.Join('\n', PageProblems.Find(SampleSite.Read(Text("2025-06-16")))));
        Assert.Equal(
            $"""
            content/events/{id}.md:4:8: error event/consultation-day-date
              安全宣传咨询日写在 2025-06-15，它总是在 6 月 16 日。
              改成 2025-06-16；如果是别的活动，换一个 kind 和标题。
            """,
            string.Join('\n', PageProblems.Find(SampleSite.Read(Text("2025-06-15")))));
    }

    [Theory]
    [InlineData("疏散演练", "演练")]
    [InlineData("消防安全宣传咨询日", "宣传")]
    [InlineData("安全宣传咨询日筹备会", "会议")]
    [InlineData("“6·16”火灾警示教育", "讲座")]
    [InlineData("6.16 万人参加的答题", "答题")]
    [InlineData("法律服务进工地", "法律咨询日")]
    public void Other_events_are_on_any_day(string title, string kind) =>
        Assert.Empty(PageProblems.Find(SampleSite.Read($"-- content/events/a.md --\n---\ntitle: {title}\nkind: {kind}\nstart: 2025-06-15\n---\n")));

    [Fact]
    public void A_hall_without_a_free_open_day_in_June_of_the_campaign_is_reported() =>
        Assert.Equal(
            """
            content/halls/paid.md:4:11: warning hall/no-free-open-day
              这个体验馆在 2025 年 6 月没有免费开放日。
              在 openDays 里加一天：“- {date: 2025-06-16, free: true}”。
            content/halls/shut.md:1:1: warning hall/no-free-open-day
              这个体验馆在 2025 年 6 月没有免费开放日。
              在 openDays 里加一天：“- {date: 2025-06-16, free: true}”。
            """,
            string.Join('\n', FreeOpenDays.Find(SampleSite.Read(
                """
                -- content/campaigns/2025.md --
                ---
                year: 2025
                edition: 24
                slogan: 示例
                start: 2025-06-01
                end: 2025-06-30
                ---
                -- content/halls/free.md --
                ---
                class: I
                area: 甲区
                openDays: [{date: 2025-06-14}]
                ---
                -- content/halls/paid.md --
                ---
                class: I
                area: 甲区
                openDays: [{date: 2025-06-14, free: false}, {date: 2025-07-01}, {date: 2024-06-16}]
                ---
                -- content/halls/shut.md --
                ---
                class: I
                area: 甲区
                ---
                """)).Select(diagnostic => diagnostic.ToString()).Order(StringComparer.Ordinal)));
}
