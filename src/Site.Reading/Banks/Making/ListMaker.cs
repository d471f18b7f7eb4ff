using System.Collections.Immutable;
using Site.Model;

namespace Site.Reading;

/// <summary>Makes pairs and steps of those of a bank.</summary>
internal static class ListMaker
{
    private const string Between = "::";

    /// <returns>The pairs, or null where they cannot be carried, which is noted.</returns>
    public static BankAnswer? Make(RawAnswer.Pairs raw, ItemNotes item)
    {
        var pairs = ImmutableArray.CreateBuilder<BankPair>();
        foreach (var pair in raw.Items)
        {
            var left = BankText.Line(pair.Left, "配对的几段", item);
            var right = BankText.Words(new(pair.Right, TextForm.Plain), "配对的右边", item);
            if (left.Length == 0 || right.Length == 0)
            {
                item.Change($"只有一边的“{SafeText.Quote(left + right)}”（干扰项）没有带过来。");
                continue;
            }

            if (left.Contains(Between, StringComparison.Ordinal))
            {
                item.Change("左边的两个冒号改成了中文的。");
                left = left.Replace(Between, "：：", StringComparison.Ordinal);
            }

            pairs.Add(new(left, right));
        }

        return IsEnough(pairs.Count, item) && IsDistinct(pairs.Select(pair => pair.Left), item) && IsDistinct(pairs.Select(pair => pair.Right), item)
            ? new BankAnswer.Match(pairs.ToImmutable())
            : null;
    }

    /// <returns>The steps, or null where they cannot be carried, which is noted.</returns>
    public static BankAnswer? Make(RawAnswer.Steps raw, ItemNotes item)
    {
        var steps = raw.Items.Select(step => BankText.Line(step, "步骤的几段", item)).Where(step => step.Length > 0).ToImmutableArray();
        return IsEnough(steps.Length, item) && IsDistinct(steps, item) ? new BankAnswer.Order(steps) : null;
    }

    private static bool IsEnough(int count, ItemNotes item)
    {
        if (count < 2)
        {
            item.Error("bank/choices-count", $"“{item.Item}”只有{count}项，至少要有2项。", "请补上其余的项。");
        }

        return count >= 2;
    }

    private static bool IsDistinct(IEnumerable<string> texts, ItemNotes item)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var twice = texts.FirstOrDefault(text => !seen.Add(Wording.Fold(text)));
        if (twice is not null)
        {
            item.Change($"没有带过来：“{SafeText.Quote(twice)}”出现了两次，本站的匹配题和排序题每一项都要不同。");
        }

        return twice is null;
    }
}
