using System.Text;
using System.Text.Json.Nodes;
using Site.Cli.Editing.HandingIn;

namespace Site.Tests;

public class HandInTests
{
    private const string Page = "content/pages/about.md";

    [Fact]
    public async Task A_page_goes_to_a_branch_of_its_own_under_the_office_s_name_and_the_folder_stays_as_it_is()
    {
        using var site = new SiteFolder(SiteFolder.AboutPage);
        var git = new TestRepository(site);
        await using var editor = await Editor.StartAsync(site);
        var text = site.Read(Page);
        site.Write("content/pages/other.md", "别人写了一半");
        await editor.AskAsync("save", Asked(Page, text.Replace("第一版", "第二版", StringComparison.Ordinal), text));
        var status = git.Do("status", "--porcelain");
        var head = git.Do("rev-parse", "HEAD");

        var answer = await editor.AskAsync("submit", Submitted("示例市应急管理局宣教科", "改了一个字"));

        Assert.True((bool)answer["done"]!, answer.ToJsonString());
        var branch = Assert.Single(git.Branches(), name => name != "main");
        Assert.StartsWith("edit/pages-about-0610-", branch, StringComparison.Ordinal);
        Assert.Equal("示例市应急管理局宣教科 改了一个字", git.AtServer("log", "-1", "--format=%an %s", branch));
        Assert.Equal(Page, git.AtServer("diff", "--name-only", "main", branch));
        Assert.Contains("第二版", git.AtServer("show", $"{branch}:{Page}"), StringComparison.Ordinal);
        Assert.Equal(status, git.Do("status", "--porcelain"));
        Assert.Equal(head, git.Do("rev-parse", "HEAD"));
        Assert.Equal("open", (string)(await editor.AskAsync("pages", []))["pages"]!.AsArray().Single(page => (string)page!["path"]! == Page)!["submission"]!);
    }

    [Fact]
    public async Task A_second_time_goes_to_the_same_branch_and_nothing_new_is_refused()
    {
        using var site = new SiteFolder(SiteFolder.AboutPage);
        var git = new TestRepository(site);
        await using var editor = await Editor.StartAsync(site);
        var text = site.Read(Page);
        Assert.Contains("没有要提交的改动", (string)(await editor.AskAsync("submit", Submitted("示例科", "")))["failure"]!, StringComparison.Ordinal);

        site.Write(Page, text.Replace("第一版", "第二版", StringComparison.Ordinal));
        await editor.AskAsync("submit", Submitted("示例科", ""));
        site.Write(Page, text.Replace("第一版", "第三版", StringComparison.Ordinal));
        await editor.AskAsync("submit", Submitted("示例科", ""));

        var branch = Assert.Single(git.Branches(), name => name != "main");
        Assert.Contains("第三版", git.AtServer("show", $"{branch}:{Page}"), StringComparison.Ordinal);
        Assert.Equal("修改：关于", git.AtServer("log", "-1", "--format=%s", branch));
    }

