using System.Text;
using System.Text.Json.Nodes;
using Site.Cli.Editing.HandingIn;
using Site.Tests.Rendering.Pictures;

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

    [Fact]
    public async Task What_was_taken_in_once_is_changed_by_a_second_zip_and_by_a_third()
    {
        using var site = new SiteFolder(SiteFolder.AboutPage);
        using var office = new SiteFolder(SiteFolder.AboutPage);
        await using var editor = await Editor.StartAsync(site);
        foreach (var words in new[] { "第二版。", "第三版。", "第四版。" })
        {
            var before = site.Read(Page);
            await editor.AskAsync("save", Asked(Page, before[..(before.LastIndexOf("---\n", StringComparison.Ordinal) + 4)] + words, before));

            var taken = await AcceptAsync(office, await ZipAsync(editor, Page));

            Assert.Equal(0, taken.ExitCode);
            Assert.Equal(site.Read(Page), office.Read(Page));
        }
    }

    [Fact]
    public async Task A_second_zip_is_joined_with_what_others_changed_and_one_that_was_never_taken_in_is_not_undone()
    {
        using var site = new SiteFolder(SiteFolder.AboutPage);
        using var office = new SiteFolder(SiteFolder.AboutPage);
        await using var editor = await Editor.StartAsync(site);
        var first = site.Read(Page);
        var second = first.Replace("第一版。", "第二版。", StringComparison.Ordinal);
        var third = second.Replace("第二版。", "第三版。", StringComparison.Ordinal) + "\n又一段。\n";
        await editor.AskAsync("save", Asked(Page, second, first));
        var zip = await ZipAsync(editor, Page);
        office.Write(Page, first.Replace("title: 关于", "title: 关于我们", StringComparison.Ordinal));
        Assert.Equal(0, (await AcceptAsync(office, zip)).ExitCode);

        await editor.AskAsync("save", Asked(Page, third, second));
        var later = await ZipAsync(editor, Page);
        Assert.Equal(0, (await AcceptAsync(office, later)).ExitCode);
        Assert.Equal(third.Replace("title: 关于", "title: 关于我们", StringComparison.Ordinal), office.Read(Page));

        // Another office that never got the first zip, and one that changed the same line after it.
        office.Write(Page, first.Replace("title: 关于", "title: 关于我们", StringComparison.Ordinal));
        Assert.Equal(0, (await AcceptAsync(office, later)).ExitCode);
        Assert.Equal(third.Replace("title: 关于", "title: 关于我们", StringComparison.Ordinal), office.Read(Page));
        office.Write(Page, second.Replace("第二版。", "对方的话。", StringComparison.Ordinal));
        (await AcceptAsync(office, later)).AssertEnvironmentFailed("同一处");
    }

    [Fact]
    public async Task A_new_page_is_changed_by_a_second_zip_and_one_that_another_made_is_not_written_over()
    {
        using var site = new SiteFolder(SiteFolder.AboutPage);
        using var office = new SiteFolder(SiteFolder.AboutPage);
        await using var editor = await Editor.StartAsync(site);
        var path = (string)(await editor.AskAsync("new", new() { ["kind"] = "page", ["title"] = "新的一页" }))["path"]!;
        var made = site.Read(path);
        var written = site.Read(Page).Replace("关于", "新的一页", StringComparison.Ordinal);
        await editor.AskAsync("save", Asked(path, written, made));
        Assert.Equal(0, (await AcceptAsync(office, await ZipAsync(editor, path))).ExitCode);
        Assert.Equal(written, office.Read(path));

        var better = written.Replace("第一版。", "第二版。", StringComparison.Ordinal);
        await editor.AskAsync("save", Asked(path, better, written));
        var zip = await ZipAsync(editor, path);
        Assert.Equal(0, (await AcceptAsync(office, zip)).ExitCode);
        Assert.Equal(better, office.Read(path));
        office.Write(path, written.Replace("第一版。", "对方自己的一页。", StringComparison.Ordinal));
        (await AcceptAsync(office, zip)).AssertEnvironmentFailed("同一处");
    }

    [Fact]
    public async Task A_page_that_was_changed_without_the_editor_is_never_taken_for_unchanged()
    {
        using var site = new SiteFolder(SiteFolder.AboutPage);
        using var office = new SiteFolder(SiteFolder.AboutPage);
        await using var editor = await Editor.StartAsync(site);
        var text = site.Read(Page);
        site.Write(Page, text.Replace("第一版。", "第二版。", StringComparison.Ordinal));
        office.Write(Page, text + "\n对方的一段。\n");

        (await AcceptAsync(office, await ZipAsync(editor, Page))).AssertEnvironmentFailed("没有写任何文件");
        Assert.Equal(text + "\n对方的一段。\n", office.Read(Page));
    }

    [Fact]
    public async Task A_page_that_was_merged_is_changed_again_though_the_folder_was_not_brought_up_to_date()
    {
        using var site = new SiteFolder(SiteFolder.AboutPage);
        var git = new TestRepository(site);
        await using var editor = await Editor.StartAsync(site);
        var first = site.Read(Page);
        var second = first.Replace("第一版。", "第二版。", StringComparison.Ordinal);
        await editor.AskAsync("save", Asked(Page, second, first));
        await editor.AskAsync("submit", Submitted("示例科", ""));
        git.CommitAtServer(Page, second.Replace("title: 关于", "title: 关于我们", StringComparison.Ordinal));

        await editor.AskAsync("save", Asked(Page, second.Replace("第二版。", "第三版。", StringComparison.Ordinal), second));
        var answer = await editor.AskAsync("submit", Submitted("示例科", ""));

        Assert.True((bool?)answer["done"], answer.ToJsonString());
        var branch = Assert.Single(git.Branches(), name => name != "main");
        Assert.Equal(second.Replace("第二版。", "第三版。", StringComparison.Ordinal).Replace("title: 关于", "title: 关于我们", StringComparison.Ordinal).TrimEnd('\n'), git.AtServer("show", $"{branch}:{Page}"));
    }

    [Fact]
    public async Task A_page_that_the_server_deleted_does_not_come_back_and_one_that_it_never_had_goes_out()
    {
        using var site = new SiteFolder(SiteFolder.AboutPage);
        site.Write("content/pages/gone.md", site.Read(Page).Replace("关于", "走了的", StringComparison.Ordinal));
        var git = new TestRepository(site);
        await using var editor = await Editor.StartAsync(site);
        git.DeleteAtServer("content/pages/gone.md");
        site.Write("content/pages/gone.md", site.Read("content/pages/gone.md") + "改\n");
        site.Write("content/pages/fresh.md", site.Read(Page).Replace("关于", "新来的", StringComparison.Ordinal));
        git.Do("add", "content/pages/fresh.md");
        git.Do("commit", "--quiet", "-m", "还没有推送");

        var gone = await editor.AskAsync("submit", new() { ["path"] = "content/pages/gone.md", ["office"] = "示例科", ["note"] = "" });
        Assert.Contains("已经删除或改名", (string)gone["failure"]!, StringComparison.Ordinal);
        Assert.Equal(["main"], git.Branches());
        var fresh = await editor.AskAsync("submit", new() { ["path"] = "content/pages/fresh.md", ["office"] = "示例科", ["note"] = "" });
        Assert.True((bool?)fresh["done"], fresh.ToJsonString());
        Assert.Equal("content/pages/fresh.md", git.AtServer("diff", "--name-only", "main", Assert.Single(git.Branches(), name => name != "main")));
    }

    [Fact]
    public async Task A_picture_that_was_not_touched_here_stays_as_the_server_has_it_and_one_changed_on_both_sides_is_refused()
    {
        const string Picture = "content/pages/img/a.png";
        using var site = new SiteFolder(SiteFolder.AboutPage);
        site.Write(Picture, PictureSamples.Encode(PictureSamples.Blank(40, 30), "png"));
        site.Write(Page, site.Read(Page) + "\n![示例图](img/a.png)\n");
        var git = new TestRepository(site);
        await using var editor = await Editor.StartAsync(site);
        var theirs = PictureSamples.Encode(PictureSamples.Blank(50, 30), "png");
        git.CommitAtServer(Picture, theirs);
        site.Write(Page, site.Read(Page) + "\n改\n");

        await editor.AskAsync("submit", Submitted("示例科", ""));
        var branch = Assert.Single(git.Branches(), name => name != "main");
        Assert.Equal(Page, git.AtServer("diff", "--name-only", "main", branch));

        site.Write(Picture, PictureSamples.Encode(PictureSamples.Blank(60, 30), "png"));
        Assert.Contains(Picture, (string?)(await editor.AskAsync("submit", Submitted("示例科", "")))["failure"], StringComparison.Ordinal);
        Assert.Equal(Page, git.AtServer("diff", "--name-only", "main", branch));
        site.Write(Picture, theirs);
        Assert.True((bool?)(await editor.AskAsync("submit", Submitted("示例科", "")))["done"]);
    }

    [Fact]
    public async Task A_new_picture_goes_along_and_may_be_changed_once_it_was_merged()
    {
        const string Picture = "content/pages/img/a.png";
        using var site = new SiteFolder(SiteFolder.AboutPage);
        var git = new TestRepository(site);
        await using var editor = await Editor.StartAsync(site);
        site.Write(Picture, PictureSamples.Encode(PictureSamples.Blank(40, 30), "png"));
        site.Write(Page, site.Read(Page) + "\n![示例图](img/a.png)\n");
        await editor.AskAsync("submit", Submitted("示例科", ""));
        var branch = Assert.Single(git.Branches(), name => name != "main");
        Assert.Equal($"{Page}\n{Picture}", git.AtServer("diff", "--name-only", "main", branch));
        git.AtServer("update-ref", "refs/heads/main", branch);

        site.Write(Picture, PictureSamples.Encode(PictureSamples.Blank(50, 30), "png"));
        var answer = await editor.AskAsync("submit", Submitted("示例科", ""));

        Assert.True((bool?)answer["done"], answer.ToJsonString());
        Assert.Contains(git.Branches(), name => name != "main" && git.AtServer("diff", "--name-only", "main", name) == Picture);
    }

    [Fact]
    public async Task Files_of_a_content_pack_are_not_handed_in_as_the_site_s_own()
    {
        using var site = new SiteFolder(SiteFolder.AboutPage);
        site.Write("site.yaml", site.Read("site.yaml") + "packs: [packs/province]\n");
        site.Write("packs/province/pages/img/a.png", PictureSamples.Encode(PictureSamples.Blank(40, 30), "png"));
        site.Write("content/pages/img/own.png", PictureSamples.Encode(PictureSamples.Blank(50, 30), "png"));
        site.Write(Page, site.Read(Page) + "\n![示例图](img/a.png)\n\n![示例图](img/own.png)\n");
        await using var editor = await Editor.StartAsync(site);

        using var zip = new System.IO.Compression.ZipArchive(new MemoryStream(await ZipAsync(editor, Page)));

        Assert.Equal(["files/content/pages/about.md", "files/content/pages/img/own.png"], zip.Entries.Select(entry => entry.FullName).Where(name => name.StartsWith("files/", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_zip_that_breaks_another_page_is_not_taken_in_and_what_was_broken_before_does_not_stop_it()
    {
        using var site = new SiteFolder(SiteFolder.AboutPage);
        var text = site.Read(Page);
        site.Write("content/pages/zz.md", text.Replace("关于", "另一页", StringComparison.Ordinal) + "\n见[这一节](about.md#旧的一节)。\n");
        site.Write(Page, text + "\n## 旧的一节\n\n正文。\n");
        var before = site.Files();

        // The heading that another page links to goes; what is wrong stands in the other page.
        var broken = await AcceptAsync(site, Zip(("files/" + Page, text + "\n## 新的一节\n\n正文。\n"), ("origin/" + Page, site.Read(Page))));
        Assert.Equal(1, broken.ExitCode);
        Assert.Contains("content/pages/zz.md", broken.Error, StringComparison.Ordinal);
        Assert.Equal(before, site.Files());

        site.Write("content/pages/zz.md", text.Replace("关于", "另一页", StringComparison.Ordinal) + "\n见[这一节](nowhere.md)。\n");
        var taken = await AcceptAsync(site, Zip(("files/" + Page, text + "\n## 新的一节\n\n正文。\n"), ("origin/" + Page, site.Read(Page))));
        Assert.Equal(0, taken.ExitCode);
        Assert.DoesNotContain("zz.md", taken.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{\"format\":1,\"format\":1}")]
    [InlineData("{\"format\":1,\"earlier\":[]}")]
    [InlineData("{\"format\":1,\"earlier\":{\"content/pages/about.md\":\"甲\"}}")]
    [InlineData("{\"format\":1,\"earlier\":{\"content/pages/about.md\":[7]}}")]
    [InlineData("{\"format\":1,\"office\":7}")]
    [InlineData("[]")]
    public async Task A_zip_with_a_damaged_description_is_refused(string about)
    {
        using var site = new SiteFolder(SiteFolder.AboutPage);

        (await AcceptAsync(site, OfficeFiles.Pack(new() { ["submission.json"] = Encoding.UTF8.GetBytes(about), ["files/content/pages/about.md"] = Encoding.UTF8.GetBytes(site.Read(Page) + "改\n") }))).AssertEnvironmentFailed("没有接收");
    }

    [Theory]
    [InlineData(null, null, null, "'ssh' -o BatchMode=yes")]
    [InlineData("ssh -i own", "ssh -p 2222", "/opt/ssh", "ssh -i own -o BatchMode=yes")]
    [InlineData(null, "ssh -p 2222", "/opt/ssh", "ssh -p 2222 -o BatchMode=yes")]
    [InlineData(null, null, "/opt/o'ne/ssh", "'/opt/o'\\''ne/ssh' -o BatchMode=yes")]
    [InlineData("'C:\\Program Files\\PuTTY\\plink.exe' -P 22", null, null, "'C:\\Program Files\\PuTTY\\plink.exe' -P 22 -batch")]
    [InlineData("own-tunnel", null, null, "")]
    public void Ssh_asks_nothing_in_a_terminal_whatever_the_office_has_set(string? command, string? configured, string? program, string expected)
    {
        using var site = new SiteFolder(SiteFolder.AboutPage);
        var repository = new TestRepository(site);
        if (configured is not null)
        {
            repository.Do("config", "core.sshCommand", configured);
        }

        var environment = SiteProgram.Environment with { Variable = name => name switch { "GIT_SSH_COMMAND" => command, "GIT_SSH" => program, _ => Environment.GetEnvironmentVariable(name) } };
        var git = GitProgram.Find(environment, site.Path)!;

        Assert.Equal(expected, git.Do("-c", "alias.told=!printf %s \"$GIT_SSH_COMMAND\"", "told"));
    }

    [Fact]
    public async Task A_zip_of_which_one_file_cannot_take_its_place_leaves_every_file_as_it_was()
    {
        using var site = new SiteFolder(SiteFolder.AboutPage);
        var text = site.Read(Page);
        Directory.CreateDirectory(site.In("content/pages/zz.md"));
        var before = site.Files();

        var refused = await AcceptAsync(site, OfficeFiles.Pack(new()
        {
            ["submission.json"] = "{\"format\":1,\"office\":\"示例科\",\"note\":\"\"}"u8.ToArray(),
            ["files/content/pages/fresh/img/a.png"] = PictureSamples.Encode(PictureSamples.Blank(40, 30), "png"),
            ["files/" + Page] = Encoding.UTF8.GetBytes(text + "\n![示例图](fresh/img/a.png)\n"),
            ["origin/" + Page] = Encoding.UTF8.GetBytes(text),
            ["files/content/pages/zz.md"] = Encoding.UTF8.GetBytes(text.Replace("关于", "另一页", StringComparison.Ordinal)),
        }));

        Assert.Equal(2, refused.ExitCode);
        Assert.Contains("zz.md", refused.Error, StringComparison.Ordinal);
        Assert.Equal(before, site.Files());
        Assert.Equal(["about.md", "zz.md"], Directory.EnumerateFileSystemEntries(site.In("content/pages")).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    private static async Task<byte[]> ZipAsync(Editor editor, string path) =>
        Convert.FromBase64String((string)(await editor.AskAsync("submit", new() { ["path"] = path, ["office"] = "示例街道办事处", ["note"] = "" }))["zip"]!);

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
