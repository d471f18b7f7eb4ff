using System.Buffers;
using System.Collections.Frozen;

namespace Site.Content.Markdown;

/// <summary>Finds numbers in running text that a reader may want to call by tapping them: 打119, 12350、12345.</summary>
internal static class CallNumbers
{
    /// <summary>Digits, perhaps with hyphens, of a number that is called within this many characters after a word of calling.</summary>
    private const int Reach = 10;

    /// <summary>Numbers of the whole country: police, fire, ambulance, traffic police, work safety, citizens' line, rescue at sea, power failures, fire hazards.</summary>
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Nationwide =
        FrozenSet.ToFrozenSet(["110", "119", "120", "122", "12350", "12345", "12395", "95598", "96119"]).GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly SearchValues<char> Digits = SearchValues.Create("0123456789");

    private static readonly SearchValues<char> Number = SearchValues.Create("0123456789-");

    private static readonly SearchValues<char> SentenceEnds = SearchValues.Create("。；！？;!?\n");

    private static readonly SearchValues<string> Calling =
        SearchValues.Create(["打", "拨", "报警", "火警", "急救", "电话", "热线", "求救", "求助", "着火", "救人", "呼叫", "联系"], StringComparison.Ordinal);

    /// <summary>What is counted or measured, or follows an ordinal: 119人, 120分钟, 110千伏.</summary>
    private static readonly SearchValues<char> Measures = SearchValues.Create(
        "元人件户家吨米项个次条起名天年月日万亿%％℃度分秒小公千毫克升平余多页幅册份套台辆艘只间座栋所处期届级班路伏安瓦款章节位道题例宗场层亩里岁斤头");

    /// <summary>The first number at or after a place.</summary>
    /// <param name="text">Text between marks of Markdown.</param>
    /// <param name="from">0 to its length.</param>
    /// <param name="previousEnd">Where the number found before it ends, or -1.</param>
    /// <param name="isAlone">Whether the text is all that a table cell or emphasis holds: then the words of calling stand elsewhere.</param>
    /// <returns>Its place and length and whether it holds in the whole country; a number that does not may be one of site.yaml. Length 0 where there is none.</returns>
    public static (int Start, int Length, bool IsNationwide) Next(ReadOnlySpan<char> text, int from, int previousEnd, bool isAlone)
    {
        while (text[from..].IndexOfAny(Digits) is >= 0 and var ahead)
        {
            var start = from + ahead;
            var length = text[start..].IndexOfAnyExcept(Number) is >= 0 and var end ? end : text.Length - start;
            var digits = text.Slice(start, length).TrimEnd('-');
            from = start + length;
            if (digits.Length is >= 3 and <= 14 && digits.Length == length && StandsAlone(text, start, from)
                && (isAlone ? text.Trim().Length == length : IsCalled(text, start, digits, previousEnd)))
            {
                return (start, length, Nationwide.Contains(digits));
            }
        }

        return default;
    }

    private static bool StandsAlone(ReadOnlySpan<char> text, int start, int end) =>
        (start == 0 || !IsPartOfToken(text[start - 1]) && text[start - 1] is not ('第' or '共' or '约' or '近' or '超'))
        && (start < 2 || text[start - 1] != ' ' || !char.IsAsciiLetterOrDigit(text[start - 2]))
        && (end == text.Length || !IsPartOfToken(text[end]) && !Measures.Contains(text[end]) && (text[end] != '号' || text[end..].StartsWith("号码")));

    private static bool IsPartOfToken(char unit) => char.IsAsciiLetterOrDigit(unit) || unit is '.' or '_' or '/' or '@' or '#' or '+' or '—' or '¥' or '￥' or '～' or '~' or '×';

    private static bool IsCalled(ReadOnlySpan<char> text, int start, ReadOnlySpan<char> digits, int previousEnd)
    {
        if (digits.Length == 5 && Nationwide.Contains(digits))
        {
            return true;
        }

        if (previousEnd >= 0 && text[previousEnd..start].Trim() is { Length: <= 1 } between && (between.IsEmpty || between[0] is '、' or '和' or '或' or '与' or '及' or '，' or ','))
        {
            return true;
        }

        var before = text[Math.Max(0, start - Reach)..start];
        return before[(before.LastIndexOfAny(SentenceEnds) + 1)..].ContainsAny(Calling);
    }
}
