using System.Reflection;
using Microsoft.AspNetCore.Http;
using Site.Cli.Local;

namespace Site.Cli.Preview;

/// <summary>Answers the browser with files of the site, and adds what the preview needs.</summary>
/// <param name="Folder">The folder that is served.</param>
/// <param name="Feed">The state of the preview.</param>
/// <param name="Stop">Ends the streams of events.</param>
internal sealed record PreviewRequests(string Folder, PreviewStateFeed Feed, CancellationToken Stop)
{
    public async Task AnswerAsync(HttpContext http)
    {
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers.XContentTypeOptions = "nosniff";
        http.Response.Headers["Cross-Origin-Resource-Policy"] = "same-origin";
        if (!PreviewHosts.Allow(http.Request.Host, http.Connection.LocalPort))
        {
            await LocalServer.SendAsync(http, StatusCodes.Status421MisdirectedRequest, "text/plain; charset=utf-8", "这里只有本机的预览。\n"u8.ToArray());
        }
        else if (!HttpMethods.IsGet(http.Request.Method) && !HttpMethods.IsHead(http.Request.Method))
        {
            http.Response.Headers.Allow = "GET, HEAD";
            await LocalServer.SendAsync(http, StatusCodes.Status405MethodNotAllowed, "text/plain; charset=utf-8", "预览只能读取。\n"u8.ToArray());
        }
        else
        {
            await (http.Request.Path.Value switch
            {
                "/@preview/events" => SendEventsAsync(http),
                "/@preview/reload.js" => SendAssetAsync(http, "reload.js"),
                "/@preview/preview.css" => SendAssetAsync(http, "preview.css"),
                var path => SendSiteAsync(http, path ?? "/", Feed.State),
            });
        }
    }

    private async Task SendSiteAsync(HttpContext http, string path, PreviewState state)
    {
        if (state.Home is null)
        {
            http.Response.Headers.ContentSecurityPolicy = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'";
            await LocalServer.SendAsync(http, StatusCodes.Status503ServiceUnavailable, MediaTypes.Of("index.html"), PreviewMarkup.WithoutSite(state));
            return;
        }

        try
        {
            switch (PreviewAddress.Of(state.BasePath, path, file => File.Exists(Path.Combine(Folder, file))))
            {
                case PreviewAddress.Redirect elsewhere:
                    http.Response.Redirect(new PathString(elsewhere.Path).ToUriComponent());
                    break;
                case PreviewAddress.File { Path: var file }:
                    await SendFileAsync(http, file, state);
                    break;
                default:
                    await SendMissingAsync(http, state);
                    break;
            }
        }
        catch (IOException) when (!http.Response.HasStarted)
        {
            // The next build has just taken this file away.
            await SendMissingAsync(http, state);
        }
    }

    private async Task SendFileAsync(HttpContext http, string file, PreviewState state)
    {
        var path = Path.Combine(Folder, file);
        if (file.EndsWith(".html", StringComparison.Ordinal))
        {
            var page = state.First is { } first && first.Pages.TryGetValue(file, out var made)
                ? PreviewMarkup.WithScript(made, first.Site) : PreviewMarkup.WithScript(await File.ReadAllBytesAsync(path), state.Site);
            await LocalServer.SendAsync(http, StatusCodes.Status200OK, MediaTypes.Of(file), page);
        }
        else
        {
            await TypedResults.PhysicalFile(path, MediaTypes.Of(file), enableRangeProcessing: true).ExecuteAsync(http);
        }
    }

    private async Task SendMissingAsync(HttpContext http, PreviewState state)
    {
        var page = Path.Combine(Folder, "404.html");
        var html = File.Exists(page) ? await File.ReadAllBytesAsync(page) : "<!doctype html><title>404</title><body></body>"u8.ToArray();
        await LocalServer.SendAsync(http, StatusCodes.Status404NotFound, MediaTypes.Of(page), PreviewMarkup.WithScript(html, state.Site));
    }

    /// <summary>Server-sent events: the state now, and each that follows, until the browser has enough.</summary>
    private async Task SendEventsAsync(HttpContext http)
    {
        http.Response.ContentType = "text/event-stream; charset=utf-8";
        if (HttpMethods.IsHead(http.Request.Method))
        {
            return;
        }

        using var end = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, Stop);
        var lookedAt = http.Request.Query["page"].FirstOrDefault() ?? "";
        Feed.Open(lookedAt);
        try
        {
            await http.Response.WriteAsync("retry: 1000\n\n", end.Token);
            for (PreviewState? seen = null; ;)
            {
                seen = await Feed.NextAsync(seen, end.Token);
                await http.Response.WriteAsync($"data: {PreviewMessage.Write(seen)}\n\n", end.Token);
                await http.Response.Body.FlushAsync(end.Token);
            }
        }
        catch (OperationCanceledException)
        {
            // The page was left, or the preview ends.
        }
        finally
        {
            Feed.Close(lookedAt);
        }
    }

    private static async Task SendAssetAsync(HttpContext http, string name)
    {
        await using var asset = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)!;
        using var bytes = new MemoryStream();
        await asset.CopyToAsync(bytes);
        await LocalServer.SendAsync(http, StatusCodes.Status200OK, MediaTypes.Of(name), bytes.ToArray());
    }
}
