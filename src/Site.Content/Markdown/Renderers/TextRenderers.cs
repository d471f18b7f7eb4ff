using Markdig.Extensions.Tables;
using Markdig.Syntax.Inlines;

namespace Site.Content.Markdown.Renderers;

/// <summary>Writes plain text, with numbers to call as links.</summary>
internal sealed class LiteralRenderer : MarkdownRenderer<LiteralInline>
{
    protected override void Write(BodyWriter writer, LiteralInline literal)
    {
        FootnoteLinkRenderer.ReportUnknown(writer.Context, literal);
        var text = literal.Content.AsSpan();
        var written = 0;
        if (writer.LinksCalls && !writer.IsInLink)
        {
            var isAlone = literal is { PreviousSibling: null, NextSibling: null } && (literal.Parent is EmphasisInline || literal.Parent?.ParentBlock?.Parent is TableCell);
            var previousEnd = -1;
            while (CallNumbers.Next(text, written, previousEnd, isAlone) is { Length: > 0 } call)
            {
                writer.Text(text[written..call.Start]);
                written = previousEnd = call.Start + call.Length;
                WriteCall(writer, text[call.Start..written], call.IsNationwide);
            }
        }

        writer.Text(text[written..]);
    }

    private static void WriteCall(BodyWriter writer, ReadOnlySpan<char> number, bool isNationwide)
    {
        if (isNationwide)
        {
            writer.Html.Raw("<a href=\"tel:"u8).Text(number).Raw("\">"u8);
            writer.Text(number);
            writer.Html.Raw("</a>"u8);
        }
        else
        {
            writer.Html.Placeholder(new Placeholder.Call(writer.Html.Length, number.Length));
            writer.Text(number);
        }
    }
}

/// <summary>Writes the character that an entity such as <c>&amp;copy;</c> stands for.</summary>
internal sealed class HtmlEntityRenderer : MarkdownRenderer<HtmlEntityInline>
{
    protected override void Write(BodyWriter writer, HtmlEntityInline entity) => writer.Text(entity.Transcoded.AsSpan());
}

/// <summary>Writes line breaks. Between Chinese characters one in the source is nothing.</summary>
internal sealed class LineBreakRenderer : MarkdownRenderer<LineBreakInline>
{
    protected override void Write(BodyWriter writer, LineBreakInline lineBreak) =>
        writer.Html.Raw(lineBreak.IsHard ? "<br>\n"u8 : LineBreaks.JoinsChinese(lineBreak) ? default : "\n"u8);
}

/// <summary>Writes emphasis and strong emphasis.</summary>
internal sealed class EmphasisRenderer : MarkdownRenderer<EmphasisInline>
{
    protected override void Write(BodyWriter writer, EmphasisInline emphasis)
    {
        if (!writer.Enter(emphasis))
        {
            return;
        }

        var isStrong = emphasis.DelimiterCount == 2;
        writer.Html.Raw(isStrong ? "<strong"u8 : "<em"u8);
        writer.Attributes(emphasis);
        writer.Html.Raw(">"u8);
        writer.WriteInlines(emphasis);
        writer.Html.Raw(isStrong ? "</strong>"u8 : "</em>"u8);
        writer.Leave();
    }
}

/// <summary>Writes a mark that found no partner, such as a single <c>*</c>, as text, and what follows it.</summary>
internal sealed class DelimiterRenderer : MarkdownRenderer<DelimiterInline>
{
    protected override void Write(BodyWriter writer, DelimiterInline delimiter)
    {
        writer.Text(delimiter.ToLiteral());
        ContainerRenderer.WriteNested(writer, delimiter);
    }
}

/// <summary>Writes what is in an inline that has no element of its own.</summary>
internal sealed class ContainerRenderer : MarkdownRenderer<ContainerInline>
{
    public static void WriteNested(BodyWriter writer, ContainerInline container)
    {
        if (writer.Enter(container))
        {
            writer.WriteInlines(container);
            writer.Leave();
        }
    }

    protected override void Write(BodyWriter writer, ContainerInline container) => WriteNested(writer, container);
}
