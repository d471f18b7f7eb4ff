using System.Collections.Immutable;
using Site.Model;

namespace Site.Reading;

/// <summary>Makes choices of those that a bank offers.</summary>
internal static class ChoiceMaker
{
    private const int MostChoices = 26;

    /// <returns>The choices, or null where something is wrong with them; that is reported.</returns>
    public static BankAnswer? Make(RawAnswer.Choices raw, QuestionTags tags, ItemNotes item)
    {
        if (raw.Items.Length is < 2 or > MostChoices)
        {
            item.Error("bank/choices-count", $"“{item.Item}”有{raw.Items.Length}个选项，应有2到{MostChoices}个。", "请补上或者删去选项。");
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
            item.Change("没有带过来：有选项只是一张图片或者别的东西，带不过来，没有文字可以代替。");
            return null;
        }

        var right = choices.Count(choice => choice.IsRight);
        if (raw.IsSingle && right > 1)
        {
            item.Change($"单选题有{right}个选项都算对，改成了多选题：要全部选上才得分。");
        }

        var isJudge = (raw.IsJudge || tags.IsJudge) && choices.Length == 2 && right == 1;
        return IsDistinct(raw.Items, choices, item)
            ? new BankAnswer.Choose(
                isJudge ? QuestionType.Judge : raw.IsSingle && right == 1 ? QuestionType.Single : QuestionType.Multiple, choices, !raw.IsSingle && !tags.IsStrict)
            : null;
    }

    private static ImmutableArray<BankChoice> Texts(ImmutableArray<RawChoice> items, Func<RawChoice, bool> isRight, ItemNotes item) =>
    [
        .. items.Select(choice => new BankChoice(
            BankText.Line(choice.Text, "选项的几段", item), isRight(choice), TextBlock.Join(BankText.Read(choice.Feedback, item)))),
    ];

    private static bool IsDistinct(ImmutableArray<RawChoice> items, ImmutableArray<BankChoice> choices, ItemNotes item)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var before = item.Bank.Problems.Count;
        for (var i = 0; i < choices.Length; i++)
        {
            if (choices[i].Text.Length == 0)
            {
                item.Bank.Error("bank/empty-choice", items[i].Where, $"“{item.Item}”的第{i + 1}个选项是空的。", "请写上文字，或者删掉它。");
            }
            else if (!seen.Add(Wording.Fold(choices[i].Text)))
            {
                item.Bank.Error("bank/duplicate-choice", items[i].Where, $"“{item.Item}”的选项“{SafeText.Quote(choices[i].Text)}”出现了两次。", "请改写其中一个。");
            }
        }

        return item.Bank.Problems.Count == before;
    }

    private static Func<RawChoice, bool>? RightOfSingle(ImmutableArray<RawChoice> items, ItemNotes item)
    {
        var best = items.Max(choice => choice.Weight);
        if (best <= 0)
        {
            return null;
        }

        if (best < 100)
        {
            item.Change($"最好的选项只得{best:0.#}%的分，改成了全对。");
        }

        if (items.Any(choice => choice.Weight > 0 && choice.Weight < best))
        {
            item.Change("只得一部分分的选项算作错。");
        }

        if (items.Any(choice => choice.Weight < 0))
        {
            item.Change("选错倒扣分没有带过来。");
        }

        return choice => choice.Weight == best;
    }

    private static Func<RawChoice, bool>? RightOfMultiple(ImmutableArray<RawChoice> items, bool isStrict, ItemNotes item)
    {
        var right = items.Where(choice => choice.Weight > 0).Select(choice => choice.Weight).ToArray();
        if (right.Length == 0)
        {
            return null;
        }

        if (right.Max() - right.Min() > 0.1m || Math.Abs(right.Sum() - 100) > 1)
        {
            item.Change("各个正确选项的分值不一样，改成了平均计分。");
        }

        if (!isStrict && items.Any(choice => choice.Weight is <= 0 and > -100))
        {
            item.Change("选错一项不是全扣：本站选了错的就不得分。");
        }

        return choice => choice.Weight > 0;
    }
}
