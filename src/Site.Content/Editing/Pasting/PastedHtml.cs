using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Site.Core.Text;

namespace Site.Content.Editing.Pasting;

/// <summary>
/// HTML of the clipboard (Word, WPS, WeChat articles, web pages, Excel) as Markdown: headings, lists, tables, links and bold text stay; how it looked,
/// scripts, empty paragraphs and whatever follows readers go. Nothing of the HTML itself is carried: each text is escaped.
/// </summary>
public sealed partial class PastedHtml
{
    private const int MostUnits = 4_000_000;

    /// <summary>Most opening angle brackets: a parser's time grows with the square of wrongly nested elements.</summary>
    private const int MostTags = 40_000;

    /// <summary>Levels of elements that are followed; of what lies deeper the text stays.</summary>
    private const int Depth = 100;

    /// <summary>Most elements that are open at once: those that end by themselves do not count.</summary>
    private const int MostOpen = 2_000;

    private const int MostColumns = 40;

    private static readonly FrozenSet<string> Dropped = new[]
    {
        "script", "style", "iframe", "frame", "frameset", "object", "embed", "applet", "video", "audio", "source", "svg", "math", "template", "noscript", "textarea", "select", "canvas",
        "link", "meta", "title", "head", "del", "s", "strike", "button", "input", "form", "dialog", "xml", "col", "colgroup",
    }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Blocks = new[]
    {
        "p", "div", "section", "article", "main", "header", "footer", "aside", "nav", "figure", "figcaption", "address", "center", "body", "html", "fieldset", "details", "summary", "dl", "dt", "dd",
        "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "table", "thead", "tbody", "tfoot", "tr", "td", "th", "caption", "blockquote", "pre", "hr", "br",
    }.ToFrozenSet(StringComparer.Ordinal);

    private readonly PasteReport report = new();
    private readonly List<Block> blocks = [];
    private readonly StringBuilder line = new();
    private readonly Func<string, string, string?> pictures;
    private bool isBold;
    private int pictureCount;

    private PastedHtml(Func<string, string, string?> pictures) => this.pictures = pictures;

    /// <param name="html">Of unknown origin.</param>
    /// <param name="pictures">Takes a picture's address and its words to the path that Markdown names; null where it cannot come along.</param>
    /// <returns>Markdown, empty where there is no text; a note where it is too long to be read.</returns>
    public static Pasted Read(string html, Func<string, string, string?>? pictures = null)
    {
        if (html.Length > MostUnits || html.AsSpan().Count('<') > MostTags || OpenIn(html) > MostOpen)
        {
            return Pasted.TooLong;
        }

        using var document = new HtmlParser().ParseDocument(html);
        var reader = new PastedHtml(pictures ?? ((_, _) => null));
        if (document.Body is { } body)
        {
            reader.Children(body, new(), 0);
            reader.EndParagraph(new());
        }

        reader.report.Add("{0} 张图片没有带过来：请另存成文件，再拖进来", reader.pictureCount);
        return new(reader.Write(), reader.report.Notes());
    }

    /// <returns>The largest number of elements that are open at one place.</returns>
    private static int OpenIn(string html)
    {
        var (open, most) = (0, 0);
        foreach (var tag in Tag().EnumerateMatches(html))
        {
            open = html[tag.Index + 1] == '/' ? Math.Max(open - 1, 0) : open + 1;
            most = Math.Max(most, open);
        }

        return most;
    }

    private void Children(INode node, State state, int depth)
    {
        foreach (var child in node.ChildNodes)
        {
            switch (child)
            {
                case IText text:
                    Text(text.Data, state);
                    break;
                case IElement element when depth < Depth:
                    Element(element, state, depth + 1);
                    break;
                case IElement element:
                    Text(element.TextContent, state);
                    break;
            }
        }
    }

