using System.Buffers;
using Site.Core.Sources;

namespace Site.Content.Markdown;

/// <summary>Finds the ids of elements in a piece of HTML that the Markdown reader made: headings, footnotes and whatever a writer gave one.</summary>
internal static class BodyIds
{
    /// <summary>Finds the next id, and goes on to what follows its beginning.</summary>
    /// <param name="id">As it stands in the HTML.</param>
    /// <returns>Whether there is one.</returns>
    public static bool Next(ref ReadOnlySpan<byte> html, out ReadOnlySpan<byte> id)
    {
        var before = " id=\""u8;
        var at = html.IndexOf(before);
        if (at < 0)
        {
            id = default;
            return false;
        }

        html = html[(at + before.Length)..];
        id = html[..Math.Max(0, html.IndexOf((byte)'"'))];
        return true;
    }

    /// <returns>A digest of the ids in a body: two bodies that have others have another one. Of a packed body it is a digest of the whole, for to unpack each would take too long.</returns>
    public static Digest DigestOf(HtmlFragment body)
    {
        if (body.IsPacked)
        {
            return Digest.Of(body.Bytes.Span);
        }

        var ids = new ArrayBufferWriter<byte>();
        for (var html = body.Utf8.Span; Next(ref html, out var id);)
        {
            ids.Write(id);
            ids.Write("\""u8);
        }

        return Digest.Of(ids.WrittenSpan);
    }
}
