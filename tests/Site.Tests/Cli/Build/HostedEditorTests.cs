using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Site.Content.Types;

namespace Site.Tests;

/// <summary>An editor beside the site: off unless it is asked for, made from the content types, and no part of what readers and search engines find.</summary>
public class HostedEditorTests
{
    private const string Script = "// Sveltia CMS\n";

    private static readonly string Hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Script)));

    [Fact]
    public async Task Without_an_editor_there_is_no_trace_of_one()
    {
        using var site = new SiteFolder(SiteFolder.AboutPage);

        Assert.Equal(0, (await BuildAsync(site)).ExitCode);

        Assert.DoesNotContain(site.Files("output").Keys, path => path.StartsWith("admin", StringComparison.Ordinal));
        Assert.DoesNotContain("admin", site.Read("output/robots.txt") + site.Read("output/_headers"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("sveltia", "{backend: github, repo: example/site, branch: main}", "https://api.github.com", true)]
    [InlineData("sveltia", "{backend: gitlab, repo: group/sub/site, server: \"https://git.example.gov.cn/\", appId: abc}", "https://git.example.gov.cn", true)]
    [InlineData("sveltia", "{backend: gitea, repo: example/site, branch: drafts, server: \"https://git.example.gov.cn\"}", "https://git.example.gov.cn", false)]
    [InlineData("decap", "{backend: github, repo: example/site, login: \"https://login.example.gov.cn\"}", "https://login.example.gov.cn", true)]
    public async Task An_editor_has_its_page_its_settings_and_its_own_policy_and_nobody_is_led_there(string name, string repository, string server, bool isReviewed)
    {
        using var site = Site(name, repository, Script);

        var run = await BuildAsync(site);

        Assert.Equal((0, ""), (run.ExitCode, run.ExitCode == 0 ? "" : run.Error));
        Assert.Equal(Script, site.Read($"output/admin/{name}-cms.js"));
        var page = site.Read("output/admin/index.html");
        Assert.Contains("<meta name=\"robots\" content=\"noindex, nofollow\">", page, StringComparison.Ordinal);
        Assert.Contains($"<script src=\"{name}-cms.js\"></script>", page, StringComparison.Ordinal);
        Assert.Contains(server, page, StringComparison.Ordinal);
        Assert.DoesNotContain("unpkg", page, StringComparison.Ordinal);
        Assert.Equal(name == "sveltia", File.Exists(site.In("output/admin/locales/zh-CN.json")) && page.Contains("<script src=\"start.js\"></script>", StringComparison.Ordinal));

        Assert.Contains("Disallow: /aqyj/admin/\n", site.Read("output/robots.txt"), StringComparison.Ordinal);
        Assert.All(site.Files("output").Keys.Where(path => !path.StartsWith("admin/", StringComparison.Ordinal) && path is not ("robots.txt" or "_headers" or "build.json")),
            path => Assert.DoesNotContain("/admin/", site.Read("output/" + path), StringComparison.Ordinal));

        var config = JsonNode.Parse(site.Read("output/admin/config.yml"))!;
        Assert.Equal(isReviewed ? "editorial_workflow" : null, (string?)config["publish_mode"]);
        Assert.Equal(ContentTypes.All.Select(type => type.Folder), config["collections"]!.AsArray().Select(collection => (string)collection!["name"]!));

        // News lies where its own day says, whenever it is written.
        var news = config["collections"]!.AsArray().Single(collection => (string)collection!["name"]! == "news")!;
        Assert.Equal((name == "decap" ? "{{year}}/{{slug}}" : "{{fields.date | date('YYYY')}}/{{slug}}", "{{fields.date | date('MM-DD')}}-{{title}}"), ((string)news["path"]!, (string)news["slug"]!));
    }

    [Fact]
    public async Task Each_address_has_one_policy_by_the_host_and_only_the_editor_has_the_editor_s()
    {
        using var site = Site("sveltia", "{backend: github, repo: example/site}", Script);
        await BuildAsync(site);
        var rules = site.Read("output/_headers").Split("\n/").Select(rule => rule.Split('\n')).ToList();

        Assert.DoesNotContain(rules.Single(rule => rule[0].EndsWith("aqyj/*", StringComparison.Ordinal)), line => line.Contains("Content-Security-Policy", StringComparison.Ordinal));
        var editor = rules.Single(rule => rule[0].EndsWith("aqyj/admin/*", StringComparison.Ordinal));
        Assert.Contains(editor, line => line.Contains("script-src 'self';", StringComparison.Ordinal) && line.Contains("https://api.github.com", StringComparison.Ordinal));
        Assert.Contains(editor, line => line.Contains("X-Robots-Tag: noindex", StringComparison.Ordinal));
        Assert.Contains(rules.Single(rule => rule[0].EndsWith("aqyj/news/*", StringComparison.Ordinal)), line => line.Contains("default-src 'none'; script-src 'self'; style-src 'self';", StringComparison.Ordinal));
        Assert.Single(rules, rule => rule.Any(line => line.Contains("api.github.com", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Every_field_of_every_type_is_there_with_its_label_its_words_and_whether_it_must_be_written()
    {
        using var site = Site("sveltia", "{backend: github, repo: example/site}", Script);
        await BuildAsync(site);
        var collections = JsonNode.Parse(site.Read("output/admin/config.yml"))!["collections"]!.AsArray();

        foreach (var (type, collection) in ContentTypes.All.Zip(collections))
        {
            Assert.Equal(type.Label, (string)collection!["label_singular"]!);
            Assert.Equal($"content/{type.Folder}", (string)collection["folder"]!);
            var fields = collection["fields"]!.AsArray();
            Assert.Equal(type.AllFields.Fields.Select(field => (field.Name, field.Help, field.IsRequired)).Append(("body", "正文", false)),
                fields.Select(field => ((string)field!["name"]!, (string)field["label"]!, (bool)field["required"]!)));
        }

        var hall = collections.Single(collection => (string)collection!["name"]! == "halls")!["fields"]!.AsArray();
        var choice = hall.Single(field => (string)field!["name"]! == "class")!;
        Assert.Equal(("select", "I", "Ⅰ类（省级授牌）"), ((string)choice["widget"]!, (string)choice["options"]![0]!["value"]!, (string)choice["options"]![0]!["label"]!));
        Assert.Equal("YYYY-MM-DD", (string)hall.Single(field => (string)field!["name"]! == "date")!["format"]!);
        Assert.Equal("image", (string)hall.Single(field => (string)field!["name"]! == "image")!["widget"]!);
        Assert.Equal("list", (string)hall.Single(field => (string)field!["name"]! == "openDays")!["widget"]!);
    }

    [Theory]
    [InlineData("editor: netlify\neditorRepository: {backend: github, repo: example/site}", "site/unknown-word", 4)]
    [InlineData("editor: sveltia", "site/missing-field", 4)]
    [InlineData("editor: sveltia\neditorRepository: example/site", "site/wrong-type", 5)]
    [InlineData("editor: sveltia\neditorRepository: {backend: svn, repo: example/site}", "site/unknown-word", 5)]
    [InlineData("editor: sveltia\neditorRepository: {backend: github}", "site/missing-field", 5)]
    [InlineData("editor: sveltia\neditorRepository: {backend: github, repo: site}", "site/wrong-type", 5)]
    [InlineData("editor: sveltia\neditorRepository: {backend: github, repo: \"https://github.com/example/site\"}", "site/wrong-type", 5)]
    [InlineData("editor: sveltia\neditorRepository: {backend: github, repo: ../site/x y}", "site/wrong-type", 5)]
    [InlineData("editor: sveltia\neditorRepository: {backend: gitea, repo: example/site}", "site/missing-field", 5)]
    [InlineData("editor: sveltia\neditorRepository: {backend: gitlab, repo: example/site, server: \"http://git.example.gov.cn/\"}", "site/wrong-type", 5)]
    [InlineData("editor: sveltia\neditorRepository: {backend: github, repo: example/site, branch: \"a b\"}", "site/wrong-type", 5)]
    [InlineData("editor: sveltia\neditorRepository: {backend: github, repo: example/site, token: x}", "site/unknown-field", 5)]
    [InlineData("editor: sveltia\neditorRepository: {backend: github, repo: example/site}\neditorScript: abc", "site/wrong-type", 6)]
    [InlineData("editor: sveltia\neditorRepository: {backend: github, repo: example/site}", "site/unknown-editor", 4)]
    [InlineData("editor: decap\neditorRepository: {backend: github, repo: example/site}", "site/missing-editor", 4)]
    [InlineData("editor: sveltia\neditorRepository: {backend: github, repo: example/site}\neditorScript: 0000000000000000000000000000000000000000000000000000000000000000", "site/unknown-editor", 6)]
    public async Task What_is_wrong_with_it_is_told_at_its_line(string settings, string code, int line)
    {
        using var site = new SiteFolder(SiteFolder.AboutPage);
        site.Write("editor/sveltia-cms.js", Script);
        site.Write("editor/zh-CN.json", "{}");
        site.Write("site.yaml", $"title: 示例市安全生产月\nurl: https://example.gov.cn/\norganiser: 示例市安委办\n{settings}\n");

        var run = await SiteProgram.RunAsync("check", "--site", site.Path, "--as-of", "2026-06-10");

        Assert.Equal(1, run.ExitCode);
        Assert.Matches($"(?m)^site\\.yaml:{line}:\\d+: error {code}$", run.Error);
    }

    [Fact]
    public async Task Without_its_words_in_Chinese_the_message_says_where_they_are_had()
    {
        using var site = Site("sveltia", "{backend: github, repo: example/site}", Script);
        File.Delete(site.In("editor/zh-CN.json"));

        Assert.Contains("package/locales/zh-CN.json", (await BuildAsync(site)).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_the_program_the_message_says_where_it_is_had()
    {
        using var site = Site("sveltia", "{backend: github, repo: example/site}", Script);
        File.Delete(site.In("editor/sveltia-cms.js"));

        var run = await BuildAsync(site);

        Assert.Contains("site.yaml:4:9: error site/missing-editor", run.Error, StringComparison.Ordinal);
        Assert.Contains("npm pack @sveltia/cms@", run.Error, StringComparison.Ordinal);
        Assert.Contains("editor/sveltia-cms.js", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_cannot_take_the_place_of_the_editor()
    {
        using var site = Site("sveltia", "{backend: github, repo: example/site}", Script);
        site.Write("content/pages/admin.md", site.Read("content/pages/about.md"));

        Assert.Contains("output/duplicate-address", (await BuildAsync(site)).Error, StringComparison.Ordinal);
    }

    private static SiteFolder Site(string name, string repository, string script)
    {
        var site = new SiteFolder(SiteFolder.AboutPage);
        site.Write($"editor/{name}-cms.js", script);
        site.Write("editor/zh-CN.json", "{}");
        site.Write("site.yaml", $"title: 示例市安全生产月\nurl: https://example.gov.cn/aqyj/\norganiser: 示例市安委办\neditor: {name}\neditorRepository: {repository}\neditorScript: \"{Hash}\"\n");
        return site;
    }

    private static Task<SiteRun> BuildAsync(SiteFolder site) => SiteProgram.RunAsync("build", "--no-search", "--site", site.Path, "--as-of", "2026-06-10");
}
