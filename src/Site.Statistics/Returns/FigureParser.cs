using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Site.Core.Text;

namespace Site.Statistics.Returns;

/// <summary>Reads what a unit wrote into a blank for a number. What it wrote is never repeated in a message.</summary>
internal static class FigureParser
{
    /// <summary>Nine digits: more people than any country has are a mistake of typing.</summary>
    private const int MostDigits = 9;

    private const string Ticks = "☑☒✓✔■√Vv✅";
    private const string Boxes = "□☐▢◻";
    private static readonly SearchValues<char> About = SearchValues.Create("约近余多来几数左右上下超过以大概不到至~≈><±");
    private static readonly SearchValues<char> Decimal = SearchValues.Create("0123456789.");

    /// <param name="written">As written; the brackets of the blank may still be around it.</param>
    /// <param name="unit">The blank's unit in simplified characters; it may stand behind the number.</param>
    /// <returns>The number, null where nothing is written, or a mistake in words that name no figure.</returns>
    public static ParsedFigure ReadCount(ReadOnlySpan<char> written, string unit)
    {
        if (written.Length is > 0 and <= MostDigits && !written.ContainsAnyExceptInRange('0', '9'))
        {
            return new(int.Parse(written, NumberStyles.None, CultureInfo.InvariantCulture), null);
        }

        if (HasGap(written))
        {
            return new(null, "数字中间有空格，看不出是一个数还是几个数。");
        }

        var text = Plain(written);
        if (text.Length > unit.Length && text.EndsWith(unit, StringComparison.Ordinal))
        {
            text = text[..^unit.Length];
        }

        return text switch
        {
            "" => new(null, null),
            "无" or "零" or "没有" or "〇" => new(0, null),
            _ => ReadDigits(text),
        };
    }

    /// <returns>1 for yes, 0 for no, null where nothing is written or ticked, or a mistake in words.</returns>
    public static ParsedFigure ReadBoolean(ReadOnlySpan<char> written)
    {
        var text = string.Concat(Plain(written).Select(c => Ticks.Contains(c) ? '√' : Boxes.Contains(c) ? '□' : c));
        return text switch
        {
            "" or "□是□否" or "是□否□" or "□" or "是否" or "是/否" => new(null, null),
            "是" or "√是□否" or "是√否□" or "√是" or "是√" or "√" or "√是否" or "1" or "TRUE" => new(1, null),
            "否" or "□是√否" or "是□否√" or "√否" or "否√" or "是否√" or "0" or "FALSE" => new(0, null),
            _ => new(null, text.Contains('√') ? "看不出勾的是“是”还是“否”。" : "这里只能填“是”或“否”。"),
        };
    }

    /// <returns>The text without spaces, brackets and underscores around and between, in half-width and simplified characters.</returns>
    public static string Plain(ReadOnlySpan<char> written)
    {
        var plain = new StringBuilder(written.Length);
        foreach (var c in written)
        {
            var folded = FormFolding.Fold(c);
            if (folded is not (' ' or '\n' or '_' or '(' or ')' or FoldTable.Invisible))
            {
                plain.Append(folded);
            }
        }

        return plain.ToString();
    }

    private static ParsedFigure ReadDigits(string text)
    {
        if (text[0] is '=' or '+' or '@')
        {
            return new(null, "这里是公式，不是数字。");
        }

        if (text.AsSpan().ContainsAny(About))
        {
            return new(null, "这里是约数，统计表要填准确的数。");
        }

        if (text[0] is '-' or '－' or '−')
        {
            return new(null, "这里是负数，或者是横线。");
        }

        if (text.AsSpan().IndexOfAnyExceptInRange('0', '9') < 0)
        {
            return text.TrimStart('0').Length > MostDigits
                ? new(null, $"这个数超过了 {MostDigits} 位。")
                : new(long.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture), null);
        }

        return HasThousands(text) ? ReadDigits(text.Replace(",", "", StringComparison.Ordinal)) : new(null, Mistake(text));
    }

    /// <summary>A digit, space, and another digit.</summary>
    private static bool HasGap(ReadOnlySpan<char> written)
    {
        var (seen, gap) = (false, false);
        foreach (var c in written)
        {
            var folded = FormFolding.Fold(c);
            if (char.IsAsciiDigit(folded))
            {
                if (gap)
                {
                    return true;
                }

                seen = true;
            }
            else
            {
                gap = seen && char.IsWhiteSpace(folded);
                seen = gap;
            }
        }

        return false;
    }

    private static string Mistake(string text) =>
        !text.AsSpan().ContainsAnyExcept(Decimal) && text.Any(char.IsAsciiDigit) ? "这里是小数，统计表要填整数。"
        : text.StartsWith('.') || !text.Any(char.IsAsciiDigit) ? "这里不是数字。"
        : "这里除了数字还有别的内容，或者单位和表格不一致。";

    /// <summary>Groups of three behind commas, the first of one to three.</summary>
    private static bool HasThousands(string text)
    {
        var groups = text.Split(',');
        return groups.Length > 1
            && groups[0].Length is >= 1 and <= 3
            && groups.All(group => !group.AsSpan().ContainsAnyExceptInRange('0', '9'))
            && groups.Skip(1).All(group => group.Length == 3);
    }
}

/// <summary>What a blank says: a figure, nothing, or a mistake.</summary>
/// <param name="Value">0 or more; null where nothing is reported.</param>
/// <param name="Mistake">A sentence in Chinese that says what is wrong with it, or null.</param>
internal sealed record ParsedFigure(long? Value, string? Mistake);

/// <summary>Reads the day that stands on a form.</summary>
public static partial class DateParser
{
    /// <param name="written">As <c>2024-06-20</c>, <c>2024/6/20</c>, <c>2024.6.20</c> or <c>2024年6月20日</c>, full-width digits too.</param>
    /// <returns>The day, or null where it is none of these, or no day of the calendar, or not of this century.</returns>
    public static DateOnly? Read(ReadOnlySpan<char> written)
    {
        if (DateOnly.TryParseExact(written, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var exact))
        {
            return exact.Year is >= 2000 and < 2100 ? exact : null;
        }

        var match = Day().Match(FigureParser.Plain(written));
        return match.Success && DateOnly.TryParseExact(
            $"{match.Groups["year"].Value}-{match.Groups["month"].Value}-{match.Groups["day"].Value}", "yyyy-M-d", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : null;
    }

    [GeneratedRegex(@"^(?<year>20[0-9]{2})[-/.年](?<month>0?[1-9]|1[0-2])[-/.月](?<day>0?[1-9]|[12][0-9]|3[01])日?(00:00(:00)?)?$", RegexOptions.ExplicitCapture, MatchTime.Milliseconds)]
    private static partial Regex Day();
}
