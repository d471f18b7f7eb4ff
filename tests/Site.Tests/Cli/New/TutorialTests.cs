using System.Text.RegularExpressions;
using Site.Core.Text;

namespace Site.Tests;

/// <summary><c>site new tutorial</c>: ten things to mend, each of another kind, and none when all are mended as the tasks say.</summary>
public sealed partial class TutorialTests : IDisposable
{
    private readonly DirectoryInfo around = Directory.CreateTempSubdirectory("site-tutorial-");

    /// <summary>What is wrong, in the order of the tasks: the file, the code, what stands there, what should.</summary>
    private static readonly (string Path, string Code, string Wrong, string Right)[] Tasks =
    [
        ("content/news/2025/06-03-school-drill.md", "yaml/syntax", "title：", "title: "),
        ("content/news/2025/06-05-market-check.md", "front-matter/wrong-type", "6月5日\n", "2025-06-05\n"),
        ("content/news/2025/06-09-lecture.md", "front-matter/missing-field", "sample: true", "reviewer: 示例市应急管理局宣教科（示例）\nsample: true"),
        ("content/news/2025/06-10-hose-check.md", "front-matter/unknown-word", "[城市运行]", "[urban-operation]"),
        ("content/news/2025/06-13-open-day.md", "markdown/leftover-heading", "##练", "## 练"),
        ("content/guides/gas-smell.md", "link/broken", "(gas-hose.md)", "(hose.md)"),
        ("content/guides/hose.md", "picture/no-alt", "![]", "![燃气灶和软管的接口]"),
        ("content/pages/about.md", "private/phone", "，或者打张师傅的手机13800138000", ""),
        ("content/news/2025/06-16-consultation.md", "draft/prompt-left", "请写供稿单位", "示例街道办事处"),
        ("content/news/2025/06-18 port.md", "file/name", "", ""),
    ];

    private string Folder => Path.Combine(around.FullName, "练习");

    [Theory]
    [InlineData("2025-06-20")]
    [InlineData("2026-11-30")]
    [InlineData("2031-02-01")]
    public async Task It_has_ten_problems_of_ten_kinds_and_each_that_is_mended_is_one_less(string day)
    {
        Assert.Equal(0, (await SiteProgram.RunAsync("new", "tutorial", Folder)).ExitCode);
        Assert.Equal(10, Tasks.Select(task => task.Code).Distinct().Count());

        for (var mended = 0; mended < Tasks.Length; mended++)
        {
            Assert.Equal(
                Tasks[mended..].Select(task => (task.Path, task.Code)).Order(),
                Problems(await CheckAsync(day)).Order());
            Mend(Tasks[mended]);
        }

        var run = await CheckAsync(day);
        Assert.Equal((0, "0 个错误，0 个警告\n"), (run.ExitCode, run.Error));
    }

    [Fact]
    public async Task The_tasks_name_every_file_in_Chinese_and_the_answer_says_where_to_begin()
    {
        var run = await SiteProgram.RunAsync("new", "tutorial", Folder);
        var tasks = File.ReadAllText(Path.Combine(Folder, "任务.txt"));

        Assert.EndsWith("任务.txt\n", run.Output, StringComparison.Ordinal);
        Assert.Contains("site check", run.Error, StringComparison.Ordinal);
        Assert.All(Tasks, task => Assert.Contains(task.Path, tasks, StringComparison.Ordinal));
        Assert.Equal(10, TaskLine().Count(tasks));
    }

    [Fact]
    public async Task Nothing_is_written_into_a_folder_with_something_in_it_nor_into_the_sources_of_a_site_nor_from_a_Word_file()
    {
        Directory.CreateDirectory(Folder);
        File.WriteAllText(Path.Combine(Folder, "我的.txt"), "我的");
        using var site = new SiteFolder(SiteFolder.AboutPage);

        (await SiteProgram.RunAsync("new", "tutorial", Folder)).AssertEnvironmentFailed("已经在了");
        (await SiteProgram.RunAsync("new", "tutorial", site.In("content/练习"))).AssertEnvironmentFailed("另一个网站的 content");
        (await SiteProgram.RunAsync("new", "tutorial", "--from", "a.docx")).AssertEnvironmentFailed("--from");

        Assert.Equal(["我的.txt"], Directory.EnumerateFileSystemEntries(Folder).Select(Path.GetFileName));
    }

    public void Dispose() => around.Delete(recursive: true);

    private Task<SiteRun> CheckAsync(string day) => SiteProgram.RunAsync("check", "--site", Folder, "--as-of", day);

    private void Mend((string Path, string Code, string Wrong, string Right) task)
    {
        var path = Path.Combine(Folder, task.Path);
        if (task.Wrong.Length == 0)
        {
            File.Move(path, path.Replace(' ', '-'));
            return;
        }

        var text = File.ReadAllText(path);
        Assert.Contains(task.Wrong, text, StringComparison.Ordinal);
        File.WriteAllText(path, text.Replace(task.Wrong, task.Right, StringComparison.Ordinal));
    }

    private static IEnumerable<(string, string)> Problems(SiteRun run) =>
        Problem().Matches(run.Error).Select(match => (match.Groups["path"].Value, match.Groups["code"].Value));

    [GeneratedRegex(@"(?m)^(?<path>\S.*?):\d+:\d+: (error|warning) (?<code>\S+)$", RegexOptions.ExplicitCapture, MatchTime.Milliseconds)]
    private static partial Regex Problem();

    [GeneratedRegex("(?m)^任务.+content/", RegexOptions.None, MatchTime.Milliseconds)]
    private static partial Regex TaskLine();
}
