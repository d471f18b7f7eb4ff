using System.Collections.Immutable;
using System.Net;
using System.Text;

namespace Site.Cli.Diff;

/// <summary>Compares the pages of two sites.</summary>
/// <param name="Added">Pages that were added, sorted by address like the next two.</param>
/// <param name="Changed">Pages whose main part changed.</param>
/// <param name="Removed">Pages that were removed.</param>
/// <param name="SurroundingsOnly">The number of pages that changed only outside their main part.</param>
internal sealed record PageChanges(ImmutableArray<PageChange> Added, ImmutableArray<PageChange> Changed, ImmutableArray<PageChange> Removed, int SurroundingsOnly)
{
    private const string File = "index.html";

    public static PageChanges Between(PublishedSite old, PublishedSite now)
    {
        var both = Pages(old).Where(now.Files.ContainsKey).Where(path => old.Files[path] != now.Files[path])
            .Select(path => (Path: path, Old: PageText.Of(old.Text(path)), Now: PageText.Of(now.Text(path)))).ToArray();
        var changed = both.Where(page => page.Old.Main != page.Now.Main).ToArray();
        return new(
            [.. Pages(now).Where(path => !old.Files.ContainsKey(path)).Select(path => Change(path, PageText.Of(now.Text(path))))],
            [.. changed.Select(page => Change(page.Path, page.Now))],
            [.. Pages(old).Where(path => !now.Files.ContainsKey(path)).Select(path => Change(path, PageText.Of(old.Text(path))))],
            both.Length - changed.Length);
    }

    private static IEnumerable<string> Pages(PublishedSite site) =>
        site.Files.Keys.Where(path => path == File || path.EndsWith("/" + File, StringComparison.Ordinal));

    private static PageChange Change(string path, PageText text) => new("/" + path[..^File.Length], text.Title);
}

/// <summary>A page that was added, removed or changed.</summary>
/// <param name="Address">Decoded, from the site's root: <c>/news/2026/开放日/</c>.</param>
/// <param name="Title">Plain text.</param>
internal sealed record PageChange(string Address, string Title);

/// <summary>The title and the main part of a finished page, without the header and footer that all pages share.</summary>
/// <param name="Title">Plain text, never empty.</param>
/// <param name="Main">HTML.</param>
internal sealed record PageText(string Title, string Main)
{
    private const int LongestTitle = 80;

    public static PageText Of(string html)
    {
        var main = Between(html, "<main", "</main>") ?? html;
        var title = Plain(Between(main, "<h1", "</h1>") ?? Between(html, "<title", "</title>") ?? "");
        return new(title.Length == 0 ? "（没有标题）" : title.Length > LongestTitle ? title[..LongestTitle] + "…" : title, main);
    }

    private static string? Between(string html, string start, string end)
    {
        var from = html.IndexOf(start, StringComparison.OrdinalIgnoreCase);
        var behind = from < 0 ? -1 : html.IndexOf('>', from);
        var to = behind < 0 ? -1 : html.IndexOf(end, behind, StringComparison.OrdinalIgnoreCase);
        return to < 0 ? null : html[(behind + 1)..to];
    }

    /// <returns>The text without tags, with entities decoded and white space collapsed.</returns>
    private static string Plain(string html)
    {
        var text = new StringBuilder();
        var isTag = false;
        foreach (var c in html)
        {
            isTag = c == '<' || (isTag && c != '>');
            if (!isTag && c != '>')
            {
                text.Append(c);
            }
        }

        return string.Join(' ', WebUtility.HtmlDecode(text.ToString()).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }
}
