using System.Collections.Concurrent;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Site.Cli.Editing.HandingIn;
using Site.Cli.Infrastructure;

namespace Site.Tests;

/// <summary>The interface of a server of each kind as far as the editor uses it, with answers of the documented shapes, on the loopback address. It knows one request, number 7.</summary>
/// <remarks>
/// GitHub: REST 2022-11-28, pulls, reviews, check runs. Gitea: API v1, PullRequest, PullReview, CombinedStatus. GitLab: API v4, merge requests, notes, pipelines. Gitee: API v5, pulls.
/// </remarks>
internal sealed class ImitatedForge : IAsyncDisposable
{
    public const string Token = "geheim-token";

    private readonly HttpListener listener = new();
    private readonly Task answering;
    private readonly string root;
    private readonly ForgeKind kind;

    public ImitatedForge(ForgeKind kind)
    {
        this.kind = kind;
        root = $"http://127.0.0.1:{Site.Cli.Local.LocalServer.FreePort()}/";
        listener.Prefixes.Add(root);
        listener.Start();
        answering = AnswerAsync();
    }

    /// <summary>The environment of a machine on which the server and a token are set.</summary>
    public SiteEnvironment Environment => SiteProgram.Environment with
    {
        Variable = name => name switch
        {
            "SITE_FORGE" => kind.ToString(),
            "SITE_FORGE_URL" => root + "anquan/site",
            "SITE_FORGE_TOKEN" => GivenToken,
            "CI" => null,
            _ => System.Environment.GetEnvironmentVariable(name),
        },
    };

    /// <summary>What the office has set.</summary>
    public string GivenToken { get; set; } = Token;

    public string Page => root + (kind switch { ForgeKind.GitLab => "anquan/site/-/merge_requests/7", ForgeKind.GitHub => "anquan/site/pull/7", _ => "anquan/site/pulls/7" });

    /// <summary>What was asked to be opened.</summary>
    public ConcurrentQueue<JsonNode> Requests { get; } = new();

    /// <summary>Method and address of all that was asked.</summary>
    public ConcurrentQueue<string> Asked { get; } = new();

    /// <summary><c>open</c>, <c>merged</c> or <c>closed</c>.</summary>
    public string State { get; set; } = "open";

    /// <summary>The status with which a new request is refused; null where it is opened.</summary>
    public int? Refusal { get; set; }

    /// <summary>The status and the text with which everything is refused; null where it is not.</summary>
    public (int Status, string Text)? Failure { get; set; }

    /// <summary>The branch for which a request is open already; null where none is.</summary>
    public string? OpenBranch { get; set; }

    /// <summary>Whether the token may not see checks.</summary>
    public bool HidesChecks { get; set; }

    /// <summary>The newest commit of the branch, which the tests tell.</summary>
    public string LastCommit { get; set; } = "";

    private string Api => kind switch
    {
        ForgeKind.GitHub => "/api/v3/repos/anquan/site",
        ForgeKind.GitLab => "/api/v4/projects/anquan%2Fsite",
        ForgeKind.Gitee => "/api/v5/repos/anquan/site",
        _ => "/api/v1/repos/anquan/site",
    };

    private string List => kind == ForgeKind.GitLab ? "/merge_requests" : "/pulls";

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

