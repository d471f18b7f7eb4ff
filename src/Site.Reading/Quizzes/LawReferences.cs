using System.Globalization;
using Site.Model;

namespace Site.Reading;

/// <summary>Reads references to laws.</summary>
internal static class LawReferences
{
    /// <returns>The reference that <c>消防法(2021)#5</c> or, for the law as a whole, <c>消防法(2021)</c> makes; full-width brackets will do. Null for anything else.</returns>
    public static LawReference? Read(string text)
    {
        var open = text.IndexOfAny(['(', '（']);
        if (open < 1 || open + 6 > text.Length || text[open + 5] is not (')' or '）') || text.AsSpan(0, open).ContainsAny(" #\t"))
        {
            return null;
        }

        var law = text[..open];
        return Number(text.AsSpan(open + 1, 4)) is not (>= 1949 and <= 2999 and var year) ? null
            : text.Length == open + 6 ? new(law, year, null)
            : text[open + 6] == '#' && Number(text.AsSpan(open + 7)) is > 0 and var article ? new(law, year, article)
            : null;
    }

    private static int? Number(ReadOnlySpan<char> digits) =>
        digits.Length is > 0 and <= 4 && int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
