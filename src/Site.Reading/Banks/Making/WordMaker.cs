using System.Collections.Immutable;
using Site.Model;

namespace Site.Reading;

/// <summary>Makes blanks of the words and numbers that a bank takes for right.</summary>
internal static class WordMaker
{
    private const int MostDigits = 20;

    /// <returns>The blanks, or null where one has no right answer, which is reported.</returns>
    /// <param name="told">Takes what is said to those who fill in something.</param>
    public static BankAnswer? Make(RawAnswer.Words raw, ItemNotes item, List<string> told)
    {
        if (raw.IsCaseSensitive && raw.Blanks.Any(blank => blank.Any(word => word.Text.Any(char.IsAsciiLetter))))
        {
            item.Change("要求区分大小写没有带过来：本站不分大小写。");
        }

        var blanks = raw.Blanks.Select(blank => Blank(blank, item, told)).ToImmutableArray();
        return blanks.Contains(null) ? null : new BankAnswer.Fill(blanks!);
    }

    /// <returns>The number, or blanks where several numbers are right, or null where none is, which is reported.</returns>
    public static BankAnswer? Make(RawAnswer.Numbers raw, string unit, ItemNotes item, List<string> told)
    {
        foreach (var number in raw.Items)
        {
            Tell(Text(number.Value), number.Feedback, item, told);
        }

        Tell("*", raw.WrongFeedback, item, told);
        var best = raw.Items.Select(number => number.Weight).DefaultIfEmpty(0).Max();
        var right = raw.Items.Where(number => number.Weight == best).ToArray();
        if (best <= 0)
        {
            item.Error("bank/no-answer", $"“{item.Item}”没有正确的数。", "请写上正确答案。");
            return null;
        }

        NoteShares(raw.Items.Select(number => number.Weight), best, item);
        var first = right[0];
        if (Text(first.Value).Length > MostDigits || Text(first.Tolerance).Length > MostDigits)
        {
            item.Error("bank/unreadable-number", $"“{item.Item}”的数太长。", $"请写成不超过{MostDigits}位的数。");
            return null;
        }

        if (right.Length > 1 && right.All(number => number.Tolerance == 0))
        {
            item.Change("几个数都算对，改成了填空题。");
            return new BankAnswer.Fill([new([.. right.Select(number => Text(number.Value)).Distinct(StringComparer.Ordinal)])]);
        }

        if (right.Length > 1)
        {
            item.Change($"几个数都算对，只留了第一个（{Text(first.Value)}）。");
        }

        return new BankAnswer.Number(first.Value, first.Tolerance, Quotable(unit));
    }

    private static string Text(decimal number) => number.ToString("0.############################", System.Globalization.CultureInfo.InvariantCulture);

    private static Blank? Blank(ImmutableArray<RawWord> words, ItemNotes item, List<string> told)
    {
        foreach (var word in words)
        {
            Tell(word.Text, word.Feedback, item, told);
        }

        var real = words.Where(word => word.Text is not "*").ToArray();
        var best = real.Select(word => word.Weight).DefaultIfEmpty(0).Max();
        if (best <= 0)
        {
            item.Error("bank/no-answer", $"“{item.Item}”没有正确答案。", "请写上正确答案。");
            return null;
        }

        NoteShares(real.Select(word => word.Weight), best, item);
        return new([.. real.Where(word => word.Weight == best).Select((word, i) => Answer(word.Text, i, item)).OfType<string>().Distinct(StringComparer.Ordinal)]);
    }

    private static string? Answer(string text, int number, ItemNotes item)
    {
        var plain = text.Replace("\\*", "\uFFFF", StringComparison.Ordinal);
        if (plain.Contains('*', StringComparison.Ordinal))
        {
            item.Change($"答案“{SafeText.Quote(text)}”里的 * 原来代表任意文字，现在就是星号，请改写。");
        }

        var answer = string.Join(' ', plain.Replace('\uFFFF', '*').Split([' ', '\n', '\t', '\r', '\u00A0'], StringSplitOptions.RemoveEmptyEntries));
        if (number > 0 && answer.Contains('|', StringComparison.Ordinal))
        {
            item.Change($"答案“{SafeText.Quote(answer)}”里有竖线，没有带过来。");
            return null;
        }

        if (answer.Contains("]]", StringComparison.Ordinal) || answer.Contains("[[", StringComparison.Ordinal) || answer.Contains('\'', StringComparison.Ordinal) || answer.Contains('"', StringComparison.Ordinal))
        {
            item.Change($"答案“{SafeText.Quote(answer)}”里的引号或者双方括号改成了中文的。");
        }

        return Quotable(answer);
    }

    private static string Quotable(string text) => text.Replace("]]", "］］", StringComparison.Ordinal).Replace("[[", "［［", StringComparison.Ordinal)
        .Replace('"', '”').Replace('\'', '’').Replace(Site.Model.Blank.Mark, "＿＿", StringComparison.Ordinal);

    private static void NoteShares(IEnumerable<decimal> weights, decimal best, ItemNotes item)
    {
        if (weights.Any(weight => weight > 0 && weight < best))
        {
            item.Change("只得一部分分的答案没有带过来。");
        }

        if (best < 100)
        {
            item.Change($"最好的答案只得{best:0.#}%的分，改成了全对。");
        }
    }

    private static void Tell(string answer, RawText feedback, ItemNotes item, List<string> told)
    {
        if (!feedback.IsEmpty)
        {
            item.Change("对各个答案的反馈移到了解析里。");
            var who = answer is "*" ? "填了别的" : $"填“{MarkdownEscape.Inline(answer)}”";
            told.Add($"{who}：{BankText.Line(feedback, "反馈的几段", item)}");
        }
    }
}
