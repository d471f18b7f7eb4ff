using System.Text.RegularExpressions;
using Site.Core.Text;
using Site.Statistics.Forms;

namespace Site.Statistics.Drafts;

/// <summary>A blank of an empty form, as a Word document prints it.</summary>
internal sealed record FoundBlank
{
    /// <summary>Heading of its row, as printed; empty where there is none.</summary>
    public required string Heading { get; init; }

    /// <summary>What the form asks for beside it, as printed; empty where it has no such column.</summary>
    public required string Requirement { get; init; }

    /// <summary>Words directly before the blank, or above and beside its cell.</summary>
    public required string Label { get; init; }

    /// <summary>The sentence from its beginning through the unit of this blank; see <see cref="Indicator.Context"/>.</summary>
    public required string Context { get; init; }

    /// <summary>The blank with its brackets as printed; null for what is ticked, and above the table.</summary>
    public string? Blank { get; init; }

    /// <summary>As printed; 文本, 日期 and 是否 for what is no count.</summary>
    public required string PrintedUnit { get; init; }

    public required IndicatorKind Kind { get; init; }

    /// <summary>What the office should know of it, in its words; null for nothing.</summary>
    public string? Note { get; init; }

    /// <summary>The blank before it in the same sentence.</summary>
    public FoundBlank? Before { get; init; }

    /// <summary>Number of its cell in the document.</summary>
    public required int Cell { get; init; }

    /// <summary>Where its context ends in the text of its cell.</summary>
    public required int End { get; init; }

    /// <summary>The unit in simplified characters.</summary>
    public string Unit => Simplified(PrintedUnit);

    /// <summary>What makes it the same blank as one of another year: its sentence up to its unit, without punctuation, and its unit.</summary>
    public string Key => KeyOf(Kind, Context, Unit);

    /// <returns>See <see cref="Key"/>.</returns>
    public static string KeyOf(IndicatorKind kind, string context, string unit) =>
        kind == IndicatorKind.Boolean ? $"是否 {FormFolding.Key(context)}" : $"{FormFolding.Key(unit)} {FormFolding.Key(context)}";

    /// <returns>The text with each traditional character as its simplified one.</returns>
    public static string Simplified(string text) => string.Concat(text.Select(TraditionalCharacters.Simplify));
}

/// <summary>The units in which forms count, and how one is found behind a blank.</summary>
internal static partial class FormUnits
{
    /// <summary>The longest word that is taken for a unit that nobody knows, in characters.</summary>
    private const int LongestUnknown = 3;

    /// <summary>Longer ones first, so that 人次 is not read as 人.</summary>
    private static readonly string[] Known =
    [
        .. ("场次 人次 条次 篇次 件次 户次 家次 车次 班次 万人次 千人次 万人 千人 万份 万条 万张 万册 万次 万余人 亿元 万元 千元 元 课时 学时 小时 分钟 平方米 公里 公斤 "
            + "场 次 人 个 家 户 部 篇 条 件 项 处 块 份 种 天 期 辆 台 套 张 幅 册 本 批 起 组 支 名 位 所 座 面 例 届 班 站 栋 间 只 艘 架 枚 年 月 日 岁 吨 米 档 类 期 则 首 集 页 桩 宗 % ％").Split(' ').OrderByDescending(unit => unit.Length),
    ];

    /// <returns>The unit, as printed, with which a text begins, and how many characters stand before and in it; null where none does.</returns>
    public static (string Unit, int Length)? At(ReadOnlySpan<char> behind)
    {
        var from = behind.Length - behind.TrimStart(" \u3000\u00A0").Length;
        if (from > 3)
        {
            return null;
        }

        var text = behind[from..];
        var simple = FoundBlank.Simplified(text[..Math.Min(text.Length, 8)].ToString());
        foreach (var unit in Known)
        {
            if (simple.StartsWith(unit, StringComparison.Ordinal))
            {
                return (text[..unit.Length].ToString(), from + unit.Length);
            }
        }

        var word = Word().Match(text.ToString());
        return word.Success && word.Length <= LongestUnknown ? (word.Value, from + word.Length) : null;
    }

    /// <returns>Whether this is one of the units that forms usually have.</returns>
    public static bool IsKnown(string unit) => Known.Contains(FoundBlank.Simplified(unit), StringComparer.Ordinal);

    /// <returns>The unit that a heading or label of a table names: in brackets at its end, or as its last words; null for none.</returns>
    public static string? InLabel(string label)
    {
        var text = FoundBlank.Simplified(label.Trim());
        if (Bracket().Match(text) is { Success: true } bracket && IsKnown(bracket.Groups["unit"].Value))
        {
            return bracket.Groups["unit"].Value;
        }

        return Known.FirstOrDefault(unit => unit.Length > 1 && text.EndsWith(unit, StringComparison.Ordinal))
            ?? (text.Length > 1 && Ending().Match(text) is { Success: true } ending ? ending.Groups["unit"].Value switch { "人数" => "人", "次数" => "次", "场数" => "场", "金额" or "经费" or "投入" => "元", "户数" => "户", "家数" => "家", _ => "个" } : null);
    }

    /// <returns>The label without a unit in brackets at its end.</returns>
    public static string WithoutUnit(string label) => Bracket().Match(FoundBlank.Simplified(label.Trim())) is { Success: true } bracket && IsKnown(bracket.Groups["unit"].Value) ? label.Trim()[..bracket.Index] : label.Trim();

    /// <summary>What stands alone between a blank and the next mark: a unit that is not in the list.</summary>
    [GeneratedRegex("^" + Han.Pattern + @"{1,4}(?=[，,、；;。.\s）)]|$)", RegexOptions.ExplicitCapture, MatchTime.Milliseconds)]
    private static partial Regex Word();

    [GeneratedRegex(@"[（(【\[](单位[：:])?(?<unit>(?:%|" + Han.Pattern + @"){1,4})[）)】\]]$", RegexOptions.ExplicitCapture, MatchTime.Milliseconds)]
    private static partial Regex Bracket();

    [GeneratedRegex("(?<unit>人数|次数|场数|户数|家数|个数|数量|总数|金额|经费|投入)$", RegexOptions.ExplicitCapture, MatchTime.Milliseconds)]
    private static partial Regex Ending();
}
