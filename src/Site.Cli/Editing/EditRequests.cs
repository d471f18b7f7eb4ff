using System.Collections.Frozen;
using System.Reflection;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Site.Cli.Infrastructure;
using Site.Cli.Preview;
using Site.Core.Diagnostics;

namespace Site.Cli.Editing;

/// <summary>Answers the browser: the editor's page and its files, questions of that page, and the site as it is being written.</summary>
internal sealed class EditRequests
{
    private readonly EditDoor door;
    private readonly EditSite site;
    private readonly CancellationToken stop;
    private readonly FrozenDictionary<string, Question> questions;

    public EditRequests(EditDoor door, EditSite site, CancellationToken stop)
    {
        (this.door, this.site, this.stop) = (door, site, stop);
        questions = EditQuestions.All(site).ToFrozenDictionary(question => "/api/" + question.Name, StringComparer.Ordinal);
    }

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
                await (door.IsView(http) ? SendViewAsync(http) : HttpMethods.IsPost(http.Request.Method) ? SendAnswerAsync(http) : SendFileAsync(http));
            }
        }
        catch (BadHttpRequestException refused) when (!http.Response.HasStarted)
        {
            await RefuseAsync(http, refused.StatusCode, "内容太大，或者没有传完。");
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested || stop.IsCancellationRequested)
        {
            // The page was left, or the editor ends.
        }
        catch (Exception failure) when (EnvironmentException.Covers(failure) && !http.Response.HasStarted)
        {
            await SendAsync(http, StatusCodes.Status200OK, new JsonObject { ["failure"] = EnvironmentException.Describe(failure) });
        }
        catch (Exception error) when (!http.Response.HasStarted)
        {
            await SendAsync(http, StatusCodes.Status200OK, new JsonObject { ["failure"] = InternalError.Describe(error, site.Environment) });
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

    private async Task SendFileAsync(HttpContext http)
    {
        if (http.Request.Path == "/favicon.ico")
        {
            http.Response.StatusCode = StatusCodes.Status204NoContent;
            return;
        }

        var name = http.Request.Path.Value switch
        {
            "/" => "editor.html",
            { } path when path.StartsWith("/assets/", StringComparison.Ordinal) => path["/assets/".Length..],
            _ => "",
        };
        await using var asset = Assembly.GetExecutingAssembly().GetManifestResourceStream("edit/" + name);
        if (asset is null || name is "keep.js")
        {
            await RefuseAsync(http, StatusCodes.Status404NotFound, "没有这个网页。");
            return;
        }

        using var bytes = new MemoryStream();
        await asset.CopyToAsync(bytes);
        http.Response.Headers.XFrameOptions = "DENY";
        http.Response.Headers.ContentSecurityPolicy =
            $"default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:; connect-src 'self'; frame-src {door.ViewOrigin}; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
        await PreviewRequests.SendAsync(http, StatusCodes.Status200OK, MediaTypes.Of(name), name == "editor.html"
            ? Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(bytes.ToArray()).Replace("{{key}}", door.PageKey, StringComparison.Ordinal).Replace("{{view}}", door.ViewOrigin, StringComparison.Ordinal))
            : bytes.ToArray());
    }

    /// <summary>The site as it is being written; each page with a script that draws it again when the editor says so.</summary>
    private async Task SendViewAsync(HttpContext http)
    {
        var path = http.Request.Path.Value ?? "/";
        http.Response.Headers.ContentSecurityPolicy = $"frame-ancestors {door.Origin}";
        if (path == "/@edit/keep.js")
        {
            await using var asset = Assembly.GetExecutingAssembly().GetManifestResourceStream("edit/keep.js")!;
            using var bytes = new MemoryStream();
            await asset.CopyToAsync(bytes);
            await PreviewRequests.SendAsync(http, StatusCodes.Status200OK, MediaTypes.Of("keep.js"), bytes.ToArray());
            return;
        }

        var view = site.View ?? await site.LookAsync();
        switch (PreviewAddress.Of(view.BasePath, path, view.Has))
        {
            case PreviewAddress.Redirect elsewhere:
                http.Response.Redirect(new PathString(elsewhere.Path).ToUriComponent());
                break;
            case PreviewAddress.File { Path: var file }:
                await PreviewRequests.SendAsync(http, StatusCodes.Status200OK, MediaTypes.Of(file), file.EndsWith(".html", StringComparison.Ordinal) ? WithScript(Page(view, file)) : view.Make(file));
                break;
            default:
                await RefuseAsync(http, StatusCodes.Status404NotFound, "网站里没有这一页，或者它今天不发布。");
                break;
        }
    }

    /// <summary>A page with a mistake in it may be one that cannot be drawn: then it says so, and is drawn again after the next change.</summary>
    private static byte[] Page(SiteView view, string file)
    {
        try
        {
            return view.Make(file);
        }
        catch (Exception exception) when (view.Diagnostics.HasErrors() && exception is InvalidOperationException or ArgumentException or KeyNotFoundException or NullReferenceException or FormatException)
        {
            return "<!doctype html>\n<html lang=\"zh-Hans\">\n<meta charset=\"utf-8\">\n<title>还画不出来</title>\n<body>\n<p>这一页有错误，现在画不出来。改好以后，这里会自己更新。</p>\n</body>\n</html>\n"u8.ToArray();
        }
    }

    private byte[] WithScript(byte[] html)
    {
        var end = html.AsSpan().LastIndexOf("</body>"u8);
        var at = end < 0 ? html.Length : end;
        return [.. html.AsSpan(0, at), .. Encoding.UTF8.GetBytes($"<script src=\"/@edit/keep.js\" data-editor=\"{door.Origin}\"></script>\n"), .. html.AsSpan(at)];
    }

    private static Task RefuseAsync(HttpContext http, int status, string why) => PreviewRequests.SendAsync(http, status, "text/plain; charset=utf-8", Encoding.UTF8.GetBytes(why + "\n"));

    private static Task SendAsync(HttpContext http, int status, JsonObject answer) => PreviewRequests.SendAsync(http, status, "application/json; charset=utf-8", Encoding.UTF8.GetBytes(answer.ToJsonString()));
}

/// <summary>Something that the editor's page asks.</summary>
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

    private static string TextOf(JsonNode? node) => node is JsonValue value && value.TryGetValue<string>(out var text) ? text : throw new NotAQuestionException();

    /// <exception cref="NotAQuestionException">There is none.</exception>
    public string Named(string name) => Query[name].ToString() is { Length: > 0 } text ? text : throw new NotAQuestionException();
}

/// <summary>A request that no page of the editor makes.</summary>
internal sealed class NotAQuestionException : Exception;
