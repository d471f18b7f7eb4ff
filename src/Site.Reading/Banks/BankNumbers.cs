using System.Globalization;

namespace Site.Reading;

/// <summary>Reads numbers of banks: a sign, digits, a point, an exponent; a full-width figure counts as its half-width one.</summary>
internal static class BankNumbers
{
    /// <returns>The number, or null where the text is none or is larger than 10^20.</returns>
    public static decimal? Read(string text)
    {
        var folded = Wording.Fold(text);
        return folded.Length is > 0 and <= 40
            && decimal.TryParse(folded, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out var number)
            && Math.Abs(number) <= 100_000_000_000_000_000_000m
            ? number
            : null;
    }
}
