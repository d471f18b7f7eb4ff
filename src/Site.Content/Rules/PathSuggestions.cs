using Site.Content.Websites;
using Site.Core.Sources;
using Site.Core.Text;

namespace Site.Content.Rules;

/// <summary>Guesses which page or file was meant by a path that leads to none; the first times it is asked, for a site with many such
/// paths has another trouble than misspelling.</summary>
internal sealed class PathSuggestions(Website website)
{
    private const int Most = 50;

    private int asked;
    private ILookup<string, string>? byFolder;
    private ILookup<string, string>? byName;

    /// <param name="from">The page that links.</param>
    /// <param name="path">What it links to, from the site folder: begins with <c>content/</c>.</param>
    /// <returns>A page whose ending was forgotten; the list of a folder's pages; a name like it in the same folder; or the same name in
    /// another. As it is written in that page; or null.</returns>
    public string? Of(string from, string path)
    {
        var list = path["content".Length..] + "/";
        return ++asked > Most ? null
            : website.ByPath.ContainsKey(path + ".md") ? Relative(from, path + ".md")
            : website.HasList(list) ? list
            : Like(path) is { } found ? Relative(from, found)
            : null;
    }

    private string? Like(string path)
    {
        byFolder ??= Paths().ToLookup(Folder, StringComparer.Ordinal);
        byName ??= Paths().ToLookup(Name, StringComparer.Ordinal);
        var isPage = FileExtension.Of(path) is "" or ".md" or ".html" or ".htm";
        var beside = byFolder[Folder(path)].Where(Fits).ToLookup(Stem, StringComparer.Ordinal);
        return NearestName.FindAll(Stem(path), beside.Select(names => names.Key)).Select(stem => beside[stem].First()).FirstOrDefault()
            ?? byName[Name(path)].Where(Fits).Order(StringComparer.Ordinal).FirstOrDefault();

        bool Fits(string found) => isPage || !found.EndsWith(".md", StringComparison.Ordinal);
    }

    private IEnumerable<string> Paths() =>
        website.Pages.Select(page => page.Path).Concat(website.Files.Select(file => file.Path));

    private static string Folder(string path) => path[..(path.LastIndexOf('/') + 1)];

    /// <returns>What the file is called without its folder and, for a page, without its ending.</returns>
    private static string Name(string path) =>
        path[(path.LastIndexOf('/') + 1)..] is var name && name.EndsWith(".md", StringComparison.Ordinal) ? name[..^3] : name;

    /// <returns>What the file is called without its folder and its ending.</returns>
    private static string Stem(string path) => path[(path.LastIndexOf('/') + 1)..^FileExtension.Of(path).Length];

    /// <returns>The path as it is written in a file of another folder: <c>../guides/gas-leak.md</c>.</returns>
    private static string Relative(string from, string path)
    {
        var (folders, parts) = (from.Split('/')[..^1], path.Split('/'));
        var shared = 0;
        while (shared < folders.Length && shared < parts.Length - 1 && folders[shared] == parts[shared])
        {
            shared++;
        }

        return string.Concat(Enumerable.Repeat("../", folders.Length - shared)) + string.Join('/', parts[shared..]);
    }
}
