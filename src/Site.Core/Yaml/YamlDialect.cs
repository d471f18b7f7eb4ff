using YamlDotNet.Core;

namespace Site.Core.Yaml;

/// <summary>The limits of YAML in one kind of file, and the messages for mistakes in it.</summary>
internal sealed record YamlDialect
{
    /// <summary>Front matter and <c>site.yaml</c>, which are written by hand every day, so each mistake has its own message.</summary>
    public static YamlDialect FrontMatter { get; } = new()
    {
        WarnsOfCuts = true,
        LargestDepth = 6,
        MostItems = 1000,
        Alias = ("这里用 “*” 引用了别处的内容，本站不接受 YAML 的引用。", "把要写的内容直接写在这里；以 “*” 开头的文字请加引号。"),
        Anchor = ("这里用 “&” 做了一个可以引用的标记，本站不接受 YAML 的引用。", "删掉 “&” 和它后面的名字；以 “&” 开头的文字请加引号。"),
        Tag = "这里用 “!” 指定了类型，本站不接受 YAML 的类型标记。",
        DepthHelp = "字段最多是列表里的一组字段，去掉多余的括号或缩进。",
        SizeHelp = "删去一些，或者把它们移到正文里。",
        Explain = YamlSyntax.Explain,
    };

    /// <summary>Files of <c>input/</c>: messages never repeat their content.</summary>
    public static YamlDialect Input { get; } = new()
    {
        LargestDepth = 8,
        MostItems = 5000,
        Alias = InputReference,
        Anchor = InputReference,
        Tag = "这里用 “!” 指定了类型，本站不接受。",
        DepthHelp = "去掉多余的括号或缩进。",
        SizeHelp = "分成几个文件来写。",
        Explain = (_, start, _) => (
            Math.Max(1, (int)start.Line), Math.Max(1, (int)start.Column), "从这里起，写法不合 YAML 的规则。",
            "每行写成 “字段: 内容”（半角冒号，后面空一格），同一层左对齐，不用制表符；内容里有冒号、引号或以符号开头的，整个放进引号里。"),
    };

    private static (string, string) InputReference => ("这里用了 YAML 的引用（“*” 或 “&”），本站不接受。", "把要写的内容直接写在这里；以这两个符号开头的文字请加引号。");

    /// <summary>Whether a comment right behind a value is reported, unless a space follows its sign.</summary>
    public bool WarnsOfCuts { get; init; }

    /// <summary>How deeply lists and mappings may be nested.</summary>
    public required int LargestDepth { get; init; }

    /// <summary>The most items of one list or mapping.</summary>
    public required int MostItems { get; init; }

    public required (string Message, string Help) Alias { get; init; }

    public required (string Message, string Help) Anchor { get; init; }

    public required string Tag { get; init; }

    public required string DepthHelp { get; init; }

    public required string SizeHelp { get; init; }

    /// <summary>Explains a syntax error, given the text, the position and the message of the parser. Line and column are those in the text, from 1.</summary>
    public required Func<string, Mark, string, (int Line, int Column, string Message, string Help)> Explain { get; init; }
}
