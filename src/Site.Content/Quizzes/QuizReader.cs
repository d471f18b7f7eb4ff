using System.Collections.Immutable;
using Markdig.Extensions.Footnotes;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Site.Content.Markdown;
using Site.Content.Markdown.Renderers;
using Site.Content.Pages;
using Site.Core.Diagnostics;

namespace Site.Content.Quizzes;

/// <summary>
/// Reads a quiz: each heading of level 2 is a question, or a scenario whose questions are of level 3. A question is heading, stem, hint, answers
/// and, after <c>--- 解析</c>, the explanation. There is no logic in it: which questions come when is for the blueprint.
/// </summary>
public static class QuizReader
{
    /// <summary>Reads the body of a quiz; what is wrong is reported at its place, and a question that cannot be read is left out.</summary>
    /// <param name="path">The source file.</param>
    /// <param name="text">Markdown, without front matter.</param>
    /// <param name="startLine">Line of the file, from 1, on which the text starts.</param>
    /// <param name="topics">The topics that the quiz declares.</param>
    /// <param name="borrows">Whether its questions are those of other quizzes: then none may be written here.</param>
    public static QuizBody Read(string path, string text, int startLine, ImmutableArray<string> topics, bool borrows = false)
    {
        var (document, page) = MarkdownSyntax.Parse(path, text, startLine);
        if (document is null)
        {
            return new(new(HtmlFragment.Empty, [], "", 0, [], [], page.Diagnostics.ToImmutable()), []);
        }

        using var writer = new BodyWriter(page);
        LeftoverMarks.Find(document, text, page, isQuiz: true);
        var context = new QuizContext(page, writer, text, topics);
        var sections = QuizSections.Split(document, page);
        var attributes = sections.Questions.ToDictionary(section => section, section => QuestionAttributesReader.Read(section.Heading, context));
        ExplicitIds.Register(document, page);

        page.HeadingShift = 1;
        foreach (var block in sections.Introduction)
        {
            writer.WriteBlock(block);
        }

        var introduction = writer.Take();
        var headings = page.Headings.ToImmutable();
        var questions = Questions(sections.Questions, attributes, context);
        if (borrows && sections.Questions.Length > 0)
        {
            page.Report(Diagnostic.Error(
                "quiz/own-and-borrowed", page.At(sections.Questions[0].Heading.Span.Start), "这份测验写了 questions，又写了题。", "要取别的测验的题，就把这里的题移到那一套里；不取，就删去 questions。"));
        }
        else if (!borrows && sections.Questions.Length == 0)
        {
            page.Report(Diagnostic.Error(
                "quiz/no-question", new(path, startLine), "这份测验里一道题也没有。", "请用“## 题目 {#编号 .single}”写一道题。"));
        }

        // A question that could not be read is not written either.
        if (!page.Diagnostics.Any(diagnostic => diagnostic.Severity == Severity.Error))
        {
            writer.ReportUnwrittenAttributes(document);
        }

        var body = new MarkdownBody(
            introduction, headings, MarkdownReader.FirstParagraph(sections.Introduction), writer.Characters,
            page.Links.ToImmutable(), page.Pictures.ToImmutable(), page.Diagnostics.ToImmutable());
        return new(body, questions);
    }

    private static ImmutableArray<Question> Questions(
        ImmutableArray<QuizSection> sections, Dictionary<QuizSection, QuestionAttributes?> attributes, QuizContext context)
    {
        var questions = ImmutableArray.CreateBuilder<Question>();
        Scenario? scenario = null;
        for (var i = 0; i < sections.Length; i++)
        {
            var section = sections[i];
            if (section.IsScenario)
            {
                if (i + 1 == sections.Length || sections[i + 1].Heading.Level == 2)
                {
                    context.Error("quiz/empty-scenario", section.Heading, "这个情景没有题目。", "请在它下面用“### ”写题目。");
                }

                scenario = ScenarioReader.Read(section, attributes[section], context);
            }
            else if (attributes[section] is { } known
                && QuestionReader.Read(section, known, section.Heading.Level == 2 ? null : scenario, context) is { } question)
            {
                questions.Add(question);
            }
        }

        return questions.ToImmutable();
    }
}

/// <summary>The body of a quiz.</summary>
/// <param name="Body">
/// What stands before the first question, as HTML with headings and first paragraph; the links, pictures, characters and diagnostics are those of the whole quiz.
/// </param>
/// <param name="Questions">The questions that could be read, in the order written.</param>
public sealed record QuizBody(MarkdownBody Body, ImmutableArray<Question> Questions) : PageBody(Body)
{
    /// <summary>Questions that are past their day of review, and so not among the others.</summary>
    public ImmutableArray<Question> Overdue { get; init; } = [];
}

/// <summary>What the readers of one quiz share.</summary>
/// <param name="Page">Where diagnostics, links and pictures are noted.</param>
/// <param name="Writer">Writes the pieces of HTML.</param>
/// <param name="Text">The source.</param>
/// <param name="Topics">The topics that the quiz declares.</param>
internal sealed record QuizContext(MarkdownContext Page, BodyWriter Writer, string Text, ImmutableArray<string> Topics)
{
    /// <summary>Makes the headings below a question start at level 2 of the page; those that may follow a scenario's text start below its questions.</summary>
    public void StartSection(QuizSection section)
    {
        Page.HeadingLevel = 1;
        Page.HeadingShift = section.Heading.Level - 1 + (section.IsScenario ? 1 : 0);
    }

