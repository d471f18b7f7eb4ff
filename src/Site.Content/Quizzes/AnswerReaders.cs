using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Markdig.Extensions.Alerts;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Site.Content.Markdown;
using Site.Core.Text;

namespace Site.Content.Quizzes;

/// <summary>Reads choices: <c>- [x] text</c>, and under it, indented, <c>&gt; feedback</c>.</summary>
internal static class ChoiceReader
{
    /// <param name="heading">The question's.</param>
    /// <param name="type"><c>single</c>, <c>multiple</c>, <c>judge</c>, or empty to go by how many are right.</param>
    /// <param name="list">Its choices, or null where there are none.</param>
    /// <returns>The answer, or null; mistakes are reported.</returns>
    public static Answer? Read(HeadingBlock heading, string type, ListBlock? list, bool isPartial, QuizContext context)
    {
        var choices = list is null ? [] : ReadChoices(list, context);
        var right = choices.Count(choice => choice.IsCorrect);
        var text = Quoted.Line(PlainText.Of(heading.Inline));
        if (choices.Length is < 2 or > Choice.Most)
        {
            context.Error(
                choices.Length < 2 ? "quiz/too-few-choices" : "quiz/too-many-choices", heading,
                $"题目“{text}”有{choices.Length}个选项，应有2到{Choice.Most}个。", "选项写成“- [ ] 文字”，对的写成“- [x] 文字”，每项一行。");
            return null;
        }

        if (type is "judge" && choices.Length > 2)
        {
            context.Error("quiz/too-many-choices", heading, $"判断题“{text}”有{choices.Length}个选项，应当是两个。", "请只留“正确”和“错误”，或者把题型改成 .single。");
            return null;
        }

        if (right == 0)
        {
            context.Error("quiz/no-correct-choice", heading, $"题目“{text}”有{choices.Length}个选项，没有一个标为正确。", "请用[x]标出正确的选项。");
            return null;
        }

        if (type is "single" or "judge" && right > 1)
        {
            context.Error(
                "quiz/two-correct-choices", heading, $"题目“{text}”只能有一个正确选项，却标了{right}个。", "请只留一个[x]，或者把题型改成 .multiple。");
            return null;
        }

        return type is "judge" ? new Answer.Judge(choices)
            : type is "multiple" || right > 1 ? new Answer.Multiple(choices, isPartial)
            : new Answer.Single(choices);
    }

    /// <returns>Whether any item starts with <c>[ ]</c> or <c>[x]</c>.</returns>
    public static bool HasMarks(ListBlock list) => list.Any(item => TaskMarkParser.MarkOf((ListItemBlock)item) is not null);

    private static ImmutableArray<Choice> ReadChoices(ListBlock list, QuizContext context)
    {
        var choices = ImmutableArray.CreateBuilder<Choice>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var block in list)
        {
            var item = (ListItemBlock)block;
            if (TaskMarkParser.MarkOf(item) is not { } mark)
            {
                context.Error("quiz/choice-without-mark", item, "这个选项前面没有[ ]或[x]，或者后面没有文字。", "请写成“- [ ] 文字”，对的写成“- [x] 文字”。");
                continue;
            }

            var words = ((ParagraphBlock)item[0]).Inline;
            if (!seen.Add(AnswerText.FoldWidth(PlainText.Of(words))))
            {
                context.Error("quiz/duplicate-choice", item, $"选项“{Quoted.Line(PlainText.Of(words))}”出现了两次。", "请改写其中一个。");
            }

            context.Writer.WriteInlines(mark.NextSibling, null);
            var text = context.Writer.Take();
            choices.Add(new(text, mark.Checked, ReadFeedback(item, context)));
        }

        return choices.ToImmutable();
    }

    private static HtmlFragment ReadFeedback(ListItemBlock item, QuizContext context)
    {
        foreach (var block in item.Skip(1))
        {
            if (block is QuoteBlock quote and not AlertBlock)
            {
                context.Writer.WriteBlocks(quote);
            }
            else
            {
                context.Error("quiz/misplaced-block", block, "选项下面只能写反馈。", "反馈写在选项的下一行，缩进四格，用“>”开头；选项本身只写一行。");
            }
        }

        return context.Writer.Take();
    }
}

