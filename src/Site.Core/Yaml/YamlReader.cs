using System.Collections.Immutable;
using Site.Core.Diagnostics;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Site.Core.Yaml;

/// <summary>
/// Reads the small part of YAML that staff need: mappings, lists and text. Anchors, aliases, tags and merge keys are refused,
/// so that no few lines can unfold into a billion; depth and sizes have bounds.
/// </summary>
public sealed class YamlReader
{
    private const int LargestText = 64 * 1024;
    private const int LargestDepth = 6;
    internal const int MostItems = 1000;

    private readonly Parser parser;
    private readonly string path;
    private readonly int firstLine;
    private readonly List<Diagnostic> diagnostics;

    private YamlReader(string text, int firstLine, string path, List<Diagnostic> diagnostics)
    {
        parser = new(new StringReader(text));
        this.path = path;
        this.firstLine = firstLine;
        this.diagnostics = diagnostics;
    }

    /// <param name="text">A mapping in YAML, with LF at the end of each line.</param>
    /// <param name="firstLine">Line in the file on which the text begins, from 1; it begins in column 1.</param>
    /// <param name="diagnostics">Takes at most one diagnostic, of subject <c>yaml</c>.</param>
    /// <returns>The mapping, empty where the text is; null when there is a diagnostic.</returns>
    public static YamlNode.Mapping? Read(string text, int firstLine, string path, List<Diagnostic> diagnostics)
    {
        if (text.Length > LargestText)
        {
            diagnostics.Add(Diagnostic.Error("yaml/too-large", new(path, firstLine),
                $"字段区有 {text.Length} 个字符，超过了 {LargestText} 个的上限。", "把长的文字移到正文里。"));
            return null;
        }

        return FlatYaml.Read(text, firstLine) ?? ReadFully(text, firstLine, path, diagnostics);
    }

    /// <summary>The same by the full parser, whatever the text.</summary>
    internal static YamlNode.Mapping? ReadFully(string text, int firstLine, string path, List<Diagnostic> diagnostics)
    {
        var reader = new YamlReader(text, firstLine, path, diagnostics);
        try
        {
            return reader.Document();
        }
        catch (YamlException exception)
        {
            var (line, column) = YamlSyntax.Locate(text, exception.Start, exception.Message);
            var (what, cure) = YamlSyntax.Explain(text, line, column, exception.Message);
            diagnostics.Add(Diagnostic.Error("yaml/syntax", new(path, firstLine + line - 1, column), what, cure));
            return null;
        }
    }

    private YamlNode.Mapping? Document()
    {
        Advance();
        Advance();
        if (parser.Current is StreamEnd)
        {
            return new(firstLine, 1, []);
        }

        Advance();
        if (Node(0) is not { } node)
        {
            return null;
        }

        Advance();
        if (parser.Current is StreamEnd or null)
        {
            return node switch
            {
                YamlNode.Mapping mapping => mapping,
                YamlNode.Scalar { IsEmpty: true } => new(firstLine, 1, []),
                _ => Refuse(node.Line, node.Column, "yaml/not-fields", "这里应当是一行一个的 “字段: 内容”。",
                    "写成 “title: 标题” 这样的形式，冒号用半角，后面空一格。"),
            };
        }

        return Refuse(parser.Current, "yaml/documents", "这里又开始了一份 YAML，一个文件只能有一份。", "删掉多余的 “---” 或 “...”。");
    }

