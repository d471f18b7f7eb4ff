using System.Text;
using Site.Exposures.Released;
using Site.Office.Bulletins;

namespace Site.Tests;

public class BulletinTests
{
    private const string Content =
        """
        -- content/news/2026/06-23-drill.md --
        ---
        title: 渔港[演练]一小时
        date: 2026-06-23
        unit: 示例街道办事处
        ---
        -- content/news/2026/06-14-old.md --
        ---
        title: 上周的事
        date: 2026-06-14
        ---
        -- content/events/next.md --
        ---
        title: 开放日
        start: 2026-07-01T09:00
        place: 示例广场
        ---
        -- content/bulletins/2026-06-21.md --
        ---
        title: 第三期
        date: 2026-06-21
        issue: 3
        ---
        """;

    [Fact]
    public void A_bulletin_tells_the_week_from_Monday_to_Sunday_and_what_comes_next()
    {
        var (page, papers) = BulletinDraft.Make(SampleSite.Read(Content, "2026-06-28"), PublicInput.Empty, new(2026, 6, 25));
        var text = Encoding.UTF8.GetString(page.Bytes);

        Assert.Equal("content/bulletins/2026-06-28.md", page.Name);
        Assert.Contains("title: 安全生产月工作简报第4期（6月22日至6月28日）\ndate: 2026-06-28\nissue: 4\nfrom: 2026-06-22\nto: 2026-06-28\n", text);
        Assert.Contains("draft: true #", text);
        Assert.Contains("## 本周动态\n\n- [6月23日　渔港\\[演练\\]一小时（示例街道办事处）](../news/2026/06-23-drill.md)\n\n## 本周活动\n\n本周没有公布的活动。\n", text);
        Assert.Contains("- [7月1日 09:00　开放日（示例广场）](../events/next.md)\n", text);
        Assert.Contains("还没有公布的统计数据。", text);
        Assert.DoesNotContain("上周的事", text);

        Assert.Equal(["2026-06-28.docx", "2026-06-28.txt"], papers.Select(paper => paper.Name));
        var chat = Encoding.UTF8.GetString(papers[1].Bytes);
        Assert.StartsWith("【安全生产月工作简报第4期（6月22日至6月28日）】\n示例市安委办　2026年6月28日\n", chat, StringComparison.Ordinal);
        Assert.Contains("· 6月23日　渔港[演练]一小时（示例街道办事处）\n  https://example.gov.cn/news/2026/drill/\n", chat);
    }

    [Fact]
    public async Task What_is_not_out_yet_is_in_no_bulletin()
    {
        const string Ahead = "-- content/news/2026/ahead.md --\n---\ntitle: 还没有发布的事\nsummary: 示例。\ndate: 2026-06-10\npublish: 2026-06-12\nsource: 示例\nreviewer: 示例\n---\n正文。\n";
        using var site = new SiteFolder(SiteFolder.AboutPage + "\n" + Ahead);

        var run = await SiteProgram.RunAsync(SiteProgram.Environment with { Today = () => new(2026, 6, 10) }, "office", "bulletin", "--week", "2026-06-10", "--site", site.Path);

        Assert.Equal(0, run.ExitCode);
        Assert.DoesNotContain("还没有发布", site.Read("content/bulletins/2026-06-14.md"));
        Assert.DoesNotContain("还没有发布", site.Read("office/简报/2026-06-14.txt"));
    }

    [Fact]
    public async Task The_command_drafts_a_page_that_passes_the_check_and_is_not_published_with_a_gap()
    {
        using var site = new SiteFolder(SiteFolder.AboutPage);
        var run = await SiteProgram.RunAsync("office", "bulletin", "--week", "2026-06-25", "--site", site.Path);

        Assert.Equal(0, run.ExitCode);
        Assert.Equal(["2026-06-28.docx", "2026-06-28.txt"], site.Files("office/简报").Keys);
        var page = site.Read("content/bulletins/2026-06-28.md").Replace("请写审核的科室", "示例科室", StringComparison.Ordinal);
        site.Write("content/bulletins/2026-06-28.md", page);
        Assert.Equal(0, (await SiteProgram.RunAsync("check", "--as-of", "2026-06-28", "--site", site.Path)).ExitCode);

        var published = string.Join('\n', page.Split('\n').Where(line => !line.StartsWith("draft", StringComparison.Ordinal)));
        site.Write("content/bulletins/2026-06-28.md", published);
        Assert.Equal(1, (await SiteProgram.RunAsync("check", "--as-of", "2026-06-28", "--site", site.Path)).ExitCode);

        site.Write("content/bulletins/2026-06-28.md", published[..published.IndexOf("## 问题和下一步", StringComparison.Ordinal)]);
        var build = await SiteProgram.RunAsync("build", "--as-of", "2026-06-28", "--site", site.Path);
        Assert.Equal(0, build.ExitCode);
        Assert.Contains("第1期", site.Read("output/bulletins/2026-06-28/index.html"));
        (await SiteProgram.RunAsync("office", "bulletin", "--week", "2026-06-25", "--site", site.Path)).AssertEnvironmentFailed("已经有了，没有改动它");
    }
}
