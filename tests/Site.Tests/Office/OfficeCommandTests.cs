namespace Site.Tests;

public class OfficeCommandTests
{
    private static readonly string Duties = OfficeSample.Duties(
        """
          - {id: weekly, title: 周报, form: sample, units: {levels: [街道]}, every: 周四, from: 2026-06-01, to: 2026-06-30}
          - {id: plan, title: 方案, units: {levels: [区]}, due: 2026-05-28}
        """);

    [Fact]
    public async Task A_site_named_before_the_subcommand_is_refused_and_not_passed_over()
    {
        using var site = new SiteFolder(OfficeSample.Units + OfficeSample.Form + Duties);

        var run = await SiteProgram.RunAsync("office", "--site", site.Path, "due");

        Assert.NotEqual(0, run.ExitCode);
        Assert.Contains("--site 和 --port 写在子命令的后面", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_due_late_and_early_is_listed()
    {
        using var site = new SiteFolder(OfficeSample.Units + OfficeSample.Form + Duties + OfficeSample.Returns("jia-1 2026-06-11 1", "jia-2 2026-06-10 1", "yi-1 2026-06-17 1"));

        var run = await SiteProgram.RunAsync("office", "due", "--as-of", "2026-06-17", "--site", site.Path);

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Equal(
            """
            截至 2026-06-17（星期三）

            已经过期、还没有报的：
              5月28日　方案（过了 20 天）：2 / 2 个单位
                全部单位
              6月4日　周报（过了 13 天）：2 / 5 个单位
                示例乙二街道、示例乙三街道
              6月11日　周报（过了 6 天）：2 / 5 个单位
                示例乙二街道、示例乙三街道

            7 天之内到期、还没有报的：
              6月18日　周报（还有 1 天）：4 / 5 个单位
                示例甲一街道、示例甲二街道、示例乙二街道、示例乙三街道

            提前报了的：
              6月18日　周报：1 / 5 个单位
                示例乙一街道

            以后：
              6月25日　周报

            """, run.Output);
    }

    [Fact]
    public async Task Each_unit_and_the_office_get_a_calendar_outside_of_what_is_published()
    {
        using var site = new SiteFolder(OfficeSample.Units + OfficeSample.Form + Duties);

        var run = await SiteProgram.RunAsync("office", "calendar", "--site", site.Path);

        Assert.Equal(0, run.ExitCode);
        Assert.Equal(["办公室.ics", "示例乙一街道.ics", "示例乙三街道.ics", "示例乙二街道.ics", "示例乙区.ics", "示例甲一街道.ics", "示例甲二街道.ics", "示例甲区.ics"], site.Files("office/日历").Keys);
        var own = site.Read("office/日历/示例甲一街道.ics");
        Assert.Equal(4, own.Split("BEGIN:VEVENT").Length - 1);
        Assert.Contains("DTSTART;VALUE=DATE:20260604\r\n", own);
        Assert.DoesNotContain("方案", own);
        Assert.Equal(5, site.Read("office/日历/办公室.ics").Split("BEGIN:VEVENT").Length - 1);
        (await SiteProgram.RunAsync("office", "calendar", "--output", site.In("content"), "--site", site.Path)).AssertEnvironmentFailed("不能写进 content 文件夹");
        (await SiteProgram.RunAsync("office", "calendar", "--output", site.In("output/a"), "--site", site.Path)).AssertEnvironmentFailed("不能写进 output 文件夹");
        (await SiteProgram.RunAsync("office", "calendar", "--output", site.In("packs/own"), "--site", site.Path)).AssertEnvironmentFailed("不能写进 packs 文件夹");
        (await SiteProgram.RunAsync("office", "calendar", "--output", site.In("themes"), "--site", site.Path)).AssertEnvironmentFailed("不能写进 themes 文件夹");
    }

    [Fact]
    public async Task A_link_from_outside_leads_no_paper_into_what_is_published()
    {
        using var site = new SiteFolder(OfficeSample.Units + OfficeSample.Form + Duties);
        using var outside = new SiteFolder("");
        Directory.CreateDirectory(site.In("content"));
        Directory.CreateSymbolicLink(outside.In("o"), site.In("content"));

        var run = await SiteProgram.RunAsync("office", "calendar", "--output", outside.In("o/below"), "--site", site.Path);

        run.AssertEnvironmentFailed("不能写进 content 文件夹");
        Assert.Empty(Directory.EnumerateFileSystemEntries(site.In("content")));
    }

    [Fact]
    public async Task What_came_in_on_no_form_is_noted_with_one_command()
    {
        using var site = new SiteFolder(OfficeSample.Units + OfficeSample.Form + Duties);

        var run = await SiteProgram.RunAsync("office", "received", "plan", "示例甲区", "yi", "--on", "2026-05-29", "--site", site.Path);

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Equal("duty,unit,due,on\nplan,jia,2026-05-28,2026-05-29\nplan,yi,2026-05-28,2026-05-29\n", site.Read("input/received.csv"));
        Assert.DoesNotContain("方案", (await SiteProgram.RunAsync("office", "due", "--as-of", "2026-06-01", "--site", site.Path)).Output);
    }

    [Fact]
    public async Task Without_duties_the_program_says_what_to_write()
    {
        using var site = new SiteFolder(OfficeSample.Units + OfficeSample.Form);

        var run = await SiteProgram.RunAsync("office", "due", "--site", site.Path);

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("input/duties.yaml:1:1: error duties/missing-file", run.Error);
    }
}
