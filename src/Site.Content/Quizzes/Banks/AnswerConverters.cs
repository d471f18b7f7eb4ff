using System.Collections.Immutable;
using Site.Core.Text;

namespace Site.Content.Quizzes.Banks;

/// <summary>Converts the choices of a question.</summary>
internal static class ChoiceConverter
{
    /// <returns>The choices, or null where something is wrong with them; that is reported.</returns>
    public static BankAnswer? Convert(RawAnswer.Choices raw, QuestionTags tags, ItemContext item)
    {
        if (raw.Items.Length is < 2 or > Choice.Most)
        {
            item.Error("bank/choices-count", $"“{item.Item}”有{raw.Items.Length}个选项，应有2到{Choice.Most}个。", "请补上或者删去选项。");
            return null;
        }

        var isRight = raw.IsSingle ? RightOfSingle(raw.Items, item) : RightOfMultiple(raw.Items, tags.IsStrict, item);
        if (isRight is null)
        {
            item.Error("bank/no-correct-choice", $"“{item.Item}”没有一个选项是对的。", "请标出正确的选项。");
            return null;
        }

        var choices = Texts(raw.Items, isRight, item);
        if (raw.Items.Zip(choices).Any(pair => !pair.First.Text.IsEmpty && pair.Second.Text.Length == 0))
        {
            item.ReportChange("没有带过来：有选项只是一张图片或者别的东西，带不过来，没有文字可以代替。");
            return null;
        }

        var right = choices.Count(choice => choice.IsRight);
        if (right > 1 && (raw.IsSingle || raw.Items.Count(choice => choice.Weight >= 100) > 1))
        {
            item.ReportChange($"没有带过来：这道题有{right}个选项都算对，选中任何一个就得分，本站没有这种题。请先在题库里改成只有一个对，或者改成要全部选上的多选题，再导入一次。");
            return null;
        }

        var isJudge = (raw.IsJudge || tags.IsJudge) && choices.Length == 2 && right == 1;
        return IsDistinct(raw.Items, choices, item)
            ? new BankAnswer.Choose(
                isJudge ? QuestionType.Judge : raw.IsSingle ? QuestionType.Single : QuestionType.Multiple, choices, !raw.IsSingle && !tags.IsStrict)
            : null;
    }

    private static ImmutableArray<BankChoice> Texts(ImmutableArray<RawChoice> items, Func<RawChoice, bool> isRight, ItemContext item) =>
    [
        .. items.Select(choice => new BankChoice(
            BankText.Line(choice.Text, "选项的几段", item), isRight(choice), TextBlock.Join(BankText.Read(choice.Feedback, item)))),
    ];

    private static bool IsDistinct(ImmutableArray<RawChoice> items, ImmutableArray<BankChoice> choices, ItemContext item)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var before = item.Bank.Diagnostics.Count;
        for (var i = 0; i < choices.Length; i++)
        {
            if (choices[i].Text.Length == 0)
            {
                item.Bank.Error("bank/empty-choice", items[i].Location, $"“{item.Item}”的第{i + 1}个选项是空的。", "请写上文字，或者删掉它。");
            }
            else if (!seen.Add(AnswerText.FoldWidth(choices[i].Text)))
            {
                item.Bank.Error("bank/duplicate-choice", items[i].Location, $"“{item.Item}”的选项“{Quoted.Line(choices[i].Text)}”出现了两次。", "请改写其中一个。");
            }
        }

        return item.Bank.Diagnostics.Count == before;
    }

    private static Func<RawChoice, bool>? RightOfSingle(ImmutableArray<RawChoice> items, ItemContext item)
    {
        var best = items.Max(choice => choice.Weight);
        if (best <= 0)
        {
            return null;
        }

        if (best < 100)
        {
            item.ReportChange($"最好的选项只得{best:0.#}%的分，改成了全对。");
        }

        if (items.Any(choice => choice.Weight > 0 && choice.Weight < best))
        {
            item.ReportChange("只得一部分分的选项算作错。");
        }

        if (items.Any(choice => choice.Weight < 0))
        {
            item.ReportChange("选错倒扣分没有带过来。");
        }

        return choice => choice.Weight == best;
    }

    private static Func<RawChoice, bool>? RightOfMultiple(ImmutableArray<RawChoice> items, bool isStrict, ItemContext item)
    {
        var right = items.Where(choice => choice.Weight > 0).Select(choice => choice.Weight).ToArray();
        if (right.Length == 0)
        {
            return null;
        }

        if (right.Max() - right.Min() > 0.1m || Math.Abs(right.Sum() - 100) > 1)
        {
            item.ReportChange("各个正确选项的分值不一样，改成了平均计分。");
        }

        if (!isStrict && items.Any(choice => choice.Weight is <= 0 and > -100))
        {
            item.ReportChange("选错一项不是全扣：本站选了错的就不得分。");
        }

        return choice => choice.Weight > 0;
    }
}

