using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using Site.Tests.Rendering.Pictures;

namespace Site.Tests;

/// <summary>What programs and pages that mean harm can send to the editor's two ports, byte by byte.</summary>
public class HostileRequestTests
{
    private const string Page = "content/pages/about.md";

    [Theory]
    [InlineData("/../site.yaml")]
    [InlineData("/%2e%2e/site.yaml")]
    [InlineData("/..%2fsite.yaml")]
    [InlineData("/%2e%2e%2fsite.yaml")]
    [InlineData("/%252e%252e%252fsite.yaml")]
    [InlineData("/..\\site.yaml")]
    [InlineData("/..%5csite.yaml")]
    [InlineData("/about/..%2f..%2fsite.yaml")]
    [InlineData("/about/%2e%2e/%2e%2e/content/pages/about.md")]
    [InlineData("/content/pages/about.md")]
    [InlineData("/site.yaml")]
    [InlineData("/input/policy.yaml")]
    [InlineData("//etc/passwd")]
    [InlineData("/%00/etc/passwd")]
    [InlineData("/about/%00")]
    [InlineData("/C:/windows/win.ini")]
    [InlineData("/@edit/../site.yaml")]
    [InlineData("/@edit/%2e%2e/site.yaml")]
    [InlineData("/@edit/editor.js")]
    [InlineData("/assets/../site.yaml")]
    [InlineData("/assets/..%2f..%2fsite.yaml")]
    [InlineData("/assets/..%5c..%5csite.yaml")]
    [InlineData("/assets/keep.js")]
    [InlineData("/assets/")]
    [InlineData("http://127.0.0.1/site.yaml")]
    [InlineData("*")]
    public async Task No_address_gives_a_file_of_the_disk(string path)
    {
        using var site = new SiteFolder(SiteFolder.AboutPage);
        site.Write("site.yaml", site.Read("site.yaml") + "# geheim\n");
        site.Write("input/policy.yaml", "# geheim\n");
        site.Write(Page, site.Read(Page).Replace("第一版。", "第一版。geheim-im-text", StringComparison.Ordinal));
        await using var editor = await Editor.StartAsync(site);

        foreach (var address in new[] { editor.Address, editor.ViewAddress })
        {
            var (status, answer) = await SendAsync(address, Head("GET", path, address, editor.Cookie));
            Assert.Contains(status, new[] { 302, 400, 404, 405, 421 });
            Assert.DoesNotContain("geheim", answer, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("../../site.yaml", "a.png")]
    [InlineData("content/pages/../../x.md", "a.png")]
    [InlineData("content%2Fpages%2F..%2F..%2Fx.md", "a.png")]
    [InlineData("content\\pages\\about.md", "a.png")]
    [InlineData("content/pages/about.md\u0000.md", "a.png")]
    [InlineData("content/pages/ABOUT.md", "a.png")]
    [InlineData("content/pages/.hidden.md", "a.png")]
    [InlineData("content/pages/con.md", "a.png")]
    public async Task No_path_of_a_question_leaves_the_folder_of_its_kind(string path, string name)
    {
        using var site = new SiteFolder(SiteFolder.AboutPage);
        await using var editor = await Editor.StartAsync(site);
        var (before, around) = (site.Files(), Around(site));

        foreach (var question in new[] { "picture", "insert-word" })
        {
            Assert.Equal(HttpStatusCode.BadRequest, (await editor.PostFileAsync($"{question}?path={Uri.EscapeDataString(path)}&name={Uri.EscapeDataString(name)}", [1])).StatusCode);
        }

        foreach (var question in new[] { "open", "check", "save", "forget", "submit", "way", "field", "mend" })
        {
            Assert.Equal(HttpStatusCode.BadRequest, (await editor.PostAsync(question, new() { ["path"] = path, ["text"] = "甲", ["origin"] = "甲", ["office"] = "示例科", ["note"] = "", ["steps"] = new JsonArray() })).StatusCode);
        }

        Assert.Equal(before, site.Files());
        Assert.Equal(around, Around(site));
    }

    [Theory]
    [InlineData("../../../evil")]
    [InlineData("..\\..\\evil")]
    [InlineData("/etc/passwd")]
    [InlineData("con")]
    [InlineData("%2e%2e%2fevil")]
    [InlineData("a\u0000b")]
    [InlineData("C:\\evil")]
    public async Task A_name_that_somebody_gives_is_never_a_path(string name)
    {
        using var site = new SiteFolder(SiteFolder.AboutPage);
        await using var editor = await Editor.StartAsync(site);
        var around = Around(site);

        var made = await editor.AskAsync("new", new() { ["kind"] = "page", ["title"] = name });
        var picture = await AnswerAsync(await editor.PostFileAsync($"picture?path={Page}&name={Uri.EscapeDataString(name + ".png")}", PictureSamples.Encode(PictureSamples.Blank(40, 30), "png")));
        var word = await AnswerAsync(await editor.PostFileAsync($"word?kind=page&name={Uri.EscapeDataString(name + ".docx")}", OfficeFiles.Word(OfficeFiles.P("甲"))));

        foreach (var path in new[] { made["path"], picture["path"], word["path"] }.OfType<JsonNode>().Select(path => (string)path!))
        {
            Assert.DoesNotContain("..", path, StringComparison.Ordinal);
        }

        Assert.Equal(around, Around(site));
        Assert.All(site.Files().Keys, path => Assert.True(path == "site.yaml" || path.StartsWith("content/pages/", StringComparison.Ordinal), path));
    }

    [Theory]
    [InlineData("Origin: https://evil.example.org", 403)]
    [InlineData("Origin: null", 403)]
    [InlineData("Origin: http://127.0.0.1", 403)]
    [InlineData("Origin: http://localhost:{port}", 403)]
    [InlineData("Origin: http://127.0.0.1:{port}.evil.example.org", 403)]
    [InlineData("Origin: http://127.0.0.1:{port}\r\nOrigin: https://evil.example.org", 403)]
    [InlineData("Origin: http://127.0.0.1:{port}\r\nSec-Fetch-Site: cross-site", 403)]
    [InlineData("Origin: http://127.0.0.1:{port}\r\nHost: evil.example.org", 400)]
    [InlineData("Origin: http://127.0.0.1:{port}\r\nX-HTTP-Method-Override: PUT", 200)]
    public async Task A_question_comes_from_the_editor_s_own_page_or_not_at_all(string headers, int status)
    {
        using var site = new SiteFolder(SiteFolder.AboutPage);
        await using var editor = await Editor.StartAsync(site);
        var body = $"{{\"path\":\"{Page}\"}}";

        var (answered, _) = await SendAsync(editor.Address, Head("POST", "/api/forget", editor.Address, editor.Cookie)
            + $"{headers.Replace("{port}", $"{editor.Address.Port}", StringComparison.Ordinal)}\r\nX-Page-Key: {editor.PageKey}\r\nContent-Type: application/json\r\nContent-Length: {body.Length}\r\n", body);

        Assert.Equal(status, answered);
    }

    [Fact]
    public async Task A_key_is_asked_for_each_time_and_that_of_another_run_is_worth_nothing()
    {
        using var site = new SiteFolder(SiteFolder.AboutPage);
        await using var editor = await Editor.StartAsync(site);
        await using var other = await Editor.StartAsync(site);

        foreach (var cookie in new[] { "", $"site-edit-{editor.Address.Port}=", $"site-edit-{editor.Address.Port}={other.Key}", other.Cookie, $"site-edit-{editor.Address.Port}={editor.Key}x", editor.Cookie.ToUpperInvariant() })
        {
            foreach (var address in new[] { editor.Address, editor.ViewAddress })
            {
                Assert.Equal(403, (await SendAsync(address, Head("GET", "/", address, cookie))).Status);
            }
        }

        foreach (var key in new[] { "", editor.PageKey + "x", editor.Key, other.PageKey })
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await editor.PostAsync("pages", [], request =>
            {
                request.Headers.Remove("X-Page-Key");
                request.Headers.TryAddWithoutValidation("X-Page-Key", key);
            })).StatusCode);
        }
    }

    [Fact]
    public async Task A_stranger_s_upload_is_refused_before_any_of_it_is_read()
    {
        using var site = new SiteFolder(SiteFolder.AboutPage);
        await using var editor = await Editor.StartAsync(site);

        foreach (var size in new[] { "Content-Length: 1073741824", "Content-Length: 1000", "Transfer-Encoding: chunked" })
        {
            Assert.Equal(403, (await SendAsync(editor.Address, Head("POST", $"/api/picture?path={Page}&name=a.jpg", editor.Address, "") + $"Content-Type: application/octet-stream\r\n{size}\r\n")).Status);
        }

        // Sizes that lie, or that are said in two ways.
        foreach (var (size, status) in new[] { ("Content-Length: -1", 400), ("Content-Length: 99999999999999999999", 400), ("Content-Length: 1\r\nContent-Length: 2", 400), ("Transfer-Encoding: chunked", 411), ("Transfer-Encoding: gzip", 400) })
        {
            var (answered, _) = await SendAsync(editor.Address, Head("POST", $"/api/picture?path={Page}&name=a.jpg", editor.Address, editor.Cookie)
                + $"Origin: {editor.Address.GetLeftPart(UriPartial.Authority)}\r\nX-Page-Key: {editor.PageKey}\r\nContent-Type: application/octet-stream\r\n{size}\r\n");
            Assert.True(answered == status || (answered is 400 or 501 && status == 400), $"{size}: {answered}");
        }
    }

    [Fact]
    public async Task Neither_a_body_that_does_not_come_nor_hundreds_of_connections_keep_the_editor_from_answering()
    {
        using var site = new SiteFolder(SiteFolder.AboutPage);
        await using var editor = await Editor.StartAsync(site);
        var before = site.Files();
        var idle = new List<TcpClient>();
        try
        {
            for (var number = 0; number < 300; number++)
            {
                var client = new TcpClient();
                idle.Add(client);
                await client.ConnectAsync(IPAddress.Loopback, number % 2 == 0 ? editor.Address.Port : editor.ViewAddress.Port);
                await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(number % 3 == 0 ? "GET / HT" : ""));
            }

            var slow = new TcpClient();
            idle.Add(slow);
            await slow.ConnectAsync(IPAddress.Loopback, editor.Address.Port);
            await slow.GetStream().WriteAsync(Encoding.ASCII.GetBytes(Head("POST", "/api/save", editor.Address, editor.Cookie)
                + $"Origin: {editor.Address.GetLeftPart(UriPartial.Authority)}\r\nX-Page-Key: {editor.PageKey}\r\nContent-Type: application/json\r\nContent-Length: 8000000\r\n\r\n{{\"path\":"));

            Assert.NotNull((await editor.AskAsync("open", new() { ["path"] = Page }))["text"]);
            Assert.Equal(HttpStatusCode.OK, (await editor.SendAsync(HttpMethod.Get, "/about/", _ => { }, isView: true)).StatusCode);
        }
        finally
        {
            idle.ForEach(client => client.Dispose());
        }

        Assert.NotNull((await editor.AskAsync("open", new() { ["path"] = Page }))["text"]);
        Assert.Equal(before, site.Files());
    }

    [Fact]
    public async Task Headers_without_end_are_refused()
    {
        using var site = new SiteFolder(SiteFolder.AboutPage);
        await using var editor = await Editor.StartAsync(site);

        Assert.Equal(431, (await SendAsync(editor.Address, Head("GET", "/", editor.Address, editor.Cookie) + $"X-Long: {new string('a', 20_000)}\r\n")).Status);
        Assert.Equal(414, (await SendAsync(editor.Address, Head("GET", "/" + new string('a', 20_000), editor.Address, editor.Cookie))).Status);
    }

    private static string Head(string method, string path, Uri address, string cookie) =>
        $"{method} {path} HTTP/1.1\r\nHost: 127.0.0.1:{address.Port}\r\n{(cookie.Length > 0 ? $"Cookie: {cookie}\r\n" : "")}{(method == "GET" ? "Connection: close\r\n" : "")}";

    /// <returns>The status and the headers; and the body where nothing was sent that may be left unread.</returns>
    private static async Task<(int Status, string Answer)> SendAsync(Uri address, string head, string body = "")
    {
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, address.Port);
        await using var stream = client.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(head + "\r\n" + body));
        using var reader = new StreamReader(stream);
        var answer = new StringBuilder();
        while (await reader.ReadLineAsync() is { Length: > 0 } line)
        {
            answer.Append(line).Append('\n');
        }

        if (head.StartsWith("GET", StringComparison.Ordinal))
        {
            answer.Append(await reader.ReadToEndAsync());
        }

        var text = answer.ToString();
        return (int.Parse(text.Split(' ')[1], System.Globalization.CultureInfo.InvariantCulture), text);
    }

    private static async Task<JsonNode> AnswerAsync(HttpResponseMessage response) => response.IsSuccessStatusCode ? JsonNode.Parse(await response.Content.ReadAsByteArrayAsync())! : new JsonObject();

    /// <returns>All that lies beside the site folder, but for the editor's drafts.</returns>
    private static string[] Around(SiteFolder site) =>
        [.. Directory.EnumerateFileSystemEntries(Path.GetDirectoryName(site.Path)!).Where(path => !path.EndsWith("drafts", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];
}
