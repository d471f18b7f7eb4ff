using System.Buffers;
using Site.Core.Text;

namespace Site.Privacy.Recognition;

/// <summary>Finds number plates of vehicles.</summary>
/// <remarks>
/// GA 36-2018: a province, a letter, then 5 characters (6 for new energy), or 4 and 挂, 学, 警, 港, 澳, 试, 超, 领, 使; the letters I and O are not used,
/// but people write them, so they are accepted.
/// </remarks>
internal static class Plates
{
    private const string Provinces = "京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼";
    private static readonly string[] Names =
    [
        "北京", "天津", "上海", "重庆", "河北", "河南", "云南", "辽宁", "黑龙江", "湖南", "安徽", "山东", "新疆", "江苏", "浙江", "江西", "湖北", "广西", "甘肃", "山西", "内蒙古", "内蒙", "陕西", "吉林", "福建", "贵州",
        "广东", "青海", "西藏", "四川", "宁夏", "海南",
    ];

    private const string Endings = "挂学警港澳试超领使";
    private const int Longest = 6;
    private const int FarthestWord = 8;
    private const int NearestWord = 4;

    /// <summary>Behind five numerals, a count or a number of something else: 京A一二三四五号泵.</summary>
    private const string Counted = "号类级期区栋幢层楼届条款项标个台座井";

    /// <summary>What stands before a number of a vehicle that drives within a plant (TSG 81-2022): 场内 京A.00001.</summary>
    private static readonly string[] InPlants = ["场内", "厂内"];

    private static readonly SearchValues<char> ClauseEnds = SearchValues.Create("，。；、,;\n");

    /// <summary>Sorts of special equipment in numbers of registration (TSG 08-2017): 梯11浙A00123(19).</summary>
    private const string Equipment = "锅容管梯起索游车瓶";

    /// <summary>What a number is of that is no plate, and words for vehicles, which win.</summary>
    private static readonly string[] Things =
        ["电梯", "客梯", "货梯", "扶梯", "升降机", "起重机", "塔吊", "行车", "锅炉", "容器", "管道", "设备", "登记证", "使用证", "登记编号", "代码", "型号", "图号", "图样", "图纸", "标准", "标段", "合同", "项目", "里程", "规格", "规程", "工程"];

    private static readonly string[] Behind = ["图纸", "图样", "标段", "合同", "规程", "标准", "地块"];

    private static readonly string[] Vehicles = ["车牌", "牌照", "牌号", "号牌", "货车", "客车", "轿车", "罐车", "挂车", "卡车", "车辆", "车号", "摩托", "槽车", "车主", "驾驶"];

    public static IEnumerable<PrivateMatch> Find(FoldedText folded)
    {
        var text = folded.Text;
        for (var i = 0; i < text.Length - 5; i++)
        {
            var end = EndOfProvince(text, i) is var letter and > 0 ? EndOfPlate(text, letter) : text[i] is 'W' or 'w' ? EndOfArmedPolice(text, i) : -1;
            if (end > 0 && !IsOfAThing(text, i, end))
            {
                yield return folded.ToMatch(PrivateKind.Plate, i, end);
                i = end - 1;
            }
        }
    }

    /// <summary>The index after a province or, behind a word for a vehicle, after its whole name: 车牌浙江Z12345; or after the letters of the armed police: WJ浙1234X.</summary>
    private static int EndOfProvince(string text, int at) =>
        Provinces.Contains(text[at]) && !(at + 1 < text.Length && Han.IsFolded(text[at + 1])) ? at + 1
        : Han.LongestAt(text, at, Names) is var name and > 0 && LastOf(text.AsSpan(Math.Max(0, at - FarthestWord)..at), Vehicles) >= 0 ? at + name
        : Provinces.Contains(text[at]) ? at + 1
        : -1;

