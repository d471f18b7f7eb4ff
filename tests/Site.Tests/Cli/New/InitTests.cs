using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Site.Cli.Build;
using Site.Cli.Infrastructure;
using Site.Cli.Packs;
using Site.Content.Settings;
using Site.Content.Types;
using Site.Core.Text;

namespace Site.Tests;

public sealed partial class InitTests : IDisposable
{
    private static readonly string[] FooterEntries = ["icp", "police", "siteCode", "contact", "correction"];

    private static readonly SiteEnvironment June = SiteProgram.Environment with { Today = () => new(2027, 1, 2) };

    private readonly DirectoryInfo around = Directory.CreateTempSubdirectory("site-init-");

    private string Site => In("city");

    [Theory]
    [InlineData("2027-01-02")]
    [InlineData("2027-12-31")]
    [InlineData("2028-02-29")]
    public async Task A_new_site_lacks_nothing_but_the_footer_that_only_the_city_knows(string day)
    {
        var made = await SiteProgram.RunAsync(June with { Today = () => DateOnly.ParseExact(day, "yyyy-MM-dd") }, "init", Site);
        var drafts = await SiteProgram.RunAsync("check", "--drafts", "--site", Site, "--as-of", day);
        var build = await SiteProgram.RunAsync("build", "--no-search", "--site", Site, "--as-of", day);

        Assert.Equal(0, made.ExitCode);
        Assert.All([drafts, build], run =>
        {
            Assert.Equal(0, run.ExitCode);
            Assert.Equal(FooterEntries.Length, Count(run.Error, ": warning ") - Count(run.Error, ": warning pack/review-overdue"));
            Assert.Equal(FooterEntries.Length, Count(run.Error, ": warning site/missing-footer-entry"));
        });
        Assert.True(File.Exists(In("city/output/index.html")));
    }

    [Fact]
    public async Task A_footer_without_its_marks_of_comment_is_whole()
    {
        await InitAsync();
        var settings = File.ReadAllText(In("city/site.yaml"));
        File.WriteAllText(In("city/site.yaml"), FooterLine().Replace(settings, "$1"));

        Assert.Equal("0 个错误，0 个警告\n", (await CheckAsync()).Error);
    }

    [Fact]
    public async Task Every_field_that_site_yaml_may_have_is_told_and_can_be_switched_on()
    {
        await InitAsync();
        var settings = File.ReadAllText(In("city/site.yaml"));

        Assert.All(SettingsReader.Fields.Fields, field => Assert.Matches($"(?m)^(# )?{field.Name}:", settings));
        Assert.All(FooterEntries, entry => Assert.Matches($"(?m)^#   {entry}: ", settings));
        File.WriteAllText(In("city/site.yaml"), SwitchedOff().Replace(settings, "$1"));
        var run = await CheckAsync();
        Assert.Contains("error site/missing-editor\n", run.Error, StringComparison.Ordinal);
        Assert.Equal("1 个错误，0 个警告", run.LastLine);
    }

    [Fact]
    public async Task Whichever_sample_is_deleted_no_link_breaks()
    {
        await InitAsync();
        var pages = Directory.EnumerateFiles(In("city/content"), "*.md", SearchOption.AllDirectories).Where(path => Path.GetFileName(path) != "README.md").ToList();

        foreach (var page in pages)
        {
            var text = File.ReadAllBytes(page);
            File.Delete(page);
            var found = BuildPipeline.ReadContent(new(Site, June), June.Today(), withDrafts: false).Diagnostics;
            Assert.Equal(Enumerable.Repeat("site/missing-footer-entry", FooterEntries.Length), found.Select(diagnostic => diagnostic.Code));
            File.WriteAllBytes(page, text);
        }

        pages.ForEach(File.Delete);
        Assert.Equal("0 个错误，5 个警告", (await CheckAsync()).LastLine);
    }

