using System.Buffers;

namespace Site.Disclosure;

/// <summary>Finds characters that nobody sees, or that change the order in which others are seen.</summary>
/// <remarks>Unicode Standard Annex 9 (bidirectional controls) and Technical Standard 39, "Zero-width characters"; controls but for the tab and line ends.</remarks>
internal static class HiddenCharacters
{
    private static readonly SearchValues<char> All = SearchValues.Create(
    [
        .. Range('\u0000', '\u0008'), '\u000B', '\u000C', .. Range('\u000E', '\u001F'), .. Range('\u007F', '\u009F'),
        '\u00AD', '\u034F', '\u061C', '\u115F', '\u1160', '\u17B4', '\u17B5', .. Range('\u180B', '\u180F'),
        .. Range('\u200B', '\u200F'), .. Range('\u2028', '\u202E'), .. Range('\u2060', '\u206F'), '\u3164', '\uFFA0', '\uFEFF',
        .. Range('\uFFF0', '\uFFFB'), '\uFFFE', '\uFFFF', .. Range('\uFDD0', '\uFDEF'), '\uDB40', '\uDB41',
    ]);

    /// <returns>The first such character by its name (<c>U+202E</c>) and its place in the text from 0, or null.</returns>
    public static (string Name, int At)? First(string text)
    {
        var at = text.AsSpan().IndexOfAny(All);
        return at < 0 ? null : ($"U+{(int)text[at]:X4}", at);
    }

    private static IEnumerable<char> Range(char first, char last) => Enumerable.Range(first, last - first + 1).Select(c => (char)c);
}
