using System.Net;
using System.Text.RegularExpressions;
using Site.Content.Markdown;
using Site.Core.Text;

namespace Site.Content.Editing;

/// <summary>Cures of what was meant as Markdown and did not take.</summary>
internal static partial class MarkdownCures
{
    public static Cure.Change? Heading(Cures.Place place) =>
        HeadingMark().Match(place.Line) is { Success: true } mark
            ? place.Change("改成小标题", new TextEdit(place.LineStart, mark.Length, new string('#', mark.Groups["signs"].Length is > 6 ? 2 : Math.Max(mark.Groups["signs"].Length, 2)) + " "))
            : null;

    public static Cure.Change? LevelOne(Cures.Place place) =>
        place.Line.TrimStart().StartsWith("# ", StringComparison.Ordinal) ? place.Change("改成“## ”", new TextEdit(place.LineStart + place.Line.IndexOf('#', StringComparison.Ordinal), 1, "##"))
        : place.Lines().Skip(1).FirstOrDefault() is { Line: { } under } next && under.TrimEnd().Length > 0 && under.Trim().All(unit => unit == '=')
            ? place.Change("改成“## ”", new TextEdit(place.LineStart, 0, "## "), new TextEdit(next.Start - 1, under.Length + 1, "")) : null;

    public static Cure.Change? SkippedLevel(Cures.Place place) =>
        HeadingMark().Match(place.Line) is { Success: true } mark && mark.Groups["signs"].Length > 2
            ? place.Change("提高一级", new TextEdit(place.LineStart + mark.Groups["signs"].Index, 1, "")) : null;

    /// <summary>Full-width, underlined, struck out or marked text becomes bold or plain; half a pair goes.</summary>
    public static Cure.Change? Emphasis(Cures.Place place)
    {
        if (RaisedOrLowered().Match(place.Line, Math.Min(place.At - place.LineStart, place.Line.Length)) is { Success: true } mark)
        {
            return place.Change("直接写字符", new TextEdit(place.LineStart + mark.Index, mark.Length, Plain(mark.Groups["sign"].Value, mark.Groups["text"].Value)));
        }

        var line = Wide().Replace(place.Line, "**${text}**");
        line = Loose().Replace(line, "**${text}**");
        line = Under().Replace(line, "**${text}**");
        line = Other().Replace(line, "${text}");
        if (line == place.Line || line.Replace("**", "", StringComparison.Ordinal) == place.Line.Replace("**", "", StringComparison.Ordinal) && line.Length == place.Line.Length)
        {
            var at = place.At - place.LineStart;
            var length = place.Line.AsSpan(at).IndexOfAnyExcept("*＊_~=") is >= 0 and var end ? end : place.Line.Length - at;
            return length == 0 ? null : place.Change("删去多余的符号", new TextEdit(place.At, length, ""));
        }

        return place.Change("改成半角的“**”", new TextEdit(place.LineStart, place.Line.Length, line));
    }

    private static string Plain(string sign, string text) => sign switch
    {
        "~" => string.Concat(text.Select(unit => "₀₁₂₃₄₅₆₇₈₉"[unit - '0'])),
        "^" when text.All(char.IsAsciiDigit) => string.Concat(text.Select(unit => "⁰¹²³⁴⁵⁶⁷⁸⁹"[unit - '0'])),
        _ => text,
    };

