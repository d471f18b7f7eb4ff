using System.Text;
using Site.Core.Text;

namespace Site.Tests;

/// <summary>What the office keeps beside the returns reaches neither the site nor a log nor a cache, release after release.</summary>
public class OfficeSecretsTests
{
    /// <summary>A sentence for each file of the office, made up and nowhere else.</summary>
    private static readonly Dictionary<string, string> Canaries = new(StringComparer.Ordinal)
    {
        ["input/duties.yaml"] = "请示例联络员欧阳甲子把照片送到三楼",
        ["input/plan.yaml"] = "示例内部任务先不告诉任何街道丙寅",
        ["office/催报/群发.txt"] = "催示例街道戊辰今天下班前补报",
        ["office/汇总/sample-2026-06-14/示例市.csv"] = "示例合计庚午未经保护不得外传",
        ["office/总结/2026年总结.md"] = "总结初稿壬申只供科室内部修改",
        ["office/表格/next.yaml"] = "草拟表格甲戌由办公室决定谁能看",
        ["office/退回/退回-示例.txt"] = "退回原因丙子请示例街道重填",
        ["memory"] = "示例街道的表丁丑填得不对请改",
    };

    private static readonly string[] Returned = ["示例街道己卯的回执", "示例收回的表辛巳"];

    [Fact]
    public async Task Two_releases_two_builds_and_every_report_tell_nothing_of_it()
    {
        using var site = new SiteFolder(SiteFolder.AboutPage);
        OfficeMonth.Write(site, "");
        var outer = Path.GetDirectoryName(site.Path)!;
        var environment = SiteProgram.Environment with { CacheFolder = Path.Combine(outer, "cache"), MemoryFolder = Path.Combine(outer, "memory"), KeyFolder = Path.Combine(outer, "keys"), Today = () => new(2026, 6, 22) };
        site.Write("input/duties.yaml", site.Read("input/duties.yaml").Replace("every:", $"note: {Canaries["input/duties.yaml"]}, every:", StringComparison.Ordinal));
        site.Write("input/plan.yaml", $"year: 2026\ntasks:\n  - {{id: a, title: {Canaries["input/plan.yaml"]}, office: 示例科室, duty: weekly, public: false}}\n");
        foreach (var (path, sentence) in Canaries.Where(entry => entry.Key.StartsWith("office/", StringComparison.Ordinal)))
        {
            site.Write(path, sentence + "\n");
        }

        // A refused return leaves its reason in the memory of this machine, and its file the name that the unit gave it.
        site.Write($"退/{Returned[0]}.csv", site.Read("收回/2026-06-14/示例三街道.csv").Replace("开展集中学习,场,4", "开展集中学习,场,约4", StringComparison.Ordinal));
        Assert.Equal(1, (await SiteProgram.RunAsync(environment, "stats", "import", site.In("退"), "--site", site.Path)).ExitCode);
        var memory = Assert.Single(Directory.GetFiles(Path.Combine(outer, "memory"), "*.csv"));
        await File.AppendAllTextAsync(memory, $"2026-06-14,sample,street-03,2026-06-14,{Canaries["memory"]}\n");
        Directory.Move(site.In("收回/2026-06-21"), site.In($"收回/{Returned[1]}"));

        var said = new StringBuilder();
        foreach (var (week, from) in new[] { ("2026-06-14", "2026-06-14"), ("2026-06-21", Returned[1]) })
        {
            await RunAsync("stats", "import", site.In("收回/" + from));
            foreach (string[] command in new string[][] { ["stats", "release", week, "--as-of", week], ["build", "--as-of", "2026-06-22"], ["check", "--as-of", "2026-06-22"], ["stats", "audit"] })
            {
                var run = await RunAsync(command);
                said.Append(run.Output).Append(run.Error);
            }
        }

        AssertTellsNothing("the terminal", said.ToString());
        foreach (var folder in new[] { site.Output, Path.Combine(outer, "cache"), site.In("input/releases") })
        {
            foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
            {
                AssertTellsNothing(file, Encoding.UTF8.GetString(await File.ReadAllBytesAsync(file)) + Path.GetFileName(file));
            }
        }

        Assert.Contains(Canaries["memory"], await File.ReadAllTextAsync(memory), StringComparison.Ordinal);

        async Task<SiteRun> RunAsync(params string[] typed)
        {
            var run = await SiteProgram.RunAsync(environment, [.. typed, "--site", site.Path]);
            Assert.True(run.ExitCode == 0, string.Join(' ', typed) + run.Output + run.Error);
            return run;
        }
    }

    /// <summary>Neither the sentence nor half of it, whatever stands between its characters.</summary>
    private static void AssertTellsNothing(string where, string text)
    {
        var plain = FormFolding.Key(text);
        foreach (var canary in Canaries.Values.Concat(Returned))
        {
            Assert.False(plain.Contains(FormFolding.Key(canary)[..8], StringComparison.Ordinal), $"{where}: {canary}");
        }
    }
}
