using System.Text.RegularExpressions;
using Site.Core.Diagnostics;
using Site.Core.Text;

namespace Site.Content.Quizzes.Banks;

/// <summary>Reads a bank in Aiken: a line with the question, lines <c>A. …</c> or <c>A) …</c>, a line <c>ANSWER: B</c>.</summary>
internal static partial class AikenReader
{
    /// <returns>The questions; mistakes are reported.</returns>
    public static List<RawQuestion> Read(string text, BankContext context)
    {
        var questions = new List<RawQuestion>();
        var lines = text.Split('\n');
        var words = new List<string>();
        var choices = new List<(string Letter, string Text, int Line)>();
        var start = 0;
        for (var i = 0; i < lines.Length; i++)
        {
            var line = lines[i].Trim();
            if (line.Length == 0)
            {
                continue;
            }

            if (Answer().Match(line) is { Success: true } answer)
            {
                if (Make(words, choices, answer.Groups["letters"].Value, start, i, context) is { } question)
                {
                    questions.Add(question);
                }

                (words, choices) = ([], []);
            }
            else if (Choice().Match(line) is { Success: true } choice && words.Count > 0 && choice.Groups["letter"].Value[0] == 'A' + choices.Count)
            {
                choices.Add((choice.Groups["letter"].Value, choice.Groups["text"].Value, i));
            }
            else if (choices.Count > 0)
            {
                context.Error("bank/no-answer", new(context.Path, i + 1), $"选项后面应是“ANSWER: 字母”，这里是“{Quoted.Line(line)}”。", "请在这一行前面写上答案；Aiken 的每个选项只占一行。");
                (words, choices, start) = ([line], [], i);
            }
            else
            {
                start = words.Count == 0 ? i : start;
                words.Add(line);
            }
        }

        if (words.Count > 0)
        {
            context.Error("bank/no-answer", new(context.Path, start + 1), $"题目“{Quoted.Line(words[0])}”没有答案。", "请在选项后面写上“ANSWER: 字母”。");
        }

        return questions;
    }

    private static RawQuestion? Make(List<string> words, List<(string Letter, string Text, int Line)> choices, string letters, int start, int answerLine, BankContext context)
    {
        if (words.Count == 0 || choices.Count < 2)
        {
            context.Error("bank/choices-count", new(context.Path, answerLine + 1), $"这个答案前面有{words.Count}行题目、{choices.Count}个选项，不是一道完整的题。", "先写一行题目，再写“A. ”“B. ”等选项，最后写答案。");
            return null;
        }

        var right = letters.ToUpperInvariant().Where(char.IsAsciiLetter).Distinct().ToArray();
        var unknown = right.FirstOrDefault(letter => letter >= 'A' + choices.Count);
        if (right.Length == 0 || unknown != default)
        {
            context.Error("bank/unknown-letter", new(context.Path, answerLine + 1), $"答案“{Quoted.Line(letters)}”不是这道题的选项，它有 A 到 {(char)('A' + choices.Count - 1)}。", "请改正答案的字母。");
            return null;
        }

        return new(new(context.Path, start + 1), "", null, [], "", new(string.Join('\n', words), TextFormat.Plain), RawAnswer.Choices.Lettered(
            choices.Select(choice => (new Location(context.Path, choice.Line + 1), choice.Text)), string.Concat(right), isSingle: right.Length == 1, isJudge: false));
    }

    [GeneratedRegex(@"^(ANSWER|ANS|答案)\s*[:：]\s*(?<letters>[A-Za-z][A-Za-z,，、\s]*)$", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, MatchTime.Milliseconds)]
    private static partial Regex Answer();

    [GeneratedRegex(@"^(?<letter>[A-Z])[.)．）、]\s*(?<text>.+)$", RegexOptions.ExplicitCapture, MatchTime.Milliseconds)]
    private static partial Regex Choice();
}
