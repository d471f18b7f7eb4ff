using System.Collections.Immutable;
using Site.Core.Diagnostics;
using Site.Core.Sources;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Site.Core.Yaml;

/// <summary>
/// Reads the YAML files of <c>input/</c>: fields, lists and text. Anchors, aliases and tags are refused, so that no few lines unfold
/// into a billion; depth and sizes have bounds.
/// </summary>
public sealed class InputYaml
{
    private const long LargestFile = 1024 * 1024;
    private const int LargestDepth = 8;
    private const int MostItems = 5000;

    private readonly Parser parser;
    private readonly string path;

    private InputYaml(string text, string path)
    {
        parser = new(new StringReader(text));
        this.path = path;
    }

    /// <param name="diagnostics">Takes what is wrong: of subject <c>input</c> for the bytes, at most one of subject <c>yaml</c>.</param>
    /// <returns>What is written, or null when there is a diagnostic or nothing is written.</returns>
    public static InputNode? Read(SourceFile file, List<Diagnostic> diagnostics)
    {
        if (InputText.Read(file, LargestFile, diagnostics) is not { } text)
        {
            return null;
        }

        try
        {
            return new InputYaml(text, file.Path).Document() ?? throw new InputRefusal(Diagnostic.Error(
                "yaml/empty", new(file.Path), "文件里没有内容。", "照 input/README.md 里的例子写，或者删掉这个文件。"));
        }
        catch (InputRefusal refusal)
        {
            diagnostics.Add(refusal.Diagnostic);
        }
        catch (YamlException exception)
        {
            diagnostics.Add(Syntax(file.Path, (int)exception.Start.Line, (int)exception.Start.Column));
        }

        return null;
    }

    private InputNode? Document()
    {
        Advance();
        Advance();
        if (parser.Current is StreamEnd)
        {
            return null;
        }

        Advance();
        var node = Node(0);
        Advance();
        return parser.Current is StreamEnd or null
            ? node
            : throw Refuse("yaml/documents", "这里又开始了一份 YAML，一个文件只能有一份。", "删掉多余的 “---” 或 “...”。");
    }

    /// <summary>Reads one node and moves on to the event after it.</summary>
    private InputNode Node(int depth)
    {
        var current = parser.Current!;
        if (current is AnchorAlias or NodeEvent { Anchor.IsEmpty: false })
        {
            throw Refuse("yaml/alias", "这里用了 YAML 的引用（“*” 或 “&”），本站不接受。", "把要写的内容直接写在这里；以这两个符号开头的文字请加引号。");
        }

        if (current is NodeEvent { Tag.IsEmpty: false })
        {
            throw Refuse("yaml/tag", "这里用 “!” 指定了类型，本站不接受。", "删掉 “!” 和它后面的名字；以 “!” 开头的文字请加引号。");
        }

        if (depth > LargestDepth)
        {
            throw Refuse("yaml/too-deep", $"这里的内容套了 {LargestDepth} 层以上。", "去掉多余的括号或缩进。");
        }

        Advance();
        var (line, column) = ((int)current.Start.Line, (int)current.Start.Column);
        return current switch
        {
            Scalar scalar => new InputNode.Scalar(line, column, scalar.Value),
            SequenceStart => new InputNode.Sequence(line, column, Items(depth)),
            _ => new InputNode.Mapping(line, column, Entries(depth)),
        };
    }

    private ImmutableArray<InputNode> Items(int depth)
    {
        var items = ImmutableArray.CreateBuilder<InputNode>();
        while (parser.Current is not SequenceEnd)
        {
            RefusePast(items.Count);
            items.Add(Node(depth + 1));
        }

        Advance();
        return items.DrainToImmutable();
    }

    private ImmutableArray<InputEntry> Entries(int depth)
    {
        var entries = ImmutableArray.CreateBuilder<InputEntry>();
        while (parser.Current is not MappingEnd)
        {
            RefusePast(entries.Count);
            if (Node(depth + 1) is not InputNode.Scalar { Text.Length: > 0 } name)
            {
                throw Refuse("yaml/key", "冒号前面应当是字段的名字。", "写成 “字段: 内容”；以冒号开头的文字请加引号。");
            }

            entries.Add(new(name, Node(depth + 1)));
        }

        Advance();
        return entries.DrainToImmutable();
    }

    private void RefusePast(int count)
    {
        if (count == MostItems)
        {
            throw Refuse("yaml/too-large", $"这里的项目超过了 {MostItems} 个。", "分成几个文件来写。");
        }
    }

    /// <summary>Moves on by one event; whatever the parser throws at strange text, the text is at fault.</summary>
    private void Advance()
    {
        try
        {
            parser.MoveNext();
        }
        catch (Exception exception) when (exception is not (YamlException or OutOfMemoryException))
        {
            var where = parser.Current?.Start ?? Mark.Empty;
            throw new InputRefusal(Syntax(path, (int)where.Line, (int)where.Column));
        }
    }

    private InputRefusal Refuse(string code, string what, string cure)
    {
        var where = parser.Current?.Start ?? Mark.Empty;
        return new(Diagnostic.Error(code, new(path, Math.Max(1, (int)where.Line), Math.Max(1, (int)where.Column)), what, cure));
    }

    private static Diagnostic Syntax(string path, int line, int column) => Diagnostic.Error(
        "yaml/syntax", new(path, Math.Max(1, line), Math.Max(1, column)), "从这里起，写法不合 YAML 的规则。",
        "每行写成 “字段: 内容”（半角冒号，后面空一格），同一层左对齐，不用制表符；内容里有冒号、引号或以符号开头的，整个放进引号里。");

    /// <summary>Leaves a file at its first mistake, since what follows it cannot be told apart.</summary>
    private sealed class InputRefusal(Diagnostic diagnostic) : Exception
    {
        public Diagnostic Diagnostic { get; } = diagnostic;
    }
}

/// <summary>A piece of a YAML file of <c>input/</c> and where it begins: line and column from 1.</summary>
public abstract record InputNode(int Line, int Column)
{
    /// <summary>Text as written, without quotes and escapes; YAML's guesses at types play no part.</summary>
    public sealed record Scalar(int Line, int Column, string Text) : InputNode(Line, Column);

    public sealed record Sequence(int Line, int Column, ImmutableArray<InputNode> Nodes) : InputNode(Line, Column);

    /// <param name="Entries">In the order written; a name may stand twice, which the reader of fields reports.</param>
    public sealed record Mapping(int Line, int Column, ImmutableArray<InputEntry> Entries) : InputNode(Line, Column);
}

/// <summary>A field: its name and what is written after the colon.</summary>
public sealed record InputEntry(InputNode.Scalar Name, InputNode Value);
