using System.IO.Compression;

namespace Site.Checking.Leaks.Containers;

/// <summary>A PDF's own bytes and its compressed streams.</summary>
/// <remarks>
/// ISO 32000-2, 7.3.8 and 7.4.4. Limits: text that is drawn with a font's own numbers for its characters cannot be read;
/// titles, notes, file names and text in common encodings can.
/// </remarks>
internal static class PdfParts
{
    private const int MostStreams = 20_000;

    public static IEnumerable<Part> Of(byte[] bytes, Inflation inflation)
    {
        if (bytes.AsSpan().IndexOf("/Encrypt"u8) >= 0)
        {
            yield return Part.Closed("", "PDF 有密码。");
        }

        yield return new("PDF", PdfStrings.Plain(bytes));
        var at = 0;
        for (var count = 0; count < MostStreams && Next(bytes, ref at, out var start, out var end); count++)
        {
            using var stream = new ZLibStream(new MemoryStream(bytes, start, end - start), CompressionMode.Decompress);
            var part = inflation.Read("PDF", stream, end - start);
            if (part.Bytes.Length > 0)
            {
                yield return new("PDF", PdfStrings.Plain(part.Bytes));
            }
            else if (part.Obstacle is { } obstacle && !obstacle.EndsWith("不能解开。", StringComparison.Ordinal))
            {
                yield return part;
            }
        }
    }

    private static bool Next(byte[] bytes, ref int at, out int start, out int end)
    {
        (start, end) = (0, 0);
        var found = bytes.AsSpan(at).IndexOf("stream"u8);
        if (found < 0)
        {
            return false;
        }

        start = at + found + 6;
        start += start < bytes.Length && bytes[start] == '\r' ? 1 : 0;
        start = Math.Min(bytes.Length, start + (start < bytes.Length && bytes[start] == '\n' ? 1 : 0));
        var stop = bytes.AsSpan(start).IndexOf("endstream"u8);
        end = stop < 0 ? bytes.Length : start + stop;
        at = stop < 0 ? bytes.Length : end + 9;
        return true;
    }
}
