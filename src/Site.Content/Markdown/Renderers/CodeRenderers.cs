using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Site.Core.Diagnostics;
using Site.Core.Text;

namespace Site.Content.Markdown.Renderers;

/// <summary>Writes blocks of code, fenced or indented.</summary>
internal sealed class CodeBlockRenderer : MarkdownRenderer<CodeBlock>
{
    protected override void Write(BodyWriter writer, CodeBlock code)
    {
        writer.Html.Raw("<pre tabindex=\"0\"><code"u8);
        if (code is FencedCodeBlock { Info: { Length: > 0 } language } && BodyWriter.IsClass(language))
        {
            writer.Html.Raw(" class=\"language-"u8).Text(language).Raw("\""u8);
        }

        writer.Html.Raw(">"u8);
        writer.Lines(code);
        writer.Html.Raw("</code></pre>\n"u8);
    }
}

/// <summary>Writes code within a line.</summary>
internal sealed class CodeInlineRenderer : MarkdownRenderer<CodeInline>
{
    protected override void Write(BodyWriter writer, CodeInline code)
    {
        writer.Html.Raw("<code"u8);
        writer.Attributes(code);
        writer.Html.Raw(">"u8);
        writer.Text(code.ContentSpan);
        writer.Html.Raw("</code>"u8);
    }
}

/// <summary>Shows a block of HTML as text, with a warning: none is passed through.</summary>
internal sealed class HtmlBlockRenderer : MarkdownRenderer<HtmlBlock>
{
    public static void Warn(MarkdownContext page, MarkdownObject item, string tag) => page.Report(Diagnostic.Warning(
        "markdown/raw-html", page.At(item.Span.Start),
        $"“{NameOnly(tag)}”是HTML，会照原样显示成文字。",
        "请改用Markdown；本来就要显示尖括号，就写在反引号里。"));

    /// <summary>Attributes and comments are not repeated: nobody sees them on a page, and what stands there may be private.</summary>
    private static string NameOnly(string tag)
    {
        var end = tag.AsSpan().IndexOfAny(" \t\r\n>");
        var name = end < 0 ? tag : tag[..end];
        return tag.StartsWith("<!--", StringComparison.Ordinal) ? "<!-- … -->"
            : name.TrimStart('<', '/') is { Length: > 0 and <= 12 } word && word.All(char.IsAsciiLetter) || name is "<h1" or "<h2" or "<h3" or "<h4" or "<h5" or "<h6"
                ? Quoted.Line(tag.TrimEnd() == name + ">" ? tag.TrimEnd() : name + " …>")
            : "<…>";
    }

    protected override void Write(BodyWriter writer, HtmlBlock raw)
    {
        Warn(writer.Context, raw, raw.Lines.Count > 0 ? raw.Lines.Lines[0].Slice.AsSpan().Trim().ToString() : "");
        writer.Html.Raw("<p>"u8);
        writer.Lines(raw);
        writer.Html.Raw("</p>\n"u8);
    }
}

/// <summary>Shows an HTML tag within a line as text, with a warning.</summary>
internal sealed class HtmlInlineRenderer : MarkdownRenderer<HtmlInline>
{
    protected override void Write(BodyWriter writer, HtmlInline raw)
    {
        HtmlBlockRenderer.Warn(writer.Context, raw, raw.Tag);
        writer.Text(raw.Tag);
    }
}
