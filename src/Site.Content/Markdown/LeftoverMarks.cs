using System.Buffers;
using System.Text;
using System.Text.RegularExpressions;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Site.Core.Diagnostics;
using Site.Core.Text;

namespace Site.Content.Markdown;

/// <summary>
/// Warns of what was meant as Markdown and did not take, so that readers would see its marks: full-width twins from a Chinese input method, missing spaces,
/// halves of pairs, and what Word, Excel and other generators leave behind. Code and escaped characters are left alone.
/// </summary>
internal sealed partial class LeftoverMarks
{
    private const string AsciiMarks = "*_~=`#[]|\t&:/$!{^+\\?";
    private const string OtherMarks = "＃＊［］【｛〔「『｜│┃＆＞｀／！＝\u3000" + HiddenCharacters.Units;
    private static readonly SearchValues<char> OtherTriggers = SearchValues.Create(OtherMarks);
    private static readonly SearchValues<char> AsciiTriggers = SearchValues.Create(AsciiMarks);
    private static readonly SearchValues<char> AllTriggers = SearchValues.Create(AsciiMarks + OtherMarks);
    private static readonly SearchValues<char> LinkTriggers = SearchValues.Create("]］】〕」』");
    private static readonly SearchValues<char> PictureTriggers = SearchValues.Create("!！");

    /// <summary>First and last of the numbers that are one character: ①, ⑴, ⒈, ❶, ➀, ㈠, ㊀.</summary>
    private static readonly (char First, char Last)[] NumbersOfOneCharacter =
        [('①', '⑳'), ('⑴', '⒇'), ('⒈', '⒛'), ('❶', '❿'), ('➀', '➉'), ('㈠', '㈩'), ('㊀', '㊉')];

    private readonly MarkdownContext page;
    private readonly string source;
    private readonly bool isQuiz;
    private readonly bool hasOwnCharacters;
    private readonly HashSet<char> hidden = [];

    // Most pages have none of the others, and Chinese text is searched for ASCII alone several times as fast.
    private readonly SearchValues<char> triggers;

    private LeftoverMarks(MarkdownContext page, string source, bool isQuiz)
    {
        (this.page, this.source, this.isQuiz) = (page, source, isQuiz);
        triggers = source.AsSpan().ContainsAny(OtherTriggers) ? AllTriggers : AsciiTriggers;
        hasOwnCharacters = source.AsSpan().ContainsAnyInRange('\uE000', '\uF8FF');
    }

    /// <param name="document">As parsed; nothing was written yet.</param>
    /// <param name="isQuiz">Whether choices without marks are reported elsewhere.</param>
    public static void Find(MarkdownDocument document, string source, MarkdownContext page, bool isQuiz) =>
        new LeftoverMarks(page, source, isQuiz).Document(document);

    // Below the fields a second "---" is a line across the page.
    private void Document(MarkdownDocument document)
    {
        if (document.FirstOrDefault() is ThematicBreakBlock { ThematicChar: '-' } rule)
        {
            Warn("markdown/leading-rule", rule.Span.Start, "正文一开头就是一条横线：多了一行“---”。", "删去这一行。");
        }

        UnusedAddresses(document);
        Blocks(document);
    }

    // A line such as "[注意]: 先断电" is the address of a link "[注意]": readers do not see it.
    private void UnusedAddresses(MarkdownDocument document)
    {
        var addresses = document.OfType<LinkReferenceDefinitionGroup>().SelectMany(group => group).Where(address => address.GetType() == typeof(LinkReferenceDefinition)).Cast<LinkReferenceDefinition>().ToArray();
        if (addresses.Length == 0)
        {
            return;
        }

        var used = document.Descendants<LinkInline>().Select(link => link.Reference).OfType<LinkReferenceDefinition>().ToHashSet();
        foreach (var address in addresses.Where(address => !used.Contains(address) && !source.AsSpan(address.Span.Start).StartsWith("[^")))
        {
            Warn("markdown/unused-address", address.Span.Start, $"这一行不会显示：“[{Quoted.Line(address.Label ?? "")}]:”开头的一行是给链接用的地址，正文里没有用到它。",
                "本来是文字，就把冒号改成全角的“：”；本来是链接，就写成“[文字](地址)”。");
        }
    }

