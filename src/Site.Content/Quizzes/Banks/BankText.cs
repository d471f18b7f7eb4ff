using System.Collections.Immutable;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using Markdig;
using Site.Content.Markdown;
using Site.Core.Text;

namespace Site.Content.Quizzes.Banks;

/// <summary>Converts texts of banks, in any format, to Markdown.</summary>
internal static partial class BankText
{
    private static readonly MarkdownPipeline Foreign = new MarkdownPipelineBuilder().UsePipeTables().Build();

    /// <returns>Blocks of Markdown; none for an empty text. What is lost is reported.</returns>
    public static ImmutableArray<TextBlock> Read(RawText text, ItemContext item)
    {
        if (text.IsEmpty)
        {
            return [];
        }

        if (SafeText.Clean(text.Text) != text.Text.Replace("\r", "", StringComparison.Ordinal))
        {
            item.Error("bank/control-character", "这道题里有看不见的控制字符，或者会改变文字显示顺序的字符。", "删掉它们，或者把这道题重新打一遍。");
            return [];
        }

        if (Formula().IsMatch(text.Text))
        {
            item.ReportChange("公式（TeX）照原样留成了文字，请改写。");
        }

        var blocks = HtmlConverter.Read(Html(text, item), item, picture => Picture(picture, text, item));
        return blocks.Any(block => SafeText.Clean(block.Markdown) != block.Markdown) ? Hidden(item) : blocks;
    }

    /// <returns>The text as Markdown of one line.</returns>
    public static string Line(RawText text, string name, ItemContext item)
    {
        var blocks = Read(text, item);
        if (blocks.Length > 1 || blocks.Any(block => block.Kind is not (TextKind.Paragraph or TextKind.Picture) || block.HasBreak))
        {
            item.ReportChange($"{name}并成了一行。");
        }

        return TextBlock.OneLine(string.Join(TextBlock.Break, blocks.Select(block => block.Kind is TextKind.Other or TextKind.Quote
            ? MarkdownEscape.Inline(block.PlainText.ReplaceLineEndings(" "))
            : block.Markdown)));
    }

    /// <returns>The text as Markdown of one line that is plain text.</returns>
    public static string PlainLine(RawText text, string name, ItemContext item)
    {
        var blocks = Read(text, item);
        if (blocks.Any(block => block.HasMarkup || !block.Pictures.IsEmpty))
        {
            item.ReportChange($"{name}里的样式和图片没有带过来。");
        }

        if (blocks.Length > 1 || blocks.Any(block => block.HasBreak))
        {
            item.ReportChange($"{name}里的几行并成了一行。");
        }

        return MarkdownEscape.Inline(TextBlock.OneLine(string.Join(TextBlock.Break, blocks.Select(block => block.PlainText.ReplaceLineEndings(" ")))));
    }

    private static string Html(RawText text, ItemContext item) => text.Format switch
    {
        TextFormat.Html => text.Text,
        TextFormat.Markdown => Rendered(text.Text, item),
        TextFormat.Moodle when Tag().IsMatch(text.Text) => text.Text,
        TextFormat.Moodle => Paragraphs(text.Text.Replace("<", "&lt;", StringComparison.Ordinal)),
        _ => Paragraphs(WebUtility.HtmlEncode(text.Text)),
    };

    private static string Paragraphs(string html) => string.Concat(html.ReplaceLineEndings("\n").Split("\n\n")
        .Select(paragraph => $"<p>{paragraph.Trim('\n').Replace("\n", "<br>", StringComparison.Ordinal)}</p>"));

    private static string Rendered(string markdown, ItemContext item)
    {
        if (MarkdownLimits.Find(item.Location.Path, markdown, item.Location.Line) is { } limit)
        {
            item.Error(limit.Code, limit.Message, limit.Help);
            return "";
        }

        try
        {
            return Markdig.Markdown.ToHtml(markdown, Foreign);
        }
        catch (ArgumentException)
        {
            var deep = MarkdownLimits.TooDeep(item.Location);
            item.Error(deep.Code, deep.Message, deep.Help);
            return "";
        }
    }

