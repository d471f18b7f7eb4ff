using System.Collections.Frozen;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Site.Content.Markdown;

/// <summary>Reads the text of attributes, <c>{#id .class name=value name="value with spaces"}</c>.</summary>
internal static class AttributesText
{
    private const int MostUnits = 500;

    /// <returns>The attributes and how many UTF-16 units they take, braces included; null where the text does not start with attributes.</returns>
    public static (HtmlAttributes Attributes, int Length)? Read(ReadOnlySpan<char> text)
    {
        text = text[..Math.Min(text.Length, MostUnits)];
        var attributes = new HtmlAttributes();
        var at = 1;
        while (at < text.Length)
        {
            var unit = text[at];
            if (unit is '}')
            {
                return at > 1 && IsAny(attributes) ? (attributes, at + 1) : null;
            }

            if (unit is ' ')
            {
                at++;
                continue;
            }

            var length = unit is '#' or '.' ? ReadName(attributes, text[at..]) : ReadPair(attributes, text[at..]);
            if (length == 0)
            {
                return null;
            }

            at += length;
        }

        return null;
    }

    private static bool IsAny(HtmlAttributes attributes) =>
        attributes.Id is not null || attributes.Classes is not null || attributes.Properties is not null;

    private static int ReadName(HtmlAttributes attributes, ReadOnlySpan<char> text)
    {
        var end = text.IndexOfAny(" }\n\r{");
        if (end < 2)
        {
            return 0;
        }

        var name = text[1..end].ToString();
        if (text[0] is '#')
        {
            attributes.Id = name;
        }
        else
        {
            (attributes.Classes ??= []).Add(name);
        }

        return end;
    }

    private static int ReadPair(HtmlAttributes attributes, ReadOnlySpan<char> text)
    {
        var equals = text.IndexOf('=');
        if (equals < 1 || equals + 1 >= text.Length || !IsAttributeName(text[..equals]))
        {
            return 0;
        }

        var value = text[(equals + 1)..];
        var isQuoted = value[0] is '"' or '\'';
        var end = isQuoted ? value[1..].IndexOfAny(value[0], '\n') + 1 : value.IndexOfAny(" }\n\r{");
        if (end < 1 || value[end] is '\n' or '\r' or '{')
        {
            return 0;
        }

        (attributes.Properties ??= []).Add(new(text[..equals].ToString(), value[(isQuoted ? 1 : 0)..end].ToString()));
        return equals + 1 + end + (isQuoted ? 1 : 0);
    }

    private static bool IsAttributeName(ReadOnlySpan<char> name)
    {
        foreach (var unit in name)
        {
            if (!char.IsAsciiLetterOrDigit(unit) && unit is not ('-' or '_' or ':'))
            {
                return false;
            }
        }

        return char.IsAsciiLetter(name[0]);
    }
}

/// <summary>
/// Finds <c>{#id .class name=value}</c> right after a link, code or emphasis, at the end of a heading or paragraph, or on a line of its own
/// before a list. Anything else in braces is text. What the attributes may be is for those to say who use them.
/// </summary>
internal sealed class AttributesParser : InlineParser
{
    private static readonly FrozenSet<string> NamesOfHtml = new[]
    {
        "id", "class", "style", "width", "height", "align", "valign", "target", "rel", "title", "alt", "src", "href", "lang", "dir", "border", "color", "size", "loading", "name", "type",
        "hidden", "role", "tabindex", "start", "download", "colspan", "rowspan", "scale", "fig-alt", "custom-style",
    }.ToFrozenSet(StringComparer.Ordinal);

    public AttributesParser() => OpeningCharacters = ['{'];

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        var start = slice.Start;
        if (AttributesText.Read(slice.AsSpan()) is not var (attributes, length) || processor.Block is not { } block)
        {
            return false;
        }

        var rest = slice;
        rest.Start += length;
        var target = slice.PeekCharExtra(-1) is not (' ' or '\t' or '\0') && IsElement(processor.Inline) ? processor.Inline
            : !rest.IsEmptyOrWhitespace() ? null
            : processor.Inline is null && block is ParagraphBlock ? ListAfter(block)
            : block is HeadingBlock or ParagraphBlock ? block
            : (MarkdownObject?)null;
        if (target is null || target.TryGetAttributes() is not null || (target is not HeadingBlock && HasOtherPairs(attributes)))
        {
            return false;
        }

        attributes.Span = new(processor.GetSourcePosition(start), processor.GetSourcePosition(start + length - 1));
        target.SetAttributes(attributes);
        slice = rest;
        if (target is Block)
        {
            (processor.Inline as LiteralInline)?.Content.TrimEnd();
            slice.Start = slice.End + 1;
        }

        return true;
    }

    // Questions have pairs of their own, in headings; elsewhere {U=220V} is a formula unless the name is one of HTML's.
    private static bool HasOtherPairs(HtmlAttributes attributes) => attributes.Properties?.Exists(pair => !NamesOfHtml.Contains(pair.Key)
        && !pair.Key.StartsWith("on", StringComparison.Ordinal) && !pair.Key.StartsWith("data-", StringComparison.Ordinal)) is true;

    private static bool IsElement(Inline? inline) => inline is LinkInline or CodeInline or AutolinkInline
        || (inline is EmphasisDelimiterInline delimiter && delimiter.Type.HasFlag(DelimiterType.Close));

    private static ListBlock? ListAfter(LeafBlock block)
    {
        var next = block.Parent is { } parent && parent.IndexOf(block) + 1 is var index && index < parent.Count ? parent[index] as ListBlock : null;
        block.RemoveAfterProcessInlines = next is not null;
        return next;
    }
}
