using System.Buffers;
using System.Text;

namespace Site.Privacy.Decoding;

/// <summary>Tags inside a line of text, which interrupt no number and no name for a reader.</summary>
internal static class InlineTags
{
    private const int Longest = 200;

    /// <summary>Of HTML and SVG, of Word, Excel and PowerPoint (ECMA-376) and of OpenDocument: local names in lower case, indexed by their first letter. All others end a word.</summary>
    private static readonly byte[][][] Names = ByFirst(
        "a b i u s em strong span wbr small mark code font sub sup bdi bdo ins del tspan textpath data abbr kbd q cite label ruby rb ruby-base dir meta "
        + "r t hyperlink smarttag fldsimple fld deltext movefrom moveto sdt sdtcontent customxml rubybase");

    private static readonly SearchValues<byte> BehindName = SearchValues.Create(" \t\r\n/>"u8);

    /// <param name="longest">In bytes: what is longer is taken for no tag.</param>
    /// <returns>The index after the inline tag or comment that begins here, or -1.</returns>
    public static int EndAt(ReadOnlySpan<byte> bytes, int at, int longest = Longest)
    {
        var name = at + 1 < bytes.Length && bytes[at + 1] == '/' ? at + 2 : at + 1;
        var length = bytes[at..Math.Min(bytes.Length, at + longest)].IndexOf((byte)'>');
        return length > 0 && name <= at + length && IsInlineOrComment(bytes[name..(at + length)]) ? at + length + 1 : -1;
    }

    /// <summary>Removes tags from text: inline tags become an invisible character, other tags a line end.</summary>
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

    /// <summary>Keeps attribute values, which are text too.</summary>
    private static void AppendValues(StringBuilder text, ReadOnlySpan<byte> tag)
    {
        if (tag.IndexOf((byte)'=') >= 0)
        {
            text.Append('\n').Append(Encoding.UTF8.GetString(tag[1..])).Append(tag[^1] == '>' ? "\n" : "");
        }
    }

    /// <param name="tag">The name of an element with its prefix, in capitals or not.</param>
    public static bool IsInline(ReadOnlySpan<byte> tag)
    {
        var name = LocalName(tag);
        foreach (var known in name.IsEmpty || IsBreak(tag) ? [] : Names[name[0] & 0x7F])
        {
            if (Ascii.EqualsIgnoreCase(known, name))
            {
                return true;
            }
        }

        return false;
    }

    /// <returns>Whether the element stands for a tab, for blanks or for the end of a line. HTML calls a line through words s.</returns>
    public static bool IsBreak(ReadOnlySpan<byte> tag)
    {
        var name = LocalName(tag);
        return Ascii.EqualsIgnoreCase(name, "br"u8) || name.SequenceEqual("tab"u8) || name.SequenceEqual("cr"u8) || name.SequenceEqual("line-break"u8) || tag.SequenceEqual("text:s"u8);
    }

    /// <returns>The name without its prefix.</returns>
    public static ReadOnlySpan<byte> LocalName(ReadOnlySpan<byte> tag) => tag[(tag.IndexOf((byte)':') + 1)..];

    private static bool IsInlineOrComment(ReadOnlySpan<byte> tag) =>
        tag.StartsWith("!--"u8) || IsInline(tag[..(tag.IndexOfAny(BehindName) is var end and >= 0 ? end : tag.Length)]);

    private static byte[][][] ByFirst(string names)
    {
        var table = new byte[128][][];
        Array.Fill(table, []);
        foreach (var name in names.Split(' '))
        {
            byte[] bytes = [.. Encoding.ASCII.GetBytes(name)];
            table[bytes[0]] = [.. table[bytes[0]], bytes];
            table[char.ToUpperInvariant(name[0])] = table[bytes[0]];
        }

        return table;
    }
}
