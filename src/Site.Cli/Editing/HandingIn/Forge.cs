using System.Collections.Immutable;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Site.Cli.Infrastructure;

namespace Site.Cli.Editing.HandingIn;

/// <summary>Opens requests to review a branch, and asks what became of them, in the interface of each kind of server.</summary>
/// <remarks>
/// GitHub REST 2022-11-28, Gitea and Forgejo API v1, GitLab API v4, Gitee API v5. An answer that leads elsewhere is not followed, so that the token goes to one server alone.
/// </remarks>
internal sealed class Forge : IDisposable
{
    private const int LargestAnswer = 2 * 1024 * 1024;
    private const int MostComments = 50;

    private readonly ForgeAddress address;
    private readonly HttpClient client = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { Timeout = TimeSpan.FromSeconds(20), MaxResponseContentBufferSize = LargestAnswer };

    /// <param name="address">With its token.</param>
    public Forge(ForgeAddress address)
    {
        this.address = address;
        client.DefaultRequestHeaders.UserAgent.Add(new("site-edit", "1"));
        client.DefaultRequestHeaders.Accept.Add(new(address.Kind == ForgeKind.GitHub ? "application/vnd.github+json" : "application/json"));
        switch (address.Kind)
        {
            case ForgeKind.GitLab:
                client.DefaultRequestHeaders.Add("PRIVATE-TOKEN", address.Token);
                break;
            case ForgeKind.Gitea:
                client.DefaultRequestHeaders.Authorization = new("token", address.Token);
                break;
            default:
                client.DefaultRequestHeaders.Authorization = new("Bearer", address.Token);
                break;
        }
    }

    private string Api => address.Kind switch
    {
        ForgeKind.GitHub => address.Root.Host == "github.com" ? $"https://api.github.com/repos/{address.Repository}" : new Uri(address.Root, $"api/v3/repos/{address.Repository}").AbsoluteUri,
        ForgeKind.GitLab => new Uri(address.Root, $"api/v4/projects/{Uri.EscapeDataString(address.Repository)}").AbsoluteUri,
        ForgeKind.Gitee => new Uri(address.Root, $"api/v5/repos/{address.Repository}").AbsoluteUri,
        _ => new Uri(address.Root, $"api/v1/repos/{address.Repository}").AbsoluteUri,
    };

