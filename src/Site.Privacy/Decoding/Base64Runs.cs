using System.Buffers;
using System.Numerics;
using System.Runtime.Intrinsics;

namespace Site.Privacy.Decoding;

/// <summary>Finds and decodes base64, including the URL-safe alphabet (- and _) and base64 folded over several lines.</summary>
/// <remarks>Two Chinese characters take 8 digits. Every run of interest contains a capital letter or begins with 5 or 6, so the search looks for these first.</remarks>
internal static class Base64Runs
{
    private const int Shortest = 8;
    private const int Block = 64;
    private const int Long = 16;
    private const int Sample = 64;
    private const int LongestPath = 4096;
    private const byte NoDigit = 0xFF;
    private static readonly SearchValues<byte> StartHints = SearchValues.Create("56ABCDEFGHIJKLMNOPQRSTUVWXYZ"u8);
    private static readonly byte[] DigitValues = MakeDigitValues();

    /// <summary>Receives one run.</summary>
    /// <param name="digits">All of it, without the ends of its lines; at least 8.</param>
    /// <param name="at">Where it begins.</param>
    public delegate void Receiver(ReadOnlySpan<byte> digits, int at);

    /// <summary>Receives what a run stands for.</summary>
    public delegate void DecodedReceiver(ReadOnlySpan<byte> decoded);

    /// <summary>Finds every run that may hold text or a file.</summary>
    public static void FindAll(ReadOnlySpan<byte> bytes, Receiver take)
    {
        var from = 0;
        for (var at = 0; NextHint(bytes, at) is var next and >= 0;)
        {
            var start = StartOfRun(bytes, next, from);
            at = start + bytes[start..].IndexOfAny(StartHints);
            if (IsOfPercentEscape(bytes, at, out var behind))
            {
                from = at = behind;
                continue;
            }

            var end = EndOfRun(bytes, at);
            if (end - start >= Shortest && MayBeBase64(bytes[start..end]))
            {
                end = Take(bytes, start, end, take);
            }
            else if (end - start is >= Shortest and <= LongestPath)
            {
                TakeSegments(bytes, start, end, take);
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

    /// <summary>Skips what is no base64, 64 bytes at once: runs that are too short, and digits 5 and 6 that neither a run nor a part of a path begins with.</summary>
    /// <returns>The index of a hint, no less than <paramref name="at"/>, of which the run has to be read; -1 where there is none.</returns>
    private static int NextHint(ReadOnlySpan<byte> bytes, int at)
    {
        for (; at + Block <= bytes.Length; at += Block)
        {
            var (capitals, firsts) = (0UL, 0UL);
            for (var part = 0; part < Block; part += Vector128<byte>.Count)
            {
                var block = Vector128.Create(bytes.Slice(at + part, Vector128<byte>.Count));
                capitals |= Bits(IsIn(block, 'A', 'Z'), part);
                firsts |= Bits(IsIn(block, '5', '6'), part);
            }

            if ((capitals | firsts) != 0 && HintsOf(bytes.Slice(at, Block), capitals, firsts) is var hints and not 0)
            {
                return at + BitOperations.TrailingZeroCount(hints);
            }
        }

        return at < bytes.Length && bytes[at..].IndexOfAny(StartHints) is var next and >= 0 ? at + next : -1;
    }

    /// <param name="block">64 bytes; what stands beside them is not known, so it may be all digits.</param>
    private static ulong HintsOf(ReadOnlySpan<byte> block, ulong capitals, ulong firsts)
    {
        var (digits, slashes, escapes) = (0UL, 0UL, 0UL);
        for (var part = 0; part < Block; part += Vector128<byte>.Count)
        {
            var bytes = Vector128.Create(block.Slice(part, Vector128<byte>.Count));
            var slash = Vector128.Equals(bytes, Vector128.Create((byte)'/'));
            digits |= Bits(IsIn(bytes | Vector128.Create((byte)0x20), 'a', 'z') | IsIn(bytes, '0', '9') | slash | Vector128.Equals(bytes, Vector128.Create((byte)'+'))
                | Vector128.Equals(bytes, Vector128.Create((byte)'-')) | Vector128.Equals(bytes, Vector128.Create((byte)'_')), part);
            slashes |= Bits(slash, part);
            escapes |= Bits(Vector128.Equals(bytes, Vector128.Create((byte)'%')), part);
        }

        // Where eight digits begin; then all that lie in such runs, and those that a run outside may go on in.
        var begins = digits & ((digits >> 1) | (1UL << 63));
        begins &= (begins >> 2) | (3UL << 62);
        begins &= (begins >> 4) | (15UL << 60);
        var inLong = begins | (begins << 1);
        inLong |= inLong << 2;
        inLong |= inLong << 4;
        inLong |= digits & ~(digits + 1);
        return (capitals | (firsts & (~(digits << 1) | (slashes << 1) | (escapes << 3) | 7))) & inLong;
    }

    private static Vector128<byte> IsIn(Vector128<byte> bytes, char first, char last) =>
        Vector128.LessThanOrEqual(bytes - Vector128.Create((byte)first), Vector128.Create((byte)(last - first)));

    private static ulong Bits(Vector128<byte> found, int at) => (ulong)found.ExtractMostSignificantBits() << at;

    private static int StartOfRun(ReadOnlySpan<byte> bytes, int at, int from)
    {
        while (at > from && DigitValues[bytes[at - 1]] != NoDigit)
        {
            at--;
        }

        return at;
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

    /// <summary>Takes each segment of a path separately.</summary>
    private static void TakeSegments(ReadOnlySpan<byte> bytes, int start, int end, Receiver take)
    {
        for (var at = start; at < end;)
        {
            var length = bytes[at..end].IndexOf((byte)'/') is var slash and >= 0 ? slash : end - at;
            if (length >= Shortest && length < end - start && MayBeBase64(bytes.Slice(at, length)))
            {
                Take(bytes, at, at + length, take);
            }

            at += length + 1;
        }
    }

    /// <returns>Where the run ends, on its last line.</returns>
    private static int Take(ReadOnlySpan<byte> bytes, int start, int end, Receiver take)
    {
        var next = NextLine(bytes, end);
        if (next < 0)
        {
            take(bytes[start..end], start);
            return end;
        }

        var writer = new ArrayBufferWriter<byte>((end - start) + 4);
        writer.Write(bytes[start..end]);
        for (; next > 0; next = NextLine(bytes, end))
        {
            end = EndOfRun(bytes, next);
            writer.Write(bytes[next..end]);
        }

        take(writer.WrittenSpan, start);
        return end;
    }

    /// <param name="digits">A run.</param>
    /// <param name="take">Receives what it stands for; four times where it may begin within what looks like it, as a path does.</param>
    public static void Decode(ReadOnlySpan<byte> digits, DecodedReceiver take)
    {
        var phases = digits.Length > 100_000 || digits.IndexOfAny("/-_+"u8) < 0 ? 1 : 4;
        var decoded = ArrayPool<byte>.Shared.Rent(((digits.Length / 4) * 3) + 4);
        for (var phase = 0; phase < phases; phase++)
        {
            take(decoded.AsSpan(0, Values(digits[phase..], decoded)));
        }

        ArrayPool<byte>.Shared.Return(decoded);
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
