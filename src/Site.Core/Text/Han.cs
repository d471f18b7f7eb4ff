using System.Text;

namespace Site.Core.Text;

/// <summary>Questions about single characters of folded text.</summary>
public static class Han
{
    /// <returns>Whether the character is a Chinese one: an ideograph of Unicode 17 in any plane, compatibility ideographs and 〇 included.</returns>
    public static bool Is(Rune rune) => rune.Value is (>= 0x4E00 and <= 0x9FFF) or (>= 0x3400 and <= 0x4DBF) or '〇' or (>= 0xF900 and <= 0xFAFF)
        or (>= 0x20000 and <= 0x2FA1F) or (>= 0x30000 and <= 0x3347F);

    /// <returns>Whether the character is a Chinese one.</returns>
    public static bool Is(char c) => c is (>= '\u4E00' and <= '\u9FFF') or (>= '\u3400' and <= '\u4DBF') or '〇' or (>= '\uF900' and <= '\uFAFF');

    /// <returns>Whether there is a Chinese character at the index.</returns>
    public static bool IsAt(string text, int at) => at >= 0 && at < text.Length && Is(text[at]);

    /// <returns>The end of the run of Chinese characters that begins at the index; the index itself if there is none.</returns>
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
    public static bool HasAt(string text, int at, string word) => string.CompareOrdinal(text, at, word, 0, word.Length) == 0;

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
