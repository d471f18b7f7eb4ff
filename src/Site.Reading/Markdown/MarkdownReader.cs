using Markdig.Syntax;
using Site.Model;

namespace Site.Reading;

/// <summary>Reads Markdown: CommonMark with tables, task lists, footnotes, definition lists, attributes, safety signs and emphasis that suits Chinese.</summary>
public static class MarkdownReader
{
    /// <summary>Reads the body of a page. Any text is fine: what cannot be shown safely is reported at its place and left out, or shown as text.</summary>
    /// <param name="path">The source file, for the places of problems, links and pictures.</param>
    /// <param name="text">Markdown, without front matter.</param>
    /// <param name="startLine">Line of the file, from 1, on which the text starts.</param>
    public static MarkdownBody Read(string path, string text, int startLine)
    {
        var (document, page) = MarkdownSyntax.Parse(path, text, startLine);
        if (document is null)
        {
            return new(HtmlFragment.Empty, [], "", 0, [], [], page.Problems.ToImmutable());
        }

        if (text.Contains('{'))
        {
            ExplicitIds.Note(document, page);
        }

        using var writer = new BodyWriter(page);
        writer.WriteBlocks(document);
        return new(
            writer.Take(),
            page.Headings.ToImmutable(),
            FirstParagraph(document),
            writer.Characters,
            page.Links.ToImmutable(),
            page.Pictures.ToImmutable(),
            page.Problems.ToImmutable());
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
