using System.Collections.Immutable;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Site.Model;

namespace Site.Reading;

/// <summary>What the readers of one quiz share.</summary>
/// <param name="Page">Where problems, links and pictures are noted.</param>
/// <param name="Writer">Writes the pieces of HTML.</param>
/// <param name="Text">The source.</param>
/// <param name="Topics">The topics that the quiz declares.</param>
internal sealed record QuizNotes(PageNotes Page, BodyWriter Writer, string Text, ImmutableArray<string> Topics)
{
    /// <summary>Makes the headings below a question start at level 2 of the page; those that may follow a scenario's text start below its questions.</summary>
    public void StartSection(QuizSection section)
    {
        Page.HeadingLevel = 1;
        Page.HeadingShift = section.Heading.Level - 1 + (section.IsScenario ? 1 : 0);
    }

    public void Error(string code, MarkdownObject at, string what, string cure) =>
        Page.Report(Problem.Error(code, Page.At(at.Span.Start), what, cure));

    /// <summary>Reports an error at a word of the attributes.</summary>
    public void Error(string code, HtmlAttributes attributes, string word, string what, string cure)
    {
        var (start, length) = (attributes.Span.Start, attributes.Span.Length);
        var at = start >= 0 && start + length <= Text.Length ? Text.IndexOf(word, start, length, StringComparison.Ordinal) : -1;
        Page.Report(Problem.Error(code, Page.At(Math.Max(at, start)), what, cure));
    }
}
