namespace Site.Model;

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
