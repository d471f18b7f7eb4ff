using System.Collections.Immutable;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Site.Model;

namespace Site.Reading;

/// <summary>Reads pairs, <c>- left :: right</c>, and steps, <c>1. step</c>.</summary>
internal static class ListAnswerReader
{
    private const string Between = "::";

    /// <returns>The pairs, or null; mistakes are reported.</returns>
    public static Answer? ReadPairs(HeadingBlock heading, ListBlock? list, QuizNotes notes)
    {
        var pairs = ImmutableArray.CreateBuilder<Pair>();
        var lefts = new HashSet<string>(StringComparer.Ordinal);
        var rights = new HashSet<string>(StringComparer.Ordinal);
        foreach (var item in Items(list, notes))
        {
            var words = ((ParagraphBlock)item[0]).Inline!;
            if (words.OfType<LiteralInline>().FirstOrDefault(literal => literal.Content.AsSpan().Contains(Between, StringComparison.Ordinal)) is not { } middle
                || PlainText.Of(words).Split(Between, 2) is not [var left, var right]
                || (left.Trim(), right.Trim()) is ("", _) or (_, ""))
            {
                notes.Error("quiz/unreadable-pair", item, "这一项不是“左 :: 右”的样子。", "请在左右两边之间写两个英文冒号，例如“红圈斜杠 :: 禁止”。");
                continue;
            }

            if (!lefts.Add(Wording.Fold(left)) | !rights.Add(Wording.Fold(right)))
            {
                notes.Error("quiz/duplicate-choice", item, $"“{SafeText.Quote(left.Trim())} :: {SafeText.Quote(right.Trim())}”有一边和前面的相同。", "请改写，使每一项只有一个对法。");
            }

            pairs.Add(new(WriteLeft(words, middle, notes), right.Trim()));
        }

        return AtLeastTwo(heading, pairs.Count, "每项写成“- 左 :: 右”，各占一行。", notes) ? new Answer.Pairs(pairs.ToImmutable()) : null;
    }

    /// <returns>The steps, or null; mistakes are reported.</returns>
    public static Answer? ReadSteps(HeadingBlock heading, ListBlock? list, QuizNotes notes)
    {
        if (list is { IsOrdered: false })
        {
            notes.Error("quiz/steps-without-numbers", list, "排序题的步骤没有编号。", "请按正确的顺序写成“1. ”“2. ”“3. ”。");
            return null;
        }

        var steps = ImmutableArray.CreateBuilder<HtmlFragment>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var item in Items(list, notes))
        {
            var words = ((ParagraphBlock)item[0]).Inline!;
            if (!seen.Add(Wording.Fold(PlainText.Of(words))))
            {
                notes.Error("quiz/duplicate-choice", item, $"步骤“{SafeText.Quote(PlainText.Of(words))}”出现了两次。", "请改写其中一个。");
            }

            notes.Writer.WriteInlines(words);
            steps.Add(notes.Writer.Take());
        }

        return AtLeastTwo(heading, steps.Count, "每步写成“1. 文字”，各占一行。", notes) ? new Answer.Steps(steps.ToImmutable()) : null;
    }

    private static List<ListItemBlock> Items(ListBlock? list, QuizNotes notes)
    {
        var items = new List<ListItemBlock>();
        foreach (var item in list?.Cast<ListItemBlock>() ?? [])
        {
            if (item is [ParagraphBlock { Inline.FirstChild: not null }])
            {
                items.Add(item);
            }
            else
            {
                notes.Error("quiz/misplaced-block", item, "这一项不是一行文字。", "请每项只写一行；要解释的写在“--- 解析”后面。");
            }
        }

        return items;
    }

    private static HtmlFragment WriteLeft(ContainerInline words, LiteralInline middle, QuizNotes notes)
    {
        middle.Content.End = middle.Content.Start + middle.Content.AsSpan().IndexOf(Between, StringComparison.Ordinal) - 1;
        middle.Content.TrimEnd();
        notes.Writer.WriteInlines(words.FirstChild, middle.NextSibling);
        return notes.Writer.Take();
    }

    private static bool AtLeastTwo(HeadingBlock heading, int count, string cure, QuizNotes notes)
    {
        if (count < 2)
        {
            notes.Error(
                "quiz/too-few-choices", heading, $"题目“{SafeText.Quote(PlainText.Of(heading.Inline))}”有{count}项，至少要有2项。", cure);
        }

        return count >= 2;
    }
}
