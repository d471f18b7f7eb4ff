using Site.Core.Text;

namespace Site.Content.Markdown;

/// <summary>
/// Which characters may stand in a page. Forbidden are control characters and noncharacters, which HTML forbids
/// (HTML Standard, 13.2.3.5 "Preprocessing the input stream"), and those that turn the direction of text around, which can make it read otherwise than it is.
/// </summary>
internal static class SafeText
{
    // Noncharacters beyond U+FFFF are pairs of surrogates.
    private static readonly QuickCharacters Suspect = QuickCharacters.Where(unit => IsForbidden(unit) || char.IsSurrogate(unit));

    /// <returns>Whether a UTF-16 unit is forbidden wherever it stands; noncharacters beyond U+FFFF take two.</returns>
    public static bool IsForbidden(char unit) =>
        (unit < ' ' && unit is not ('\t' or '\n'))
        || unit is (>= '\u007F' and <= '\u009F')
            or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069')
            or (>= '\uFDD0' and <= '\uFDEF') or '\uFFFE' or '\uFFFF';

    /// <returns>The same text without forbidden characters and broken surrogates.</returns>
    public static string Clean(string text)
    {
        if (Suspect.IndexIn(text) < 0)
        {
            return text;
        }

        var clean = new System.Text.StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (!(rune.IsBmp && IsForbidden((char)rune.Value)) && (rune.Value & 0xFFFE) != 0xFFFE)
            {
                clean.Append(rune.ToString());
            }
        }

        return clean.ToString();
    }
}
