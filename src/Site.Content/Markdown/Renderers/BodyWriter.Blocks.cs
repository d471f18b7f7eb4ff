using Markdig.Extensions.Alerts;
using Markdig.Extensions.DefinitionLists;
using Markdig.Extensions.Footnotes;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Site.Core.Diagnostics;

namespace Site.Content.Markdown.Renderers;

internal sealed partial class BodyWriter
{
    /// <summary>Writes all blocks of a container.</summary>
    /// <param name="blocks">The container; its own element is not written.</param>
    /// <param name="isTight">Whether its paragraphs stand without <c>p</c>, as in a list without blank lines.</param>
    public void WriteBlocks(ContainerBlock blocks, bool isTight = false)
    {
        for (var i = 0; i < blocks.Count; i++)
        {
            WriteBlock(blocks[i], isTight);
        }
    }

    /// <summary>Writes one block.</summary>
    public void WriteBlock(Block block, bool isTight = false)
    {
        switch (block)
        {
            case ParagraphBlock paragraph:
                WriteParagraph(paragraph, isTight);
                break;
            case HeadingBlock heading:
                WriteHeading(heading);
                break;
            case CodeBlock code:
                WriteCode(code);
                break;
            case HtmlBlock raw:
                WriteRawHtml(raw);
                break;
            case ThematicBreakBlock:
                html.Raw("<hr>\n"u8);
                break;
            case ContainerBlock container when Enter(container):
                WriteContainer(container);
                Leave();
                break;
        }
    }

    private void WriteContainer(ContainerBlock container)
    {
        switch (container)
        {
            case ListBlock list:
                WriteList(list);
                break;
            case AlertBlock alert:
                WriteSign(alert);
                break;
            case QuoteBlock quote:
                WriteQuote(quote);
                break;
            case Table table:
                WriteTable(table);
                break;
            case DefinitionList terms:
                WriteDefinitions(terms);
                break;
            case LinkReferenceDefinitionGroup definitions:
                WarnOfUnusedFootnotes(definitions);
                break;
            case FootnoteGroup notes:
                WriteFootnotes(notes);
                break;
        }
    }

    private void WriteParagraph(ParagraphBlock paragraph, bool isTight)
    {
        if (paragraph.Inline?.FirstChild is not { } first)
        {
            return;
        }

        if (first is LinkInline { IsImage: true, NextSibling: null } picture)
        {
            WritePicture(picture, isAlone: true);
            EndTight(paragraph);
            return;
        }

        if (!isTight)
        {
            html.Raw("<p"u8);
            Attributes(paragraph);
            html.Raw(">"u8);
        }

        WriteInlines(paragraph.Inline);
        if (isTight)
        {
            EndTight(paragraph);
        }
        else
        {
            html.Raw("</p>\n"u8);
        }
    }

    private void EndTight(ParagraphBlock paragraph) =>
        html.Raw(paragraph.Parent is { } parent && parent[^1] == paragraph && parent is not MarkdownDocument ? default : "\n"u8);

    private void WriteQuote(QuoteBlock quote)
    {
        WarnOfAlmostSign(quote);
        html.Raw("<blockquote"u8);
        Attributes(quote);
        html.Raw(">\n"u8);
        WriteBlocks(quote);
        html.Raw("</blockquote>\n"u8);
    }

    private void WriteCode(CodeBlock code)
    {
        html.Raw("<pre tabindex=\"0\"><code"u8);
        if (code is FencedCodeBlock { Info: { Length: > 0 } language } && IsClass(language))
        {
            html.Raw(" class=\"language-"u8).Text(language).Raw("\""u8);
        }

        html.Raw(">"u8);
        WriteLines(code);
        html.Raw("</code></pre>\n"u8);
    }

    private void WriteRawHtml(HtmlBlock raw)
    {
        WarnOfRawHtml(raw, raw.Lines.Count > 0 ? raw.Lines.Lines[0].Slice.AsSpan().Trim().ToString() : "");
        html.Raw("<p>"u8);
        WriteLines(raw);
        html.Raw("</p>\n"u8);
    }

    private void WriteLines(LeafBlock block)
    {
        for (var i = 0; i < block.Lines.Count; i++)
        {
            Text(block.Lines.Lines[i].Slice.AsSpan());
            if (i < block.Lines.Count - 1 || block is CodeBlock)
            {
                html.Raw("\n"u8);
            }
        }
    }

    private void WarnOfRawHtml(MarkdownObject item, string tag) => page.Report(Diagnostic.Warning(
        "markdown/raw-html", page.At(item.Span.Start),
        $"“{SafeText.Quote(tag)}”是HTML，会照原样显示成文字。",
        "请改用Markdown；本来就要显示尖括号，就写在反引号里。"));
}
