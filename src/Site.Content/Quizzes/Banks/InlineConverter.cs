using System.Collections.Immutable;
using System.Text;
using AngleSharp.Dom;
using Markdig.Syntax;
using Site.Content.Markdown;
using Site.Core.Text;

namespace Site.Content.Quizzes.Banks;

/// <summary>Writes a paragraph of HTML as Markdown of one line, and the same as plain text. What is not listed here is not carried.</summary>
/// <param name="pictures">Takes what an image shows; null where it cannot be shown.</param>
internal sealed class InlineConverter(ItemContext item, Func<IElement, string?> pictures)
{
    private const string Marks = "强调或链接挨着别的符号，写不成 Markdown，只留了文字。";

    private readonly StringBuilder markdown = new();
    private readonly StringBuilder words = new();
    private readonly List<string> shown = [];
    private bool hasMarkup;

    public void Add(INode node, int depth)
    {
        switch (node)
        {
            case IText text:
                AddText(text.Data);
                break;
            case IElement element when depth < HtmlConverter.Depth:
                AddElement(element, depth + 1);
                break;
        }
    }

    /// <returns>What was added since the last time, as a block; null where it was nothing.</returns>
    public TextBlock? Take()
    {
        var (line, plain) = (Trim(markdown), Trim(words));
        var block = line.Length == 0 ? null
            : plain.Length == 0 && shown.Count == 1 ? new TextBlock(TextKind.Picture, line, "", [line], false)
            : Verified(line, plain);
        markdown.Clear();
        words.Clear();
        shown.Clear();
        hasMarkup = false;
        return block;
    }

    private TextBlock Verified(string line, string plain)
    {
        ImmutableArray<string> all = [.. shown];
        if (!hasMarkup || !all.IsEmpty || MarkdownRoundTrip.Preserves(line, plain))
        {
            return new(TextKind.Paragraph, line, plain, all, hasMarkup);
        }

        item.ReportChange(Marks);
        return new(TextKind.Paragraph, MarkdownEscape.Inline(plain), plain, all, false);
    }

    private void AddText(string text)
    {
        var reduced = Spacing.Reduce(string.Concat(text.Where(unit => unit is not (TextBlock.Break or '\u200B' or '\uFEFF'))).Replace('\u00A0', '\n'));
        Append(markdown, MarkdownEscape.Inline(reduced));
        Append(words, reduced);
    }

    private void AddElement(IElement element, int depth)
    {
        switch (element.LocalName)
        {
            case "br":
                markdown.Append(TextBlock.Break);
                words.Append(TextBlock.Break);
                break;
            case "strong" or "b":
                AddMarked(element, "**", depth);
                break;
            case "em" or "i":
                AddMarked(element, "*", depth);
                break;
            case "code" or "kbd" or "samp" or "tt":
                AddCode(element.TextContent);
                break;
            case "a":
                AddLink(element, depth);
                break;
            case "img":
                AddPicture(element);
                break;
            case "sub" or "sup":
                AddText(ScriptDigits.Write(element.TextContent, element.LocalName == "sub", item));
                break;
            default:
                HtmlConverter.ReportLoss(element, item);
                AddAll(element, depth);
                break;
        }
    }

    private void AddAll(IElement element, int depth)
    {
        if (HtmlConverter.IsDropped(element))
        {
            return;
        }

        foreach (var child in element.ChildNodes)
        {
            Add(child, depth);
        }
    }

    private void AddMarked(IElement element, string mark, int depth)
    {
        var start = markdown.Length;
        AddAll(element, depth);
        var inner = markdown.ToString(start, markdown.Length - start);
        var text = inner.Trim(' ', TextBlock.Break);
        if (text.Length == 0 || text.Contains(TextBlock.Break, StringComparison.Ordinal) || text.StartsWith('*') || text.EndsWith('*'))
        {
            return;
        }

        markdown.Length = start;
        var lead = inner[..inner.IndexOf(text, StringComparison.Ordinal)];
        markdown.Append(lead).Append(mark).Append(text).Append(mark).Append(inner[(lead.Length + text.Length)..]);
        hasMarkup = true;
    }

    private void AddCode(string text)
    {
        var code = Spacing.OneLine(text.Replace('\u00A0', '\n').Replace(TextBlock.Break, '\n'));
        if (code.Length == 0)
        {
            return;
        }

        var fence = "`";
        while (code.Contains(fence, StringComparison.Ordinal))
        {
            fence += "`";
        }

        var space = code.StartsWith('`') || code.EndsWith('`') ? " " : "";
        markdown.Append(fence).Append(space).Append(code).Append(space).Append(fence);
        words.Append(code);
        hasMarkup = true;
    }

