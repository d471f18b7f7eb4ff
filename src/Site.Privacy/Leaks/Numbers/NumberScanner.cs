using System.Text;
using Site.Privacy.Recognition;

namespace Site.Privacy.Leaks.Numbers;

/// <summary>Decodes the text around digits and passes it to the recognizers.</summary>
/// <param name="allowed">Numbers that may be shown.</param>
/// <remarks>
/// The head and the foot of a site are the same on every page, so what stands around digits that turned out to be no number is remembered, byte for byte, and not read again.
/// Safe to use from several threads.
/// </remarks>
internal sealed class NumberScanner(PublicNumbers allowed)
{
    private const int Around = 160;
    private readonly RecentBytes clean = new(4096);

    /// <param name="bytes">Text in UTF-8.</param>
    /// <param name="at">The first digit.</param>
    /// <returns>The kind of the number that begins there, or null.</returns>
    public PrivateKind? KindAt(ReadOnlySpan<byte> bytes, int at)
    {
        var from = Boundary(bytes, Math.Max(0, at - Around));
        var to = Boundary(bytes, Math.Min(bytes.Length, at + Around));
        var around = bytes[from..to];
        if (clean.Holds(around, at - from))
        {
            return null;
        }

        var kind = Read(around, at - from);
        if (kind is null)
        {
            clean.Add(around, at - from);
        }

        return kind;
    }

    /// <param name="at">The first digit of the number among the bytes around it.</param>
    private PrivateKind? Read(ReadOnlySpan<byte> around, int at)
    {
        var before = InlineTags.Strip(FromTagStart(around[..at]));
        var text = before + InlineTags.Strip(around[at..]);
        foreach (var match in NumberRecognizer.Find(text, TextContext.Finished))
        {
            var isHere = match.End > before.Length && match.Start <= before.Length;
            if (isHere && match.Kind is PrivateKind.Mobile or PrivateKind.Landline or PrivateKind.IdentityCard
                && (match.Kind is PrivateKind.IdentityCard || !allowed.Contains(text.AsSpan(match.Start, match.Length))))
            {
                return match.Kind;
            }
        }

        return null;
    }

    private static ReadOnlySpan<byte> FromTagStart(ReadOnlySpan<byte> before)
    {
        var close = before.IndexOf((byte)'>');
        var open = before.IndexOf((byte)'<');
        return close >= 0 && (open < 0 || close < open) ? before[(close + 1)..] : before;
    }

    private static int Boundary(ReadOnlySpan<byte> bytes, int at)
    {
        while (at > 0 && at < bytes.Length && (bytes[at] & 0xC0) == 0x80)
        {
            at--;
        }

        return at;
    }
}

/// <summary>Tags inside a line of text, which do not interrupt a number for a reader.</summary>
internal static class InlineTags
{
    private const int Longest = 200;
    private const int LongestName = 10;

    /// <summary>Tag names in lower case, indexed by their first letter.</summary>
    private static readonly byte[][][] Names = ByFirst("a b i u s em strong span wbr small mark code font sup sub bdi bdo ins del tspan !-- data abbr kbd q cite label text:span w:t w:r a:t a:r");

    /// <returns>The index after the inline tag or comment that begins here, or -1.</returns>
    public static int EndAt(ReadOnlySpan<byte> bytes, int at)
    {
        var name = at + 1 < bytes.Length && bytes[at + 1] == '/' ? at + 2 : at + 1;
        var length = bytes[at..Math.Min(bytes.Length, at + Longest)].IndexOf((byte)'>');
        return length > 0 && IsInline(bytes, name, at + length) ? at + length + 1 : -1;
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

    private static bool IsInline(ReadOnlySpan<byte> bytes, int start, int end)
    {
        var length = 0;
        while (start + length < end && length < LongestName && bytes[start + length] is not ((byte)' ' or (byte)'>' or (byte)'/' or (byte)'\n'))
        {
            length++;
        }

        foreach (var name in length == 0 ? [] : Names[bytes[start] & 0x7F])
        {
            if (name.Length == length && Ascii.EqualsIgnoreCase(name, bytes.Slice(start, length)))
            {
                return true;
            }
        }

        return bytes[start..].StartsWith("!--"u8);
    }

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
