using YamlDotNet.Core;

namespace Site.Core.Yaml;

/// <summary>Translates the syntax errors of the YAML parser for writers.</summary>
internal static class YamlSyntax
{
    private const string QuoteHelp = "把冒号后面的内容整个放进英文双引号里。";
    private const string ColonHelp = "写成 “字段: 内容”：半角冒号，后面空一格。";
    private const string ListHelp = "列表的每一项另起一行，以 “- ” 开头，并且左对齐。";
    private const string BracketHelp = "补上结尾的括号，每两项之间用半角逗号隔开。";
    private const string EscapeHelp = "把 “\\” 写成 “\\\\”，或者把双引号换成单引号。";

    /// <summary>Common causes, by words of the parser's message; the first match is reported.</summary>
    private static readonly (string Words, string Message, string Help)[] Causes =
    [
        (" tab", "这里用制表符（Tab）缩进，YAML 只认空格。", "把制表符换成空格。"),
        ("multiline plain scalar", "上面一行没有写成 “字段: 内容”。", ColonHelp),
        ("invalid mapping", "这一行有第二个冒号，看不出哪里是字段的名字。", QuoteHelp),
        ("escape", "双引号里的 “\\” 后面跟了不认识的字符。", EscapeHelp),
        ("hexadecimal", "双引号里的 “\\” 后面的编码不对。", EscapeHelp),
        ("surrogate", "双引号里的 “\\” 后面的编码不对。", EscapeHelp),
        ("quoted scalar", "这里的引号只有开头，没有结尾。", "在内容的末尾补上同样的引号；内容里有引号的，外面换用另一种引号。"),
        ("flow ", "括号里的列表或字段没有写完整。", BracketHelp),
        ("node content", "这里缺少内容，或者多了一个括号或逗号。", "写上内容；以符号开头的内容整个放进英文双引号里。"),
        ("simple key", "这一行没有写成 “字段: 内容”。", ColonHelp),
        ("block sequence entries", "“- ” 前面还有别的内容。", ListHelp),
        ("block collection", "这一行和上面的列表对不齐。", ListHelp),
        ("block mapping", "这一行的缩进和上面的字段对不齐。", "同一层的字段要左对齐，下一层的多缩进两个空格。"),
        ("block scalar", "“|” 或 “>” 后面的写法不对。", "“|” 或 “>” 后面直接换行，下面的文字多缩进两个空格。"),
        ("cannot start any token", "内容不能以这个符号开头。", QuoteHelp),
        ("anchor or alias", "内容不能以 “&” 或 “*” 开头。", QuoteHelp),
        (" tag", "内容不能以 “!” 开头。", QuoteHelp),
        ("directive", "这一行不能以 “%” 开头。", ColonHelp),
    ];

    /// <param name="start">Where the parser says the fault is.</param>
    /// <param name="message">The parser's own words.</param>
    /// <returns>Line and column in the text, from 1, at the tab if a tab is the cause; and the message and help in Chinese.</returns>
    public static (int Line, int Column, string Message, string Help) Explain(string text, Mark start, string message)
    {
        if (TabbedField(text, (int)start.Line) is var (tabbed, at))
        {
            return (tabbed, at, Causes[0].Message, Causes[0].Help);
        }

        if (Above(text, (int)start.Line, message) is var (above, what, cure))
        {
            return (above, 1, what, cure);
        }

        var (line, column) = Locate(text, start, message);
        var (cause, help) = Cause(LineOf(text, line), column, message);
        return (line, column, cause, help);
    }

    private static (string Message, string Help) Cause(string blamed, int column, string message)
    {
        if (WithoutComment(blamed) is var written && written.Contains('：') && !written.Contains(": ", StringComparison.Ordinal))
        {
            return ("这一行用了全角冒号 “：”，看不出哪里是字段的名字。", ColonHelp);
        }

        if (!blamed.Contains(": ", StringComparison.Ordinal) && blamed.TrimStart() is ['-' or '－' or '—' or '–' or '·' or '•' or '●', not (' ' or '-'), ..])
        {
            return ("这一行像是列表的一项，开头的写法不对。", "写成 “- 内容”：半角减号，后面空一格。");
        }

        if (message.Contains("expected key", StringComparison.Ordinal) && !blamed.AsSpan(0, Math.Min(column - 1, blamed.Length)).IsWhiteSpace())
        {
            return ("引号或括号结束了，后面却还有文字。", "把冒号后面的内容整个放进引号或括号里。");
        }

        if (message.Contains("expected key", StringComparison.Ordinal) && !blamed.Contains(':'))
        {
            return ("这一行没有写成 “字段: 内容”。", ColonHelp);
        }

        foreach (var (words, cause, help) in Causes)
        {
            if (message.Contains(words, StringComparison.OrdinalIgnoreCase))
            {
                return (cause, help);
            }
        }

        return ("从这里起，写法不合 YAML 的规则。", "每行写成 “字段: 内容”；内容里有冒号、引号或以符号开头的，整个放进英文双引号里。");
    }

