using System.Text;

namespace Site.Tests;

/// <summary>Two weeks of an office with twelve units, from an empty folder, with six commands; and what of it the public gets to see.</summary>
public class FirstMonthTests
{
    [Fact]
    public async Task Six_commands_lead_to_a_release_a_summary_a_reminder_and_a_bulletin()
    {
        using var outer = new SiteFolder("");
        var site = outer.In("city");
        var environment = SiteProgram.Environment with { Today = () => new(2026, 6, 22) };

        Done(await SiteProgram.RunAsync(environment, "init", site));
        OfficeMonth.Write(outer, "city/");
        Done(await SiteProgram.RunAsync(environment, "stats", "import", outer.In("收回"), "--site", site));
        var remind = Done(await SiteProgram.RunAsync(environment, "office", "remind", "--as-of", "2026-06-22", "--site", site));
        Done(await SiteProgram.RunAsync(environment, "office", "summary", "sample", "--as-of", "2026-06-21", "--site", site));
        Done(await SiteProgram.RunAsync(environment, "stats", "release", "2026-06-21", "--as-of", "2026-06-21", "--site", site));
        Done(await SiteProgram.RunAsync(environment, "office", "bulletin", "--week", "2026-06-21", "--site", site));

        Assert.Contains("1 个单位有过期没有报的，共 1 件。", remind.Output);
        Assert.Equal(["示例十二街道.txt"], outer.Files("city/office/催报/各单位").Keys);
        Assert.Superset(new HashSet<string> { "示例市.docx", "示例市.xlsx", "示例甲区.docx", "示例甲区.xlsx" }, outer.Files("city/office/汇总/sample-2026-06-21").Keys.ToHashSet());
        Assert.Contains("sessions.csv", outer.Files("city/input/releases/2026-06-21").Keys);
        Assert.Contains("11/12个单位已报送", outer.Read("city/content/bulletins/2026-06-21.md"));
    }

    [Fact]
    public async Task The_public_sees_nothing_of_the_office_and_no_withheld_figure_can_be_worked_out()
    {
        using var site = new SiteFolder(SiteFolder.AboutPage);
        OfficeMonth.Write(site, "");
        site.Write("input/duties.yaml", site.Read("input/duties.yaml").Replace("every:", "note: 这句话只给各单位看不公开, every:", StringComparison.Ordinal));
        site.Write("input/plan.yaml", "year: 2026\ntasks:\n  - {id: a, title: 这项任务只给办公室看不公开, office: 示例科室, duty: weekly, public: false}\n");
        site.Write("input/received.csv", "duty,unit,due,on\nplan,jia,2026-05-28,2026-05-29\n");
        foreach (string[] command in new string[][]
        {
            ["stats", "import", site.In("收回")], ["office", "calendar"], ["office", "remind", "--as-of", "2026-06-22"], ["office", "summary", "sample", "--as-of", "2026-06-21", "--format", "xlsx"],
            ["office", "report", "--as-of", "2026-06-22"], ["office", "plan", "--as-of", "2026-06-22"], ["stats", "release", "2026-06-21", "--as-of", "2026-06-21"], ["stats", "audit"], ["office", "released"], ["build", "--as-of", "2026-06-22"],
        })
        {
            Done(await SiteProgram.RunAsync([.. command, "--site", site.Path]));
        }

        Assert.Equal(["2026-06-21.xlsx"], site.Files("office/发布").Keys);
        Assert.DoesNotContain(site.Files("output").Keys, path => path.Contains("office", StringComparison.Ordinal) || path.Contains("催报", StringComparison.Ordinal));
        Assert.All(Directory.EnumerateFiles(site.Output, "*", SearchOption.AllDirectories), file =>
        {
            var text = Encoding.UTF8.GetString(File.ReadAllBytes(file));
            Assert.DoesNotContain("只给各单位看不公开", text);
            Assert.DoesNotContain("只给办公室看不公开", text);
            Assert.DoesNotContain("13900000001", text);
        });
    }

    private static SiteRun Done(SiteRun run)
    {
        Assert.True(run.ExitCode == 0, run.Output + run.Error);
        return run;
    }
}
