using System.Globalization;
using System.Text.RegularExpressions;
using Site.Core.Text;

namespace Site.Content.Editing;

/// <summary>Days and hours as people write them.</summary>
public static partial class WrittenDays
{
    /// <param name="text">2026年6月16日, 2026/6/16, 2026.6.16, 2026、6、16, 20260616, 6月16日, 6/16, 二〇二六年六月十六日, 今天, full-width digits and a full stop too; a time may follow.</param>
    /// <param name="today">Gives the year where none is written.</param>
    /// <returns><c>2026-06-16</c>, or <c>2026-06-16 09:00</c>; null where the text is no day.</returns>
    public static string? Day(string text, DateOnly today)
    {
        text = Folded(text).TrimEnd('。', '.', ',', '，', ' ');
        if (text is "今天" or "今日" or "昨天" or "昨日" or "明天" or "明日" && today > DateOnly.MinValue)
        {
            return today.AddDays(text[0] switch { '昨' => -1, '明' => 1, _ => 0 }).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        }

        var match = Written().Match(WithDigits(text));
        if (!match.Success || !DateOnly.TryParseExact(
            $"{(match.Groups["year"].Success ? match.Groups["year"].Value.PadLeft(4, '0') : today.Year.ToString("D4", CultureInfo.InvariantCulture))}-{match.Groups["month"].Value.PadLeft(2, '0')}-{match.Groups["day"].Value.PadLeft(2, '0')}",
            "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return null;
        }

        var rest = match.Groups["rest"].Value.Trim();
        var date = day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return rest.Length == 0 || rest is "00:00:00" or "T00:00:00" or "T00:00:00Z" ? date : Time(rest) is { } time ? $"{date} {time}" : null;
    }

    /// <param name="text">9点, 9点半, 9:00, 9：00, 9.30, 上午9时30分, 下午2点.</param>
    /// <returns><c>09:00</c>; null where the text is no hour.</returns>
    public static string? Time(string text)
    {
        var match = WrittenTime().Match(Folded(text));
        if (!match.Success)
        {
            return null;
        }

        var hour = int.Parse(match.Groups["hour"].Value, CultureInfo.InvariantCulture);
        var minute = match.Groups["half"].Success ? 30 : match.Groups["minute"].Success ? int.Parse(match.Groups["minute"].Value, CultureInfo.InvariantCulture) : 0;
        hour += match.Groups["late"].Success && hour < 12 ? 12 : 0;
        return hour > 23 || minute > 59 ? null : string.Create(CultureInfo.InvariantCulture, $"{hour:D2}:{minute:D2}");
    }

    /// <returns>The same with numbers of Chinese characters as digits: each for itself in a year, 十六 as 16.</returns>
    private static string WithDigits(string text) => !ChineseNumber().IsMatch(text) ? text
        : ChineseNumber().Replace(text, number => number.Groups["sign"].Value == "年" ? string.Concat(number.Groups["number"].Value.Select(Digit)) + "年"
            : (ChineseNumerals.Read(number.Groups["number"].Value) is { } read ? read.ToString(CultureInfo.InvariantCulture) : number.Groups["number"].Value) + number.Groups["sign"].Value);

    private static string Digit(char unit) => "〇一二三四五六七八九".IndexOf(unit, StringComparison.Ordinal) is >= 0 and var digit ? digit.ToString(CultureInfo.InvariantCulture) : unit is '零' or '○' ? "0" : unit.ToString();

    private static string Folded(string text) => Halfwidth.Of(text).Trim();

    [GeneratedRegex(@"^(?:(?<year>20\d\d)\s*[-年/.、 \u2013\u2014]\s*(?<month>\d{1,2})\s*[-月/.、 \u2013\u2014]\s*(?<day>\d{1,2})\s*[日号]?|(?<year>20\d\d)(?<month>\d\d)(?<day>\d\d)|(?<month>\d{1,2})\s*[月/.]\s*(?<day>\d{1,2})\s*[日号]?)(?:\s*[（(][一二三四五六日天周星期]+[）)])?(?<rest>(?:[\sT上下中晚早].*)?)$", RegexOptions.ExplicitCapture, MatchTime.Milliseconds)]
    private static partial Regex Written();

    [GeneratedRegex("(?<number>[〇○零一二三四五六七八九十]+)(?<sign>[年月日号])", RegexOptions.ExplicitCapture, MatchTime.Milliseconds)]
    private static partial Regex ChineseNumber();

    [GeneratedRegex(@"^[T\s]*(?:上午|早上|早晨|(?<late>下午|晚上|中午(?!12)))?\s*(?<hour>\d{1,2})\s*(?:[:.时点](?:\s*(?<half>半)|\s*(?<minute>\d{1,2})\s*分?)?|)(?::\d\d)?\s*整?$", RegexOptions.ExplicitCapture, MatchTime.Milliseconds)]
    private static partial Regex WrittenTime();
}
