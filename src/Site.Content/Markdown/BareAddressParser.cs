using System.Buffers;
using System.Globalization;
using System.Text;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax.Inlines;
using Site.Core.Text;

namespace Site.Content.Markdown;

/// <summary>
/// Finds web addresses that stand in the text as they are. They end where Chinese begins, since none has a space after them there;
/// Markdig's own goes on to the next space.
/// </summary>
internal sealed class BareAddressParser : InlineParser
{
    private static readonly SearchValues<char> AddressUnits = SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~:/?#@!$&'()*+,;=%");

    public BareAddressParser() => OpeningCharacters = ['h'];

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        var text = slice.AsSpan();
        if (!text.StartsWith("https://", StringComparison.Ordinal) && !text.StartsWith("http://", StringComparison.Ordinal))
        {
            return false;
        }

        var before = slice.PeekCharExtra(-1);
        var length = Length(text);
        var host = text[(text.IndexOf('/') + 2)..length];
        if (char.IsAsciiLetterOrDigit(before) || host.IndexOf('.') is < 1 || !(char.IsAsciiLetterOrDigit(host[0]) || IsForeign(host)))
        {
            return false;
        }

        var start = processor.GetSourcePosition(slice.Start, out var line, out var column);
        var link = new LinkInline
        {
            Url = text[..length].ToString(),
            IsAutoLink = true,
            IsClosed = true,
            Span = new(start, start + length - 1),
            Line = line,
            Column = column,
        };
        link.AppendChild(new LiteralInline
        {
            Content = new StringSlice(slice.Text, slice.Start, slice.Start + length - 1),
            IsClosed = true,
            Span = link.Span,
        });
        processor.Inline = link;
        slice.Start += length;
        return true;
    }

    // A letter of another script than Latin and Chinese, or something unseen: it looks like a part of the address, so it is one, and is refused.
    private static bool IsForeign(ReadOnlySpan<char> text) =>
        Rune.DecodeFromUtf16(text, out var rune, out _) == OperationStatus.Done && !rune.IsAscii && !Han.Is(rune)
        && ((Rune.IsLetter(rune) && rune.Value is < 0x1100 or (>= 0x1E00 and < 0x2000)) || Rune.GetUnicodeCategory(rune) == UnicodeCategory.Format);

    // Up to the last unit that no sentence around it would end with; a bracket is part of it if its partner is.
    private static int Length(ReadOnlySpan<char> text)
    {
        var length = 0;
        while (length < text.Length && (AddressUnits.Contains(text[length]) || IsForeign(text[length..])))
        {
            length++;
        }

        while (length > 0
            && (text[length - 1] is '.' or ',' or ';' or ':' or '!' or '?' or '\'' or '*' or '_' or '~'
                || (text[length - 1] == ')' && text[..length].Count(')') > text[..length].Count('('))))
        {
            length--;
        }

        return length;
    }
}
