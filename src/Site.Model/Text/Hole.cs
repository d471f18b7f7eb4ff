namespace Site.Model;

/// <summary>A place in an <see cref="HtmlFragment"/> that is filled in when the site is rendered.</summary>
/// <param name="Offset">Bytes before it, 0 to the length of the fragment.</param>
public abstract record Hole(int Offset)
{
    /// <summary>Inside <c>href="…"</c>: the address of the link's target, escaped for an attribute.</summary>
    /// <param name="Link">What the writer linked to.</param>
    public sealed record Address(int Offset, Link Link) : Hole(Offset);

    /// <summary>In place of an element: the <c>picture</c> element with all its sizes.</summary>
    /// <param name="Picture">What the writer showed.</param>
    public sealed record Image(int Offset, Picture Picture) : Hole(Offset);
}
