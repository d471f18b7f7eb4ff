using YamlDotNet.Core;

namespace Site.Reading;

/// <summary>Says in Chinese what YAML's own parser says in English.</summary>
internal static class YamlSyntax
{
    private const string QuoteCure = "把冒号后面的内容整个放进英文双引号里。";

    /// <summary>The causes that staff meet, by words of the parser's message; the first that fits is told.</summary>
    private static readonly (string Words, string What, string Cure)[] Causes =
    [
        ("contains a tab", "这里用制表符（Tab）缩进，YAML 只认空格。", "把制表符换成空格。"),
        ("mapping values", "这一行有第二个冒号，看不出哪里是字段的名字。", QuoteCure),
        ("quoted scalar", "这里的引号只有开头，没有结尾。", "在内容的末尾补上同样的引号；内容里有引号的，外面换用另一种引号。"),
        ("unknown escape", "双引号里的 “\\” 后面跟了一个不认识的字母。", "把 “\\” 写成 “\\\\”，或者把双引号换成单引号。"),
        ("escape", "双引号里的 “\\” 后面的字符编码不对。", "把 “\\” 写成 “\\\\”，或者把双引号换成单引号。"),
        ("flow sequence", "方括号里的列表没有写完整。", "每两项之间用半角逗号隔开，末尾加上 “]”。"),
        ("flow mapping", "花括号里的字段没有写完整。", "写成 “{名字: 内容, 名字: 内容}”，逗号和冒号用半角，末尾加上 “}”。"),
        ("':'", "这一行没有写成 “字段: 内容”。", "字段名后面加一个半角冒号和一个空格。"),
        ("block mapping", "这一行的缩进和上面的字段对不齐。", "同一层的字段要左对齐，下一层的多缩进两个空格。"),
        ("block collection", "这一行的缩进和上面的列表对不齐。", "列表的每一项都以 “- ” 开头，并且左对齐。"),
        ("block sequence", "这一行的缩进和上面的列表对不齐。", "列表的每一项都以 “- ” 开头，并且左对齐。"),
        ("cannot start any token", "内容不能以这个符号开头。", QuoteCure),
        ("anchor", "“&” 或 “*” 后面没有名字。", QuoteCure),
        ("alias", "“&” 或 “*” 后面没有名字。", QuoteCure),
        ("tag", "“!” 在开头有特别的意思，这里用得不对。", QuoteCure),
        ("block scalar", "“|” 或 “>” 后面的写法不对。", "“|” 或 “>” 后面直接换行，下面的文字多缩进两个空格。"),
        ("directive", "“%” 在行首有特别的意思，这里用得不对。", QuoteCure),
    ];

    /// <returns>Chinese sentences: what is wrong, and the cure.</returns>
    /// <param name="line">Line in the text, from 1, that is to blame.</param>
    public static (string What, string Cure) Explain(string text, int line, YamlException exception)
    {
        if (LineOf(text, line).Contains('：') && !LineOf(text, line).Contains(": ", StringComparison.Ordinal))
        {
            return ("这一行用了全角冒号 “：”，看不出哪里是字段的名字。", "字段名后面改用半角冒号加一个空格：“title: 标题”。");
        }

        foreach (var (words, what, cure) in Causes)
        {
            if (exception.Message.Contains(words, StringComparison.OrdinalIgnoreCase))
            {
                return (what, cure);
            }
        }

        return ("从这里起，写法不合 YAML 的规则。", "每行写成 “字段: 内容”；内容里有冒号、引号或以符号开头的，整个放进英文双引号里。");
    }

    /// <returns>Line and column from 1 that the parser blames, drawn inside the text.</returns>
    public static (int Line, int Column) Place(string text, YamlException exception)
    {
        var lines = text.AsSpan().Count('\n') + 1;
        var line = (int)Math.Clamp(exception.Start.Line, 1, lines);
        return (line, (int)Math.Clamp(exception.Start.Column, 1, LineOf(text, line).Length + 1));
    }

    private static string LineOf(string text, int line) => text.Split('\n')[line - 1];
}