/// <summary>Converts pairs and steps.</summary>
internal static class ListConverter
{
    /// <returns>The pairs, or null where they cannot be carried, which is reported.</returns>
    public static BankAnswer? Convert(RawAnswer.Pairs raw, ItemContext item)
    {
        var pairs = ImmutableArray.CreateBuilder<BankPair>();
        foreach (var pair in raw.Items)
        {
            var left = BankText.Line(pair.Left, "配对的几段", item);
            var right = BankText.PlainLine(new(pair.Right, TextFormat.Plain), "配对的右边", item);
            if (left.Length == 0 || right.Length == 0)
            {
                item.ReportChange($"只有一边的“{Quoted.Line(left + right)}”（干扰项）没有带过来。");
                continue;
            }

            if (left.Contains(Pair.Separator, StringComparison.Ordinal))
            {
                item.ReportChange("左边的两个冒号改成了中文的。");
                left = left.Replace(Pair.Separator, "：：", StringComparison.Ordinal);
            }

            pairs.Add(new(left, right));
        }

        return IsEnough(pairs.Count, item) && IsDistinct(pairs.Select(pair => pair.Left), item) && IsDistinct(pairs.Select(pair => pair.Right), item)
            ? new BankAnswer.Match(pairs.ToImmutable())
            : null;
    }

    /// <returns>The steps, or null where they cannot be carried, which is reported.</returns>
    public static BankAnswer? Convert(RawAnswer.Steps raw, ItemContext item)
    {
        var steps = raw.Items.Select(step => BankText.Line(step, "步骤的几段", item)).Where(step => step.Length > 0).ToImmutableArray();
        return IsEnough(steps.Length, item) && IsDistinct(steps, item) ? new BankAnswer.Order(steps) : null;
    }

    private static bool IsEnough(int count, ItemContext item)
    {
        if (count < 2)
        {
            item.Error("bank/choices-count", $"“{item.Item}”只有{count}项，至少要有2项。", "请补上其余的项。");
        }

        return count >= 2;
    }

    private static bool IsDistinct(IEnumerable<string> texts, ItemContext item)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var twice = texts.FirstOrDefault(text => !seen.Add(AnswerText.FoldWidth(text)));
        if (twice is not null)
        {
            item.ReportChange($"没有带过来：“{Quoted.Line(twice)}”出现了两次，本站的匹配题和排序题每一项都要不同。");
        }

        return twice is null;
    }
}

/// <summary>Converts words and numbers to fill in.</summary>
internal static class BlankConverter
{
    private const int MostDigits = 20;

    /// <returns>The blanks, or null where one has no right answer, which is reported.</returns>
    /// <param name="remarks">Takes the feedback on single answers, which our syntax has no place for.</param>
    public static BankAnswer? Convert(RawAnswer.Words raw, ItemContext item, List<string> remarks)
    {
        if (raw.IsCaseSensitive && raw.Blanks.Any(blank => blank.Any(word => word.Text.Any(char.IsAsciiLetter))))
        {
            item.ReportChange("要求区分大小写没有带过来：本站不分大小写。");
        }

        var blanks = raw.Blanks.Select(blank => Blank(blank, item, remarks)).ToImmutableArray();
        return blanks.Contains(null) ? null : new BankAnswer.Fill(blanks!);
    }

