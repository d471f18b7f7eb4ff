namespace Site.Tests;

public class BuildTests
{
    private const string Sample = SiteFolder.AboutPage;

    [Fact]
    public async Task One_error_leaves_the_published_site_as_it_was_byte_for_byte()
    {
        using var site = new SiteFolder(Sample);
        var first = await BuildAsync(site);
        var before = site.Files("output");
        site.Write("content/pages/about.md", site.Read("content/pages/about.md").Replace("title", "titel", StringComparison.Ordinal));
        site.Write("content/pages/other.md", site.Read("content/pages/about.md").Replace("titel", "title", StringComparison.Ordinal));

        var second = await BuildAsync(site);

        Assert.Equal(0, first.ExitCode);
        Assert.StartsWith("已生成 ", first.Output, StringComparison.Ordinal);
        Assert.Equal("0 个错误，0 个警告", first.LastLine);
        Assert.Equal(1, second.ExitCode);
        Assert.Contains("content/pages/about.md:2:1: error front-matter/unknown-field\n  ", second.Error, StringComparison.Ordinal);
        Assert.Equal("2 个错误，0 个警告", second.LastLine);
        Assert.Equal(before, site.Files("output"));
        Assert.Equal(["content", "output", "site.yaml"], Directory.EnumerateFileSystemEntries(site.Path).Select(Path.GetFileName).Order());
    }

    [Fact]
    public async Task Who_moves_an_event_that_is_published_is_told_to_say_so()
    {
        using var site = new SiteFolder(Sample);
        const string Event = "---\ntitle: 练习\ndate: 2026-05-20\nsummary: 示例\nsource: 示例\nreviewer: 示例科室\nstart: 2026-06-20 09:00\nend: 2026-06-20 11:30\nplace: 示例广场\n---\n来练习。\n";
        site.Write("content/events/drill.md", Event);
        await BuildAsync(site, "--as-of", "2026-06-01");
        site.Write("content/events/drill.md", Event.Replace("09:00", "10:00", StringComparison.Ordinal));

        var moved = await BuildAsync(site, "--as-of", "2026-06-01");
        var nothing = await BuildAsync(site, "--as-of", "2026-06-01");
        site.Write("content/events/drill.md", Event.Replace("summary", "updated: 2026-06-01\nsummary", StringComparison.Ordinal));
        var said = await BuildAsync(site, "--as-of", "2026-06-01");

        Assert.Contains("content/events/drill.md:7:8: warning event/changed-unsaid", moved.Error, StringComparison.Ordinal);
        Assert.Equal("0 个错误，0 个警告", nothing.LastLine);
        Assert.Equal("0 个错误，0 个警告", said.LastLine);
    }

    [Fact]
    public async Task A_site_folder_without_content_is_a_fault_of_the_environment_and_replaces_nothing()
    {
        using var site = new SiteFolder(Sample);
        await BuildAsync(site);
        var before = site.Files("output");
        Directory.Delete(Path.Combine(site.Path, "content"), recursive: true);

        var second = await BuildAsync(site);

        Assert.Equal(2, second.ExitCode);
        Assert.Equal($"找不到文件夹 {Path.Combine(site.Path, "content")}，请检查 --site。", second.Error.TrimEnd());
        Assert.Equal(before, site.Files("output"));
    }

    [Trait("Speed", "slow")]
    [Fact]
    public async Task Two_builds_are_equal_byte_for_byte_whatever_the_threads_the_time_zone_and_the_language()
    {
        using var site = new SiteFolder(Sample);

        await SiteProgram.RunProcessAsync(
            new() { ["DOTNET_PROCESSOR_COUNT"] = "1", ["TZ"] = "Pacific/Kiritimati", ["LANG"] = "tr_TR.UTF-8", ["LC_ALL"] = "tr_TR.UTF-8" },
            "build", "--site", site.Path, "--output", site.In("one"), "--as-of", "2026-06-16");
        await SiteProgram.RunProcessAsync(
            new() { ["DOTNET_PROCESSOR_COUNT"] = "8", ["TZ"] = "Pacific/Pago_Pago", ["LANG"] = "C", ["LC_ALL"] = "C" },
            "build", "--site", site.Path, "--output", site.In("two"), "--as-of", "2026-06-16");

        Assert.Contains("search/index/start.json", site.Files("one").Keys);
        Assert.Equal(site.Files("one"), site.Files("two"));
    }

