using System.Buffers;
using Site.Core.Diagnostics;

namespace Site.Content.Markdown;

/// <summary>Characters that nobody sees and that Word, web pages and broken files bring along: words with them are not found, and lines do not break.</summary>
internal static class HiddenCharacters
{
    /// <summary>Spaces without a break, soft hyphens, signs of no width, marks of direction, pictures left out, letters lost. Joiners stay, since emoji need them.</summary>
    public const string Units = "\u00A0\u00AD\u061C\u180E\u200B\u200C\u200E\u200F\u2060\u202F\uFEFF\uFFFC\uFFFD";

    private static readonly SearchValues<char> Values = SearchValues.Create(Units);

    /// <returns>Index of the first one at or after a place; -1 where there is none. Private characters, such as the bullets of Word, count.</returns>
    public static int IndexIn(string text, int from)
    {
        var rest = text.AsSpan(Math.Min(from, text.Length));
        var (listed, own) = (rest.IndexOfAny(Values), rest.IndexOfAnyInRange('\uE000', '\uF8FF'));
        var first = listed < 0 || (own >= 0 && own < listed) ? own : listed;
        return first < 0 ? -1 : from + first;
    }

    public static Diagnostic Warning(char unit, Location location, string code, int count) => Diagnostic.Warning(
        code, location,
        $"这里有看不见或显示不出的字符{Name(unit)} U+{(int)unit:X4}{(count > 1 ? $"，全页共 {count} 个" : "")}，多半是粘贴来的。",
        unit == '\uFFFD' ? "这里原来的字已经丢了，请照原文重新打。" : "删掉它，需要空格的地方打一个普通的空格；看不到，就用编辑器的“查找替换”。");

    private static string Name(char unit) => unit switch
    {
        '\u00A0' or '\u202F' => "（不换行的空格）",
        '\u00AD' => "（软连字符）",
        '\uFFFC' => "（图片没有带过来）",
        '\uFFFD' => "（乱码）",
        >= '\uE000' and <= '\uF8FF' => "（Word 的符号）",
        _ => "（零宽字符）",
    };
}
