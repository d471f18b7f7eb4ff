using System.Text.Json;
using System.Text.Json.Nodes;
using Site.Content.Types;

namespace Site.Tests;

public class CheckTests
{
    private const string Wrong =
        """
        -- content/pages/about.md --
        ---
        title: 关于
        sumary: 示例
        source: 示例
        reviewer: 示例科室
        ---
        正文。
        """;

    [Fact]
    public async Task A_check_writes_nothing_and_says_everything_on_standard_error()
    {
        using var site = new SiteFolder(Wrong);
        var before = site.Files();

        var run = await CheckAsync(site);

        Assert.Equal(1, run.ExitCode);
        Assert.Equal("", run.Output);
        Assert.StartsWith("content/pages/about.md:3:1: error front-matter/unknown-field\n  ", run.Error, StringComparison.Ordinal);
        Assert.Equal("1 个错误，0 个警告", run.LastLine);
        Assert.Equal(before, site.Files());
    }

    [Fact]
    public async Task The_program_in_its_own_process_ends_with_the_same_code_and_says_the_same()
    {
        using var site = new SiteFolder(Wrong);

        Assert.Equal(await CheckAsync(site), await SiteProgram.RunProcessAsync([], "check", "--site", site.Path));
        Assert.Equal(await CheckAsync(site, "--format", "json"), await SiteProgram.RunProcessAsync([], "check", "--site", site.Path, "--format", "json"));
        Assert.Equal(await CheckAsync(site, "--nothing"), await SiteProgram.RunProcessAsync([], "check", "--site", site.Path, "--nothing"));
    }

    [Fact]
    public async Task A_warning_stops_nothing()
    {
        using var site = new SiteFolder(Wrong.Replace("sumary", "summary", StringComparison.Ordinal) + "\n\n上<br>下\n");

        var run = await CheckAsync(site);

        Assert.Equal(0, run.ExitCode);
        Assert.Equal("0 个错误，1 个警告", run.LastLine);
    }

