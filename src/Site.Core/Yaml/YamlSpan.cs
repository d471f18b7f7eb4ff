using System.Collections.Immutable;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Site.Core.Yaml;

/// <summary>A node of YAML with the place that it takes in the text, in UTF-16 units: <paramref name="Start"/> is its first, <paramref name="End"/> the one behind its last.</summary>
public abstract record YamlSpan(int Start, int End)
{
    /// <param name="Value">Without quotes and escapes.</param>
    public sealed record Scalar(int Start, int End, string Value, YamlQuoting Quoting) : YamlSpan(Start, End);

    /// <param name="IsFlow">Whether it stands in brackets.</param>
    /// <param name="Items">In the order written.</param>
    public sealed record Sequence(int Start, int End, bool IsFlow, ImmutableArray<YamlSpan> Items) : YamlSpan(Start, End);

    /// <param name="IsFlow">Whether it stands in braces.</param>
    /// <param name="Entries">In the order written.</param>
    public sealed record Mapping(int Start, int End, bool IsFlow, ImmutableArray<(Scalar Key, YamlSpan Value)> Entries) : YamlSpan(Start, End)
    {
        /// <returns>The value of the first field with a name, or null.</returns>
        public YamlSpan? Find(string name) => Entries.FirstOrDefault(entry => entry.Key.Value == name).Value;
    }

    /// <summary>Reads front matter a second time for its places; <see cref="YamlReader.Read"/> has said that it is right.</summary>
    /// <param name="text">The lines between the fences, with LF at the end of each.</param>
    /// <returns>The fields, or null where the text is no mapping of front matter, or has a mistake.</returns>
    public static Mapping? Read(string text)
    {
        if (YamlReader.Read(text, 1, "", []) is not { Entries.IsEmpty: false })
        {
            return null;
        }

        var parser = new Parser(new StringReader(text));
        parser.Consume<StreamStart>();
        parser.Consume<DocumentStart>();
        return Node(parser, text) as Mapping;
    }

    private static YamlSpan Node(Parser parser, string text)
    {
        switch (parser.Consume<NodeEvent>())
        {
            case YamlDotNet.Core.Events.Scalar scalar:
                var quoting = scalar.Style switch
                {
                    ScalarStyle.SingleQuoted => YamlQuoting.Single,
                    ScalarStyle.DoubleQuoted => YamlQuoting.Double,
                    ScalarStyle.Literal or ScalarStyle.Folded => YamlQuoting.Block,
                    _ => YamlQuoting.Plain,
                };
                return new Scalar(At(scalar.Start), quoting == YamlQuoting.Plain && scalar.Value.Length == 0 ? At(scalar.Start) : EndOf(scalar, quoting, text), scalar.Value, quoting);
            case SequenceStart start:
                var items = ImmutableArray.CreateBuilder<YamlSpan>();
                while (parser.Current is not SequenceEnd)
                {
                    items.Add(Node(parser, text));
                }

                parser.Consume<SequenceEnd>();
                var isList = start.Style == SequenceStyle.Flow;
                return new Sequence(At(start.Start), isList ? Closed(text, LastOf(items, At(start.Start) + 1), ']') : LastOf(items, At(start.Start)), isList, items.DrainToImmutable());
            case MappingStart start:
                var entries = ImmutableArray.CreateBuilder<(Scalar, YamlSpan)>();
                while (parser.Current is not MappingEnd)
                {
                    entries.Add(((Scalar)Node(parser, text), Node(parser, text)));
                }

                parser.Consume<MappingEnd>();
                var isFlow = start.Style == MappingStyle.Flow;
                var parts = entries.SelectMany(entry => new[] { entry.Item1, entry.Item2 });
                return new Mapping(At(start.Start), isFlow ? Closed(text, LastOf(parts, At(start.Start) + 1), '}') : LastOf(parts, At(start.Start)), isFlow, entries.DrainToImmutable());
            case var other:
                throw new InvalidOperationException($"No node of front matter: {other}.");
        }
    }

    /// <returns>Behind the bracket that closes a list or group, whose last part ends at a place; the parser's own place of it is not always right.</returns>
    private static int Closed(string text, int at, char bracket)
    {
        while (text[at] != bracket)
        {
            at = text[at] == '#' ? text.IndexOf('\n', at) : at + 1;
        }

        return at + 1;
    }

    /// <summary>The end of a block in the events is where the next token stands: empty lines and comments between are none of its own.</summary>
    private static int LastOf(IEnumerable<YamlSpan> parts, int start) => parts.Select(part => part.End).Append(start).Max();

    /// <summary>A plain or block text ends with its last character: what lies between it and the next token is none of its own.</summary>
    private static int EndOf(YamlDotNet.Core.Events.Scalar scalar, YamlQuoting quoting, string text)
    {
        var (start, end) = (At(scalar.Start), At(scalar.End));
        if (quoting is YamlQuoting.Plain or YamlQuoting.Block)
        {
            end = start + text.AsSpan(start, end - start).TrimEnd(" \t\n").Length;
        }

        return end;
    }

    private static int At(Mark mark) => (int)mark.Index;
}

/// <summary>How a text is written in YAML.</summary>
public enum YamlQuoting
{
    Plain,
    Single,
    Double,

    /// <summary><c>|</c> or <c>&gt;</c> and lines below it.</summary>
    Block,
}
