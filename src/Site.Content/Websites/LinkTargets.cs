using Site.Content.Markdown;
using Site.Content.Pages;

namespace Site.Content.Websites;

/// <summary>Follows the links that writers write. Rendering and checking both ask here, so they cannot disagree.</summary>
public static class LinkTargets
{
    private const string Content = "content/";

    /// <summary>Finds what a link leads to.</summary>
    /// <param name="website">The whole site.</param>
    /// <param name="from">Path of the source file that links: <c>content/guides/oil.md</c>.</param>
    /// <param name="target">As in <see cref="Link.Target"/>.</param>
    public static LinkTarget Find(Website website, string from, string target)
    {
        var (path, fragment) = Split(target);
        if (path.Length == 0)
        {
            return website.ByPath.TryGetValue(from, out var self) ? new LinkTarget.ToPage(self, fragment) : new LinkTarget.Nothing(from);
        }

        if (path.StartsWith("xref:", StringComparison.Ordinal))
        {
            var id = path["xref:".Length..];
            return website.ById.TryGetValue(id, out var page) ? new LinkTarget.ToPage(page, fragment) : new LinkTarget.Nothing(id);
        }

        return path[0] == '/' ? ByAddress(website, path, fragment) : ByFile(website, from, path, fragment);
    }

    /// <summary>
    /// A page of a pack may lead to another that this site does not want: whoever runs the site cannot change the page. Such a link is its text alone.
    /// </summary>
    /// <param name="from">Path of the source file that links.</param>
    /// <param name="target">As in <see cref="Link.Target"/>.</param>
    public static bool IsLeftOut(Website website, string from, string target) =>
        website.Packs.Has(from) && Find(website, from, target) is LinkTarget.Nothing;

    /// <summary>Joins a relative path to the folder of a source file.</summary>
    /// <returns>The path from the site folder, or null where it climbs out of <c>content/</c> or is no relative path.</returns>
    public static string? Join(string from, string path)
    {
        if (path.Contains('\\', StringComparison.Ordinal) || path.StartsWith('/'))
        {
            return null;
        }

        var parts = from.Split('/')[..^1].ToList();
        foreach (var part in path.Split('/'))
        {
            if (part == "..")
            {
                if (parts.Count <= 1)
                {
                    return null;
                }

                parts.RemoveAt(parts.Count - 1);
            }
            else if (part is not ("." or ""))
            {
                parts.Add(part);
            }
        }

        var joined = string.Join('/', parts);
        return joined.StartsWith(Content, StringComparison.Ordinal) ? joined : null;
    }

    /// <returns>Where a file beside the pages is published, decoded: <c>content/works/a.pdf</c> at <c>/works/a.pdf</c>.</returns>
    public static string AddressOf(ContentFile file) => file.Path["content".Length..];

    /// <returns>The files that a page links to, or that its front matter offers to take away, each once.</returns>
    public static IEnumerable<ContentFile> OfferedBy(Website website, Page page) =>
        Files(website, page, Written(page).Select(placeholder => placeholder switch
        {
            Placeholder.Address address => address.Link.Target,
            Placeholder.Web web => OwnAddress.Within(website.Settings, web.Link.Target),
            _ => null,
        }).Concat(page.Type.FilesOf(page).Select(file => file.Target)));

    /// <returns>The pictures that a page shows, its own first, each once.</returns>
    public static IEnumerable<ContentFile> ShownBy(Website website, Page page) =>
        Files(website, page, Written(page).OfType<Placeholder.Image>().Select(image => image.Picture.Target).Prepend(page.Image?.Target));

    private static IEnumerable<Placeholder> Written(Page page) => page.Fragments.SelectMany(fragment => fragment.Placeholders);

    private static IEnumerable<ContentFile> Files(Website website, Page page, IEnumerable<string?> targets) =>
        targets.OfType<string>().Select(target => Find(website, page.Path, target)).OfType<LinkTarget.ToFile>().Select(target => target.File).DistinctBy(file => file.Path);

    private static (string Path, string? Fragment) Split(string target)
    {
        var hash = target.IndexOf('#', StringComparison.Ordinal);
        return hash < 0 ? (target, null) : (target[..hash], target[(hash + 1)..]);
    }

    private static LinkTarget ByFile(Website website, string from, string path, string? fragment) =>
        Join(from, path) is not { } joined ? new LinkTarget.Outside()
        : website.ByPath.TryGetValue(joined, out var page) ? new LinkTarget.ToPage(page, fragment)
        : website.FileAt(joined) is { } file ? new LinkTarget.ToFile(file)
        : new LinkTarget.Nothing(joined);

    private static LinkTarget ByAddress(Website website, string path, string? fragment)
    {
        var address = path.EndsWith('/') ? path : path + "/";
        return website.ByAddress.TryGetValue(address, out var page) ? new LinkTarget.ToPage(page, fragment)
            : website.HasList(address) ? new LinkTarget.ToList(address, fragment)
            : website.HasList(path) ? new LinkTarget.ToList(path, fragment)
            : website.FileAt("content" + path) is { } file ? new LinkTarget.ToFile(file)
            : new LinkTarget.Nothing(path);
    }
}

/// <summary>What a link of a writer leads to.</summary>
public abstract record LinkTarget
{
    private LinkTarget() { }

    /// <summary>A page, perhaps a heading in it.</summary>
    /// <param name="Page">The page.</param>
    /// <param name="Fragment">Without <c>#</c>, or null; whether the page has such a heading is another question.</param>
    public sealed record ToPage(Page Page, string? Fragment) : LinkTarget;

    /// <summary>A file beside the pages.</summary>
    public sealed record ToFile(ContentFile File) : LinkTarget;

    /// <summary>A list or another page that the generator makes, or a file of figures.</summary>
    /// <param name="Address">Decoded, from the site's root, ending in <c>/</c> unless it is a file.</param>
    public sealed record ToList(string Address, string? Fragment) : LinkTarget;

    /// <summary>Nothing that the site has.</summary>
    /// <param name="Path">The path that was looked for, relative to the site folder, or the address or id.</param>
    public sealed record Nothing(string Path) : LinkTarget;

    /// <summary>A path that climbs out of <c>content/</c>.</summary>
    public sealed record Outside : LinkTarget;
}