            var address = http.Request.RawUrl!;
            Asked.Enqueue($"{http.Request.HttpMethod} {address}");
            var (status, answer) = Failure is { } failure ? (failure.Status, failure.Text)
                : !IsKnown(http.Request) ? (401, kind == ForgeKind.GitLab ? "{\"message\":\"401 Unauthorized\"}" : "{\"message\":\"Bad credentials\"}")
                : !address.StartsWith(Api, StringComparison.Ordinal) ? (404, "{\"message\":\"Not Found\"}")
                : http.Request.HttpMethod == "POST" ? Open(await JsonNode.ParseAsync(http.Request.InputStream), address[Api.Length..])
                : Found(address[Api.Length..].Split('?')[0]) is { } found ? (200, found) : (404, "{\"message\":\"Not Found\"}");
            http.Response.StatusCode = status;
            http.Response.ContentType = "application/json";
            http.Response.Close(Encoding.UTF8.GetBytes(answer), willBlock: false);
        }
    }

    private bool IsKnown(HttpListenerRequest request) => kind switch
    {
        ForgeKind.GitLab => request.Headers["PRIVATE-TOKEN"] == Token,
        ForgeKind.Gitea => request.Headers["Authorization"] == "token " + Token,
        _ => request.Headers["Authorization"] == "Bearer " + Token,
    };

    private (int, string) Open(JsonNode? request, string path)
    {
        if (path != List || Refusal is not null)
        {
            return (Refusal ?? 404, "{\"message\":\"Not Found\"}");
        }

        if (OpenBranch is not null)
        {
            return kind switch
            {
                ForgeKind.GitHub => (422, "{\"message\":\"Validation Failed\",\"errors\":[{\"resource\":\"PullRequest\",\"code\":\"custom\",\"message\":\"A pull request already exists\"}]}"),
                ForgeKind.GitLab => (409, "{\"message\":[\"Another open merge request already exists for this source branch: !7\"]}"),
                ForgeKind.Gitee => (400, "{\"message\":\"已存在相同源分支、目标分支的 Pull Request\"}"),
                _ => (409, "{\"message\":\"pull request already exists for these targets\"}"),
            };
        }

        Requests.Enqueue(request!);
        return (201, One((string)request![kind == ForgeKind.GitLab ? "source_branch" : "head"]!).ToJsonString());
    }

    private string? Found(string path)
    {
        JsonNode? answer = path[(path.StartsWith(List, StringComparison.Ordinal) ? List.Length : 0)..] switch
        {
            "" => new JsonArray(OpenBranch is null ? [] : [One("edit/another"), One(OpenBranch)]),
            "/7" => One("edit/a"),
            "/issues/7/comments" when kind is ForgeKind.GitHub or ForgeKind.Gitea => new JsonArray(Said("shenhe", "审核科", "请把日期写上。", "2026-06-10T09:00:00Z")),
            "/7/comments" when kind == ForgeKind.GitHub => new JsonArray(Said("shenhe", "审核科", "这一行的电话不对。", "2026-06-10T09:02:00Z")),
            "/7/comments" when kind == ForgeKind.Gitee => new JsonArray(Said("shenhe", "审核科", "请把日期写上。", "2026-06-10T17:00:00+08:00"), Said("shenhe", "审核科", "这一行的电话不对。", "2026-06-10T17:02:00+08:00")),
            "/7/reviews" when kind == ForgeKind.GitHub => new JsonArray(Review("CHANGES_REQUESTED", 1), Review("APPROVED", 0)),
            "/7/reviews" when kind == ForgeKind.Gitea => new JsonArray(Review("REQUEST_CHANGES", 1), Review("APPROVED", 0)),
            "/7/reviews/71/comments" when kind == ForgeKind.Gitea => new JsonArray(Said("shenhe", "审核科", "这一行的电话不对。", "2026-06-10T09:02:00Z")),
            "/7/notes" when kind == ForgeKind.GitLab => new JsonArray(
                Note("这一行的电话不对。", isSystem: false, "2026-06-10T09:02:00.123Z"), Note("approved this merge request", isSystem: true, "2026-06-10T09:01:00.123Z"), Note("请把日期写上。", isSystem: false, "2026-06-10T09:00:00.123Z")),
            "/7/pipelines" when kind == ForgeKind.GitLab && !HidesChecks => new JsonArray(
                new JsonObject { ["id"] = 9, ["sha"] = LastCommit, ["ref"] = "edit/a", ["status"] = "failed" }, new JsonObject { ["id"] = 8, ["sha"] = "0000", ["ref"] = "edit/a", ["status"] = "success" }),
            var other when kind == ForgeKind.GitHub && !HidesChecks && other == $"/commits/{LastCommit}/check-runs" => new JsonObject
            {
                ["total_count"] = 2,
                ["check_runs"] = new JsonArray(
                    new JsonObject { ["name"] = "检查", ["status"] = "completed", ["conclusion"] = "failure" }, new JsonObject { ["name"] = "预览", ["status"] = "in_progress", ["conclusion"] = null }),
            },
            var other when kind == ForgeKind.Gitea && !HidesChecks && other == $"/commits/{LastCommit}/status" => new JsonObject
            {
                ["state"] = "failure",
                ["statuses"] = new JsonArray(new JsonObject { ["context"] = "检查", ["status"] = "failure" }, new JsonObject { ["context"] = "预览", ["status"] = "pending" }),
            },
            _ => null,
        };
        return answer?.ToJsonString();
    }

    private JsonObject One(string branch) => kind switch
    {
        ForgeKind.GitLab => new() { ["id"] = 700, ["iid"] = 7, ["web_url"] = Page, ["source_branch"] = branch, ["state"] = State == "open" ? "opened" : State, ["merged_at"] = null },
        ForgeKind.Gitee => new() { ["id"] = 700, ["number"] = 7, ["html_url"] = Page, ["head"] = new JsonObject { ["label"] = branch, ["ref"] = branch }, ["state"] = State },
        _ => new() { ["id"] = 700, ["number"] = 7, ["html_url"] = Page, ["head"] = new JsonObject { ["ref"] = branch }, ["state"] = State == "open" ? "open" : "closed", ["merged"] = State == "merged" },
    };

    private JsonObject Said(string login, string name, string body, string at) =>
        new() { ["id"] = 1, ["user"] = new JsonObject { ["login"] = login, [kind == ForgeKind.Gitea ? "full_name" : "name"] = name }, ["body"] = body, ["created_at"] = at };

    private static JsonObject Review(string state, int comments) => new()
    {
        ["id"] = 70 + comments,
        ["user"] = new JsonObject { ["login"] = "shenhe", ["full_name"] = "审核科" },
        ["body"] = comments > 0 ? "还差一点。" : "",
        ["state"] = state,
        ["comments_count"] = comments,
        ["submitted_at"] = comments > 0 ? "2026-06-10T09:01:00Z" : "2026-06-10T09:03:00Z",
    };

    private static JsonObject Note(string body, bool isSystem, string at) =>
        new() { ["id"] = 1, ["author"] = new JsonObject { ["username"] = "shenhe", ["name"] = "审核科" }, ["body"] = body, ["system"] = isSystem, ["created_at"] = at };
}
