using System.Collections.Immutable;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Site.Cli.Infrastructure;
using Site.Core.Sources;

namespace Site.Cli.Editing.HandingIn;

/// <summary>Opens requests to review a branch, and asks what became of them, in the interface of each kind of server.</summary>
/// <remarks>
/// GitHub REST 2022-11-28, Gitea and Forgejo API v1, GitLab API v4, Gitee API v5. An answer that leads elsewhere is not followed, so that the token goes to one server alone.
/// Times are ISO 8601; a list has one page, of at most <see cref="MostComments"/> where the server lets that be said.
/// </remarks>
internal sealed class Forge : IDisposable
{
    private static readonly string[] NamesOf = ["full_name", "name", "login", "username"];

    private const int LargestAnswer = 2 * 1024 * 1024;
    private const int MostComments = 50;

    /// <summary>Reviews of a Gitea whose comments at lines are asked for, each with a request of its own: the newest.</summary>
    private const int MostReviews = 10;

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

    /// <summary>Whether a question found no server.</summary>
    public bool IsUnreachable { get; private set; }

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
        if (status is 400 or 409 or 422)
        {
            // There may be one for this branch.
            var owner = address.Repository.Split('/')[0];
            var (_, found) = await SendAsync(HttpMethod.Get, isLab ? $"/merge_requests?state=opened&source_branch={Uri.EscapeDataString(branch)}"
                : address.Kind == ForgeKind.Gitea ? "/pulls?state=open&sort=recentupdate&limit=50" : $"/pulls?state=open&head={Uri.EscapeDataString($"{owner}:{branch}")}");
            answer = (found as JsonArray)?.OfType<JsonObject>().FirstOrDefault(one => Text(one["head"], "ref") == branch || Text(one, "source_branch") == branch) ?? answer;
        }
        else if (status is < 200 or > 299)
        {
            throw Refused(status, answer);
        }

        return Number(answer, isLab ? "iid" : "number") is { } number && (Text(answer, "html_url") ?? Text(answer, "web_url")) is { } page && Uri.TryCreate(page, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https"
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

        var state = Text(request, "state") ?? throw Refused(status, request);
        return new(
            state == "merged" || IsTrue(request, "merged") ? "merged" : state is "open" or "opened" or "locked" ? "open" : "closed",
            [.. (await CommentsAsync(one, number)).Where(comment => !IsTrue(comment, "system")).OrderBy(TimeOf).Select(Comment).Where(comment => comment.Text.Trim().Length > 0).TakeLast(MostComments)],
            await ChecksAsync(one, commit));
    }

    public void Dispose() => client.Dispose();

    /// <returns>What was said about the request, about its lines, and with a review, each as the server tells it.</returns>
    /// <exception cref="EnvironmentException">The server cannot be reached, or refuses.</exception>
    private async Task<IEnumerable<JsonObject>> CommentsAsync(string one, int number)
    {
        var (count, ofIssue) = (MostComments, string.Create(CultureInfo.InvariantCulture, $"/issues/{number}/comments"));
        switch (address.Kind)
        {
            case ForgeKind.GitLab:
                // Newest first, so that the page has those of now.
                return await NeededAsync($"{one}/notes?sort=desc&per_page={count}");
            case ForgeKind.Gitee:
                return await NeededAsync($"{one}/comments?per_page={count}");
            case ForgeKind.GitHub:
                return [.. await NeededAsync($"{ofIssue}?per_page={count}"), .. await NeededAsync($"{one}/reviews?per_page={count}"), .. await NeededAsync($"{one}/comments?per_page={count}")];
            default:
                var said = new List<JsonObject>(await NeededAsync(ofIssue));
                var reviews = await NeededAsync($"{one}/reviews?limit={count}");
                said.AddRange(reviews);
                foreach (var id in reviews.Where(review => Number(review, "comments_count") > 0).Select(review => Number(review, "id")).OfType<int>().TakeLast(MostReviews))
                {
                    said.AddRange(await NeededAsync(string.Create(CultureInfo.InvariantCulture, $"{one}/reviews/{id}/comments")));
                }

                return said;
        }
    }

    /// <returns>What the checks of the newest commit came to; one that says so where the token may not see them.</returns>
    private async Task<ImmutableArray<(string Name, string Result)>> ChecksAsync(string one, string commit)
    {
        IReadOnlyList<JsonObject>? checks = address.Kind switch
        {
            ForgeKind.GitHub => await ListAsync($"/commits/{commit}/check-runs", "check_runs"),
            ForgeKind.GitLab => (await ListAsync(one + "/pipelines"))?.Where(pipeline => Text(pipeline, "sha") == commit).Take(1).ToList(),
            ForgeKind.Gitea => await ListAsync($"/commits/{commit}/status", "statuses"),
            _ => [],
        };
        return checks is null ? [("检查", "看不到结果")] : [.. checks.Select(check => (Text(check, "name") ?? Text(check, "context") ?? "检查", StateOf(check)))];
    }

