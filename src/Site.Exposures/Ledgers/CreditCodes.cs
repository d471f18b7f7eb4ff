using System.Globalization;
using Site.Privacy.Recognition;

namespace Site.Exposures.Ledgers;

/// <summary>Unified social credit codes.</summary>
/// <remarks>GB 32100-2015: 18 characters. The check character at the end is not verified.</remarks>
internal static class CreditCodes
{
    /// <returns>Whether the text has the shape of a code and is no identity card.</returns>
    public static bool IsOne(string text) =>
        text.Length == 18
        && text.All(c => char.IsAsciiDigit(c) || char.IsAsciiLetterUpper(c))
        && text.AsSpan(2, 6).IndexOfAnyExceptInRange('0', '9') < 0
        && Redactor.Redact(text).Masked.IsEmpty
        && !(text.AsSpan(0, 17).IndexOfAnyExceptInRange('0', '9') < 0 && text[0] is >= '1' and <= '8' && IsDay(text.AsSpan(6, 8)));

    private static bool IsDay(ReadOnlySpan<char> text) => DateOnly.TryParseExact(text, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is >= 1900 and <= 2100;
}