    private void Blocks(ContainerBlock blocks)
    {
        for (var i = 0; i < blocks.Count; i++)
        {
            switch (blocks[i])
            {
                case ContainerBlock container:
                    Blocks(container);
                    break;
                case FencedCodeBlock { ClosingFencedCharCount: 0 } code:
                    Warn("markdown/unclosed-code", code.Span.Start, "这段代码没有结束的一行，它下面的内容都当作代码了。", "在代码后面另起一行，写上和开头一样的符号。");
                    break;
                case CodeBlock code and not FencedCodeBlock:
                    Indented(code);
                    break;
                case HeadingBlock heading:
                    Underlined(heading);
                    Leaf(heading, isParagraph: false);
                    break;
                case ParagraphBlock paragraph:
                    Leaf(paragraph, isParagraph: paragraph.Parent is not TableCell);
                    break;
            }
        }
    }

    private void Indented(CodeBlock code)
    {
        int han = 0, others = 0;
        for (var i = 0; i < code.Lines.Count; i++)
        {
            foreach (var rune in code.Lines.Lines[i].Slice.AsSpan().EnumerateRunes())
            {
                han += IsChinese(rune) ? 1 : 0;
                others += IsChinese(rune) || Rune.IsWhiteSpace(rune) || !rune.IsBmp ? 0 : 1;
            }
        }

        if (han > others)
        {
            var start = code.Span.Start + Math.Max(source.AsSpan(code.Span.Start).IndexOfAnyExcept(" \t"), 0);
            Warn("markdown/indented-text", start, "这一段前面有四个以上的空格（或制表符），会当作代码显示，不换行也不加粗。",
                "删去行首的空格；接着上面的列表写，就和列表的文字对齐；真是代码，就在前后各写一行“```”。");
        }
    }

    // A row of hyphens under a text makes a heading of it; a row of equals signs makes one of level 1, which is reported anyway.
    private void Underlined(HeadingBlock heading)
    {
        if (heading is { IsSetext: true, Level: 2 })
        {
            Warn("markdown/underlined-heading", heading.Span.Start, "这段文字下面紧接着一行“---”，会变成小标题。",
                "要分隔线，就在“---”上面空一行；要小标题，就写成“## 标题”。");
        }
    }

    private void Leaf(LeafBlock leaf, bool isParagraph)
    {
        var hasLines = false;
        if (!HasTrigger(leaf.Inline, ref hasLines) && !(isParagraph && (hasLines || IsRow(leaf.Inline?.FirstChild))))
        {
            return;
        }

        var (text, places) = VisibleText.Of(leaf, source);
        foreach (var rule in InlineRules)
        {
            if (rule.Pattern.Match(text) is { Success: true } match && !(isQuiz && match.Value.StartsWith("[[", StringComparison.Ordinal)))
            {
                Warn(rule.Code, places.Source(match.Index), rule.Message(Shown(match.Value)), rule.Help);
            }
        }

        FindLink(text, places);
        FindHidden(text, places);
        if (isParagraph)
        {
            FindLines(leaf, text, places);
        }
    }

    // Dashes, dots and ends of titles are common within texts; as marks they begin a line.
    private static bool IsRow(Inline? first) => first is LiteralInline { Content: { IsEmpty: false } content } && content.CurrentChar is '—' or '－' or '–' or '─' or '━' or '·' or '》' or '〉';

    private bool HasTrigger(ContainerInline? inlines, ref bool hasLines)
    {
        var found = false;
        for (var inline = inlines?.FirstChild; inline is not null; inline = inline.NextSibling)
        {
            if (inline is LinkInline { IsImage: false, IsAutoLink: false } silent && !HasWords(silent))
            {
                Warn("link/no-text", silent.Span.Start, "这个链接没有文字，读者看不见，也点不到。", "在方括号里写上链接到什么：“[通知全文](地址)”。");
            }

            switch (inline)
            {
                case LiteralInline literal:
                    found |= literal.Content.AsSpan().ContainsAny(triggers) || (hasOwnCharacters && literal.Content.AsSpan().ContainsAnyInRange('\uE000', '\uF8FF'));
                    break;
                case HtmlEntityInline entity:
                    found |= entity.Transcoded.AsSpan() is "&";
                    break;
                case LineBreakInline:
                    hasLines = true;
                    break;
                case LinkInline { IsImage: false, IsAutoLink: false, Url: { } url } link when EndsInExclamation(link.PreviousSibling) && IsPicture(url):
                    Warn("markdown/leftover-link", link.Span.Start, $"“{Quoted.Line(url)}”是图片，这里却成了链接：方括号前面的感叹号是全角的，或者后面多了空格。",
                        "感叹号用半角，紧贴方括号：“![图上有什么](图片地址)”。");
                    break;
                case ContainerInline container:
                    found |= container is DelimiterInline;
                    found |= HasTrigger(container, ref hasLines);
                    break;
            }
        }

        return found;
    }