    private void AddLink(IElement link, int depth)
    {
        var start = (Markdown: markdown.Length, Words: words.Length);
        AddAll(link, depth);
        var text = markdown.ToString(start.Markdown, markdown.Length - start.Markdown);
        var plain = words.ToString(start.Words, words.Length - start.Words);
        if (BankLinks.Read(link.GetAttribute("href") ?? "", item) is not { } address || plain.Trim().Length == 0 || text.Contains(TextBlock.Break, StringComparison.Ordinal))
        {
            return;
        }

        markdown.Length = start.Markdown;
        var isBare = plain == address && address.StartsWith("http", StringComparison.Ordinal);
        markdown.Append(isBare ? $"<{address}>" : $"[{text}]({address})");
        hasMarkup = true;
    }

    private void AddPicture(IElement picture)
    {
        if (pictures(picture) is { } line)
        {
            markdown.Append(line);
            shown.Add(line);
        }
        else
        {
            AddText(picture.GetAttribute("alt") ?? "");
        }
    }

    // Elements do not add up their spaces: <b>a </b> b has one.
    private static void Append(StringBuilder line, string text) =>
        line.Append(line.Length > 0 && line[^1] is not (' ' or TextBlock.Break) ? text : text.TrimStart(' '));

    private static string Trim(StringBuilder text) =>
        string.Join(TextBlock.Break, text.ToString().Split(TextBlock.Break, StringSplitOptions.TrimEntries)).Trim(' ', TextBlock.Break);
}

/// <summary>Reads a line of Markdown back.</summary>
internal static class MarkdownRoundTrip
{
    /// <returns>Whether the line is one paragraph that shows exactly these words.</returns>
    public static bool Preserves(string line, string words)
    {
        var text = line.Replace(TextBlock.Break, ' ');
        var (document, _) = MarkdownSyntax.Parse("", MarkdownEscape.Start(text), 1);
        return document is [ParagraphBlock paragraph] && Bare(PlainText.Of(paragraph.Inline)) == Bare(words.Replace(TextBlock.Break, ' '));
    }

    private static string Bare(string text) => string.Concat(text.Where(unit => !char.IsWhiteSpace(unit)));
}

/// <summary>Small figures above and below the line, as in CO₂ and m³: Unicode has them, Markdown does not.</summary>
internal static class ScriptDigits
{
    private const string Plain = "0123456789+-=()";
    private const string Below = "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎";
    private const string Above = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾";

    /// <returns>The text in small characters, or, where Unicode has none for it, as it is, which is noted.</returns>
    public static string Write(string text, bool isBelow, ItemContext item)
    {
        if (text.All(unit => Plain.Contains(unit, StringComparison.Ordinal)))
        {
            return string.Concat(text.Select(unit => (isBelow ? Below : Above)[Plain.IndexOf(unit, StringComparison.Ordinal)]));
        }

        item.ReportChange($"上标、下标“{Quoted.Line(text)}”写成了普通文字。");
        return text;
    }
}

/// <summary>Reads addresses of links in banks.</summary>
internal static class BankLinks
{
    /// <returns>The address as it stands in Markdown, relative to the site's root where it is one of our own pages; null where nothing may link there, which is noted.</returns>
    public static string? Read(string address, ItemContext item)
    {
        var read = LinkDestinationReader.Read(address.Trim());
        if (read is LinkDestination.Outside { Address: var outside })
        {
            return Encode(Own(outside, item.Bank.Site) ?? outside);
        }

        item.ReportChange(read is LinkDestination.Refused
            ? $"链接“{Quoted.Line(address)}”不能用，只留了文字。"
            : $"链接“{Quoted.Line(address)}”没有网站的名字，只留了文字。");
        return null;
    }

    private static string? Own(string address, Uri? site) =>
        site is not null && address.StartsWith(site.AbsoluteUri, StringComparison.Ordinal) && Uri.UnescapeDataString(address) is var decoded
            && !decoded.Contains('%', StringComparison.Ordinal)
            ? "/" + decoded[Uri.UnescapeDataString(site.AbsoluteUri).Length..]
            : null;

    private static string Encode(string address) => address
        .Replace(" ", "%20", StringComparison.Ordinal).Replace("(", "%28", StringComparison.Ordinal).Replace(")", "%29", StringComparison.Ordinal)
        .Replace("\\", "%5C", StringComparison.Ordinal).Replace("<", "%3C", StringComparison.Ordinal).Replace(">", "%3E", StringComparison.Ordinal)
        .Replace("*", "%2A", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal);
}
