using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Site.Cli.Commands;
using Site.Cli.Local;
using Site.Cli.Office.Page;
using Site.Core.Text;

namespace Site.Tests;

/// <summary>The office's page of a site, running, and a client that came in by the address with the key.</summary>
internal sealed partial class OpenedOffice : IAsyncDisposable
{
    private readonly LocalServer server;
    private readonly MemoryStream said;

    private OpenedOffice(LocalServer server, MemoryStream said) => (this.server, this.said) = (server, said);

    /// <summary>What opens the page, with its key.</summary>
    public Uri Address => server.Address;

    /// <summary>A client that has no cookie and no key.</summary>
    public HttpClient Client { get; } = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });

    public string Cookie { get; private set; } = "";

    public string PageKey { get; private set; } = "";

    /// <summary>What the program has written to its terminal.</summary>
    public string Terminal => Encoding.UTF8.GetString(said.ToArray());

    public static async Task<OpenedOffice> StartAsync(SiteFolder site, DateOnly today)
    {
        var said = new MemoryStream();
        var environment = SiteProgram.Environment with
        {
            Terminal = new(said, said, false),
            MemoryFolder = Path.Combine(Path.GetDirectoryName(site.Path)!, "memory"),
            Today = () => today,
        };
        var office = new OpenedOffice(await OfficeServer.StartAsync(0, site.Path, SiteCommand.RunAsync, environment, CancellationToken.None), said);
        var opened = await office.Client.GetAsync(office.Address);
        office.Cookie = opened.Headers.GetValues("Set-Cookie").Single().Split(';')[0];
        office.PageKey = Key().Match(await (await office.GetAsync("/")).Content.ReadAsStringAsync()).Groups["key"].Value;
        return office;
    }

    public async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, Action<HttpRequestMessage>? change = null)
    {
        using var request = new HttpRequestMessage(method, new Uri(Address, path)) { Headers = { { "Cookie", Cookie } } };
        change?.Invoke(request);
        return await Client.SendAsync(request);
    }

    public Task<HttpResponseMessage> GetAsync(string path) => SendAsync(HttpMethod.Get, path);

    public Task<HttpResponseMessage> PostAsync(string name, byte[] bytes, string type = "application/json", Action<HttpRequestMessage>? change = null) => SendAsync(HttpMethod.Post, "/api/" + name, request =>
    {
        request.Headers.Add("Origin", Address.GetLeftPart(UriPartial.Authority));
        request.Headers.Add("X-Page-Key", PageKey);
        request.Content = new ByteArrayContent(bytes) { Headers = { ContentType = new MediaTypeHeaderValue(type) } };
        change?.Invoke(request);
    });

    /// <returns>The answer, which may tell a failure.</returns>
    public async Task<JsonObject> AskAsync(string name, JsonObject? question = null) => await AnswerAsync(await PostAsync(name, Encoding.UTF8.GetBytes((question ?? new JsonObject()).ToJsonString())));

    /// <summary>Drops a file onto the page.</summary>
    public async Task<JsonObject> DropAsync(string name, byte[] bytes) => await AnswerAsync(await PostAsync($"drop?name={Uri.EscapeDataString(name)}", bytes, "application/octet-stream"));

    public ValueTask DisposeAsync()
    {
        Client.Dispose();
        return server.DisposeAsync();
    }

    private static async Task<JsonObject> AnswerAsync(HttpResponseMessage response)
    {
        Assert.True(response.IsSuccessStatusCode, $"{response.StatusCode}: {await response.Content.ReadAsStringAsync()}");
        return JsonNode.Parse(await response.Content.ReadAsByteArrayAsync())!.AsObject();
    }

    [GeneratedRegex("name=\"page-key\" content=\"(?<key>[0-9a-f]+)\"", RegexOptions.ExplicitCapture, MatchTime.Milliseconds)]
    private static partial Regex Key();
}
