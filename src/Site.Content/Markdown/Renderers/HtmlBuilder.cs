using System.Buffers;
using System.Collections.Immutable;
using System.Text.Unicode;
using Site.Core.Text;

namespace Site.Content.Markdown.Renderers;

/// <summary>Writes HTML as UTF-8 into rented memory, with placeholders.</summary>
internal sealed class HtmlBuilder : IDisposable
{
    // Ampersand and so on, every forbidden unit, and the last two low surrogates, with which noncharacters beyond U+FFFF end.
    private static readonly QuickCharacters Special = QuickCharacters.Where(unit => unit is '&' or '<' or '>' or '"' or '\uDFFE' or '\uDFFF' || SafeText.IsForbidden(unit));

    private byte[] buffer = ArrayPool<byte>.Shared.Rent(4096);
    private int length;
    private ImmutableArray<Placeholder>.Builder? placeholders;

    /// <summary>Bytes written since the last fragment was taken.</summary>
    public int Length => length;

    /// <summary>Writes HTML as it is; only constants of ours.</summary>
    public HtmlBuilder Raw(ReadOnlySpan<byte> html)
    {
        html.CopyTo(Room(html.Length));
        length += html.Length;
        return this;
    }

    /// <summary>Writes text, escaped for content and for attributes in double quotes, without forbidden characters.</summary>
    public HtmlBuilder Text(ReadOnlySpan<char> text)
    {
        while (true)
        {
            var next = Special.IndexIn(text);
            if (next < 0)
            {
                return Plain(text);
            }

            var unit = text[next];
            var isPair = unit is '\uDFFE' or '\uDFFF' && next > 0 && char.IsHighSurrogate(text[next - 1]) && (text[next - 1] & 0x3F) != 0x3F;
            Plain(text[..(isPair ? next + 1 : next)]);
            Raw(unit switch
            {
                '&' => "&amp;"u8,
                '<' => "&lt;"u8,
                '>' => "&gt;"u8,
                '"' => "&quot;"u8,
                _ => default,
            });
            text = text[(next + 1)..];
        }
    }

    public HtmlBuilder Number(int number)
    {
        number.TryFormat(Room(12), out var written, default, System.Globalization.CultureInfo.InvariantCulture);
        length += written;
        return this;
    }

    public HtmlBuilder Placeholder(Placeholder placeholder)
    {
        (placeholders ??= ImmutableArray.CreateBuilder<Placeholder>()).Add(placeholder);
        return this;
    }

    /// <returns>All that was written since the last time, trailing line breaks left out; the builder is empty again.</returns>
    public HtmlFragment Take()
    {
        while (length > 0 && buffer[length - 1] == '\n' && (placeholders is null || placeholders[^1].Offset < length))
        {
            length--;
        }

        var fragment = length == 0 && placeholders is null
            ? HtmlFragment.Empty
            : new HtmlFragment(buffer.AsSpan(0, length).ToArray(), placeholders?.ToImmutable() ?? []);
        length = 0;
        placeholders = null;
        return fragment;
    }

    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(buffer);
        buffer = [];
    }

    private HtmlBuilder Plain(ReadOnlySpan<char> text)
    {
        Utf8.FromUtf16(text, Room(text.Length * 3), out _, out var written, replaceInvalidSequences: true);
        length += written;
        return this;
    }

    private Span<byte> Room(int bytes)
    {
        if (buffer.Length - length < bytes)
        {
            var larger = ArrayPool<byte>.Shared.Rent(Math.Max(buffer.Length * 2, length + bytes));
            buffer.AsSpan(0, length).CopyTo(larger);
            ArrayPool<byte>.Shared.Return(buffer);
            buffer = larger;
        }

        return buffer.AsSpan(length);
    }
}
