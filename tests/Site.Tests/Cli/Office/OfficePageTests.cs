using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace Site.Tests;

/// <summary>The office's page as its browser asks, and as nobody may.</summary>
public class OfficePageTests
{
    private static readonly DateOnly Today = new(2026, 6, 22);

    [Fact]
    public async Task Files_are_looked_at_mended_and_imported_all_or_none()
    {
        using var site = Month();
        await using var office = await OpenedOffice.StartAsync(site, Today);
        await DropAllAsync(office, site, "2026-06-14", 3);
        var wrong = Encoding.UTF8.GetBytes(site.Read("收回/2026-06-14/示例四街道.csv").Replace("示例四街道", "示例四十四街道").Replace("开展集中学习,场,5", "开展集中学习,场,约5"));
        await office.DropAsync("发来的/第四份.csv", wrong);
        await office.DropAsync("Thumbs.db", [1, 2, 3]);

        var look = await office.AskAsync("look");
        Assert.False((bool)look["canImport"]!);
        Assert.Equal(["可以导入", "可以导入", "可以导入", "有 2 处要改，不会导入"], look["files"]!.AsArray().Select(file => (string)file!["state"]!));
        Assert.Equal("还有要改的地方，什么也没有写。", (string)(await office.AskAsync("import", new() { ["version"] = (int)look["version"]! }))["failure"]!);
        Assert.False(Directory.Exists(site.In("input/returns")));

        var refused = look["files"]!.AsArray()[3]!;
        var cells = refused["cells"]!.AsArray();
        Assert.Contains(cells, cell => ((string)cell!["remark"]!).Contains('约', StringComparison.Ordinal) || (string)cell["label"]! == "开展集中学习");
        var values = new JsonObject();
        foreach (var cell in cells)
        {
            values[(string)cell!["key"]!] = (string)cell["label"]! switch { "填报单位（盖章）" => "示例四街道", "开展集中学习" => "5", _ => (string)cell["value"]! };
        }

        Assert.Null((await office.AskAsync("mend", new() { ["number"] = (int)refused["number"]!, ["values"] = values }))["failure"]);
        var mended = await office.AskAsync("look");
        Assert.True((bool)mended["canImport"]!, mended.ToJsonString());
        Assert.StartsWith("已导入 4 份报表", (string)(await office.AskAsync("import", new() { ["version"] = (int)mended["version"]! }))["said"]!, StringComparison.Ordinal);
        Assert.Contains("street-04,2026-06-14,sample.study.sessions,5", Returns(site), StringComparison.Ordinal);
        Assert.DoesNotContain("13900000001", Returns(site), StringComparison.Ordinal);
        Assert.Empty((await office.AskAsync("look"))["files"]!.AsArray());
        Assert.Equal("", office.Terminal);
    }