    private static DateTimeOffset TimeOf(JsonObject comment) =>
        DateTimeOffset.TryParse(Text(comment, "submitted_at") ?? Text(comment, "created_at"), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : DateTimeOffset.MinValue;

    private static (string Who, string Text) Comment(JsonObject comment)
    {
        var who = comment["user"] ?? comment["author"];
        return (NamesOf.Select(name => Text(who, name)).FirstOrDefault(name => name is { Length: > 0 }) ?? "", Verdict(comment) + Text(comment, "body"));
    }

    /// <returns>What a review came to, to be read before its words; empty for what is none.</returns>
    private static string Verdict(JsonObject comment) => Text(comment, "state") switch
    {
        "APPROVED" => "【同意】",
        "CHANGES_REQUESTED" or "REQUEST_CHANGES" => "【请修改】",
        _ => "",
    };

    private static string StateOf(JsonObject check) => (Text(check, "conclusion") ?? Text(check, "status") ?? Text(check, "state")) switch
    {
        "success" or "neutral" or "skipped" or "warning" => "通过",
        "failure" or "failed" or "error" or "timed_out" or "action_required" or "startup_failure" => "没有通过",
        "cancelled" or "canceled" or "stale" => "取消了",
        _ => "正在检查",
    };

    /// <exception cref="EnvironmentException">The server cannot be reached, or refuses.</exception>
    private async Task<IReadOnlyList<JsonObject>> NeededAsync(string path)
    {
        var (status, answer) = await SendAsync(HttpMethod.Get, path);
        return status is >= 200 and < 300 && answer is JsonArray list ? [.. list.OfType<JsonObject>()] : throw Refused(status, answer);
    }

    /// <returns>Null where the server does not give it.</returns>
    private async Task<IReadOnlyList<JsonObject>?> ListAsync(string path, string? within = null)
    {
        var (status, answer) = await SendAsync(HttpMethod.Get, path);
        return status is >= 200 and < 300 && (within is null ? answer : (answer as JsonObject)?[within]) is var found ? found is JsonArray list ? [.. list.OfType<JsonObject>()] : [] : null;
    }

    private async Task<(int Status, JsonNode? Answer)> SendAsync(HttpMethod method, string path, JsonObject? question = null)
    {
        // Without OpenSSL, .NET would end the process.
        if (!Sha256.IsOfSystem && Api.StartsWith("https:", StringComparison.Ordinal))
        {
            throw new EnvironmentException($"这台电脑没有 OpenSSL（libssl），不能用 https 连 {address.Root.Host}：请管理员装上 OpenSSL 3，再试。");
        }

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
            IsUnreachable = true;
            throw new EnvironmentException($"连不上 {address.Root.Host}：请检查网络，稍后再试。");
        }
    }

    private EnvironmentException Refused(int status, JsonNode? answer)
    {
        var why = WhyOf(answer);
        return new(status switch
        {
            < 300 => $"{address.Root.Host} 的回答看不懂。请管理员检查环境变量 SITE_FORGE 和 SITE_FORGE_URL：它可能不是 {address.Kind}。",
            429 => TooOften(),
            403 when why.Contains("rate limit", StringComparison.OrdinalIgnoreCase) => TooOften(),
            401 or 403 => $"{address.Root.Host} 不认这个令牌，或者令牌没有权限（{status}）。请管理员换一个能建合并请求的令牌。",
            404 => $"{address.Root.Host} 上找不到 {address.Repository}，或者令牌看不到它（404）。",
            < 400 => $"{address.Root.Host} 上的 {address.Repository} 搬到别的地址了（{status}），请管理员改远程仓库的地址。",
            >= 500 => $"{address.Root.Host} 现在出了故障（{status}），请稍后再试。",
            _ => $"{address.Root.Host} 没有接受这个请求（{status}{(why.Length > 0 ? "：" + why : "")}）。",
        });

        string TooOften() => $"{address.Root.Host} 说问得太多了（{status}），请过一会儿再试。";
    }

    /// <returns>What the server says is wrong: a text, or a list of texts as GitLab gives it; empty where there is none, or too much of it.</returns>
    private static string WhyOf(JsonNode? answer) => (answer as JsonObject)?["message"] switch
    {
        JsonValue value when value.TryGetValue<string>(out var text) && text.Length < 200 => text,
        JsonArray { Count: > 0 } list when list[0] is JsonValue value && value.TryGetValue<string>(out var text) && text.Length < 200 => text,
        _ => "",
    };

    private static string? Text(JsonNode? node, string name) => node is JsonObject found && found[name] is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    private static bool IsTrue(JsonNode? node, string name) => node is JsonObject found && found[name] is JsonValue value && value.TryGetValue<bool>(out var isSet) && isSet;

    private static int? Number(JsonNode? answer, string name) => answer is JsonObject found && found[name] is JsonValue value && value.TryGetValue<int>(out var number) ? number : null;
}

/// <summary>What became of a request.</summary>
/// <param name="State"><c>open</c>, <c>merged</c> or <c>closed</c>.</param>
/// <param name="Comments">Oldest first.</param>
/// <param name="Checks">Name and result, in Chinese.</param>
internal sealed record RequestState(string State, ImmutableArray<(string Who, string Text)> Comments, ImmutableArray<(string Name, string Result)> Checks);
