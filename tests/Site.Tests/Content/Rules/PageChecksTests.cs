using Site.Content.Rules;
using Site.Core.Diagnostics;

namespace Site.Tests;

public class PageChecksTests
{
    [Theory]
    [InlineData("guides/gas", "title: 燃气", "guide/review-overdue\n  这份指南应在 2025-05-31 前复核，今天是 2025-06-01。\n  请科室对照现行标准复核内容，再把 reviewBy 改到下一次。")]
    [InlineData("calendar/06", "month: 6", "month/review-overdue\n  这个月的安全月历应在 2025-05-31 前复核，今天是 2025-06-01。\n  请科室核对日子和链接的指南，再把 reviewBy 改到下一次。")]
    [InlineData("quizzes/home", "title: 家庭", "quiz/review-overdue\n  这套题应在 2025-05-31 前复核，今天是 2025-06-01，题目已经撤下。\n  对照现行法规复核每道题，再把 reviewBy 改到下一次。")]
    public void A_page_past_its_day_of_review_is_reported_whatever_its_type(string page, string field, string message)
    {
        var text = $"-- content/{page}.md --\n---\n{field}\nreviewBy: 2025-05-31\n---\n";

        Assert.Empty(Found(text, "2025-05-31"));
        Assert.Empty(Found(text.Replace("reviewBy: 2025-05-31\n", "", StringComparison.Ordinal), "2025-06-01"));
        Assert.Empty(Found(text.Replace("2025-05-31", "五月", StringComparison.Ordinal), "2025-06-01"));
        Assert.Equal($"content/{page}.md:3:11: warning {message}", Assert.Single(Found(text, "2025-06-01")).ToString());

        static IEnumerable<Diagnostic> Found(string text, string asOf) => OverdueReviews.Find(SampleSite.Check(text, asOf).Value);
    }

    [Fact]
    public void Recordings_without_words_to_read_are_reported() =>
        Assert.Equal(
            """
            content/lectures/a.md:3:8: warning lecture/no-captions
              视频没有字幕，听不见的人看不懂。
              加上一行 “captions: 字幕文件.vtt”。
            content/lectures/a.md:4:8: warning lecture/no-transcript
              音频没有文字稿，听不见的人无从了解。
              加上一行 “transcript: 文字稿.txt”。
            content/works/b.md:2:15: warning work/no-transcript
              “b.mp4” 没有文字稿，听不见或看不见的人无从了解。
              在 transcript 里写上它的内容。
            """,
            string.Join('\n', PageProblems.Find(SampleSite.Read(
                """
                -- content/lectures/a.md --
                ---
                series: forum
                video: a.mp4
                audio: a.mp3
                ---
                -- content/lectures/whole.md --
                ---
                series: forum
                video: a.mp4
                audio: a.mp3
                captions: a.vtt
                transcript: a.txt
                ---
                -- content/works/b.md --
                ---
                file: [a.pdf, b.mp4]
                ---
                -- content/works/whole.md --
                ---
                file: b.mp4
                transcript: 全文。
                ---
                """))));

    [Fact]
    public void A_title_of_61_characters_is_reported_and_one_of_60_is_not()
    {
        var most = new string('安', 60);

        Assert.Equal(
            """
            content/guides/b.md:2:8: warning page/long-title
              标题有 61 个字，列表和搜索结果里只看得到前面一部分。
              缩短到 60 个字以内，其余写进 summary。
            """,
            string.Join('\n', Titles.Find(SampleSite.Read(
                $"""
                -- content/guides/a.md --
                ---
                title: {most}
                ---
                -- content/guides/b.md --
                ---
                title: {most}全
                ---
                """))));
    }

    [Fact]
    public void Two_pages_of_a_kind_with_one_title_are_reported() =>
        Assert.Equal(
            """
            content/guides/b.md:2:8: warning page/same-title
              标题 “燃气” 和 content/guides/a.md 的一样，读者分不清。
              把其中一个写得更具体。
            """,
            string.Join('\n', Titles.Find(SampleSite.Read(
                """
                -- content/guides/a.md --
                ---
                title: 燃气
                ---
                -- content/guides/b.md --
                ---
                title: 燃气
                ---
                -- content/lectures/c.md --
                ---
                title: 燃气
                series: forum
                ---
                """))));

    [Fact]
    public void An_old_address_that_is_a_list_now_is_reported() =>
        Assert.Equal(
            """
            content/guides/a.md:4:16: error redirect/address-taken
              旧地址 “/sectors/fire/” 现在是本站一个列表的地址。
              从 redirectFrom 里删掉它。
            """,
            string.Join('\n', RedirectTargets.Find(SampleSite.Read(
                """
                -- content/guides/a.md --
                ---
                title: 燃气
                sectors: [fire]
                redirectFrom: [/sectors/fire/, /sectors/road/, /old/]
                ---
                """))));
}
