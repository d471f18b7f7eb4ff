using System.Net;
using System.Text.RegularExpressions;
using Site.Core.Text;

namespace Site.Cli.Diff;

/// <summary>
/// A finished page as it can be opened from disk: its addresses are relative, its signs stand in it (browsers take no drawing out of another file there), and it has no script, since
/// scripts that load more do not run from disk. Search engines are told not to keep it, should anybody put it on a server.
/// </summary>
/// <param name="root">Where the site lies on its server, as pages write it: <c>/</c> or <c>/aqyj/</c>.</param>
/// <param name="isFile">Whether the site has a file of this path.</param>
/// <param name="sheet">Gives the text of a drawing of the site by its path.</param>
internal sealed partial class OfflinePage(string root, Func<string, bool> isFile, Func<string, string> sheet)
{
    /// <summary>What may run and load: no script, no form, no frame, nothing from another place that the page itself does not name.</summary>
    private const string Head = "<meta http-equiv=\"Content-Security-Policy\" content=\"script-src 'none'; connect-src 'none'; frame-src 'none'; object-src 'none'; base-uri 'none'; form-action 'none'\">\n"
        + "<meta name=\"robots\" content=\"noindex, nofollow\">\n";

    /// <param name="path">Of the page in the site: <c>news/2026/a/index.html</c>.</param>
    /// <param name="html">The page as it was built.</param>
    /// <param name="styles">Path of a style sheet that every page gets, in the same folder as the site; null where there is none.</param>
    /// <param name="mark">HTML that stands first on every page.</param>
    /// <returns>The page, and the files of the site that it leads to or shows.</returns>
    public (string Html, IReadOnlySet<string> Used) Write(string path, string html, string? styles, string mark)
    {
        var used = new HashSet<string>(StringComparer.Ordinal);
        var drawings = new SortedDictionary<string, string>(StringComparer.Ordinal);
        var text = Dropped().Replace(html, "");
        text = Attribute().Replace(text, found => Rewritten(found, path, used, drawings));
        text = HeadStart().Replace(text, start => start.Value + Head, 1);
        if (styles is not null)
        {
            text = HeadEnd().Replace(text, end => $"<link rel=\"stylesheet\" href=\"{Up(path)}{styles}\">{end.Value}", 1);
        }

        var first = drawings.Count == 0 ? mark
            : $"{mark}<svg width=\"0\" height=\"0\" aria-hidden=\"true\" focusable=\"false\"><defs>{string.Concat(drawings.Values)}</defs></svg>";
        return (BodyStart().Replace(text, start => start.Value + first, 1), used);
    }

    /// <param name="path">Of a style sheet in the site.</param>
    /// <returns>The style sheet with relative addresses, and the files that it shows.</returns>
    public (string Css, IReadOnlySet<string> Used) WriteStyles(string path, string css)
    {
        var used = new HashSet<string>(StringComparer.Ordinal);
        return (StyleAddress().Replace(css, found => Relative(found.Groups["address"].Value, path, used) is { } address ? $"url(\"{address}\")" : "url(\"\")"), used);
    }

    /// <returns>How a page leads to the folder of the site.</returns>
    private static string Up(string path) => string.Concat(Enumerable.Repeat("../", path.Count(c => c == '/')));

    private string Rewritten(Match found, string path, HashSet<string> used, SortedDictionary<string, string> drawings)
    {
        var (name, value) = (found.Groups["name"].Value.ToLowerInvariant(), WebUtility.HtmlDecode(found.Groups["value"].Value));
        var rewritten = name switch
        {
            "srcset" or "imagesrcset" => string.Join(", ", value.Split(", ").Select(part => part.Split(' ', 2) is [var address, var width] ? $"{Relative(address, path, used)} {width}" : Relative(part, path, used))),
            "content" => Refresh().Match(value) is { Success: true } refresh ? $"{refresh.Groups["wait"].Value}{Relative(refresh.Groups["address"].Value, path, used)}" : value,
            _ when InDrawing(value, path, drawings) is { } id => "#" + id,
            _ => Relative(value, path, used),
        };
        return rewritten is null ? "" : $" {found.Groups["name"].Value}=\"{WebUtility.HtmlEncode(rewritten)}\"";
    }

