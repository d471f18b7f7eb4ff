using System.Collections.Immutable;
using Markdig.Extensions.Alerts;
using Markdig.Syntax;
using Site.Content.Markdown;
using Site.Core.Diagnostics;
using Site.Core.Text;

namespace Site.Content.Quizzes;

/// <summary>Reads one question.</summary>
internal static class QuestionReader
{
    /// <returns>The question, or null where its answers cannot be read; mistakes are reported.</returns>
    public static Question? Read(QuizSection section, QuestionAttributes attributes, Scenario? scenario, QuizContext context)
    {
        var text = PlainText.Of(section.Heading.Inline);
        var list = section.Body.LastOrDefault(block => block is ListBlock) as ListBlock;
        var type = attributes.Type ?? (list is null || text.Contains("[[", StringComparison.Ordinal) ? "blank" : "");
        list = type is "blank" or "numeric" ? null : list;
        var before = list is null ? section.Body : section.Body[..section.Body.IndexOf(list)];
        var hint = before.FirstOrDefault(block => block is QuoteBlock and not AlertBlock) as QuoteBlock;
        var isWhole = IsWhole(section, before, list, context);

        context.StartSection(section);
        var stem = Write(before.Where(block => block != hint), context);
        var (answer, shown) = isWhole ? ReadAnswer(section, type, text, list, attributes.Score is "partial", context) : (null, text);
        context.StartSection(section);
        var explanation = Write(section.Explanation, context);
        if (explanation.IsEmpty)
        {
            context.Page.Report(Diagnostic.Warning(
                "quiz/no-explanation", context.Page.At(section.Heading.Span.Start), $"题目“{Quoted.Line(text)}”没有解析。", "请在答案后面空一行，写“--- 解析”，再写为什么。"));
        }

        return answer is null ? null : new(
            context.Page.At(section.Heading.Span.Start), attributes.Id, shown, stem, Hint(hint), answer, explanation,
            attributes.Topic, attributes.Level, attributes.Law, scenario)
        {
            ReviewBy = attributes.ReviewBy,
        };
    }

    private static (Answer? Answer, string Text) ReadAnswer(
        QuizSection section, string type, string text, ListBlock? list, bool isPartial, QuizContext context)
    {
        if (text.Length == 0)
        {
            context.Error("quiz/no-text", section.Heading, "这道题没有题目。", "请在“##”后面写出题目。");
            return (null, text);
        }

        return type switch
        {
            "blank" => BlankReader.ReadBlanks(section.Heading, text, context),
            "numeric" => BlankReader.ReadNumber(section.Heading, text, context),
            "match" => (ListAnswerReader.ReadPairs(section.Heading, list, context), text),
            "order" => (ListAnswerReader.ReadSteps(section.Heading, list, context), text),
            "scenario" => (NestedScenario(section, context), text),
            _ => (ChoiceReader.Read(section.Heading, type, list, isPartial, context), text),
        };
    }

    private static Answer? NestedScenario(QuizSection section, QuizContext context)
    {
        context.Error("quiz/misplaced-block", section.Heading, "情景里不能再放情景。", "情景用“## ”，它的题目用“### ”。");
        return null;
    }

    private static HtmlFragment Write(IEnumerable<Block> blocks, QuizContext context)
    {
        foreach (var block in blocks)
        {
            context.Writer.WriteBlock(block);
        }

        return context.Writer.Take();
    }

    private static string? Hint(QuoteBlock? quote)
    {
        if (quote is null)
        {
            return null;
        }

        var text = string.Concat(quote.Descendants<ParagraphBlock>().Select(paragraph => PlainText.Of(paragraph.Inline)));
        return text.StartsWith("提示", StringComparison.Ordinal) ? text[2..].TrimStart('：', ':', ' ') : text;
    }

    // Reports choices that something has cut in two, and what stands between them and the explanation.
    private static bool IsWhole(QuizSection section, ImmutableArray<Block> before, ListBlock? list, QuizContext context)
    {
        if (list is null)
        {
            return true;
        }

        if (section.Body.IndexOf(list) + 1 is var next && next < section.Body.Length)
        {
            context.Error("quiz/misplaced-block", section.Body[next], "答案和解析之间有别的内容。", "选项的反馈要缩进四格；解析写在“--- 解析”后面。");
        }

        if (before.FirstOrDefault(block => block is ListBlock other && ChoiceReader.HasMarks(other)) is not null)
        {
            context.Error("quiz/split-choices", list, "选项被别的内容隔成了两截。", "请把选项写在一起；选项的反馈写在它下一行，缩进四格，用“>”开头。");
            return false;
        }

        return true;
    }
}

/// <summary>Reads a scenario: a text that several questions are about.</summary>
internal static class ScenarioReader
{
    /// <returns>The scenario, or null where it has no id or no text; mistakes are reported.</returns>
    public static Scenario? Read(QuizSection section, QuestionAttributes? attributes, QuizContext context)
    {
        var title = PlainText.Of(section.Heading.Inline);
        context.StartSection(section);
        foreach (var block in section.Body)
        {
            context.Writer.WriteBlock(block);
        }

        var text = context.Writer.Take();
        if (text.IsEmpty)
        {
            context.Error("quiz/empty-scenario", section.Heading, $"情景“{Quoted.Line(title)}”没有内容。", "请在标题下写出情景，或者放一张图。");
        }

        if (section.Explanation.Length > 0)
        {
            context.Error(
                "quiz/misplaced-block", section.Explanation[0], "情景本身不写解析。", "请在它下面用“### ”写题目，解析写在每道题里。");
        }

        return attributes is null || text.IsEmpty ? null : new(context.Page.At(section.Heading.Span.Start), attributes.Id, title, text);
    }
}
