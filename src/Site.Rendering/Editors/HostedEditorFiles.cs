using System.Buffers;
using System.Net;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Site.Content.Settings;
using Site.Content.Types;
using Site.Content.Websites;
using Site.Core.Sources;
using Site.Exposures.Released;

namespace Site.Rendering.Editors;

/// <summary>
/// The editor beside the site: <c>admin/index.html</c>, its settings in <c>admin/config.yml</c>, and the program as the owner of the site put it there. None of it is a page of the site:
/// it is in no menu, list, search and sitemap.
/// </summary>
internal static class HostedEditorFiles
{
    private const string Folder = "admin/";

    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Sveltia asks unpkg.com for its words; they lie beside it here. What else it would load from there is not loaded.</summary>
    private const string Start =
        """
        const ask = window.fetch;
        window.fetch = (input, init) => {
          const address = String(input instanceof Request ? input.url : input);
          const own = /^https:\/\/unpkg\.com\/@sveltia\/cms(@[^/]*)?\//.exec(address);
          return own ? ask(new URL(address.slice(own[0].length), document.baseURI), init) : ask(input, init);
        };

        """;

    public static IEnumerable<OutputFile> Render(Website website, PublicInput input)
    {
        if (website.Editor is not { } editor)
        {
            return [];
        }

        var script = $"{editor.Name}-cms.js";
        return
        [
            new(Folder + "index.html", output => output.Write(Encoding.UTF8.GetBytes(Page(website.Settings, editor, script)))),
            // JSON is YAML: what a label says needs no other rules.
            new(Folder + "config.yml", output => output.Write(Encoding.UTF8.GetBytes(EditorConfig.Of(website.Settings, editor).ToJsonString(Readable) + "\n"))),
            new(Folder + script, output => output.Write(editor.Script.Load())),
            .. editor.Words is { } words ? [new(Folder + "locales/zh-CN.json", output => output.Write(words.Load())), new(Folder + "start.js", output => output.Write(Encoding.UTF8.GetBytes(Start)))] : Array.Empty<OutputFile>(),
        ];
    }

    /// <returns>What the editor's page may load and do: its own program, the styles that it writes into the page, and the server of the repository.</returns>
    public static string Policy(HostedEditor editor) => string.Join("; ",
    [
        "default-src 'none'",
        // Decap compiles the checks of its settings.
        editor.Name == "decap" ? "script-src 'self' 'unsafe-eval'" : "script-src 'self'",
        "style-src 'self' 'unsafe-inline'",
        "font-src 'self' data:",
        $"img-src 'self' data: blob: {string.Join(' ', Pictures(editor.Repository))}",
        "media-src 'self' blob:",
        $"connect-src 'self' data: blob: {string.Join(' ', Servers(editor.Repository))}",
        "worker-src 'self' blob:",
        "frame-src 'self' blob:",
        "object-src 'none'",
        "base-uri 'none'",
        "form-action 'none'",
    ]);

    private static IEnumerable<string> Servers(EditorRepository repository) =>
    [
        .. repository switch
        {
            { Server: { } server } => [Origin(server)],
            { Backend: "github" } => ["https://api.github.com", "https://www.githubstatus.com"],
            { Backend: "gitlab" } => ["https://gitlab.com"],
            _ => (string[])["https://gitea.com"],
        },
        .. repository.Login is { } login ? [Origin(login)] : Array.Empty<string>(),
    ];

    /// <summary>Pictures of the people who are signed in, and of a private repository.</summary>
    private static IEnumerable<string> Pictures(EditorRepository repository) => repository switch
    {
        { Server: { } server } => [Origin(server)],
        { Backend: "github" } => ["https://*.githubusercontent.com"],
        { Backend: "gitlab" } => ["https://gitlab.com", "https://secure.gravatar.com"],
        _ => ["https://gitea.com"],
    };

    private static string Origin(Uri address) => address.GetLeftPart(UriPartial.Authority);

    private static string Page(SiteSettings settings, HostedEditor editor, string script) =>
        $"""
        <!DOCTYPE html>
        <html lang="zh-Hans">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta http-equiv="Content-Security-Policy" content="{Policy(editor)}">
        <meta name="robots" content="noindex, nofollow">
        <meta name="referrer" content="no-referrer">
        <title>编辑 · {WebUtility.HtmlEncode(settings.Title)}</title>
        <link rel="cms-config-url" type="text/yaml" href="config.yml">
        </head>
        <body>
        <noscript><p>网页编辑器要用脚本，请在浏览器里打开它。</p></noscript>
        {(editor.Words is null ? "" : "<script src=\"start.js\"></script>\n")}<script src="{script}"></script>
        </body>
        </html>

        """;
}
