using System.Net;
using System.Text.Json.Nodes;

namespace Site.Tests;

public class ServeTests
{
    private const string Sample = SiteFolder.AboutPage;

    [Fact]
    public async Task A_page_is_served_with_one_script_more_and_the_output_folder_is_left_alone()
    {
        using var site = new SiteFolder(Sample);
        await using var preview = await Preview.StartAsync(site);

        var page = await preview.GetAsync("/about/");
        var text = await page.Content.ReadAsStringAsync();

        Assert.Equal("text/html; charset=utf-8", page.Content.Headers.ContentType!.ToString());
        Assert.Equal("no-store", page.Headers.CacheControl!.ToString());
        Assert.Contains("第一版。", text, StringComparison.Ordinal);
        Assert.Contains("<script src=\"/@preview/reload.js\" data-site=\"", text, StringComparison.Ordinal);
        Assert.EndsWith("</body></html>", text.ReplaceLineEndings(""), StringComparison.Ordinal);
        Assert.False(Directory.Exists(site.Output));
    }

    [Fact]
    public async Task What_is_not_there_is_the_site_s_own_404_page()
    {
        using var site = new SiteFolder(Sample);
        await using var preview = await Preview.StartAsync(site);

        var missing = await preview.GetAsync("/nothing/");
        var outside = await preview.GetAsync("/%2e%2e/%2e%2e/site.yaml");

        Assert.Equal(HttpStatusCode.NotFound, missing.StatusCode);
        Assert.Contains("/@preview/reload.js", await missing.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, outside.StatusCode);
    }

