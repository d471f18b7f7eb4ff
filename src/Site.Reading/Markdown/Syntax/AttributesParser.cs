using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Site.Reading;

/// <summary>
/// Finds <c>{#id .class name=value}</c> right after a link, code or emphasis, at the end of a heading or paragraph, or on a line of its own
/// before a list. Anything else in braces is text. What the attributes may be is for those to say who use them.
/// </summary>
internal sealed class AttributesParser : InlineParser
{
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
        if (target is null || target.TryGetAttributes() is not null)
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

    private static bool IsElement(Inline? inline) => inline is LinkInline or CodeInline or AutolinkInline
        || (inline is EmphasisDelimiterInline delimiter && delimiter.Type.HasFlag(DelimiterType.Close));

    private static ListBlock? ListAfter(LeafBlock block)
    {
        var next = block.Parent is { } parent && parent.IndexOf(block) + 1 is var index && index < parent.Count ? parent[index] as ListBlock : null;
        block.RemoveAfterProcessInlines = next is not null;
        return next;
    }
}
