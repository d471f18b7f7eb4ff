using System.Text;

namespace Site.Core.Text;

/// <summary>
/// Which characters are Chinese. Some have two UTF-16 units (𠮷), so no other code looks at single units, and patterns take <see cref="Pattern"/>; the tests of
/// the architecture read the sources for that. In folded text (<see cref="FoldTable.FoldPair"/>) each has one unit.
/// </summary>
public static class Han
{
    /// <summary>A Chinese character, as <see cref="Is"/> says, for regular expressions: one unit or two. May be followed by a quantifier.</summary>
    public const string Pattern = @"(?:[\u3400-\u4DBF\u4E00-\u9FFF\u3007\uF900-\uFAFF]|[\uD840-\uD88D][\uDC00-\uDFFF])";

    /// <returns>Whether the character is a Chinese one: an ideograph of Unicode 17 in any plane, compatibility ideographs and 〇 included.</returns>
    public static bool Is(Rune rune) => IsUnified(rune) || IsCompatible(rune);

    /// <returns>Whether the character is a Chinese one that no normalization turns into another.</returns>
    public static bool IsUnified(Rune rune) => rune.Value is (>= 0x4E00 and <= 0x9FFF) or (>= 0x3400 and <= 0x4DBF) or '〇' or (>= 0x20000 and < 0x2F800) or (>= 0x30000 and <= 0x3347F);

    /// <returns>Whether the character is another code of a Chinese one, into which normalization turns it.</returns>
    public static bool IsCompatible(Rune rune) => rune.Value is (>= 0xF900 and <= 0xFAFF) or (>= 0x2F800 and <= 0x2FA1F);

    /// <returns>Whether the unit of folded text is a Chinese character.</returns>
    public static bool IsFolded(char unit) => Rune.TryCreate(unit, out var rune) && Is(rune);

    /// <returns>Whether there is a Chinese character at the index of folded text.</returns>
    public static bool IsAt(string text, int at) => at >= 0 && at < text.Length && IsFolded(text[at]);

    /// <returns>The end of the run of Chinese characters that begins at the index of folded text; the index itself if there is none.</returns>
    public static int EndOfRun(string text, int at, int most)
    {
        var end = at;
        while (end - at < most && IsAt(text, end))
        {
            end++;
        }

        return end;
    }

    /// <returns>Whether the word stands at the index.</returns>
    public static bool HasAt(string text, int at, string word) => text.AsSpan(at).StartsWith(word, StringComparison.Ordinal);

    /// <returns>The length of the longest of the words that stands at the index, or 0.</returns>
    public static int LongestAt(string text, int at, ReadOnlySpan<string> words)
    {
        var longest = 0;
        foreach (var word in words)
        {
            longest = word.Length > longest && HasAt(text, at, word) ? word.Length : longest;
        }

        return longest;
    }
}
