using Markdig.Extensions.Footnotes;
using Markdig.Extensions.TaskLists;
using Markdig.Syntax.Inlines;

namespace Site.Content.Markdown.Renderers;

internal sealed partial class BodyWriter
{
    /// <summary>Writes all inlines of a leaf block, without the block's own element.</summary>
    public void WriteInlines(ContainerInline? inlines) => WriteInlines(inlines?.FirstChild, null);

    /// <summary>Writes inlines that follow each other, from the first up to but not including the end; to the last where there is no end.</summary>
    public void WriteInlines(Inline? first, Inline? end)
    {
        for (var inline = first; inline != end && inline is not null; inline = inline.NextSibling)
        {
            WriteInline(inline);
        }
    }

    private void WriteInline(Inline inline)
    {
        switch (inline)
        {
            case LiteralInline literal:
                FindUnknownFootnote(literal);
                Text(literal.Content.AsSpan());
                break;
            case LineBreakInline lineBreak:
                html.Raw(lineBreak.IsHard ? "<br>\n"u8 : LineBreaks.JoinsChinese(lineBreak) ? default : "\n"u8);
                break;
            case EmphasisInline emphasis when Enter(emphasis):
                WriteEmphasis(emphasis);
                Leave();
                break;
            case LinkInline { IsImage: true } picture:
                WritePicture(picture, isAlone: false);
                break;
            case LinkInline link when Enter(link):
                WriteLink(link);
                Leave();
                break;
            case CodeInline code:
                html.Raw("<code"u8);
                Attributes(code);
                html.Raw(">"u8);
                Text(code.ContentSpan);
                html.Raw("</code>"u8);
                break;
            case AutolinkInline address:
                WriteAddress(address);
                break;
            case HtmlEntityInline entity:
                Text(entity.Transcoded.AsSpan());
                break;
            case HtmlInline raw:
                WarnOfRawHtml(raw, raw.Tag);
                Text(raw.Tag);
                break;
            case FootnoteLink note:
                WriteFootnoteLink(note);
                break;
            case TaskList or EmphasisInline or LinkInline:
                break;
            case DelimiterInline delimiter:
                Text(delimiter.ToLiteral());
                WriteNested(delimiter);
                break;
            case ContainerInline container:
                WriteNested(container);
                break;
        }
    }

    private void WriteNested(ContainerInline container)
    {
        if (Enter(container))
        {
            WriteInlines(container);
            Leave();
        }
    }

    private void WriteEmphasis(EmphasisInline emphasis)
    {
        var isStrong = emphasis.DelimiterCount == 2;
        html.Raw(isStrong ? "<strong"u8 : "<em"u8);
        Attributes(emphasis);
        html.Raw(">"u8);
        WriteInlines(emphasis);
        html.Raw(isStrong ? "</strong>"u8 : "</em>"u8);
    }
}
