using System.Globalization;
using Site.Content.Pages;
using Site.Content.Types;
using Site.Core.Diagnostics;

namespace Site.Content.Loading;

/// <summary>From a file to the address of its page.</summary>
internal static class PageUrls
{
    /// <param name="path"><c>content/FOLDER/…/name.md</c>, every name of it good.</param>
    /// <param name="date">The page's day: its year is the folder of a news page that lies in none.</param>
    /// <returns>Decoded, from the site's root: <c>/guides/name/</c>, <c>/news/2024/name/</c>, <c>/name/</c> for a plain page.</returns>
    public static string Of(ContentType kind, string path, DateOnly date)
    {
        var within = path["content/".Length..^".md".Length][(kind.Folder.Length + 1)..];
        if (kind == PlainKind.Kind)
        {
            return $"/{within}/";
        }

        if (kind != NewsKind.Kind)
        {
            return $"/{kind.Folder}/{within}/";
        }

        var slash = within.LastIndexOf('/');
        var folder = slash < 0 ? date.Year.ToString("D4", CultureInfo.InvariantCulture) : within[..slash];
        return $"/{kind.Folder}/{folder}/{Name(path)}/";
    }

    /// <returns>The file's name without its ending and, for news, without the date before it; what <c>xref:</c> calls the page by default.</returns>
    public static string Name(string path)
    {
        var name = path[(path.LastIndexOf('/') + 1)..^".md".Length];
        return !path.StartsWith("content/news/", StringComparison.Ordinal) ? name
            : IsShape(name, "0000-00-00-") ? name["0000-00-00-".Length..]
            : IsShape(name, "00-00-") ? name["00-00-".Length..]
            : name;
    }

    /// <summary>Reports, as <c>address/reserved</c>, an address that the program itself fills.</summary>
    public static void FindReserved(Page page, List<Diagnostic> diagnostics)
    {
        var segments = page.Address.Trim('/').Split('/');
        var isReserved = Array.IndexOf(segments, "page") >= 0
            || segments.Any(HasEnding)
            || (page is PlainPage && (ReservedFirst.Contains(segments[0]) || segments[0][0] == '_'));
        if (isReserved)
        {
            diagnostics.Add(Diagnostic.Error("address/reserved", new(page.Path),
                $"这一页的地址会是 {page.Address}，这个地址本站另有用处。", "换一个文件名或文件夹名。"));
        }
    }

    /// <returns>Whether the program itself fills an old address, or one below it, whatever the pages; capitals do not count.</returns>
    public static bool IsGenerated(string address)
    {
        var segments = address.ToLowerInvariant().Trim('/').Split('/');
        return segments[0] is "" or "assets" or "data" or "pagefind" or "media" or "share" || segments[0].StartsWith('_')
            || (segments is [var only] && ReservedFirst.Contains(only))
            || segments.Any(GeneratedFiles.Contains);
    }

    /// <summary>Names of files, any of which would be a folder too.</summary>
    private static readonly HashSet<string> GeneratedFiles =
    [
        "index.html", "404.html", "feed.xml", "feed.json", "sitemap.xml", "robots.txt", "build.json",
        "events.ics", "event.ics", "open-days.ics", "campaign.ics",
    ];

    /// <summary>First names of addresses that are lists, tools or folders of files.</summary>
    private static readonly HashSet<string> ReservedFirst =
    [
        .. ContentTypes.All.Where(kind => kind != PlainKind.Kind).Select(kind => kind.Folder),
        "search", "topics", "tags", "sectors", "audiences", "assets", "data", "exposures", "statistics", "pagefind", "media", "share", "index", "404",
    ];

    /// <returns>Whether a name ends as a file does (<c>feed.xml</c>); a number after the dot (<c>2.0</c>) is no such ending.</returns>
    private static bool HasEnding(string name) =>
        name.LastIndexOf('.') is var dot and >= 0 && name.AsSpan(dot + 1).ContainsAnyInRange('a', 'z');

    private static bool IsShape(string name, string shape)
    {
        if (name.Length <= shape.Length)
        {
            return false;
        }

        for (var i = 0; i < shape.Length; i++)
        {
            if (shape[i] == '0' ? !char.IsAsciiDigit(name[i]) : name[i] != shape[i])
            {
                return false;
            }
        }

        return true;
    }
}