    private static string? Picture(IElement picture, RawText text, ItemContext item)
    {
        var source = picture.GetAttribute("src") ?? "";
        var alt = Spacing.OneLine(picture.GetAttribute("alt") ?? "");
        var title = Spacing.OneLine((picture.GetAttribute("title") ?? "").Replace('"', '\n'));
        if (Target(source, text, item) is not { } target)
        {
            return null;
        }

        if (alt.Length == 0)
        {
            item.ReportChange($"图片 {target} 没有文字说明，请在方括号里补上图里有什么。");
        }

        return $"![{MarkdownEscape.Inline(alt)}]({target}{(title.Length > 0 ? $" \"{MarkdownEscape.Inline(title)}\"" : "")})";
    }

    private static string? Target(string source, RawText text, ItemContext item)
    {
        const string Inside = "@@PLUGINFILE@@/";
        var bytes = source.StartsWith(Inside, StringComparison.Ordinal)
            ? text.Files.TryGetValue(Uri.UnescapeDataString(source[Inside.Length..].Split('?')[0]), out var file) ? file : (ReadOnlyMemory<byte>?)null
            : DataAddress().Match(source) is { Success: true } data ? BankPictures.Decode(data.Groups["base64"].Value) ?? ReadOnlyMemory<byte>.Empty
            : source.StartsWith("data:image/", StringComparison.OrdinalIgnoreCase) ? ReadOnlyMemory<byte>.Empty : (ReadOnlyMemory<byte>?)null;
        if (bytes is { IsEmpty: true })
        {
            item.Error("bank/unreadable-picture", "题库里的一张图片解不出来：内容坏了、不完整，或者超过 8 MB。", "请在原来的题库里重新放上这张图片，或者把它删掉，再导出、导入一次。");
            return null;
        }

        if (bytes is { } found && item.Bank.Pictures.Add(found, source[(source.LastIndexOf('/') + 1)..]) is { } name)
        {
            return "img/" + name;
        }

        if (OwnPicture().IsMatch(source))
        {
            item.ReportChange($"图片 {source} 不在题库里，请把它放到测验旁边的 img 文件夹。");
            return source;
        }

        item.ReportChange(source.StartsWith("http", StringComparison.OrdinalIgnoreCase)
            ? $"图片在别的网站（{Quoted.Line(source)}），没有带过来，只留了说明文字。"
            : $"图片“{Quoted.Line(source.Length > 40 ? source[..40] : source)}”不在题库里，或者不是能用的图片，没有带过来，只留了说明文字。");
        return null;
    }

    private static ImmutableArray<TextBlock> Hidden(ItemContext item)
    {
        item.Error("bank/control-character", "这道题里用代码写了看不见的控制字符，或者会改变文字显示顺序的字符。", "删掉它们，或者把这道题重新打一遍。");
        return [];
    }

    [GeneratedRegex(@"</?(p|br|b|i|u|s|strong|em|img|a|ul|ol|li|sub|sup|span|div|code|pre|table|tr|td|th|tbody|thead|h[1-6]|font|blockquote|hr|script|style|iframe|video|audio|small|center)\b[^<>]*>", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, MatchTime.Milliseconds)]
    private static partial Regex Tag();

    [GeneratedRegex(@"\$\$.+?\$\$|\\\(.+?\\\)|\\\[.+?\\\]", RegexOptions.Singleline, MatchTime.Milliseconds)]
    private static partial Regex Formula();

    [GeneratedRegex(@"^data:image/[a-z0-9+.-]+;base64,(?<base64>[A-Za-z0-9+/=\s]*)$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, MatchTime.Milliseconds)]
    private static partial Regex DataAddress();

    [GeneratedRegex(@"^(\.\./)*((?:[\w-]|" + Han.Pattern + @")+/)*(?:[\w-]|" + Han.Pattern + @")+\.(svg|png|jpe?g|webp|gif)$", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, MatchTime.Milliseconds)]
    private static partial Regex OwnPicture();
}

/// <summary>
/// Spaces in texts of banks. Several in a row are as many in the quiz: they may be meant, and must survive export and import. White space with a line
/// break or a tab in it only lays out the file and is one space.
/// </summary>
internal static class Spacing
{
    private const string Layout = "\t\n\r\f";

    /// <returns>The text without line breaks and tabs.</returns>
    public static string Reduce(string text)
    {
        if (!text.AsSpan().ContainsAny(Layout))
        {
            return text;
        }

        var reduced = new StringBuilder(text.Length);
        for (var rest = text.AsSpan(); !rest.IsEmpty;)
        {
            var word = rest.IndexOfAny(" \t\n\r\f");
            reduced.Append(rest[..(word < 0 ? rest.Length : word)]);
            rest = word < 0 ? [] : rest[word..];
            var spaces = rest.IndexOfAnyExcept(" \t\n\r\f");
            spaces = spaces < 0 ? rest.Length : spaces;
            reduced.Append(rest[..spaces].ContainsAny(Layout) ? " " : rest[..spaces]);
            rest = rest[spaces..];
        }

        return reduced.ToString();
    }

    /// <returns>The same, trimmed.</returns>
    public static string OneLine(string text) => Reduce(text).Trim(' ');
}

/// <summary>What a block of a text is.</summary>
internal enum TextKind
{
    /// <summary>A paragraph.</summary>
    Paragraph,

    /// <summary>A picture alone.</summary>
    Picture,

    /// <summary>A quotation; its lines begin with <c>&gt; </c>.</summary>
    Quote,

    /// <summary>A list, a table, code, a sign, a line across.</summary>
    Other,
}

/// <summary>A block of a text of a bank.</summary>
/// <param name="Markdown">For words: of one line, with <see cref="Break"/> for a line break. Else: whole lines.</param>
/// <param name="PlainText">The same as plain text, without pictures.</param>
/// <param name="Pictures">The pictures in it, as Markdown.</param>
/// <param name="HasMarkup">Whether the plain text says less: emphasis, links, code.</param>
internal sealed record TextBlock(TextKind Kind, string Markdown, string PlainText, ImmutableArray<string> Pictures, bool HasMarkup)
{
    /// <summary>Stands for a line break within words.</summary>
    public const char Break = '\uE001';

    /// <summary>Whether there is a line break within the words.</summary>
    public bool HasBreak => Markdown.Contains(Break, StringComparison.Ordinal);

    /// <returns>The block as lines of Markdown.</returns>
    public string Lines => Kind is TextKind.Paragraph
        ? string.Join("\\\n", Markdown.Split(Break).Select(MarkdownEscape.Start))
        : Markdown;

    /// <returns>Markdown of one line, without line breaks.</returns>
    public static string OneLine(string text) => text.Split(Break, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        .Aggregate("", (line, part) => line + (line.Length == 0 || LineBreaks.JoinsChinese(line, part) ? "" : " ") + part);

    /// <returns>All blocks, a blank line between two of them.</returns>
    public static string Join(IEnumerable<TextBlock> blocks) => string.Join("\n\n", blocks.Select(block => block.Lines));
}
