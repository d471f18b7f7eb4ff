namespace Site.Tests;

/// <summary>Sites that take pages from packs, as their clerks run them.</summary>
public sealed class PackCommandTests
{
    private const string Packs = "title: 某市安全生产月\nurl: https://example.gov.cn/\norganiser: 某市安委办\nfooter:\n  icp: 青ICP备12345678号-1\n  police: 青公网安备12345678901234号\n  siteCode: \"1234567890\"\n  contact: 某市应急管理局\n  correction: https://zfwzgl.www.gov.cn/\n";

    private const string Guide = "---\ntitle: 燃气\nsummary: 关阀开窗\nsource: 某省\nreviewer: 某省（示例）\n---\n先开窗，再看[锅](../guides/oil.md)和[站](xref:oil)。\n";

    [Fact]
    public async Task A_site_of_the_pack_alone_has_no_mistake_and_is_built()
    {
        using var site = Site("packs: [basic]\nreviewer: 某市应急管理局宣教科\n");

        var build = await RunAsync("build", site, "--no-search");

        Assert.Equal("0 个错误，0 个警告\n", build.Error);
        Assert.Equal(0, build.ExitCode);
        var page = site.Read("output/guides/gas-leak/index.html");
        Assert.Contains("某市应急管理局宣教科", page, StringComparison.Ordinal);
        Assert.DoesNotContain("（示例）", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_own_page_at_the_same_path_wins()
    {
        using var site = Site("packs: [basic]\n");
        site.Write("content/guides/gas-leak.md", Guide.Replace("先开窗，再看[锅](../guides/oil.md)和[站](xref:oil)。", "本市的做法。", StringComparison.Ordinal).Replace("某省（示例）", "某市应急管理局", StringComparison.Ordinal));

        Assert.Equal("0 个错误，0 个警告", (await RunAsync("build", site, "--no-search")).LastLine);
        Assert.Contains("本市的做法。", site.Read("output/guides/gas-leak/index.html"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_switched_off_is_gone_and_links_of_the_pack_to_it_are_text()
    {
        using var site = Site("packs: [basic]\nwithoutPages: [guides/report-hazard.md, lectures/]\n");

        var build = await RunAsync("build", site, "--no-search");

        Assert.Equal("0 个错误，0 个警告\n", build.Error);
        Assert.Equal(0, build.ExitCode);
        Assert.False(Directory.Exists(site.In("output/guides/report-hazard")));
        Assert.False(Directory.Exists(site.In("output/lectures")));
        Assert.Contains("<a>发现隐患怎么报</a>", site.Read("output/guides/gas-leak/index.html"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("guides/")]
    [InlineData("laws/")]
    [InlineData("quizzes/")]
    [InlineData("calendar/")]
    [InlineData("warnings/")]
    [InlineData("campaigns/")]
    [InlineData("lectures/, pages/report.md")]
    [InlineData("campaigns/2026.md, laws/work-safety-law.md, guides/gas-leak.md, quizzes/home-safety.md")]
    public async Task Whatever_is_switched_off_the_rest_has_no_mistake(string pages)
    {
        using var site = Site($"packs: [basic]\nwithoutPages: [{pages}]\n");

        var check = await RunAsync("check", site);

        Assert.Equal("0 个错误，0 个警告\n", check.Error);
        Assert.Equal(0, check.ExitCode);
    }

    [Theory]
    [InlineData("packs: [basics]\n", "site.yaml:10:9: error site/unknown-pack")]
    [InlineData("packs: basics\n", "site.yaml:10:8: error site/unknown-pack\n  没有名为 “basics” 的内容包。\n  是不是 “basic”？程序自带的内容包写 basic；")]
    [InlineData("packs: [basic, ../other]\n", "site.yaml:10:16: error site/unknown-pack")]
    [InlineData("packs: [packs/../content]\n", "site.yaml:10:9: error site/unknown-pack")]
    [InlineData("packs: [content]\n", "site.yaml:10:9: error site/unknown-pack")]
    [InlineData("packs: [packs/none]\n", "site.yaml:10:9: error site/unknown-pack")]
    [InlineData("packs: [basic]\nwithoutPages: [guides/gas-leek.md]\n", "site.yaml:11:16: error site/unknown-page")]
    [InlineData("packs: [basic]\nwithoutPages: [guides/gas-leak.md, nothing/]\n", "site.yaml:11:36: error site/unknown-page")]
    [InlineData("withoutPages: [guides/gas-leak.md]\n", "site.yaml:10:16: error site/unknown-page")]
    public async Task A_wrong_name_is_told_at_its_place(string more, string says)
    {
        using var site = Site(more);

        var check = await RunAsync("check", site);

        Assert.Equal(1, check.ExitCode);
        Assert.Contains(says, check.Error, StringComparison.Ordinal);
        Assert.Equal("1 个错误，0 个警告", check.LastLine);
    }

    [Fact]
    public async Task A_folder_of_the_site_is_a_pack_too_and_its_mistakes_are_told_at_its_own_files()
    {
        using var site = Site("packs: [packs/province, basic]\n");
        site.Write("packs/province/guides/gas-leak.md", Guide);
        site.Write("packs/province/guides/other.md", Guide.Replace("title: 燃气", "title: 别的\nsumary: 错", StringComparison.Ordinal));

        var check = await RunAsync("check", site);

        Assert.StartsWith("packs/province/guides/other.md:3:1: error front-matter/unknown-field", check.Error, StringComparison.Ordinal);
        Assert.Contains("site pack copy guides/other.md", check.Error, StringComparison.Ordinal);
        Assert.Equal("1 个错误，0 个警告", check.LastLine);
    }

    [Fact]
    public async Task What_is_due_in_the_built_in_pack_is_told_with_a_cure_for_staff()
    {
        using var site = Site("packs: [basic]\n");

        site.Write("content/laws/work-safety-law.md", Guide.Replace("先开窗，再看[锅](../guides/oil.md)和[站](xref:oil)。", "正文。", StringComparison.Ordinal)
            .Replace("reviewer", "name: 安全生产法\nid: 安全生产法\nversion: 2021-06-10\narticles: 10\nofficial: https://flk.npc.gov.cn/\nreviewer", StringComparison.Ordinal));

        var old = await SiteProgram.RunAsync("check", "--site", site.Path, "--as-of", "2031-01-01");
        var wrong = await RunAsync("check", site);

        Assert.Matches("(?m)^site.yaml:10:9: warning pack/review-overdue\n  内容包 basic 里有 [0-9]+ 页过了复核日期", old.Error);
        Assert.Equal(1, old.Error.Split("review-overdue").Length - 1);
        Assert.Matches("(?m)^basic/quizzes/[a-z0-9-]+\\.md:[0-9]+:[0-9]+: error quiz/unknown-article\n  .*\n  这是程序自带的内容包里的一页.*site pack copy quizzes/", wrong.Error);
        Assert.DoesNotMatch("(?m)^content/", wrong.Error);
    }

    [Fact]
    public async Task A_link_out_of_the_site_folder_is_not_followed()
    {
        using var site = Site("packs: [packs/province]\n");
        Directory.CreateSymbolicLink(site.In("packs"), Directory.CreateTempSubdirectory("site-packs-").FullName);

        var check = await RunAsync("check", site);

        Assert.Contains("packs:1:1: error file/symbolic-link", check.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_is_copied_with_the_sites_own_office_and_never_twice()
    {
        using var site = Site("packs: [basic]\nreviewer: 某市应急管理局宣教科\n");

        var list = await SiteProgram.RunAsync("pack", "list", "--site", site.Path);
        var copy = await SiteProgram.RunAsync("pack", "copy", "guides/gas-leak.md", "--site", site.Path);
        var again = await SiteProgram.RunAsync("pack", "copy", "content/guides/gas-leak.md", "--site", site.Path);
        var wrong = await SiteProgram.RunAsync("pack", "copy", "guides/e-bkie.md", "--site", site.Path);
        var outside = await SiteProgram.RunAsync("pack", "copy", "../site.yaml", "--site", site.Path);

        Assert.Contains("guides/gas-leak.md\t", list.Output, StringComparison.Ordinal);
        Assert.Equal(0, copy.ExitCode);
        Assert.Contains("\nreviewer: \"某市应急管理局宣教科\"\n", site.Read("content/guides/gas-leak.md"), StringComparison.Ordinal);
        again.AssertEnvironmentFailed("已经是自己的了");
        wrong.AssertEnvironmentFailed("是不是 guides/e-bike.md？");
        outside.AssertEnvironmentFailed("内容包里没有");
        Assert.Equal("0 个错误，0 个警告\n", (await RunAsync("check", site)).Error);
    }

    [Fact]
    public async Task A_made_up_reviewer_gives_way_to_the_sites_own_and_signatures_hold()
    {
        using var site = Site("packs: [packs/province]\nsample: true\n");
        site.Write("packs/province/warnings/a.md", Guide.Replace("先开窗，再看[锅](../guides/oil.md)和[站](xref:oil)。", "正文。", StringComparison.Ordinal).Replace("reviewer", "occurred: 2024-01-24\nplace: 某地\nreviewer", StringComparison.Ordinal));
        site.Write("content/warnings/b.md", site.Read("packs/province/warnings/a.md").Replace("title: 燃气", "title: 另一起", StringComparison.Ordinal));
        site.Write("input/policy.yaml", "signOff:\n  warnings: [科室审核]\n");
        foreach (var page in new[] { "content/warnings/a.md", "content/warnings/b.md" })
        {
            var signed = await SiteProgram.RunAsync("sign", page, "--role", "科室审核", "--by", "某市应急管理局", "--site", site.Path, "--as-of", "2026-06-01");
            Assert.True(signed.ExitCode == 0, signed.Error);
        }

        var before = await RunAsync("check", site);
        site.Write("site.yaml", site.Read("site.yaml") + "reviewer: 某市应急管理局宣教科\n");
        var after = await RunAsync("check", site);
        await RunAsync("build", site, "--no-search");

        Assert.Equal("0 个错误，0 个警告\n", before.Error);
        Assert.Equal(before.Error, after.Error);
        Assert.All(["a", "b"], page =>
        {
            Assert.Contains("某市应急管理局宣教科", site.Read($"output/warnings/{page}/index.html"), StringComparison.Ordinal);
            Assert.DoesNotContain("某省（示例）", site.Read($"output/warnings/{page}/index.html"), StringComparison.Ordinal);
        });
    }

    [Theory]
    [InlineData("packs: packs/mein\n", "site/unknown-pack")]
    [InlineData("packs: 【packs/mine】\nwithoutPages: [guides/other.md]\n", "site/unknown-pack")]
    [InlineData("packs: {mine: true}\n", "site/wrong-type")]
    [InlineData("packs: [packs/mine]\nreviewer: 甲: 乙\n", "yaml/syntax")]
    public async Task A_pack_that_is_not_there_is_one_mistake_and_not_one_for_each_link_to_its_pages(string more, string code)
    {
        using var site = Site(more + "menu:\n  - {label: 燃气, address: /guides/gas/}\n");
        site.Write("packs/mine/guides/gas.md", Guide.Replace("[锅](../guides/oil.md)和[站](xref:oil)", "锅", StringComparison.Ordinal));
        site.Write("content/pages/about.md", site.Read("content/pages/about.md") + "\n看[燃气](../guides/gas.md)、[编号](xref:gas)、[网址](https://example.gov.cn/guides/gas/)。\n\n![图](../guides/img/gas.svg)\n");

        var check = await RunAsync("check", site);

        Assert.Equal("1 个错误，0 个警告", check.LastLine);
        Assert.Contains($"error {code}\n", check.Error, StringComparison.Ordinal);
    }

    private static SiteFolder Site(string more)
    {
        var site = new SiteFolder(SiteFolder.AboutPage);
        site.Write("site.yaml", Packs + more);
        return site;
    }

    private static Task<SiteRun> RunAsync(string command, SiteFolder site, params string[] more) => SiteProgram.RunAsync([command, "--site", site.Path, "--as-of", "2026-06-10", .. more]);
}
