using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Site.Core.Diagnostics;
using Site.Core.Text;

namespace Site.Content.Quizzes.Banks;

/// <summary>Converts the drafts of a plain-text bank to questions.</summary>
internal static partial class DraftConverter
{
    /// <returns>Whether the text has its answer in brackets: <c>（ B ）</c>, <c>（√）</c>.</returns>
    public static bool HasAnswerInBrackets(QuestionDraft draft) => draft.Stem.Any(line => Brackets().IsMatch(line));

    /// <returns>What stands before and after <c>解析：</c>.</returns>
    public static (string Answer, string Explanation) CutExplanation(string text) =>
        Explanation().Match(text) is { Success: true } mark ? (text[..mark.Index].Trim(), text[(mark.Index + mark.Length)..].Trim()) : (text, "");

    /// <returns>The question, or null where something is wrong, which is reported.</returns>
    public static RawQuestion? Convert(QuestionDraft draft, BankContext context)
    {
        var location = new Location(context.Path, draft.Line);
        var stem = TakeType(draft, string.Join('\n', draft.Stem));
        var (text, inside) = TakeAnswer(stem, draft);
        if (inside is not null && draft.Answer is { Length: > 0 } outside && !Agree(inside, outside))
        {
            context.Error("bank/two-answers", location, $"括号里的答案是“{Quoted.Line(inside)}”，后面写的答案是“{Quoted.Line(outside)}”。", "请核对，只留一个。");
            return null;
        }

        var written = draft.Answer is { Length: > 0 } own ? own : inside;
        if (draft.Type is DraftType.Essay)
        {
            return Question(draft, location, text, RawAnswer.Unknown.Essay);
        }

        if (written is null)
        {
            context.Error("bank/no-answer", location, $"第{draft.Number}题“{Quoted.Line(text)}”没有答案。", "请在选项后面写“答案：”，或者把答案写在题目的括号里。");
            return null;
        }

        var answer = Answer(draft, text, written, context);
        return answer is null ? null : Question(draft, location, answer is RawAnswer.Choices ? Emptied(text, draft.Options.Count == 0) : text, answer);
    }

    private static RawQuestion Question(QuestionDraft draft, Location location, string text, RawAnswer answer)
    {
        var tags = new List<string>();
        if (draft.Topic is { Length: > 0 } topic)
        {
            tags.Add(QuestionTagFormat.Write(QuestionTagFormat.Topic, topic));
        }

        if (LevelNames.Read(draft.Level) is { } level)
        {
            tags.Add(QuestionTagFormat.Write(QuestionTagFormat.Level, level));
        }

        return new(location, "", null, [.. tags], "", new(text, TextFormat.Plain), answer)
        {
            Explanation = new(string.Join("\n\n", draft.Explanation), TextFormat.Plain),
            Hints = draft.Hint is null ? [] : [new(draft.Hint, TextFormat.Plain)],
            Losses = [.. draft.Losses],
        };
    }

    private static RawAnswer? Answer(QuestionDraft draft, string text, string written, BankContext context)
    {
        if (draft.Options.Count > 0)
        {
            return DraftAnswers.Choices(draft, written, context);
        }

        if (draft.Type is not DraftType.Fill && AnswerLetters.ReadJudgement(written) is { } isTrue)
        {
            return DraftAnswers.Judge(isTrue, new(context.Path, draft.AnswerAt));
        }

        if (draft.Type is DraftType.Judge or DraftType.Single or DraftType.Multiple)
        {
            context.Error(
                "bank/unreadable-answer", new(context.Path, draft.AnswerAt), $"第{draft.Number}题的答案“{Quoted.Line(written)}”看不懂。",
                draft.Type is DraftType.Judge ? "判断题的答案写“√”或“×”、“对”或“错”。" : "请先写“A. ”“B. ”等选项，再写答案的字母。");
            return null;
        }

        return DraftAnswers.Words(draft, text, written, context);
    }

    private static string TakeType(QuestionDraft draft, string stem)
    {
        if (Type().Match(stem) is { Success: true } mark && BankLineReader.TypeOf(mark.Value) is { } type)
        {
            draft.Type = type;
            stem = stem.Remove(mark.Index, mark.Length);
        }

        if (Score().Match(stem) is { Success: true } score)
        {
            draft.Losses.Add($"分值“{score.Value.Trim('(', ')', '（', '）')}”没有带过来：本站每题一分。");
            stem = stem.Remove(score.Index, score.Length);
        }

        return stem.Trim();
    }

    // The last brackets that hold nothing but an answer which the question can have.
    private static (string Text, string? Answer) TakeAnswer(string stem, QuestionDraft draft)
    {
        var found = Brackets().Matches(stem).LastOrDefault(match => IsAnswer(match.Groups["text"].Value, draft));
        return found is null ? (stem, null) : (stem[..found.Index] + "（　　）" + stem[(found.Index + found.Length)..], found.Groups["text"].Value.Trim());
    }

    private static bool IsAnswer(string text, QuestionDraft draft) => draft.Options.Count > 0
        ? AnswerLetters.Read(text) is { Length: > 0 } letters && letters.All(letter => letter < 'A' + draft.Options.Count)
        : draft.Type is not DraftType.Fill && AnswerLetters.ReadJudgement(text) is not null;

    private static bool Agree(string one, string other) =>
        AnswerLetters.Read(one) is { Length: > 0 } letters ? letters == AnswerLetters.Read(other) : AnswerLetters.ReadJudgement(one) == AnswerLetters.ReadJudgement(other);

