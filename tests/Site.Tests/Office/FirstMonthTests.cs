using System.Globalization;
using System.Text;
using Site.Statistics.Templates;

namespace Site.Tests;

/// <summary>Two weeks of an office with twelve units, from an empty folder, with six commands; and what of it the public gets to see.</summary>
public class FirstMonthTests
{
    private static readonly string[] Weeks = ["2026-06-14", "2026-06-21"];

    private static readonly string[] Streets = [.. Enumerable.Range(1, 12).Select(number => $"street-{number:D2}")];

    [Fact]
    public async Task Six_commands_lead_to_a_release_a_summary_a_reminder_and_a_bulletin()
    {
        using var outer = new SiteFolder("");
        var site = outer.In("city");
        var environment = SiteProgram.Environment with { Today = () => new(2026, 6, 22) };

        Done(await SiteProgram.RunAsync(environment, "init", site));
        Write(outer, "city/");
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
        Write(site, "");
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

    /// <summary>What the office writes once, and what comes back in two weeks: twelve streets in two districts, the last of which sends nothing for the second week.</summary>
    private static void Write(SiteFolder site, string below)
    {
        site.Write(below + "input/units.csv", "id,name,parent,level,sector\ncity,示例市,,city,\njia,示例甲区,city,district,\nyi,示例乙区,city,district,\n"
            + string.Concat(Streets.Select((id, at) => $"{id},{Name(at)},{(at % 2 == 0 ? "jia" : "yi")},street,\n")));
        site.Write(below + "input/forms/sample.yaml", SampleForms.Short);
        site.Write(below + "input/tables.yaml", "tables:\n  - {id: sessions, title: 各区场次, indicators: [sample.study.sessions], dimensions: [area], areas: district}\n");
        site.Write(below + "input/duties.yaml",
            "year: 2026\nduties:\n  - {id: weekly, title: 周报, form: sample, units: {levels: [街道]}, every: 周日, from: 2026-06-08, to: 2026-06-21}\n  - {id: plan, title: 方案, units: {names: [jia]}, due: 2026-05-28}\n"
                .Replace(below.Length == 0 ? "\0" : "  - {id: plan, title: 方案, units: {names: [jia]}, due: 2026-05-28}\n", "", StringComparison.Ordinal));
        var template = Encoding.UTF8.GetString(FormTemplate.Make(SampleSite.Files(OfficeSample.Form), "sample", "csv").Value!);
        foreach (var (day, week) in Weeks.Select((day, week) => (day, week)))
        {
            foreach (var at in Enumerable.Range(0, Streets.Length).Where(at => week == 0 || at < 11))
            {
                site.Write($"收回/{day}/{Name(at)}.csv", template.Replace("（盖章）,文本,", $"（盖章）,文本,{Name(at)}").Replace("填报日期,日期,", $"填报日期,日期,{day}").Replace("电话,文本,", "电话,文本,13900000001")
                    .Replace("开展集中学习,场,", string.Create(CultureInfo.InvariantCulture, $"开展集中学习,场,{(week + 1) * (at + 2)}")));
            }
        }
    }

    private static string Name(int at) => $"示例{new[] { "一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二" }[at]}街道";

    private static SiteRun Done(SiteRun run)
    {
        Assert.True(run.ExitCode == 0, run.Output + run.Error);
        return run;
    }
}