    [Fact]
    public async Task What_was_merged_meanwhile_is_joined_and_the_same_line_is_shown()
    {
        using var site = new SiteFolder(SiteFolder.AboutPage);
        var git = new TestRepository(site);
        await using var editor = await Editor.StartAsync(site);
        var text = site.Read(Page);
        git.CommitAtServer(Page, text.Replace("title: 关于", "title: 关于我们", StringComparison.Ordinal));
        site.Write(Page, text + "\n新的一段。\n");

        var joined = await editor.AskAsync("submit", Submitted("示例科", ""));
        var branch = Assert.Single(git.Branches(), name => name != "main");
        var both = git.AtServer("show", $"{branch}:{Page}");
        git.CommitAtServer(Page, text.Replace("第一版。", "对方的话。", StringComparison.Ordinal));
        site.Write(Page, text.Replace("第一版。", "我的话。", StringComparison.Ordinal));
        var conflict = await editor.AskAsync("submit", Submitted("示例科", ""));

        Assert.Contains("合在一起", (string)joined["said"]!, StringComparison.Ordinal);
        Assert.Contains("关于我们", both, StringComparison.Ordinal);
        Assert.Contains("新的一段。", both, StringComparison.Ordinal);
        Assert.Null(conflict["done"]);
        Assert.Contains("对方的话。", (string)conflict["both"]!, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("张伟")]
    [InlineData("宣教科 13800138000")]
    [InlineData("科\n室")]
    public async Task Only_an_office_hands_in(string office)
    {
        using var site = new SiteFolder(SiteFolder.AboutPage);
        _ = new TestRepository(site);
        await using var editor = await Editor.StartAsync(site);
        site.Write(Page, site.Read(Page) + "改\n");

        Assert.Contains("科室或单位", (string)(await editor.AskAsync("submit", Submitted(office, "")))["failure"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_gitea_gets_a_request_and_tells_what_the_reviewers_and_the_checks_say()
    {
        using var site = new SiteFolder(SiteFolder.AboutPage);
        _ = new TestRepository(site);
        await using var gitea = new ImitatedGitea();
        await using var editor = await Editor.StartAsync(site, gitea.Environment);
        site.Write(Page, site.Read(Page) + "改\n");

        var answer = await editor.AskAsync("submit", Submitted("示例科", "改了一句"));
        var list = (await editor.AskAsync("submissions", []))["list"]!.AsArray();

        Assert.Equal(gitea.Page, (string)answer["url"]!);
        var request = Assert.Single(gitea.Requests);
        Assert.Equal("token geheim-token", gitea.Authorization);
        Assert.Equal("改了一句", (string)request["title"]!);
        Assert.Equal("main", (string)request["base"]!);
        Assert.Contains("检查没有发现问题", (string)request["body"]!, StringComparison.Ordinal);
        Assert.Equal("请把日期写上。", (string)list[0]!["comments"]![0]!["text"]!);
        Assert.Equal("没有通过", (string)list[0]!["checks"]![0]!["result"]!);
        Assert.Equal("open", (string)list[0]!["state"]!);
        Assert.DoesNotContain("geheim-token", answer.ToJsonString() + list.ToJsonString(), StringComparison.Ordinal);
        gitea.IsMerged = true;
        Assert.Equal("merged", (string)(await editor.AskAsync("submissions", []))["list"]![0]!["state"]!);
    }

    [Theory]
    [InlineData("https://github.com/anquan/site.git", null, "GitHub", "https://github.com/anquan/site/compare/main...edit/a?expand=1")]
    [InlineData("git@gitee.com:anquan/site.git", null, "Gitee", "https://gitee.com/anquan/site/pull/new/anquan:edit/a...anquan:main")]
    [InlineData("ssh://git@gitlab.example.gov.cn:2222/group/anquan/site.git", null, "GitLab", "https://gitlab.example.gov.cn/group/anquan/site/-/merge_requests/new?merge_request%5Bsource_branch%5D=edit%2Fa&merge_request%5Btarget_branch%5D=main")]
    [InlineData("https://user:secret@git.example.gov.cn/anquan/site", "forgejo", "Gitea", "https://git.example.gov.cn/anquan/site/compare/main...edit/a")]
    [InlineData("https://git.example.gov.cn/anquan/site", null, null, null)]
    [InlineData("/srv/git/site.git", "gitea", null, null)]
    [InlineData("C:\\git\\site.git", "gitea", null, null)]
    public void The_server_is_read_from_the_remote_and_without_a_token_its_page_is_shown(string remote, string? kind, string? found, string? page)
    {
        var address = ForgeAddress.Of(remote, name => name switch { "SITE_FORGE" => kind, "GITHUB_TOKEN" => "only-for-github", _ => null });

        Assert.Equal(found, address?.Kind.ToString());
        Assert.Equal(page, address?.NewRequestPage("main", "edit/a").AbsoluteUri);
        Assert.Equal(found == "GitHub" ? "only-for-github" : null, address?.Token);
    }

    [Fact]
    public async Task Without_a_server_a_zip_goes_out_and_is_taken_in_after_the_check()
    {
        using var site = new SiteFolder(SiteFolder.AboutPage);
        using var office = new SiteFolder(SiteFolder.AboutPage);
        await using var editor = await Editor.StartAsync(site);
        var text = site.Read(Page);
        await editor.AskAsync("save", Asked(Page, text + "\n我加的一段。\n", text));

        var answer = await editor.AskAsync("submit", Submitted("示例街道办事处", "加了一段"));
        var zip = Path.Combine(Path.GetDirectoryName(office.Path)!, "in.zip");
        await File.WriteAllBytesAsync(zip, Convert.FromBase64String((string)answer["zip"]!));
        office.Write(Page, text.Replace("title: 关于", "title: 关于我们", StringComparison.Ordinal));
        var taken = await SiteProgram.RunAsync("accept", zip, "--site", office.Path, "--as-of", "2026-06-10");
        var merged = office.Read(Page);
        office.Write(Page, text.Replace("第一版。", "第一版。\n\n对方也加了一段。\n", StringComparison.Ordinal));
        var refused = await SiteProgram.RunAsync("accept", zip, "--site", office.Path, "--as-of", "2026-06-10");

        Assert.Equal(0, taken.ExitCode);
        Assert.Contains("示例街道办事处", taken.Error, StringComparison.Ordinal);
        Assert.Equal(text.Replace("title: 关于", "title: 关于我们", StringComparison.Ordinal) + "\n我加的一段。\n", merged);
        refused.AssertEnvironmentFailed("同一处");
    }

    [Fact]
    public async Task A_zip_with_mistakes_or_hostile_names_is_not_taken_in()
    {
        using var site = new SiteFolder(SiteFolder.AboutPage);
        var before = site.Files();
        var wrong = await AcceptAsync(site, Zip(("files/content/pages/new.md", "---\ntitel: 甲\n---\n")));
        Assert.Equal(1, wrong.ExitCode);
        Assert.Contains("front-matter/unknown-field", wrong.Error, StringComparison.Ordinal);

        foreach (var name in new[]
        {
            "files/../site.yaml", "files/content/../site.yaml", "files/content/pages/../../site.yaml", "files/input/sign-offs/a.csv", "files/site.yaml", "files/content/pages/.git/config", "/etc/passwd",
            "files/content/pages/A.md", "files/content/pages/a b.md", "files/content\\pages\\a.md", "files/content/pages/con.md", "files/content/nothing/a.md", "files/.github/workflows/a.yml", "origin/content/pages/a.md", "files/C:/a.md",
        })
        {
            (await AcceptAsync(site, Zip((name, "甲")))).AssertEnvironmentFailed("没有写任何文件");
        }

        (await AcceptAsync(site, "no zip"u8.ToArray())).AssertEnvironmentFailed("没有接收");
        (await AcceptAsync(site, OfficeFiles.Word(""))).AssertEnvironmentFailed("没有接收");
        (await AcceptAsync(site, OfficeFiles.Pack(new() { ["submission.json"] = "{\"format\":1}"u8.ToArray(), ["files/content/pages/img/a.png"] = new byte[50 * 1024 * 1024] }))).AssertEnvironmentFailed("太大");
        Assert.Equal(before, site.Files());
    }

    private static async Task<SiteRun> AcceptAsync(SiteFolder site, byte[] zip)
    {
        var path = Path.Combine(Path.GetDirectoryName(site.Path)!, "in.zip");
        await File.WriteAllBytesAsync(path, zip);
        return await SiteProgram.RunAsync("accept", path, "--site", site.Path, "--as-of", "2026-06-10");
    }

    private static byte[] Zip(params (string Name, string Text)[] files) =>
        OfficeFiles.Pack(files.Prepend(("submission.json", "{\"format\":1,\"office\":\"示例科\",\"note\":\"\"}")).ToDictionary(file => file.Item1, file => Encoding.UTF8.GetBytes(file.Item2)));

    private static JsonObject Asked(string path, string text, string origin) => new() { ["path"] = path, ["text"] = text, ["origin"] = origin };

    private static JsonObject Submitted(string office, string note) => new() { ["path"] = Page, ["office"] = office, ["note"] = note };
}
