using System.Buffers;
using System.Text;
using Site.Core.Diagnostics;
using Site.Core.Text;

namespace Site.Content.Markdown;

/// <summary>Characters that nobody sees and that Word, web pages and broken files bring along: words with them are not found, and lines do not break.</summary>
internal static class HiddenCharacters
{
    /// <summary>Spaces without a break, soft hyphens, signs of no width, marks of direction, pictures left out, letters lost, fillers; and joiners, which belong in emoji alone.</summary>
    public const string Units = "\u00A0\u00AD\u034F\u061C\u115F\u1160\u180E\u200B\u200C\u200D\u200E\u200F\u2060\u2061\u2062\u2063\u2064\u202F\u2800\u3164\uFEFF\uFFA0\uFFFC\uFFFD";

    private const char Joiner = '\u200D';

    private static readonly SearchValues<char> Values = SearchValues.Create(Units);

    /// <returns>Index of the first one at or after a place; -1 where there is none. Private characters, such as the bullets of Word, count; a joiner within an emoji does not.</returns>
    public static int IndexIn(string text, int from)
    {
        for (var at = from; at < text.Length; at++)
        {
            var rest = text.AsSpan(at);
            var (listed, own) = (rest.IndexOfAny(Values), rest.IndexOfAnyInRange('\uE000', '\uF8FF'));
            var first = listed < 0 || (own >= 0 && own < listed) ? own : listed;
            if (first < 0)
            {
                return -1;
            }

            at += first;
            if (text[at] != Joiner || !MayJoin(text.AsSpan(0, at)))
            {
                return at;
            }
        }

        return -1;
    }

    // Emoji and letters of other scripts are joined; Chinese characters, Latin letters and digits never are.
    private static bool MayJoin(ReadOnlySpan<char> before) =>
        Rune.DecodeLastFromUtf16(before, out var rune, out _) == OperationStatus.Done && !rune.IsAscii && !Han.Is(rune) && rune.Value is not (>= 0x3000 and <= 0x303F) and not (>= 0xFF00 and <= 0xFFEF);

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
