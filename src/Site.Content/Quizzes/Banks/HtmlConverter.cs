using System.Collections.Immutable;
using System.Globalization;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Site.Content.Markdown;

namespace Site.Content.Quizzes.Banks;

/// <summary>
/// Converts HTML that nobody has checked to Markdown blocks. Only elements that are named here are carried: everything else gives its text,
/// and scripts, styles and frames give nothing.
/// </summary>
internal sealed class HtmlConverter
{
    /// <summary>Levels of elements that are followed; what lies deeper is left out.</summary>
    public const int Depth = 24;

    /// <summary>Most opening angle brackets of a text: a parser's time grows with the square of wrongly nested elements.</summary>
    private const int MostTags = 5_000;

    private const int MostUnits = 400_000;

    private static readonly string[] Inlines =
    [
        "a", "abbr", "b", "bdi", "big", "br", "cite", "code", "del", "dfn", "em", "font", "i", "img", "ins", "kbd", "label", "mark", "q", "s",
        "samp", "small", "span", "strike", "strong", "sub", "sup", "tt", "u", "var", "wbr", "input", "button", "svg", "math", "script", "style",
    ];

    private readonly ItemContext item;
    private readonly Func<IElement, string?> pictures;

    private HtmlConverter(ItemContext item, Func<IElement, string?> pictures)
    {
        this.item = item;
        this.pictures = pictures;
    }

    /// <param name="pictures">Takes an image to its Markdown; null where it cannot be shown.</param>
    public static ImmutableArray<TextBlock> Read(string html, ItemContext item, Func<IElement, string?> pictures)
    {
        if (html.Length > MostUnits || html.AsSpan().Count('<') > MostTags)
        {
            item.Error("bank/text-too-much", $"这道题的一段文字太长，或者有太多的标记（最多{MostUnits}个字、{MostTags}个“<”）。", "请检查这道题是不是坏了，把它拆短或者删掉。");
            return [];
        }

        using var document = new HtmlParser().ParseDocument(html);
        return document.Body is { } body ? [.. new HtmlConverter(item, pictures).Of(body, 0)] : [];
    }

    /// <returns>Whether neither the element nor what is in it is carried.</returns>
    public static bool IsDropped(IElement element) =>
        element.LocalName is "script" or "style" or "iframe" or "frame" or "object" or "embed" or "applet" or "video" or "audio" or "source" or "svg"
            or "math" or "template" or "noscript" or "textarea" or "select" or "canvas" or "link" or "meta" or "title" or "head";

    /// <summary>Reports what of an element is not carried.</summary>
    public static void ReportLoss(IElement element, ItemContext item)
    {
        if (IsDropped(element))
        {
            item.ReportChange($"<{element.LocalName}> 的内容不能用，没有带过来。");
        }
        else if (element.LocalName is "font" or "u" or "s" or "del" or "strike" or "mark" or "big" || element.HasAttribute("style") || element.HasAttribute("color"))
        {
            item.ReportChange("文字的颜色、字号、下划线等样式没有带过来。");
        }
    }

    private List<TextBlock> Of(INode parent, int depth)
    {
        var blocks = new List<TextBlock>();
        var line = new InlineConverter(item, pictures);
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
                    item.ReportChange("套得太深的内容没有带过来。");
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
        ReportLoss(element, item);
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
            var isBold = block is { Kind: TextKind.Paragraph, HasMarkup: false, Pictures.IsEmpty: true } && !block.PlainText.Contains(TextBlock.Break, StringComparison.Ordinal)
                && MarkdownRoundTrip.Preserves($"**{block.Markdown}**", block.PlainText);
            blocks.Add(isBold ? block with { Markdown = $"**{block.Markdown}**", HasMarkup = true } : block);
        }

        item.ReportChange("小标题写成了一段粗体字。");
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
        SafetySigns.All.FirstOrDefault(sign => element.ClassList.Contains(sign.Class)).Word;
}

/// <summary>
/// Writes lists of HTML. Their marks are <c>*</c> and <c>1)</c>, so that no list runs into the choices and steps of a question,
/// which are written with <c>-</c> and <c>1.</c>.
/// </summary>
internal static class HtmlLists
{
    /// <param name="blocks">Reads what is in an item.</param>
    /// <returns>Lines of Markdown; empty for a list without text.</returns>
    public static string Write(IElement list, Func<IElement, List<TextBlock>> blocks)
    {
        var isOrdered = list.LocalName == "ol";
        var number = int.TryParse(list.GetAttribute("start"), NumberStyles.None, CultureInfo.InvariantCulture, out var start) && start < 100_000 ? start : 1;
        var items = list.Children.Where(child => child.LocalName == "li").Select(blocks).Where(item => item.Count > 0).ToList();
        var isLoose = items.Any(item => item.Count(block => block.Kind is not TextKind.Other) > 1);
        var lines = items.Select(item =>
        {
            var mark = isOrdered ? string.Create(CultureInfo.InvariantCulture, $"{number++}) ") : "* ";
            var text = string.Join(isLoose ? "\n\n" : "\n", item.Select(block => block.Lines));
            return mark + text.Replace("\n", "\n" + new string(' ', mark.Length), StringComparison.Ordinal);
        });
        return string.Join(isLoose ? "\n\n" : "\n", lines);
    }
}

/// <summary>Writes tables of HTML; the first row becomes the head.</summary>
internal static class HtmlTables
{
    /// <param name="blocks">Reads what is in a cell.</param>
    /// <returns>Lines of Markdown; empty for a table without text.</returns>
    public static string Write(IElement table, ItemContext item, Func<IElement, List<TextBlock>> blocks)
    {
        var rows = table.QuerySelectorAll("tr").Where(row => row.Closest("table") == table)
            .Select(row => row.Children.Where(cell => cell.LocalName is "td" or "th").Select(cell => Cell(cell, blocks)).ToList())
            .Where(row => row.Count > 0).ToList();
        if (rows.Count == 0 || rows.All(row => row.All(cell => cell.Length == 0)))
        {
            return "";
        }

        if (table.QuerySelector("[colspan], [rowspan]") is not null || table.QuerySelector("table") is not null)
        {
            item.ReportChange("表格里合并的格子或者表中表拆开了，请对照原件检查。");
        }

        var columns = rows.Max(row => row.Count);
        var lines = rows.Select(row => "| " + string.Join(" | ", row.Concat(Enumerable.Repeat("", columns - row.Count))) + " |").ToList();
        lines.Insert(1, "|" + string.Concat(Enumerable.Repeat(" --- |", columns)));
        return string.Join('\n', lines);
    }

    private static string Cell(IElement cell, Func<IElement, List<TextBlock>> blocks) =>
        string.Join(" ", blocks(cell).Select(block => TextBlock.OneLine(block.Markdown).Replace("\n", " ", StringComparison.Ordinal)))
            .Replace("|", "\\|", StringComparison.Ordinal);
}