    /// <returns>The number, or blanks where several numbers are right, or null where none is, which is reported.</returns>
    public static BankAnswer? Convert(RawAnswer.Numbers raw, string unit, ItemContext item, List<string> remarks)
    {
        foreach (var number in raw.Items)
        {
            AddRemark(BankNumbers.Write(number.Value), number.Feedback, item, remarks);
        }

        AddRemark("*", raw.WrongFeedback, item, remarks);
        var best = raw.Items.Select(number => number.Weight).DefaultIfEmpty(0).Max();
        var right = raw.Items.Where(number => number.Weight == best).ToArray();
        if (best <= 0)
        {
            item.Error("bank/no-answer", $"“{item.Item}”没有正确的数。", "请写上正确答案。");
            return null;
        }

        ReportShares(raw.Items.Select(number => number.Weight), best, item);
        var first = right[0];
        if (BankNumbers.Write(first.Value).Length > MostDigits || BankNumbers.Write(first.Tolerance).Length > MostDigits)
        {
            item.Error("bank/unreadable-number", $"“{item.Item}”的数太长。", $"请写成不超过{MostDigits}位的数。");
            return null;
        }

        if (right.Length > 1 && right.All(number => number.Tolerance == 0))
        {
            item.ReportChange("几个数都算对，改成了填空题。");
            return new BankAnswer.Fill([new([.. right.Select(number => BankNumbers.Write(number.Value)).Distinct(StringComparer.Ordinal)])]);
        }

        if (right.Length > 1)
        {
            item.ReportChange($"几个数都算对，只留了第一个（{BankNumbers.Write(first.Value)}）。");
        }

        return new BankAnswer.Number(first.Value, first.Tolerance, Quotable(unit));
    }

    private static Blank? Blank(ImmutableArray<RawWord> words, ItemContext item, List<string> remarks)
    {
        foreach (var word in words)
        {
            AddRemark(word.Text, word.Feedback, item, remarks);
        }

        var real = words.Where(word => word.Text is not "*" && !string.IsNullOrWhiteSpace(word.Text)).ToArray();
        var best = real.Select(word => word.Weight).DefaultIfEmpty(0).Max();
        if (best <= 0)
        {
            item.Error("bank/no-answer", $"“{item.Item}”没有正确答案。", "请写上正确答案。");
            return null;
        }

        ReportShares(real.Select(word => word.Weight), best, item);
        return new([.. real.Where(word => word.Weight == best).Select((word, i) => Answer(word.Text, i, item)).OfType<string>().Distinct(StringComparer.Ordinal)]);
    }

    private static string? Answer(string text, int number, ItemContext item)
    {
        var plain = text.Replace("\\*", "\uFFFF", StringComparison.Ordinal);
        if (plain.Contains('*', StringComparison.Ordinal))
        {
            item.ReportChange($"答案“{Quoted.Line(text)}”里的 * 原来代表任意文字，现在就是星号，请改写。");
        }

        if (plain.Trim().Contains('\n', StringComparison.Ordinal))
        {
            item.ReportChange($"答案“{Quoted.Line(text)}”里的换行改成了空格。");
        }

        var answer = Spacing.OneLine(plain.Replace('\uFFFF', '*').Replace('\u00A0', '\n'));
        if (number > 0 && answer.Contains('|', StringComparison.Ordinal))
        {
            item.ReportChange($"答案“{Quoted.Line(answer)}”里有竖线，没有带过来。");
            return null;
        }

        if (answer.Contains("]]", StringComparison.Ordinal) || answer.Contains("[[", StringComparison.Ordinal) || answer.Contains('\'', StringComparison.Ordinal) || answer.Contains('"', StringComparison.Ordinal)
            || answer.Contains(Quizzes.Blank.Mark, StringComparison.Ordinal))
        {
            item.ReportChange($"答案“{Quoted.Line(answer)}”里的引号、双方括号或者一串下划线改成了中文的。");
        }

        return Quotable(answer);
    }

    private static string Quotable(string text) => text.Replace("]]", "］］", StringComparison.Ordinal).Replace("[[", "［［", StringComparison.Ordinal)
        .Replace('"', '”').Replace('\'', '’').Replace(Quizzes.Blank.Mark, "＿＿", StringComparison.Ordinal);

    private static void ReportShares(IEnumerable<decimal> weights, decimal best, ItemContext item)
    {
        if (weights.Any(weight => weight > 0 && weight < best))
        {
            item.ReportChange("只得一部分分的答案没有带过来。");
        }

        if (best < 100)
        {
            item.ReportChange($"最好的答案只得{best:0.#}%的分，改成了全对。");
        }
    }

    private static void AddRemark(string answer, RawText feedback, ItemContext item, List<string> remarks)
    {
        if (!feedback.IsEmpty)
        {
            item.ReportChange("对各个答案的反馈移到了解析里。");
            var who = answer is "*" ? "填了别的" : $"填“{MarkdownEscape.Inline(answer)}”";
            remarks.Add($"{who}：{BankText.Line(feedback, "反馈的几段", item)}");
        }
    }
}