    /// <returns>The line above the one that is blamed, and above blank lines and comments, where it is the cause: it has no colon with a space behind it, or spaces before it; with message and help.</returns>
    private static (int Line, string Message, string Help)? Above(string text, int blamed, string message)
    {
        var lines = text.Split('\n');
        var at = Math.Min(blamed, lines.Length) - 2;
        var isAfterComment = false;
        while (at >= 0 && IsPassedOver(lines[at]))
        {
            isAfterComment |= !lines[at].AsSpan().IsWhiteSpace();
            at--;
        }

        if (at < 0)
        {
            return null;
        }

        var (whole, below) = (lines[at], lines[Math.Min(blamed, lines.Length) - 1]);
        var above = WithoutComment(whole);
        isAfterComment |= above.Length < whole.Length;

        // A line without a colon is a text, which goes on in the next line, or ends with a comment: then it is the next line that cannot follow.
        var isText = message.Contains("multiline plain scalar", StringComparison.Ordinal)
            || (isAfterComment && Indent(above) == Indent(below) && !above.TrimStart().StartsWith("- ", StringComparison.Ordinal)
                && (message.Contains("<document start>", StringComparison.Ordinal) || message.Contains("expected key", StringComparison.Ordinal)));
        if (isText && !above.Contains(": ", StringComparison.Ordinal) && !above.TrimEnd().EndsWith(':'))
        {
            return (at + 1,
                above.Contains('：') ? "这一行用了全角冒号 “：”，看不出哪里是字段的名字。" : above.Contains(':') ? "这一行的冒号后面没有空格。" : "这一行没有写成 “字段: 内容”。", ColonHelp);
        }

        return at == Array.FindIndex(lines, line => !IsPassedOver(line)) && above[0] is ' ' && below is [not (' ' or '-' or '#'), ..] && !message.Contains("scalar", StringComparison.Ordinal)
            ? (at + 1, "这一行前面多了空格，和下面的字段对不齐。", "删去行首的空格：字段的名字都从行首写起。") : null;
    }

    private static bool IsPassedOver(string line) => line.AsSpan().TrimStart() is [] or ['#', ..];

    private static string WithoutComment(string line) => line.IndexOf(" #", StringComparison.Ordinal) is var sign and >= 0 ? line[..sign] : line;

    private static int Indent(string line) => line.Length - line.TrimStart(' ').Length;

    /// <returns>Line and column of a tab before a field, on the line that is blamed or above it: whatever the parser says, that is the cause.</returns>
    private static (int Line, int Column)? TabbedField(string text, int blamed)
    {
        var lines = text.Split('\n');
        for (var i = 0; i < Math.Min(blamed, lines.Length); i++)
        {
            var indent = lines[i].Length - lines[i].TrimStart(' ', '\t').Length;
            var colon = lines[i].IndexOf(':', indent);
            if (lines[i].AsSpan(0, indent).Contains('\t') && colon > indent && !lines[i].AsSpan(indent, colon - indent).ContainsAny(" \t\"'"))
            {
                return (i + 1, lines[i].IndexOf('\t', StringComparison.Ordinal) + 1);
            }
        }

        return null;
    }

    private static (int Line, int Column) Locate(string text, Mark start, string message)
    {
        var lines = text.Split('\n');
        var line = (int)Math.Clamp(start.Line, 1, lines.Length);
        if (message.Contains(" tab", StringComparison.Ordinal))
        {
            for (var i = line; i <= lines.Length; i++)
            {
                var indent = lines[i - 1].AsSpan(0, lines[i - 1].Length - lines[i - 1].TrimStart(' ', '\t').Length);
                if (indent.Contains('\t'))
                {
                    return (i, indent.IndexOf('\t') + 1);
                }
            }
        }

        return (line, (int)Math.Clamp(start.Column, 1, lines[line - 1].Length + 1));
    }

    private static string LineOf(string text, int line) => text.Split('\n')[line - 1];
}
