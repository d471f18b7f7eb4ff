using System.Globalization;
using Site.Privacy.Recognition;

namespace Site.Exposures.Ledgers;

/// <summary>Unified social credit codes.</summary>
/// <remarks>GB 32100-2015: 18 characters of 31, of which the last is a check character (modulo 31, weights 3 to the power of the place).</remarks>
internal static class CreditCodes
{
    private const string Characters = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    /// <returns>Whether the text has the shape of a code and is no identity card.</returns>
    public static bool IsOne(string text) =>
        text.Length == 18
        && text.All(c => char.IsAsciiDigit(c) || char.IsAsciiLetterUpper(c))
        && text.AsSpan(2, 6).IndexOfAnyExceptInRange('0', '9') < 0
        && Redactor.Redact(text).Masked.IsEmpty
        && !(text.AsSpan(0, 17).IndexOfAnyExceptInRange('0', '9') < 0 && text[0] is >= '1' and <= '8' && IsDay(text.AsSpan(6, 8)));

    /// <returns>Whether the last character agrees with the others.</returns>
    public static bool IsConsistent(string text)
    {
        var (sum, weight) = (0, 1);
        foreach (var c in text.AsSpan(0, 17))
        {
            if (Characters.IndexOf(c, StringComparison.Ordinal) is not (var value and >= 0))
            {
                return false;
            }

            sum += value * weight;
            weight = weight * 3 % 31;
        }

        return Characters[(31 - (sum % 31)) % 31] == text[17];
    }

    private static bool IsDay(ReadOnlySpan<char> text) => DateOnly.TryParseExact(text, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is >= 1900 and <= 2100;
}
