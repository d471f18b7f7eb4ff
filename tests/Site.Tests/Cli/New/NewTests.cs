using Site.Content.Types;

namespace Site.Tests;

public class NewTests
{
    private const string Campaign =
        """
        -- content/campaigns/2026.md --
        ---
        title: 2026年安全生产月
        year: 2026
        edition: 25
        slogan: 示例主题
        start: 2026-06-01
        end: 2026-06-30
        source: 示例
        reviewer: 示例科室
        ---
        正文。
        """;

    [Fact]
    public async Task A_new_page_of_every_kind_passes_the_check_at_once_as_a_draft_and_as_a_page()
    {
        using var site = new SiteFolder(Campaign);
        foreach (var (kind, title) in ContentTypes.All.Select(type => (type.Name, $"新的{type.Name}一页")).Append(("quiz", "家里第二套")))
        {
            var made = await SiteProgram.RunAsync("new", kind, title, "--site", site.Path);

            Assert.Equal(0, made.ExitCode);
            Assert.True(File.Exists(Path.Combine(Directory.GetCurrentDirectory(), made.Output.TrimEnd('\n'))), made.Output);
        }

        foreach (var run in new[] { await SiteProgram.RunAsync("check", "--site", site.Path), await SiteProgram.RunAsync("check", "--drafts", "--site", site.Path) })
        {
            Assert.Equal("0 个错误，0 个警告\n", run.Error);
            Assert.Equal(0, run.ExitCode);
        }
    }

    [Theory]
    [InlineData("CPR 与 AED：怎么用", "content/guides/cpr-aed.md")]
    [InlineData("油锅起火了，怎么办？", "content/guides/油锅起火了-怎么办.md")]
    [InlineData("2026年 6·16 咨询日", "content/guides/2026年-6-16-咨询日.md")]
    [InlineData("！！！", "content/guides/guide.md")]
    [InlineData("../../../etc/passwd", "content/guides/etc-passwd.md")]
    [InlineData("@/etc/passwd", "content/guides/etc-passwd.md")]
    [InlineData("con", "content/guides/con-2.md")]
    [InlineData("a: b\n---\nid: \"x\" # {y}", "content/guides/a-b-id-x-y.md")]
    [InlineData("\u202E\\\"' {{name}} & <script>", "content/guides/name-script.md")]
    public async Task A_file_is_named_for_its_title_and_stays_in_its_folder_whatever_the_title(string title, string path)
    {
        using var site = new SiteFolder(Campaign);

        var made = await SiteProgram.RunAsync("new", "guide", title, "--site", site.Path);
        var check = await SiteProgram.RunAsync("check", "--drafts", "--site", site.Path);

        Assert.Equal("0 个错误，0 个警告\n", check.Error);
        Assert.Equal(path, Path.GetRelativePath(site.Path, made.Output.TrimEnd('\n')));
        Assert.Equal(3, site.Files().Count);
    }

    [Theory]
    [InlineData("示例市应急管理局宣教科（示例）", "reviewer: \"示例市应急管理局宣教科（示例）\"")]
    [InlineData("'示例\"科\" \\ # {{title}}'", "reviewer: \"示例\\\"科\\\" \\\\ # {{title}}\"")]
    public async Task The_office_of_the_settings_stands_in_every_new_page(string reviewer, string line)
    {
        using var site = new SiteFolder(Campaign);
        site.Write("site.yaml", site.Read("site.yaml") + $"reviewer: {reviewer}\n");

        foreach (var type in ContentTypes.All)
        {
            var made = await SiteProgram.RunAsync("new", type.Name, $"新的{type.Name}一页", "--site", site.Path);

            Assert.Equal([line], File.ReadAllLines(Path.Combine(Directory.GetCurrentDirectory(), made.Output.TrimEnd('\n'))).Where(text => text.StartsWith("reviewer:", StringComparison.Ordinal)));
        }

        Assert.Equal("0 个错误，0 个警告\n", (await SiteProgram.RunAsync("check", "--drafts", "--site", site.Path)).Error);
    }

    [Theory]
    [InlineData("Guide", "guides")]
    [InlineData("guides", "guides")]
    [InlineData("WarningCase", "warnings")]
    public async Task A_kind_may_be_called_by_its_folder_or_its_name_in_the_contract(string kind, string folder)
    {
        using var site = new SiteFolder(Campaign);

        var made = await SiteProgram.RunAsync("new", kind, "燃气", "--site", site.Path);

        Assert.Equal($"content/{folder}/燃气.md", Path.GetRelativePath(site.Path, made.Output.TrimEnd('\n')));
    }

    [Fact]
    public async Task No_file_is_overwritten_and_the_second_gets_a_number()
    {
        using var site = new SiteFolder(Campaign);

        await SiteProgram.RunAsync("new", "guide", "燃气", "--site", site.Path);
        var before = site.Read("content/guides/燃气.md");
        var second = await SiteProgram.RunAsync("new", "law", "燃气", "--site", site.Path);
        var third = await SiteProgram.RunAsync("new", "campaign", "2026年", "--site", site.Path);

        Assert.Equal("content/laws/燃气-2.md", Path.GetRelativePath(site.Path, second.Output.TrimEnd('\n')));
        Assert.Equal(before, site.Read("content/guides/燃气.md"));
        third.AssertEnvironmentFailed("2026 年的活动已经有了");
    }

    [Fact]
    public async Task A_piece_of_news_bears_the_date_of_today_and_its_title_as_typed()
    {
        using var site = new SiteFolder(Campaign);

        var made = await SiteProgram.RunAsync("new", "news", "“开放日”: \"来\"了", "--site", site.Path);

        var path = Path.GetRelativePath(site.Path, made.Output.TrimEnd('\n'));
        Assert.Matches("^content/news/20[0-9]{2}/[0-9]{2}-[0-9]{2}-开放日-来-了\\.md$", path);
        Assert.Contains("title: \"“开放日”: \\\"来\\\"了\"\n", site.Read(path), StringComparison.Ordinal);
        Assert.Contains("\ndraft: true", site.Read(path), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_written_through_a_symbolic_link()
    {
        using var site = new SiteFolder(Campaign);
        Directory.CreateDirectory(site.In("../elsewhere"));
        Directory.CreateSymbolicLink(site.In("content/guides"), site.In("../elsewhere"));

        var made = await SiteProgram.RunAsync("new", "guide", "燃气", "--site", site.Path);

        made.AssertEnvironmentFailed("符号链接");
        Assert.Empty(Directory.EnumerateFileSystemEntries(site.In("../elsewhere")));
    }

    [Theory]
    [InlineData("new", "poem", "标题")]
    [InlineData("new", "guide")]
    [InlineData("new", "guide", " \t\u200B")]
    public async Task A_kind_that_is_not_there_and_a_title_without_text_are_bad_arguments(params string[] arguments)
    {
        using var site = new SiteFolder(Campaign);

        var run = await SiteProgram.RunAsync([.. arguments, "--site", site.Path]);

        run.AssertEnvironmentFailed("");
        Assert.Equal(2, site.Files().Count);
    }
}
