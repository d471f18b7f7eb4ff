using System.Collections.Immutable;
using Markdig.Extensions.Alerts;
using Markdig.Syntax;
using Site.Model;

namespace Site.Reading;

/// <summary>Reads choices: <c>- [x] text</c>, and under it, indented, <c>&gt; feedback</c>.</summary>
internal static class ChoiceReader
{
    private const int MostChoices = 26;

    /// <param name="heading">The question's.</param>
    /// <param name="type"><c>single</c>, <c>multiple</c>, <c>judge</c>, or empty to go by how many are right.</param>
    /// <param name="list">Its choices, or null where there are none.</param>
    /// <returns>The answer, or null; mistakes are reported.</returns>
    public static Answer? Read(HeadingBlock heading, string type, ListBlock? list, bool isPartial, QuizNotes notes)
    {
        var choices = list is null ? [] : ReadChoices(list, notes);
        var right = choices.Count(choice => choice.IsCorrect);
        var text = SafeText.Quote(PlainText.Of(heading.Inline));
        if (choices.Length is < 2 or > MostChoices)
        {
            notes.Error(
                choices.Length < 2 ? "quiz/too-few-choices" : "quiz/too-many-choices", heading,
                $"题目“{text}”有{choices.Length}个选项，应有2到{MostChoices}个。", "选项写成“- [ ] 文字”，对的写成“- [x] 文字”，每项一行。");
            return null;
        }

        if (type is "judge" && choices.Length > 2)
        {
            notes.Error("quiz/too-many-choices", heading, $"判断题“{text}”有{choices.Length}个选项，应当是两个。", "请只留“正确”和“错误”，或者把题型改成 .single。");
            return null;
        }

        if (right == 0)
        {
            notes.Error("quiz/no-correct-choice", heading, $"题目“{text}”有{choices.Length}个选项，没有一个标为正确。", "请用[x]标出正确的选项。");
            return null;
        }

        if (type is "single" or "judge" && right > 1)
        {
            notes.Error(
                "quiz/two-correct-choices", heading, $"题目“{text}”只能有一个正确选项，却标了{right}个。", "请只留一个[x]，或者把题型改成 .multiple。");
            return null;
        }

        return type is "judge" ? new Answer.Judge(choices)
            : type is "multiple" || right > 1 ? new Answer.Multiple(choices, isPartial)
            : new Answer.Single(choices);
    }

    /// <returns>Whether any item starts with <c>[ ]</c> or <c>[x]</c>.</returns>
    public static bool HasMarks(ListBlock list) => list.Any(item => BodyWriter.TaskOf((ListItemBlock)item) is not null);

    private static ImmutableArray<Choice> ReadChoices(ListBlock list, QuizNotes notes)
    {
        var choices = ImmutableArray.CreateBuilder<Choice>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var block in list)
        {
            var item = (ListItemBlock)block;
            if (BodyWriter.TaskOf(item) is not { } mark)
            {
                notes.Error("quiz/choice-without-mark", item, "这个选项前面没有[ ]或[x]，或者后面没有文字。", "请写成“- [ ] 文字”，对的写成“- [x] 文字”。");
                continue;
            }

            var words = ((ParagraphBlock)item[0]).Inline;
            if (!seen.Add(Wording.Fold(PlainText.Of(words))))
            {
                notes.Error("quiz/duplicate-choice", item, $"选项“{SafeText.Quote(PlainText.Of(words))}”出现了两次。", "请改写其中一个。");
            }

            notes.Writer.WriteInlines(mark.NextSibling, null);
            var text = notes.Writer.Take();
            choices.Add(new(text, mark.Checked, ReadFeedback(item, notes)));
        }

        return choices.ToImmutable();
    }

    private static HtmlFragment ReadFeedback(ListItemBlock item, QuizNotes notes)
    {
        foreach (var block in item.Skip(1))
        {
            if (block is QuoteBlock quote and not AlertBlock)
            {
                notes.Writer.WriteBlocks(quote);
            }
            else
            {
                notes.Error("quiz/misplaced-block", block, "选项下面只能写反馈。", "反馈写在选项的下一行，缩进四格，用“>”开头；选项本身只写一行。");
            }
        }

        return notes.Writer.Take();
    }
}
