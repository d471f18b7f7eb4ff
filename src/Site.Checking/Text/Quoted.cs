using System.Globalization;
using System.Text;

namespace Site.Checking.Text;

/// <summary>Shows a writer's value in a message: short, and without characters that would hide or reorder anything.</summary>
internal static class Quoted
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
