using System.Text;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Site.Core.Diagnostics;
using Site.Core.Text;

namespace Site.Content.Markdown.Renderers;

/// <summary>
/// Writes parsed Markdown as HTML: finds the renderer of each block and inline (<see cref="MarkdownRenderers"/>) and keeps what renderers share.
/// Headings, links, pictures and diagnostics are noted on the way, in reading order.
/// </summary>
/// <param name="context">Where the notes go.</param>
internal sealed class BodyWriter(MarkdownContext context) : IDisposable
{
    private readonly HashSet<HtmlAttributes> written = new(ReferenceEqualityComparer.Instance);
    private int depth;

    public MarkdownContext Context => context;

    /// <summary>What was written so far. Text that readers see goes through <see cref="Text"/>, which counts it.</summary>
    public HtmlBuilder Html { get; } = new();

    /// <summary>Characters of text written so far (UTF-16 units), spaces not counted.</summary>
    public int Characters { get; private set; }

    /// <summary>Whether the block that is written now is of a list without blank lines, whose paragraphs have no <c>p</c>.</summary>
    public bool IsTight { get; private set; }

    /// <summary>Whether a link is open: HTML allows none within another.</summary>
    public bool IsInLink { get; set; }

    /// <summary>Whether numbers to call become links: not in headings, which the contents repeat, nor in questions, whose answers are tapped.</summary>
    public bool LinksCalls { get; set; }

    /// <returns>All that was written since the last time.</returns>
    public HtmlFragment Take() => Html.Take();

    public void Dispose() => Html.Dispose();

    /// <summary>Writes all blocks of a container.</summary>
    /// <param name="blocks">The container; its own element is not written.</param>
    /// <param name="isTight">See <see cref="IsTight"/>.</param>
    public void WriteBlocks(ContainerBlock blocks, bool isTight = false)
    {
        for (var i = 0; i < blocks.Count; i++)
        {
            WriteBlock(blocks[i], isTight);
        }
    }

    /// <summary>Writes one block.</summary>
    public void WriteBlock(Block block, bool isTight = false)
    {
        if (MarkdownRenderers.Of(block) is not { } renderer)
        {
            return;
        }

        IsTight = isTight;
        if (block is not ContainerBlock)
        {
            renderer.Write(this, block);
        }
        else if (Enter(block))
        {
            renderer.Write(this, block);
            Leave();
        }
    }

    /// <summary>Writes all inlines of a leaf block, without the block's own element.</summary>
    public void WriteInlines(ContainerInline? inlines) => WriteInlines(inlines?.FirstChild, null);

    /// <summary>Writes inlines that follow each other, from the first up to but not including the end; to the last where there is no end.</summary>
    public void WriteInlines(Inline? first, Inline? end)
    {
        for (var inline = first; inline != end && inline is not null; inline = inline.NextSibling)
        {
            MarkdownRenderers.Of(inline)?.Write(this, inline);
        }
    }

    /// <summary>Goes one level deeper, unless that is too deep, which is reported.</summary>
    /// <returns>Whether <see cref="Leave"/> must follow.</returns>
    public bool Enter(MarkdownObject item)
    {
        if (depth < MarkdownLimits.Depth)
        {
            depth++;
            return true;
        }

        context.Report(MarkdownLimits.TooDeep(context.At(item.Span.Start)));
        return false;
    }

    public void Leave() => depth--;

    /// <summary>Writes text that readers see, escaped.</summary>
    public void Text(ReadOnlySpan<char> text)
    {
        foreach (var unit in text)
        {
            Characters += char.IsWhiteSpace(unit) ? 0 : 1;
        }

        Html.Text(text);
    }

    /// <summary>Writes the source lines of a block as text.</summary>
    public void Lines(LeafBlock block)
    {
        for (var i = 0; i < block.Lines.Count; i++)
        {
            Text(block.Lines.Lines[i].Slice.AsSpan());
            if (i < block.Lines.Count - 1 || block is CodeBlock)
            {
                Html.Raw("\n"u8);
            }
        }
    }

    /// <summary>Writes a writer's id and classes, and our own class; reports what is dropped.</summary>
    public void Attributes(MarkdownObject item, string? ownClass = null)
    {
        var attributes = item.TryGetAttributes();
        var classes = ownClass;
        if (attributes is not null)
        {
            written.Add(attributes);
            if (attributes.Id is { } id && item is not HeadingBlock)
            {
                Html.Raw(" id=\""u8).Text(id).Raw("\""u8);
            }

            classes = JoinClasses(ownClass, attributes);
            foreach (var property in attributes.Properties ?? [])
            {
                ReportDropped(attributes, property.Key);
            }
        }

        if (classes is not null)
        {
            Html.Raw(" class=\""u8).Text(classes).Raw("\""u8);
        }
    }

    /// <summary>Reports the attributes of all that has no element of its own, such as a paragraph of a short list; those of headings are read by others.</summary>
    /// <param name="document">All of it is written.</param>
    public void ReportUnwrittenAttributes(MarkdownDocument document)
    {
        foreach (var item in document.Descendants())
        {
            if (item is not HeadingBlock && item.TryGetAttributes() is { Span.Length: > 2 } attributes && written.Add(attributes))
            {
                var names = (attributes.Id is { } id ? new[] { "#" + id } : [])
                    .Concat((attributes.Classes ?? []).Select(name => "." + name)).Concat((attributes.Properties ?? []).Select(property => property.Key));
                ReportDropped(attributes, string.Join(' ', names));
            }
        }
    }

    /// <returns>Whether the name may be a class: 1 to 32 lower-case letters, digits and hyphens, the first a letter.</returns>
    public static bool IsClass(string name) =>
        name.Length <= 32 && char.IsAsciiLetterLower(name[0])
        && name.All(unit => char.IsAsciiLetterLower(unit) || char.IsAsciiDigit(unit) || unit == '-');

    private string? JoinClasses(string? ownClass, HtmlAttributes attributes)
    {
        var classes = new StringBuilder(ownClass);
        foreach (var name in attributes.Classes ?? [])
        {
            if (name.StartsWith("markdown-alert", StringComparison.Ordinal))
            {
                continue;
            }

            if (IsClass(name))
            {
                classes.Append(classes.Length > 0 ? " " : "").Append(name);
            }
            else
            {
                ReportDropped(attributes, "." + name);
            }
        }

        return classes.Length > 0 ? classes.ToString() : null;
    }

    private void ReportDropped(HtmlAttributes attributes, string name) => context.Report(Diagnostic.Warning(
        "markdown/attribute-dropped", context.At(attributes.Span.Start),
        $"花括号里的“{Quoted.Line(name)}”没有采用。",
        "这里只能写编号 #编号 和类名 .类名（小写字母、数字和 -）。"));
}