    [Fact]
    public async Task There_is_a_page_of_every_type_that_the_pack_lacks_and_each_is_a_marked_sample_or_a_draft()
    {
        await InitAsync();
        var packed = PackFolder.OfProgram.Files.Select(file => file.Path.Split('/')[1]).ToHashSet();

        Assert.All(ContentTypes.All.Where(type => !packed.Contains(type.Folder) || type.Folder is "campaigns" or "pages"), type =>
        {
            var pages = Directory.EnumerateFiles(In("city/" + type.ContentFolder), "*.md", SearchOption.AllDirectories).Select(File.ReadAllText).ToList();
            Assert.NotEmpty(pages);
            Assert.All(pages, page =>
            {
                Assert.Matches("(?m)^title: .*示例", page);
                Assert.Matches("(?m)^(sample: true|draft: true # .*)$", page);
            });
        });
        Assert.All(["content/campaigns/2027.md", "content/news/2027/site-open.md", "content/pages/about.md"],
            path => Assert.Contains("\nsample: true\n", File.ReadAllText(In("city/" + path)), StringComparison.Ordinal));
    }

    [Fact]
    public async Task It_has_workflows_with_pinned_actions_schemas_and_no_source_code()
    {
        await InitAsync();
        var files = Directory.EnumerateFiles(Site, "*", SearchOption.AllDirectories).Select(path => Path.GetRelativePath(Site, path)).ToList();

        Assert.All([".github/workflows/site.yml", ".github/workflows/comment.yml", ".gitea/workflows/site.yml", ".docs/1-write.md", ".docs/messages.md", ".docs/img/write.webp", ".gitlab-ci.yml", ".gitignore", "input/README.md", ".vscode/schemas/site.json"], path => Assert.Contains(path, files));
        Assert.Contains("### 要报什么、什么时候报", File.ReadAllText(In("city/input/README.md")), StringComparison.Ordinal);
        Assert.All(PictureOf().Matches(File.ReadAllText(In("city/input/README.md"))), picture => Assert.True(File.Exists(In("city/input/" + picture.Groups["path"].Value)), picture.Value));
        Assert.DoesNotContain(files, path => Path.GetExtension(path) is ".cs" or ".csproj" or ".sln" or ".razor" or ".mjs" or ".dll");
        var uses = files.Where(path => path.EndsWith(".yml", StringComparison.Ordinal)).SelectMany(path => File.ReadLines(In("city/" + path))).Where(line => line.Contains("uses:", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(uses);
        Assert.All(uses, line => Assert.Matches("uses: [A-Za-z0-9_./-]+@[0-9a-f]{40} # v[0-9]+[.][0-9]+[.][0-9]+$", line));
        Assert.DoesNotContain(files, path => Path.GetExtension(path) != ".webp" && File.ReadAllText(In("city/" + path)) is var text && (text.Contains("dotnet run", StringComparison.Ordinal) || Blank().IsMatch(text)));
        using var editor = JsonDocument.Parse(File.ReadAllText(In("city/.vscode/settings.json")));
        Assert.All(editor.RootElement.GetProperty("yaml.schemas").EnumerateObject(), schema => Assert.Contains(schema.Name, files));
    }

    [Fact]
    public async Task Schemas_are_as_the_schema_command_writes_them()
    {
        await InitAsync();
        var before = Snapshot();

        Assert.Equal(0, (await SiteProgram.RunAsync("schema", "--site", Site)).ExitCode);
        Assert.Equal(before, Snapshot());
    }

    [Fact]
    public async Task The_steps_of_publishing_run_and_say_what_they_lack()
    {
        await InitAsync();
        await SiteProgram.RunAsync("build", "--no-search", "--site", Site, "--as-of", "2027-01-02");

        var pushed = await SiteProgram.RunShellAsync($"""
            set -e
            cd '{Site}'
            git init -q -b main && git init -q --bare ../origin.git && git remote add origin ../origin.git
            git add -A && git -c user.name=a -c user.email=a@localhost commit -qm first
            sh .ci/publish-branch 2>/dev/null && sh .ci/publish-branch 2>/dev/null
            git status --porcelain
            git -C ../origin.git -c core.quotePath=false ls-tree -r --name-only pages
            """);
        var fetched = await SiteProgram.RunShellAsync($"cd '{Site}' && sh .ci/fetch-program");

        Assert.Equal(0, pushed.ExitCode);
        Assert.Equal(
            Directory.EnumerateFiles(In("city/output"), "*", SearchOption.AllDirectories).Select(path => Path.GetRelativePath(In("city/output"), path)).Order(StringComparer.Ordinal),
            pushed.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal));
        Assert.Equal(1, fetched.ExitCode);
        Assert.StartsWith(".ci/program.env:3:1: 还没有写", fetched.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("site.yaml")]
    [InlineData(".gitkeep")]
    [InlineData("content/news/a.md")]
    [InlineData("笔记.txt")]
    public async Task A_folder_with_anything_in_it_stays_as_it_is(string path)
    {
        Write("city/" + path, "我的");
        var before = Snapshot();

        var made = await SiteProgram.RunAsync(June, "init", Site);

        made.AssertEnvironmentFailed($"{In("city/" + path.Split('/')[0])} 已经在了");
        Assert.Equal(before, Snapshot());
    }

    [Fact]
    public async Task An_empty_folder_is_filled()
    {
        Directory.CreateDirectory(Site);

        await InitAsync();

        Assert.True(File.Exists(In("city/site.yaml")));
        Assert.DoesNotContain(Directory.EnumerateFileSystemEntries(Site), path => Path.GetFileName(path).StartsWith(".site-init", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Tricks_with_paths_write_nothing()
    {
        Write("file", "我的");
        Write("other/site.yaml", "title: 示例");
        Directory.CreateDirectory(In("real"));
        Directory.CreateSymbolicLink(In("link"), In("real"));
        Directory.CreateSymbolicLink(In("dangling"), In("nowhere"));
        var before = Snapshot();

        foreach (var (folder, says) in new[]
        {
            ("", "要写一个文件夹"), ("  ", "要写一个文件夹"), (In("file"), "是一个文件"), (In("link"), "符号链接"), (In("link") + "/", "符号链接"), (In("dangling"), "符号链接"),
            (In("a\nb"), "控制字符"), (In("a\0b"), "控制字符"), (In("other/content/new"), "另一个网站的 content"), (In("other/x/../input/a/b"), "另一个网站的 input"), (In("file/city"), "file"),
            (In(new string('长', 200)), "读写文件失败"),
        })
        {
            (await SiteProgram.RunAsync(June, "init", folder)).AssertEnvironmentFailed(says);
        }

        Assert.Equal(before, Snapshot());
    }

    public void Dispose() => around.Delete(recursive: true);

    private string In(string path) => Path.Combine(around.FullName, path);

    private void Write(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(In(path))!);
        File.WriteAllText(In(path), text, Encoding.UTF8);
    }

    private async Task InitAsync() => Assert.Equal(0, (await SiteProgram.RunAsync(June, "init", Site)).ExitCode);

    private Task<SiteRun> CheckAsync() => SiteProgram.RunAsync("check", "--site", Site, "--as-of", "2027-01-02");

    /// <returns>Every file, folder and link, and what is in the files.</returns>
    private string Snapshot() => string.Join('\n', around.EnumerateFileSystemInfos("*", SearchOption.AllDirectories).OrderBy(entry => entry.FullName, StringComparer.Ordinal)
        .Select(entry => $"{entry.FullName} {(entry is FileInfo { LinkTarget: null } ? File.ReadAllText(entry.FullName) : entry.LinkTarget)}"));

    private static int Count(string text, string part) => text.Split(part).Length - 1;

    [GeneratedRegex(@"!\[[^\]]+\]\((?<path>[^)]+)\)", RegexOptions.ExplicitCapture, MatchTime.Milliseconds)]
    private static partial Regex PictureOf();

    [GeneratedRegex(@"\{\{\w")]
    private static partial Regex Blank();

    [GeneratedRegex("(?m)^# (footer:|  (?:icp|police|siteCode|contact|correction): )")]
    private static partial Regex FooterLine();

    [GeneratedRegex("(?m)^# ([A-Za-z]+:|  )")]
    private static partial Regex SwitchedOff();
}
