using System.Collections.Immutable;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Site.Reading;

/// <summary>
/// Turns HTML that nobody has checked into Markdown blocks. Only elements that are named here are carried: everything else gives its text,
/// and scripts, styles and frames give nothing.
/// </summary>
internal sealed class HtmlBlocks
{
    /// <summary>Levels of elements that are followed; what lies deeper is left out.</summary>
    public const int Depth = 24;

    /// <summary>Most opening angle brackets of a text: a parser takes time by the square of wrongly nested elements.</summary>
    private const int MostTags = 5_000;

    private const int MostUnits = 400_000;

    private static readonly string[] Inlines =
    [
        "a", "abbr", "b", "bdi", "big", "br", "cite", "code", "del", "dfn", "em", "font", "i", "img", "ins", "kbd", "label", "mark", "q", "s",
        "samp", "small", "span", "strike", "strong", "sub", "sup", "tt", "u", "var", "wbr", "input", "button", "svg", "math", "script", "style",
    ];

    private readonly ItemNotes item;
    private readonly Func<IElement, string?> pictures;

    private HtmlBlocks(ItemNotes item, Func<IElement, string?> pictures)
    {
        this.item = item;
        this.pictures = pictures;
    }

    /// <param name="pictures">Takes an image to its Markdown; null where it cannot be shown.</param>
    public static ImmutableArray<TextBlock> Read(string html, ItemNotes item, Func<IElement, string?> pictures)
    {
        if (html.Length > MostUnits || html.AsSpan().Count('<') > MostTags)
        {
            item.Error("bank/text-too-much", $"这道题的一段文字太长，或者有太多的标记（最多{MostUnits}个字、{MostTags}个“<”）。", "请检查这道题是不是坏了，把它拆短或者删掉。");
            return [];
        }

        using var document = new HtmlParser().ParseDocument(html);
        return document.Body is { } body ? [.. new HtmlBlocks(item, pictures).Of(body, 0)] : [];
    }

    /// <returns>Whether neither the element nor what is in it is carried.</returns>
    public static bool IsDropped(IElement element) =>
        element.LocalName is "script" or "style" or "iframe" or "frame" or "object" or "embed" or "applet" or "video" or "audio" or "source" or "svg"
            or "math" or "template" or "noscript" or "textarea" or "select" or "canvas" or "link" or "meta" or "title" or "head";

    /// <summary>Says what of an element is not carried.</summary>
    public static void NoteLoss(IElement element, ItemNotes item)
    {
        if (IsDropped(element))
        {
            item.Change($"<{element.LocalName}> 的内容不能用，没有带过来。");
        }
        else if (element.LocalName is "font" or "u" or "s" or "del" or "strike" or "mark" or "big" || element.HasAttribute("style") || element.HasAttribute("color"))
        {
            item.Change("文字的颜色、字号、下划线等样式没有带过来。");
        }
    }

    private List<TextBlock> Of(INode parent, int depth)
    {
        var blocks = new List<TextBlock>();
        var line = new InlineText(item, pictures);
        foreach (var child in parent.ChildNodes)
        {
            if (child is IElement element && !Inlines.Contains(element.LocalName))
            {
                Flush();
                if (depth < Depth)
                {
                    AddBlock(blocks, element, depth + 1);
                }
                else
                {
                    item.Change("套得太深的内容没有带过来。");
                }
            }
            else
            {
                line.Add(child, depth);
            }
        }

        Flush();
        return blocks;

        void Flush()
        {
            if (line.Take() is { } block)
            {
                blocks.Add(block);
            }
        }
    }

    private void AddBlock(List<TextBlock> blocks, IElement element, int depth)
    {
        NoteLoss(element, item);
        if (IsDropped(element))
        {
            return;
        }

        switch (element.LocalName)
        {
            case "ul" or "ol":
                AddIfAny(blocks, element, HtmlLists.Write(element, child => Of(child, depth)));
                break;
            case "pre":
                AddIfAny(blocks, element, Code(element.TextContent));
                break;
            case "table":
                AddIfAny(blocks, element, HtmlTables.Write(element, item, cell => Of(cell, depth)));
                break;
            case "hr":
                blocks.Add(new(TextKind.Other, "* * *", "", [], true));
                break;
            case "blockquote":
                AddQuote(blocks, Of(element, depth), TextKind.Quote, "");
                break;
            case "aside" when Sign(element) is { } word:
                AddQuote(blocks, [.. Of(element, depth).Skip(1)], TextKind.Other, $"> [!{word}]\n");
                break;
            case "h1" or "h2" or "h3" or "h4" or "h5" or "h6":
                AddHeading(blocks, Of(element, depth));
                break;
            default:
                blocks.AddRange(Of(element, depth));
                break;
        }
    }

    private static void AddIfAny(List<TextBlock> blocks, IElement element, string markdown)
    {
        if (markdown.Length > 0)
        {
            blocks.Add(new(TextKind.Other, markdown, element.TextContent.Trim(), [], true));
        }
    }

    private static void AddQuote(List<TextBlock> blocks, List<TextBlock> inner, TextKind kind, string first)
    {
        var text = TextBlock.Join(inner);
        if (text.Length > 0)
        {
            blocks.Add(new(kind, first + "> " + text.Replace("\n", "\n> ", StringComparison.Ordinal), text, [], true));
        }
    }

    private void AddHeading(List<TextBlock> blocks, List<TextBlock> inner)
    {
        foreach (var block in inner)
        {
            var isBold = block is { Kind: TextKind.Words, HasMarkup: false, Pictures.IsEmpty: true } && !block.Words.Contains(TextBlock.Break, StringComparison.Ordinal)
                && MarkdownLine.Reads($"**{block.Markdown}**", block.Words);
            blocks.Add(isBold ? block with { Markdown = $"**{block.Markdown}**", HasMarkup = true } : block);
        }

        item.Change("小标题写成了一段粗体字。");
    }

    private static string Code(string text)
    {
        var lines = text.ReplaceLineEndings("\n").Trim('\n');
        var fence = "```";
        while (lines.Contains(fence, StringComparison.Ordinal))
        {
            fence += "`";
        }

        return string.IsNullOrWhiteSpace(lines) ? "" : $"{fence}\n{lines}\n{fence}";
    }

    private static string? Sign(IElement element) =>
        Signs.All.FirstOrDefault(sign => element.ClassList.Contains(sign.Class)).Word;
}
