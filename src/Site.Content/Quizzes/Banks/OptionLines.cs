using System.Text.RegularExpressions;
using Site.Core.Text;

namespace Site.Content.Quizzes.Banks;

/// <summary>Finds options, <c>A. …</c>, <c>A、…</c>, <c>（A）…</c>, on lines of their own and several on one line.</summary>
internal static partial class OptionLines
{
    private const string After = ".．、)）:：";

    /// <param name="line">Trimmed.</param>
    /// <param name="next">The letter that comes next: A for the first option.</param>
    /// <returns>What stands before the first option, and the options, of which the first has the letter that comes next; none where there is none.</returns>
    public static (string Before, List<string> Options) Split(string line, char next)
    {
        var starts = new List<(int Mark, int Text)>();
        for (var at = 0; at < line.Length; at++)
        {
            if (Mark(line, at, (char)(next + starts.Count)) is { } mark)
            {
                starts.Add((at, mark));
                at = mark - 1;
            }
        }

        // An A in the middle of a sentence is an option only if a B follows.
        if (starts.Count == 0 || (starts[0].Mark > 0 && starts.Count < 2))
        {
            return (line, []);
        }

        var options = starts.Select((start, i) => line[start.Text..(i + 1 < starts.Count ? starts[i + 1].Mark : line.Length)].Trim().TrimEnd(';', '；').Trim()).ToList();
        return (line[..starts[0].Mark].TrimEnd(), options);
    }

    // Where the text after the mark of this letter begins, or null where there is none.
    private static int? Mark(string line, int at, char letter)
    {
        var open = line[at] is '(' or '（' or '[' or '【';
        var start = open ? at + 1 : at;
        if (start >= line.Length || Letter(line[start]) != letter || (at > 0 && char.IsAsciiLetterOrDigit(line[at - 1])))
        {
            return null;
        }

        var end = start + 1;
        if (open)
        {
            return end < line.Length && line[end] is ')' or '）' or ']' or '】' && at + 3 < line.Length ? SkipDot(line, end + 1) : null;
        }

        return end < line.Length && After.Contains(line[end], StringComparison.Ordinal) ? end + 1
            : at == 0 && end < line.Length && line[end] is ' ' or '\t' or '　' && NotWord().IsMatch(line) ? end + 1
            : null;
    }

    private static int SkipDot(string line, int at) => at < line.Length && line[at] is '.' or '、' or '．' ? at + 1 : at;

    private static char Letter(char unit) => unit switch
    {
        >= 'Ａ' and <= 'Ｚ' => (char)(unit - 'Ａ' + 'A'),
        >= 'ａ' and <= 'ｚ' => (char)(unit - 'ａ' + 'A'),
        >= 'a' and <= 'z' => char.ToUpperInvariant(unit),
        _ => unit,
    };

    [GeneratedRegex(@"^[A-ZＡ-Ｚ][\s　]+[\u2E80-\uFFEF0-9]", RegexOptions.None, MatchTime.Milliseconds)]
    private static partial Regex NotWord();
}

/// <summary>Reads answers as Chinese banks write them.</summary>
internal static class AnswerLetters
{
    private static readonly string[] Yes = ["√", "✓", "✔", "☑", "对", "正确", "是", "T", "TRUE", "Y", "YES", "V"];
    private static readonly string[] No = ["×", "✕", "✗", "✘", "╳", "❌", "X", "错", "错误", "否", "不对", "不正确", "F", "FALSE", "N", "NO"];

    /// <returns>The letters of <c>ABD</c>, <c>a、b</c>, <c>Ａ，Ｂ</c>, in order and once each; empty for anything else.</returns>
    public static string Read(string text)
    {
        var folded = AnswerText.FoldWidth(text).ToUpperInvariant().Trim('.', '。', ';', '；');
        return folded.Length > 0 && folded.All(unit => unit is >= 'A' and <= 'Z' or ',' or '、' or '/' or ';' or '；' or '|' or '和' or '及')
            ? string.Concat(folded.Where(char.IsAsciiLetter).Distinct().Order())
            : "";
    }

    /// <returns>The letters in the order written, once each; empty for anything else.</returns>
    public static string ReadOrder(string text)
    {
        var folded = AnswerText.FoldWidth(text).ToUpperInvariant().Replace("->", "", StringComparison.Ordinal).Replace("→", "", StringComparison.Ordinal);
        return folded.All(unit => unit is >= 'A' and <= 'Z' or ',' or '、' or '-' or '>') ? string.Concat(folded.Where(char.IsAsciiLetter).Distinct()) : "";
    }

    /// <returns>Whether the text says right or wrong, or null where it says neither.</returns>
    public static bool? ReadJudgement(string text)
    {
        var folded = AnswerText.FoldWidth(text).ToUpperInvariant().Trim('.', '。', '(', ')');
        return Yes.Contains(folded) ? true : No.Contains(folded) ? false : null;
    }
}
