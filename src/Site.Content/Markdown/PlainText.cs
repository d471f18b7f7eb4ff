using System.Buffers;
using System.Text;
using Markdig.Extensions.Footnotes;
using Markdig.Extensions.TaskLists;
using Markdig.Syntax.Inlines;
using Site.Core.Text;

namespace Site.Content.Markdown;

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
        if (depth > MarkdownLimits.Depth)
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

/// <summary>Line breaks in the source. Between Chinese characters they mean nothing, while a browser would draw a space.</summary>
internal static class LineBreaks
{
    /// <returns>Whether the characters just before and after the break are Chinese, so that nothing stands between them.</returns>
    public static bool JoinsChinese(Inline lineBreak) =>
        Last(lineBreak.PreviousSibling) is { } before && IsChinese(before)
        && First(lineBreak.NextSibling) is { } after && IsChinese(after);

    private static Rune? Last(Inline? inline)
    {
        while (inline is ContainerInline container)
        {
            inline = container.LastChild;
        }

        return inline is LiteralInline { Content.IsEmpty: false } literal && Rune.DecodeLastFromUtf16(literal.Content.AsSpan(), out var rune, out _) == OperationStatus.Done ? rune : null;
    }

    private static Rune? First(Inline? inline)
    {
        while (inline is ContainerInline container)
        {
            inline = container.FirstChild;
        }

        return inline is LiteralInline { Content.IsEmpty: false } literal && Rune.DecodeFromUtf16(literal.Content.AsSpan(), out var rune, out _) == OperationStatus.Done ? rune : null;
    }

    /// <returns>Whether two texts follow one another without a space: Chinese stands at the end of one and at the beginning of the other.</returns>
    public static bool JoinsChinese(string before, string after) =>
        Rune.DecodeLastFromUtf16(before, out var last, out _) == OperationStatus.Done && IsChinese(last)
        && Rune.DecodeFromUtf16(after, out var first, out _) == OperationStatus.Done && IsChinese(first);

    // Ideographs, kana, and the punctuation of both, full-width forms included; the quotation marks and dashes that Chinese shares with the West.
    private static bool IsChinese(Rune rune) =>
        Han.Is(rune) || rune.Value is (>= 0x2E80 and <= 0x33FF) or (>= 0xFF00 and <= 0xFF60) or '“' or '”' or '‘' or '’' or '…' or '—';
}

/// <summary>Shortens Chinese text where a sentence ends.</summary>
internal static class Sentences
{
    private static readonly SearchValues<char> Ends = SearchValues.Create("。！？!?；");

    /// <returns>The text, or as many whole sentences as fit; where not even one fits, its beginning with an ellipsis.</returns>
    /// <param name="text">Plain text.</param>
    /// <param name="most">Most UTF-16 units of the result, 2 or more.</param>
    public static string Cut(string text, int most)
    {
        if (text.Length <= most)
        {
            return text;
        }

        var end = text.AsSpan(0, most).LastIndexOfAny(Ends);
        if (end >= 0)
        {
            return text[..(end + 1)];
        }

        var cut = char.IsHighSurrogate(text[most - 2]) ? most - 2 : most - 1;
        return string.Concat(text.AsSpan(0, cut), "…");
    }
}
