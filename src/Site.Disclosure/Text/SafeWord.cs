using System.Buffers;

namespace Site.Disclosure;

/// <summary>Repeats in a message what a writer wrote, where it can be nobody's name, telephone or figure.</summary>
internal static class SafeWord
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