    /// <summary>Whether it is the number of a lift, a boiler, a drawing or a standard.</summary>
    private static bool IsOfAThing(string text, int start, int end)
    {
        if (end + 1 < text.Length && text[end] is '-' or '/' or '.' or '~' && char.IsAsciiLetterOrDigit(text[end + 1]) && !Provinces.Contains(text[end + 1]))
        {
            return true;
        }

        if (InPlants.Any(word => text.AsSpan(0, start).TrimEnd(' ').EndsWith(word, StringComparison.Ordinal)))
        {
            return true;
        }

        if (start >= 3 && char.IsAsciiDigit(text[start - 1]) && char.IsAsciiDigit(text[start - 2]) && Equipment.Contains(text[start - 3]))
        {
            return true;
        }

        if (Behind.Any(word => text.AsSpan(end..Math.Min(text.Length, end + NearestWord)).Contains(word, StringComparison.Ordinal)))
        {
            return true;
        }

        var before = text.AsSpan(Math.Max(0, start - FarthestWord)..start);
        before = before[(before.LastIndexOfAny(ClauseEnds) + 1)..];
        return LastOf(before, Things) > LastOf(before, Vehicles);
    }

    /// <summary>WJ, a province, four digits, and a letter or a digit.</summary>
    private static int EndOfArmedPolice(string text, int at)
    {
        if (text[at + 1] is not ('J' or 'j') || (at > 0 && char.IsAsciiLetterOrDigit(text[at - 1])) || SkipOne(text, at + 2) is var province && (province >= text.Length || !Provinces.Contains(text[province])))
        {
            return -1;
        }

        var start = SkipOne(text, province + 1);
        var end = start;
        while (end < text.Length && char.IsAsciiLetterOrDigit(text[end]))
        {
            end++;
        }

        return end - start == 5 && text.AsSpan(start, 4).IndexOfAnyExceptInRange('0', '9') < 0 ? end : -1;
    }

    private static int LastOf(ReadOnlySpan<char> text, string[] words)
    {
        var last = -1;
        foreach (var word in words)
        {
            last = Math.Max(last, text.LastIndexOf(word, StringComparison.Ordinal));
        }

        return last;
    }

    /// <param name="at">The index after the province.</param>
    /// <returns>The index after the plate, or -1 if there is none.</returns>
    private static int EndOfPlate(string text, int at)
    {
        var letter = SkipOne(text, at);
        if (letter >= text.Length || !char.IsAsciiLetter(text[letter]))
        {
            return -1;
        }

        var (count, digits, numerals) = (0, 0, 0);
        for (var i = SkipOne(text, letter + 1); i < text.Length && count <= Longest; i++)
        {
            if (!IsOfBody(text, i))
            {
                return -1;
            }

            count++;
            digits += char.IsAsciiLetter(text[i]) ? 0 : 1;
            numerals += char.IsAscii(text[i]) ? 0 : 1;
            var isLast = i + 1 == text.Length || !IsOfBody(text, i + 1);
            if (isLast && digits > 0 && !(numerals > 0 && IsCount(text, i + 1, count)) && EndOf(text, i + 1, count, digits) is var end and > 0)
            {
                return end;
            }

            i = isLast ? SkipOne(text, i + 1) - 1 : i;
        }

        return -1;
    }

    /// <summary>Whether a character may stand behind the letter of a plate: a letter, or a digit in any way of writing it; 两 before 车 counts the plates.</summary>
    private static bool IsOfBody(string text, int at) =>
        char.IsAsciiLetterOrDigit(text[at]) || (Numerals.IsOne(text[at]) && !(text[at] == '两' && at + 1 < text.Length && text[at + 1] is '车' or '辆' or '台'));

    /// <summary>Whether numerals are a count, or the number of something that is no vehicle.</summary>
    private static bool IsCount(string text, int end, int count) =>
        count != Longest - 1 || (end < text.Length && Counted.Contains(text[end]) && !(text[end] == '号' && end + 1 < text.Length && text[end + 1] is '车' or '牌'));

    private static int EndOf(string text, int at, int count, int digits) =>
        count == 4 && SkipOne(text, at) is var ending && ending < text.Length && Endings.Contains(text[ending]) ? ending + 1
        : count is 5 or 6 && digits >= 2 && !UnitSuffixes.Follow(text, at) ? at
        : -1;

    private static int SkipOne(string text, int at) => at < text.Length && " ·-.—:,/_#*~([【'".Contains(text[at]) ? at + 1 : at;
}
