using System.Text.RegularExpressions;
using Site.Core.Text;

namespace Site.Content.Editing;

/// <summary>Full-width forms of ASCII (U+FF01 to U+FF5E, U+3000) and their usual ones.</summary>
public static partial class Halfwidth
{
    /// <returns>The usual form of every character.</returns>
    public static string Of(string text) => string.Create(text.Length, text, (span, source) =>
    {
        for (var i = 0; i < source.Length; i++)
        {
            span[i] = Of(source[i]);
        }
    });

    public static char Of(char unit) => unit is >= '\uFF01' and <= '\uFF5E' ? (char)(unit - 0xFEE0) : unit == '\u3000' ? ' ' : unit;

    /// <summary>Letters and digits alone, with the points and signs between digits; Chinese punctuation stays.</summary>
    public static string OfWords(string text) => Words().Replace(text, match => Of(match.Value));

    [GeneratedRegex("[０-９Ａ-Ｚａ-ｚ]+(?:[．：／％－～＋＠＿][０-９Ａ-Ｚａ-ｚ]+)*％?", RegexOptions.None, MatchTime.Milliseconds)]
    private static partial Regex Words();
}
