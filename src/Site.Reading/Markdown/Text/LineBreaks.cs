using Markdig.Syntax.Inlines;

namespace Site.Reading;

/// <summary>Line breaks in the source. Between Chinese characters they mean nothing, while a browser would draw a space.</summary>
internal static class LineBreaks
{
    /// <returns>Whether the characters just before and after the break are Chinese, so that nothing stands between them.</returns>
    public static bool JoinsChinese(Inline lineBreak) =>
        Last(lineBreak.PreviousSibling) is { } before && IsChinese(before)
        && First(lineBreak.NextSibling) is { } after && IsChinese(after);

    private static char? Last(Inline? inline)
    {
        while (inline is ContainerInline container)
        {
            inline = container.LastChild;
        }

        return inline is LiteralInline { Content.IsEmpty: false } literal ? literal.Content.AsSpan()[^1] : null;
    }

    private static char? First(Inline? inline)
    {
        while (inline is ContainerInline container)
        {
            inline = container.FirstChild;
        }

        return inline is LiteralInline { Content.IsEmpty: false } literal ? literal.Content.CurrentChar : null;
    }

    // Ideographs, kana, and the punctuation of both, full-width forms included; the quotation marks and dashes that Chinese shares with the West.
    private static bool IsChinese(char unit) =>
        unit is (>= '\u2E80' and <= '\u9FFF') or (>= '\uF900' and <= '\uFAFF') or (>= '\uFF00' and <= '\uFF60')
            or (>= '\uD840' and <= '\uD88D') or '“' or '”' or '‘' or '’' or '…' or '—';
}
