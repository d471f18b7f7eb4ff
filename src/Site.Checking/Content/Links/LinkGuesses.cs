using Site.Checking.Text;
using Site.Model;

namespace Site.Checking.Content;

/// <summary>Guesses what the writers of broken links meant.</summary>
/// <param name="fragments">Says which fragments pages have.</param>
internal sealed class LinkGuesses(Website website, Fragments fragments)
{
    private const int MostHeadings = 3;

    private ILookup<string, string>? pathsByFolder;
    private ILookup<string, string>? pathsByName;

    /// <returns>What to write instead, in quotation marks, several with 、 between; or null.</returns>
    public string? Of(BrokenLink broken)
    {
        var guesses = broken.Target switch
        {
            LinkTarget.ToPage to => Headings(to.Page, to.Fragment!).Select(id => "#" + id),
            LinkTarget.Nothing to when broken.Link.Target.StartsWith("xref:", StringComparison.Ordinal) =>
                Nearest.Find(to.Path, website.ById.Keys).Select(id => "xref:" + id),
            LinkTarget.Nothing to when to.Path.StartsWith('/') =>
                Nearest.Find(to.Path.EndsWith('/') ? to.Path : to.Path + "/", website.ByAddress.Keys.Concat(Sections)),
            LinkTarget.Nothing to => Paths(broken.Page.Path, to.Path),
            _ => [],
        };
        var text = string.Join("、", guesses.Select(guess => $"“{Quoted.Short(guess)}”"));
        return text.Length == 0 ? null : text;
    }

    private static IEnumerable<string> Sections => Lists.Sections.Select(section => section.Address);

    /// <returns>The nearest fragments of a page; where none is near, its first headings.</returns>
    private string[] Headings(Page page, string fragment)
    {
        var near = Nearest.Find(fragment, fragments.Of(page), MostHeadings).ToArray();
        return near.Length > 0 ? near : [.. page.Headings.Take(MostHeadings).Select(heading => heading.Id)];
    }

    /// <returns>A file of that name in another folder, or one of a like name in the same, as a path from the page's folder;
    /// or the list of the pages in a folder.</returns>
    private IEnumerable<string> Paths(string from, string path)
    {
        if (website.ByPath.ContainsKey(path + ".md"))
        {
            return [Relative(from, path + ".md")];
        }

        if (Lists.Has(website, path["content".Length..] + "/"))
        {
            return [path["content".Length..] + "/"];
        }

        pathsByFolder ??= AllPaths().ToLookup(Folder, StringComparer.Ordinal);
        var near = Nearest.Find(path, pathsByFolder[Folder(path)]).ToArray();
        pathsByName ??= AllPaths().ToLookup(Name, StringComparer.Ordinal);
        return (near.Length > 0 ? near : pathsByName[Name(path)].Take(1)).Select(guess => Relative(from, guess));
    }

    private IEnumerable<string> AllPaths() =>
        website.Pages.Select(page => page.Path).Concat(website.Files.Select(file => file.Path));

    private static string Folder(string path) => path[..(path.LastIndexOf('/') + 1)];

    private static string Name(string path) => path[(path.LastIndexOf('/') + 1)..] is var name && name.EndsWith(".md", StringComparison.Ordinal)
        ? name[..^".md".Length]
        : name;

    /// <returns>The path as it is written in a file of another folder: <c>../guides/gas-leak.md</c>.</returns>
    internal static string Relative(string from, string path)
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
