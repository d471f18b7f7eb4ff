using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Site.Content.Markdown.Renderers;

/// <summary>Writes paragraphs. A picture that stands alone in one becomes a figure, without <c>p</c>.</summary>
internal sealed class ParagraphRenderer : MarkdownRenderer<ParagraphBlock>
{
    protected override void Write(BodyWriter writer, ParagraphBlock paragraph)
    {
        if (paragraph.Inline?.FirstChild is not { } first)
        {
            return;
        }

        if (first is LinkInline { IsImage: true, NextSibling: null } picture)
        {
            PictureRenderer.Write(writer, picture, isAlone: true);
            EndTight(writer, paragraph);
        }
        else if (writer.IsTight)
        {
            writer.WriteInlines(paragraph.Inline);
            EndTight(writer, paragraph);
        }
        else
        {
            writer.Html.Raw("<p"u8);
            writer.Attributes(paragraph);
            writer.Html.Raw(">"u8);
            writer.WriteInlines(paragraph.Inline);
            writer.Html.Raw("</p>\n"u8);
        }
    }

    private static void EndTight(BodyWriter writer, ParagraphBlock paragraph) =>
        writer.Html.Raw(paragraph.Parent is { } parent && parent[^1] == paragraph && parent is not MarkdownDocument ? default : "\n"u8);
}

/// <summary>Writes lines across the page.</summary>
internal sealed class ThematicBreakRenderer : MarkdownRenderer<ThematicBreakBlock>
{
    protected override void Write(BodyWriter writer, ThematicBreakBlock line) => writer.Html.Raw("<hr>\n"u8);
}