    /// <returns>The name of a part of a sheet of drawings in the page itself; null where the address leads to no such part.</returns>
    private string? InDrawing(string address, string path, SortedDictionary<string, string> drawings)
    {
        if (!address.Contains(".svg#", StringComparison.Ordinal) || address.Split('#') is not [var file, var id] || PathOf(file, path) is not { } source || !isFile(source)
            || Symbol().Matches(sheet(source)).FirstOrDefault(symbol => symbol.Groups["id"].Value == id) is not { } part)
        {
            return null;
        }

        var name = "drawing-" + id;
        drawings.TryAdd(name, part.Value.Replace($"id=\"{id}\"", $"id=\"{name}\"", StringComparison.Ordinal));
        return name;
    }

    /// <returns>The address as it leads from the page to a file beside it; null where the site has no such file. Addresses of elsewhere and of the page itself stay.</returns>
    private string? Relative(string address, string path, HashSet<string> used)
    {
        var end = address.AsSpan().IndexOfAny('?', '#');
        var (file, rest) = end < 0 ? (address, "") : (address[..end], address[end..]);
        if (file.Length == 0 || file.StartsWith("//", StringComparison.Ordinal) || Scheme().IsMatch(file))
        {
            return address;
        }

        if (PathOf(file, path) is not { } target || !isFile(target))
        {
            return null;
        }

        used.Add(target);
        return Up(path) + string.Join('/', target.Split('/').Select(Uri.EscapeDataString)) + (rest.IndexOf('#') is var at and >= 0 ? rest[at..] : "");
    }

    /// <returns>The path of a file of the site by an address on a page; null where it leads out of the site.</returns>
    private string? PathOf(string address, string path)
    {
        var decoded = Uri.UnescapeDataString(address);
        var isFromRoot = decoded.StartsWith('/');
        if (isFromRoot && !decoded.StartsWith(root, StringComparison.Ordinal))
        {
            return null;
        }

        var parts = new List<string>(isFromRoot ? [] : path.Split('/')[..^1]);
        foreach (var part in (isFromRoot ? decoded[root.Length..] : decoded).Split('/'))
        {
            if (part == ".." && parts.Count == 0)
            {
                return null;
            }

            if (part == "..")
            {
                parts.RemoveAt(parts.Count - 1);
            }
            else if (part != ".")
            {
                parts.Add(part);
            }
        }

        var joined = string.Join('/', parts);
        return joined.Length == 0 || joined.EndsWith('/') ? joined + "index.html" : joined;
    }

    /// <summary>Scripts, data for search engines, what replaces scripts (it stays, without its tags), what says where the page lies on the web, and the policy of the server.</summary>
    [GeneratedRegex("""<script\b.*?</script>|</?noscript\b[^>]*>|<link\b[^>]*\brel="(?:canonical|alternate|manifest|modulepreload|preload)"[^>]*>|<meta\b[^>]*\b(?:property="og:[^>]*|name="robots"[^>]*|http-equiv="Content-Security-Policy"[^>]*)>|<base\b[^>]*>""",
        RegexOptions.Singleline | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Dropped();

    [GeneratedRegex("""\s(?<name>href|src|srcset|imagesrcset|poster|action|formaction|data|content)="(?<value>[^"]*)"(?=[^<>]*>)(?<=<[a-z][^<]*)""", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Attribute();

    [GeneratedRegex("^(?<wait>\\s*[0-9]+\\s*;\\s*url=)(?<address>/.*)$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, MatchTime.Milliseconds)]
    private static partial Regex Refresh();

    [GeneratedRegex("<head\\b[^>]*>", RegexOptions.IgnoreCase, MatchTime.Milliseconds)]
    private static partial Regex HeadStart();

    [GeneratedRegex("</head>", RegexOptions.IgnoreCase, MatchTime.Milliseconds)]
    private static partial Regex HeadEnd();

    [GeneratedRegex("<body\\b[^>]*>", RegexOptions.IgnoreCase, MatchTime.Milliseconds)]
    private static partial Regex BodyStart();

    [GeneratedRegex("^[a-z][a-z0-9+.-]*:", RegexOptions.IgnoreCase, MatchTime.Milliseconds)]
    private static partial Regex Scheme();

    [GeneratedRegex("""<symbol\b[^>]*\bid="(?<id>[^"]+)".*?</symbol>""", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Symbol();

    [GeneratedRegex("""url\(\s*["']?(?!data:|https?:|#)(?<address>[^"')]+)["']?\s*\)""", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex StyleAddress();
}