    private static bool HasWords(LinkInline link) =>
        link.FindDescendants<Inline>().Any(inline => inline is LiteralInline literal ? !literal.Content.AsSpan().IsWhiteSpace() : inline is CodeInline or HtmlEntityInline or LinkInline { IsImage: true });

    private static bool EndsInExclamation(Inline? before) =>
        before is LiteralInline literal && literal.Content.AsSpan().TrimEnd() is { IsEmpty: false } text && PictureTriggers.Contains(text[^1])
        && (text[^1] == '！' || literal.Content.AsSpan()[^1] == ' ');

    private static bool IsPicture(string address) => PictureEnding().IsMatch(address);

    // "](" is always a link that failed; "]（" is one only if an address follows.
    private void FindLink(string text, VisibleText places)
    {
        if (!text.AsSpan().ContainsAny(LinkTriggers))
        {
            return;
        }

        var match = FailedLink().Match(text);
        if (!match.Success)
        {
            return;
        }

        var target = Shown(match.Groups["target"].Value.Split(" \"")[0].Trim());
        var isPicture = match.Value.StartsWith('!') || IsPicture(target.TrimEnd(')', '）'));
        var label = match.Groups["label"];
        var marks = match.Value.Remove(label.Index - match.Index, label.Length);
        marks = isPicture ? marks : marks.TrimStart('！');
        var noun = isPicture ? "图片" : "链接";
        var form = isPicture ? "![图上有什么](图片地址)" : "[文字](地址)";
        var (message, help) =
            FullWidthLinkMark().IsMatch(marks) ? ($"这个{noun}没有生效：括号、感叹号或引号是全角的。", $"改成半角：“{form}”。")
            : target.Contains(' ', StringComparison.Ordinal) ? ($"这个{noun}没有生效：地址“{target}”里有空格。", "把文件名里的空格改成连字号（文件也要改名），这里照着写。")
            : match.Groups["gap"].Length > 0 ? ($"这个{noun}没有生效：方括号和圆括号之间有空格。", $"删去空格：“{form}”。")
            : ($"这个{noun}没有生效，方括号和圆括号会照原样显示。", $"写成“{form}”；本来就要显示方括号，就在“[”前加一个反斜杠。");
        Warn("markdown/leftover-link", places.Source(match.Index + (isPicture || match.Value[0] != '！' ? 0 : 1)), message, help);
    }

    // Each once a page: text from Word may have hundreds.
    private void FindHidden(string text, VisibleText places)
    {
        for (var at = HiddenCharacters.IndexIn(text, 0); at >= 0; at = HiddenCharacters.IndexIn(text, at + 1))
        {
            if (hidden.Add(text[at]))
            {
                page.Report(HiddenCharacters.Warning(text[at], page.At(places.Source(at)), "markdown/hidden-character", source.AsSpan().Count(text[at])));
            }
        }
    }

    private void FindLines(LeafBlock leaf, string text, VisibleText places)
    {
        var isInQuote = leaf.Parent is QuoteBlock && leaf.Parent[0] == leaf;
        foreach (var rule in LineRules)
        {
            if (rule.Pattern.Match(text) is { Success: true } match)
            {
                Warn(rule.Code, places.Source(match.Index + match.Length - match.Value.TrimStart().Length), rule.Message(Shown(match.Value.Trim())), rule.Help);
            }
        }

        if (text.AsSpan().ContainsAny("[［【「『") && LeftoverSign().Match(text) is { Success: true } sign && IsMeant(sign, isInQuote, leaf.Parent is QuoteBlock))
        {
            Warn("markdown/leftover-sign", places.Source(sign.Index), $"“{Shown(sign.Value)}”不会显示成标志。",
                "写成“> [!WARNING]”：大于号、方括号和感叹号都用半角，单独占一行，文字从下一行写起，每行以“> ”开头。");
        }

        var isItem = leaf.Parent is ListItemBlock item && item[0] == leaf;
        if (!(isQuiz && isItem) && (isItem ? LeftoverTask() : TaskWithoutList()).Match(text) is { Success: true } task)
        {
            Warn("markdown/leftover-task", places.Source(task.Index), $"“{Shown(task.Value)}”不会显示成勾选框。", "写成“- [ ] 文字”，勾上的写成“- [x] 文字”：方括号用半角，后面空一格。");
        }

        if (text.Contains('\t', StringComparison.Ordinal) || text.AsSpan().ContainsAny("|｜│┃"))
        {
            FindTable(text, places);
        }

        if (text.Contains('\n', StringComparison.Ordinal) && !FindList(text, places) && LabelledLines().Match(text) is { Success: true } lines)
        {
            var start = lines.Index + lines.Value.AsSpan().IndexOfAnyExcept(" 　\u0001");
            Warn("markdown/joined-lines", places.Source(start), "这几行不会一行一行显示，会连成一段。", "要一行一行显示，就在前面几行的末尾各加一个反斜杠“\\”；或者写成列表，每行以“- ”开头。");
        }
    }

