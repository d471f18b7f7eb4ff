namespace Site.Reading;

/// <summary>Reads answers as Chinese banks write them.</summary>
internal static class AnswerLetters
{
    private static readonly string[] Yes = ["√", "✓", "✔", "☑", "对", "正确", "是", "T", "TRUE", "Y", "YES", "V"];
    private static readonly string[] No = ["×", "✕", "✗", "✘", "╳", "❌", "X", "错", "错误", "否", "不对", "不正确", "F", "FALSE", "N", "NO"];

    /// <returns>The letters of <c>ABD</c>, <c>a、b</c>, <c>Ａ，Ｂ</c>, in order and once each; empty for anything else.</returns>
    public static string Read(string text)
    {
        var folded = Wording.Fold(text).ToUpperInvariant().Trim('.', '。', ';', '；');
        return folded.Length > 0 && folded.All(unit => unit is >= 'A' and <= 'Z' or ',' or '、' or '/' or ';' or '；' or '|' or '和' or '及')
            ? string.Concat(folded.Where(char.IsAsciiLetter).Distinct().Order())
            : "";
    }

    /// <returns>The letters in the order written, once each; empty for anything else.</returns>
    public static string ReadOrder(string text)
    {
        var folded = Wording.Fold(text).ToUpperInvariant().Replace("->", "", StringComparison.Ordinal).Replace("→", "", StringComparison.Ordinal);
        return folded.All(unit => unit is >= 'A' and <= 'Z' or ',' or '、' or '-' or '>') ? string.Concat(folded.Where(char.IsAsciiLetter).Distinct()) : "";
    }

    /// <returns>Whether the text says right or wrong, or null where it says neither.</returns>
    public static bool? ReadJudgement(string text)
    {
        var folded = Wording.Fold(text).ToUpperInvariant().Trim('.', '。', '(', ')');
        return Yes.Contains(folded) ? true : No.Contains(folded) ? false : null;
    }
}
