using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Site.Cli.Editing;
using Site.Cli.Infrastructure;
using Site.Cli.Local;

namespace Site.Tests;

/// <summary>A running editor of a site, and a client that came in by the address with the key.</summary>
internal sealed class Editor : IAsyncDisposable
{
    private readonly LocalServer server;
    private readonly HttpClient client = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });

    private Editor(LocalServer server) => this.server = server;

    /// <summary>What opens the editor, with its key.</summary>
    public Uri Address => server.Address;

    /// <summary>Where the site is shown as it is being written.</summary>
    public Uri ViewAddress { get; private set; } = null!;

    public string Key => Address.Query["?key=".Length..];

    public string Cookie { get; private set; } = "";

    public string PageKey { get; private set; } = "";

    /// <summary>A client that has no cookie and no key.</summary>
    public HttpClient Stranger => client;

    /// <param name="environment">Of other days, or with tokens; the tests' own, whose drafts lie beside the site, unless given.</param>
    public static async Task<Editor> StartAsync(SiteFolder site, SiteEnvironment? environment = null)
    {
        var own = (environment ?? SiteProgram.Environment) with { DraftFolder = Path.Combine(Path.GetDirectoryName(site.Path)!, "drafts"), Today = () => new(2026, 6, 10) };
        var editor = new Editor(await EditServer.StartAsync(0, new(site.Path, own, new(2026, 6, 10)), CancellationToken.None));
        var opened = await editor.client.GetAsync(editor.Address);
        editor.Cookie = opened.Headers.GetValues("Set-Cookie").Single().Split(';')[0];
        var page = await (await editor.SendAsync(HttpMethod.Get, "/", _ => { })).Content.ReadAsStringAsync();
        editor.PageKey = Meta(page, "page-key");
        editor.ViewAddress = new(Meta(page, "view-origin"));
        return editor;
    }

    public async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, Action<HttpRequestMessage> change, bool isView = false)
    {
        using var request = new HttpRequestMessage(method, new Uri(isView ? ViewAddress : Address, path)) { Headers = { { "Cookie", Cookie } } };
        change(request);
        return await client.SendAsync(request);
    }

    public Task<HttpResponseMessage> PostAsync(string name, JsonObject question, Action<HttpRequestMessage>? change = null) =>
        SendFileAsync(name, Encoding.UTF8.GetBytes(question.ToJsonString()), "application/json", change);

    public Task<HttpResponseMessage> PostFileAsync(string name, byte[] bytes, string type = "application/octet-stream") => SendFileAsync(name, bytes, type, null);

    /// <returns>The answer, which is one of success or tells a failure.</returns>
    public async Task<JsonObject> AskAsync(string name, JsonObject question)
    {
        var response = await PostAsync(name, question);
        Assert.True(response.IsSuccessStatusCode, $"{response.StatusCode}: {await response.Content.ReadAsStringAsync()}");
        return JsonNode.Parse(await response.Content.ReadAsByteArrayAsync())!.AsObject();
    }

    public ValueTask DisposeAsync()
    {
        client.Dispose();
        return server.DisposeAsync();
    }

    private Task<HttpResponseMessage> SendFileAsync(string name, byte[] bytes, string type, Action<HttpRequestMessage>? change) => SendAsync(HttpMethod.Post, "/api/" + name, request =>
    {
        request.Headers.Add("Origin", Address.GetLeftPart(UriPartial.Authority));
        request.Headers.Add("X-Page-Key", PageKey);
        request.Content = new ByteArrayContent(bytes) { Headers = { ContentType = new MediaTypeHeaderValue(type) } };
        change?.Invoke(request);
    });

    private static string Meta(string page, string name)
    {
        var start = page.IndexOf($"name=\"{name}\" content=\"", StringComparison.Ordinal) + $"name=\"{name}\" content=\"".Length;
        return page[start..page.IndexOf('"', start)];
    }
}
