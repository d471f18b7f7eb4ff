using Markdig.Extensions.Footnotes;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Site.Core.Diagnostics;
using Site.Core.Text;

namespace Site.Content.Markdown.Renderers;

/// <summary>Writes the footnotes of a page below it. A colon keeps their ids apart from those of headings, which have none.</summary>
internal sealed class FootnoteGroupRenderer : MarkdownRenderer<FootnoteGroup>
{
    protected override void Write(BodyWriter writer, FootnoteGroup notes)
    {
        // Those that nothing refers to are gone already.
        if (notes.Count == 0)
        {
            return;
        }

        writer.Html.Raw("<section class=\"footnotes\" aria-label=\"注释\">\n<ol>\n"u8);
        for (var i = 0; i < notes.Count; i++)
        {
            var note = (Footnote)notes[i];
            writer.Html.Raw("<li id=\"fn:"u8).Number(note.Order).Raw("\">\n"u8);
            writer.WriteBlocks(note);
            writer.Html.Raw("</li>\n"u8);
        }

        writer.Html.Raw("</ol>\n</section>\n"u8);
    }
}

/// <summary>Writes references to footnotes, and the way back from them.</summary>
internal sealed class FootnoteLinkRenderer : MarkdownRenderer<FootnoteLink>
{
    /// <summary>Reports an opening bracket that began no link, before what looks like a footnote's name.</summary>
    public static void ReportUnknown(MarkdownContext page, LiteralInline bracket)
    {
        if (bracket.Content is { Length: 1, CurrentChar: '[' }
            && bracket.NextSibling is LiteralInline { Content: { CurrentChar: '^', Length: > 1 } name } next)
        {
            page.Report(Diagnostic.Error(
                "markdown/unknown-footnote", page.At(Math.Max(next.Span.Start - 1, 0)),
                $"没有编号为“{Quoted.Line(name.ToString()).Split(']')[0]}”的注释。",
                "请在文末另起一段写“[^编号]: 内容”；不是注释，就在“[”前加一个反斜杠。"));
        }
    }

    protected override void Write(BodyWriter writer, FootnoteLink link)
    {
        var html = writer.Html;
        var order = link.Footnote.Order;
        if (link.IsBackLink)
        {
            html.Raw(" <a class=\"footnote-back\" href=\"#fnref:"u8).Number(link.Index)
                .Raw("\" aria-label=\"回到正文中注释"u8).Number(order).Raw("的第"u8)
                .Number(link.Index - link.Footnote.Links[0].Index + 1).Raw("处\">↩</a>"u8);
            return;
        }

        html.Raw("<sup class=\"footnote-ref\" id=\"fnref:"u8).Number(link.Index).Raw("\">"u8);
        if (!writer.IsInLink)
        {
            html.Raw("<a href=\"#fn:"u8).Number(order).Raw("\" aria-label=\"注释"u8).Number(order).Raw("\">"u8);
        }

        html.Number(order).Raw(writer.IsInLink ? "</sup>"u8 : "</a></sup>"u8);
    }
}

/// <summary>Writes nothing for the definitions of links, and warns of footnotes among them that nothing refers to.</summary>
internal sealed class UnusedFootnoteRenderer : MarkdownRenderer<LinkReferenceDefinitionGroup>
{
    protected override void Write(BodyWriter writer, LinkReferenceDefinitionGroup definitions)
    {
        var page = writer.Context;
        foreach (var definition in definitions.OfType<FootnoteLinkReferenceDefinition>().Where(definition => definition.Footnote.Order < 0))
        {
            page.Report(Diagnostic.Warning(
                "markdown/unused-footnote", page.At(definition.Span.Start),
                $"正文没有引用注释“{Quoted.Line(definition.Footnote.Label ?? "")}”，它不会显示。",
                "请在正文里写上引用，或者删去这条注释。"));
        }
    }
}
