using System.Buffers;
using System.Globalization;
using System.Text;

namespace Site.Core.Text;

/// <summary>Shows in a message what a writer wrote: short, and without characters that would hide or reorder anything.</summary>
public static class Quoted
{
    private const int LongestField = 40;
    private const int LongestLine = 60;
    private const int Longest = 80;
    private const int LongestId = 60;
    private const int LongestNumberInId = 4;
    private static readonly SearchValues<char> IdCharacters = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789.-_");

    /// <returns>Up to 80 characters of the text, printable.</returns>
    public static string Short(string text) => Cut(text, Longest);

    /// <returns>Up to 40 characters of the value of a field, printable.</returns>
    public static string Field(string text) => Cut(text, LongestField);

    /// <returns>The text on one line, printable, at most 60 characters including the ellipsis.</returns>
    public static string Line(string text)
    {
        var line = Printable(text.Replace('\n', ' ').Replace('\t', ' '));
        return line.Length <= LongestLine ? line : Cut(line, LongestLine - 1);
    }

    /// <returns>The text, with a space before it if it begins with an ASCII character or a quotation mark, so that it can follow a Chinese character.</returns>
    public static string Spaced(string text) => text is [var first, ..] && (char.IsAscii(first) || first == '“') ? " " + text : text;

    /// <returns>The words between “ and ”; such marks within become ‘ and ’ (GB/T 15834, 4.8).</returns>
    public static string InMarks(string words) => $"“{words.Replace('“', '‘').Replace('”', '’')}”";

    /// <summary>Quotes text of <c>input/</c> only if it cannot be a name, a telephone or a figure.</summary>
    /// <returns>The text in quotation marks if it looks like an id (lower-case Latin letters, no number of five digits); otherwise （内容略）.</returns>
    public static string Id(string text) => IsId(text) ? $"“{text}”" : "（内容略）";

    /// <returns>The text with U+FFFD for controls, separators of lines, marks of direction, noncharacters and halves of pairs.</returns>
    public static string Printable(string text)
    {
        if (!text.EnumerateRunes().Any(IsHidden))
        {
            return text;
        }

        var printable = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            printable.Append(IsHidden(rune) ? "\uFFFD" : rune.ToString());
        }

        return printable.ToString();
    }

    private static string Cut(string text, int longest)
    {
        var printable = Printable(text);
        return printable.Length <= longest
            ? printable
            : string.Concat(printable.AsSpan(0, char.IsHighSurrogate(printable[longest - 1]) ? longest - 1 : longest), "…");
    }

    private static bool IsHidden(Rune rune) => rune == Rune.ReplacementChar || rune.Value is (>= 0xFDD0 and <= 0xFDEF) or 0xFFFE or 0xFFFF
        || Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;

    private static bool IsId(string text) =>
        text.Length is > 0 and <= LongestId && !text.AsSpan().ContainsAnyExcept(IdCharacters) && text.Any(char.IsAsciiLetterLower) && !HasLongNumber(text);

    private static bool HasLongNumber(string text)
    {
        var digits = 0;
        foreach (var c in text)
        {
            digits = char.IsAsciiDigit(c) ? digits + 1 : 0;
            if (digits > LongestNumberInId)
            {
                return true;
            }
        }

        return false;
    }
}
