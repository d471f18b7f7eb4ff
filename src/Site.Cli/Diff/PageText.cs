using System.Net;
using System.Text;

namespace Site.Cli;

/// <summary>Takes from a finished page what readers come for: its title, and its main part without what surrounds it on every page.</summary>
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

    /// <returns>The text between the tags, entities read, blanks joined.</returns>
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
