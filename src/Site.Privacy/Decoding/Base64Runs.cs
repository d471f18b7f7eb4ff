using System.Buffers;

namespace Site.Privacy.Decoding;

/// <summary>Finds and decodes base64, including the URL-safe alphabet (- and _) and base64 folded over several lines.</summary>
/// <remarks>Two Chinese characters take 8 digits. Every run of interest contains a capital letter or begins with 5 or 6, so the search looks for these first.</remarks>
internal static class Base64Runs
{
    private const int Shortest = 8;
    private const int Long = 16;
    private const int Sample = 64;
    private const int LongestPath = 4096;
    private const byte NoDigit = 0xFF;
    private static readonly SearchValues<byte> StartHints = SearchValues.Create("56ABCDEFGHIJKLMNOPQRSTUVWXYZ"u8);
    private static readonly byte[] DigitValues = MakeDigitValues();

    /// <summary>Receives one decoded run.</summary>
    /// <param name="decoded">The decoded bytes.</param>
    /// <param name="at">Where it begins.</param>
    public delegate void Receiver(ReadOnlySpan<byte> decoded, int at);

    /// <summary>Decodes every run that may hold text or a file.</summary>
    public static void DecodeAll(ReadOnlySpan<byte> bytes, Receiver take)
    {
        var from = 0;
        for (var at = 0; at < bytes.Length && bytes[at..].IndexOfAny(StartHints) is var next and >= 0;)
        {
            at += next;
            if (IsOfPercentEscape(bytes, at, out var behind))
            {
                from = at = behind;
                continue;
            }

            var start = at;
            while (start > from && DigitValues[bytes[start - 1]] != NoDigit)
            {
                start--;
            }

            var end = EndOfRun(bytes, at);
            if (end - start >= Shortest && MayBeBase64(bytes[start..end]))
            {
                end = Decode(bytes, start, end, take);
            }
            else if (end - start is >= Shortest and <= LongestPath)
            {
                DecodeSegments(bytes, start, end, take);
            }

            from = at = end;
        }
    }

    /// <summary>Percent-encoded Chinese text is full of %E5: these two characters belong to no run.</summary>
    private static bool IsOfPercentEscape(ReadOnlySpan<byte> bytes, int at, out int behind)
    {
        var sign = at > 0 && bytes[at - 1] == '%' ? at - 1 : at > 1 && bytes[at - 2] == '%' ? at - 2 : -1;
        behind = sign + 3;
        return sign >= 0;
    }

    private static int EndOfRun(ReadOnlySpan<byte> bytes, int at)
    {
        while (at < bytes.Length && DigitValues[bytes[at]] != NoDigit)
        {
            at++;
        }

        return at;
    }

    /// <summary>
    /// Distinguishes base64 from identifiers and path data: Chinese text in base64 begins with 5 or 6; other base64 has capitals, and digits or many capitals.
    /// </summary>
    private static bool MayBeBase64(ReadOnlySpan<byte> run)
    {
        var (capitals, small, digits, signs) = (0, 0, 0, 0);
        foreach (var b in run[..Math.Min(run.Length, Sample)])
        {
            capitals += b is >= (byte)'A' and <= (byte)'Z' ? 1 : 0;
            small += b is >= (byte)'a' and <= (byte)'z' ? 1 : 0;
            digits += b is >= (byte)'0' and <= (byte)'9' ? 1 : 0;
            signs += b is (byte)'-' or (byte)'_' or (byte)'/' ? 1 : 0;
        }

        return run[0] is (byte)'5' or (byte)'6' && capitals + small > 0
            || (capitals >= 2 && small > 0 && (digits > 0 || capitals * 4 >= Math.Min(run.Length, Sample)) && (run.Length >= Long || signs == 0));
    }

    /// <summary>Decodes each segment of a path separately.</summary>
    private static void DecodeSegments(ReadOnlySpan<byte> bytes, int start, int end, Receiver take)
    {
        for (var at = start; at < end;)
        {
            var length = bytes[at..end].IndexOf((byte)'/') is var slash and >= 0 ? slash : end - at;
            if (length >= Shortest && length < end - start && MayBeBase64(bytes.Slice(at, length)))
            {
                Decode(bytes, at, at + length, take);
            }

            at += length + 1;
        }
    }

    private static int Decode(ReadOnlySpan<byte> bytes, int start, int end, Receiver take)
    {
        var writer = new ArrayBufferWriter<byte>((end - start) + 4);
        writer.Write(bytes[start..end]);
        var last = end;
        for (var next = NextLine(bytes, last); next > 0; next = NextLine(bytes, last))
        {
            last = EndOfRun(bytes, next);
            writer.Write(bytes[next..last]);
        }

        var digits = writer.WrittenSpan;
        var phases = digits.Length > 100_000 || digits.IndexOfAny("/-_+"u8) < 0 ? 1 : 4;
        var decoded = ArrayPool<byte>.Shared.Rent(((digits.Length / 4) * 3) + 4);
        for (var phase = 0; phase < phases; phase++)
        {
            take(decoded.AsSpan(0, Values(digits[phase..], decoded)), start);
        }

        ArrayPool<byte>.Shared.Return(decoded);
        return last;
    }

    private static int Values(ReadOnlySpan<byte> digits, Span<byte> decoded)
    {
        var (bits, count, length) = (0u, 0, 0);
        foreach (var digit in digits)
        {
            bits = (bits << 6) | DigitValues[digit];
            count += 6;
            if (count >= 8)
            {
                count -= 8;
                decoded[length++] = (byte)(bits >> count);
            }
        }

        return length;
    }

    /// <returns>The index at which the run continues on the next line, which must contain nothing else; or -1.</returns>
    private static int NextLine(ReadOnlySpan<byte> bytes, int end)
    {
        var at = end;
        while (at < bytes.Length && bytes[at] is (byte)'\r' or (byte)'\n' or (byte)' ' or (byte)'\t' && at - end < 40)
        {
            at++;
        }

        if (at == end || bytes[end] is not ((byte)'\r' or (byte)'\n'))
        {
            return -1;
        }

        var stop = EndOfRun(bytes, at);
        var isWholeLine = stop == bytes.Length || bytes[stop] is (byte)'\r' or (byte)'\n' or (byte)'=' or (byte)'"' or (byte)'<' or (byte)'\'' or (byte)')';
        return stop > at && isWholeLine ? at : -1;
    }

    private static byte[] MakeDigitValues()
    {
        var table = new byte[256];
        Array.Fill(table, NoDigit);
        for (var i = 0; i < 64; i++)
        {
            table["ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"[i]] = (byte)i;
        }

        (table['-'], table['_']) = (62, 63);
        return table;
    }
}
