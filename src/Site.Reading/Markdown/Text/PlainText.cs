using System.Text;
using Markdig.Extensions.Footnotes;
using Markdig.Extensions.TaskLists;
using Markdig.Syntax.Inlines;

namespace Site.Reading;

/// <summary>The words of a piece of Markdown, without marks.</summary>
internal static class PlainText
{
    /// <returns>The text of all inlines with what pictures show; clean, trimmed, on one line.</returns>
    public static string Of(ContainerInline? inlines) => Of(inlines, withPictures: true);

    /// <returns>The text of all inlines, without pictures; clean, trimmed, on one line.</returns>
    public static string OfWords(ContainerInline? inlines) => Of(inlines, withPictures: false);

    private static string Of(ContainerInline? inlines, bool withPictures)
    {
        switch (inlines?.FirstChild)
        {
            case null:
                return "";
            case LiteralInline { NextSibling: null } literal:
                return SafeText.Clean(literal.Content.ToString()).Trim();
        }

        var text = new StringBuilder();
        Append(text, inlines, withPictures, depth: 0);
        return SafeText.Clean(text.ToString()).Trim();
    }

    private static void Append(StringBuilder text, ContainerInline inlines, bool withPictures, int depth)
    {
        if (depth > SyntaxLimits.Depth)
        {
            return;
        }

        for (var inline = inlines.FirstChild; inline is not null; inline = inline.NextSibling)
        {
            switch (inline)
            {
                case LiteralInline literal:
                    text.Append(literal.Content.AsSpan());
                    break;
                case CodeInline code:
                    text.Append(code.ContentSpan);
                    break;
                case HtmlEntityInline entity:
                    text.Append(entity.Transcoded.AsSpan());
                    break;
                case HtmlInline html:
                    text.Append(html.Tag);
                    break;
                case AutolinkInline address:
                    text.Append(address.Url);
                    break;
                case LineBreakInline:
                    text.Append(LineBreaks.JoinsChinese(inline) ? "" : " ");
                    break;
                case FootnoteLink or TaskList:
                    break;
                case LinkInline { IsImage: true } when !withPictures:
                    break;
                case ContainerInline container:
                    Append(text, container, withPictures, depth + 1);
                    break;
            }
        }
    }
}
