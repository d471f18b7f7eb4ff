using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Site.Core.Calendars;
using Site.Core.Sources;
using Site.Statistics.Units;

namespace Site.Office.Duties;

/// <summary><c>site office calendar</c>: a calendar of duties for each unit, and one for the office (RFC 5545).</summary>
public static class DutyCalendars
{
    /// <returns>The office's calendar first, then one for each unit that owes anything, in the order of the list of units.</returns>
    public static ImmutableArray<OfficeFile> Make(OfficeInput input)
    {
        var duties = input.Duties;
        var title = $"{(duties.IsSample ? "（示例）" : "")}{duties.Year}年安全生产月报送";
        var units = duties.All.SelectMany(duty => duty.Units).DistinctBy(unit => unit.Id).ToList();
        var ordered = input.Statistics.Units.All.Where(units.Contains).ToList();
        var twice = ordered.GroupBy(unit => OfficeFile.NameOf(unit.Name), StringComparer.OrdinalIgnoreCase).Where(group => group.Count() > 1).Select(group => group.Key).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return
        [
            new("办公室.ics", Write($"{title}（办公室）", duties.All, "", duty => $"应报 {duty.Units.Length} 个单位。")),
            .. ordered.Select(unit => new OfficeFile(
                FileName(unit, twice), Write($"{title}（{input.NameOf(unit)}）", [.. duties.All.Where(duty => duty.Units.Contains(unit))], unit.Id, _ => ""))),
        ];
    }

    private static string FileName(Unit unit, HashSet<string> twice) =>
        OfficeFile.NameOf(unit.Name) is var name && twice.Contains(name) ? $"{name}-{OfficeFile.NameOf(unit.Id)}.ics" : $"{name}.ics";

    /// <param name="owner">Part of the ids of the entries: a unit's id, or nothing for the office.</param>
    /// <param name="remark">A further sentence of an entry.</param>
    private static byte[] Write(string title, ImmutableArray<Duty> duties, string owner, Func<Duty, string> remark)
    {
        var output = new ArrayBufferWriter<byte>();
        Lines("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Safety Production Month//Office//ZH", "CALSCALE:GREGORIAN", "METHOD:PUBLISH");
        Lines("NAME:" + CalendarText.Escape(title), "X-WR-CALNAME:" + CalendarText.Escape(title), "X-WR-TIMEZONE:Asia/Shanghai");
        Lines("BEGIN:VTIMEZONE", "TZID:Asia/Shanghai", "BEGIN:STANDARD", "DTSTART:19700101T000000");
        Lines("TZOFFSETFROM:+0800", "TZOFFSETTO:+0800", "TZNAME:CST", "END:STANDARD", "END:VTIMEZONE");
        foreach (var (duty, day) in duties.SelectMany(duty => duty.Days.Select(day => (duty, day))).OrderBy(entry => entry.day).ThenBy(entry => entry.duty.Id, StringComparer.Ordinal))
        {
            Entry(duty, day);
        }

        Lines("END:VCALENDAR");
        return output.WrittenSpan.ToArray();

        void Entry(Duty duty, DateOnly day)
        {
            Lines("BEGIN:VEVENT", $"UID:{Uid(duty, day)}@duties.invalid", $"DTSTAMP:{Date(day.AddYears(-1))}T000000Z");
            if (duty.Time is { } time)
            {
                var end = day.ToDateTime(time);
                Lines($"DTSTART;TZID=Asia/Shanghai:{Time(end.AddMinutes(-30))}", $"DTEND;TZID=Asia/Shanghai:{Time(end)}");
            }
            else
            {
                Lines($"DTSTART;VALUE=DATE:{Date(day)}", $"DTEND;VALUE=DATE:{Date(day.AddDays(1))}");
            }

            var about = string.Join("\n", new[]
            {
                $"期限：{duty.When(day)}{(duty.Time is null ? " 下班前" : " 前")}",
                duty.Form is { } form ? $"填报《{form.Title}》（{form.Id}）" : "",
                duty.Note ?? "",
                remark(duty),
            }.Where(line => line.Length > 0));
            Lines("SUMMARY:" + CalendarText.Escape($"报送：{duty.Title}"), "DESCRIPTION:" + CalendarText.Escape(about));
            Lines("STATUS:CONFIRMED", "TRANSP:TRANSPARENT", "BEGIN:VALARM", "ACTION:DISPLAY", "TRIGGER:-P1D", "DESCRIPTION:" + CalendarText.Escape($"明天报送：{duty.Title}"), "END:VALARM", "END:VEVENT");
        }

        string Uid(Duty duty, DateOnly day) => Convert.ToHexStringLower(Sha256.HashData(Encoding.UTF8.GetBytes($"{owner}\n{duty.Id}\n{Date(day)}")))[..24];

        void Lines(params ReadOnlySpan<string> lines)
        {
            foreach (var line in lines)
            {
                CalendarText.WriteLine(output, line);
            }
        }
    }

    private static string Date(DateOnly day) => day.ToString("yyyyMMdd", CultureInfo.InvariantCulture);

    private static string Time(DateTime time) => time.ToString("yyyyMMdd'T'HHmmss", CultureInfo.InvariantCulture);
}