    private void Element(IElement element, State state, int depth)
    {
        var name = element.LocalName;
        var style = element.GetAttribute("style") ?? "";
        if (Dropped.Contains(name) || element.HasAttribute("hidden") || Hiding().IsMatch(style))
        {
            report.Add("删线里的文字没有带（{0} 处）", name is "del" or "s" or "strike" && !string.IsNullOrWhiteSpace(element.TextContent) ? 1 : 0);
            return;
        }

        if (name == "img")
        {
            Picture(element, state);
        }
        else if (name == "table")
        {
            EndParagraph(state);
            Table(element, state, depth);
        }
        else if (name == "a")
        {
            Link(element, state, depth);
        }
        else if (name is "ul" or "ol")
        {
            EndParagraph(state);
            var number = int.TryParse(element.GetAttribute("start"), NumberStyles.None, CultureInfo.InvariantCulture, out var start) && start < 10_000 ? start : 1;
            foreach (var child in element.Children)
            {
                if (child.LocalName is "ul" or "ol")
                {
                    Element(child, state with { Level = state.Level + 1 }, depth + 1);
                }
                else if (depth < Depth)
                {
                    var inner = state with { Level = state.Level + 1, Number = name == "ol" ? number++ : 0, IsItem = true };
                    Children(child, inner, depth + 1);
                    EndParagraph(inner);
                }
            }
        }
        else if (name == "br")
        {
            EndParagraph(state);
        }
        else if (name == "hr")
        {
            EndParagraph(state);
        }
        else if (name == "pre")
        {
            EndParagraph(state);
            blocks.Add(new(Kind.Code, 0, 0, PastedCharacters.Clean(element.TextContent, report).Trim('\n').Replace("```", "'''", StringComparison.Ordinal)));
        }
        else if (Blocks.Contains(name))
        {
            EndParagraph(state);
            var inner = BlockState(element, name, style, state);
            if (inner.WordItem)
            {
                WordItem(element, inner, style, depth);
            }
            else
            {
                Children(element, inner, depth);
            }

            EndParagraph(inner);
        }
        else
        {
            Inline(element, name, style, state, depth);
        }
    }

    private static State BlockState(IElement element, string name, string style, State state)
    {
        if (name is ['h', >= '1' and <= '6'])
        {
            return state with { Heading = name[1] - '0' };
        }

        if (Outline().Match(style) is { Success: true } outline && element.TextContent.Trim().Length is > 0 and < 80)
        {
            return state with { Heading = outline.Groups["level"].Value[0] - '0' };
        }

        return name switch
        {
            "blockquote" => state with { IsQuote = true },
            "p" or "div" when style.Contains("mso-list:", StringComparison.OrdinalIgnoreCase) && !style.Contains("mso-list:none", StringComparison.OrdinalIgnoreCase) => state with { WordItem = true },
            _ => state,
        };
    }

    /// <summary>A list of Word is a row of paragraphs; the sign of each stands in a part that is to be ignored.</summary>
    private void WordItem(IElement element, State state, string style, int depth)
    {
        var level = WordLevel().Match(style) is { Success: true } found ? found.Groups["level"].Value[0] - '0' : 1;
        var ignored = element.QuerySelectorAll("[style]").FirstOrDefault(part => part.GetAttribute("style")!.Contains("mso-list:Ignore", StringComparison.OrdinalIgnoreCase) || part.GetAttribute("style")!.Contains("mso-list: Ignore", StringComparison.OrdinalIgnoreCase));
        var sign = ignored?.TextContent.Trim(' ', '\u00A0', '\n', '\t') ?? "";
        ignored?.Remove();
        var isNumbered = NumberSign().Match(sign) is { Success: true };
        var inner = state with { Level = level, Number = isNumbered ? -1 : 0, IsItem = true, WordItem = false };
        Children(element, inner, depth);
        EndParagraph(inner);
    }

    private void Inline(IElement element, string name, string style, State state, int depth)
    {
        var makesBold = !isBold && state.Heading == 0 && (Weight().Match(style) is { Success: true } weight
            ? weight.Groups["weight"].Value is "bold" or "bolder" || (int.TryParse(weight.Groups["weight"].Value, CultureInfo.InvariantCulture, out var number) && number >= 600)
            : name is "b" or "strong");
        if (!makesBold)
        {
            Children(element, state, depth);
            return;
        }

        isBold = true;
        var start = line.Length;
        line.Append('\x01');
        Children(element, state, depth);
        line.Append('\x02');
        isBold = false;
        if (start + 2 >= line.Length && line.Length > start)
        {
            line.Length = start;
        }
    }

    private void Link(IElement element, State state, int depth)
    {
        var target = element.GetAttribute("href") is { } href ? PastedAddress.Of(href, report) : null;
        if (target is null || element.QuerySelector("p, div, section, table, ul, ol, h1, h2, h3, h4, h5, h6, img") is not null || string.IsNullOrWhiteSpace(element.TextContent))
        {
            Children(element, state, depth);
            return;
        }

        var words = Escaped(PastedCharacters.OneLine(PastedCharacters.Clean(element.TextContent, report)).Trim());
        line.Append($"[{words}]({target})");
    }

    private void Picture(IElement element, State state)
    {
        var source = element.GetAttribute("data-src") ?? element.GetAttribute("src") ?? "";
        var words = PastedCharacters.OneLine(PastedCharacters.Clean(element.GetAttribute("alt") ?? "", report)).Trim();
        if (pictures(source, words) is { } path)
        {
            EndParagraph(state);
            blocks.Add(new(Kind.Paragraph, 0, 0, $"![{Escaped(words)}]({path})"));
        }
        else if (source.Length > 0 && element.GetAttribute("width") is not ("1" or "0"))
        {
            pictureCount++;
        }
    }

