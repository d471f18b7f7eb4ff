using System.Collections.Immutable;
using System.IO.Compression;
using Site.Core.Diagnostics;

namespace Site.Content.Markdown;

/// <summary>
/// A piece of HTML that is safe to put in a page: the Markdown reader made it, and no text of a writer is in it unescaped.
/// It has placeholders where an address or a picture goes that is known only when the whole site has been read.
/// </summary>
/// <param name="Utf8">As in <see cref="Utf8"/>.</param>
/// <param name="Placeholders">Where something is filled in, by rising offset.</param>
public sealed record HtmlFragment(ReadOnlyMemory<byte> Utf8, ImmutableArray<Placeholder> Placeholders)
{
    /// <summary>No HTML at all.</summary>
    public static HtmlFragment Empty { get; } = new(ReadOnlyMemory<byte>.Empty, []);

    /// <summary>The HTML as UTF-8, without what goes into the placeholders. Who asks a packed fragment gets new bytes each time.</summary>
    public ReadOnlyMemory<byte> Utf8 => LengthBefore == 0 ? Bytes : Unpack();

    public bool IsEmpty => Late is null && Near.IsEmpty && Placeholders.IsEmpty;

    /// <summary>The HTML, packed (Deflate) or not; fetched anew each time where it lies elsewhere.</summary>
    internal ReadOnlyMemory<byte> Bytes => Late is null ? Near : Late.Load();

    /// <summary>The same where it lies in memory.</summary>
    private ReadOnlyMemory<byte> Near { get; init; } = Utf8;

    /// <summary>What fetches it from elsewhere; null where it lies in memory.</summary>
    private LateBytes? Late { get; init; }

    /// <summary>Whether <see cref="Bytes"/> are packed.</summary>
    internal bool IsPacked => LengthBefore > 0;

    /// <summary>Bytes of the HTML before it was packed; 0 where it is not.</summary>
    private int LengthBefore { get; init; }

    /// <returns>The same in less than half the memory, for a site with so many pages that their bodies do not fit otherwise.</returns>
    internal HtmlFragment Packed()
    {
        if (LengthBefore > 0 || Late is not null || Near.IsEmpty)
        {
            return this;
        }

        using var packed = new MemoryStream(Near.Length);
        using (var deflate = new DeflateStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            deflate.Write(Near.Span);
        }

        return this with { Near = packed.ToArray(), LengthBefore = Near.Length };
    }

    /// <returns>The same without its <see cref="Bytes"/>, for who keeps them elsewhere.</returns>
    internal HtmlFragment WithoutBytes() => this with { Near = default, Late = null };

    /// <returns>What <see cref="WithoutBytes"/> was made of.</returns>
    /// <param name="bytes">Its <see cref="Bytes"/>; they are fetched when somebody asks for them.</param>
    internal HtmlFragment WithBytes(LateBytes bytes) => bytes.Length == 0 ? this : this with { Late = bytes };

    private byte[] Unpack()
    {
        var html = new byte[LengthBefore];
        using var deflate = new DeflateStream(new MemoryStream(Bytes.ToArray()), CompressionMode.Decompress);
        deflate.ReadExactly(html);
        return html;
    }
}

/// <summary>Bytes that lie elsewhere until somebody asks for them.</summary>
/// <param name="length">As in <see cref="Length"/>.</param>
public abstract class LateBytes(int length)
{
    /// <summary>How many there are.</summary>
    public int Length => length;

    /// <returns>The bytes; may be asked from any thread.</returns>
    /// <exception cref="Site.Content.Loading.KeptPageLostException">They are not there any more.</exception>
    public abstract ReadOnlyMemory<byte> Load();

    /// <returns>Bytes that lie in memory already.</returns>
    internal static LateBytes Of(ReadOnlyMemory<byte> bytes) => new AtHand(bytes);

    private sealed class AtHand(ReadOnlyMemory<byte> bytes) : LateBytes(bytes.Length)
    {
        public override ReadOnlyMemory<byte> Load() => bytes;
    }
}

/// <summary>A place in an <see cref="HtmlFragment"/> that is filled in when the site is rendered.</summary>
/// <param name="Offset">Bytes before it, 0 to the length of the fragment.</param>
public abstract record Placeholder(int Offset)
{
    /// <summary>Inside <c>href="…"</c>: the address of the link's target, escaped for an attribute.</summary>
    /// <param name="Link">What the writer linked to.</param>
    public sealed record Address(int Offset, Link Link) : Placeholder(Offset);

    /// <summary>
    /// Around the attributes of a link to the web, which stand there already: an address of this site, written in full, gives way to one within it.
    /// </summary>
    /// <param name="Length">Bytes of the attributes, the space before them included.</param>
    /// <param name="Link">Its target is an absolute address.</param>
    public sealed record Web(int Offset, int Length, Link Link) : Placeholder(Offset);

    /// <summary>In place of an element: the <c>picture</c> element with all its sizes.</summary>
    /// <param name="Picture">What the writer showed.</param>
    public sealed record Image(int Offset, Picture Picture) : Placeholder(Offset);

    /// <summary>Around a number that the text calls, which stands there already: a link to it where site.yaml names the number as a hotline, else nothing.</summary>
    /// <param name="Length">Bytes of the number: ASCII digits and hyphens.</param>
    public sealed record Call(int Offset, int Length) : Placeholder(Offset);
}

/// <summary>A picture shown in a page.</summary>
/// <param name="Location">Its place in the source.</param>
/// <param name="Target">Path as written, percent-decoded, relative to the page's source file: <c>img/oil.svg</c>.</param>
/// <param name="Alt">What it shows, in words; not empty (checked as <c>picture/no-alt</c>).</param>
/// <param name="Title">The caption, or null.</param>
public sealed record Picture(Location Location, string Target, string Alt, string? Title = null);

/// <summary>A heading of a page's body.</summary>
/// <param name="Level">2 to 6; the title is the only one of level 1.</param>
/// <param name="Id">Its fragment, unique in the page, with Chinese kept: <c>防火检查</c>, <c>防火检查-2</c>.</param>
/// <param name="Text">Plain text.</param>
public sealed record Heading(int Level, string Id, string Text);

/// <summary>A link from one page of the site to another page or file of it, or to the web.</summary>
/// <param name="Location">Its place in the source.</param>
/// <param name="Target">As written, percent-decoded: <c>../guides/gas-leak.md#先做什么</c>, <c>#先做什么</c>, <c>/guides/</c> or <c>xref:gas-leak</c>; or an absolute address.</param>
public sealed record Link(Location Location, string Target);
