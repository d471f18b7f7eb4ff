using System.Globalization;
using Site.Content.FrontMatter;
using Site.Content.Types;

namespace Site.Themes.Campaign.Labels;

/// <summary>Writes days and times the way the campaign does: 2024年6月16日（周日）.</summary>
internal static class Days
{
    private const string Weekdays = "日一二三四五六";

    /// <returns>For an attribute: <c>2024-06-16</c>.</returns>
    public static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <returns>For an attribute, in the campaign's own time zone: <c>2024-06-16</c> or <c>2024-06-16T09:00+08:00</c>.</returns>
    public static string Iso(Moment moment) => moment.Time is { } time ? $"{Iso(moment.Day)}T{Clock(time)}+08:00" : Iso(moment.Day);

    /// <returns>2024年6月16日.</returns>
    public static string Plain(DateOnly day) => day.ToString("yyyy年M月d日", CultureInfo.InvariantCulture);

    /// <returns>2024年6月16日（周日）.</returns>
    public static string Long(DateOnly day) => $"{Plain(day)}（{Weekday(day)}）";

    /// <returns>6月16日.</returns>
    public static string MonthAndDay(DateOnly day) => day.ToString("M月d日", CultureInfo.InvariantCulture);

    /// <returns>周日.</returns>
    public static string Weekday(DateOnly day) => $"周{Weekdays[(int)day.DayOfWeek]}";

    /// <returns>09:00.</returns>
    public static string Clock(TimeOnly time) => time.ToString("HH:mm", CultureInfo.InvariantCulture);

    /// <returns>From a start to an end on the same or a later day: 2024年6月16日（周日）09:00至11:00.</returns>
    public static string Span(Moment start, Moment? end)
    {
        var from = Long(start.Day) + (start.Time is { } begins ? Clock(begins) : "");
        var to = end is not { } last ? ""
            : last.Day != start.Day ? $"至{Long(last.Day)}{(last.Time is { } ends ? Clock(ends) : "")}"
            : last.Time is { } sameDay ? $"至{Clock(sameDay)}"
            : "";
        return from + to;
    }

    /// <returns>The hours of an open day, 9:00至11:30, or empty where the hall's usual hours hold.</returns>
    public static string Hours(OpenDay day) => (day.From, day.To) switch
    {
        ({ } from, { } to) => $"{Clock(from)}至{Clock(to)}",
        ({ } from, null) => $"{Clock(from)}起",
        (null, { } to) => $"{Clock(to)}前",
        _ => "",
    };
}