    private void Text(string text, State state)
    {
        if (state.IsCell || line.Length > 0 || !string.IsNullOrWhiteSpace(text))
        {
            line.Append(Escaped(PastedCharacters.OneLine(PastedCharacters.Clean(text, report))));
        }
    }

    /// <summary>A table with one column or one cell is how a page was laid out, and only its text stays.</summary>
    private void Table(IElement table, State state, int depth)
    {
        var rows = table.QuerySelectorAll("tr").Where(row => row.Closest("table") == table).Select(row => row.Children.Where(cell => cell.LocalName is "td" or "th").ToArray()).Where(row => row.Length > 0).ToArray();
        if (rows.Length == 0 || rows.Max(row => row.Length) == 1 || state.IsCell || table.QuerySelector("table") is not null)
        {
            foreach (var cell in rows.SelectMany(row => row))
            {
                Children(cell, state, depth + 1);
                EndParagraph(state);
            }

            return;
        }

        var written = new List<string[]>();
        var (below, isMerged) = (new Dictionary<int, int>(), false);
        foreach (var row in rows)
        {
            var cells = new List<string>();
            foreach (var cell in row)
            {
                SkipMerged(cells, below);
                var (wide, high) = (Span(cell, "colspan"), Span(cell, "rowspan"));
                isMerged |= wide > 1 || high > 1;
                for (var i = 0; i < wide && cells.Count < MostColumns; i++)
                {
                    below[cells.Count] = high - 1;
                    cells.Add(i == 0 ? Cell(cell, state, depth) : "");
                }
            }

            SkipMerged(cells, below);
            if (cells.Exists(cell => cell.Length > 0))
            {
                written.Add([.. cells]);
            }
        }

        report.Add("合并的单元格拆开了，请看看对不对", isMerged ? 1 : 0);
        if (written.Count > 0)
        {
            blocks.Add(new(Kind.Table, 0, 0, MarkdownCures.Write(written)));
        }
    }

    private static void SkipMerged(List<string> cells, Dictionary<int, int> below)
    {
        while (below.GetValueOrDefault(cells.Count) > 0 && cells.Count < MostColumns)
        {
            below[cells.Count]--;
            cells.Add("");
        }
    }

    private static int Span(IElement cell, string name) => int.TryParse(cell.GetAttribute(name), NumberStyles.None, CultureInfo.InvariantCulture, out var span) ? Math.Clamp(span, 1, MostColumns) : 1;

    private string Cell(IElement cell, State state, int depth)
    {
        var before = blocks.Count;
        Children(cell, state with { IsCell = true, Level = 0, IsItem = false, Heading = 0, IsQuote = false }, depth + 1);
        EndParagraph(state with { IsCell = true, Level = 0, IsItem = false, Heading = 0, IsQuote = false });
        var text = string.Join(' ', blocks.Skip(before).Where(block => block.Kind != Kind.Table).Select(block => block.Text.Replace('\n', ' ')));
        blocks.RemoveRange(before, blocks.Count - before);
        return text;
    }

    private void EndParagraph(State state)
    {
        var text = Bold().Replace(Marks().Replace(line.ToString(), ""), match =>
        {
            var inner = match.Groups["text"].Value.Replace("\x01", "", StringComparison.Ordinal).Replace("\x02", "", StringComparison.Ordinal);
            var trimmed = inner.Trim();
            return trimmed.Length == 0 ? inner : $"{inner[..inner.IndexOf(trimmed, StringComparison.Ordinal)]}**{trimmed}**{inner[(inner.IndexOf(trimmed, StringComparison.Ordinal) + trimmed.Length)..]}";
        }).Replace("\x01", "", StringComparison.Ordinal).Replace("\x02", "", StringComparison.Ordinal).Trim();
        line.Clear();
        if (isBold)
        {
            line.Append('\x01');
        }

        if (text.Length == 0)
        {
            return;
        }

        blocks.Add(state switch
        {
            { Heading: > 0 } => new(Kind.Heading, state.Heading, 0, text.Replace("**", "", StringComparison.Ordinal)),
            { IsItem: true } => new(Kind.Item, state.Level, state.Number, text),
            { IsQuote: true } => new(Kind.Quote, 0, 0, text),
            _ => new(Kind.Paragraph, 0, 0, text),
        });
    }

