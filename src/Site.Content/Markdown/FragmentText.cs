using System.Net;
using System.Text;

namespace Site.Content.Markdown;

/// <summary>The words of a piece of HTML that our own reader wrote.</summary>
internal static class FragmentText
{
    /// <returns>The text without elements, with what pictures show left out; trimmed.</returns>
    public static string Of(HtmlFragment fragment)
    {
        var html = Encoding.UTF8.GetString(fragment.Utf8.Span);
        if (!html.Contains('<') && !html.Contains('&'))
        {
            return html.Trim();
        }

        var words = new StringBuilder(html.Length);
        var isInside = false;
        foreach (var unit in html)
        {
            if (unit is '<' or '>')
            {
                isInside = unit is '<';
            }
            else if (!isInside)
            {
                words.Append(unit);
            }
        }

        return WebUtility.HtmlDecode(words.ToString()).Trim();
    }

    /// <returns>Letters and digits alone, in lower case, full-width forms made half-width: two texts with the same result say the same.</returns>
    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            var half = rune.Value is >= 0xFF01 and <= 0xFF5E ? new Rune(rune.Value - 0xFEE0) : rune;
            if (Rune.IsLetterOrDigit(half))
            {
                folded.Append(Rune.ToLowerInvariant(half));
            }
        }

        return folded.ToString();
    }
}
