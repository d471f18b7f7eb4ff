using System.Buffers;
using System.Globalization;
using System.Text;

namespace Site.Core.Text;

/// <summary>Shows a writer's value in a message: short, and without characters that would hide or reorder anything.</summary>
public static class Quoted
{
    private const int Longest = 80;

    /// <returns>Up to 80 characters of the text, printable.</returns>
    public static string Short(string text)
    {
        var printable = Printable(text);
        return printable.Length <= Longest
            ? printable
            : string.Concat(printable.AsSpan(0, char.IsHighSurrogate(printable[Longest - 1]) ? Longest - 1 : Longest), "…");
    }

    /// <returns>The text, with a space before it where it begins with a Latin letter or a quotation mark: so it can follow a Chinese character.</returns>
    public static string Spaced(string text) => text is [var first, ..] && (char.IsAscii(first) || first == '“') ? " " + text : text;

    /// <returns>The text with U+FFFD for controls, separators of lines, marks of direction and halves of pairs.</returns>
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

    private static bool IsHidden(Rune rune) => rune == Rune.ReplacementChar || Rune.GetUnicodeCategory(rune) is
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;
}

/// <summary>Repeats in a message what a writer wrote, where it can be nobody's name, telephone or figure.</summary>
public static class QuotedId
{
    private const int LongestWord = 60;
    private const int LongestNumber = 4;
    private static readonly SearchValues<char> Id = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789.-_");

    /// <returns>The word in quotation marks where it looks like an id: lower-case Latin letters, no long number; otherwise words in its place.</returns>
    public static string Quote(string text) => IsSafe(text) ? $"“{text}”" : "（内容略）";

    private static bool IsSafe(string text) =>
        text.Length is > 0 and <= LongestWord
        && !text.AsSpan().ContainsAnyExcept(Id)
        && text.Any(char.IsAsciiLetterLower)
        && !HasLongNumber(text);

    private static bool HasLongNumber(string text)
    {
        var digits = 0;
        foreach (var c in text)
        {
            digits = char.IsAsciiDigit(c) ? digits + 1 : 0;
            if (digits > LongestNumber)
            {
                return true;
            }
        }

        return false;
    }
}

/// <summary>Puts words of a form in quotation marks for a message.</summary>
public static class QuotationMarks
{
    /// <returns>The words between “ and ”; such marks within become ‘ and ’ (GB/T 15834, 4.8).</returns>
    public static string Of(string words) => $"“{words.Replace('“', '‘').Replace('”', '’')}”";
}