    private string Write()
    {
        // The page's title is level 1 already: the highest heading is level 2, and none is left out below it.
        var levels = blocks.Where(block => block.Kind == Kind.Heading).Select(block => block.Level).Distinct().Order().ToList();
        var text = new StringBuilder();
        var numbers = new int[Depth + 2];
        Block? before = null;
        foreach (var block in blocks)
        {
            var isNext = before is not null && ((before.Kind == Kind.Item && block.Kind == Kind.Item) || (before.Kind == Kind.Quote && block.Kind == Kind.Quote));
            text.Append(before is null ? "" : before.Kind == Kind.Quote && block.Kind == Kind.Quote ? "\n>\n" : isNext ? "\n" : "\n\n");
            if (!isNext)
            {
                Array.Clear(numbers);
            }

            switch (block.Kind)
            {
                case Kind.Heading:
                    text.Append('#', Math.Min(2 + levels.IndexOf(block.Level), 6)).Append(' ').Append(block.Text);
                    break;
                case Kind.Item:
                    Array.Clear(numbers, block.Level + 1, numbers.Length - block.Level - 1);
                    numbers[block.Level] = block.Number > 0 ? block.Number : block.Number < 0 ? numbers[block.Level] + 1 : 0;
                    text.Append(' ', 3 * Math.Max(block.Level - 1, 0)).Append(block.Number == 0 ? "- " : string.Create(CultureInfo.InvariantCulture, $"{numbers[block.Level]}. ")).Append(MarkdownEscape.Start(block.Text));
                    break;
                case Kind.Quote:
                    text.Append("> ").Append(MarkdownEscape.Start(block.Text));
                    break;
                case Kind.Code:
                    text.Append("```\n").Append(block.Text).Append("\n```");
                    break;
                case Kind.Table:
                    text.Append(block.Text);
                    break;
                default:
                    text.Append(Start(block.Text));
                    break;
            }

            before = block;
        }

        return text.ToString();
    }

    private static string Start(string text) => text.StartsWith("![", StringComparison.Ordinal) ? text : MarkdownEscape.Start(text);

    private static string Escaped(string text) => MarkdownEscape.Inline(text).Replace("|", "\\|", StringComparison.Ordinal);

    private enum Kind
    {
        Paragraph,
        Heading,
        Item,
        Quote,
        Code,
        Table,
    }

    /// <param name="Level">Of a heading, 1 to 6; of an item, from 1.</param>
    /// <param name="Number">Of an item: 0 for none, -1 for the next.</param>
    /// <param name="Text">Markdown.</param>
    private sealed record Block(Kind Kind, int Level, int Number, string Text);

    private readonly record struct State(int Heading, int Level, int Number, bool IsItem, bool IsQuote, bool IsCell, bool WordItem);

    [GeneratedRegex(@"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all|font-size\s*:\s*0(?![.\d])|opacity\s*:\s*0(?![.\d])", RegexOptions.IgnoreCase, MatchTime.Milliseconds)]
    private static partial Regex Hiding();

    [GeneratedRegex(@"mso-outline-level\s*:\s*(?<level>[1-6])", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, MatchTime.Milliseconds)]
    private static partial Regex Outline();

    [GeneratedRegex(@"mso-list:[^;]*level(?<level>[1-9])", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, MatchTime.Milliseconds)]
    private static partial Regex WordLevel();

    [GeneratedRegex(@"^(?:[(（]?(?:\d{1,3}|[一二三四五六七八九十]{1,3}|[①-⑳])[)）.、．]?|[(（]?(?:[a-zA-Z]|[ivxIVX]{1,5})[)）.、．])$", RegexOptions.None, MatchTime.Milliseconds)]
    private static partial Regex NumberSign();

    [GeneratedRegex(@"(?<![-\w])font-weight\s*:\s*(?<weight>[a-z]+|\d+)", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, MatchTime.Milliseconds)]
    private static partial Regex Weight();

    // But for those without an end, and those that the next of their kind ends.
    [GeneratedRegex(@"</?(?!(?:br|img|hr|col|input|meta|link|wbr|area|base|embed|source|p|li|td|th|tr|dd|dt|option|tbody|thead|tfoot)\b)[a-z][^<>]{0,4000}>?", RegexOptions.IgnoreCase, 5000)]
    private static partial Regex Tag();

    // Two bold pieces side by side are one.
    [GeneratedRegex("\x02\x01", RegexOptions.None, MatchTime.Milliseconds)]
    private static partial Regex Marks();

    [GeneratedRegex("\x01(?<text>[^\x01\x02]*)(?:\x02|$)", RegexOptions.ExplicitCapture, MatchTime.Milliseconds)]
    private static partial Regex Bold();
}
