using Site.Core.Calendars;
using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;
using Site.Content.FrontMatter;
using Site.Content.Settings;

namespace Site.Rendering.Calendars;

/// <summary>Writes a calendar as iCalendar (RFC 5545) that Apple, Google and Outlook read.</summary>
/// <param name="Settings">Of the site it belongs to.</param>
/// <param name="Title">What calendar programs call it.</param>
/// <param name="Entries">By start, then name.</param>
/// <remarks>
/// The time zone stands in every calendar: so one without entries still has the component that section 3.6 wants.
/// <c>NAME</c> and <c>REFRESH-INTERVAL</c> are of RFC 7986; the <c>X-</c> lines say the same to programs that do not know it.
/// There is no ORGANIZER: with one, programs take an entry for an invitation to be answered. Not written with Ical.Net: src/README.md says why.
/// </remarks>
internal sealed record CalendarWriter(SiteSettings Settings, string Title, ImmutableArray<PublishedEntry> Entries)
{
    private const string Zone = "Asia/Shanghai";

    /// <summary>No entry was changed before.</summary>
    private static readonly DateOnly FirstDay = new(2000, 1, 1);

    public void Write(IBufferWriter<byte> output)
    {
        Lines(output, "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Safety Production Month//Site//ZH", "CALSCALE:GREGORIAN", "METHOD:PUBLISH");
        Lines(output, "NAME:" + CalendarText.Escape(Title), "X-WR-CALNAME:" + CalendarText.Escape(Title), "X-WR-TIMEZONE:" + Zone);
        Lines(output, "REFRESH-INTERVAL;VALUE=DURATION:PT12H", "X-PUBLISHED-TTL:PT12H");
        Lines(output, "BEGIN:VTIMEZONE", "TZID:" + Zone, "BEGIN:STANDARD", "DTSTART:19700101T000000");
        Lines(output, "TZOFFSETFROM:+0800", "TZOFFSETTO:+0800", "TZNAME:CST", "END:STANDARD", "END:VTIMEZONE");
        foreach (var entry in Entries)
        {
            Write(output, entry);
        }

        Lines(output, "END:VCALENDAR");
    }

    private void Write(IBufferWriter<byte> output, PublishedEntry published)
    {
        var (page, entry, changed) = published;
        var url = SiteAddress.Absolute(Settings, page.Address);
        var name = SiteAddress.Href(Settings, published.Name)[1..];
        Lines(output, "BEGIN:VEVENT", $"UID:{name}@{SiteAddress.Host(Settings)}", $"DTSTAMP:{Date(changed)}T000000Z");
        if (page.Updated is { } updated)
        {
            // Programs that hold the entry already take the new one for later: by the day, or by the number, which grows with it.
            Lines(output, $"LAST-MODIFIED:{Date(updated)}T000000Z", string.Create(CultureInfo.InvariantCulture, $"SEQUENCE:{Math.Max(0, updated.DayNumber - FirstDay.DayNumber)}"));
        }

        CalendarSpan.Write(output, entry.Start, entry.End);
        if (entry.IsYearly)
        {
            Lines(output, "RRULE:FREQ=YEARLY");
        }

        Lines(output, "SUMMARY:" + CalendarText.Escape(published.Title));
        Lines(output, "DESCRIPTION:" + CalendarText.Escape(published.Describe(url)), "URL:" + url);
        if (!string.IsNullOrEmpty(entry.Place))
        {
            Lines(output, "LOCATION:" + CalendarText.Escape(entry.Place));
        }

        if (entry.Location is var (latitude, longitude))
        {
            Lines(output, string.Create(CultureInfo.InvariantCulture, $"GEO:{latitude:0.######};{longitude:0.######}"));
        }

        // What takes all day (an open hall, the month) must not make people look busy.
        Lines(output, "CATEGORIES:" + CalendarText.Escape(entry.Category), "STATUS:CONFIRMED",
            entry.Start.Time is null ? "TRANSP:TRANSPARENT" : "TRANSP:OPAQUE", "END:VEVENT");
    }

    private static string Date(DateOnly day) => day.ToString("yyyyMMdd", CultureInfo.InvariantCulture);

    private static void Lines(IBufferWriter<byte> output, params ReadOnlySpan<string> lines)
    {
        foreach (var line in lines)
        {
            CalendarText.WriteLine(output, line);
        }
    }
}

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
