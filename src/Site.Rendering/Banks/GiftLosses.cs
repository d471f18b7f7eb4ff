using System.Collections.Immutable;
using Site.Model;

namespace Site.Rendering;

/// <summary>Says what of a question GIFT cannot carry.</summary>
internal static class GiftLosses
{
    /// <returns>Why GIFT has no form for the question, in simplified Chinese, or null where it has one.</returns>
    public static string? Why(Question question) => question.Answer switch
    {
        Answer.Blanks { Items.Length: > 1 } => "GIFT 的一道题只能有一个空，请改用 moodle-xml。",
        Answer.Blanks blanks when blanks.Items[0].Answers.Any(answer => answer.Contains("->", StringComparison.Ordinal)) => "答案里的“->”在 GIFT 里是匹配题的记号，请改用 moodle-xml。",
        _ => null,
    };

    public static void Note(Question question, ImmutableArray<BankChange>.Builder changes)
    {
        var change = new BankChange(question.Where, BankTags.Name(question), "");
        if (Why(question) is { } why)
        {
            changes.Add(change with { What = $"没有写出：{why}" });
            return;
        }

        if (question.Hint is not null)
        {
            changes.Add(change with { What = "GIFT 没有提示，提示没有写出。" });
        }

        BankScores.Note(question, change, changes);
        foreach (var fragment in question.Fragments)
        {
            GiftWriter.NotePictures(fragment, change, changes);
        }
    }
}
