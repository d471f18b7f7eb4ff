using System.Text;

namespace Site.Checking.Leaks.Numbers;

/// <summary>Tags inside a line of text, across which a reader reads one number.</summary>
internal static class InlineTags
{
    private const int Longest = 200;
    private static readonly HashSet<string> Names = new(StringComparer.OrdinalIgnoreCase)
        { "a", "b", "i", "u", "s", "em", "strong", "span", "wbr", "small", "mark", "code", "font", "sup", "sub", "bdi", "bdo", "ins", "del", "tspan", "!--", "data", "abbr", "kbd", "q", "cite", "label", "text:span", "w:t", "w:r", "a:t", "a:r" };

    /// <returns>Behind an inline tag or a comment that begins at the place, or -1.</returns>
    public static int EndAt(ReadOnlySpan<byte> bytes, int at)
    {
        var name = at + 1 < bytes.Length && bytes[at + 1] == '/' ? at + 2 : at + 1;
        var length = bytes[at..Math.Min(bytes.Length, at + Longest)].IndexOf((byte)'>');
        return length > 0 && IsInline(bytes, name, at + length) ? at + length + 1 : -1;
    }

    /// <summary>Takes tags out of a piece of text: inline ones become invisible, others end the line.</summary>
    public static string Strip(ReadOnlySpan<byte> bytes)
    {
        if (bytes.IndexOf((byte)'<') < 0)
        {
            return Encoding.UTF8.GetString(bytes);
        }

        var text = new StringBuilder(bytes.Length);
        while (bytes.IndexOf((byte)'<') is var at and >= 0)
        {
            var end = bytes[at..].IndexOf((byte)'>');
            var tag = end < 0 ? bytes.Length : at + end + 1;
            text.Append(Encoding.UTF8.GetString(bytes[..at])).Append(EndAt(bytes, at) > 0 ? "\u200B" : "\n");
            AppendValues(text, bytes[at..tag]);
            bytes = bytes[tag..];
        }

        return text.Append(Encoding.UTF8.GetString(bytes)).ToString();
    }

    /// <summary>Attribute values are text, too.</summary>
    private static void AppendValues(StringBuilder text, ReadOnlySpan<byte> tag)
    {
        if (tag.IndexOf((byte)'=') >= 0)
        {
            text.Append('\n').Append(Encoding.UTF8.GetString(tag[1..])).Append(tag[^1] == '>' ? "\n" : "");
        }
    }

    private static bool IsInline(ReadOnlySpan<byte> bytes, int start, int end)
    {
        var stop = start;
        while (stop < end && bytes[stop] is not ((byte)' ' or (byte)'>' or (byte)'/' or (byte)'\n') && stop - start < 10)
        {
            stop++;
        }

        return Names.Contains(Encoding.ASCII.GetString(bytes[start..stop])) || bytes[start..].StartsWith("!--"u8);
    }
}
