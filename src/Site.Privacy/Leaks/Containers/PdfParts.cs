using System.Buffers;
using System.IO.Compression;

namespace Site.Privacy.Leaks.Containers;

/// <summary>A PDF's own bytes and its compressed streams.</summary>
/// <remarks>
/// ISO 32000-2, 7.3.8 and 7.4.4. Limits: text that uses a font's own character codes cannot be read;
/// titles, notes, file names and text in common encodings can.
/// </remarks>
internal static class PdfParts
{
    private const int MostStreams = 20_000;

    public static IEnumerable<FilePart> Of(byte[] bytes, Inflation inflation)
    {
        if (bytes.AsSpan().IndexOf("/Encrypt"u8) >= 0)
        {
            yield return FilePart.Unreadable("", "PDF 有密码。");
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

/// <summary>Decodes PDF strings that are written in hexadecimal or with octal escapes.</summary>
internal static class PdfStrings
{
    /// <returns>The bytes unchanged, followed by the decoded form of every such string, separated by line ends.</returns>
    public static byte[] Plain(ReadOnlySpan<byte> bytes)
    {
        var writer = new ArrayBufferWriter<byte>(bytes.Length + 64);
        writer.Write(bytes);
        for (var at = 0; bytes[at..].IndexOfAny((byte)'<', (byte)'(') is var next and >= 0;)
        {
            at += next;
            var end = bytes[at..].IndexOf(bytes[at] == '<' ? (byte)'>' : (byte)')');
            var content = end < 2 ? [] : bytes[(at + 1)..(at + end)];
            if (bytes[at] == '<' && content.Length >= 4)
            {
                WriteHex(writer, content);
            }
            else if (content.IndexOf((byte)'\\') >= 0)
            {
                WriteOctal(writer, content);
            }

            at++;
        }

        return writer.WrittenSpan.ToArray();
    }

    private static void WriteHex(ArrayBufferWriter<byte> writer, ReadOnlySpan<byte> content)
    {
        var (value, count) = (0, 0);
        foreach (var b in content)
        {
            if (char.IsAsciiHexDigit((char)b))
            {
                value = (value << 4) | Convert.ToInt32(((char)b).ToString(), 16);
                if (++count % 2 == 0)
                {
                    writer.Write([(byte)value]);
                }
            }
            else if (b > ' ')
            {
                break;
            }
        }

        writer.Write("\n\n"u8);
    }

    private static void WriteOctal(ArrayBufferWriter<byte> writer, ReadOnlySpan<byte> content)
    {
        for (var i = 0; i < content.Length; i++)
        {
            var isOctal = content[i] == '\\' && i + 3 < content.Length && content.Slice(i + 1, 3).IndexOfAnyExceptInRange((byte)'0', (byte)'7') < 0;
            writer.Write([isOctal ? (byte)(((content[i + 1] - '0') << 6) | ((content[i + 2] - '0') << 3) | (content[i + 3] - '0')) : content[i]]);
            i += isOctal ? 3 : 0;
        }

        writer.Write("\n\n"u8);
    }
}
