using System.Buffers;

namespace Site.Checking.Leaks.Containers;

/// <summary>Reads strings of a PDF that are written in hexadecimal or with octal escapes, so that their bytes can be looked at.</summary>
internal static class PdfStrings
{
    /// <returns>The bytes as they are, and behind them the plain form of every such string, a line end between them.</returns>
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