    [Fact]
    public async Task A_strict_check_takes_missing_footer_entries_for_errors_as_a_strict_build_does()
    {
        using var site = new SiteFolder(
            """
            -- site.yaml --
            title: 示例
            url: https://anquan.test/
            organiser: 示例单位
            -- content/pages/about.md --
            ---
            title: 关于
            summary: 示例
            source: 示例
            reviewer: 示例科室
            ---
            正文。
            """);

        var (check, strict, build) = (await CheckAsync(site), await CheckAsync(site, "--strict"), await SiteProgram.RunAsync("build", "--no-search", "--strict", "--site", site.Path));

        Assert.Equal((0, 1, 1), (check.ExitCode, strict.ExitCode, build.ExitCode));
        Assert.Contains("site.yaml:1:1: warning site/missing-footer-entry", check.Error, StringComparison.Ordinal);
        Assert.Contains("site.yaml:1:1: error site/missing-footer-entry", strict.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("warning site/missing-footer-entry", strict.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task GitHub_gets_one_annotation_a_line_with_its_marks_escaped()
    {
        using var site = new SiteFolder(Wrong);

        var run = await CheckAsync(site, "--format", "github");

        var line = Assert.Single(run.Output.TrimEnd('\n').Split('\n'));
        Assert.StartsWith("::error file=content/pages/about.md,line=3,col=1,title=front-matter/unknown-field::", line, StringComparison.Ordinal);
        Assert.Contains("%0A", line, StringComparison.Ordinal);
        Assert.Equal(1, run.ExitCode);
    }

    [Fact]
    public async Task Json_counts_the_diagnostics_and_gives_each_with_its_place()
    {
        using var site = new SiteFolder(Wrong);

        var run = await CheckAsync(site, "--format", "json");

        var log = JsonNode.Parse(run.Output)!;
        Assert.Equal(1, (int)log["errors"]!);
        Assert.Equal(0, (int)log["warnings"]!);
        var diagnostic = Assert.Single(log["problems"]!.AsArray())!;
        Assert.Equal(
            ("error", "front-matter/unknown-field", "content/pages/about.md", 3, 1),
            ((string)diagnostic["severity"]!, (string)diagnostic["code"]!, (string)diagnostic["path"]!, (int)diagnostic["line"]!, (int)diagnostic["column"]!));
    }

    [Fact]
    public async Task Sarif_is_a_log_of_version_2_1_0_whose_results_name_rules_of_its_tool()
    {
        using var site = new SiteFolder(Wrong);

        var run = await CheckAsync(site, "--format", "sarif");

        using var log = JsonDocument.Parse(run.Output);
        Assert.Equal("2.1.0", log.RootElement.GetProperty("version").GetString());
        var only = Assert.Single(log.RootElement.GetProperty("runs").EnumerateArray());
        var rules = only.GetProperty("tool").GetProperty("driver").GetProperty("rules").EnumerateArray().Select(rule => rule.GetProperty("id").GetString());
        var result = Assert.Single(only.GetProperty("results").EnumerateArray());
        Assert.Contains(result.GetProperty("ruleId").GetString(), rules);
        Assert.Contains(result.GetProperty("level").GetString(), new[] { "error", "warning", "note", "none" });
        Assert.NotEqual("", result.GetProperty("message").GetProperty("text").GetString());
        var place = Assert.Single(result.GetProperty("locations").EnumerateArray()).GetProperty("physicalLocation");
        Assert.Equal("content/pages/about.md", place.GetProperty("artifactLocation").GetProperty("uri").GetString());
        Assert.Equal(3, place.GetProperty("region").GetProperty("startLine").GetInt32());
        Assert.Equal(1, place.GetProperty("region").GetProperty("startColumn").GetInt32());
    }

    [Fact]
    public async Task Symbolic_links_are_reported_where_they_lie_and_never_followed()
    {
        using var site = new SiteFolder(Wrong.Replace("sumary", "summary", StringComparison.Ordinal));
        site.Write("../secret.md", "秘密");
        File.CreateSymbolicLink(site.In("content/pages/link.md"), site.In("../secret.md"));
        Directory.CreateSymbolicLink(site.In("content/guides"), site.In(".."));

        var run = await CheckAsync(site);

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("content/pages/link.md:1:1: error file/symbolic-link\n", run.Error, StringComparison.Ordinal);
        Assert.Contains("content/guides:1:1: error file/symbolic-link\n", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("秘密", run.Error, StringComparison.Ordinal);
        Assert.Equal("2 个错误，0 个警告", run.LastLine);
    }

    [Fact]
    public async Task Content_that_is_a_symbolic_link_is_reported()
    {
        using var site = new SiteFolder("");
        Directory.CreateSymbolicLink(site.In("content"), site.In(".."));

        var run = await CheckAsync(site);

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("content:1:1: error file/symbolic-link\n", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missing_folder_is_a_fault_of_the_environment()
    {
        using var site = new SiteFolder("");

        var run = await SiteProgram.RunAsync("check", "--site", site.In("nowhere"));

        run.AssertEnvironmentFailed("找不到文件夹");
    }

    [Fact]
    public async Task Settings_that_are_a_symbolic_link_are_reported_as_one()
    {
        using var site = new SiteFolder("-- content/README.md --");
        File.Move(site.In("site.yaml"), site.In("../elsewhere.yaml"));
        File.CreateSymbolicLink(site.In("site.yaml"), site.In("../elsewhere.yaml"));

        var run = await CheckAsync(site);

        Assert.Contains("site.yaml:1:1: error file/symbolic-link\n", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Content_that_is_a_file_and_no_folder_is_reported()
    {
        using var site = new SiteFolder("-- content --");

        var run = await CheckAsync(site);

        Assert.Equal(1, run.ExitCode);
        Assert.StartsWith("content:1:1: error file/no-folder\n  content 是一个文件，不是文件夹。\n", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_pipe_among_the_pages_is_an_empty_file_and_nobody_waits_for_it()
    {
        using var site = new SiteFolder("-- content/guides/README.md --");
        using var made = System.Diagnostics.Process.Start("mkfifo", [site.In("content/guides/gas.md")]);
        await made.WaitForExitAsync();

        var run = await CheckAsync(site);

        Assert.StartsWith("content/guides/gas.md:1:1: error front-matter/missing\n", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("没有写要做什么，可以写：build、check、serve、edit、accept、init、new、pack、stats、office、sign、codeowners、schema、diff、review、quiz。")]
    [InlineData("不认识“fly”。", "fly")]
    [InlineData("不认识“--nothing”。", "check", "--nothing")]
    [InlineData("--format 可以是 text、github、sarif、json，不能是“xml”。", "check", "--format", "xml")]
    [InlineData("--site 后面要写一个值。", "check", "--site")]
    [InlineData("--format 只能写一次。", "check", "--format", "json", "--format", "text")]
    [InlineData("少写了 TITLE。", "new", "guide")]
    public async Task Bad_arguments_are_told_in_the_writer_s_language(string says, params string[] arguments) =>
        Assert.Equal($"命令写得不对：{says} 加上 --help 看用法。\n", (await SiteProgram.RunAsync(arguments)).Error);

    [Fact]
    public async Task A_kind_that_there_is_not_is_told_the_known_ones()
    {
        var kinds = string.Join("、", ContentTypes.All.Select(type => type.Name));

        Assert.StartsWith("campaign、news、bulletin、guide、", kinds, StringComparison.Ordinal);
        Assert.Equal($"命令写得不对：KIND 可以是 {kinds}、tutorial，不能是“fly”。 加上 --help 看用法。\n", (await SiteProgram.RunAsync("new", "fly", "题目")).Error);
    }

    [Theory]
    [InlineData("check", "--format", "xml")]
    [InlineData("check", "--as-of", "2026-02-30")]
    [InlineData("check", "--site", "")]
    [InlineData("check", "--nothing")]
    [InlineData("build", "--url", "ftp://example.org/")]
    [InlineData("build", "--output", "")]
    [InlineData("build", "--output", "/")]
    [InlineData("serve", "--port", "65536")]
    [InlineData("fly")]
    [InlineData]
    public async Task Bad_arguments_end_with_code_2_and_one_line(params string[] arguments) =>
        (await SiteProgram.RunAsync(arguments)).AssertEnvironmentFailed("");

    private static Task<SiteRun> CheckAsync(SiteFolder site, params string[] more) => SiteProgram.RunAsync(["check", "--site", site.Path, .. more]);
}