/// <summary>Reads pairs, <c>- left :: right</c>, and steps, <c>1. step</c>.</summary>
internal static class ListAnswerReader
{
    /// <returns>The pairs, or null; mistakes are reported.</returns>
    public static Answer? ReadPairs(HeadingBlock heading, ListBlock? list, QuizContext context)
    {
        var pairs = ImmutableArray.CreateBuilder<Pair>();
        var lefts = new HashSet<string>(StringComparer.Ordinal);
        var rights = new HashSet<string>(StringComparer.Ordinal);
        foreach (var item in Items(list, context))
        {
            var words = ((ParagraphBlock)item[0]).Inline!;
            if (words.OfType<LiteralInline>().FirstOrDefault(literal => literal.Content.AsSpan().Contains(Pair.Separator, StringComparison.Ordinal)) is not { } middle
                || PlainText.Of(words).Split(Pair.Separator, 2) is not [var left, var right]
                || (left.Trim(), right.Trim()) is ("", _) or (_, ""))
            {
                context.Error("quiz/unreadable-pair", item, "这一项不是“左 :: 右”的样子。", "请在左右两边之间写两个英文冒号，例如“红圈斜杠 :: 禁止”。");
                continue;
            }

            if (!lefts.Add(AnswerText.FoldWidth(left)) | !rights.Add(AnswerText.FoldWidth(right)))
            {
                context.Error("quiz/duplicate-choice", item, $"“{Quoted.Line(left.Trim())} :: {Quoted.Line(right.Trim())}”有一边和前面的相同。", "请改写，使每一项只有一个对法。");
            }

            pairs.Add(new(WriteLeft(words, middle, context), right.Trim()));
        }

        return AtLeastTwo(heading, pairs.Count, "每项写成“- 左 :: 右”，各占一行。", context) ? new Answer.Pairs(pairs.ToImmutable()) : null;
    }

    /// <returns>The steps, or null; mistakes are reported.</returns>
    public static Answer? ReadSteps(HeadingBlock heading, ListBlock? list, QuizContext context)
    {
        if (list is { IsOrdered: false })
        {
            context.Error("quiz/steps-without-numbers", list, "排序题的步骤没有编号。", "请按正确的顺序写成“1. ”“2. ”“3. ”。");
            return null;
        }

        var steps = ImmutableArray.CreateBuilder<HtmlFragment>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var item in Items(list, context))
        {
            var words = ((ParagraphBlock)item[0]).Inline!;
            if (!seen.Add(AnswerText.FoldWidth(PlainText.Of(words))))
            {
                context.Error("quiz/duplicate-choice", item, $"步骤“{Quoted.Line(PlainText.Of(words))}”出现了两次。", "请改写其中一个。");
            }

            context.Writer.WriteInlines(words);
            steps.Add(context.Writer.Take());
        }

        return AtLeastTwo(heading, steps.Count, "每步写成“1. 文字”，各占一行。", context) ? new Answer.Steps(steps.ToImmutable()) : null;
    }

    private static List<ListItemBlock> Items(ListBlock? list, QuizContext context)
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
                context.Error("quiz/misplaced-block", item, "这一项不是一行文字。", "请每项只写一行；要解释的写在“--- 解析”后面。");
            }
        }

        return items;
    }

    private static HtmlFragment WriteLeft(ContainerInline words, LiteralInline middle, QuizContext context)
    {
        middle.Content.End = middle.Content.Start + middle.Content.AsSpan().IndexOf(Pair.Separator, StringComparison.Ordinal) - 1;
        middle.Content.TrimEnd();
        context.Writer.WriteInlines(words.FirstChild, middle.NextSibling);
        return context.Writer.Take();
    }

    private static bool AtLeastTwo(HeadingBlock heading, int count, string help, QuizContext context)
    {
        if (count < 2)
        {
            context.Error(
                "quiz/too-few-choices", heading, $"题目“{Quoted.Line(PlainText.Of(heading.Inline))}”有{count}项，至少要有2项。", help);
        }

        return count >= 2;
    }
}

/// <summary>Reads blanks in a question's text: <c>[[12350]]{alt="１２３５０"}</c>, <c>[[24]]{tolerance=1 unit=米}</c>.</summary>
internal static class BlankReader
{
    /// <returns>The blanks, or null; and the text with a mark for each blank. Mistakes are reported.</returns>
    public static (Answer? Answer, string Text) ReadBlanks(HeadingBlock heading, string text, QuizContext context)
    {
        var (shown, found) = Find(text);
        var blanks = found.Select(blank => ReadBlank(heading, blank, context)).ToImmutableArray();
        if (blanks.IsEmpty)
        {
            context.Error("quiz/no-blank", heading, $"题目“{Quoted.Line(text)}”没有答案可填。", "请在题目里用“[[答案]]”标出要填的词；如果是选择题，请写出选项。");
        }

        return (blanks.IsEmpty || blanks.Contains(null) ? null : new Answer.Blanks(blanks!), shown);
    }

