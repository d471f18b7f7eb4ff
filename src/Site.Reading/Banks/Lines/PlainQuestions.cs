using System.Text.RegularExpressions;
using Site.Model;

namespace Site.Reading;

/// <summary>Makes questions of the drafts of a plain-text bank.</summary>
internal static partial class PlainQuestions
{
    /// <returns>Whether the text has its answer in brackets: <c>（ B ）</c>, <c>（√）</c>.</returns>
    public static bool HasAnswerInBrackets(PlainDraft draft) => draft.Stem.Any(line => Brackets().IsMatch(line));

    /// <returns>What stands before and after <c>解析：</c>.</returns>
    public static (string Answer, string Explanation) CutExplanation(string text) =>
        Explanation().Match(text) is { Success: true } mark ? (text[..mark.Index].Trim(), text[(mark.Index + mark.Length)..].Trim()) : (text, "");

    /// <returns>The question, or null where something is wrong, which is reported.</returns>
    public static RawQuestion? Make(PlainDraft draft, BankNotes notes)
    {
        var where = new Place(notes.Path, draft.Line);
        var stem = TakeType(draft, string.Join('\n', draft.Stem));
        var (text, inside) = TakeAnswer(stem, draft);
        if (inside is not null && draft.Answer is { Length: > 0 } outside && !Agree(inside, outside))
        {
            notes.Error("bank/two-answers", where, $"括号里的答案是“{SafeText.Quote(inside)}”，后面写的答案是“{SafeText.Quote(outside)}”。", "请核对，只留一个。");
            return null;
        }

        var written = draft.Answer is { Length: > 0 } own ? own : inside;
        if (draft.Type is PlainType.Essay)
        {
            return Question(draft, where, text, new RawAnswer.Unknown("这是问答题，答案要人来评。"));
        }

        if (written is null)
        {
            notes.Error("bank/no-answer", where, $"第{draft.Number}题“{SafeText.Quote(text)}”没有答案。", "请在选项后面写“答案：”，或者把答案写在题目的括号里。");
            return null;
        }

        var answer = Answer(draft, text, written, notes);
        return answer is null ? null : Question(draft, where, answer is RawAnswer.Choices ? Emptied(text, draft.Options.Count == 0) : text, answer);
    }

    private static RawQuestion Question(PlainDraft draft, Place where, string text, RawAnswer answer)
    {
        var tags = new List<string>();
        if (draft.Topic is { Length: > 0 } topic)
        {
            tags.Add(QuestionMarks.Write(QuestionMarks.Topic, topic));
        }

        if (PlainLevels.Read(draft.Level) is { } level)
        {
            tags.Add(QuestionMarks.Write(QuestionMarks.Level, level));
        }

        return new(where, "", null, [.. tags], "", new(text, TextForm.Plain), answer)
        {
            Explanation = new(string.Join("\n\n", draft.Explanation), TextForm.Plain),
            Hints = draft.Hint is null ? [] : [new(draft.Hint, TextForm.Plain)],
            Said = [.. draft.Said],
        };
    }

    private static RawAnswer? Answer(PlainDraft draft, string text, string written, BankNotes notes)
    {
        if (draft.Options.Count > 0)
        {
            return PlainAnswers.Choices(draft, written, notes);
        }

        if (draft.Type is not PlainType.Fill && AnswerLetters.ReadJudgement(written) is { } isTrue)
        {
            return PlainAnswers.Judge(isTrue, new(notes.Path, draft.AnswerAt));
        }

        if (draft.Type is PlainType.Judge or PlainType.Single or PlainType.Multiple)
        {
            notes.Error(
                "bank/unreadable-answer", new(notes.Path, draft.AnswerAt), $"第{draft.Number}题的答案“{SafeText.Quote(written)}”看不懂。",
                draft.Type is PlainType.Judge ? "判断题的答案写“√”或“×”、“对”或“错”。" : "请先写“A. ”“B. ”等选项，再写答案的字母。");
            return null;
        }

        return PlainAnswers.Words(draft, text, written, notes);
    }

    private static string TakeType(PlainDraft draft, string stem)
    {
        if (Type().Match(stem) is { Success: true } mark && PlainLineReader.TypeOf(mark.Value) is { } type)
        {
            draft.Type = type;
            stem = stem.Remove(mark.Index, mark.Length);
        }

        if (Score().Match(stem) is { Success: true } score)
        {
            draft.Said.Add($"分值“{score.Value.Trim('(', ')', '（', '）')}”没有带过来：本站每题一分。");
            stem = stem.Remove(score.Index, score.Length);
        }

        return stem.Trim();
    }

    // The last brackets that hold nothing but an answer which the question can have.
    private static (string Text, string? Answer) TakeAnswer(string stem, PlainDraft draft)
    {
        var found = Brackets().Matches(stem).LastOrDefault(match => IsAnswer(match.Groups["text"].Value, draft));
        return found is null ? (stem, null) : (stem[..found.Index] + "（　　）" + stem[(found.Index + found.Length)..], found.Groups["text"].Value.Trim());
    }

    private static bool IsAnswer(string text, PlainDraft draft) => draft.Options.Count > 0
        ? AnswerLetters.Read(text) is { Length: > 0 } letters && letters.All(letter => letter < 'A' + draft.Options.Count)
        : draft.Type is not PlainType.Fill && AnswerLetters.ReadJudgement(text) is not null;

    private static bool Agree(string one, string other) =>
        AnswerLetters.Read(one) is { Length: > 0 } letters ? letters == AnswerLetters.Read(other) : AnswerLetters.ReadJudgement(one) == AnswerLetters.ReadJudgement(other);

    // Empty brackets at the end ask for nothing where a statement is judged.
    private static string Emptied(string text, bool isJudge) => isJudge ? EmptyBrackets().Replace(text, "${stop}").Trim() : text;

    [GeneratedRegex(@"[（(【\[]\s*(?<text>[A-Za-zＡ-Ｚ][A-Za-zＡ-Ｚ,，、\s]*|[√×✓✔✗✘╳]|对|错|正确|错误)\s*[)）】\]]", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Brackets();

    [GeneratedRegex(@"[【\[（(]\s*(答案)?解析\s*[】\])）]\s*[:：]?|(?<!\S)(答案)?解析\s*[:：]|[;；。，,]\s*(答案)?解析\s*[:：]", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Explanation();

    [GeneratedRegex(@"[【\[（(]\s*(单选|多选|判断|填空|单项选择|多项选择|不定项选择|简答|问答|是非)题?\s*[】\])）]\s*", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Type();

    [GeneratedRegex(@"\s*[（(]\s*(本题)?\s*[0-9.]{1,4}\s*分\s*[)）]", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Score();

    [GeneratedRegex(@"[（(【\[][\s　]*[)）】\]]\s*(?<stop>[。.]?)$|^[（(【\[][\s　]*[)）】\]]\s*", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex EmptyBrackets();
}