    public void Error(string code, MarkdownObject at, string message, string help) =>
        Page.Report(Diagnostic.Error(code, Page.At(at.Span.Start), message, help));

    /// <summary>Reports an error at a word of the attributes.</summary>
    public void Error(string code, HtmlAttributes attributes, string word, string message, string help)
    {
        var (start, length) = (attributes.Span.Start, attributes.Span.Length);
        var at = start >= 0 && start + length <= Text.Length ? Text.IndexOf(word, start, length, StringComparison.Ordinal) : -1;
        Page.Report(Diagnostic.Error(code, Page.At(Math.Max(at, start)), message, help));
    }
}

/// <summary>A heading of a quiz with what belongs to it.</summary>
/// <param name="Heading">The question's or the scenario's.</param>
/// <param name="Body">Blocks before the explanation.</param>
/// <param name="Explanation">Blocks after <c>--- 解析</c>.</param>
/// <param name="IsScenario">Whether its questions are the sections of level 3 that follow.</param>
internal sealed record QuizSection(HeadingBlock Heading, ImmutableArray<Block> Body, ImmutableArray<Block> Explanation, bool IsScenario);

/// <summary>Cuts a quiz at its headings.</summary>
internal static class QuizSections
{
    private const string Rule = "---";
    private const string Word = "解析";

    public static (ImmutableArray<Block> Introduction, ImmutableArray<QuizSection> Questions) Split(MarkdownDocument document, MarkdownContext page)
    {
        var introduction = ImmutableArray.CreateBuilder<Block>();
        var sections = ImmutableArray.CreateBuilder<QuizSection>();
        HeadingBlock? heading = null;
        var isInScenario = false;
        var blocks = new List<Block>();
        foreach (var block in document)
        {
            if (block is FootnoteGroup notes)
            {
                page.Report(Diagnostic.Error("quiz/footnote", page.At(Start(notes)), "测验里不能用脚注。", "请把内容写进解析。"));
            }
            else if (block is LinkReferenceDefinitionGroup)
            {
                // Where links lead is no part of a question.
            }
            else if (block is HeadingBlock next && (next.Level == 2 || (next.Level == 3 && isInScenario)))
            {
                Close();
                heading = next;
                isInScenario = next.Level == 3 || HasClass(next, "scenario");
            }
            else if (heading is null)
            {
                introduction.Add(block);
            }
            else
            {
                blocks.Add(block);
            }
        }

        Close();
        return (introduction.ToImmutable(), sections.ToImmutable());

        void Close()
        {
            if (heading is not null)
            {
                var mark = blocks.FindIndex(IsMark);
                sections.Add(new(
                    heading,
                    [.. blocks.Take(mark < 0 ? blocks.Count : mark)],
                    mark < 0 ? [] : [.. blocks.Skip(mark)],
                    heading.Level == 2 && HasClass(heading, "scenario")));
                ReportMarkWithin(sections[^1].Body, page);
            }

            blocks.Clear();
        }
    }

    private static int Start(FootnoteGroup notes) =>
        notes.Count > 0 ? Math.Max(((Footnote)notes[0]).LabelSpan.Start - 1, 0) : notes.Span.Start;

    private static bool HasClass(HeadingBlock heading, string name) => heading.TryGetAttributes()?.Classes?.Contains(name) is true;

    // Takes the mark away, so that the paragraph is the first of the explanation.
    private static bool IsMark(Block block)
    {
        if (block is not ParagraphBlock { Inline.FirstChild: LiteralInline literal } || Rest(literal) is not { } rest)
        {
            return false;
        }

        literal.Content.Start = literal.Content.End + 1 - rest;
        if (literal.Content.IsEmpty && literal.NextSibling is LineBreakInline lineBreak)
        {
            lineBreak.Remove();
        }

        if (literal.Content.IsEmpty)
        {
            literal.Remove();
        }

        return true;
    }

    // Length of what follows "--- 解析" in the text, or null where it does not start so.
    private static int? Rest(LiteralInline literal)
    {
        var text = literal.Content.AsSpan();
        var after = text.TrimStart("- ");
        return text.StartsWith(Rule, StringComparison.Ordinal) && after.StartsWith(Word, StringComparison.Ordinal)
            ? after[Word.Length..].TrimStart("：: ").Length
            : null;
    }

    // Without a blank line before it the mark is part of the last option.
    private static void ReportMarkWithin(ImmutableArray<Block> body, MarkdownContext page)
    {
        foreach (var literal in body.SelectMany(block => block.Descendants<LiteralInline>()))
        {
            if (literal.PreviousSibling is LineBreakInline && Rest(literal) is not null)
            {
                page.Report(Diagnostic.Error(
                    "quiz/explanation-not-alone", page.At(literal.Span.Start), "“--- 解析”接在上一段里了，不会当作解析。", "请在它前面空一行。"));
            }
        }
    }
}
