using System.Collections.Immutable;
using Markdig.Syntax;
using Site.Content.Markdown.Renderers;
using Site.Core.Diagnostics;

namespace Site.Content.Markdown;

/// <summary>Reads Markdown: CommonMark with tables, task lists, footnotes, definition lists, attributes, safety signs and emphasis that suits Chinese.</summary>
public static class MarkdownReader
{
    /// <summary>Reads the body of a page. Any text is fine: what cannot be shown safely is reported at its place and left out, or shown as text.</summary>
    /// <param name="path">The source file, for the places of diagnostics, links and pictures.</param>
    /// <param name="text">Markdown, without front matter.</param>
    /// <param name="startLine">Line of the file, from 1, on which the text starts.</param>
    public static MarkdownBody Read(string path, string text, int startLine)
    {
        var (document, page) = MarkdownSyntax.Parse(path, text, startLine);
        if (document is null)
        {
            return new(HtmlFragment.Empty, [], "", 0, [], [], page.Diagnostics.ToImmutable());
        }

        var mayHaveAttributes = text.Contains('{');
        if (mayHaveAttributes)
        {
            ExplicitIds.Register(document, page);
        }

        LeftoverMarks.Find(document, text, page, isQuiz: false);
        using var writer = new BodyWriter(page) { LinksCalls = true };
        writer.WriteBlocks(document);
        if (mayHaveAttributes)
        {
            writer.ReportUnwrittenAttributes(document);
        }

        return new(
            writer.Take(),
            page.Headings.ToImmutable(),
            FirstParagraph(document),
            writer.Characters,
            page.Links.ToImmutable(),
            page.Pictures.ToImmutable(),
            page.Diagnostics.ToImmutable());
    }

    /// <returns>The first paragraph as plain text of at most 120 characters, cut after a sentence; empty where there is none.</returns>
    internal static string FirstParagraph(IEnumerable<Block> blocks)
    {
        foreach (var block in blocks)
        {
            if (block is ParagraphBlock paragraph && PlainText.OfWords(paragraph.Inline) is { Length: > 0 } text)
            {
                return Sentences.Cut(text, 120);
            }
        }

        return "";
    }
}

/// <summary>The body of a page, read from Markdown.</summary>
/// <param name="Html">Valid HTML5 to stand in a <c>main</c> element under a heading of level 1.</param>
/// <param name="Headings">Its headings in reading order.</param>
/// <param name="FirstParagraph">The first paragraph as plain text of at most 120 characters, cut after a sentence; empty where there is none.</param>
/// <param name="Characters">Characters of text (UTF-16 units), spaces not counted.</param>
/// <param name="Links">Links within the site, in reading order.</param>
/// <param name="Pictures">Pictures, in reading order.</param>
/// <param name="Diagnostics">All that is wrong with it, in no particular order; at most 1,000.</param>
public sealed record MarkdownBody(
    HtmlFragment Html,
    ImmutableArray<Heading> Headings,
    string FirstParagraph,
    int Characters,
    ImmutableArray<Link> Links,
    ImmutableArray<Picture> Pictures,
    ImmutableArray<Diagnostic> Diagnostics);
