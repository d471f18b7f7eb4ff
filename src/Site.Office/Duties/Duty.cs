using System.Collections.Immutable;
using Site.Core.Diagnostics;
using Site.Statistics.Forms;
using Site.Statistics.Units;

namespace Site.Office.Duties;

/// <summary>Something that units hand in to the office: material, a form, a summary.</summary>
internal sealed record Duty
{
    /// <summary>Lower-case letters, digits and hyphens.</summary>
    public required string Id { get; init; }

    /// <summary>What people call it: 每周活动材料.</summary>
    public required string Title { get; init; }

    /// <summary>The form on which it is handed in; null for what is no form, which <c>input/received.csv</c> keeps.</summary>
    public Form? Form { get; init; }

    /// <summary>Who owes it, each once, in the order of the list of units.</summary>
    public required ImmutableArray<Unit> Units { get; init; }

    /// <summary>The days by which it is due, ascending, one or more.</summary>
    public required ImmutableArray<DateOnly> Days { get; init; }

    /// <summary>The first day up to which figures for the first of the days may count; null for any of the year.</summary>
    public DateOnly? Since { get; init; }

    /// <summary>The time of day by which it is due; null for the end of work.</summary>
    public TimeOnly? Time { get; init; }

    /// <summary>A word to the units, or null.</summary>
    public string? Note { get; init; }

    /// <summary>Where <c>input/duties.yaml</c> says so.</summary>
    public required Location Location { get; init; }

    /// <returns>How people say when it is due: <c>6月25日</c>, <c>6月25日 10:00</c>.</returns>
    public string When(DateOnly day) => ChineseDays.Write(day) + (Time is { } time ? $" {time:HH:mm}" : "");
}

/// <summary>The duties of a campaign.</summary>
/// <param name="Year">The year of the campaign.</param>
/// <param name="IsSample">Whether they are made up, which every list says.</param>
/// <param name="All">In the order of the file.</param>
internal sealed record DutyList(int Year, bool IsSample, ImmutableArray<Duty> All)
{
    public const string Path = "input/duties.yaml";

    /// <summary>What to do where there is no such file.</summary>
    public const string Help = "新建 input/duties.yaml，写明报什么、谁报、什么时候报；写法和例子见 input/README.md 的“要报什么、什么时候报”。";
}

/// <summary>Days as people say them.</summary>
internal static class ChineseDays
{
    private static readonly ImmutableArray<string> Weekdays = ["星期日", "星期一", "星期二", "星期三", "星期四", "星期五", "星期六"];

    /// <returns><c>6月25日</c>.</returns>
    public static string Write(DateOnly day) => $"{day.Month}月{day.Day}日";

    /// <returns><c>6月25日（星期四）</c>.</returns>
    public static string WithWeekday(DateOnly day) => $"{Write(day)}（{Weekdays[(int)day.DayOfWeek]}）";

    /// <returns>The day of the week that is written, with 周, 星期 or 礼拜 before it or 每 before that; or null.</returns>
    public static DayOfWeek? Weekday(string text)
    {
        var bare = text.Replace("每", "", StringComparison.Ordinal).Replace("周", "", StringComparison.Ordinal)
            .Replace("星期", "", StringComparison.Ordinal).Replace("礼拜", "", StringComparison.Ordinal).Trim();
        return bare.Length == text.Trim().Length ? null : bare switch
        {
            "日" or "天" => DayOfWeek.Sunday,
            "一" => DayOfWeek.Monday,
            "二" => DayOfWeek.Tuesday,
            "三" => DayOfWeek.Wednesday,
            "四" => DayOfWeek.Thursday,
            "五" => DayOfWeek.Friday,
            "六" => DayOfWeek.Saturday,
            _ => null,
        };
    }

    /// <returns>The day of the month that is written as <c>每月25日</c>, 31 for 每月月底; or null.</returns>
    public static int? DayOfMonth(string text)
    {
        var bare = text.Trim();
        if (!bare.StartsWith("每月", StringComparison.Ordinal))
        {
            return null;
        }

        bare = bare[2..].Trim();
        return bare is "月底" or "末" or "底" or "最后一天" ? 31
            : (bare.EndsWith('日') || bare.EndsWith('号')) && int.TryParse(bare[..^1].Trim(), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var day) && day is >= 1 and <= 31 ? day
            : null;
    }
}