    /// <summary>Half-width braces, dots and number signs.</summary>
    public static Cure.Change? WideAttributes(Cures.Place place) =>
        WideBraces().Match(place.Line) is { Success: true } braces
            ? place.Change("改成半角", new TextEdit(place.LineStart + braces.Index, braces.Length, $"{{{(braces.Groups["sign"].Value is "#" or "＃" ? "#" : ".")}{braces.Groups["name"].Value}}}")) : null;

    /// <summary>A line across the page, with a blank line above.</summary>
    public static Cure.Change? Rule(Cures.Place place) =>
        place.Change("改成分隔线", new TextEdit(place.LineStart, place.Line.Length, (place.LineStart > 1 && place.Text[place.LineStart - 2] != '\n' ? "\n" : "") + "---"));

    /// <summary>Lines that stay lines: each but the last ends in a backslash.</summary>
    public static Cure.Change? Joined(Cures.Place place)
    {
        var lines = place.Lines().TakeWhile(line => line.Line.Trim().Length > 0).ToList();
        var last = Enumerable.Range(1, Math.Max(lines.Count - 1, 0)).LastOrDefault(at => Enumerable.Range(1, at).All(before => BeginsLine().IsMatch(lines[before].Line)));
        return place.Change("各占一行", [.. lines.Take(last).Select(line => (TextEdit?)new TextEdit(line.Start + line.Line.TrimEnd().Length, line.Line.Length - line.Line.TrimEnd().Length, "\\"))]);
    }

    public static Cure.Change? Link(Cures.Place place)
    {
        var line = place.Line;
        var from = Math.Clamp(place.At - place.LineStart, 0, line.Length);
        if (FailedLink().Match(line, Math.Max(from - 2, 0)) is { Success: true } match && match.Index <= from)
        {
            var isPicture = match.Groups["mark"].Success && PictureAddress().IsMatch(match.Groups["target"].Value) || match.Groups["mark"].Value.TrimEnd() == "!";
            var start = match.Groups["mark"].Success && !isPicture ? match.Groups["mark"].Index + match.Groups["mark"].Length : match.Index;
            var target = Halfwidth.Of(match.Groups["target"].Value).Trim(' ', '"', '“', '”', '<', '>', '《', '》');
            return target.Contains(' ', StringComparison.Ordinal) ? null
                : place.Change(isPicture ? "改成半角，显示图片" : "改成半角，做成链接",
                    new TextEdit(place.LineStart + start, match.Index + match.Length - start, $"{(isPicture ? "!" : "")}[{match.Groups["label"].Value.Trim()}]({target})"));
        }

        if (Reversed().Match(line) is { Success: true } reversed)
        {
            return place.Change("改成“[文字](地址)”", new TextEdit(place.LineStart + reversed.Index, reversed.Length, $"[{reversed.Groups["label"].Value}]({Halfwidth.Of(reversed.Groups["target"].Value)})"));
        }

        if (WideAddress().Match(line) is { Success: true } address)
        {
            return Address(place, address);
        }

        return WideDefinition().Match(line) is { Success: true } definition
            ? place.Change("冒号改成半角", new TextEdit(place.LineStart + definition.Groups["colon"].Index, definition.Groups["colon"].Length, ": ")) : null;
    }

    /// <summary>A relative path with backslashes, as Windows writes it.</summary>
    public static Cure.Change? Slashes(Cures.Place place) =>
        BackslashPath().Match(place.Line, Math.Clamp(place.At - place.LineStart, 0, place.Line.Length)) is { Success: true } path
            ? place.Change("路径改用“/”", new TextEdit(place.LineStart + path.Groups["path"].Index, path.Groups["path"].Length, path.Groups["path"].Value.Replace('\\', '/'))) : null;

    /// <summary>An address whose colon or slashes are full-width, too few or the wrong way round.</summary>
    public static Cure.Change? Address(Cures.Place place) => WideAddress().Match(place.Line) is { Success: true } address ? Address(place, address) : null;

    private static Cure.Change? Address(Cures.Place place, Match address) =>
        place.Change("网址改成半角", new TextEdit(place.LineStart + address.Index, address.Length, AddressStart().Replace(Halfwidth.Of(address.Value), "${scheme}://")));

    public static Cure.Change? Table(Cures.Place place)
    {
        var lines = place.Lines().TakeWhile(line => line.Line.AsSpan().ContainsAny("|｜│┃") || Delimiters().IsMatch(line.Line)).ToList();
        if (lines.Count == 0)
        {
            return null;
        }

        var rows = lines.Where(line => !Delimiters().IsMatch(line.Line))
            .Select(line => Bars().Replace(line.Line.Trim(), "|").Trim('|').Split('|').Select(cell => cell.Trim()).ToArray()).ToList();
        return rows.Count == 0 ? null : Replaced(place, lines, Write(rows), "改成表格");
    }

    public static Cure.Change? Tabs(Cures.Place place)
    {
        var lines = place.Lines().TakeWhile(line => line.Line.Contains('\t', StringComparison.Ordinal)).ToList();
        return lines.Count == 0 ? null : Replaced(place, lines, Write([.. lines.Select(line => line.Line.Split('\t').Select(cell => cell.Trim()).ToArray())]), "改成表格");
    }

    /// <returns>A table of Markdown; the first row is its head.</returns>
    public static string Write(IReadOnlyList<string[]> rows)
    {
        var columns = rows.Max(row => row.Length);
        var written = rows.Select(row => Row(row.Concat(Enumerable.Repeat("", columns - row.Length)))).ToList();
        written.Insert(1, Row(Enumerable.Repeat("---", columns)));
        return string.Join('\n', written);

        static string Row(IEnumerable<string> cells) => $"| {string.Join(" | ", cells.Select(cell => UnescapedBar().Replace(cell, "\\|")))} |";
    }

    public static Cure.Change? Sign(Cures.Place place)
    {
        if (SignMark().Match(place.Line) is not { Success: true } mark || SafetySigns.Find(mark.Groups["word"].Value) is not var (word, _, _) || word is null)
        {
            return null;
        }

        var rest = place.Line[mark.Length..].Trim();
        var body = rest.Length > 0 ? $"\n> {rest}" : "";
        var more = rest.Length > 0 || mark.Groups["quote"].Success ? []
            : place.Lines().Skip(1).TakeWhile(line => line.Line.Trim().Length > 0 && line.Line[0] != '>').Take(1).Select(line => (TextEdit?)new TextEdit(line.Start, 0, "> ")).ToArray();
        return place.Change("改成提示框", [new TextEdit(place.LineStart, place.Line.Length, $"> [!{word}]{body}"), .. more]);
    }

    public static Cure.Change? Task(Cures.Place place) =>
        TaskMark().Match(place.Line) is { Success: true } mark
            ? place.Change("改成勾选框", new TextEdit(place.LineStart + mark.Groups["indent"].Length, mark.Length - mark.Groups["indent"].Length,
                $"- [{(mark.Groups["tick"].Value.Trim(' ', '\u3000').Length > 0 && mark.Groups["tick"].Value.Trim() is not "×" ? "x" : " ")}] ")) : null;

    public static Cure.Change? List(Cures.Place place)
    {
        var lines = place.Lines().TakeWhile(line => line.Line.Trim().Length > 0).Select(line => (line.Start, line.Line, Mark: ItemMark().Match(line.Line))).ToList();
        var isNumbered = lines.Count > 0 && !lines[0].Mark.Groups["bullet"].Success;
        var number = 0;
        List<TextEdit?> edits = [];
        foreach (var (start, _, mark) in lines)
        {
            if (mark.Success && mark.Groups["bullet"].Success != isNumbered)
            {
                edits.Add(new(start, mark.Length, isNumbered ? $"{++number}. " : "- "));
            }
        }

        if (edits.Count < 2)
        {
            return null;
        }

        var first = edits[0]!.Value;
        if (first.Start > 1 && place.Text[first.Start - 2] != '\n')
        {
            edits[0] = first with { Text = "\n" + first.Text };
        }

        return place.Change("改成列表", [.. edits]);
    }

    public static Cure.Change? Entity(Cures.Place place)
    {
        if (EntityMark().Match(place.Text, place.At) is not { Success: true } mark || mark.Index > place.LineEnd)
        {
            return null;
        }

        var name = Halfwidth.Of(mark.Groups["name"].Value);
        if (mark.Groups["escape"].Success)
        {
            return place.Change("换成换行", new TextEdit(mark.Index, mark.Length, "\\\n"));
        }

        var decoded = WebUtility.HtmlDecode($"&{name};");
        return decoded.StartsWith('&') && name != "amp" ? null
            : place.Change("换成它的意思", new TextEdit(mark.Index, mark.Length, decoded is "\u00A0" or "\u2002" or "\u2003" ? " " : decoded is "<" or "&" ? $"\\{decoded}" : decoded));
    }

    public static Cure.Change? Code(Cures.Place place)
    {
        var fence = FenceMark().Match(place.Line);
        if (fence.Success)
        {
            return place.Change("在末尾补上结束的一行", new TextEdit(place.Text.TrimEnd('\n').Length, 0, $"\n{fence.Groups["fence"].Value}"));
        }

        if (WideFence().IsMatch(place.Line))
        {
            return place.Change("改成反引号", [.. place.Lines().Select(line => (line.Start, Mark: WideFence().Match(line.Line))).Where(line => line.Mark.Success).Take(2)
                .Select(line => (TextEdit?)new TextEdit(line.Start, line.Mark.Groups["dots"].Length, "```"))]);
        }

        var length = place.Text.AsSpan(place.At).IndexOfAnyExcept('`', '｀') is >= 0 and var end ? end : place.Text.Length - place.At;
        return length == 0 ? null : place.Change("删去这个符号", new TextEdit(place.At, length, ""));
    }

    public static Cure.Change? Indented(Cures.Place place) => place.Change("删去行首的空格",
        [.. place.Lines().TakeWhile(line => line.Line.StartsWith("    ", StringComparison.Ordinal) || line.Line.StartsWith('\t'))
            .Select(line => (TextEdit?)new TextEdit(line.Start, line.Line.Length - line.Line.TrimStart(' ', '\t').Length, ""))]);

    public static Cure.Change? Underlined(Cures.Place place) =>
        place.Lines().Skip(1).FirstOrDefault(line => line.Line.Trim().Length > 0 && line.Line.Trim().All(unit => unit == '-')) is { Line: not null } rule
            ? place.Change("在横线上面空一行", new TextEdit(rule.Start, 0, "\n")) : null;

    /// <summary>A tag of HTML, which readers would see: line breaks become those of Markdown, bold its stars, others go.</summary>
    public static Cure.Change? Tags(Cures.Place place)
    {
        var line = BreakTag().Replace(place.Line, "\\\n");
        line = BoldTag().Replace(line, "**${text}**");
        line = AnyTag().Replace(line, "");
        return place.Change("换成 Markdown，去掉别的标签", new TextEdit(place.LineStart, place.Line.Length, line.EndsWith("\\\n", StringComparison.Ordinal) ? line[..^2] : line));
    }

    private static Cure.Change? Replaced(Cures.Place place, List<(int Start, string Line)> lines, string table, string label)
    {
        var (start, end) = (lines[0].Start, lines[^1].Start + lines[^1].Line.Length);
        var before = start > 1 && place.Text[start - 2] != '\n' ? "\n" : "";
        var after = end < place.Text.Length - 1 && place.Text[end + 1] != '\n' ? "\n" : "";
        return place.Change(label, new TextEdit(start, end - start, before + table + after));
    }

    [GeneratedRegex("^[ \u3000]*(?<signs>[#＃]{1,20})[ \u3000]*", RegexOptions.ExplicitCapture, MatchTime.Milliseconds)]
    private static partial Regex HeadingMark();

    [GeneratedRegex("＊＊[ \u3000]*(?<text>[^＊\n]+?)[ \u3000]*＊＊", RegexOptions.ExplicitCapture, MatchTime.Milliseconds)]
    private static partial Regex Wide();

    [GeneratedRegex(@"\*\*(?:[ \u3000]+(?<text>[^*\n]+?)[ \u3000]*|(?<text>[^*\n]+?)[ \u3000]+)\*\*", RegexOptions.ExplicitCapture, MatchTime.Milliseconds)]
    private static partial Regex Loose();

    [GeneratedRegex("(?<![A-Za-z0-9_])__(?<text>[^_\n]+)__(?![A-Za-z0-9_])", RegexOptions.ExplicitCapture, MatchTime.Milliseconds)]
    private static partial Regex Under();

    [GeneratedRegex(@"\G(?:(?<sign>~)(?<text>[0-9]{1,4})~|(?<sign>\^)(?<text>[0-9A-Za-z]{1,4})\^|(?<sign>\+\+)(?<text>[^+\n]{1,60})\+\+)", RegexOptions.ExplicitCapture, MatchTime.Milliseconds)]
    private static partial Regex RaisedOrLowered();

    [GeneratedRegex(@"[{｛] ?(?<sign>[.。．#＃])(?<name>(?:[A-Za-z0-9\-]|" + Han.Pattern + @"){1,30}) ?[}｝]", RegexOptions.ExplicitCapture, MatchTime.Milliseconds)]
    private static partial Regex WideBraces();

    [GeneratedRegex("^(?<dots>·{3,})[a-z]{0,12}$", RegexOptions.ExplicitCapture, MatchTime.Milliseconds)]
    private static partial Regex WideFence();

    [GeneratedRegex(@"^[ \u3000]*(?:\*{0,2}(?:" + Han.Pattern + @"){2,8}\*{0,2}[：:]|[0-9]{1,2}[:：][0-9]{2}|[0-9]{4} ?年 ?[0-9]{1,2} ?月 ?[0-9]{1,2} ?日 *$)", RegexOptions.ExplicitCapture, MatchTime.Milliseconds)]
    private static partial Regex BeginsLine();

    [GeneratedRegex("~~(?<text>[^~\n]+)~~|(?:==|＝＝)(?<text>[^=＝\n]+)(?:==|＝＝)", RegexOptions.ExplicitCapture, MatchTime.Milliseconds)]
    private static partial Regex Other();

    [GeneratedRegex(@"(?<mark>[!！] ?)?[\[［【〔「『](?<label>[^\[\]［］【】〔〕「」『』\n]{0,120})[\]］】〕」』] ?[(（](?<target>[^()（）\n]{1,200})[)）]", RegexOptions.ExplicitCapture, MatchTime.Milliseconds)]
    private static partial Regex FailedLink();

    [GeneratedRegex(@"[(（](?<label>[^()（）\n]{1,80})[)）][\[［【](?<target>[^\[\]\n]{1,200})[\]］】]", RegexOptions.ExplicitCapture, MatchTime.Milliseconds)]
    private static partial Regex Reversed();

    [GeneratedRegex(@"(?:(?<![A-Za-z])https?(?:：[/／]{1,2}|:／／|[:：]\\\\|:/(?=[A-Za-z0-9])|//(?=[A-Za-z0-9]+\.))|ｈｔｔｐｓ?[:：][/／]{2})[A-Za-z0-9Ａ-Ｚａ-ｚ０-９./?&=_%#：／．\-]+", RegexOptions.None, MatchTime.Milliseconds)]
    private static partial Regex WideAddress();

    [GeneratedRegex(@"^(?<scheme>https?):?[/\\]{1,2}", RegexOptions.ExplicitCapture, MatchTime.Milliseconds)]
    private static partial Regex AddressStart();

    [GeneratedRegex(@"\]\((?<path>(?![A-Za-z]:|\\)[^()\s:\\]+(?:\\[^()\s:\\]+)+)\)", RegexOptions.ExplicitCapture, MatchTime.Milliseconds)]
    private static partial Regex BackslashPath();

    [GeneratedRegex(@"^\[[^\[\]\n]{1,60}\](?<colon>： ?)", RegexOptions.ExplicitCapture, MatchTime.Milliseconds)]
    private static partial Regex WideDefinition();

    [GeneratedRegex(@"\.(?:jpe?g|png|webp|svg|gif)\s*$", RegexOptions.IgnoreCase, MatchTime.Milliseconds)]
    private static partial Regex PictureAddress();

    [GeneratedRegex(@"^(?=.*[-－—–])[\s|｜:：\-－—–]+$", RegexOptions.None, MatchTime.Milliseconds)]
    private static partial Regex Delimiters();

    [GeneratedRegex("[｜│┃]", RegexOptions.None, MatchTime.Milliseconds)]
    private static partial Regex Bars();

    [GeneratedRegex(@"(?<!\\)\|", RegexOptions.None, MatchTime.Milliseconds)]
    private static partial Regex UnescapedBar();

    [GeneratedRegex(@"^(?<quote>[>＞》]+)? ?[\[［【「『] ?[!！]? ?(?<word>\p{L}{2,20}) ?[\]］】」』]", RegexOptions.ExplicitCapture, MatchTime.Milliseconds)]
    private static partial Regex SignMark();

    [GeneratedRegex(@"^(?<indent> *)(?:[-*+－·•][ \u3000]*)?[\[［【〔](?<tick> ?[ \u3000xX√✓✔×]? ?)[\]］】〕] *", RegexOptions.ExplicitCapture, MatchTime.Milliseconds)]
    private static partial Regex TaskMark();

    [GeneratedRegex(@"^[ \u3000]*(?:(?<bullet>[•·●○■□◆◇▪➢√✓★☆※\uF0B7\uF06C\uF0D8][ \u3000]*|[-*+－＋–—](?!-)[ \u3000]*)|[①-⑳⑴-⒇⒈-⒛❶-❿➀-➉㈠-㈩㊀-㊉]|[Ⅰ-Ⅻ][、.．，)）]|[(（](?:[0-9０-９〇一二三四五六七八九十]{1,3}|[A-Za-z])[)）]|[0-9０-９]{1,3}(?:[ \u3000]*、|[.．)）。，,](?!\d))|[〇一二三四五六七八九十]{1,3}[、.．，]|[A-ZＡ-Ｚa-z][、.．)）](?![A-Za-z0-9]))[ \u3000]*", RegexOptions.ExplicitCapture, MatchTime.Milliseconds)]
    private static partial Regex ItemMark();

    [GeneratedRegex(@"[&＆](?:amp;)?(?<name>#?[A-Za-z0-9]{2,8})[;；]?|\G(?<escape>\\[nrt])", RegexOptions.ExplicitCapture, MatchTime.Milliseconds)]
    private static partial Regex EntityMark();

    [GeneratedRegex("^ {0,3}(?<fence>`{3,}|~{3,})", RegexOptions.ExplicitCapture, MatchTime.Milliseconds)]
    private static partial Regex FenceMark();

    [GeneratedRegex(@"<br\s*/?>", RegexOptions.IgnoreCase, MatchTime.Milliseconds)]
    private static partial Regex BreakTag();

    [GeneratedRegex(@"<(?<tag>b|strong)\b[^<>]*>(?<text>[^<>]+)</\k<tag>>", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, MatchTime.Milliseconds)]
    private static partial Regex BoldTag();

    [GeneratedRegex(@"</?[A-Za-z][^<>\n]*>|<!--.*?-->", RegexOptions.None, MatchTime.Milliseconds)]
    private static partial Regex AnyTag();
}
