namespace Site.Privacy.Leaks.Containers;

/// <summary>Streams of a PDF that are written in letters and digits (ISO 32000-2, 7.4.2 and 7.4.3), compressed with LZW (7.4.4) or in run lengths (7.4.5).</summary>
internal static class PdfFilters
{
    private const int Group = 5;

    /// <summary>Of LZW: the code that forgets all sequences, the one that ends the stream, and how many codes there are.</summary>
    private const int Clear = 256;
    private const int End = 257;
    private const int MostCodes = 4096;

    /// <returns>The bytes that a stream in hexadecimal or in base 85 stands for; null where it is neither.</returns>
    public static byte[]? Decode(ReadOnlySpan<byte> stream)
    {
        var text = stream.TrimEnd(" \r\n\t\0"u8);
        return text.EndsWith("~>"u8) ? Base85(text[..^2]) : text.EndsWith(">"u8) ? Hexadecimal(text[..^1]) : null;
    }

    /// <param name="packed">A stream of LZW, codes of 9 to 12 bits, the highest bit first.</param>
    /// <param name="isEarly">Whether codes get longer one code early.</param>
    /// <param name="most">Decoding stops where so many bytes are reached.</param>
    /// <returns>What it stands for, up to its end or to the first code that stands for nothing.</returns>
    public static byte[] Lzw(ReadOnlySpan<byte> packed, bool isEarly, long most)
    {
        var decoded = new List<byte>();
        var (starts, lengths, next, before) = (new int[MostCodes], new int[MostCodes], End + 1, -1);
        var (value, bits) = (0, 0);
        foreach (var b in packed)
        {
            (value, bits) = (((value << 8) | b) & 0xFFFFF, bits + 8);
            var width = Math.Clamp(32 - int.LeadingZeroCount(next + (isEarly ? 1 : 0)), 9, 12);
            if (bits < width)
            {
                continue;
            }

            bits -= width;
            var code = (value >> bits) & ((1 << width) - 1);
            if (code == Clear)
            {
                (next, before) = (End + 1, -1);
                continue;
            }

            if (code == End || code > next || (code == next && before < 0) || decoded.Count >= most)
            {
                break;
            }

            // A sequence is the one before and the first byte of this one, which follows it.
            var start = decoded.Count;
            if (code < Clear)
            {
                decoded.Add((byte)code);
            }
            else
            {
                var (from, length) = code == next ? (before, start - before + 1) : (starts[code], lengths[code]);
                for (var at = 0; at < length; at++)
                {
                    decoded.Add(decoded[from + at]);
                }
            }

            if (before >= 0 && next < MostCodes)
            {
                (starts[next], lengths[next]) = (before, start - before + 1);
                next++;
            }

            before = start;
        }

        return [.. decoded];
    }

    /// <returns>Whether a stream begins as LZW does, with the code that forgets all sequences. No run length begins so but the end of all.</returns>
    public static bool BeginsLzw(ReadOnlySpan<byte> stream) => stream is [0x80, ..];

    /// <param name="packed">Runs of bytes as they are, and single bytes with how often they are repeated.</param>
    /// <param name="most">Decoding stops where so many bytes are reached.</param>
    /// <returns>What it stands for, up to its end.</returns>
    public static byte[] RunLength(ReadOnlySpan<byte> packed, long most)
    {
        const int Over = 128;
        var decoded = new List<byte>(packed.Length);
        while (packed.Length > 1 && packed[0] != Over && decoded.Count < most)
        {
            var plain = packed[0] < Over ? Math.Min(packed[0] + 1, packed.Length - 1) : 0;
            decoded.AddRange(packed.Slice(1, plain));
            decoded.AddRange(Enumerable.Repeat(packed[1], plain > 0 ? 0 : 257 - packed[0]));
            packed = packed[(plain > 0 ? plain + 1 : 2)..];
        }

        return [.. decoded];
    }

    private static byte[]? Hexadecimal(ReadOnlySpan<byte> text)
    {
        var (decoded, value, count) = (new List<byte>(text.Length / 2), 0, 0);
        foreach (var b in text)
        {
            if (char.IsAsciiHexDigit((char)b))
            {
                value = (value << 4) | Convert.ToInt32(((char)b).ToString(), 16);
                if (++count % 2 == 0)
                {
                    decoded.Add((byte)value);
                }
            }
            else if (b > ' ')
            {
                return null;
            }
        }

        return [.. decoded];
    }

    private static byte[]? Base85(ReadOnlySpan<byte> text)
    {
        var (decoded, value, count) = (new List<byte>(text.Length), 0u, 0);
        foreach (var b in text)
        {
            if (b == 'z' && count == 0)
            {
                decoded.AddRange([0, 0, 0, 0]);
            }
            else if (b is >= (byte)'!' and <= (byte)'u')
            {
                value = unchecked((value * 85) + b - '!');
                if (++count == Group)
                {
                    Add(decoded, value, Group - 1);
                    (value, count) = (0, 0);
                }
            }
            else if (b > ' ')
            {
                return null;
            }
        }

        for (var left = count; left is > 0 and < Group; left++)
        {
            value = unchecked((value * 85) + 84);
        }

        Add(decoded, value, Math.Max(0, count - 1));
        return [.. decoded];
    }

    private static void Add(List<byte> decoded, uint value, int bytes)
    {
        for (var at = 0; at < bytes; at++)
        {
            decoded.Add((byte)(value >> (24 - (8 * at))));
        }
    }
}