    private static bool IsMeant(Match sign, bool isFirstInQuote, bool isInQuote)
    {
        var isRight = sign.Groups["open"].Value == "[" && sign.Groups["mark"].Value == "!" && sign.Groups["close"].Value == "]";
        if (sign.Groups["mark"].Length == 0)
        {
            return isFirstInQuote && sign.Groups["word"].Value is var word && !word.EnumerateRunes().Any(Rune.IsLower) && SafetySigns.Find(word) is not null;
        }

        return isInQuote ? isFirstInQuote && !isRight : SafetySigns.Find(sign.Groups["word"].Value) is not null;
    }

    private void FindTable(string text, VisibleText places)
    {
        var lines = text.Split('\n');
        for (int i = 0, at = 0; i < lines.Length; at += lines[i].Length + 1, i++)
        {
            var line = lines[i].Trim(' ', VisibleText.HardBreak);
            var next = i + 1 < lines.Length ? lines[i + 1].Trim(' ', VisibleText.HardBreak) : "";
            if (TabbedCells(line) is > 1 and var cells && (cells > 2 || TabbedCells(next) > 1))
            {
                Warn("markdown/tabs", places.Source(at), "这里是用制表符隔开的，像是从 Excel 里粘贴的；制表符不会变成表格，各格会连在一起。", $"改成表格，一行一行写：{AsTable(lines.Skip(i))}");
                return;
            }

            if (TableDelimiters().IsMatch(line) || (TableRow().IsMatch(line) && (TableRow().IsMatch(next) || (line.AsSpan().Count('|') + line.AsSpan().Count('｜') > 2 && !AbsoluteValues().IsMatch(line)))))
            {
                Warn("markdown/leftover-table", places.Source(at), "这里的竖线没有变成表格，会照原样显示。",
                    "表格上面空一行，第一行写表头，第二行写“| --- | --- |”（格数和表头一样），竖线、横线、冒号都用半角；本来就要显示竖线，就在前面加一个反斜杠。");
                return;
            }
        }
    }

    private static int TabbedCells(string line) => line.Contains('\t', StringComparison.Ordinal) ? line.Trim('\t').Split('\t').Length : 1;

    private static string AsTable(IEnumerable<string> lines)
    {
        var rows = lines.Take(2).Select(line => line.Trim(' ', '\t', VisibleText.HardBreak).Split('\t').Take(6).Select(cell => Shown(cell.Trim()))).Select(cells => cells.ToArray()).ToArray();
        var table = new[] { rows[0], [.. rows[0].Select(_ => "---")] }.Concat(rows.Skip(1));
        return string.Concat(table.Select(row => $"“| {string.Join(" | ", row)} |”")) + "。";
    }

    // Two lines that begin as items of one list: between Chinese characters a line break is nothing, so they would be run together.
    private bool FindList(string text, VisibleText places)
    {
        var (before, beforeAt) = (Marker(text.AsSpan()), 0);
        for (var at = text.IndexOf('\n', StringComparison.Ordinal); at >= 0; at = text.IndexOf('\n', at + 1))
        {
            var marker = Marker(text.AsSpan(at + 1));
            var isHard = at > 0 && text[at - 1] == VisibleText.HardBreak;
            if (!isHard && before is var (kind, number) && marker is var (nextKind, nextNumber) && kind == nextKind && (number == 0 || nextNumber == number + 1))
            {
                var start = beforeAt + text.AsSpan(beforeAt).IndexOfAnyExcept(" 　");
                var help = kind is '•' or '-' ? "每行写成“- 文字”，减号后面空一格，第一行上面空一行。" : "每行写成“1. 文字”（半角数字和点，后面空一格），第一行上面空一行；或者每条之间空一行。";
                Warn("markdown/leftover-list", places.Source(start), "这几行不是列表，会连成一段。", help);
                return true;
            }

            (before, beforeAt) = (marker, at + 1);
        }

        return false;
    }

