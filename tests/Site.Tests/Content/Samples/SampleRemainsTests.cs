namespace Site.Tests;

/// <summary>What a city has not replaced yet.</summary>
public sealed class SampleRemainsTests
{
    private const string Settings = "title: 青石市安全生产月\nurl: https://example.gov.cn/\norganiser: 青石市安委办\nfooter:\n  icp: 青ICP备12345678号-1\n  police: 青公网安备12345678901234号\n  siteCode: \"1234567890\"\n  contact: 青石市应急管理局\n  correction: https://zfwzgl.www.gov.cn/\n";

    private const string News = "---\ntitle: 开放日\ndate: 2026-06-01\nsummary: 去看看\nsource: 青石市安委办\nreviewer: 青石市应急管理局\n---\n正文。\n";

    [Theory]
    [InlineData("填写示例：姓名写全称。", false, "content/news/2026/a.md:8:3")]
    [InlineData("操作示例见下图，这是一个示例代码。", true, "")]
    [InlineData("到示例市应急管理局领取。", false, "content/news/2026/a.md:8:2")]
    [InlineData("地点在示例街道。", false, "content/news/2026/a.md:8:4")]
    [InlineData("联系宣教科（示例）。", false, "content/news/2026/a.md:8:7")]
    [InlineData("这是一段示例代码。\n\n备案号是示ICP备00000000号。", false, "content/news/2026/a.md:10:1")]
    [InlineData("备案号是示ICP备00000000号。", true, "")]
    public async Task A_line_of_a_page_is_told_once_and_a_real_example_is_not(string line, bool isSilent, string at)
    {
        using var site = Site(Settings, ("content/news/2026/a.md", News.Replace("正文。", line, StringComparison.Ordinal)));

        var check = await CheckAsync(site);

        Assert.Equal(0, check.ExitCode);
        Assert.Equal(isSilent ? "0 个错误，0 个警告" : "0 个错误，1 个警告", check.LastLine);
        Assert.Contains(isSilent ? "" : $"{at}: warning sample/left", check.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Settings_pages_units_entries_and_signatures_are_told_each_once_at_their_lines()
    {
        using var site = Site(
            Settings.Replace("青石市安委办", "示例市安委办（示例）", StringComparison.Ordinal).Replace("\"1234567890\"", "\"0000000000\"", StringComparison.Ordinal),
            ("content/news/2026/a.md", News.Replace("date:", "sample: true\ndate:", StringComparison.Ordinal).Replace("正文。", "在示例市，示例街道。\n\n在示例区。", StringComparison.Ordinal)),
            ("content/news/2026/b.md", News.Replace("reviewer: 青石市应急管理局", "reviewer: 示例市应急管理局（示例）", StringComparison.Ordinal)),
            ("content/news/2026/c.md", News.Replace("reviewer: 青石市应急管理局", "reviewer: 示例市消防救援支队（示例）", StringComparison.Ordinal)),
            ("input/units.csv", "id,name,parent,level,sector\ncity,青石市,,city,\neast,示例东区,city,district,\n"),
            ("input/sign-offs/content/news/2026/x.md.csv", "role,office\n科室审核,示例市应急管理局（示例）\n"));

        var check = await CheckAsync(site);
        var told = check.Error.Split('\n').Where(line => line.Contains("sample/left", StringComparison.Ordinal)).Select(line => line.Split(": ")[0]).ToArray();

        Assert.Equal(
            ["content/news/2026/a.md:3:1", "input/sign-offs/content/news/2026/x.md.csv:2:6", "input/units.csv:3:6", "site.yaml:1:1", "site.yaml:3:12", "site.yaml:7:1"],
            told.Order(StringComparer.Ordinal));
        Assert.Contains("有 2 页的审核单位还是示例，例如 content/news/2026/b.md", check.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("示例东区", check.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("title: 示例市安全生产月\n", "")]
    [InlineData("title: 青石市安全生产月\n", "sample: true\n")]
    public async Task A_site_that_is_a_sample_as_a_whole_is_not_told(string title, string more)
    {
        using var site = Site(Settings.Replace("title: 青石市安全生产月\n", title, StringComparison.Ordinal) + more, ("content/news/2026/a.md", News.Replace("正文。", "在示例市。", StringComparison.Ordinal)));

        Assert.Equal("0 个错误，0 个警告", (await CheckAsync(site)).LastLine);
    }

    [Fact]
    public async Task Pages_of_a_pack_do_not_count_and_the_sites_reviewer_takes_the_place_of_made_up_ones()
    {
        using var site = Site(
            Settings + "packs: [basic]\nreviewer: 青石市应急管理局宣教科\n",
            ("content/news/2026/b.md", News.Replace("reviewer: 青石市应急管理局", "reviewer: 示例市应急管理局（示例）", StringComparison.Ordinal)));

        Assert.Equal("0 个错误，0 个警告", (await CheckAsync(site)).LastLine);
    }

    [Fact]
    public async Task Many_lines_of_one_file_are_counted()
    {
        using var site = Site(Settings, ("content/news/2026/a.md", News.Replace("正文。", string.Join("\n\n", Enumerable.Repeat("在示例市。", 50)), StringComparison.Ordinal)));

        var check = await CheckAsync(site);

        Assert.Equal("0 个错误，20 个警告", check.LastLine);
        Assert.Contains("里还有 31 行示例", check.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://example.gov.cn/", "site.yaml:2:6: warning site/insecure-url")]
    [InlineData("http://127.0.0.1:5080/", "")]
    [InlineData("https://example.gov.cn/", "")]
    public async Task An_address_without_encryption_is_told_at_its_line(string url, string says)
    {
        using var site = Site(Settings.Replace("https://example.gov.cn/", url, StringComparison.Ordinal), ("content/news/2026/a.md", News));

        var check = await CheckAsync(site);

        Assert.Contains(says, check.Error, StringComparison.Ordinal);
        Assert.Equal(says.Length > 0, check.Error.Contains("site/insecure-url", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Another_version_than_the_site_asks_for_is_all_that_is_told()
    {
        using var site = Site(Settings + "generator: \">=99\"\nfuture: yes\n", ("content/news/2026/a.md", News));

        var check = await CheckAsync(site);

        Assert.Equal(1, check.ExitCode);
        Assert.StartsWith("site.yaml:10:12: error site/wrong-generator\n  这个网站要用 >=99 的 site 程序", check.Error, StringComparison.Ordinal);
        Assert.Equal("1 个错误，0 个警告", check.LastLine);
    }

    private static SiteFolder Site(string settings, params (string Path, string Text)[] files)
    {
        var site = new SiteFolder("");
        site.Write("site.yaml", settings);
        foreach (var (path, text) in files)
        {
            site.Write(path, text);
        }

        return site;
    }

    private static Task<SiteRun> CheckAsync(SiteFolder site) => SiteProgram.RunAsync("check", "--site", site.Path, "--as-of", "2026-06-10");
}
