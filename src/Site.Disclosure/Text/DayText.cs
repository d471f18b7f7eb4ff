using System.Globalization;
using System.Text.RegularExpressions;

namespace Site.Disclosure;

/// <summary>Reads the day that stands on a form.</summary>
internal static partial class DayText
{
    /// <param name="written">As <c>2024-06-20</c>, <c>2024/6/20</c>, <c>2024.6.20</c> or <c>2024年6月20日</c>, full-width digits too.</param>
    /// <returns>The day, or null where it is none of these, or no day of the calendar, or not of this century.</returns>
    public static DateOnly? Read(ReadOnlySpan<char> written)
    {
        if (DateOnly.TryParseExact(written, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var exact))
        {
            return exact.Year is >= 2000 and < 2100 ? exact : null;
        }

        var match = Day().Match(FigureText.Plain(written));
        return match.Success && DateOnly.TryParseExact(
            $"{match.Groups["year"].Value}-{match.Groups["month"].Value}-{match.Groups["day"].Value}", "yyyy-M-d", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : null;
    }

    [GeneratedRegex(@"^(?<year>20[0-9]{2})[-/.年](?<month>0?[1-9]|1[0-2])[-/.月](?<day>0?[1-9]|[12][0-9]|3[01])日?(00:00(:00)?)?$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Day();
}
