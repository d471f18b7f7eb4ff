using Site.Content.Campaigns;
using Site.Content.FrontMatter;
using Site.Content.Markdown;
using Site.Content.Types;

namespace Site.Tests;

public sealed class PageRecordTests
{
    [Fact]
    public void A_campaign_has_a_year_an_edition_and_perhaps_a_tour()
    {
        var campaign = SampleSite.Read(
            """
            -- content/campaigns/2024.md --
            ---
            title: 2024年安全生产月
            year: 2024
            edition: 23
            slogan: 人人讲安全、个个会应急——畅通生命通道
            start: 2024-06-01
            end: 2024-06-30
            tour: {name: 安全生产万里行, end: 2024-12-31}
            place: 示例市
            ---
            正文。
            """).Of<CampaignPage>().Single();

        Assert.Equal((2024, 23, "示例市"), (campaign.Year, campaign.Edition, campaign.Place));
        Assert.Equal((new DateOnly(2024, 6, 1), new DateOnly(2024, 6, 30)), (campaign.Start, campaign.End));
        Assert.Equal(new Tour("安全生产万里行", new(2024, 12, 31)), campaign.Tour);
    }

    [Theory]
    [InlineData("2025-06-16", null)]
    [InlineData("2025-06-16T09:00", "09:00")]
    [InlineData("2025-06-16 09:00", "09:00")]
    public void An_event_starts_on_a_day_or_at_an_hour_of_it(string start, string? time)
    {
        var page = SampleSite.Read(
            $"""
            -- content/events/a.md --
            ---
            title: 咨询日
            start: {start}
            end: 2025-06-16
            kind: 咨询日
            capacity: 200
            ---
            正文。
            """).Of<EventPage>().Single();

        Assert.Equal(new Moment(new(2025, 6, 16), time is null ? null : TimeOnly.Parse(time)), page.Start);
        Assert.Equal(new Moment(new(2025, 6, 16), null), page.End);
        Assert.Equal(("咨询日", 200), (page.Kind, page.Capacity));
    }

    [Fact]
    public void An_event_that_ends_before_it_starts_is_reported_at_its_end()
    {
        Assert.Equal(
            """
            content/events/a.md:6:6: error front-matter/out-of-range
              字段 “end” 是 “2025-06-16 08:00”，早于开始的时间。
              核对开始和结束的时间。
            """,
            SampleSite.Diagnostics(
                """
                -- content/events/a.md --
                ---
                title: 咨询日
                source: 示例
                reviewer: 示例
                start: 2025-06-16 09:00
                end: 2025-06-16 08:00
                ---
                正文。
                """));
    }

    [Fact]
    public void A_warning_case_may_leave_out_figures_that_nobody_published()
    {
        var page = SampleSite.Read(
            """
            -- content/warnings/a.md --
            ---
            title: 示例事故
            occurred: 2023-04-18
            place: 示例市
            deaths: 0
            cause: 违规动火。
            report: 《示例事故调查报告》：https://example.gov.cn/a.html
            ---
            正文。
            """).Of<WarningPage>().Single();

        Assert.Equal((0, null), (page.Deaths, page.Injuries));
        Assert.Equal(new Source("《示例事故调查报告》", "https://example.gov.cn/a.html"), page.Report);
    }

    [Fact]
    public void A_law_whose_articles_nobody_counted_says_nothing_of_their_number()
    {
        var law = SampleSite.Read(
            """
            -- content/laws/a.md --
            ---
            title: 示例法
            name: 中华人民共和国示例法
            version: 2021-06-10
            ---
            正文。
            """).Of<LawPage>().Single();

        Assert.Null(law.Articles);
        Assert.Equal("", LawPage.Definition.ItemOf(law).Note);
    }

    [Fact]
    public void Lectures_laws_and_works_have_fields_of_their_own()
    {
        var website = SampleSite.Read(
            """
            -- content/lectures/a.md --
            ---
            title: 示例讲座
            series: open-class
            speaker: 市应急管理局专家（示例）
            start: 2025-06-05 14:30
            minutes: 45
            video: https://example.gov.cn/a.mp4
            captions: media/a.vtt
            ---
            正文。
            -- content/laws/a.md --
            ---
            title: 示例法
            name: 中华人民共和国示例法
            version: 2021-06-10
            articles: 119
            official: https://flk.npc.gov.cn/
            ---
            正文。
            -- content/works/a.md --
            ---
            title: 示例海报
            file: [a.pdf, img/a.png]
            licence: CC BY 4.0
            transcript: |
              第一行
              第二行
            ---
            正文。
            """);

        var lecture = website.Of<LecturePage>().Single();
        Assert.Equal(("open-class", 45, "https://example.gov.cn/a.mp4", "media/a.vtt"), (lecture.Series, lecture.Minutes, lecture.Video, lecture.Captions));
        var law = website.Of<LawPage>().Single();
        Assert.Equal(("中华人民共和国示例法", new DateOnly(2021, 6, 10), 119, "https://flk.npc.gov.cn/"), (law.Name, law.Version, law.Articles, law.Official));
        var work = website.Of<WorkPage>().Single();
        Assert.Equal([new Link(new("content/works/a.md", 3, 8), "a.pdf"), new Link(new("content/works/a.md", 3, 15), "img/a.png")], work.Files);
        Assert.Equal("第一行\n第二行", work.Transcript);
    }

    [Fact]
    public void A_recording_is_a_file_in_content_or_an_https_address()
    {
        Assert.Equal(
            """
            content/lectures/a.md:6:8: error front-matter/wrong-type
              字段 “video” 应当是一个网址，这里写的是 “ftp://example.org/a.mp4”。
              写完整的网址，以 https:// 或 http:// 开头。
            content/lectures/a.md:7:8: error front-matter/wrong-type
              字段 “audio” 应当是https 网址或文件的相对路径，这里写的是 “http://example.org/a.mp3”。
              改用以 https:// 开头的网址，或者把文件放在这一页旁边。
            """,
            SampleSite.Diagnostics(
                """
                -- content/lectures/a.md --
                ---
                title: 示例
                source: 示例
                reviewer: 示例
                series: forum
                video: ftp://example.org/a.mp4
                audio: http://example.org/a.mp3
                ---
                正文。
                """));
    }
}
