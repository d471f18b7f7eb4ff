using System.Collections.Immutable;
using Markdig.Extensions.Footnotes;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Site.Model;

namespace Site.Reading;

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

    public static (ImmutableArray<Block> Introduction, ImmutableArray<QuizSection> Questions) Split(MarkdownDocument document, PageNotes page)
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
                page.Report(Problem.Error("quiz/footnote", page.At(Start(notes)), "测验里不能用脚注。", "请把内容写进解析。"));
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
    private static void ReportMarkWithin(ImmutableArray<Block> body, PageNotes page)
    {
        foreach (var literal in body.SelectMany(block => block.Descendants<LiteralInline>()))
        {
            if (literal.PreviousSibling is LineBreakInline && Rest(literal) is not null)
            {
                page.Report(Problem.Error(
                    "quiz/explanation-not-alone", page.At(literal.Span.Start), "“--- 解析”接在上一段里了，不会当作解析。", "请在它前面空一行。"));
            }
        }
    }
}