    [Fact]
    public async Task What_is_put_aside_stays_on_the_desk_and_its_unit_is_told_why()
    {
        using var site = Month();
        await using var office = await OpenedOffice.StartAsync(site, Today);
        await DropAllAsync(office, site, "2026-06-14", 2);
        await office.DropAsync("三.csv", Encoding.UTF8.GetBytes(site.Read("收回/2026-06-14/示例三街道.csv").Replace("开展集中学习,场,4", "开展集中学习,场,3.5")));

        var number = (int)(await office.AskAsync("look"))["files"]!.AsArray()[2]!["number"]!;
        await office.AskAsync("aside", new() { ["number"] = number });
        var look = await office.AskAsync("look");
        Assert.StartsWith("已导入 2 份报表", (string)(await office.AskAsync("import", new() { ["version"] = (int)look["version"]! }))["said"]!, StringComparison.Ordinal);

        Assert.Equal("三.csv", (string)Assert.Single((await office.AskAsync("look"))["files"]!.AsArray())!["name"]!);
        await office.AskAsync("run", new() { ["what"] = "remind", ["day"] = "2026-06-22" });
        Assert.Contains("开展集中学习", site.Read("office/催报/各单位/示例三街道.txt"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_window_that_has_not_seen_what_another_did_imports_nothing()
    {
        using var site = Month();
        await using var office = await OpenedOffice.StartAsync(site, Today);
        await DropAllAsync(office, site, "2026-06-14", 1);
        var seen = (int)(await office.AskAsync("look"))["version"]!;
        await DropAllAsync(office, site, "2026-06-21", 1);

        Assert.Contains("另一个窗口", (string)(await office.AskAsync("import", new() { ["version"] = seen }))["failure"]!, StringComparison.Ordinal);
        Assert.False(Directory.Exists(site.In("input/returns")));

        var version = (int)(await office.AskAsync("look"))["version"]!;
        var both = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => office.AskAsync("import", new() { ["version"] = version })));
        Assert.Single(both, answer => answer["said"] is not null);
        Assert.Single(Directory.GetFiles(site.In("input/returns")));
    }

    [Fact]
    public async Task Buttons_write_what_the_commands_write_and_papers_can_be_saved()
    {
        using var site = Month();
        Assert.Equal(0, (await SiteProgram.RunAsync("stats", "import", site.In("收回"), "--site", site.Path)).ExitCode);
        await using var office = await OpenedOffice.StartAsync(site, Today);

        var late = await office.AskAsync("late", new() { ["day"] = "2026-06-22" });
        Assert.Contains("2 个单位有过期没有报的", (string)late["heading"]!, StringComparison.Ordinal);
        Assert.Equal(["示例甲区", "示例十二街道"], late["rows"]!.AsArray().Where(row => row!["cells"]!.AsArray().Any(cell => (bool)cell!["late"]!)).Select(row => (string)row!["unit"]!));
        foreach (var what in new[] { "remind", "summary", "calendar", "release", "audit", "released" })
        {
            var outcome = await office.AskAsync("run", new() { ["what"] = what, ["day"] = "2026-06-21", ["form"] = "sample", ["name"] = "2026-06-21" });
            Assert.True((bool)outcome["done"]!, what + outcome.ToJsonString());
        }

        var files = (await office.AskAsync("files"))["files"]!.AsArray().Select(file => (string)file!).ToList();
        Assert.Superset(new HashSet<string> { "催报/群发.txt", "汇总/sample-2026-06-21/示例市.docx", "日历/办公室.ics", "发布/2026-06-21.xlsx" }, files.ToHashSet());
        var saved = await office.GetAsync("/files/" + string.Join('/', "汇总/sample-2026-06-21/示例市.docx".Split('/').Select(Uri.EscapeDataString)));
        Assert.Equal(File.ReadAllBytes(site.In("office/汇总/sample-2026-06-21/示例市.docx")), await saved.Content.ReadAsByteArrayAsync());
        Assert.Equal("attachment", saved.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Equal("", office.Terminal);
    }

    [Fact]
    public async Task What_waits_for_a_sign_off_is_signed_in_the_name_of_an_office()
    {
        using var site = Month();
        site.Write("input/policy.yaml", "signOff:\n  pages: [科室审核]\n");
        await using var office = await OpenedOffice.StartAsync(site, Today);

        var waiting = Assert.Single((await office.AskAsync("signing"))["waiting"]!.AsArray())!;
        Assert.Equal("content/pages/about.md", (string)waiting["path"]!);
        var question = new JsonObject { ["what"] = "sign", ["day"] = "2026-06-22", ["path"] = "content/pages/about.md", ["role"] = "科室审核", ["by"] = "13900000001" };
        Assert.False((bool)(await office.AskAsync("run", question.DeepClone().AsObject()))["done"]!);
        question["by"] = "示例科";
        Assert.True((bool)(await office.AskAsync("run", question))["done"]!);
        Assert.Empty((await office.AskAsync("signing"))["waiting"]!.AsArray());
    }

    [Theory]
    [InlineData("Host", "evil.example", HttpStatusCode.MisdirectedRequest)]
    [InlineData("Origin", "https://evil.example", HttpStatusCode.Forbidden)]
    [InlineData("Origin", "", HttpStatusCode.Forbidden)]
    [InlineData("X-Page-Key", "0000", HttpStatusCode.Forbidden)]
    [InlineData("Cookie", "site-office=1", HttpStatusCode.Forbidden)]
    [InlineData("Sec-Fetch-Site", "cross-site", HttpStatusCode.Forbidden)]
    [InlineData("Sec-Fetch-Site", "same-site", HttpStatusCode.Forbidden)]
    public async Task No_other_page_reaches_it(string header, string value, HttpStatusCode expected)
    {
        using var site = Month();
        await using var office = await OpenedOffice.StartAsync(site, Today);

        var response = await office.PostAsync("look", "{}"u8.ToArray(), change: request =>
        {
            request.Headers.Remove(header);
            if (value.Length > 0)
            {
                request.Headers.TryAddWithoutValidation(header, value);
            }
        });
        Assert.Equal(expected, response.StatusCode);
        Assert.DoesNotContain("示例", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_but_papers_of_the_office_is_sent_and_nothing_large_is_taken()
    {
        using var site = Month();
        site.Write("office/a.txt", "甲");
        File.CreateSymbolicLink(site.In("office/link.txt"), site.In("input/units.csv"));
        await using var office = await OpenedOffice.StartAsync(site, Today);

        Assert.Equal(HttpStatusCode.OK, (await office.GetAsync("/files/a.txt")).StatusCode);
        foreach (var path in new[] { "/files/link.txt", "/files/..%2Finput%2Funits.csv", "/files/%2e%2e/input/units.csv", "/files//etc/passwd", "/files/", "/input/units.csv", "/assets/editor.html", "/assets/..%2Foffice.html" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await office.GetAsync(path)).StatusCode);
        }

        Assert.Equal(HttpStatusCode.Forbidden, (await office.Client.GetAsync(new Uri(office.Address, "/files/a.txt"))).StatusCode);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await office.PostAsync("look", new byte[300 * 1024], change: request => request.Headers.ExpectContinue = true)).StatusCode);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await office.PostAsync("drop?name=a.docx", new byte[21 * 1024 * 1024], "application/octet-stream", request => request.Headers.ExpectContinue = true)).StatusCode);
        foreach (var question in new JsonObject[]
        {
            new() { ["what"] = "build", ["day"] = "2026-06-22" }, new() { ["what"] = "release", ["day"] = "2026-06-22", ["name"] = "--site=/" }, new() { ["what"] = "summary", ["day"] = "x", ["form"] = "sample" },
            new() { ["what"] = "summary", ["day"] = "2026-06-22", ["form"] = "../x" },
        })
        {
            Assert.Equal(HttpStatusCode.BadRequest, (await office.PostAsync("run", Encoding.UTF8.GetBytes(question.ToJsonString()))).StatusCode);
        }

        Assert.Empty((await office.AskAsync("look"))["files"]!.AsArray());
        var policy = (await office.GetAsync("/")).Headers.GetValues("Content-Security-Policy").Single();
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
    }

    private static SiteFolder Month()
    {
        var site = new SiteFolder(SiteFolder.AboutPage);
        OfficeMonth.Write(site, "");
        return site;
    }

    private static string Returns(SiteFolder site) => File.ReadAllText(Assert.Single(Directory.GetFiles(site.In("input/returns"))));

    private static async Task DropAllAsync(OpenedOffice office, SiteFolder site, string week, int count)
    {
        foreach (var at in Enumerable.Range(0, count))
        {
            await office.DropAsync($"{week}/{OfficeMonth.Name(at)}.csv", Encoding.UTF8.GetBytes(site.Read($"收回/{week}/{OfficeMonth.Name(at)}.csv")));
        }
    }
}
