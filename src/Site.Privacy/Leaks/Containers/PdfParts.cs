using System.Buffers;
using System.IO.Compression;
using System.Text;
using Site.Core.Sources;
using Site.Privacy.Decoding;

namespace Site.Privacy.Leaks.Containers;

/// <summary>A PDF's own bytes and its compressed streams.</summary>
/// <remarks>
/// ISO 32000-2, 7.3.8 and 7.4.4. Limits: text that uses a font's own character codes cannot be read;
/// titles, notes, file names and text in common encodings can.
/// </remarks>
internal static class PdfParts
{
    private const int MostStreams = 20_000;

    /// <summary>How many times a stream is unpacked.</summary>
    private const int Deepest = 3;

    /// <summary>In bytes: how far before a stream its dictionary is looked for.</summary>
    private const int LongestDictionary = 1024;

    public static IEnumerable<FilePart> Of(byte[] bytes, Inflation inflation, Func<Digest, bool> isClean)
    {
        if (bytes.AsSpan().IndexOf("/Encrypt"u8) >= 0)
        {
            yield return FilePart.Unreadable("", "PDF 有密码。");
        }

        var outside = new ArrayBufferWriter<byte>();
        var (at, told) = (0, 0);
        for (var count = 0; count < MostStreams && Next(bytes, ref at, out var start, out var end); count++)
        {
            var writing = PdfWriting.Of(bytes.AsSpan(Math.Max(told, start - LongestDictionary)..start));
            var packed = end - start < CleanParts.Shortest || writing != PdfWriting.Usual ? (Digest?)null : Digest.Of(bytes.AsSpan(start..end));
            if (packed is { } known && isClean(known))
            {
                outside.Write(bytes.AsSpan(told..start));
                told = end;
                continue;
            }

            var left = inflation.Left;
            var parts = Unpack(bytes[start..end], writing, inflation, 0);
            var isRead = parts.Count > 0 && parts[0].Bytes.Length > 0 && Zlib.Begins(bytes.AsSpan(start..end));
            var inflated = (int)(left - inflation.Left);
            for (var part = 0; part < parts.Count; part++)
            {
                var texts = parts[part].Obstacle is null ? PdfStrings.Read(PdfOperators.WithoutPlaces(parts[part].Bytes)) : [];
                for (var text = 0; text < texts.Length; text++)
                {
                    yield return new("PDF", texts[text], Packed: isRead && text == texts.Length - 1 && part == parts.Count - 1 && packed is { } read ? new(read, inflated) : null);
                }

                if (parts[part].Obstacle is not null)
                {
                    yield return parts[part];
                }
            }

            if (isRead)
            {
                outside.Write(bytes.AsSpan(told..start));
                told = end;
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

    /// <returns>
    /// What a stream holds when it is unpacked, once or more, and what stands behind the end of what is packed; none where nothing is. Deflate, LZW, both under a predictor, run lengths,
    /// hexadecimal, base 85 and whole archives are known (ISO 32000-2, 7.4); others are seen as they stand.
    /// </returns>
    private static List<FilePart> Unpack(byte[] stream, PdfWriting writing, Inflation inflation, int depth)
    {
        if (depth == Deepest)
        {
            return [];
        }

        if (!Zlib.Begins(stream))
        {
            return PdfFilters.Decode(stream) is { } decoded ? [new("PDF", decoded), .. Unpack(decoded, writing, inflation, depth + 1)]
                : writing.IsRunLength && !(writing.IsLzw && PdfFilters.BeginsLzw(stream)) ? [.. RunLengths(), .. Unpack(stream, writing with { IsRunLength = false }, inflation, depth)]
                : writing.IsLzw && Read(new MemoryStream(PdfFilters.Lzw(stream, writing.IsEarly, inflation.Most(stream.Length)))) is var text && (text.Bytes.Length > 0 || text.Obstacle is not null)
                    ? [text, .. Straight(text), .. Unpack(text.Bytes, writing with { IsLzw = false }, inflation, depth + 1)]
                : depth == 0 && (stream.AsSpan().StartsWith("PK\u0003\u0004"u8) || stream.AsSpan().StartsWith((ReadOnlySpan<byte>)[0x1F, 0x8B, 8])) ? [new("PDF", stream)]
                : [];
        }

        using var packed = new ZLibStream(new MemoryStream(stream), CompressionMode.Decompress);
        var part = Read(packed);
        if (part.Bytes.Length == 0)
        {
            return part.Obstacle is { } obstacle && !obstacle.EndsWith("不能解开。", StringComparison.Ordinal) ? [part] : writing.IsRunLength ? RunLengths() : [];
        }

        var behind = Zlib.Behind(stream, part.Bytes);
        var more = behind.Length < stream.Length ? Unpack(behind, writing, inflation, depth + 1) : [];
        return [
            new("PDF", part.Bytes), .. Straight(part), .. Unpack(part.Bytes, writing, inflation, depth + 1),
            .. more.Count > 0 || !behind.AsSpan().ContainsAnyExceptInRange((byte)0, (byte)' ') ? more : [new("PDF", behind)]];

        FilePart Read(Stream packed) => inflation.Read("PDF", packed, stream.Length);

        List<FilePart> RunLengths() => Read(new MemoryStream(PdfFilters.RunLength(stream, inflation.Most(stream.Length)))) is var text && text.Bytes.Length > 0
            ? [text, .. Unpack(text.Bytes, writing with { IsRunLength = false }, inflation, depth + 1)]
            : text.Obstacle is null ? [] : [text];

        IEnumerable<FilePart> Straight(FilePart part) => writing.Rows.Length > 0 && part.Bytes.Length > 0 ? [inflation.Take("PDF", part.Bytes.Length, () => PdfPredictors.Undo(part.Bytes, writing.Rows))] : [];
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
    private const int LongestArray = 16 * 1024;
    private const int LongestString = 64 * 1024;
    private const int ShortestHex = 4;

    /// <summary>How many bytes may be read again for each byte of a text. Strings in strings and arrays that do not end are read to their end from each of their brackets; beyond this, once.</summary>
    private const long MostReadAgain = 16;

    private static readonly SearchValues<byte> InHex = SearchValues.Create("0123456789abcdefABCDEF \r\n\t\f\0"u8);

    /// <summary>How many bytes before the decoded strings stand before them again, so that nothing is cut in two.</summary>
    private const int Overlap = 1024;

    /// <returns>
    /// The bytes unchanged, followed by the decoded form of every such string, each behind two line ends. Two texts, where the bytes themselves hold nothing in UTF-16 (ASCII alone, and no
    /// other strings) but the strings may: a page of a poster is long, and its words are few.
    /// </returns>
    public static byte[][] Read(byte[] bytes)
    {
        var all = Plain(bytes);
        var isApart = all.Length > bytes.Length && bytes.Length > 2 * Overlap && bytes.AsSpan().IndexOfAny((byte)'(', (byte)0) < 0 && Ascii.IsValid(bytes);
        return isApart ? [bytes, all[(bytes.Length - Overlap)..]] : [all];
    }

    private static byte[] Plain(ReadOnlySpan<byte> bytes)
    {
        using var writer = new PooledBytes(bytes.Length + 64);
        writer.Write(bytes);
        var (left, read, behind, behindUtf16) = (MostReadAgain * bytes.Length, 0, 0, 0);
        for (var at = 0; bytes[at..].IndexOfAny((byte)'<', (byte)'(') is var next and >= 0; at++)
        {
            at += next;
            if (bytes[at] == '<')
            {
                WriteHex(writer, bytes[(at + 1)..]);
            }
            else if (at >= behind)
            {
                var text = bytes[at..Math.Min(bytes.Length, at + LongestString)];
                var end = at + WriteLiteral(writer, text);
                var endUtf16 = at >= behindUtf16 ? at + WriteUtf16(writer, text) : at;
                left -= Math.Max(0, Math.Min(read, end) - at) + Math.Max(0, Math.Min(Math.Max(read, end), endUtf16) - at);
                read = Math.Max(read, Math.Max(end, endUtf16));
                (behind, behindUtf16) = left > 0 ? (0, 0) : (end, Math.Max(behindUtf16, endUtf16));
            }
        }

        WriteArrays(writer, bytes);
        return writer.Bytes.ToArray();
    }

    /// <summary>Writes a string with escapes as what it stands for, up to the first bracket that closes or as far as it is read.</summary>
    /// <param name="bytes">Begins with the bracket that opens it.</param>
    /// <returns>How many bytes were looked at.</returns>
    private static int WriteLiteral(PooledBytes writer, ReadOnlySpan<byte> bytes)
    {
        var end = bytes.IndexOfAny((byte)')', (byte)'\\');
        var length = end >= 0 ? end + 1 : bytes.Length;
        if (end >= 0 && bytes[end] == '\\')
        {
            var text = Literal(bytes, out length, nests: false);
            if (bytes[length - 1] == ')' || length == bytes.Length)
            {
                writer.Write("\n\n"u8);
                writer.Write(text);
            }
        }

        return length;
    }

    /// <summary>Writes a string in UTF-16 (ISO 32000-2, 7.9.2.2), which need not hold a zero byte.</summary>
    /// <param name="bytes">Begins with the bracket that opens it.</param>
    /// <returns>How many bytes were looked at; 0 where it begins with no mark of UTF-16.</returns>
    private static int WriteUtf16(PooledBytes writer, ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length <= 2 || bytes[1] is not (0xFE or 0xFF or (byte)'\\'))
        {
            return 0;
        }

        var text = Literal(bytes, out var length).AsSpan();
        if (text.StartsWith(Encoding.BigEndianUnicode.Preamble) || text.StartsWith(Encoding.Unicode.Preamble))
        {
            writer.Write("\n\n"u8);
            Encoding.UTF8.GetBytes((text[0] == 0xFE ? Encoding.BigEndianUnicode : Encoding.Unicode).GetString(text[2..]), writer);
        }

        return length;
    }

    /// <summary>Writes the strings of which a line is put together with distances between them, as one: [(169) -5 (0000)] TJ.</summary>
    private static void WriteArrays(PooledBytes writer, ReadOnlySpan<byte> bytes)
    {
        if (bytes.IndexOf("TJ"u8) < 0)
        {
            return;
        }

        var (left, read) = (MostReadAgain * bytes.Length, 0);
        for (var at = 0; bytes[at..].IndexOf((byte)'[') is var next and >= 0;)
        {
            at += next;
            var joined = Joined(bytes[at..Math.Min(bytes.Length, at + LongestArray)], out var length);
            var isShown = joined is not null && bytes[(at + length)..].TrimStart(" \r\n\t"u8).StartsWith("TJ"u8);
            if (isShown)
            {
                writer.Write("\n\n"u8);
                writer.Write(joined);
                writer.Write("\n\n"u8);
                Encoding.UTF8.GetBytes(Encoding.BigEndianUnicode.GetString(joined!), writer);
            }

            left -= Math.Max(0, Math.Min(read, at + length) - at);
            read = Math.Max(read, at + length);
            at += isShown || left <= 0 ? length : 1;
        }
    }

    /// <param name="array">Begins with the bracket that opens an array (ISO 32000-2, 7.3.6).</param>
    /// <param name="length">Of the array with its brackets, or how much was looked at; at least 1.</param>
    /// <returns>Its strings as one; null where it does not end, or where another array begins in it.</returns>
    private static byte[]? Joined(ReadOnlySpan<byte> array, out int length)
    {
        var all = new List<byte>();
        for (length = 1; length < array.Length;)
        {
            var rest = array[length..];
            switch (rest[0])
            {
                case (byte)']':
                    length++;
                    return [.. all];
                case (byte)'[':
                    return null;
                case (byte)'(':
                    all.AddRange(Literal(rest, out var literal));
                    length += literal;
                    break;
                case (byte)'<':
                    var digits = rest[1..].IndexOfAnyExcept(InHex) is var end and >= 0 ? end : rest.Length - 1;
                    all.AddRange(Hex(rest[1..(digits + 1)]));
                    length += digits + 1;
                    break;
                default:
                    length++;
                    break;
            }
        }

        return null;
    }

    /// <param name="bytes">Begins with the bracket that opens a string (ISO 32000-2, 7.3.4.2).</param>
    /// <param name="length">Of the string with its brackets, no more than <see cref="LongestString"/>.</param>
    /// <param name="nests">Whether brackets in it that are paired belong to it; else it ends with the first that closes.</param>
    private static byte[] Literal(ReadOnlySpan<byte> bytes, out int length, bool nests = true)
    {
        var (text, open) = (new List<byte>(), 0);
        for (length = 0; length < Math.Min(bytes.Length, LongestString);)
        {
            var b = bytes[length++];
            if (b == '\\' && length < bytes.Length)
            {
                length += Escaped(bytes[length..], text);
                continue;
            }

            open += b == '(' && (nests || length == 1) ? 1 : b == ')' ? -1 : 0;
            if (open == 0)
            {
                break;
            }

            if (length > 1)
            {
                text.Add(b);
            }
        }

        return [.. text];
    }

    /// <returns>How many bytes stand for the character that follows a backslash; none is added for a line that goes on.</returns>
    private static int Escaped(ReadOnlySpan<byte> bytes, List<byte> text)
    {
        var digits = 0;
        while (digits < Math.Min(3, bytes.Length) && bytes[digits] is >= (byte)'0' and <= (byte)'7')
        {
            digits++;
        }

        if (digits > 0)
        {
            var value = 0;
            foreach (var digit in bytes[..digits])
            {
                value = (value * 8) + digit - '0';
            }

            text.Add((byte)value);
            return digits;
        }

        if (bytes[0] is (byte)'\r' or (byte)'\n')
        {
            return bytes.StartsWith("\r\n"u8) ? 2 : 1;
        }

        text.Add(bytes[0] switch { (byte)'n' => (byte)'\n', (byte)'r' => (byte)'\r', (byte)'t' => (byte)'\t', var other => other });
        return 1;
    }

    /// <param name="bytes">What follows the sign that opens a string in hexadecimal.</param>
    private static void WriteHex(PooledBytes writer, ReadOnlySpan<byte> bytes)
    {
        var length = bytes.IndexOfAnyExcept(InHex) is var end and >= 0 ? end : bytes.Length;
        if (length < ShortestHex)
        {
            return;
        }

        var read = Hex(bytes[..length]);

        // Titles are UTF-16, and so are the codes of many fonts.
        writer.Write("\n\n"u8);
        writer.Write(read);
        writer.Write("\n\n"u8);
        Encoding.UTF8.GetBytes(Encoding.BigEndianUnicode.GetString(read), writer);
    }

    private static byte[] Hex(ReadOnlySpan<byte> content)
    {
        var (value, count) = (0, 0);
        var decoded = new byte[content.Length / 2];
        foreach (var b in content)
        {
            if (char.IsAsciiHexDigit((char)b))
            {
                value = (value << 4) | (b <= '9' ? b - '0' : (b & 0x5F) - 'A' + 10);
                if (++count % 2 == 0)
                {
                    decoded[(count / 2) - 1] = (byte)value;
                }
            }
            else if (b > ' ')
            {
                break;
            }
        }

        return decoded[..(count / 2)];
    }
}
