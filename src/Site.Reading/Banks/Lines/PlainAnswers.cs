using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Site.Model;

namespace Site.Reading;

/// <summary>Makes answers of the words after <c>答案：</c>; also for banks that are tables.</summary>
internal static partial class PlainAnswers
{
    private const decimal All = 100;

    /// <returns>The choices, or null where the answer is none of their letters, which is reported.</returns>
    public static RawAnswer? Choices(PlainDraft draft, string written, BankNotes notes)
    {
        var options = draft.Options.ToImmutableArray();
        var where = new Place(notes.Path, draft.AnswerAt);
        var letters = AnswerLetters.Read(written);
        if (letters.Length == 0 && options.Length == 2 && AnswerLetters.ReadJudgement(written) is { } isTrue)
        {
            var right = options.Select((option, i) => (option, i)).Where(option => AnswerLetters.ReadJudgement(option.option) == isTrue).Select(option => (char)('A' + option.i));
            letters = string.Concat(right);
        }

        var unknown = letters.FirstOrDefault(letter => letter >= 'A' + options.Length);
        if (letters.Length == 0 || unknown != default)
        {
            notes.Error(
                letters.Length == 0 ? "bank/unreadable-answer" : "bank/unknown-letter", where,
                $"答案“{SafeText.Quote(written)}”不是这道题的选项，它有 A 到 {(char)('A' + options.Length - 1)} 共{options.Length}个。", "请改正答案，或者检查选项是不是每个都认出来了。");
            return null;
        }

        if (draft.Type is PlainType.Single && letters.Length > 1)
        {
            notes.Error("bank/two-answers", where, $"单选题的答案写了“{SafeText.Quote(written)}”。", "请只留一个，或者把题目移到多选题里。");
            return null;
        }

        var isJudge = options.Length == 2 && letters.Length == 1
            && (draft.Type is PlainType.Judge || (AnswerLetters.ReadJudgement(options[0]) is true && AnswerLetters.ReadJudgement(options[1]) is false));
        var isSingle = letters.Length == 1 && draft.Type is not PlainType.Multiple;
        return new RawAnswer.Choices(
            [
                .. options.Select((option, i) => new RawChoice(
                    new(notes.Path, draft.Line), new(option, TextForm.Plain),
                    letters.Contains((char)('A' + i), StringComparison.Ordinal) ? Math.Round(All / letters.Length, 5) : isSingle ? 0 : -All, RawText.Empty)),
            ],
            isSingle, isJudge);
    }

    public static RawAnswer.Choices Judge(bool isTrue, Place where) => new(
        [
            new(where, new("正确", TextForm.Plain), isTrue ? All : 0, RawText.Empty),
            new(where, new("错误", TextForm.Plain), isTrue ? 0 : All, RawText.Empty),
        ],
        IsSingle: true, IsJudge: true);

    /// <returns>The blanks of the text with the answers in order; null where there are more blanks than answers, which is reported.</returns>
    public static RawAnswer? Words(PlainDraft draft, string text, string written, BankNotes notes)
    {
        var count = Math.Max(Blanks().Count(text), 1);
        var parts = Parts(written, count);
        if (parts.Length != count)
        {
            notes.Error(
                "bank/answers-count", new(notes.Path, draft.AnswerAt), $"题目有{count}个空，答案“{SafeText.Quote(written)}”有{parts.Length}个。",
                "几个空的答案用“；”隔开；同一个空的几种写法用“/”隔开。");
            return null;
        }

        return new RawAnswer.Words(
            [.. parts.Select(part => part.Split(['/', '／'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
                .Select(word => new RawWord(word, All, RawText.Empty)).ToImmutableArray())],
            IsCaseSensitive: false);
    }

    private static string[] Parts(string written, int count)
    {
        if (count == 1)
        {
            return [written.Trim().TrimEnd('。')];
        }

        foreach (var marks in new[] { "；;", "、，,", " \t\u3000" })
        {
            var parts = written.Trim().TrimEnd('。').Split(marks.ToCharArray(), StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
            if (parts.Length == count)
            {
                return parts;
            }
        }

        return written.Split(['；', ';'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
    }

    /// <summary>The same places that become blanks.</summary>
    [GeneratedRegex(@"_{3,}|＿{2,}|[（(][ 　\u00A0]*[)）]", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Blanks();
}
