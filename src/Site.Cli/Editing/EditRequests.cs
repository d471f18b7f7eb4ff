using System.Reflection;
using System.Text;
using Microsoft.AspNetCore.Http;
using Site.Cli.Local;
using Site.Cli.Preview;
using Site.Core.Diagnostics;

namespace Site.Cli.Editing;

/// <summary>Answers the browser: the editor's page and its files, questions of that page, and the site as it is being written.</summary>
internal sealed class EditRequests
{
    private readonly LocalDoor door;
    private readonly EditSite site;
    private readonly LocalRequests requests;

    public EditRequests(LocalDoor door, EditSite site, CancellationToken stop)
    {
        (this.door, this.site) = (door, site);
        requests = new(door, EditQuestions.All(site), http => door.IsView(http) ? SendViewAsync(http) : SendFileAsync(http), site.Environment, stop);
    }

    public Task AnswerAsync(HttpContext http) => requests.AnswerAsync(http);

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
            await LocalRequests.RefuseAsync(http, StatusCodes.Status404NotFound, "没有这个网页。");
            return;
        }

        using var bytes = new MemoryStream();
        await asset.CopyToAsync(bytes);
        http.Response.Headers.XFrameOptions = "DENY";
        http.Response.Headers.ContentSecurityPolicy =
            $"default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:; connect-src 'self'; frame-src {door.ViewOrigin}; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
        await LocalServer.SendAsync(http, StatusCodes.Status200OK, MediaTypes.Of(name), name == "editor.html"
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
            await LocalServer.SendAsync(http, StatusCodes.Status200OK, MediaTypes.Of("keep.js"), bytes.ToArray());
            return;
        }

        var view = site.View ?? await site.LookAsync();
        switch (PreviewAddress.Of(view.BasePath, path, view.Has))
        {
            case PreviewAddress.Redirect elsewhere:
                http.Response.Redirect(new PathString(elsewhere.Path).ToUriComponent());
                break;
            case PreviewAddress.File { Path: var file }:
                await LocalServer.SendAsync(http, StatusCodes.Status200OK, MediaTypes.Of(file), file.EndsWith(".html", StringComparison.Ordinal) ? WithScript(Page(view, file)) : view.Make(file));
                break;
            default:
                await LocalRequests.RefuseAsync(http, StatusCodes.Status404NotFound, "网站里没有这一页，或者它今天不发布。");
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
}