    /// <summary>Reads one node and moves on to the event after it; null when it was refused.</summary>
    private YamlNode? Node(int depth)
    {
        var current = parser.Current!;
        switch (current)
        {
            case AnchorAlias:
                return Refuse(current, "yaml/alias", "这里用 “*” 引用了别处的内容，本站不接受 YAML 的引用。", "把要写的内容直接写在这里；以 “*” 开头的文字请加引号。");
            case NodeEvent { Anchor.IsEmpty: false }:
                return Refuse(current, "yaml/alias", "这里用 “&” 做了一个可以引用的标记，本站不接受 YAML 的引用。", "删掉 “&” 和它后面的名字；以 “&” 开头的文字请加引号。");
            case NodeEvent { Tag.IsEmpty: false }:
                return Refuse(current, "yaml/tag", "这里用 “!” 指定了类型，本站不接受 YAML 的类型标记。", "删掉 “!” 和它后面的名字；以 “!” 开头的文字请加引号。");
        }

        if (depth > LargestDepth)
        {
            return Refuse(current, "yaml/too-deep", $"这里的内容套了 {LargestDepth} 层以上。", "字段最多是列表里的一组字段，去掉多余的括号或缩进。");
        }

        Advance();
        return current switch
        {
            Scalar scalar => new YamlNode.Scalar(Line(scalar), Column(scalar), scalar.Value, scalar.Style != ScalarStyle.Plain),
            SequenceStart => Sequence(current, depth),
            _ => Mapping(current, depth),
        };
    }

    private YamlNode.Sequence? Sequence(ParsingEvent start, int depth)
    {
        var items = ImmutableArray.CreateBuilder<YamlNode>();
        while (parser.Current is not SequenceEnd)
        {
            if (items.Count == MostItems)
            {
                TooMany(parser.Current!);
                return null;
            }

            if (Node(depth + 1) is not { } item)
            {
                return null;
            }

            items.Add(item);
        }

        Advance();
        return new(Line(start), Column(start), items.DrainToImmutable());
    }

    private YamlNode.Mapping? Mapping(ParsingEvent start, int depth)
    {
        var entries = ImmutableArray.CreateBuilder<(YamlNode.Scalar, YamlNode)>();
        while (parser.Current is not MappingEnd)
        {
            if (entries.Count == MostItems)
            {
                return TooMany(parser.Current!);
            }

            var at = parser.Current!;
            if (Node(depth + 1) is not { } name)
            {
                return null;
            }

            if (name is not YamlNode.Scalar key || key.IsEmpty)
            {
                return Refuse(at, "yaml/key", "冒号前面应当是字段的名字。", "写成 “字段: 内容”；以冒号开头的文字请加引号。");
            }

            if (key is { Value: "<<", IsQuoted: false })
            {
                return Refuse(at, "yaml/alias", "这里用 “<<” 合并别处的字段，本站不接受 YAML 的合并。", "把要写的字段直接写在这里。");
            }

            if (Node(depth + 1) is not { } value)
            {
                return null;
            }

            entries.Add((key, value));
        }

        Advance();
        return new(Line(start), Column(start), entries.DrainToImmutable());
    }

    /// <summary>Moves on by one event. Whatever the parser throws at strange text, the text is at fault, and is told so.</summary>
    /// <remarks>YamlDotNet 16 asks an empty queue for a token when a bracket is never closed and fields follow it, and makes URIs of tags unasked.</remarks>
    private void Advance()
    {
        try
        {
            parser.MoveNext();
        }
        catch (Exception exception) when (exception is not (YamlException or OutOfMemoryException))
        {
            var where = parser.Current?.Start ?? Mark.Empty;
            throw new SemanticErrorException(where, where, exception is InvalidOperationException ? "flow collection" : exception.Message);
        }
    }

    private YamlNode.Mapping? TooMany(ParsingEvent at) =>
        Refuse(at, "yaml/too-large", $"这里的项目超过了 {MostItems} 个。", "删去一些，或者把它们移到正文里。");

    private YamlNode.Mapping? Refuse(ParsingEvent at, string code, string what, string cure) =>
        Refuse(Line(at), Column(at), code, what, cure);

    private YamlNode.Mapping? Refuse(int line, int column, string code, string what, string cure)
    {
        diagnostics.Add(Diagnostic.Error(code, new(path, line, column), what, cure));
        return null;
    }

    private int Line(ParsingEvent at) => firstLine + (int)at.Start.Line - 1;

    private static int Column(ParsingEvent at) => (int)at.Start.Column;
}