    [Fact]
    public async Task The_output_is_listed_whole_in_build_json()
    {
        using var site = new SiteFolder(Sample);

        await SiteProgram.RunAsync("build", "--site", site.Path);

        site.AssertOutputIsWhole();
    }

    [Fact]
    public async Task An_address_with_a_path_puts_the_whole_site_below_it()
    {
        using var site = new SiteFolder(Sample);

        await BuildAsync(site, "--url", "https://example.org/anquan");

        Assert.Contains("<link rel=\"canonical\" href=\"https://example.org/anquan/about/\">", site.Read("output/about/index.html"), StringComparison.Ordinal);
        Assert.DoesNotContain("href=\"/about/\"", site.Read("output/index.html"), StringComparison.Ordinal);
        Assert.DoesNotContain("example.gov.cn", site.Read("output/sitemap.xml"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2026-05-31", false)]
    [InlineData("2026-06-01", true)]
    [InlineData("2026-06-30", true)]
    [InlineData("2026-07-01", false)]
    public async Task A_page_is_on_the_site_from_its_publish_day_to_the_day_before_it_expires(string day, bool isOut)
    {
        using var site = new SiteFolder(Sample.Replace("title: 关于", "title: 关于\npublish: 2026-06-01\nexpire: 2026-07-01", StringComparison.Ordinal));

        await BuildAsync(site, "--as-of", day);

        Assert.Equal(isOut, File.Exists(site.In("output/about/index.html")));
    }

    [Theory]
    [InlineData("")]
    [InlineData("..")]
    [InlineData("content")]
    [InlineData("content/pages/made")]
    [InlineData("input/made")]
    [InlineData("link-to-content/made")]
    public async Task An_output_folder_that_would_take_the_place_of_sources_is_refused(string output)
    {
        using var site = new SiteFolder(Sample);
        Directory.CreateDirectory(site.In("input"));
        Directory.CreateSymbolicLink(site.In("link-to-content"), site.In("content"));
        site.Write("build.json", "{\"files\": []}");
        var before = site.Files();

        var run = await BuildAsync(site, "--output", site.In(output));

        run.AssertEnvironmentFailed("请换一个 --output");
        Assert.Equal(before, site.Files());
    }

    [Theory]
    [InlineData("mine.txt", "mine")]
    [InlineData("build.json", "{\"version\": 1}")]
    public async Task A_folder_that_holds_what_no_build_of_ours_made_is_refused(string file, string text)
    {
        using var site = new SiteFolder(Sample);
        site.Write($"output/{file}", text);

        var run = await BuildAsync(site);

        run.AssertEnvironmentFailed("不是本程序生成的文件夹");
        Assert.Equal([file], site.Files("output").Keys);
    }

    [Fact]
    public async Task A_symbolic_link_is_no_output_folder()
    {
        using var site = new SiteFolder(Sample);
        Directory.CreateDirectory(site.In("../elsewhere"));
        Directory.CreateSymbolicLink(site.Output, site.In("../elsewhere"));

        var run = await BuildAsync(site);

        run.AssertEnvironmentFailed("不是本程序生成的文件夹");
        Assert.Empty(Directory.EnumerateFileSystemEntries(site.In("../elsewhere")));
    }

    [Fact]
    public async Task A_second_build_into_the_same_folder_says_that_one_is_at_work()
    {
        using var site = new SiteFolder(Sample);
        using var first = new FileStream(site.Output + ".site-lock", FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None);

        var second = await BuildAsync(site);

        second.AssertEnvironmentFailed("另一次生成正在写入");
        Assert.False(Directory.Exists(site.Output));
    }

    [Fact]
    public async Task Of_two_builds_at_once_each_ends_well_or_says_that_another_is_at_work_and_the_site_is_whole()
    {
        using var site = new SiteFolder(Sample);

        var runs = await Task.WhenAll(BuildAsync(site), BuildAsync(site), BuildAsync(site));

        Assert.Contains(runs, run => run.ExitCode == 0);
        Assert.All(runs.Where(run => run.ExitCode != 0), run => run.AssertEnvironmentFailed("另一次生成正在写入"));
        site.AssertOutputIsWhole();
    }

    private static Task<SiteRun> BuildAsync(SiteFolder site, params string[] more) =>
        SiteProgram.RunAsync(["build", "--no-search", "--site", site.Path, .. more]);
}
