using System.Globalization;
using Site.Content.FrontMatter;

namespace Site.Content.Pages;

/// <summary>Writes days and moments of the campaign's time zone, UTC+8 without summer time.</summary>
public static class LocalTime
{
    /// <returns>RFC 3339, at midnight: <c>2024-06-16T00:00:00+08:00</c>.</returns>
    public static string Midnight(DateOnly day) => string.Create(CultureInfo.InvariantCulture, $"{day:yyyy-MM-dd}T00:00:00+08:00");

    /// <returns>The moment at which a day begins; for the first day that exists, the first moment that exists.</returns>
    public static DateTimeOffset Start(DateOnly day) =>
        day == DateOnly.MinValue ? DateTimeOffset.MinValue : new(day, TimeOnly.MinValue, TimeSpan.FromHours(8));

    /// <returns>ISO 8601: <c>2024-06-16</c>.</returns>
    public static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <returns>ISO 8601: the day alone, or with its time, <c>2024-06-16T09:00:00+08:00</c>.</returns>
    public static string Iso(this Moment moment) => moment.Time is { } time
        ? string.Create(CultureInfo.InvariantCulture, $"{moment.Day:yyyy-MM-dd}T{time:HH:mm:ss}+08:00")
        : Day(moment.Day);
}