    /// <returns>The number and page of a new request; of the one that is open for the branch already, where there is one.</returns>
    /// <exception cref="EnvironmentException">The server cannot be reached, or refuses.</exception>
    public async Task<(int Number, string Page)> OpenAsync(string branch, string target, string title, string text)
    {
        var isLab = address.Kind == ForgeKind.GitLab;
        var (status, answer) = await SendAsync(HttpMethod.Post, isLab ? "/merge_requests" : "/pulls", isLab
            ? new() { ["source_branch"] = branch, ["target_branch"] = target, ["title"] = title, ["description"] = text, ["remove_source_branch"] = true }
            : new() { ["head"] = branch, ["base"] = target, ["title"] = title, ["body"] = text });
        if (status is 409 or 422)
        {
            // There is one for this branch.
            var owner = address.Repository.Split('/')[0];
            var (_, found) = await SendAsync(HttpMethod.Get, isLab ? $"/merge_requests?state=opened&source_branch={Uri.EscapeDataString(branch)}"
                : $"/pulls?state=open&head={Uri.EscapeDataString(address.Kind == ForgeKind.Gitea ? branch : $"{owner}:{branch}")}");
            answer = (found as JsonArray)?.FirstOrDefault(one => (string?)one?["head"]?["ref"] == branch || (string?)one?["source_branch"] == branch) ?? answer;
        }
        else if (status is < 200 or > 299)
        {
            throw Refused(status, answer);
        }

        return Number(answer, isLab ? "iid" : "number") is { } number && ((string?)answer?["html_url"] ?? (string?)answer?["web_url"]) is { } page && Uri.TryCreate(page, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https"
            ? (number, page) : throw Refused(status, answer);
    }

    /// <returns>What became of a request.</returns>
    /// <exception cref="EnvironmentException">The server cannot be reached, or refuses.</exception>
    public async Task<RequestState> StateAsync(int number, string commit)
    {
        var one = string.Create(CultureInfo.InvariantCulture, $"{(address.Kind == ForgeKind.GitLab ? "/merge_requests" : "/pulls")}/{number}");
        var (status, request) = await SendAsync(HttpMethod.Get, one);
        if (status is < 200 or > 299)
        {
            throw Refused(status, request);
        }

        var said = address.Kind switch
        {
            ForgeKind.GitLab => await ListAsync(one + "/notes?sort=asc&per_page=50"),
            ForgeKind.Gitee => await ListAsync(one + "/comments?per_page=50"),
            _ => [.. await ListAsync(string.Create(CultureInfo.InvariantCulture, $"/issues/{number}/comments")), .. await ListAsync(one + "/reviews")],
        };
        var checks = address.Kind switch
        {
            ForgeKind.GitHub => await ListAsync($"/commits/{commit}/check-runs", "check_runs"),
            ForgeKind.GitLab => await ListAsync(one + "/pipelines"),
            ForgeKind.Gitea => await ListAsync($"/commits/{commit}/status", "statuses"),
            _ => [],
        };
        var isMerged = (bool?)(request?["merged"] as JsonValue) == true || (string?)request?["state"] == "merged";
        return new(
            isMerged ? "merged" : (string?)request?["state"] is "open" or "opened" ? "open" : "closed",
            [.. said.Where(comment => (bool?)(comment["system"] as JsonValue) != true).Select(Comment).Where(comment => comment.Text.Trim().Length > 0).Take(MostComments)],
            [.. checks.Select(check => ((string?)check["name"] ?? (string?)check["context"] ?? "检查", StateOf(check)))]);
    }

    public void Dispose() => client.Dispose();

    private static (string Who, string Text) Comment(JsonObject comment) =>
        ((string?)(comment["user"] ?? comment["author"])?["full_name"] is { Length: > 0 } name ? name : (string?)(comment["user"] ?? comment["author"])?["name"] ?? (string?)(comment["user"] ?? comment["author"])?["login"] ?? "",
            (string?)comment["body"] ?? "");

    private static string StateOf(JsonObject check) => ((string?)check["conclusion"] ?? (string?)check["status"] ?? (string?)check["state"]) switch
    {
        "success" or "neutral" or "skipped" => "通过",
        "failure" or "failed" or "error" or "timed_out" or "action_required" => "没有通过",
        "cancelled" or "canceled" => "取消了",
        _ => "正在检查",
    };

    private async Task<IReadOnlyList<JsonObject>> ListAsync(string path, string? within = null)
    {
        var (status, answer) = await SendAsync(HttpMethod.Get, path);
        return status is >= 200 and < 300 && (within is null ? answer : answer?[within]) is JsonArray list ? [.. list.OfType<JsonObject>()] : [];
    }

    private async Task<(int Status, JsonNode? Answer)> SendAsync(HttpMethod method, string path, JsonObject? question = null)
    {
        using var request = new HttpRequestMessage(method, Api + path);
        if (question is not null)
        {
            request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(question.ToJsonString())) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
        }

        try
        {
            using var response = await client.SendAsync(request);
            var bytes = await response.Content.ReadAsByteArrayAsync();
            JsonNode? answer = null;
            try
            {
                answer = JsonNode.Parse(bytes);
            }
            catch (JsonException)
            {
                // A page of a proxy or of a server that is down; the status tells.
            }

            return ((int)response.StatusCode, answer);
        }
        catch (Exception failure) when (failure is HttpRequestException or TaskCanceledException)
        {
            throw new EnvironmentException($"连不上 {address.Root.Host}：请检查网络，稍后再试。");
        }
    }

    private EnvironmentException Refused(int status, JsonNode? answer) => new(status switch
    {
        401 or 403 => $"{address.Root.Host} 不认这个令牌，或者令牌没有权限（{status}）。请管理员换一个能建合并请求的令牌。",
        404 => $"{address.Root.Host} 上找不到 {address.Repository}，或者令牌看不到它（404）。",
        _ => $"{address.Root.Host} 没有建成合并请求（{status}{((string?)(answer as JsonObject)?["message"] is { Length: > 0 and < 200 } why ? "：" + why : "")}）。",
    });

    private static int? Number(JsonNode? answer, string name) => answer is JsonObject found && found[name] is JsonValue value && value.TryGetValue<int>(out var number) ? number : null;
}

/// <summary>What became of a request.</summary>
/// <param name="State"><c>open</c>, <c>merged</c> or <c>closed</c>.</param>
/// <param name="Comments">Oldest first.</param>
/// <param name="Checks">Name and result, in Chinese.</param>
internal sealed record RequestState(string State, ImmutableArray<(string Who, string Text)> Comments, ImmutableArray<(string Name, string Result)> Checks);
