using System.Globalization;
using System.Text.RegularExpressions;
using Site.Core.Text;

namespace Site.Content.Quizzes.Banks;

/// <summary>What a line of a plain-text bank is.</summary>
internal abstract record BankLine
{
    private BankLine() { }

    /// <summary><c>二、多选题</c>.</summary>
    /// <param name="Type">The type of the questions that follow, or null where the words do not say.</param>
    public sealed record Section(DraftType? Type) : BankLine;

    /// <summary><c>参考答案</c>: from here on there are only answers.</summary>
    public sealed record AnswersBegin : BankLine;

    /// <summary><c>12. 题目</c></summary>
    public sealed record Numbered(int Number, string Text) : BankLine;

    /// <summary><c>答案：ABD</c></summary>
    public sealed record Answer(string Text) : BankLine;

    /// <summary><c>解析：…</c>, <c>依据：…</c></summary>
    /// <param name="Word">The word before the colon.</param>
    public sealed record Note(string Word, string Text) : BankLine;

    /// <summary>Anything else.</summary>
    public sealed record Words(string Text) : BankLine;
}

/// <summary>The types of question that a plain-text bank names.</summary>
internal enum DraftType
{
    Single,
    Multiple,
    Judge,
    Fill,
    Essay,
}

/// <summary>Tells what a line is.</summary>
internal static partial class BankLineReader
{
    /// <param name="line">Trimmed, not empty.</param>
    public static BankLine Read(string line)
    {
        if (AnswersHeading().IsMatch(line))
        {
            return new BankLine.AnswersBegin();
        }

        if (SectionHeading().IsMatch(line) && line.Length <= 80)
        {
            return new BankLine.Section(TypeOf(line));
        }

        if ((BracketFirst().Match(line) is { Success: true } first ? first : Numbered().Match(line)) is { Success: true } numbered
            && int.TryParse(AnswerText.FoldWidth(numbered.Groups["number"].Value), NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return new BankLine.Numbered(number, numbered.Groups["bracket"].Value + numbered.Groups["text"].Value.Trim());
        }

        return Answer().Match(line) is { Success: true } answer ? new BankLine.Answer(answer.Groups["text"].Value.Trim())
            : Note().Match(line) is { Success: true } note ? new BankLine.Note(note.Groups["word"].Value, note.Groups["text"].Value.Trim())
            : new BankLine.Words(line);
    }

    /// <returns>The type that a heading or a mark in brackets names, or null.</returns>
    public static DraftType? TypeOf(string text) =>
        text.Contains("多选", StringComparison.Ordinal) || text.Contains("多项选择", StringComparison.Ordinal) || text.Contains("不定项", StringComparison.Ordinal) ? DraftType.Multiple
        : text.Contains("单选", StringComparison.Ordinal) || text.Contains("单项选择", StringComparison.Ordinal) ? DraftType.Single
        : text.Contains("判断", StringComparison.Ordinal) || text.Contains("是非", StringComparison.Ordinal) ? DraftType.Judge
        : text.Contains("填空", StringComparison.Ordinal) ? DraftType.Fill
        : EssayWords().IsMatch(text) ? DraftType.Essay
        : null;

    [GeneratedRegex(@"^[【\[（(]?\s*((附|附件)\d*[：:、.]?)?\s*(参考|标准|正确|试题)?答案(及|与|和)?(解析|详解)?\s*[】\])）]?\s*[:：]?$", RegexOptions.ExplicitCapture, MatchTime.Milliseconds)]
    private static partial Regex AnswersHeading();

    [GeneratedRegex(@"^([（(]?[一二三四五六七八九十]+[)）、.．\s]\s*.*题|[第][一二三四五六七八九十]+部分.*题|[【\[（(]?(单选|多选|单项选择|多项选择|不定项选择|选择|判断|是非|填空|简答|问答|论述|案例分析|情景)题?[】\])）]?\s*([（(].*[)）])?\s*[:：]?$)", RegexOptions.ExplicitCapture, MatchTime.Milliseconds)]
    private static partial Regex SectionHeading();

    [GeneratedRegex(@"^([第](?<number>[0-9０-９]{1,4})[题道][.．、:：]?\s*|[（(【\[](?<number>[0-9０-９]{1,4})[)）】\]][.．、]?\s*|(?<number>[0-9０-９]{1,4})\s*([、:：)）]|[.．](?![0-9０-９]))\s*)(?<text>.*)$", RegexOptions.ExplicitCapture, MatchTime.Milliseconds)]
    private static partial Regex Numbered();

    [GeneratedRegex(@"^(?<bracket>[（(]\s*([√×✓✗✘╳]|[A-Za-zＡ-Ｚ]{1,6}|对|错|正确|错误)?\s*[)）])\s*(?<number>[0-9０-９]{1,4})\s*([、:：)）]|[.．](?![0-9０-９]))\s*(?<text>.+)$", RegexOptions.ExplicitCapture, MatchTime.Milliseconds)]
    private static partial Regex BracketFirst();

    [GeneratedRegex(@"^[【\[（(]?\s*(正确|参考|标准|本题)*答案\s*(是|为)?\s*[】\])）]?\s*[:：]?\s*(?<text>.*)$|^答\s*[:：]\s*(?<text>.+)$", RegexOptions.ExplicitCapture, MatchTime.Milliseconds)]
    private static partial Regex Answer();

    [GeneratedRegex(@"^[【\[（(]?\s*(?<word>答案解析|试题解析|题目解析|解析|解释|详解|分析|点评|法律依据|法规依据|依据|出处|来源|难度|难易程度|知识点|考点|主题|类别|分类|章节|提示)\s*([】\])）]\s*[:：]?|[:：])\s*(?<text>.*)$", RegexOptions.ExplicitCapture, MatchTime.Milliseconds)]
    private static partial Regex Note();

    [GeneratedRegex("简答|问答|论述|案例|计算题", RegexOptions.None, MatchTime.Milliseconds)]
    private static partial Regex EssayWords();
}
