using Site.Checking.Text;
using Site.Model;

namespace Site.Checking.Content;

/// <summary>Guesses what the writers of broken links meant.</summary>
/// <param name="fragments">Says which fragments pages have.</param>
internal sealed class LinkGuesses(Website website, Fragments fragments)
{
    private const int MostHeadings = 3;

    private readonly PathGuesses paths = new(website);

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
            LinkTarget.Nothing to => paths.Of(broken.Page.Path, to.Path) is { } path ? [path] : [],
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
}
