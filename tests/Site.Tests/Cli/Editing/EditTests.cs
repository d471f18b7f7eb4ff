using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using Site.Tests.Rendering.Pictures;

namespace Site.Tests;

public class EditTests
{
    private const string Page = "content/pages/about.md";

    [Fact]
    public async Task The_address_with_the_key_opens_it_once_and_the_key_leaves_the_address()
    {
        using var site = new SiteFolder(SiteFolder.AboutPage);
        await using var editor = await Editor.StartAsync(site);

        var opened = await editor.Stranger.GetAsync(editor.Address);
        var cookie = opened.Headers.GetValues("Set-Cookie").Single();

        Assert.Equal(HttpStatusCode.Found, opened.StatusCode);
        Assert.Equal("/", opened.Headers.Location!.OriginalString);
        Assert.Contains("HttpOnly; SameSite=Strict", cookie, StringComparison.Ordinal);
        Assert.Equal("127.0.0.1", editor.Address.Host);
    }

    [Fact]
    public async Task Nobody_comes_in_without_the_key_by_another_name_or_from_another_page()
    {
        using var site = new SiteFolder(SiteFolder.AboutPage);
        await using var editor = await Editor.StartAsync(site);
        var before = site.Files();

        Assert.Equal(HttpStatusCode.Forbidden, (await editor.Stranger.GetAsync(new Uri(editor.Address, "/"))).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await editor.Stranger.GetAsync(new Uri(editor.Address, "/?key=0000"))).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await editor.Stranger.GetAsync(new Uri(editor.ViewAddress, "/about/"))).StatusCode);
        Assert.Equal(HttpStatusCode.MisdirectedRequest, (await editor.SendAsync(HttpMethod.Get, "/", request => request.Headers.Host = "evil.example.org")).StatusCode);
        Assert.Equal(HttpStatusCode.MisdirectedRequest, (await editor.SendAsync(HttpMethod.Get, "/", request => request.Headers.Host = $"localhost:{editor.Address.Port}")).StatusCode);
        Assert.Equal(HttpStatusCode.MisdirectedRequest, (await editor.SendAsync(HttpMethod.Get, "/", request => request.Headers.Host = $"127.0.0.1:{editor.ViewAddress.Port}")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await editor.SendAsync(HttpMethod.Get, "/", request => request.Headers.Add("Sec-Fetch-Site", "cross-site"))).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await editor.SendAsync(HttpMethod.Get, "/", request => request.Headers.Add("Sec-Fetch-Site", "same-site"))).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await editor.PostAsync("forget", Asked(Page), request => request.Headers.Remove("Origin"))).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await editor.PostAsync("forget", Asked(Page), request => Set(request, "Origin", "https://evil.example.org"))).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await editor.PostAsync("forget", Asked(Page), request => Set(request, "Origin", "null"))).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await editor.PostAsync("forget", Asked(Page), request => Set(request, "Origin", editor.ViewAddress.GetLeftPart(UriPartial.Authority)))).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await editor.PostAsync("forget", Asked(Page), request => request.Headers.Remove("X-Page-Key"))).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await editor.PostAsync("forget", Asked(Page), request => request.Headers.Remove("Cookie"))).StatusCode);
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, (await editor.PostAsync("forget", Asked(Page), request => request.Content!.Headers.ContentType = new("text/plain"))).StatusCode);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, (await editor.SendAsync(HttpMethod.Options, "/api/save", _ => { })).StatusCode);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, (await editor.SendAsync(HttpMethod.Put, "/api/save", _ => { })).StatusCode);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, (await editor.SendAsync(HttpMethod.Post, "/about/", _ => { }, isView: true)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await editor.PostAsync("forget", Asked(Page))).StatusCode);
        Assert.Equal(before, site.Files());
    }

    [Fact]
    public async Task What_is_said_of_a_page_names_nobody_that_is_private()
    {
        using var site = new SiteFolder(SiteFolder.AboutPage + "\n-- input/canaries.txt --\n李四海\n15400000001\n");
        site.Write(Page, site.Read(Page).Replace("第一版。", "<b title=\"李四海\">粗</b>\n\n![15400000001](15400000001.png)\n", StringComparison.Ordinal));
        await using var editor = await Editor.StartAsync(site);

        var opened = await editor.AskAsync("open", Asked(Page));
        var listed = await editor.AskAsync("pages", []);

        Assert.NotEmpty(opened["problems"]!.AsArray());
        foreach (var said in opened["problems"]!.AsArray().Select(problem => $"{problem!["what"]} {problem["cure"]}").Append(listed.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping })))
        {
            Assert.DoesNotContain("李四海", said, StringComparison.Ordinal);
            Assert.DoesNotContain("15400000001", said, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task No_answer_lets_other_origins_read_it_and_the_page_runs_nothing_but_its_own()
    {
        using var site = new SiteFolder(SiteFolder.AboutPage);
        await using var editor = await Editor.StartAsync(site);

        var page = await editor.SendAsync(HttpMethod.Get, "/", _ => { });
        var policy = page.Headers.GetValues("Content-Security-Policy").Single();
        var view = await editor.SendAsync(HttpMethod.Get, "/about/", _ => { }, isView: true);

        Assert.False(page.Headers.Contains("Access-Control-Allow-Origin"));
        Assert.StartsWith("default-src 'none'; script-src 'self'; style-src 'self';", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Equal("DENY", page.Headers.GetValues("X-Frame-Options").Single());
        Assert.Equal($"frame-ancestors http://127.0.0.1:{editor.Address.Port}", view.Headers.GetValues("Content-Security-Policy").Single());
        Assert.DoesNotContain(editor.Key, await view.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("content/pages/../../site.yaml")]
    [InlineData("content/pages/..\\..\\secret.md")]
    [InlineData("../outside.md")]
    [InlineData("/etc/passwd")]
    [InlineData("C:/windows/win.ini")]
    [InlineData("site.yaml")]
    [InlineData("input/policy.yaml")]
    [InlineData("content/README.md")]
    [InlineData("content/nothing/about.md")]
    [InlineData("content/pages/about.md/")]
    [InlineData("content/pages//about.md")]
    [InlineData("content/pages/a\0b.md")]
    [InlineData("content/pages/.git/config.md")]
    [InlineData("")]
    public async Task No_other_path_is_opened_written_or_mended(string path)
    {
        using var site = new SiteFolder(SiteFolder.AboutPage);
        await using var editor = await Editor.StartAsync(site);
        var before = site.Files();

        foreach (var name in new[] { "open", "check", "save", "forget", "mend", "submit" })
        {
            Assert.Equal(HttpStatusCode.BadRequest, (await editor.PostAsync(name, Asked(path, "甲", "甲"))).StatusCode);
        }

        Assert.Equal(HttpStatusCode.BadRequest, (await editor.PostFileAsync($"picture?path={Uri.EscapeDataString(path)}&name=a.jpg", [1])).StatusCode);
        Assert.Equal(before, site.Files());
    }

    [Fact]
    public async Task A_symbolic_link_is_neither_read_nor_written()
    {
        using var site = new SiteFolder(SiteFolder.AboutPage);
        var secret = Path.Combine(Path.GetDirectoryName(site.Path)!, "secret.md");
        await File.WriteAllTextAsync(secret, "---\ntitle: 秘密\n---\n");
        File.CreateSymbolicLink(site.In("content/pages/linked.md"), secret);
        Directory.CreateSymbolicLink(site.In("content/guides"), Path.GetDirectoryName(site.Path)!);
        await using var editor = await Editor.StartAsync(site);

        foreach (var path in new[] { "content/pages/linked.md", "content/guides/secret.md" })
        {
            Assert.DoesNotContain("秘密", (await editor.AskAsync("open", Asked(path))).ToJsonString(), StringComparison.Ordinal);
            Assert.NotNull((await editor.AskAsync("save", Asked(path, "改了", "---\ntitle: 秘密\n---\n")))["failure"]);
        }

        Assert.Equal("---\ntitle: 秘密\n---\n", await File.ReadAllTextAsync(secret));
        Directory.CreateSymbolicLink(site.In("content/pages/img"), Path.GetDirectoryName(site.Path)!);
        var picture = JsonNode.Parse(await (await editor.PostFileAsync($"picture?path={Page}&name=a.png", PictureSamples.Encode(PictureSamples.Blank(40, 30), "png"))).Content.ReadAsByteArrayAsync())!;
        Assert.Contains("符号链接", (string)picture["failure"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_upload_of_a_gigabyte_is_refused_before_it_is_sent()
    {
        using var site = new SiteFolder(SiteFolder.AboutPage);
        await using var editor = await Editor.StartAsync(site);
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, editor.Address.Port);
        await using var stream = client.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(
            $"POST /api/picture?path={Page}&name=a.jpg HTTP/1.1\r\nHost: 127.0.0.1:{editor.Address.Port}\r\nOrigin: http://127.0.0.1:{editor.Address.Port}\r\nCookie: {editor.Cookie}\r\nX-Page-Key: {editor.PageKey}\r\nContent-Type: application/octet-stream\r\nContent-Length: 1073741824\r\n\r\n"));

        using var reader = new StreamReader(stream);
        Assert.Equal("HTTP/1.1 413 Payload Too Large", await reader.ReadLineAsync());
        Assert.Contains("Connection: close", await reader.ReadToEndAsync(), StringComparison.OrdinalIgnoreCase);
        Assert.Equal(HttpStatusCode.LengthRequired, (await editor.PostAsync("save", Asked(Page, "甲", "甲"), request => request.Headers.TransferEncodingChunked = true)).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await editor.PostFileAsync("save", "no json"u8.ToArray(), "application/json")).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await editor.PostFileAsync("save", Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("[", 100_000))), "application/json")).StatusCode);
    }

    [Fact]
    public async Task What_is_typed_is_kept_until_it_is_saved_and_survives_the_end_of_the_program()
    {
        using var site = new SiteFolder(SiteFolder.AboutPage);
        var text = site.Read(Page);
        await using (var editor = await Editor.StartAsync(site))
        {
            var opened = await editor.AskAsync("open", Asked(Page));
            Assert.Equal(text, (string)opened["text"]!);
            Assert.Null(opened["draftAt"]);
            await editor.AskAsync("check", Asked(Page, text + "写了一半", text));
            Assert.Equal(text, site.Read(Page));
        }

        await using var later = await Editor.StartAsync(site);
        var restored = await later.AskAsync("open", Asked(Page));
        Assert.Equal(text + "写了一半", (string)restored["text"]!);
        Assert.Equal(text, (string)restored["saved"]!);
        Assert.NotNull(restored["draftAt"]);
        var saved = await later.AskAsync("save", Asked(Page, text + "写了一半", text));
        Assert.Equal(text + "写了一半", (string)saved["text"]!);
        Assert.Equal(text + "写了一半", site.Read(Page));
        Assert.Null((await later.AskAsync("open", Asked(Page)))["draftAt"]);
    }

    [Fact]
    public async Task What_somebody_else_saved_meanwhile_is_joined_or_shown()
    {
        using var site = new SiteFolder(SiteFolder.AboutPage);
        await using var editor = await Editor.StartAsync(site);
        var text = site.Read(Page);
        site.Write(Page, text + "\n别人加的一段。\n");

        var told = await editor.AskAsync("check", Asked(Page, text.Replace("关于", "关于我们", StringComparison.Ordinal), text));
        var merged = await editor.AskAsync("save", Asked(Page, text.Replace("关于", "关于我们", StringComparison.Ordinal), text));
        var conflict = await editor.AskAsync("save", Asked(Page, text.Replace("关于", "我的题目", StringComparison.Ordinal), text));

        Assert.True((bool)told["changedElsewhere"]!);
        Assert.True((bool)merged["merged"]!);
        Assert.Equal(text.Replace("关于", "关于我们", StringComparison.Ordinal) + "\n别人加的一段。\n", site.Read(Page));
        Assert.Equal(site.Read(Page), (string)conflict["theirs"]!);
    }

    [Fact]
    public async Task A_mistake_has_its_field_line_and_button_and_the_view_is_drawn_all_the_same()
    {
        using var site = new SiteFolder(SiteFolder.AboutPage);
        await using var editor = await Editor.StartAsync(site);
        var text = site.Read(Page);
        var wrong = text.Replace("title: 关于\n", "title: 关于\ndate: 6月16日\n", StringComparison.Ordinal) + "##小标题\n";

        var answer = await editor.AskAsync("check", Asked(Page, wrong, text));
        var problems = answer["problems"]!.AsArray();
        var view = await editor.SendAsync(HttpMethod.Get, (string)answer["address"]!, _ => { }, isView: true);

        Assert.Equal(["front-matter/wrong-type", "markdown/leftover-heading"], problems.Select(problem => (string)problem!["code"]!));
        Assert.Equal("date", (string)problems[0]!["field"]!);
        Assert.Equal("改成 2026-06-16", (string)problems[0]!["button"]!["label"]!);
        Assert.True((bool)problems[1]!["inBody"]!);
        Assert.Equal(HttpStatusCode.OK, view.StatusCode);
        Assert.Contains("第一版。", await view.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains("/@edit/keep.js", await view.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("date: 2026-06-08\n", "date: 6月8日\n", "改成 2026-06-08")]
    [InlineData("date: 2026-06-08\n", "", null)]
    [InlineData("title: 示例\n", "title：示例\n", "改成半角冒号")]
    [InlineData("title: 示例\n", "", null)]
    [InlineData("---\ntitle", "title", "在字段的上面和下面各加一行“---”")]
    public async Task News_with_a_mistake_is_opened_shown_and_mended(string right, string wrong, string? button)
    {
        const string News = "content/news/2026/06-08-a.md";
        using var site = new SiteFolder(SiteFolder.AboutPage);
        site.Write(News, "---\ntitle: 示例\ndate: 2026-06-08\nsource: 示例\nreviewer: 示例科室\n---\n正文。\n".Replace(right, wrong, StringComparison.Ordinal));
        await using var editor = await Editor.StartAsync(site);

        var opened = await editor.AskAsync("open", Asked(News));
        var view = await editor.SendAsync(HttpMethod.Get, "/news/2026/a/", _ => { }, isView: true);

        Assert.Equal(HttpStatusCode.OK, view.StatusCode);
        Assert.Contains("正文。", await view.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains(opened["problems"]!.AsArray(), problem => (string?)problem!["button"]?["label"] == button);
    }

    [Fact]
    public async Task A_new_page_is_a_draft_of_its_kind_and_a_form_edits_one_value()
    {
        using var site = new SiteFolder(SiteFolder.AboutPage);
        await using var editor = await Editor.StartAsync(site);

        var path = (string)(await editor.AskAsync("new", new() { ["kind"] = "news", ["title"] = "示例消息" }))["path"]!;
        var text = site.Read(path);
        var edits = (await editor.AskAsync("field", new() { ["path"] = path, ["text"] = text, ["steps"] = new JsonArray("title"), ["value"] = "新的题目" }))["edits"]!.AsArray();
        var opened = await editor.AskAsync("open", Asked(path));

        var edit = Assert.Single(edits)!;
        Assert.Equal(text.Replace("示例消息", "新的题目", StringComparison.Ordinal), text.Remove((int)edit["start"]!, (int)edit["length"]!).Insert((int)edit["start"]!, (string)edit["text"]!));
        Assert.Equal("新闻", (string)opened["kind"]!["label"]!);
        Assert.DoesNotContain("openDays", opened["form"]!.ToJsonString(), StringComparison.Ordinal);
        Assert.Contains("\"unit\"", opened["form"]!.ToJsonString(), StringComparison.Ordinal);
        Assert.NotNull((await editor.AskAsync("new", new() { ["kind"] = "news", ["title"] = " " }))["failure"]);
    }

    [Fact]
    public async Task The_list_tells_drafts_and_problems_and_files_that_are_no_pages()
    {
        using var site = new SiteFolder(SiteFolder.AboutPage);
        site.Write("content/pages/draft.md", site.Read(Page).Replace("title: 关于", "title: 草稿页\ndraft: true", StringComparison.Ordinal));
        site.Write("content/pages/GBK.md", [0xB0, 0xB2]);
        site.Write("content/pages/06-16-a.md.txt", "---\n");
        site.Write("content/pages/old.md", [.. "---\ntitle: "u8, 0xB0, 0xB2, 0xC8, 0xAB, .. "\n---\n"u8]);
        await using var editor = await Editor.StartAsync(site);

        var list = await editor.AskAsync("pages", []);
        var mended = await editor.AskAsync("mend", Asked("content/pages/old.md"));
        var renamed = await editor.AskAsync("mend", Asked("content/pages/06-16-a.md.txt"));

        var pages = list["pages"]!.AsArray().ToDictionary(page => (string)page!["path"]!, page => page!);
        Assert.True((bool)pages["content/pages/draft.md"]["draft"]!);
        Assert.Equal(0, (int)pages[Page]["errors"]!);
        Assert.NotEqual(0, (int)pages["content/pages/old.md"]["errors"]!);
        Assert.Equal(["content/pages/06-16-a.md.txt", "content/pages/GBK.md"], list["others"]!.AsArray().Select(file => (string)file!["path"]!));
        Assert.Equal("content/pages/old.md", (string)mended["path"]!);
        Assert.Equal("---\ntitle: 安全\n---\n", site.Read("content/pages/old.md"));
        Assert.Equal("content/pages/06-16-a.md", (string)renamed["path"]!);
        Assert.False(File.Exists(site.In("content/pages/06-16-a.md.txt")));
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("7")]
    [InlineData("null")]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("{\"path\":7,\"at\":\"2026-06-10T00:00:00Z\",\"origin\":\"甲\",\"text\":\"乙\"}")]
    [InlineData("{\"path\":[],\"at\":\"2026-06-10T00:00:00Z\",\"origin\":\"甲\",\"text\":\"乙\"}")]
    [InlineData("{\"path\":\"content/pages/about.md\",\"at\":\"2026-06-10T00:00:00Z\",\"origin\":\"甲\"}")]
    [InlineData("{\"path\":\"content/pages/about.md\",\"at\":\"2026-06-10T00:00:00Z\",\"text\":\"甲\"}")]
    [InlineData("{\"path\":\"content/pages/about.md\",\"at\":\"2026-06-10T00:00:00Z\",\"origin\":7,\"text\":\"甲\"}")]
    [InlineData("{\"path\":\"content/pages/about.md\",\"at\":\"gestern\",\"origin\":\"甲\",\"text\":\"乙\"}")]
    [InlineData("{\"path\":\"content/pages/about.md\",\"origin\":\"甲\",\"text\":\"乙\"}")]
    [InlineData("{\"path\":\"content/pages/about.md\",\"path\":\"content/pages/about.md\"}")]
    public async Task A_damaged_draft_counts_as_none_and_hides_no_other(string damaged)
    {
        const string Other = "content/pages/other.md";
        using var site = new SiteFolder(SiteFolder.AboutPage);
        site.Write(Other, site.Read(Page).Replace("关于", "另一页", StringComparison.Ordinal));
        await using var editor = await Editor.StartAsync(site);
        foreach (var path in new[] { Page, Other })
        {
            await editor.AskAsync("check", Asked(path, site.Read(path) + "写了一半", site.Read(path)));
        }

        var files = Directory.EnumerateFiles(Drafts(site), "*.json", SearchOption.AllDirectories).ToList();
        var draft = Assert.Single(files, file => File.ReadAllText(file).Contains(Page, StringComparison.Ordinal));
        await File.WriteAllTextAsync(draft, damaged);
        await File.WriteAllTextAsync(Path.Combine(Path.GetDirectoryName(draft)!, "handed-in.list"), damaged.Length == 0 ? "" : $"[{damaged}]");

        var pages = (await editor.AskAsync("pages", []))["pages"]!.AsArray();
        var opened = await editor.AskAsync("open", Asked(Page));

        Assert.Equal([Other], pages.Where(page => (bool)page!["unsaved"]!).Select(page => (string)page!["path"]!));
        Assert.Equal(site.Read(Page), (string)opened["text"]!);
        Assert.Null(opened["draftAt"]);
        Assert.Empty((await editor.AskAsync("submissions", []))["list"]!.AsArray());
    }

    [Fact]
    [System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
    public async Task What_is_kept_of_pages_can_be_read_by_nobody_else()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has other rights.");
        using var site = new SiteFolder(SiteFolder.AboutPage);
        site.Write("content/pages/other.md", site.Read(Page).Replace("关于", "另一页", StringComparison.Ordinal));
        await using var editor = await Editor.StartAsync(site);
        var text = site.Read(Page);
        await editor.AskAsync("check", Asked("content/pages/other.md", text + "写了一半", text));
        await editor.AskAsync("save", Asked(Page, text + "改了\n", text));
        await editor.AskAsync("submit", Asked(Page));
        await editor.AskAsync("submit", Asked(Page));

        var files = Directory.GetFiles(Drafts(site), "*", SearchOption.AllDirectories);
        Assert.True(files.Length >= 3);
        Assert.All(files, file => Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file)));
        Assert.All(Directory.GetDirectories(Drafts(site)).Prepend(Drafts(site)), folder => Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(folder)));
    }

    [Fact]
    public async Task A_page_that_is_too_large_is_never_loaded()
    {
        using var site = new SiteFolder(SiteFolder.AboutPage);
        site.Write("content/pages/large.md", site.Read(Page) + new string('字', 800_000));
        var read = new System.Collections.Concurrent.ConcurrentBag<string>();
        await using var editor = await Editor.StartAsync(site, SiteProgram.Environment with { ReadFile = path => { read.Add(Path.GetFileName(path)); return File.ReadAllBytes(path); } });
        var before = site.Files();

        Assert.NotNull((await editor.AskAsync("open", Asked("content/pages/large.md")))["unreadable"]);
        foreach (var name in new[] { "check", "save", "submit" })
        {
            Assert.NotNull((await editor.AskAsync(name, Asked("content/pages/large.md", "甲", "甲")))["failure"]);
        }

        await editor.AskAsync("pages", []);
        await editor.AskAsync("mend", Asked("content/pages/large.md"));
        Assert.Contains("about.md", read);
        Assert.DoesNotContain("large.md", read);
        Assert.Equal(before, site.Files());
    }

    private static string Drafts(SiteFolder site) => Path.Combine(Path.GetDirectoryName(site.Path)!, "drafts");

    private static JsonObject Asked(string path, string text = "", string origin = "") => new() { ["path"] = path, ["text"] = text, ["origin"] = origin, ["office"] = "示例科", ["note"] = "" };

    private static void Set(HttpRequestMessage request, string name, string value)
    {
        request.Headers.Remove(name);
        request.Headers.Add(name, value);
    }
}
