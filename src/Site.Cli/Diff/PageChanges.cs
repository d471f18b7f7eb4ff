using System.Collections.Immutable;

namespace Site.Cli;

/// <summary>Compares the pages of two sites.</summary>
/// <param name="Added">Pages that came, by address; likewise the next two.</param>
/// <param name="Changed">Pages whose main part is another.</param>
/// <param name="Removed">Pages that went.</param>
/// <param name="Reframed">How many pages changed only in what surrounds their main part.</param>
internal sealed record PageChanges(ImmutableArray<PageChange> Added, ImmutableArray<PageChange> Changed, ImmutableArray<PageChange> Removed, int Reframed)
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
