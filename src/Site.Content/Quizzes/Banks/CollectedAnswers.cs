using System.Globalization;
using System.Text.RegularExpressions;
using Site.Core.Text;

namespace Site.Content.Quizzes.Banks;

/// <summary>The answers that a plain-text bank collects at its end: <c>1. A 2. BD 3. √</c>, <c>1-5 ABCDA</c>, perhaps under the same headings as the questions.</summary>
internal sealed partial class CollectedAnswers(BankContext context)
{
    private readonly List<(int Section, int Number, string Text, int Line)> answers = [];
    private int section = -1;

    /// <returns>Whether a line is the first of collected answers, and not the answer of one question.</returns>
    public static bool Begins(string line) => Rows().IsMatch(line) || BankLineReader.Read(line) is BankLine.Numbered or BankLine.Section;

    /// <summary>Takes a line after the heading of the answers.</summary>
    public void Add(BankLine read, string text, int line)
    {
        if (read is BankLine.Section)
        {
            section++;
            text = AfterHeading().Match(text).Groups["rest"].Value;
            if (text.Length == 0)
            {
                return;
            }
        }

        var rows = Rows().Matches(text);
        foreach (Match row in rows)
        {
            AddRow(row, line);
        }

        if (rows.Count > 0)
        {
            return;
        }

        var singles = Single().Matches(text);
        foreach (Match single in singles)
        {
            answers.Add((section, Number(single.Groups["number"].Value), single.Groups["text"].Value.Trim(), line));
        }

        if (singles.Count == 0)
        {
            context.ForItem(new(context.Path, line), text).ReportChange("答案里的这一行看不懂，没有用上。");
        }
    }

    /// <summary>Assigns each question its answer; one that has an answer already keeps it. Answers that belong to no question are reported.</summary>
    public void AssignTo(List<QuestionDraft> drafts)
    {
        foreach (var answer in answers)
        {
            var fitting = drafts.Where(draft => draft.Number == answer.Number && (section < 0 || draft.Section == answer.Section)).ToArray();
            if (fitting is [var draft])
            {
                var (text, explanation) = DraftConverter.CutExplanation(answer.Text);
                draft.Answer ??= text;
                draft.AnswerLine = answer.Line;
                if (explanation.Length > 0)
                {
                    draft.Explanation.Add(explanation);
                }
            }
            else
            {
                context.Error(
                    "bank/answer-without-question", new(context.Path, answer.Line),
                    fitting.Length == 0 ? $"第{answer.Number}题的答案“{Quoted.Line(answer.Text)}”没有对应的题目。" : $"编号是{answer.Number}的题目有{fitting.Length}道，不知道答案是哪一道的。",
                    "请让答案的编号和题目一一对应；题目分了几类，答案也照样分类写上标题。");
            }
        }
    }

    private void AddRow(Match row, int line)
    {
        var (first, last) = (Number(row.Groups["first"].Value), Number(row.Groups["last"].Value));
        var marks = row.Groups["marks"].Value.Where(unit => !char.IsWhiteSpace(unit) && unit is not (',' or '，' or '、')).ToArray();
        var parts = row.Groups["marks"].Value.Split([' ', ',', '，', '、', '\t', '\u3000'], StringSplitOptions.RemoveEmptyEntries);
        var wanted = last - first + 1;
        var found = parts.Length == wanted ? parts : [.. marks.Select(mark => mark.ToString())];
        if (found.Length != wanted)
        {
            context.Error("bank/answers-count", new(context.Path, line), $"第{first}到{last}题应有{wanted}个答案，这里有{found.Length}个。", "请补齐；多选题的几个答案之间用空格隔开。");
            return;
        }

        answers.AddRange(found.Select((text, i) => (section, first + i, text, line)));
    }

    private static int Number(string text) => int.Parse(AnswerText.FoldWidth(text), NumberStyles.None, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"(?<first>[0-9０-９]{1,4})\s*[-—–~～至到]+\s*(?<last>[0-9０-９]{1,4})\s*题?\s*[.．、:：]?\s*(?<marks>([A-Za-zＡ-Ｚ√×✓✗✔✘对错TF][\s,，、\u3000]*)+)", RegexOptions.ExplicitCapture, MatchTime.Milliseconds)]
    private static partial Regex Rows();

    [GeneratedRegex(@"(?<![0-9０-９A-Za-z.．])[（(]?(?<number>[0-9０-９]{1,4})\s*[.．、:：)）]\s*(?<text>.*?)(?=\s*[;；,，]?\s*(?<![0-9０-９A-Za-z.．])[（(]?[0-9０-９]{1,4}\s*[.．、:：)）]|$)", RegexOptions.ExplicitCapture, MatchTime.Milliseconds)]
    private static partial Regex Single();

    [GeneratedRegex(@"题\s*([（(][^)）]*[)）])?\s*[:：]?\s*(?<rest>.*)$", RegexOptions.ExplicitCapture, MatchTime.Milliseconds)]
    private static partial Regex AfterHeading();
}
