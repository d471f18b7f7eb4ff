using System.Text;
using Site.Exposures.Released;
using Site.Office.Plans;
using Site.Office.Reports;
using Site.Statistics.Policies;

namespace Site.Tests;

public class PlanTests
{
    private const string Content =
        """
        -- content/guides/oil.md --
        ---
        title: 油锅起火
        hazard: 火灾
        ---
        -- content/events/day.md --
        ---
        title: 应急演练日
        start: 2026-06-20
        ---
        -- content/news/2026/06-12-a.md --
        ---
        title: 一条新闻
        date: 2026-06-12
        ---
        """;

    private static readonly string Plan = OfficeSample.Duties("  - {id: plan, title: 方案, units: {levels: [区]}, due: 2026-06-02}") + "-- input/plan.yaml --\n" +
        """
        year: 2026
        tasks:
          - {id: guide, title: 写指南, section: 宣传, office: 宣教科, deadline: 2026-06-10, pages: [oil]}
          - {id: day, title: 办演练日, section: 宣传, office: 消防, begins: 2026-06-15, deadline: 2026-06-20, pages: [/events/day/]}
          - {id: study, title: 集中学习, section: 学习, office: 宣教科, deadline: 2026-06-10, indicators: [sample.study.sessions], atLeast: 10}
          - {id: plans, title: 收方案, office: 安委办, deadline: 2026-06-05, duty: plan, public: false}
          - {id: later, title: 总结, office: 安委办, begins: 2026-07-01}
          - {id: said, title: 动员会, office: 安委办, deadline: 2026-06-01, done: 2026-05-30}

        """;

    [Theory]
    [InlineData("2026-06-08", "guide Done, day UnderWay, study UnderWay, plans Late, later NotBegun, said Done")]
    [InlineData("2026-06-12", "guide Done, day UnderWay, study Late, plans Late, later NotBegun, said Done")]
    [InlineData("2026-06-20", "guide Done, day Done, study Done, plans Late, later NotBegun, said Done")]
    public void A_task_stands_as_pages_figures_and_duties_show_it(string day, string states)
    {
        var input = OfficeSample.Read(Plan + OfficeSample.Returns("jia-1 2026-06-07 4", "jia-2 2026-06-18 6"));

        Assert.Equal(states, string.Join(", ", PlanBoard.Of(input.Plan, SampleSite.Read(Content, day), input, DateOnly.ParseExact(day, "yyyy-MM-dd")).Select(item => $"{item.Task.Id} {item.State}")));
    }

    [Fact]
    public void The_board_says_which_tasks_nothing_on_the_site_shows() =>
        Assert.Contains("这些任务在网站上没有页面、活动或者数字（plan.yaml 里没有写 pages、indicators）：收方案、总结、动员会。",
            PlanBoard.Lines(OfficeSample.Read(Plan), SampleSite.Read(Content, "2026-06-08"), new(2026, 6, 8)));

    [Theory]
    [InlineData("{id: a, title: 甲, office: 乙, indicators: [▸sample.study.sesions]}", "plan/unknown-indicator")]
    [InlineData("{id: a, title: 甲, office: 乙, indicators: [▸sample.plan.made]}", "plan/unknown-indicator")]
    [InlineData("{id: a, title: 甲, office: 乙, deadline: ▸2027-06-10}", "plan/outside-campaign")]
    [InlineData("{id: a, title: 甲, office: 乙, deadline: ▸6月10日}", "plan/wrong-day")]
    [InlineData("{id: a, title: 甲, office: 乙, begins: 2026-06-10, deadline: ▸2026-06-01}", "plan/wrong-order")]
    [InlineData("{id: a, title: 甲, office: 乙, duty: ▸no}", "plan/unknown-duty")]
    [InlineData("▸{id: a, title: 甲}", "plan/missing-field")]
    [InlineData("▸{id: ok, title: 甲, office: 乙}", "plan/duplicate-id")]
    public void A_mistake_is_told_at_its_place(string written, string code)
    {
        var (input, diagnostics) = OfficeSample.Check(OfficeSample.Duties("  - {id: plan, title: 方案, units: {levels: [区]}, due: 2026-06-02}")
            + $"-- input/plan.yaml --\nyear: 2026\ntasks:\n  - {{id: ok, title: 好, office: 乙}}\n  - {written.Replace("▸", "", StringComparison.Ordinal)}\n");

        Assert.Equal(($"input/plan.yaml:4:{5 + written.IndexOf('▸', StringComparison.Ordinal)}", code), (diagnostics.Single().Location.ToString(), diagnostics[0].Code));
        Assert.Equal(["ok"], input.Plan.Tasks.Select(task => task.Id));
    }

