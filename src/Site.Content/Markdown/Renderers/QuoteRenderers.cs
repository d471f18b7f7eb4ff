using Markdig.Extensions.Alerts;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Site.Core.Diagnostics;
using Site.Core.Text;

namespace Site.Content.Markdown.Renderers;

/// <summary>Writes quotations, and reports those that were meant as safety signs.</summary>
internal sealed class QuoteRenderer : MarkdownRenderer<QuoteBlock>
{
    protected override void Write(BodyWriter writer, QuoteBlock quote)
    {
        ReportAlmostSign(writer.Context, quote);
        writer.Html.Raw("<blockquote"u8);
        writer.Attributes(quote);
        writer.Html.Raw(">\n"u8);
        writer.WriteBlocks(quote);
        writer.Html.Raw("</blockquote>\n"u8);
    }

    // A quote that starts like a sign but is none: unknown word in another script, text on the same line, or a sign within a sign.
    private static void ReportAlmostSign(MarkdownContext page, QuoteBlock quote)
    {
        if (quote.Count == 0 || quote[0] is not ParagraphBlock { Inline.FirstChild: LiteralInline } paragraph)
        {
            return;
        }

        var text = PlainText.Of(paragraph.Inline);
        var end = text.IndexOf(']', StringComparison.Ordinal);
        if (!text.StartsWith("[!", StringComparison.Ordinal) || end < 0)
        {
            return;
        }

        var word = text[2..end];
        if (SafetySigns.Find(word) is null)
        {
            SafetySignRenderer.ReportUnknown(page, quote, word);
            return;
        }

        page.Report(Diagnostic.Error(
            "markdown/sign-not-alone", page.At(quote.Span.Start),
            $"“[!{word}]”没有单独占一行，或者写在另一个标志里，不会显示成标志。",
            "“[!…]”要单独占引用的第一行，文字从下一行写起；标志里不能再放标志。"));
    }
}

/// <summary>Writes safety signs: quotations whose first line is <c>[!WARNING]</c> or the like.</summary>
internal sealed class SafetySignRenderer : MarkdownRenderer<AlertBlock>
{
    public static void ReportUnknown(MarkdownContext page, Block block, string word) => page.Report(Diagnostic.Error(
        "markdown/unknown-sign", page.At(block.Span.Start),
        $"没有“{Quoted.Line(word)}”这种标志。",
        "可用的标志：" + string.Join('、', SafetySigns.All.Select(sign => $"{sign.Word}（{sign.Label}）")) + "。"));

    protected override void Write(BodyWriter writer, AlertBlock alert)
    {
        if (SafetySigns.Find(alert.Kind.AsSpan()) is not var (_, name, label))
        {
            ReportUnknown(writer.Context, alert, alert.Kind.ToString());
            (name, label) = ("sign-note", "说明");
        }

        var html = writer.Html;
        html.Raw("<aside"u8);
        writer.Attributes(alert, "sign " + name);
        html.Raw(" role=\"note\" aria-label=\""u8).Text(label).Raw("\">\n<p class=\"sign-label\">"u8).Text(label).Raw("</p>\n"u8);
        writer.WriteBlocks(alert);
        html.Raw("</aside>\n"u8);
    }
}
