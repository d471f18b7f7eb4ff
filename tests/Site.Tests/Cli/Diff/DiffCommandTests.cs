namespace Site.Tests;

public class DiffCommandTests
{
    private const string Sample = SiteFolder.AboutPage;

    [Fact]
    public async Task Two_builds_are_compared_and_the_report_is_printed()
    {
        using var site = new SiteFolder(Sample);
        await SiteProgram.RunAsync("build", "--site", site.Path, "--as-of", "2026-06-10", "--no-search", "--output", site.In("old"));
        site.Write("content/pages/about.md", site.Read("content/pages/about.md").Replace("第一版", "第二版", StringComparison.Ordinal));
        await SiteProgram.RunAsync("build", "--site", site.Path, "--as-of", "2026-06-10", "--no-search", "--output", site.In("new"));

        var run = await SiteProgram.RunAsync("diff", site.In("old"), site.In("new"));

        Assert.Equal(0, run.ExitCode);
        Assert.StartsWith("# 公开内容的变化\n\n页面：新增 0，改动 1，撤下 0。", run.Output, StringComparison.Ordinal);
        Assert.Contains("- 关于（/about/）\n", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("-- old/a.txt --\nx", "不是本程序生成的网站：没有可用的 build.json")]
    [InlineData("-- old/build.json --\n{", "不是本程序生成的网站：build.json 读不懂")]
    [InlineData("-- old/build.json --\n{\"files\": 1}", "不是本程序生成的网站：build.json 读不懂")]
    [InlineData("-- old/build.json --\n{\"files\": [{\"path\": \"../../etc/passwd\", \"sha256\": \"\"}]}", "build.json 里有文件夹以外的路径")]
    [InlineData("-- old/build.json --\n{\"files\": [{\"path\": \"/etc/passwd\", \"sha256\": \"\"}]}", "build.json 里有文件夹以外的路径")]
    [InlineData("-- old/build.json --\n{\"files\": [{\"path\": \"a/index.html\", \"sha256\": \"\"}]}", "不完整：少了 build.json 列出的文件")]
    public async Task A_folder_that_no_build_made_is_refused_in_one_line(string folder, string says)
    {
        using var site = new SiteFolder(folder + "\n-- new/build.json --\n{\"files\": []}");

        (await SiteProgram.RunAsync("diff", site.In("old"), site.In("new"))).AssertEnvironmentFailed(says);
    }

    [Fact]
    public async Task A_link_out_of_the_folder_is_not_followed()
    {
        using var site = new SiteFolder("-- old/build.json --\n{\"files\": [{\"path\": \"a/index.html\", \"sha256\": \"\"}]}\n-- new/build.json --\n{\"files\": []}\n-- secret/index.html --\n<h1>秘密</h1>");
        Directory.CreateSymbolicLink(site.In("old/a"), site.In("secret"));

        (await SiteProgram.RunAsync("diff", site.In("old"), site.In("new"))).AssertEnvironmentFailed("里有符号链接");
    }

    [Fact]
    public async Task A_missing_folder_is_a_fault_of_the_environment()
    {
        using var site = new SiteFolder(Sample);

        (await SiteProgram.RunAsync("diff", site.In("old"), site.In("new"))).AssertEnvironmentFailed("找不到文件夹");
    }
}
