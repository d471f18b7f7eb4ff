using System.Buffers;
using System.Text;
using Site.Core.Text;

namespace Site.Rendering.Html;

/// <summary>Writes text as UTF-8, as it is or escaped so that it stands safely in HTML and XML, between tags and in quoted attributes.</summary>
internal static class MarkupText
{
    /// <summary>Writes text that is markup already.</summary>
    public static void WriteMarkup(this IBufferWriter<byte> output, ReadOnlySpan<char> markup)
    {
        if (!markup.IsEmpty)
        {
            Encoding.UTF8.GetBytes(markup, output);
        }
    }

    /// <summary>Writes plain text; <c>&amp; &lt; &gt; " '</c> become references (so <c>]]&gt;</c> cannot stand in it either).</summary>
    /// <remarks>
    /// Left out is what no XML document may hold (XML 1.0, section 2.2) or what HTML calls a parse error (HTML, "Preprocessing the input
    /// stream"): control characters and noncharacters. Line breaks and tabs become spaces; half of a surrogate pair becomes U+FFFD.
    /// </remarks>
    public static void WriteText(this IBufferWriter<byte> output, ReadOnlySpan<char> text)
    {
        var start = 0;
        for (var at = Next(text, 0); at < text.Length; at = Next(text, at + 1))
        {
            if (Replacement(text, at) is { } replacement)
            {
                output.WriteMarkup(text[start..at]);
                output.Write(replacement);
                start = at + 1;
            }
        }

        output.WriteMarkup(text[start..]);
    }

    /// <returns>Plain text without what no XML document may hold, for a writer that escapes by itself: the same as <see cref="WriteText"/> leaves out or replaces.</returns>
    public static string Clean(string text)
    {
        if (Special.IndexIn(text) < 0)
        {
            return text;
        }

        var clean = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length; at++)
        {
            var replacement = Replacement(text, at);
            if (replacement is null ? !char.IsSurrogate(text[at]) || IsPaired(text, at) : replacement.Length > 1)
            {
                clean.Append(text[at]);
            }
            else
            {
                clean.Append(replacement is null ? "\ufffd" : replacement.Length == 0 ? "" : " ");
            }
        }

        return clean.ToString();
    }

    private static int Next(ReadOnlySpan<char> text, int from)
    {
        var distance = Special.IndexIn(text[from..]);
        return distance < 0 ? text.Length : from + distance;
    }

    /// <returns>What stands instead of one UTF-16 unit, or null where it stays.</returns>
    private static byte[]? Replacement(ReadOnlySpan<char> text, int at) => text[at] switch
    {
        '&' => And,
        '<' => Less,
        '>' => Greater,
        '"' => Quote,
        '\'' => Apostrophe,
        '\t' or '\n' or '\r' or '\u2028' or '\u2029' => Space,
        < ' ' or (>= '\u007f' and <= '\u009f') or (>= '\ufdd0' and <= '\ufdef') or '\ufffe' or '\uffff' => [],
        // U+nFFFE and U+nFFFF beyond the first plane: both halves of the pair go.
        >= '\ud800' and <= '\udbff' when IsNoncharacter(text, at) => [],
        >= '\udc00' and <= '\udfff' when at > 0 && IsNoncharacter(text, at - 1) => [],
        _ => null,
    };

    private static bool IsPaired(ReadOnlySpan<char> text, int at) => char.IsHighSurrogate(text[at])
        ? at + 1 < text.Length && char.IsLowSurrogate(text[at + 1])
        : at > 0 && char.IsHighSurrogate(text[at - 1]);

    private static bool IsNoncharacter(ReadOnlySpan<char> text, int at) =>
        at + 1 < text.Length && char.IsSurrogatePair(text[at], text[at + 1])
        && (char.ConvertToUtf32(text[at], text[at + 1]) & 0xFFFE) == 0xFFFE;

    private static readonly byte[] And = [.. "&amp;"u8];
    private static readonly byte[] Less = [.. "&lt;"u8];
    private static readonly byte[] Greater = [.. "&gt;"u8];
    private static readonly byte[] Quote = [.. "&quot;"u8];
    private static readonly byte[] Apostrophe = [.. "&#39;"u8];
    private static readonly byte[] Space = [.. " "u8];

    private static readonly QuickCharacters Special = QuickCharacters.Where(unit => char.IsSurrogate(unit) || Replacement([unit], 0) is not null);
}
