using Markdig.Syntax;
using Site.Model;

namespace Site.Reading;

/// <summary>Reads a line of Markdown back.</summary>
internal static class MarkdownLine
{
    /// <returns>Whether the line is one paragraph that shows exactly these words.</returns>
    public static bool Reads(string line, string words)
    {
        var text = line.Replace(TextBlock.Break, ' ');
        var (document, _) = MarkdownSyntax.Parse("", MarkdownEscape.Start(text), 1);
        return document is [ParagraphBlock paragraph] && Bare(PlainText.Of(paragraph.Inline)) == Bare(words.Replace(TextBlock.Break, ' '));
    }

    private static string Bare(string text) => string.Concat(text.Where(unit => !char.IsWhiteSpace(unit)));
}
