using System.Globalization;

namespace Site.Exposures.Entries;

/// <summary>A date at the precision that may be shown: a day, a month or a year. Only Site.Exposures can create one.</summary>
public sealed record SafeDay
{
    /// <param name="day">Any day of the period; only the period is kept.</param>
    /// <param name="precision">How much of it is shown.</param>
    internal SafeDay(DateOnly day, DayPrecision precision)
    {
        Precision = precision;
        First = precision switch
        {
            DayPrecision.Day => day,
            DayPrecision.Month => new(day.Year, day.Month, 1),
            _ => new(day.Year, 1, 1),
        };
    }

    /// <summary>The day, or the first day of the period.</summary>
    public DateOnly First { get; }

    public DayPrecision Precision { get; }

    /// <summary>The day, or the last day of the period.</summary>
    public DateOnly Last => Precision switch
    {
        DayPrecision.Day => First,
        DayPrecision.Month => First.AddMonths(1).AddDays(-1),
        _ => First.AddYears(1).AddDays(-1),
    };

    /// <summary>For machines, as in ISO 8601: <c>2026-06-10</c>, <c>2026-06</c> or <c>2026</c>.</summary>
    public string Iso => First.ToString(
        Precision switch { DayPrecision.Day => "yyyy-MM-dd", DayPrecision.Month => "yyyy-MM", _ => "yyyy" }, CultureInfo.InvariantCulture);

    /// <summary>For readers: 2026年6月10日, 2026年6月 or 2026年.</summary>
    public string Text => First.ToString(
        Precision switch { DayPrecision.Day => "yyyy年M月d日", DayPrecision.Month => "yyyy年M月", _ => "yyyy年" }, CultureInfo.InvariantCulture);
}

/// <summary>How much of a day is shown.</summary>
public enum DayPrecision
{
    Day,

    Month,

    Year,
}
