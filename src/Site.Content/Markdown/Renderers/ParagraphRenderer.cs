using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Site.Content.Markdown.Renderers;

/// <summary>Writes paragraphs. A picture that stands alone in one becomes a figure, without <c>p</c>; several that stand there together, a gallery.</summary>
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
        else if (!writer.IsTight && Pictures(first) is { } pictures)
        {
            writer.Html.Raw("<div class=\"gallery\">\n"u8);
            foreach (var one in pictures)
            {
                PictureRenderer.Write(writer, one, isAlone: true);
                writer.Html.Raw("\n"u8);
            }

            writer.Html.Raw("</div>\n"u8);
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

    /// <returns>Two pictures or more, where there is nothing but them and blanks; otherwise null.</returns>
    private static List<LinkInline>? Pictures(Inline first)
    {
        var pictures = new List<LinkInline>();
        for (var inline = first; inline is not null; inline = inline.NextSibling)
        {
            if (inline is LinkInline { IsImage: true } picture)
            {
                pictures.Add(picture);
            }
            else if (inline is not LineBreakInline && !(inline is LiteralInline literal && literal.Content.AsSpan().IsWhiteSpace()))
            {
                return null;
            }
        }

        return pictures.Count > 1 ? pictures : null;
    }

    private static void EndTight(BodyWriter writer, ParagraphBlock paragraph) =>
        writer.Html.Raw(paragraph.Parent is { } parent && parent[^1] == paragraph && parent is not MarkdownDocument ? default : "\n"u8);
}

/// <summary>Writes lines across the page.</summary>
internal sealed class ThematicBreakRenderer : MarkdownRenderer<ThematicBreakBlock>
{
    protected override void Write(BodyWriter writer, ThematicBreakBlock line) => writer.Html.Raw("<hr>\n"u8);
}
