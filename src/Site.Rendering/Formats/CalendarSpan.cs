using System.Buffers;
using System.Globalization;
using Site.Model;

namespace Site.Rendering;

/// <summary>Writes from when to when an entry of a calendar lasts.</summary>
internal static class CalendarSpan
{
    /// <summary>Writes DTSTART and, where the entry ends later than it starts, DTEND.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="start">Without time: whole days, up to and with the last one.</param>
    /// <param name="end">Not before <paramref name="start"/>, or null.</param>
    /// <remarks>
    /// RFC 5545, section 3.6.1: DTEND is the first moment after the entry and of the same type as DTSTART; without it, a day lasts a day, but
    /// a time lasts no time at all. Calendars draw the latter as a line that people overlook, so an entry that has a time but no end
    /// (or that ends as it starts) is given an hour.
    /// </remarks>
    public static void Write(IBufferWriter<byte> output, Moment start, Moment? end)
    {
        if (start.Time is not { } time)
        {
            CalendarText.WriteLine(output, $"DTSTART;VALUE=DATE:{Date(start.Day)}");
            if (After(end?.Day ?? start.Day) is { } after)
            {
                CalendarText.WriteLine(output, $"DTEND;VALUE=DATE:{Date(after)}");
            }

            return;
        }

        var from = start.Day.ToDateTime(time);
        CalendarText.WriteLine(output, $"DTSTART;TZID=Asia/Shanghai:{Time(from)}");
        CalendarText.WriteLine(output, $"DTEND;TZID=Asia/Shanghai:{Time(End(from, end))}");
    }

    private static DateTime End(DateTime from, Moment? end)
    {
        var written = end switch
        {
            null => from,
            { Time: { } time } => end.Value.Day.ToDateTime(time),
            _ => After(end.Value.Day)?.ToDateTime(TimeOnly.MinValue) ?? DateTime.MaxValue,
        };
        return written > from ? written : from < DateTime.MaxValue.AddHours(-1) ? from.AddHours(1) : DateTime.MaxValue;
    }

    /// <returns>The next day, or null after the last one that can be written.</returns>
    private static DateOnly? After(DateOnly day) => day == DateOnly.MaxValue ? null : day.AddDays(1);

    private static string Date(DateOnly day) => day.ToString("yyyyMMdd", CultureInfo.InvariantCulture);

    private static string Time(DateTime time) => time.ToString("yyyyMMdd'T'HHmmss", CultureInfo.InvariantCulture);
}
