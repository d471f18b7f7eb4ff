using System.Collections.Immutable;
using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Site.Core.Text;

namespace Site.Cli.Diff;

/// <summary>A whole finished site as files that open from disk: its pages, and what they lead to or show. What only scripts load, such as the search, stays out.</summary>
internal static partial class OfflineSite
{
    /// <summary>The page to open first.</summary>
    public const string Start = "打开预览.html";

    /// <summary>The folder of the site in a preview.</summary>
    public const string Folder = "网站/";

    private const string Styles = "preview-mark.css";

    private const int MostPages = 200;

    /// <summary>What stands first on every page; whoever prints or forwards one sees it.</summary>
    private const string Mark = "<div class=\"preview-mark\" role=\"note\"><p><b>预览·未发布</b> 审核用，请不要转发。搜索、答题、大字这些要脚本的，在这里不能用。</p></div>";

    private const string MarkStyles =
        """
        .preview-mark{position:static;padding:8px 16px;background:#fff3c4;color:#1f2421;border-bottom:3px solid #b3261e;font-size:1rem;line-height:1.5}
        .preview-mark p{margin:0}
        .preview-mark::after{content:"";position:fixed;inset:0;z-index:2147483647;pointer-events:none;background:url("data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' width='340' height='240'%3E%3Ctext x='20' y='180' transform='rotate(-24 170 120)' font-size='30' font-family='sans-serif' fill='%23b3261e' fill-opacity='.16'%3E预览·未发布%3C/text%3E%3C/svg%3E")}

        """;

    /// <param name="site">A finished site.</param>
    /// <param name="isMarked">Whether every page says that it is not published.</param>
    /// <returns>The files, by path (ordinal); pages that nothing leads to are there too.</returns>
    public static ImmutableSortedDictionary<string, byte[]> Files(PublishedSite site, bool isMarked)
    {
        var files = ImmutableSortedDictionary.CreateBuilder<string, byte[]>(StringComparer.Ordinal);
        var sheets = new Dictionary<string, string>(StringComparer.Ordinal);
        var page = new OfflinePage(RootOf(site), site.Files.ContainsKey, path => sheets.TryGetValue(path, out var known) ? known : sheets[path] = site.Text(path));
        if (isMarked)
        {
            files.Add(Styles, Encoding.UTF8.GetBytes(MarkStyles));
        }

        var open = new Queue<string>(site.Files.Keys.Where(path => path.EndsWith(".html", StringComparison.Ordinal)));
        var seen = open.ToHashSet(StringComparer.Ordinal);
        while (open.TryDequeue(out var path))
        {
            var (bytes, used) = Made(path);
            files[path] = bytes;
            foreach (var more in used.Where(seen.Add))
            {
                open.Enqueue(more);
            }
        }

        return files.ToImmutable();

        (byte[] Bytes, IReadOnlySet<string> Used) Made(string path)
        {
            if (path.EndsWith(".html", StringComparison.Ordinal))
            {
                var (html, used) = page.Write(path, site.Text(path), isMarked ? Styles : null, isMarked ? Mark : "");
                return (Encoding.UTF8.GetBytes(html), used);
            }

            if (path.EndsWith(".css", StringComparison.Ordinal))
            {
                var (css, used) = page.WriteStyles(path, site.Text(path));
                return (Encoding.UTF8.GetBytes(css), used);
            }

            return (site.Load(path), ImmutableHashSet<string>.Empty);
        }
    }

    /// <returns>A zip of the site, with a page that leads to what changed; the same bytes for the same site.</returns>
    public static byte[] Zip(PublishedSite site, PageChanges changes)
    {
        var buffer = new MemoryStream();
        using (var zip = new ZipArchive(buffer, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add(zip, Start, Encoding.UTF8.GetBytes(StartPage(changes)));
            foreach (var (path, bytes) in Files(site, isMarked: true))
            {
                Add(zip, Folder + path, bytes);
            }
        }

        return buffer.ToArray();
    }

    private static void Add(ZipArchive zip, string path, byte[] bytes)
    {
        var entry = zip.CreateEntry(path);
        entry.LastWriteTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);
        using var stream = entry.Open();
        stream.Write(bytes);
    }

    private static string StartPage(PageChanges changes)
    {
        var text = new StringBuilder("<!DOCTYPE html>\n<html lang=\"zh-Hans\"><head><meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
            .Append("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline' file:; img-src data:\">\n<meta name=\"robots\" content=\"noindex, nofollow\">\n<title>预览·未发布</title>\n")
            .Append(CultureInfo.InvariantCulture, $"<link rel=\"stylesheet\" href=\"{Uri.EscapeDataString(Folder[..^1])}/{Styles}\">\n")
            .Append("<style>body{margin:0;font:1.0625rem/1.7 sans-serif;color:#1f2421;background:#fcfcfa}main{max-width:44rem;margin:0 auto;padding:16px}li{margin:8px 0}a{color:#1a6b44}</style></head>\n<body>")
            .Append(Mark).Append("<main><h1>预览·未发布</h1>\n<p>这是网站还没有发布的样子，只供审核。</p>\n");
        Pages(text, "新增的页面", changes.Added);
        Pages(text, "内容有改动的页面", changes.Changed);
        text.Append("<h2>整个网站</h2>\n<ul>").Append(CultureInfo.InvariantCulture, $"<li><a href=\"{Link("/")}\">首页</a></li></ul>\n</main></body></html>\n");
        return text.ToString();
    }

    private static void Pages(StringBuilder text, string title, ImmutableArray<PageChange> pages)
    {
        if (pages.IsEmpty)
        {
            return;
        }

        text.Append(CultureInfo.InvariantCulture, $"<h2>{title}</h2>\n<ul>");
        foreach (var page in pages.Take(MostPages))
        {
            text.Append(CultureInfo.InvariantCulture, $"<li><a href=\"{WebUtility.HtmlEncode(Link(page.Address))}\">{WebUtility.HtmlEncode(page.Title)}</a></li>\n");
        }

        text.Append("</ul>\n").Append(pages.Length > MostPages ? string.Create(CultureInfo.InvariantCulture, $"<p>另有 {pages.Length - MostPages} 页没有列出。</p>\n") : "");
    }

    private static string Link(string address) => string.Join('/', (Folder + address[1..] + "index.html").Split('/').Select(Uri.EscapeDataString));

    /// <returns>Where the site lies on its server, as its pages say.</returns>
    private static string RootOf(PublishedSite site) =>
        site.Files.ContainsKey("index.html") && Base().Match(site.Text("index.html")) is { Success: true } found ? WebUtility.HtmlDecode(found.Groups["root"].Value) : "/";

    [GeneratedRegex("<html\\b[^>]*\\bdata-base=\"(?<root>/[^\"]*)\"", RegexOptions.ExplicitCapture, MatchTime.Milliseconds)]
    private static partial Regex Base();
}
