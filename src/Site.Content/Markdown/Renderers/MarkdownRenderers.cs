using System.Collections.Frozen;
using Markdig.Extensions.Alerts;
using Markdig.Extensions.DefinitionLists;
using Markdig.Extensions.Footnotes;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Site.Content.Markdown.Renderers;

/// <summary>Writes one kind of block or inline as HTML.</summary>
internal abstract class MarkdownRenderer
{
    public abstract void Write(BodyWriter writer, MarkdownObject item);
}

/// <inheritdoc cref="MarkdownRenderer"/>
/// <typeparam name="T">The kind, as Markdig parses it.</typeparam>
internal abstract class MarkdownRenderer<T> : MarkdownRenderer
    where T : MarkdownObject
{
    public sealed override void Write(BodyWriter writer, MarkdownObject item) => Write(writer, (T)item);

    protected abstract void Write(BodyWriter writer, T item);
}

/// <summary>The renderer of each kind. What is not listed, such as the mark of a task, is written by the block around it or not at all.</summary>
internal static class MarkdownRenderers
{
    private static readonly LiteralRenderer Literal = new();

    private static readonly FrozenDictionary<Type, MarkdownRenderer> ByType = new Dictionary<Type, MarkdownRenderer>
    {
        [typeof(ParagraphBlock)] = new ParagraphRenderer(),
        [typeof(HeadingBlock)] = new HeadingRenderer(),
        [typeof(ThematicBreakBlock)] = new ThematicBreakRenderer(),
        [typeof(ListBlock)] = new ListRenderer(),
        [typeof(DefinitionList)] = new DefinitionListRenderer(),
        [typeof(QuoteBlock)] = new QuoteRenderer(),
        [typeof(AlertBlock)] = new SafetySignRenderer(),
        [typeof(Table)] = new TableRenderer(),
        [typeof(CodeBlock)] = new CodeBlockRenderer(),
        [typeof(HtmlBlock)] = new HtmlBlockRenderer(),
        [typeof(FootnoteGroup)] = new FootnoteGroupRenderer(),
        [typeof(LinkReferenceDefinitionGroup)] = new UnusedFootnoteRenderer(),

        [typeof(LiteralInline)] = Literal,
        [typeof(HtmlEntityInline)] = new HtmlEntityRenderer(),
        [typeof(LineBreakInline)] = new LineBreakRenderer(),
        [typeof(EmphasisInline)] = new EmphasisRenderer(),
        [typeof(CodeInline)] = new CodeInlineRenderer(),
        [typeof(LinkInline)] = new LinkRenderer(),
        [typeof(AutolinkInline)] = new AutolinkRenderer(),
        [typeof(HtmlInline)] = new HtmlInlineRenderer(),
        [typeof(FootnoteLink)] = new FootnoteLinkRenderer(),
        [typeof(DelimiterInline)] = new DelimiterRenderer(),
        [typeof(ContainerInline)] = new ContainerRenderer(),
    }.ToFrozenDictionary();

    /// <returns>The renderer of the item's type or of the nearest type above it; null where there is none.</returns>
    public static MarkdownRenderer? Of(MarkdownObject item)
    {
        // Most inlines are literals; so they need no look-up.
        if (item is LiteralInline)
        {
            return Literal;
        }

        for (var type = item.GetType(); type is not null; type = type.BaseType)
        {
            if (ByType.TryGetValue(type, out var renderer))
            {
                return renderer;
            }
        }

        return null;
    }
}