    [Fact]
    public void The_public_version_shows_task_office_and_state_where_the_policy_allows_it_and_no_unpublished_figure_decides()
    {
        var input = OfficeSample.Read(Plan + OfficeSample.Returns("jia-1 2026-06-07 40"));
        var website = SampleSite.Read(Content, "2026-06-08");
        var allowed = InputPolicy.Read([SampleSite.File("input/policy.yaml", "publishPlan: true\n")]).Value;

        Assert.Equal("plan/not-public", PlanBoard.PublicPage(input, website, PublicInput.Empty, InputPolicy.Default, null, new(2026, 6, 8)).Diagnostics.Single().Code);
        Assert.Equal("plan/own-page", PlanBoard.PublicPage(input, website, PublicInput.Empty, allowed, "---\ntitle: 自己写的\n---\n", new(2026, 6, 8)).Diagnostics.Single().Code);
        var page = Encoding.UTF8.GetString(PlanBoard.PublicPage(input, website, PublicInput.Empty, allowed, null, new(2026, 6, 8)).Value!.Bytes);
        Assert.Contains("| [写指南](../guides/oil.md) | 宣教科 | 6月10日 | 已完成 |\n", page);
        Assert.Contains("| 集中学习 | 宣教科 | 6月10日 | 未开始 |\n", page);
        Assert.DoesNotContain("收方案", page);
        Assert.DoesNotContain("40", page);
    }

    [Fact]
    public async Task The_command_writes_a_board_and_a_page_that_can_be_published()
    {
        using var site = new SiteFolder(SiteFolder.AboutPage + "\n" + OfficeSample.Units + OfficeSample.Form + Plan + "-- input/policy.yaml --\npublishPlan: true\n");

        var run = await SiteProgram.RunAsync("office", "plan", "--as-of", "2026-06-08", "--page", "--site", site.Path);

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.StartsWith("截至 2026-06-08：未开始 4，进行中 0，已完成 1，已逾期 1，共 6 项。\n", run.Output, StringComparison.Ordinal);
        Assert.Equal(["任务进度.xlsx"], site.Files("office/方案").Keys);
        site.Write("content/pages/plan.md", site.Read("content/pages/plan.md").Replace("请写审核的科室", "示例科室", StringComparison.Ordinal));
        Assert.Equal(0, (await SiteProgram.RunAsync("build", "--as-of", "2026-06-08", "--site", site.Path)).ExitCode);
        Assert.Contains("集中学习", site.Read("output/plan/index.html"));
        Assert.Equal(0, (await SiteProgram.RunAsync("office", "plan", "--as-of", "2026-06-09", "--page", "--site", site.Path)).ExitCode);
    }

    [Fact]
    public void The_final_report_gives_figures_with_their_sources_last_year_and_gaps_and_praises_nothing()
    {
        var lastYear = OfficeSample.Returns("jia-1 2026-06-07 12", "yi-1 2026-06-07 30") + "sample,jia-1,2025-06-07,sample.study.sessions,20\n";
        var files = FinalReport.Make(OfficeSample.Read(Plan + lastYear), SampleSite.Read(Content, "2026-06-29"), new(2026, 6, 29));
        var text = Encoding.UTF8.GetString(files[0].Bytes);

        Assert.Equal(["2026年总结.md", "2026年总结.docx"], files.Select(file => file.Name));
        Assert.Contains("来源：示例活动情况统计表（sample），截至2026-06-29，", text);
        Assert.Contains("### 开展专题学习\n\n开展集中学习42场（2个单位报送）。\n", text);
        Assert.Contains("| 开展集中学习 | 场 | 20 | 42 | +22 |\n", text);
        Assert.Contains("| 写指南 | 宣教科 | 2026-06-10 | 已完成 | 指南：油锅起火 |\n", text);
        Assert.Contains("- [6月12日　一条新闻](https://example.gov.cn/news/2026/a/)\n", text);
        Assert.Contains("| 示例甲区 | 1/2 | 12 |\n", text);
        Assert.True(text.Split("〔待补充〕").Length > 5);
        Assert.DoesNotMatch("圆满|显著|成效|有力|扎实|良好|积极", text);
    }
}