    // Empty brackets at the end ask for nothing where a statement is judged.
    private static string Emptied(string text, bool isJudge) => isJudge ? EmptyBrackets().Replace(text, "${stop}").Trim() : text;

    [GeneratedRegex(@"[（(【\[]\s*(?<text>[A-Za-zＡ-Ｚ][A-Za-zＡ-Ｚ,，、\s]*|[√×✓✔✗✘╳]|对|错|正确|错误)\s*[)）】\]]", RegexOptions.ExplicitCapture, MatchTime.Milliseconds)]
    private static partial Regex Brackets();

    [GeneratedRegex(@"[【\[（(]\s*(答案)?解析\s*[】\])）]\s*[:：]?|(?<!\S)(答案)?解析\s*[:：]|[;；。，,]\s*(答案)?解析\s*[:：]", RegexOptions.ExplicitCapture, MatchTime.Milliseconds)]
    private static partial Regex Explanation();

    [GeneratedRegex(@"[【\[（(]\s*(单选|多选|判断|填空|单项选择|多项选择|不定项选择|简答|问答|是非)题?\s*[】\])）]\s*", RegexOptions.ExplicitCapture, MatchTime.Milliseconds)]
    private static partial Regex Type();

    [GeneratedRegex(@"\s*[（(]\s*(本题)?\s*[0-9.]{1,4}\s*分\s*[)）]", RegexOptions.ExplicitCapture, MatchTime.Milliseconds)]
    private static partial Regex Score();

    [GeneratedRegex(@"[（(【\[][\s　]*[)）】\]]\s*(?<stop>[。.]?)$|^[（(【\[][\s　]*[)）】\]]\s*", RegexOptions.ExplicitCapture, MatchTime.Milliseconds)]
    private static partial Regex EmptyBrackets();
}

/// <summary>Reads the words after <c>答案：</c>; also for banks that are tables.</summary>
internal static class DraftAnswers
{
    /// <returns>The choices, or null where the answer is none of their letters, which is reported.</returns>
    public static RawAnswer? Choices(QuestionDraft draft, string written, BankContext context)
    {
        var options = draft.Options.ToImmutableArray();
        var location = new Location(context.Path, draft.AnswerAt);
        var letters = AnswerLetters.Read(written);
        if (letters.Length == 0 && options.Length == 2 && AnswerLetters.ReadJudgement(written) is { } isTrue)
        {
            var right = options.Select((option, i) => (option, i)).Where(option => AnswerLetters.ReadJudgement(option.option) == isTrue).Select(option => (char)('A' + option.i));
            letters = string.Concat(right);
        }

        var unknown = letters.FirstOrDefault(letter => letter >= 'A' + options.Length);
        if (letters.Length == 0 || unknown != default)
        {
            context.Error(
                letters.Length == 0 ? "bank/unreadable-answer" : "bank/unknown-letter", location,
                $"答案“{Quoted.Line(written)}”不是这道题的选项，它有 A 到 {(char)('A' + options.Length - 1)} 共{options.Length}个。", "请改正答案，或者检查选项是不是每个都认出来了。");
            return null;
        }

        if (draft.Type is DraftType.Single && letters.Length > 1)
        {
            context.Error("bank/two-answers", location, $"单选题的答案写了“{Quoted.Line(written)}”。", "请只留一个，或者把题目移到多选题里。");
            return null;
        }

        var isJudge = options.Length == 2 && letters.Length == 1
            && (draft.Type is DraftType.Judge || (AnswerLetters.ReadJudgement(options[0]) is true && AnswerLetters.ReadJudgement(options[1]) is false));
        var isSingle = letters.Length == 1 && draft.Type is not DraftType.Multiple;
        return RawAnswer.Choices.Lettered(options.Select(option => (new Location(context.Path, draft.Line), option)), letters, isSingle, isJudge);
    }

    public static RawAnswer.Choices Judge(bool isTrue, Location location) => RawAnswer.Choices.TrueFalse(isTrue, location, RawText.Empty, RawText.Empty);

    /// <returns>The blanks of the text with the answers in order; null where there are more blanks than answers, which is reported.</returns>
    public static RawAnswer? Words(QuestionDraft draft, string text, string written, BankContext context)
    {
        var count = Math.Max(QuestionConverter.TypedBlank().Count(text), 1);
        var parts = Parts(written, count);
        if (parts.Length != count)
        {
            context.Error(
                "bank/answers-count", new(context.Path, draft.AnswerAt), $"题目有{count}个空，答案“{Quoted.Line(written)}”有{parts.Length}个。",
                "几个空的答案用“；”隔开；同一个空的几种写法用“/”隔开。");
            return null;
        }

        return new RawAnswer.Words(
            [.. parts.Select(part => part.Split(['/', '／'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
                .Select(word => new RawWord(word, 100, RawText.Empty)).ToImmutableArray())],
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
}

/// <summary>Reads how hard a question is.</summary>
internal static class LevelNames
{
    /// <returns>1, 2 or 3 for 易, 中, 难 and the like; null for anything else.</returns>
    public static string? Read(string? text) => AnswerText.FoldWidth(text ?? "").Trim('。', '.', '级') switch
    {
        "1" or "易" or "容易" or "简单" or "低" or "初" or "一" => "1",
        "2" or "中" or "中等" or "一般" or "适中" or "较难" or "二" => "2",
        "3" or "难" or "困难" or "高" or "很难" or "三" => "3",
        _ => null,
    };
}
