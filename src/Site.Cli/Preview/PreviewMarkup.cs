using System.Globalization;
using System.Net;
using System.Text;
using Site.Core.Diagnostics;

namespace Site.Cli.Preview;

/// <summary>The HTML that the preview adds: a script in each page, and a page of its own where there is no site yet.</summary>
internal static class PreviewMarkup
{
    /// <summary>The largest number of diagnostics that are shown at once; the others appear when these are fixed.</summary>
    public const int MostDiagnostics = 50;

    /// <returns>The page with the script that reloads it, before the end of its body. Nothing is inline: the page's own policy holds.</returns>
    /// <param name="site">Identifies the build that made the page.</param>
    public static byte[] WithScript(byte[] html, string site)
    {
        var end = html.AsSpan().LastIndexOf("</body>"u8);
        var at = end < 0 ? html.Length : end;
        return [.. html.AsSpan(0, at), .. Encoding.UTF8.GetBytes(Script("site", site)), .. html.AsSpan(at)];
    }

    /// <returns>A page that says why there is no site yet; it is loaded again after the next build.</returns>
    public static byte[] WithoutSite(PreviewState state)
    {
        var title = state.IsBroken ? "还不能预览" : "正在生成网站…";
        var text = new StringBuilder();
        text.Append("<!doctype html>\n<html lang=\"zh-Hans\">\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width\">\n")
            .Append($"<title>{title}</title>\n<link rel=\"stylesheet\" href=\"/@preview/preview.css\">\n<body>\n<main class=\"box\">\n<h1>{title}</h1>\n");
        if (state.Failure is not null)
        {
            text.Append($"<p class=\"what\">{Escaped(state.Failure)}</p>\n");
        }

        var errors = state.Diagnostics.Where(diagnostic => diagnostic.Severity == Severity.Error).ToList();
        if (errors.Count > 0)
        {
            text.Append(CultureInfo.InvariantCulture, $"<p>有 {errors.Count} 个错误，改好并保存后，这里会自动刷新。</p>\n<ol>\n");
            foreach (var diagnostic in errors.Take(MostDiagnostics))
            {
                text.Append($"<li><code>{Escaped(diagnostic.Location.ToString())}</code> <span class=\"code\">{Escaped(diagnostic.Code)}</span>")
                    .Append($"<p class=\"what\">{Escaped(diagnostic.Message)}</p><p>{Escaped(diagnostic.Help)}</p></li>\n");
            }

            text.Append("</ol>\n");
        }

        return Encoding.UTF8.GetBytes(text.Append("</main>\n").Append(Script("build", state.Build)).Append("</body>\n</html>\n").ToString());
    }

    /// <param name="seen">What the page was made of: the <c>site</c> or the <c>build</c>; it is loaded again when that changes.</param>
    private static string Script(string seen, string value) => $"<script src=\"/@preview/reload.js\" data-{seen}=\"{Escaped(value)}\"></script>\n";

    private static string Escaped(string text) => WebUtility.HtmlEncode(text);
}
