using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Site.Cli.Infrastructure;

namespace Site.Cli.Local;

/// <summary>Answers the browser of a page of ours: what the door refuses, questions of the page, and its files.</summary>
/// <param name="sendFileAsync">Answers GET and HEAD.</param>
internal sealed class LocalRequests(
    LocalDoor door, ImmutableArray<Question> questions, Func<HttpContext, Task> sendFileAsync, SiteEnvironment environment, CancellationToken stop)
{
    private readonly FrozenDictionary<string, Question> questions = questions.ToFrozenDictionary(question => "/api/" + question.Name, StringComparer.Ordinal);

    public async Task AnswerAsync(HttpContext http)
    {
        var headers = http.Response.Headers;
        headers.CacheControl = "no-store";
        headers.XContentTypeOptions = "nosniff";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Referrer-Policy"] = "no-referrer";
        try
        {
            if (door.LetIn(http))
            {
                return;
            }

            if (door.Refusal(http) is var (status, why))
            {
                await RefuseAsync(http, status, why);
            }
            else
            {
                await (HttpMethods.IsPost(http.Request.Method) ? SendAnswerAsync(http) : sendFileAsync(http));
            }
        }
        catch (BadHttpRequestException refused) when (!http.Response.HasStarted)
        {
            await RefuseAsync(http, refused.StatusCode, "内容太大，或者没有传完。");
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested || stop.IsCancellationRequested)
        {
            // The page was left, or the program ends.
        }
        catch (Exception failure) when (EnvironmentException.Covers(failure) && !http.Response.HasStarted)
        {
            await SendAsync(http, StatusCodes.Status200OK, new JsonObject { ["failure"] = EnvironmentException.Describe(failure, environment) });
        }
        catch (Exception error) when (!http.Response.HasStarted)
        {
            await SendAsync(http, StatusCodes.Status200OK, new JsonObject { ["failure"] = InternalError.Describe(error, environment) });
        }
    }

    private async Task SendAnswerAsync(HttpContext http)
    {
        if (!questions.TryGetValue(http.Request.Path.Value ?? "", out var question))
        {
            await RefuseAsync(http, StatusCodes.Status404NotFound, "没有这个功能。");
        }
        else if (http.Request.ContentLength is not { } length)
        {
            await RefuseAsync(http, StatusCodes.Status411LengthRequired, "不知道内容有多大，没有接受。");
        }
        else if (length > question.LargestBody)
        {
            // Said before a byte of it is read; the connection ends, so that the rest is not waited for.
            http.Response.Headers.Connection = "close";
            await RefuseAsync(http, StatusCodes.Status413PayloadTooLarge, $"内容太大：最多 {question.LargestBody / (1024 * 1024)} MB。");
        }
        else
        {
            http.Features.GetRequiredFeature<IHttpMaxRequestBodySizeFeature>().MaxRequestBodySize = question.LargestBody;
            var body = new byte[length];
            await http.Request.Body.ReadExactlyAsync(body, http.RequestAborted);
            JsonObject answer;
            try
            {
                answer = await question.AnswerAsync(new(http.Request.Query, body));
            }
            catch (Exception wrong) when (wrong is JsonException or NotAQuestionException)
            {
                await RefuseAsync(http, StatusCodes.Status400BadRequest, "看不懂这个请求。");
                return;
            }

            await SendAsync(http, StatusCodes.Status200OK, answer);
        }
    }

    /// <summary>Answers with one line of plain text.</summary>
    public static Task RefuseAsync(HttpContext http, int status, string why) => LocalServer.SendAsync(http, status, "text/plain; charset=utf-8", Encoding.UTF8.GetBytes(why + "\n"));

    private static Task SendAsync(HttpContext http, int status, JsonObject answer) => LocalServer.SendAsync(http, status, "application/json; charset=utf-8", Encoding.UTF8.GetBytes(answer.ToJsonString()));
}

/// <summary>Something that a page of ours asks.</summary>
/// <param name="Name">In the address: <c>open</c>.</param>
/// <param name="LargestBody">In bytes.</param>
/// <param name="AnswerAsync">Answers it; throws <see cref="NotAQuestionException"/> or <see cref="JsonException"/> where it makes no sense.</param>
internal sealed record Question(string Name, int LargestBody, Func<Asked, Task<JsonObject>> AnswerAsync);

/// <summary>What was asked.</summary>
/// <param name="Query">Behind the address, for questions whose body is a file.</param>
/// <param name="Body">All bytes.</param>
internal sealed record Asked(IQueryCollection Query, byte[] Body)
{
    public JsonObject Json { get => field ??= JsonNode.Parse(Body, documentOptions: new() { MaxDepth = 32 }) as JsonObject ?? throw new NotAQuestionException(); private set; }

    /// <exception cref="NotAQuestionException">There is none.</exception>
    public string Text(string name) => TextOf(Json[name]);

    /// <exception cref="NotAQuestionException">There is no list of texts.</exception>
    public IEnumerable<string> Texts(string name) => (Json[name] as JsonArray ?? throw new NotAQuestionException()).Select(TextOf);

    /// <exception cref="NotAQuestionException">There is none, or it is less than 0.</exception>
    public int Number(string name) => Json[name] is JsonValue value && value.TryGetValue<int>(out var number) && number >= 0 ? number : throw new NotAQuestionException();

    /// <exception cref="NotAQuestionException">There is none.</exception>
    public JsonObject Group(string name) => Json[name] as JsonObject ?? throw new NotAQuestionException();

    private static string TextOf(JsonNode? node) => node is JsonValue value && value.TryGetValue<string>(out var text) ? text : throw new NotAQuestionException();

    /// <exception cref="NotAQuestionException">There is none.</exception>
    public string Named(string name) => Query[name].ToString() is { Length: > 0 } text ? text : throw new NotAQuestionException();
}

/// <summary>A request that no page of ours makes.</summary>
internal sealed class NotAQuestionException : Exception;
