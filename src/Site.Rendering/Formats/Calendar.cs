using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;
using Site.Model;

namespace Site.Rendering;

/// <summary>Writes a calendar as iCalendar (RFC 5545) that Apple, Google and Outlook read.</summary>
/// <param name="Settings">Of the site it belongs to.</param>
/// <param name="Title">What calendar programs call it.</param>
/// <param name="Entries">By start, then name.</param>
/// <remarks>
/// The time zone stands in every calendar: so one without entries still has the component that section 3.6 wants.
/// <c>NAME</c> and <c>REFRESH-INTERVAL</c> are of RFC 7986; the <c>X-</c> lines say the same to programs that do not know it.
/// There is no ORGANIZER: with one, programs take an entry for an invitation to be answered.
/// </remarks>
internal sealed record Calendar(SiteSettings Settings, string Title, ImmutableArray<CalendarEntry> Entries)
{
    private const string Zone = "Asia/Shanghai";

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

    private void Write(IBufferWriter<byte> output, CalendarEntry entry)
    {
        var page = SiteAddress.Absolute(Settings, entry.Address);
        var name = SiteAddress.Href(Settings, entry.Name)[1..];
        Lines(output, "BEGIN:VEVENT", $"UID:{name}@{SiteAddress.Host(Settings)}", $"DTSTAMP:{Date(entry.Changed)}T000000Z");
        CalendarSpan.Write(output, entry.Start, entry.End);
        Lines(output, "SUMMARY:" + CalendarText.Escape(entry.Title));
        // Google shows no URL line, so the address stands in the description as well.
        Lines(output, "DESCRIPTION:" + CalendarText.Escape($"{entry.Description}\n详情：{page}".TrimStart()), "URL:" + page);
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
