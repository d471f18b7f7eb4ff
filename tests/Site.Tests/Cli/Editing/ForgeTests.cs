using System.Text.Json.Nodes;
using Site.Cli.Editing.HandingIn;

namespace Site.Tests;

public class ForgeTests
{
    private const string Page = "content/pages/about.md";

    public static TheoryData<string> Kinds => [.. Enum.GetNames<ForgeKind>()];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_request_is_opened_and_its_state_comments_and_checks_are_told(string name)
    {
        var kind = Enum.Parse<ForgeKind>(name);
        using var site = new SiteFolder(SiteFolder.AboutPage);
        var git = new TestRepository(site);
        await using var forge = new ImitatedForge(kind);
        await using var editor = await Editor.StartAsync(site, forge.Environment);
        site.Write(Page, site.Read(Page) + "改\n");

        var answer = await editor.AskAsync("submit", Submitted("改了一句"));
        var branch = Assert.Single(git.Branches(), one => one != "main");
        forge.LastCommit = git.AtServer("rev-parse", branch);
        var told = (await editor.AskAsync("submissions", []))["list"]![0]!;

        Assert.Equal(forge.Page, (string?)answer["url"]);
        var request = Assert.Single(forge.Requests);
        Assert.Equal("改了一句", (string?)request["title"]);
        Assert.Equal((branch, "main"), ((string?)request[kind == ForgeKind.GitLab ? "source_branch" : "head"], (string?)request[kind == ForgeKind.GitLab ? "target_branch" : "base"]));
        Assert.Contains("检查没有发现问题", (string?)request[kind == ForgeKind.GitLab ? "description" : "body"], StringComparison.Ordinal);
        Assert.Equal("open", (string?)told["state"]);
        string[] comments = kind switch
        {
            ForgeKind.GitHub or ForgeKind.Gitea => ["请把日期写上。", "【请修改】还差一点。", "这一行的电话不对。", "【同意】"],
            _ => ["请把日期写上。", "这一行的电话不对。"],
        };
        Assert.Equal(comments, told["comments"]!.AsArray().Select(comment => (string?)comment!["text"]));
        Assert.All(told["comments"]!.AsArray(), comment => Assert.Equal("审核科", (string?)comment!["who"]));
        string[] checks = kind switch { ForgeKind.GitHub or ForgeKind.Gitea => ["检查：没有通过", "预览：正在检查"], ForgeKind.GitLab => ["检查：没有通过"], _ => [] };
        Assert.Equal(checks, told["checks"]!.AsArray().Select(check => $"{check!["name"]}：{check["result"]}"));
        Assert.DoesNotContain(ImitatedForge.Token, answer.ToJsonString() + told.ToJsonString() + string.Concat(forge.Asked), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task What_became_of_a_request_is_kept_and_told_when_the_server_does_not_answer(string name)
    {
        var kind = Enum.Parse<ForgeKind>(name);
        using var site = new SiteFolder(SiteFolder.AboutPage);
        _ = new TestRepository(site);
        var forge = new ImitatedForge(kind) { HidesChecks = true };
        await using var editor = await Editor.StartAsync(site, forge.Environment);
        site.Write(Page, site.Read(Page) + "改\n");
        await editor.AskAsync("submit", Submitted(""));
        Assert.Equal(kind == ForgeKind.Gitee ? [] : ["看不到结果"], (await ToldAsync(editor))["checks"]!.AsArray().Select(check => (string?)check!["result"]));

        forge.State = "closed";
        var closed = await ToldAsync(editor);
        Assert.Equal(("closed", "请把日期写上。"), ((string?)closed["state"], (string?)closed["comments"]![0]!["text"]));
        Assert.Equal("请把日期写上。", (string?)(await ToldAsync(editor))["comments"]![0]!["text"]);
        foreach (var (status, text, said) in new[]
        {
            (401, "{\"message\":\"Bad credentials\"}", "令牌"), (403, "{\"message\":\"API rate limit exceeded for user\"}", "过一会儿"), (429, "", "过一会儿"), (502, "<html>", "故障"),
            (200, "[]", "看不懂"), (200, "{\"state\":7,\"merged\":\"ja\"}", "看不懂"), (301, "", "搬到"), (404, "{}", "找不到"),
        })
        {
            forge.Failure = (status, text);
            var told = await ToldAsync(editor);
            Assert.Equal("closed", (string?)told["state"]);
            Assert.Contains(said, (string?)told["unknown"] ?? "", StringComparison.Ordinal);
        }

        forge.Failure = null;
        forge.State = "merged";
        Assert.Equal("merged", (string?)(await ToldAsync(editor))["state"]);
        await forge.DisposeAsync();
        Assert.Equal("merged", (string?)(await ToldAsync(editor))["state"]);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_wrong_token_and_a_server_that_is_down_are_told_and_the_branch_is_gone_on_with(string name)
    {
        var kind = Enum.Parse<ForgeKind>(name);
        using var site = new SiteFolder(SiteFolder.AboutPage);
        var git = new TestRepository(site);
        await using var forge = new ImitatedForge(kind) { GivenToken = "falsch" };
        await using var editor = await Editor.StartAsync(site, forge.Environment);
        site.Write(Page, site.Read(Page) + "改\n");

        Assert.Contains("令牌", (string?)(await editor.AskAsync("submit", Submitted("")))["failure"], StringComparison.Ordinal);
        forge.GivenToken = ImitatedForge.Token;
        foreach (var status in new[] { 403, 500, 503 })
        {
            forge.Refusal = status;
            Assert.Contains("edit/pages-about", (string?)(await editor.AskAsync("submit", Submitted("")))["failure"], StringComparison.Ordinal);
        }

        Assert.Contains("并建一个合并请求", (string?)(await editor.AskAsync("way", Submitted("")))["how"], StringComparison.Ordinal);
        forge.Refusal = null;
        Assert.Equal(forge.Page, (string?)(await editor.AskAsync("submit", Submitted("")))["url"]);
        Assert.Single(git.Branches(), one => one != "main");
        Assert.Contains("接着交", (string?)(await editor.AskAsync("way", Submitted("")))["how"], StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_server_that_cannot_be_reached_is_named_and_one_that_has_the_request_already_gives_it(string name)
    {
        var kind = Enum.Parse<ForgeKind>(name);
        using var site = new SiteFolder(SiteFolder.AboutPage);
        var git = new TestRepository(site);
        var down = new ImitatedForge(kind);
        await down.DisposeAsync();
        site.Write(Page, site.Read(Page) + "改\n");
        await using (var editor = await Editor.StartAsync(site, down.Environment))
        {
            Assert.Contains("连不上 127.0.0.1", (string?)(await editor.AskAsync("submit", Submitted("")))["failure"], StringComparison.Ordinal);
        }

        await using var forge = new ImitatedForge(kind) { OpenBranch = git.Branches().Single(one => one != "main") };
        await using var later = await Editor.StartAsync(site, forge.Environment);
        Assert.Equal(forge.Page, (string?)(await later.AskAsync("submit", Submitted("")))["url"]);
        Assert.Empty(forge.Requests);
    }

    [Fact]
    public async Task A_server_that_is_down_is_told_of_every_page_and_keeps_no_state()
    {
        using var site = new SiteFolder(SiteFolder.AboutPage);
        site.Write("content/pages/other.md", site.Read(Page).Replace("关于", "另一页", StringComparison.Ordinal));
        _ = new TestRepository(site);
        var forge = new ImitatedForge(ForgeKind.Gitea);
        await using var editor = await Editor.StartAsync(site, forge.Environment);
        foreach (var path in new[] { Page, "content/pages/other.md" })
        {
            site.Write(path, site.Read(path) + "改\n");
            await editor.AskAsync("submit", new() { ["path"] = path, ["office"] = "示例科", ["note"] = "" });
        }

        await forge.DisposeAsync();
        var list = (await editor.AskAsync("submissions", []))["list"]!.AsArray();

        Assert.Equal(2, list.Count);
        Assert.All(list, one => Assert.Equal(("open", true), ((string?)one!["state"], ((string?)one["unknown"])?.StartsWith("连不上", StringComparison.Ordinal))));
    }

    private static async Task<JsonNode> ToldAsync(Editor editor) => (await editor.AskAsync("submissions", []))["list"]![0]!;

    private static JsonObject Submitted(string note) => new() { ["path"] = Page, ["office"] = "示例科", ["note"] = note };
}
