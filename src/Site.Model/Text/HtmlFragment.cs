using System.Collections.Immutable;

namespace Site.Model;

/// <summary>
/// A piece of HTML that is safe to put in a page: the Markdown reader made it, and no text of a writer is in it unescaped.
/// It has holes where an address or a picture goes that is known only when the whole site has been read.
/// </summary>
/// <param name="Utf8">The HTML as UTF-8, without what goes into the holes.</param>
/// <param name="Holes">Where something is filled in, by rising offset.</param>
public sealed record HtmlFragment(ReadOnlyMemory<byte> Utf8, ImmutableArray<Hole> Holes)
{
    /// <summary>No HTML at all.</summary>
    public static HtmlFragment Empty { get; } = new(ReadOnlyMemory<byte>.Empty, []);

    public bool IsEmpty => Utf8.IsEmpty && Holes.IsEmpty;
}