    [Fact]
    public async Task Another_name_for_this_machine_and_anything_but_reading_is_refused()
    {
        using var site = new SiteFolder(Sample);
        await using var preview = await Preview.StartAsync(site);

        using var rebound = new HttpRequestMessage(HttpMethod.Get, "/about/") { Headers = { Host = "evil.example.org" } };
        using var write = new HttpRequestMessage(HttpMethod.Post, "/about/");

        Assert.Equal(HttpStatusCode.MisdirectedRequest, (await preview.SendAsync(rebound)).StatusCode);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, (await preview.SendAsync(write)).StatusCode);
    }

    [Fact]
    public async Task A_change_makes_a_new_site_and_tells_open_pages()
    {
        using var site = new SiteFolder(Sample);
        await using var preview = await Preview.StartAsync(site);
        using var events = await preview.ListenAsync();
        var first = await events.NextAsync();

        site.Write("content/pages/about.md", site.Read("content/pages/about.md").Replace("第一版", "第二版", StringComparison.Ordinal));
        await events.NextAsync(state => (string)state["site"]! != (string)first["site"]!);

        Assert.Contains("第二版。", await (await preview.GetAsync("/about/")).Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_private_is_said_on_the_terminal_over_the_page_or_in_place_of_it()
    {
        using var site = new SiteFolder(Sample + "\n-- input/canaries.txt --\n李四海\n15400000001\n");
        var page = site.Read("content/pages/about.md");
        site.Write("content/pages/about.md", page.Replace("第一版。", "<b title=\"李四海\">请找李四海，15400000001</b>", StringComparison.Ordinal));
        await using var preview = await Preview.StartAsync(site, until: "还没有可以预览的网站");
        using var events = await preview.ListenAsync();

        var said = (await events.NextAsync()).ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        var shown = System.Net.WebUtility.HtmlDecode(await (await preview.GetAsync("/about/")).Content.ReadAsStringAsync());
        site.Write("content/pages/about.md", page.Replace("第一版。", "请找李**四**海。", StringComparison.Ordinal));
        var later = (await events.NextAsync(state => state.ToJsonString().Contains("leak/private-value", StringComparison.Ordinal))).ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        await preview.SaysAsync("leak/private-value");

        Assert.Contains("content/pages/about.md", said, StringComparison.Ordinal);
        foreach (var text in new[] { said, shown, later, preview.Said })
        {
            Assert.DoesNotContain("李四海", text, StringComparison.Ordinal);
            Assert.DoesNotContain("15400000001", text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_broken_edit_a_deleted_folder_and_a_broken_setting_leave_the_last_good_site_and_say_what_is_wrong()
    {
        using var site = new SiteFolder(Sample);
        await using var preview = await Preview.StartAsync(site);
        using var events = await preview.ListenAsync();
        var good = await events.NextAsync();
        var (page, settings) = (site.Read("content/pages/about.md"), site.Read("site.yaml"));

        site.Write("content/pages/about.md", page.Replace("title", "titel", StringComparison.Ordinal));
        var broken = await events.NextAsync(state => Places(state).Contains("content/pages/about.md:2:1"));
        site.Write("site.yaml", "{{{");
        var worse = await events.NextAsync(state => Places(state).Any(place => place.StartsWith("site.yaml:", StringComparison.Ordinal)));
        var stillThere = await preview.GetAsync("/about/");
        Directory.Delete(site.In("content"), recursive: true);
        await events.NextAsync(state => (string)state["build"]! != (string)worse["build"]!);
        site.Write("site.yaml", settings);
        site.Write("content/pages/about.md", page.Replace("第一版", "第三版", StringComparison.Ordinal));
        var mended = await events.NextAsync(state => (int)state["errors"]! == 0 && (string)state["site"]! != (string)good["site"]!);
        var mendedPage = await preview.GetAsync("/about/");

        Assert.Equal((string)good["site"]!, (string)broken["site"]!);
        Assert.Equal(["content/pages/about.md:1:1", "content/pages/about.md:2:1"], Places(broken));
        Assert.Equal(HttpStatusCode.OK, stillThere.StatusCode);
        Assert.Equal((string)mended["build"]!, (string)mended["site"]!);
        Assert.Equal(HttpStatusCode.OK, mendedPage.StatusCode);
    }

    private static IEnumerable<string> Places(JsonNode state) => state["problems"]!.AsArray().Select(problem => (string)problem!["where"]!);

    [Fact]
    public async Task Where_the_first_build_fails_a_page_lists_the_diagnostics_as_text()
    {
        using var site = new SiteFolder(Sample.Replace("summary", "<script>", StringComparison.Ordinal));
        await using var preview = await Preview.StartAsync(site, "还没有可以预览的网站");

        var page = await preview.GetAsync("/about/");
        var text = await page.Content.ReadAsStringAsync();

        Assert.Equal(HttpStatusCode.ServiceUnavailable, page.StatusCode);
        Assert.Contains("<code>content/pages/about.md:3:1</code>", text, StringComparison.Ordinal);
        Assert.Contains("&lt;script&gt;", text, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_site_below_a_path_is_served_below_it()
    {
        using var site = new SiteFolder(Sample);
        site.Write("site.yaml", site.Read("site.yaml").Replace("gov.cn/", "gov.cn/anquan/", StringComparison.Ordinal));
        await using var preview = await Preview.StartAsync(site);

        Assert.Equal("/anquan/", (await preview.GetAsync("/")).Headers.Location!.OriginalString);
        Assert.Equal(HttpStatusCode.OK, (await preview.GetAsync("/anquan/about/")).StatusCode);
        Assert.Equal("/anquan/about/", (await preview.GetAsync("/anquan/about")).Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task A_port_that_is_taken_ends_with_code_2_and_one_line()
    {
        using var site = new SiteFolder(Sample);
        await using var preview = await Preview.StartAsync(site);

        var second = await SiteProgram.RunAsync("serve", "--site", site.Path, "--port", preview.Port);

        second.AssertEnvironmentFailed($"端口 {preview.Port} 不能用");
    }

    [Fact]
    public async Task Ending_it_leaves_code_0_and_nothing_in_the_temporary_area()
    {
        using var site = new SiteFolder(Sample);
        Directory.CreateDirectory(site.In("../temporary"));

        var run = await SiteProgram.RunShellAsync(
            $"""
            TMPDIR='{site.In("../temporary")}' dotnet "$SITE" serve --no-search --site '{site.Path}' --port 0 > '{site.In("../log")}' &
            until grep -q 已更新 '{site.In("../log")}'; do sleep 0.1; done
            kill -TERM $!
            wait $!
            """);

        Assert.Equal(0, run.ExitCode);
        Assert.Empty(Directory.EnumerateFileSystemEntries(site.In("../temporary"), "site-preview-*"));
    }
}
