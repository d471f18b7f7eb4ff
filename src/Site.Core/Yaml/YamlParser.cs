using System.Collections.Immutable;
using Site.Core.Diagnostics;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Site.Core.Yaml;

/// <summary>
/// Reads the subset of YAML that is allowed: mappings, lists and text. Anchors, aliases, tags and merge keys are refused,
/// so that a few lines cannot expand to a billion; depth and sizes are limited.
/// </summary>
internal sealed class YamlParser
{
    private readonly Parser parser;
    private readonly string text;
    private readonly string path;
    private readonly int firstLine;
    private readonly YamlDialect dialect;
    private readonly bool mayHaveComments;
    private readonly List<Diagnostic> cuts = [];
    private string[]? lines;

    private YamlParser(string text, int firstLine, string path, YamlDialect dialect)
    {
        parser = new(new StringReader(text));
        this.text = text;
        this.path = path;
        this.firstLine = firstLine;
        this.dialect = dialect;
        mayHaveComments = dialect.WarnsOfCuts && (text.Contains(" #", StringComparison.Ordinal) || text.Contains("\t#", StringComparison.Ordinal));
    }

    /// <param name="firstLine">Line in the file on which the text begins, from 1; it begins in column 1.</param>
    /// <param name="diagnostics">Takes at most one error, of subject <c>yaml</c>, or warnings of comments that cut values.</param>
    /// <param name="node">The root node; null if nothing is written or there is an error.</param>
    /// <returns>Whether the text could be read.</returns>
    public static bool TryRead(string text, int firstLine, string path, YamlDialect dialect, List<Diagnostic> diagnostics, out YamlNode? node)
    {
        var yaml = new YamlParser(text, firstLine, path, dialect);
        node = null;
        try
        {
            node = yaml.Document();
            diagnostics.AddRange(yaml.cuts);
            return true;
        }
        catch (Refusal refusal)
        {
            diagnostics.Add(refusal.Diagnostic);
        }
        catch (YamlException exception)
        {
            diagnostics.Add(yaml.Syntax(exception.Start, exception.Message));
        }

        return false;
    }

    private YamlNode? Document()
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
            : throw Refuse(parser.Current, "yaml/documents", "这里又开始了一份 YAML，一个文件只能有一份。", "删掉多余的 “---” 或 “...”。");
    }

    /// <summary>Reads one node and moves on to the event after it.</summary>
    private YamlNode Node(int depth)
    {
        var current = parser.Current!;
        switch (current)
        {
            case AnchorAlias:
                throw Refuse(current, "yaml/alias", dialect.Alias.Message, dialect.Alias.Help);
            case NodeEvent { Anchor.IsEmpty: false }:
                throw Refuse(current, "yaml/alias", dialect.Anchor.Message, dialect.Anchor.Help);
            case NodeEvent { Tag.IsEmpty: false }:
                throw Refuse(current, "yaml/tag", dialect.Tag, "删掉 “!” 和它后面的名字；以 “!” 开头的文字请加引号。");
        }

        if (depth > dialect.LargestDepth)
        {
            throw Refuse(current, "yaml/too-deep", $"这里的内容套了 {dialect.LargestDepth} 层以上。", dialect.DepthHelp);
        }

        Advance();
        if (mayHaveComments && current is Scalar { Style: ScalarStyle.Plain, Value.Length: > 0 } plain)
        {
            FindCut(plain);
        }

        return current switch
        {
            Scalar scalar => new YamlNode.Scalar(Line(scalar), Column(scalar), scalar.Value, scalar.Style != ScalarStyle.Plain),
            SequenceStart => new YamlNode.Sequence(Line(current), Column(current), Items(depth)),
            _ => new YamlNode.Mapping(Line(current), Column(current), Entries(depth)),
        };
    }

    private ImmutableArray<YamlNode> Items(int depth)
    {
        var items = ImmutableArray.CreateBuilder<YamlNode>();
        while (parser.Current is not SequenceEnd)
        {
            RefuseBeyond(items.Count);
            items.Add(Node(depth + 1));
        }

        Advance();
        return items.DrainToImmutable();
    }

    private ImmutableArray<(YamlNode.Scalar, YamlNode)> Entries(int depth)
    {
        var entries = ImmutableArray.CreateBuilder<(YamlNode.Scalar, YamlNode)>();
        while (parser.Current is not MappingEnd)
        {
            RefuseBeyond(entries.Count);
            var at = parser.Current!;
            if (Node(depth + 1) is not YamlNode.Scalar { IsEmpty: false } key)
            {
                throw Refuse(at, "yaml/key", "冒号前面应当是字段的名字。", "写成 “字段: 内容”；以冒号开头的文字请加引号。");
            }

            if (key is { Value: "<<", IsQuoted: false })
            {
                throw Refuse(at, "yaml/alias", "这里用 “<<” 合并别处的字段，本站不接受 YAML 的合并。", "把要写的字段直接写在这里。");
            }

            entries.Add((key, Node(depth + 1)));
        }

        Advance();
        return entries.DrainToImmutable();
    }

    // "安全生产月 #话题": what follows the sign is a comment and gone. One after "# " is meant as such.
    private void FindCut(Scalar value)
    {
        lines ??= text.Split('\n');
        var (line, column) = ((int)value.End.Line - 1, (int)value.End.Column - 1);
        var rest = line < lines.Length && column <= lines[line].Length ? lines[line].AsSpan(column) : [];
        var comment = rest.TrimStart(" \t");
        if (comment.Length < rest.Length && comment.Length > 1 && comment[0] == '#' && !char.IsWhiteSpace(comment[1]) && comment[1] != '#')
        {
            cuts.Add(Diagnostic.Warning("yaml/comment", new(path, firstLine + line, column + 1 + rest.Length - comment.Length),
                "“#” 前面有空格，从这里到行尾都当作注释，不会出现在内容里。", "要保留就把整个内容放进双引号里；真是注释，就在 “#” 后面空一格。"));
        }
    }

    private void RefuseBeyond(int count)
    {
        if (count == dialect.MostItems)
        {
            throw Refuse(parser.Current!, "yaml/too-large", $"这里的项目超过了 {dialect.MostItems} 个。", dialect.SizeHelp);
        }
    }

    /// <summary>Moves to the next event. Whatever the parser throws, the text is at fault and gets a diagnostic.</summary>
    /// <remarks>YamlDotNet 16 asks an empty queue for a token when a bracket is never closed and fields follow it, and makes URIs of tags unasked.</remarks>
    private void Advance()
    {
        try
        {
            parser.MoveNext();
        }
        catch (Exception exception) when (exception is not (YamlException or OutOfMemoryException))
        {
            throw new Refusal(Syntax(parser.Current?.Start ?? Mark.Empty, exception is InvalidOperationException ? "flow collection" : exception.Message));
        }
    }

    private Refusal Refuse(ParsingEvent at, string code, string message, string help) =>
        new(Diagnostic.Error(code, new(path, Line(at), Column(at)), message, help));

    private Diagnostic Syntax(Mark start, string parserMessage)
    {
        var (line, column, message, help) = dialect.Explain(text, start, parserMessage);
        return Diagnostic.Error("yaml/syntax", new(path, firstLine + line - 1, column), message, help);
    }

    private int Line(ParsingEvent at) => firstLine + (int)at.Start.Line - 1;

    private static int Column(ParsingEvent at) => (int)at.Start.Column;

    /// <summary>Ends reading at the first mistake, because what follows cannot be interpreted.</summary>
    private sealed class Refusal(Diagnostic diagnostic) : Exception
    {
        public Diagnostic Diagnostic { get; } = diagnostic;
    }
}
