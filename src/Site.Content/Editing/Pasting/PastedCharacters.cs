using System.Text;
using System.Text.RegularExpressions;
using Site.Core.Text;

namespace Site.Content.Editing.Pasting;

/// <summary>Makes right what programs put into texts and no reader sees, and letters and digits of a double width.</summary>
internal static partial class PastedCharacters
{
    /// <param name="text">Of one paragraph or cell, or of many lines.</param>
    public static string Clean(string text, PasteReport report)
    {
        var clean = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var unit = text[i];
            switch (unit)
            {
                case '\u00A0' or '\u202F' or '\u2007':
                    report.Add("{0} 个不换行的空格换成了普通空格");
                    clean.Append(' ');
                    break;
                case '\u00AD':
                    report.Add("删去了 {0} 个软连字符");
                    break;
                case '\u061C' or '\u180E' or '\u200B' or '\u200C' or '\u200E' or '\u200F' or (>= '\u2060' and <= '\u206F') or '\u3164' or '\uFEFF' or (>= '\u202A' and <= '\u202E') or (>= '\uFFF9' and <= '\uFFFB'):
                case '\u200D' when i == 0 || i + 1 == text.Length || !IsPictured(text[i - 1]) || !IsPictured(text[i + 1]):
                    report.Add("删去了 {0} 个看不见的零宽字符");
                    break;
                case '\uFFFC':
                    break;
                case >= '\uE000' and <= '\uF8FF':
                    report.Add("删去了 {0} 个只有 Word 认得的符号");
                    break;
                case '\t' or '\n':
                    clean.Append(unit);
                    break;
                default:
                    if (!char.IsControl(unit))
                    {
                        clean.Append(unit);
                    }

                    break;
            }
        }

        text = clean.ToString();
        var half = Halfwidth.OfWords(text);
        report.Add("{0} 个全角数字、字母换成了半角", text.Zip(half).Count(pair => pair.First != pair.Second));
        text = Straight().Replace(half, match =>
        {
            report.Add("{0} 对直引号换成了中文引号");
            return $"“{match.Groups["text"].Value}”";
        });
        return text.AsSpan().IndexOfAny('“', '”') is >= 0 and var first && text[first] == '”' && text.AsSpan().Count('“') == text.AsSpan().Count('”')
            ? Inverted().Replace(text, match =>
            {
                report.Add("{0} 对方向反了的引号改正了");
                return $"“{match.Groups["text"].Value}”";
            })
            : text;
    }

    /// <returns>Whether a unit may be part of an emoji: those alone are joined.</returns>
    private static bool IsPictured(char unit) => char.IsSurrogate(unit) || unit is '\uFE0F' or (>= '\u2190' and <= '\u2BFF');

    /// <summary>One line: white space of the source is one space, or none between two Chinese characters, where it comes from a line that was wrapped.</summary>
    public static string OneLine(string text)
    {
        var line = WrappedHan().Replace(text, "");
        return Spaces().Replace(line.Replace('\u3000', ' '), " ");
    }

    [GeneratedRegex("[\"＂](?<text>[^\"＂\n]*" + Han.Pattern + "[^\"＂\n]*)[\"＂]", RegexOptions.ExplicitCapture, MatchTime.Milliseconds)]
    private static partial Regex Straight();

    [GeneratedRegex("”(?<text>[^“”\n]{1,60})“", RegexOptions.ExplicitCapture, MatchTime.Milliseconds)]
    private static partial Regex Inverted();

    [GeneratedRegex("(?<=" + Han.Pattern + "|[，。；：、？！）》”])[ \t]*\n[ \t]*(?=" + Han.Pattern + "|[，。；：、？！（《“])", RegexOptions.None, MatchTime.Milliseconds)]
    private static partial Regex WrappedHan();

    [GeneratedRegex("[ \t\n]+", RegexOptions.None, MatchTime.Milliseconds)]
    private static partial Regex Spaces();
}
