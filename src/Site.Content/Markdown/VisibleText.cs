using Markdig.Extensions.TaskLists;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Site.Content.Markdown;

/// <summary>
/// The text of a block as readers see it, with a sign for whatever a parser took: code, escapes, links, emphasis. What looks like a mark in it is one that did not take.
/// </summary>
internal sealed class VisibleText
{
    /// <summary>Stands for code, an escaped character, the edge of a link or of emphasis; no file may hold it.</summary>
    public const char Taken = '\u0001';

    /// <summary>Stands for an address that became a link by itself.</summary>
    public const char Address = '\u0002';

    /// <summary>Stands before the line feed where readers see a line break.</summary>
    public const char HardBreak = '\u0003';

    private readonly System.Text.StringBuilder text = new();
    private readonly List<(int At, int Source)> pieces = [];

    private VisibleText()
    {
    }

    /// <param name="leaf">A block of text.</param>
    /// <param name="source">The text that it was read from.</param>
    public static (string Text, VisibleText Places) Of(LeafBlock leaf, string source)
    {
        var visible = new VisibleText();
        visible.Add(leaf.Inline, source);
        return (visible.text.ToString(), visible);
    }

    /// <returns>Offset in the source of a place in the text.</returns>
    public int Source(int at)
    {
        var piece = pieces.FindLast(piece => piece.At <= at);
        return piece.Source + at - piece.At;
    }

    private void Add(ContainerInline? inlines, string source)
    {
        for (var inline = inlines?.FirstChild; inline is not null; inline = inline.NextSibling)
        {
            switch (inline)
            {
                case LiteralInline literal:
                    var content = literal.Content.AsSpan();
                    // The backslash before an escaped character belongs to the span, not to the content.
                    pieces.Add((text.Length, literal.Span.End - content.Length + 1));
                    text.Append(content);
                    if (literal.IsFirstCharacterEscaped && content.Length > 0)
                    {
                        text[^content.Length] = Taken;
                    }

                    break;
                case LineBreakInline lineBreak:
                    Add(lineBreak, lineBreak.IsHard ? $"{HardBreak}\n" : "\n");
                    break;
                case TaskList or CodeInline or HtmlInline or LinkInline { IsImage: true }:
                    Add(inline, [Taken]);
                    break;
                case HtmlEntityInline entity:
                    Add(inline, entity.Transcoded.AsSpan() is "&" ? "&" : [Taken]);
                    break;
                case AutolinkInline or LinkInline { IsAutoLink: true }:
                    Add(inline, [Address]);
                    break;
                case DelimiterInline delimiter:
                    Add(inline, delimiter.ToLiteral());
                    Add(delimiter, source);
                    break;
                case ContainerInline container:
                    Add(inline, [Taken]);
                    Add(container, source);
                    Add(inline, [Taken]);
                    break;
                default:
                    Add(inline, [Taken]);
                    break;
            }
        }
    }

    private void Add(Inline inline, ReadOnlySpan<char> shown)
    {
        pieces.Add((text.Length, inline.Span.Start));
        text.Append(shown);
    }
}
