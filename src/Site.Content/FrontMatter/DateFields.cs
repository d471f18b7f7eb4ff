using System.Globalization;
using Site.Core.Yaml;

namespace Site.Content.FrontMatter;

/// <summary>Fields of days and of hours, all in the campaign's own time zone.</summary>
internal static class DateFields
{
    private const string DateHelp = "写成 2025-06-16 这样的形式：四位年、两位月、两位日。";
    private const string MomentHelp = "写成 2025-06-16，或者 2025-06-16 09:00。";
    private const string TimeHelp = "写成 “09:00” 这样的形式，从 “00:00” 到 “23:59”。";

    /// <returns>A real day of the calendar, or null where the field is absent or (reported) none.</returns>
    public static DateOnly? Date(this FieldValues fields, string name) =>
        fields.Find<DateField>(name) is { } node ? fields.DateOf(name, node) : null;

    /// <summary>Stands for a required day that is missing or wrong: a quiet day, from which others can be reckoned.</summary>
    public static DateOnly Unknown { get; } = new(2000, 1, 1);

    /// <returns>The day; <see cref="Unknown"/> where it is missing or wrong, which is reported.</returns>
    public static DateOnly RequiredDate(this FieldValues fields, string name) => fields.Date(name) ?? Unknown;

    public static DateOnly? DateOf(this FieldValues fields, string name, YamlNode node) =>
        fields.DateOf(name, node, node is YamlNode.Scalar scalar ? scalar.Value.Trim() : "", "日期", DateHelp);

    /// <returns>A day, perhaps with an hour and minute, or null where the field is absent or (reported) none.</returns>
    public static Moment? Moment(this FieldValues fields, string name) =>
        fields.Find<MomentField>(name) is { } node ? fields.MomentOf(name, node) : null;

    public static Moment? MomentOf(this FieldValues fields, string name, YamlNode node)
    {
        var text = node is YamlNode.Scalar scalar ? scalar.Value.Trim() : "";
        if (text.Length <= 10 || text[10] is not ('T' or ' '))
        {
            return fields.DateOf(name, node, text, "日期或时间", MomentHelp) is { } day ? new Moment(day, null) : null;
        }

        if (fields.DateOf(name, node, text[..10], "日期或时间", MomentHelp) is not { } date)
        {
            return null;
        }

        if (TimeIn(text[11..]) is { } time)
        {
            return new Moment(date, time);
        }

        fields.WrongType(name, node, "日期或时间", MomentHelp);
        return null;
    }

    /// <returns>An hour and minute, or null where the field is absent or (reported) none.</returns>
    public static TimeOnly? Time(this FieldValues fields, string name)
    {
        if (fields.Find<TimeField>(name) is not { } node)
        {
            return null;
        }

        var time = node is YamlNode.Scalar scalar ? TimeIn(scalar.Value.Trim()) : null;
        if (time is null)
        {
            fields.WrongType(name, node, "一个时刻", TimeHelp);
        }

        return time;
    }

    /// <summary>Reports an end that comes before its start.</summary>
    public static void EndAfterStart(this FieldValues fields, string name, bool isWrong)
    {
        if (isWrong && fields.Find(name) is { } node)
        {
            fields.OutOfRange(name, node, $"是{node.Describe()}，早于开始的时间。", "核对开始和结束的时间。");
        }
    }

    /// <returns>The time of a text such as <c>9:00</c> or <c>09:00</c>; null for anything else.</returns>
    public static TimeOnly? TimeIn(string text) =>
        TimeOnly.TryParseExact(text, ["HH:mm", "H:mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;

    private static DateOnly? DateOf(this FieldValues fields, string name, YamlNode node, string text, string wanted, string help)
    {
        if (!HasShape(text))
        {
            fields.WrongType(name, node, wanted, help);
            return null;
        }

        var (year, month, day) = (Number(text[..4]), Number(text[5..7]), Number(text[8..]));
        if (year < 1900 || year > 2100)
        {
            fields.OutOfRange(name, node, $"的年份应当在 1900 到 2100 之间，这里写的是 {year}。", "核对后改正。");
            return null;
        }

        if (month is < 1 or > 12)
        {
            fields.OutOfRange(name, node, $"写的是 {text}：一年没有{month}月。", "核对后改正。");
            return null;
        }

        var days = DateTime.DaysInMonth(year, month);
        if (day < 1 || day > days)
        {
            fields.OutOfRange(name, node, $"写的是 {text}：{year}年{month}月只有{days}天。", "核对后改正。");
            return null;
        }

        return new DateOnly(year, month, day);
    }

    private static bool HasShape(string text)
    {
        if (text.Length != 10)
        {
            return false;
        }

        for (var i = 0; i < text.Length; i++)
        {
            if (i is 4 or 7 ? text[i] != '-' : !char.IsAsciiDigit(text[i]))
            {
                return false;
            }
        }

        return true;
    }

    private static int Number(string digits) => int.Parse(digits, CultureInfo.InvariantCulture);
}

/// <summary>A day, and perhaps an hour of it, in the campaign's own time zone (Asia/Shanghai, UTC+8 without summer time).</summary>
/// <param name="Day">The day.</param>
/// <param name="Time">The time of day to the minute, or null for the whole day.</param>
public readonly record struct Moment(DateOnly Day, TimeOnly? Time) : IComparable<Moment>
{
    /// <summary>Orders by day, then time; a whole day comes before its hours.</summary>
    public int CompareTo(Moment other)
    {
        var byDay = Day.CompareTo(other.Day);
        return byDay != 0 ? byDay : Nullable.Compare(Time, other.Time);
    }
}
