using System.Buffers;
using System.IO.Compression;
using System.Text;

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

        var outside = new ArrayBufferWriter<byte>();
        var (at, told) = (0, 0);
        for (var count = 0; count < MostStreams && Next(bytes, ref at, out var start, out var end); count++)
        {
            using var stream = new ZLibStream(new MemoryStream(bytes, start, end - start), CompressionMode.Decompress);
            var part = inflation.Read("PDF", stream, end - start);
            if (part.Bytes.Length > 0)
            {
                foreach (var text in PdfStrings.Read(PdfOperators.WithoutPlaces(part.Bytes)))
                {
                    yield return new("PDF", text);
                }

                outside.Write(bytes.AsSpan(told..start));
                told = end;
            }
            else if (part.Obstacle is { } obstacle && !obstacle.EndsWith("不能解开。", StringComparison.Ordinal))
            {
                yield return part;
            }
        }

        outside.Write(bytes.AsSpan(told..));
        foreach (var text in PdfStrings.Read(WithoutMark(outside.WrittenSpan)))
        {
            yield return new("PDF", text);
        }
    }

    // What is left is no file that holds parts.
    private static byte[] WithoutMark(ReadOnlySpan<byte> bytes)
    {
        var left = bytes.ToArray();
        for (var rest = left.AsSpan(); rest.IndexOf("%PDF-"u8) is var mark and >= 0; rest = rest[mark..])
        {
            rest[mark] = (byte)' ';
        }

        return left;
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

/// <summary>Knows the coordinates of what a page draws, which in pieces look like telephones and which nobody reads.</summary>
internal static class PdfOperators
{
    /// <summary>Of a coordinate before its point.</summary>
    private const int MostDigits = 6;

    private static readonly SearchValues<byte> InNumbers = SearchValues.Create("0123456789.-+ \r\n\t"u8);

    /// <returns>
    /// The bytes with a blank in the place of each digit of the numbers before an operator that moves, draws or places, where they are as many as it takes (ISO 32000-2, tables 56 and 58):
    /// m, l, c, v, y, re, cm.
    /// </returns>
    public static byte[] WithoutPlaces(byte[] bytes)
    {
        for (var at = 0; at < bytes.Length;)
        {
            var start = bytes.AsSpan(at).IndexOfAny(InNumbers);
            if (start < 0)
            {
                break;
            }

            start += at;
            var length = bytes.AsSpan(start).IndexOfAnyExcept(InNumbers);
            at = length < 0 ? bytes.Length : start + length;
            if (length >= 4 && bytes[at - 1] <= ' ' && NumbersOf(bytes.AsSpan(at)) is var taken and > 0 && AreCoordinates(bytes.AsSpan(start..at), taken))
            {
                bytes.AsSpan(start..at).Fill((byte)' ');
            }
        }

        return bytes;
    }

    /// <returns>How many numbers the operator takes that begins there; 0 where none of these does.</returns>
    private static int NumbersOf(ReadOnlySpan<byte> rest)
    {
        var (length, taken) = rest.StartsWith("re"u8) ? (2, 4) : rest.StartsWith("cm"u8) ? (2, 6)
            : rest[0] switch { (byte)'m' or (byte)'l' => (1, 2), (byte)'v' or (byte)'y' => (1, 4), (byte)'c' => (1, 6), _ => (0, 0) };
        return rest.Length == length || rest[length] <= ' ' ? taken : 0;
    }

    private static bool AreCoordinates(ReadOnlySpan<byte> numbers, int taken)
    {
        var (count, digits) = (0, 0);
        for (var at = 0; at < numbers.Length; at++)
        {
            digits = char.IsAsciiDigit((char)numbers[at]) ? digits + 1 : numbers[at] == '.' ? int.MinValue : 0;
            count += numbers[at] > ' ' && (at == 0 || numbers[at - 1] <= ' ') ? 1 : 0;
            if (digits > MostDigits)
            {
                return false;
            }
        }

        return count == taken;
    }
}

/// <summary>Decodes PDF strings that are written in hexadecimal or with octal escapes.</summary>
internal static class PdfStrings
{
    /// <summary>How many bytes before the decoded strings stand before them again, so that nothing is cut in two.</summary>
    private const int Overlap = 1024;

    /// <returns>
    /// The bytes unchanged, followed by the decoded form of every such string, separated by line ends. Two texts, where the bytes themselves hold nothing in UTF-16 (ASCII alone, and no
    /// other strings) but the strings may: a page of a poster is long, and its words are few.
    /// </returns>
    public static IEnumerable<byte[]> Read(byte[] bytes)
    {
        var all = Plain(bytes);
        var isApart = all.Length > bytes.Length && bytes.Length > 2 * Overlap && bytes.AsSpan().IndexOfAny((byte)'(', (byte)0) < 0 && Ascii.IsValid(bytes);
        return isApart ? [bytes, all[(bytes.Length - Overlap)..]] : [all];
    }

    private static byte[] Plain(ReadOnlySpan<byte> bytes)
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
        var (value, count, decoded) = (0, 0, new List<byte>(content.Length / 2));
        foreach (var b in content)
        {
            if (char.IsAsciiHexDigit((char)b))
            {
                value = (value << 4) | (b <= '9' ? b - '0' : (b & 0x5F) - 'A' + 10);
                if (++count % 2 == 0)
                {
                    decoded.Add((byte)value);
                }
            }
            else if (b > ' ')
            {
                break;
            }
        }

        // Titles are UTF-16, and so are the codes of many fonts.
        writer.Write(decoded.ToArray());
        writer.Write("\n\n"u8);
        writer.Write(Encoding.UTF8.GetBytes(Encoding.BigEndianUnicode.GetString(decoded.ToArray())));
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
