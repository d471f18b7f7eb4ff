using System.Globalization;
using System.Text.RegularExpressions;

namespace Site.Disclosure;

/// <summary>Takes days out of texts.</summary>
internal static partial class DaysInText
{
    /// <summary>Leaves of each day in a text its month: 6月3日上午9时 becomes 6月, 2026-06-03 becomes 2026年6月.</summary>
    public static string ToMonths(string text) =>
        Numeric().Replace(Written().Replace(text, "${month}"), match =>
            $"{match.Groups["year"].Value}年{int.Parse(match.Groups["month"].Value, CultureInfo.InvariantCulture)}月");

    [GeneratedRegex("(?<month>[0-9０-９]{1,2}\\s*月|[一二三四五六七八九十]{1,2}月)\\s*(?:[0-9０-９]{1,2}|[一二三四五六七八九十]{1,3})\\s*[日号](?:(?:凌晨|清晨|上午|中午|下午|傍晚|晚上|夜间)?\\s*[0-9]{1,2}\\s*[时点:：](?:[0-9]{1,2}分?)?|凌晨|清晨|上午|中午|下午|傍晚|晚上|夜间)?", RegexOptions.None, 1000)]
    private static partial Regex Written();

    [GeneratedRegex("(?<![0-9])(?<year>(?:19|20)[0-9]{2})[-/.](?<month>[0-9]{1,2})[-/.][0-9]{1,2}(?![0-9])", RegexOptions.None, 1000)]
    private static partial Regex Numeric();
}
