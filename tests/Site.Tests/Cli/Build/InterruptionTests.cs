using System.Diagnostics;

namespace Site.Tests;

/// <summary>A build that is killed, or that finds the disk full, leaves the old site or the new one, whole.</summary>
public class InterruptionTests
{
    [Trait("Speed", "slow")]
    [Fact]
    public async Task A_build_killed_at_any_moment_leaves_the_old_site_or_the_new_one_and_the_next_build_works()
    {
        using var site = new SiteFolder(Pages("第0版", 40));
        var clock = Stopwatch.StartNew();
        await BuildAsync(site);
        var whole = clock.Elapsed;

        for (var kill = 1; kill <= 8; kill++)
        {
            Edit(site, $"第{kill}版");
            using (var build = SiteProgram.Start("build", "--no-search", "--site", site.Path))
            {
                await Task.Delay(whole * kill / 9);
                build.Kill(entireProcessTree: true);
                await build.WaitForExitAsync();
            }

            site.AssertOutputIsWhole();
            Assert.Contains(Enumerable.Range(0, kill + 1), version => Shows(site, $"第{version}版"));
        }

        var last = await BuildAsync(site);

        Assert.Equal(0, last.ExitCode);
        Assert.True(Shows(site, "第8版"));
        site.AssertOutputIsWhole();
        Assert.Equal(["content", "output", "site.yaml"], Directory.EnumerateFileSystemEntries(site.Path).Select(Path.GetFileName).Order());
    }

    [Fact]
    public async Task Where_a_file_cannot_be_written_to_its_end_the_old_site_stays_and_one_line_says_why()
    {
        using var site = new SiteFolder(Pages("第一版", 3));
        await BuildAsync(site);
        var before = site.Files("output");
        Edit(site, string.Concat(Enumerable.Repeat("第二版。\n\n", 10_000)));

        // No file may grow past 200 blocks of 512 bytes, as if the disk were full. The runtime's own mapping of code would not fit either.
        var run = await SiteProgram.RunShellAsync(
            $"trap '' XFSZ; ulimit -f 200; DOTNET_EnableWriteXorExecute=0 exec dotnet \"$SITE\" build --no-search --site '{site.Path}'");

        run.AssertEnvironmentFailed("读写文件失败：系统不让文件这么大");
        Assert.Equal(before, site.Files("output"));
        Assert.Equal(["content", "output", "site.yaml"], Directory.EnumerateFileSystemEntries(site.Path).Select(Path.GetFileName).Order());
    }

    private static Task<SiteRun> BuildAsync(SiteFolder site) => SiteProgram.RunProcessAsync([], "build", "--no-search", "--site", site.Path);

    private static bool Shows(SiteFolder site, string version) =>
        Enumerable.Range(0, 3).All(page => site.Read($"output/page-{page}/index.html").Contains(version, StringComparison.Ordinal));

    private static string Pages(string version, int count) => string.Concat(Enumerable.Range(0, count).Select(page =>
        $"-- content/pages/page-{page}.md --\n---\ntitle: 第{page}页\nsummary: 示例\nsource: 示例\nreviewer: 示例科室\n---\n{version}\n"));

    private static void Edit(SiteFolder site, string version)
    {
        foreach (var path in site.Files("content").Keys)
        {
            var text = site.Read($"content/{path}");
            site.Write($"content/{path}", $"{text[..text.LastIndexOf("---\n", StringComparison.Ordinal)]}---\n{version}\n");
        }
    }
}