    /// <returns>A sign for the way of writing and the number, 0 for bullets; null where the line begins otherwise.</returns>
    private (char Kind, int Number)? Marker(ReadOnlySpan<char> line)
    {
        line = line.TrimStart(" 　");
        if (line.Length < 2)
        {
            return null;
        }

        if (line[0] is '•' or '·' or '●' or '○' or '■' or '□' or '◆' or '◇' or '▪' or '➢' or '√' or '✓' or '★' or '☆' or '※' or '\uF0B7' or '\uF06C' or '\uF0D8')
        {
            return ('•', 0);
        }

        if (line[0] is '-' or '*' or '+' or '－' or '＋' or '–' or '—')
        {
            // Half-width ones with a space are lists.
            line = line[0] is '-' or '*' or '+' ? line : line[..1].ToString() + line[1..].TrimStart(" 　").ToString();
            return line.Length > 1 && Rune.DecodeFromUtf16(line[1..], out var next, out _) == OperationStatus.Done && Han.Is(next) ? ('-', 0) : null;
        }

        foreach (var (first, last) in NumbersOfOneCharacter)
        {
            if (line[0] >= first && line[0] <= last)
            {
                return (first, line[0] - first + 1);
            }
        }

        if (line[0] is >= 'Ⅰ' and <= 'Ⅻ')
        {
            return line[1] is '、' or '.' or '．' or '，' or ')' or '）' ? ('Ⅰ', line[0] - 'Ⅰ' + 1) : null;
        }

        var isBracketed = line[0] is '(' or '（';
        line = isBracketed ? line[1..] : line;
        if (!isQuiz && line.Length > 2 && Letter(line[0]) is > 0 and var letter && line[1] is '、' or '.' or '．' or ')' or '）' && !char.IsAsciiLetterOrDigit(line[2]))
        {
            return (isBracketed ? 'b' : 'a', letter);
        }

        var length = 0;
        var number = 0;
        while (length < line.Length && length < 3 && Digit(line[length]) is >= 0 and var digit)
        {
            number = line[length] == '十' ? Math.Max(number, 1) * 10 : char.IsAsciiDigit(line[length]) || IsWideDigit(line[length]) ? (number * 10) + digit : number + digit;
            length++;
        }

        var rest = line[length..].TrimStart(" 　");
        if (length == 0 || rest.Length < 2)
        {
            return null;
        }

        var isChinese = !char.IsAsciiDigit(line[0]) && !IsWideDigit(line[0]);
        var (end, after) = (rest[0], rest[1]);
        var isEnd = isBracketed ? end is ')' or '）' : end is '、' || (rest.Length == line.Length - length && end is '.' or '．' or ')' or '）' or '。' or '，' or ',' && !char.IsAsciiDigit(after));
        return isEnd ? (isBracketed ? isChinese ? '二' : '2' : isChinese ? '一' : '1', number) : null;
    }

    private static int Letter(char unit) => unit is >= 'A' and <= 'Z' ? unit - 'A' + 1 : unit is >= 'a' and <= 'z' ? unit - 'a' + 1 : unit is >= 'Ａ' and <= 'Ｚ' ? unit - 'Ａ' + 1 : 0;

    private static bool IsWideDigit(char unit) => unit is >= '０' and <= '９';

    private static int Digit(char unit) =>
        char.IsAsciiDigit(unit) ? unit - '0' : IsWideDigit(unit) ? unit - '０' : unit == '十' ? 10 : "〇一二三四五六七八九".IndexOf(unit, StringComparison.Ordinal);

    private static bool IsChinese(Rune rune) => Han.Is(rune) || rune.Value is (>= 0x3000 and <= 0x303F) or (>= 0xFF00 and <= 0xFFEF);

    private static string Shown(string text) =>
        Quoted.Line(text.Replace(VisibleText.Taken.ToString(), "", StringComparison.Ordinal).Replace(VisibleText.Address.ToString(), "…", StringComparison.Ordinal));

    private void Warn(string code, int offset, string message, string help) => page.Report(Diagnostic.Warning(code, page.At(Math.Max(offset, 0)), message, help));
}
