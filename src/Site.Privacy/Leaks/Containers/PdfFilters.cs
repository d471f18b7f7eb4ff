namespace Site.Privacy.Leaks.Containers;

/// <summary>Streams of a PDF that are written in letters and digits (ISO 32000-2, 7.4.2 and 7.4.3).</summary>
internal static class PdfFilters
{
    private const int Group = 5;

    /// <returns>The bytes that a stream in hexadecimal or in base 85 stands for; null where it is neither.</returns>
    public static byte[]? Decode(ReadOnlySpan<byte> stream)
    {
        var text = stream.TrimEnd(" \r\n\t\0"u8);
        return text.EndsWith("~>"u8) ? Base85(text[..^2]) : text.EndsWith(">"u8) ? Hexadecimal(text[..^1]) : null;
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
