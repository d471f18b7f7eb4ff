using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Site.Cli.Infrastructure;

namespace Site.Tests;

/// <summary>Makes a repository of a site, with a server that is a bare repository beside it.</summary>
internal sealed class TestRepository
{
    private readonly SiteFolder site;

    public TestRepository(SiteFolder site)
    {
        this.site = site;
        Run(site.Path, "init", "--quiet", "--initial-branch=main");
        Do("config", "user.name", "示例");
        Do("config", "user.email", "example@example.gov.cn");
        Do("add", ".");
        Do("commit", "--quiet", "-m", "第一次");
        Run(Path.GetDirectoryName(site.Path)!, "init", "--quiet", "--bare", "--initial-branch=main", Server);
        Do("remote", "add", "origin", Server);
        Do("push", "--quiet", "origin", "main");
    }

    private string Server => Path.Combine(Path.GetDirectoryName(site.Path)!, "server.git");

    public string Do(params string[] arguments) => Run(site.Path, arguments);

    public string AtServer(params string[] arguments) => Run(Server, arguments);

    public string[] Branches() => AtServer("for-each-ref", "--format=%(refname:short)", "refs/heads").Split('\n');

    /// <summary>Somebody else changes a file, and it is merged.</summary>
    public void CommitAtServer(string path, string text)
    {
        var other = Path.Combine(Path.GetDirectoryName(site.Path)!, "other");
        if (!Directory.Exists(other))
        {
            Run(Path.GetDirectoryName(site.Path)!, "clone", "--quiet", Server, other);
            Run(other, "config", "user.name", "对方");
            Run(other, "config", "user.email", "other@example.gov.cn");
        }

        File.WriteAllText(Path.Combine(other, path), text);
        Run(other, "commit", "--quiet", "-am", "对方的改动");
        Run(other, "push", "--quiet", "origin", "main");
    }

    private static string Run(string folder, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("git", ["-c", "core.quotepath=false", .. arguments]) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true })!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, error.Result);
        return output.TrimEnd('\n');
    }
}

/// <summary>The interface of a Gitea as far as the editor uses it, on the loopback address.</summary>
internal sealed class ImitatedGitea : IAsyncDisposable
{
    private readonly HttpListener listener = new();
    private readonly Task answering;
    private readonly string root;

    public ImitatedGitea()
    {
        root = $"http://127.0.0.1:{Site.Cli.Preview.PreviewServer.FreePort()}/";
        listener.Prefixes.Add(root);
        listener.Start();
        answering = AnswerAsync();
    }

    /// <summary>The environment of a machine on which the server and a token are set.</summary>
    public SiteEnvironment Environment => SiteProgram.Environment with
    {
        Variable = name => name switch
        {
            "SITE_FORGE" => "gitea",
            "SITE_FORGE_URL" => root + "anquan/site",
            "SITE_FORGE_TOKEN" => "geheim-token",
            "CI" => null,
            _ => System.Environment.GetEnvironmentVariable(name),
        },
    };

    public string Page => root + "anquan/site/pulls/7";

    public ConcurrentQueue<JsonNode> Requests { get; } = new();

    public string? Authorization { get; private set; }

    public bool IsMerged { get; set; }

    public async ValueTask DisposeAsync()
    {
        listener.Close();
        await answering;
    }

    private async Task AnswerAsync()
    {
        while (true)
        {
            HttpListenerContext http;
            try
            {
                http = await listener.GetContextAsync();
            }
            catch (Exception end) when (end is HttpListenerException or ObjectDisposedException)
            {
                return;
            }

            Authorization = http.Request.Headers["Authorization"];
            var path = http.Request.Url!.AbsolutePath.Replace("/api/v1/repos/anquan/site", "", StringComparison.Ordinal);
            JsonNode? answer = path switch
            {
                "/pulls" when http.Request.HttpMethod == "POST" => Opened(await JsonNode.ParseAsync(http.Request.InputStream)),
                "/pulls/7" => new JsonObject { ["number"] = 7, ["state"] = IsMerged ? "closed" : "open", ["merged"] = IsMerged },
                "/issues/7/comments" => new JsonArray(new JsonObject { ["user"] = new JsonObject { ["login"] = "shenhe", ["full_name"] = "审核科" }, ["body"] = "请把日期写上。" }),
                "/pulls/7/reviews" => new JsonArray(),
                _ when path.StartsWith("/commits/", StringComparison.Ordinal) => new JsonObject { ["state"] = "failure", ["statuses"] = new JsonArray(new JsonObject { ["context"] = "检查", ["status"] = "failure" }) },
                _ => null,
            };
            http.Response.StatusCode = answer is null ? 404 : http.Request.HttpMethod == "POST" ? 201 : 200;
            http.Response.ContentType = "application/json";
            http.Response.Close(Encoding.UTF8.GetBytes(answer?.ToJsonString() ?? "{}"), willBlock: false);
        }
    }

    private JsonObject Opened(JsonNode? request)
    {
        Requests.Enqueue(request!);
        return new() { ["number"] = 7, ["html_url"] = Page, ["state"] = "open" };
    }
}