    /// <returns>The number, or null; and the text with a mark for the blank. Mistakes are reported.</returns>
    public static (Answer? Answer, string Text) ReadNumber(HeadingBlock heading, string text, QuizContext context)
    {
        var (shown, found) = Find(text);
        if (found is not [var blank])
        {
            context.Error("quiz/no-blank", heading, $"数值题要有一个空，“{Quoted.Line(text)}”有{found.Count}个。", "请在题目里写一处“[[数]]{tolerance=误差 unit=单位}”。");
            return (null, shown);
        }

        var values = Values(heading, blank.Attributes, ["tolerance", "unit"], context);
        var value = Number(heading, blank.Answer, context);
        var tolerance = values.TryGetValue("tolerance", out var written) ? Number(heading, written, context) : 0;
        if (tolerance < 0)
        {
            context.Error("quiz/unreadable-number", heading, $"误差“{Quoted.Line(written!)}”小于0。", "误差写0或者更大的数。");
        }

        return (value is { } right && tolerance is >= 0 and { } within ? new Answer.Number(right, within, values.GetValueOrDefault("unit", "")) : null, shown);
    }

    private static (string Shown, List<(string Answer, HtmlAttributes? Attributes)> Blanks) Find(string text)
    {
        var shown = new StringBuilder();
        var blanks = new List<(string, HtmlAttributes?)>();
        var rest = text.AsSpan();
        int open;
        while ((open = rest.IndexOf("[[")) >= 0 && rest[open..].IndexOf("]]") is > 0 and var length)
        {
            AppendText(shown, rest[..open]);
            shown.Append(Blank.Mark);
            var answer = rest.Slice(open + 2, length - 2).Trim().ToString();
            rest = rest[(open + length + 2)..];
            var attributes = rest.StartsWith("{") ? AttributesText.Read(rest) : null;
            blanks.Add((answer, attributes?.Attributes));
            rest = rest[(attributes?.Length ?? 0)..];
        }

        AppendText(shown, rest);
        return (shown.ToString(), blanks);
    }

    // The mark of a blank stands for nothing else.
    private static void AppendText(StringBuilder shown, ReadOnlySpan<char> text) =>
        shown.Append(text.ToString().Replace(Blank.Mark, "＿＿", StringComparison.Ordinal));

    private static Blank? ReadBlank(HeadingBlock heading, (string Answer, HtmlAttributes? Attributes) blank, QuizContext context)
    {
        var others = Values(heading, blank.Attributes, ["alt"], context).GetValueOrDefault("alt", "")
            .Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (blank.Answer.Length == 0)
        {
            context.Error("quiz/empty-blank", heading, "有一个空没有答案。", "请在“[[”和“]]”之间写上答案。");
            return null;
        }

        return new([.. others.Prepend(blank.Answer).Distinct(StringComparer.Ordinal)]);
    }

    private static Dictionary<string, string> Values(
        HeadingBlock heading, HtmlAttributes? attributes, ImmutableArray<string> known, QuizContext context)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        var unknown = (attributes?.Classes ?? []).Select(name => "." + name).Concat(attributes?.Id is { } id ? ["#" + id] : []).ToList();
        foreach (var (name, value) in attributes?.Properties ?? [])
        {
            if (!known.Contains(name) || !values.TryAdd(name, SafeText.Clean(value ?? "").Trim()))
            {
                unknown.Add(name);
            }
        }

        foreach (var name in unknown)
        {
            context.Error(
                "quiz/unknown-attribute", heading, $"空后面的花括号里不能写“{Quoted.Line(name)}”，或者写了两次。", $"可用的项：{string.Join('、', known)}。");
        }

        return values;
    }

    private static decimal? Number(HeadingBlock heading, string text, QuizContext context)
    {
        if (text.Length <= 20
            && decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
        {
            return number;
        }

        context.Error("quiz/unreadable-number", heading, $"“{Quoted.Line(text)}”不是一个数。", "请用阿拉伯数字写，例如 24 或 0.5；单位写在 unit 里。");
        return null;
    }
}
