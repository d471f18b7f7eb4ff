using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Site.Content.FrontMatter;
using Site.Core.Yaml;

namespace Site.Content.Editing;

/// <summary>
/// Changes one value of front matter and no other byte: comments, order, quotes and empty lines stay as somebody wrote them. Each change is read again
/// before it counts: it must have changed the one value, and nothing else.
/// </summary>
public static class FrontMatterEdits
{
    private const int LongestListInOneLine = 100;

    /// <summary>What may mean something in the middle of text in brackets.</summary>
    private static readonly SearchValues<char> InBrackets = SearchValues.Create(",[]{}:#&*!|>'\"%@`?\\");

    /// <param name="set">The fields that may stand there; new ones are written in their order.</param>
    /// <param name="yaml">The lines between the fences, with LF at the end of each.</param>
    /// <param name="path">Names of fields, and numbers of items from 0: <c>openDays</c>, <c>0</c>, <c>date</c>. The last may name a new field, or the item behind the last.</param>
    /// <param name="value">Null takes the field or item away.</param>
    /// <returns>Edits of the text, none where nothing changes; null where the text cannot be read, has no such place, or is written so that only a person can change it.</returns>
    public static ImmutableArray<TextEdit>? Set(FieldSet set, string yaml, ImmutableArray<string> path, FieldValue? value)
    {
        var root = YamlSpan.Read(yaml);
        if (root is null && YamlReader.Read(yaml, 1, "", []) is not { Entries.IsEmpty: true })
        {
            return null;
        }

        FieldValue before = root is null ? new FieldValue.Group([]) : FieldValue.Of(root);
        FieldValue? after;
        try
        {
            (path, value) = Found(before, path, value);
            after = before.With(path.AsSpan(), value);
        }
        catch (ArgumentException)
        {
            return null;
        }

        if (after == before)
        {
            return [];
        }

        var order = set.Fields.Select(field => field.Name).ToList();
        return Candidates(yaml, root, before, order, path, value).Select(edits => edits.OrderBy(edit => edit.Start).ToImmutableArray())
            .FirstOrDefault(edits => Reads(TextEdit.Apply(yaml, edits), after)) is { IsDefault: false } found ? found : null;
    }

    /// <summary>Where a field has one text in place of a list, or a group is not there yet, the change is one of the whole field.</summary>
    private static (ImmutableArray<string> Path, FieldValue? Value) Found(FieldValue node, ImmutableArray<string> path, FieldValue? value)
    {
        for (var i = 0; i < path.Length; i++)
        {
            switch (node)
            {
                case FieldValue.Group group when group.Find(path[i]) is { } inner:
                    node = inner;
                    break;
                case FieldValue.Text or FieldValue.Group when path[i] == "0":
                    // One alone stands for a list of one.
                    path = path.RemoveAt(i--);
                    break;
                case FieldValue.Group:
                    return (path[..(i + 1)], Wrapped(path[(i + 1)..], value));
                case FieldValue.List list when int.TryParse(path[i], NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number < list.Items.Length:
                    node = list.Items[number];
                    break;
                case FieldValue.List:
                    return (path[..(i + 1)], Wrapped(path[(i + 1)..], value));
                case FieldValue.Text when path[i] == "1" && i + 1 == path.Length && value is not null:
                    return (path[..i], new FieldValue.List([node, value]));
                default:
                    throw new ArgumentException($"There is no place {path[i]}.", nameof(path));
            }
        }

        return (path, value);
    }

    private static FieldValue? Wrapped(ImmutableArray<string> path, FieldValue? value) =>
        value is null || path.IsEmpty ? value
        : char.IsAsciiDigit(path[0][0]) && path[0] != "0" ? throw new ArgumentException($"There is no place {path[0]}.", nameof(path))
        : path[0] == "0" ? new FieldValue.List([Wrapped(path[1..], value)!])
        : new FieldValue.Group([(path[0], Wrapped(path[1..], value)!)]);

    private static bool Reads(string yaml, FieldValue? wanted) =>
        YamlSpan.Read(yaml) is { } root ? FieldValue.Of(root) == wanted : wanted is null && YamlReader.Read(yaml, 1, "", []) is { Entries.IsEmpty: true };

    /// <returns>Ways to make the change, the nicest first.</returns>
    private static IEnumerable<IEnumerable<TextEdit>> Candidates(
        string yaml, YamlSpan.Mapping? root, FieldValue before, List<string> order, ImmutableArray<string> path, FieldValue? value)
    {
        if (root is null)
        {
            return [[new(yaml.Length, 0, Entry("", path[0], value!))]];
        }

        // What is empty after the change goes as a whole.
        while (value is null && path.Length > 1 && At(before, path[..^1]) is FieldValue.Group { Entries.Length: 1 } or FieldValue.List { Items.Length: 1 })
        {
            path = path[..^1];
        }

        YamlSpan parent = root;
        foreach (var step in path[..^1])
        {
            parent = parent is YamlSpan.Mapping mapping ? mapping.Find(step)! : ((YamlSpan.Sequence)parent).Items[int.Parse(step, CultureInfo.InvariantCulture)];
        }

        return parent switch
        {
            YamlSpan.Mapping group => InGroup(yaml, group, group == root ? order : [], path[^1], value),
            YamlSpan.Sequence list => InList(yaml, list, int.Parse(path[^1], CultureInfo.InvariantCulture), value),
            _ => [],
        };
    }

    private static FieldValue? At(FieldValue node, ImmutableArray<string> path) =>
        path.Aggregate((FieldValue?)node, (inner, step) => inner switch
        {
            FieldValue.Group group => group.Find(step),
            FieldValue.List list => list.Items[int.Parse(step, CultureInfo.InvariantCulture)],
            _ => null,
        });

    private static IEnumerable<IEnumerable<TextEdit>> InGroup(string yaml, YamlSpan.Mapping group, List<string> order, string name, FieldValue? value)
    {
        var at = group.Entries.IndexOf(group.Entries.FirstOrDefault(entry => entry.Key.Value == name));
        if (at >= 0)
        {
            var (key, old) = group.Entries[at];
            return value is not null ? Replace(yaml, old, value, isFlow: group.IsFlow, key)
                : group.IsFlow ? [[Cut(group.Entries.Select(entry => (entry.Key.Start, entry.Value.End)).ToList(), at)]]
                : IsFirstInLine(yaml, key.Start) ? [[Lines(yaml, key.Start, Math.Max(key.End, old.End))]]
                : at + 1 < group.Entries.Length ? [[new(key.Start, group.Entries[at + 1].Key.Start - key.Start, "")]]
                : [];
        }

        if (group.IsFlow)
        {
            var last = group.Entries[^1].Value;
            return [[new(last.End, 0, $", {name}: {Flow(value!)}")]];
        }

        var place = order.IndexOf(name);
        var indent = new string(' ', ColumnOf(yaml, group.Entries[0].Key.Start));
        var before = order.Count == 0 ? group.Entries.Length - 1
            : group.Entries.Select((entry, i) => (Place: order.IndexOf(entry.Key.Value), i)).Where(entry => entry.Place >= 0 && entry.Place < place).Select(entry => entry.i).DefaultIfEmpty(-1).Last();
        var start = before < 0 ? LineStart(yaml, group.Entries[0].Key.Start) : LineEnd(yaml, Math.Max(group.Entries[before].Key.End, group.Entries[before].Value.End));
        return [[new(start, 0, Entry(indent, name, value!))]];
    }

    private static IEnumerable<IEnumerable<TextEdit>> InList(string yaml, YamlSpan.Sequence list, int number, FieldValue? value)
    {
        if (number < list.Items.Length && value is not null)
        {
            return Replace(yaml, list.Items[number], value, list.IsFlow, null);
        }

        if (list.IsFlow)
        {
            return value is null
                ? [[Cut(list.Items.Select(item => (item.Start, item.End)).ToList(), number)]]
                : [[new(list.Items[^1].End, 0, ", " + Flow(value))]];
        }

        var dash = DashOf(yaml, list.Items[Math.Min(number, list.Items.Length - 1)]);
        if (dash < 0 || !IsFirstInLine(yaml, dash))
        {
            return [];
        }

        return value is null
            ? [[Lines(yaml, dash, list.Items[number].End)]]
            : [[new(LineEnd(yaml, list.Items[^1].End), 0, Item(new string(' ', ColumnOf(yaml, dash)), value))]];
    }

    private static IEnumerable<IEnumerable<TextEdit>> Replace(string yaml, YamlSpan old, FieldValue value, bool isFlow, YamlSpan.Scalar? key)
    {
        if (key is not null && old is YamlSpan.Scalar { Value.Length: 0, Quoting: YamlQuoting.Plain })
        {
            // Nothing is written behind the colon, but perhaps a comment.
            var colon = yaml.IndexOf(':', key.End);
            return [[new(colon + 1, 0, " " + Flow(value))]];
        }

        var whole = new TextEdit(old.Start, old.End - old.Start, Flow(value));
        return (old, value) switch
        {
            (YamlSpan.Scalar scalar, FieldValue.Text text) =>
            [
                .. Texts(yaml, scalar, text.Value, isFlow).Select(written => new[] { new TextEdit(old.Start, old.End - old.Start, written) }),
            ],
            (YamlSpan.Sequence { Items.Length: > 0 } list, FieldValue.List wanted) when list.Items.All(item => item is YamlSpan.Scalar) && wanted.Items.All(item => item is FieldValue.Text) =>
                [InItems(yaml, list, [.. list.Items.Select(item => ((YamlSpan.Scalar)item).Value)], [.. wanted.Items.Select(item => ((FieldValue.Text)item).Value)]), [whole]],
            _ => [[whole]],
        };
    }

    private static List<TextEdit> InItems(string yaml, YamlSpan.Sequence list, string[] old, string[] wanted)
    {
        var start = old.AsSpan().CommonPrefixLength(wanted);
        var end = 0;
        while (end < Math.Min(old.Length, wanted.Length) - start && old[^(end + 1)] == wanted[^(end + 1)])
        {
            end++;
        }

        var (gone, come) = (old.Length - start - end, wanted.Length - start - end);
        var items = list.Items;
        var edits = new List<TextEdit>();
        for (var i = start; i < start + Math.Min(gone, come); i++)
        {
            edits.Add(new(items[i].Start, items[i].End - items[i].Start, Texts(yaml, (YamlSpan.Scalar)items[i], wanted[i], list.IsFlow).First()));
        }

        var at = start + Math.Min(gone, come);
        if (list.IsFlow)
        {
            var more = wanted[at..(wanted.Length - end)].Select(text => Written(text, isFlow: true));
            if (gone < come)
            {
                edits.Add(at > 0 ? new(items[at - 1].End, 0, string.Concat(more.Select(text => ", " + text))) : new(items[0].Start, 0, string.Concat(more.Select(text => text + ", "))));
            }
            else if (gone > come)
            {
                var last = start + gone;
                edits.Add(last < items.Length ? new(items[at].Start, items[last].Start - items[at].Start, "")
                    : new(items[at - 1].End, items[last - 1].End - items[at - 1].End, ""));
            }

            return edits;
        }

        var indent = new string(' ', ColumnOf(yaml, DashOf(yaml, items[0])));
        if (gone < come)
        {
            var place = at > 0 ? LineEnd(yaml, items[at - 1].End) : LineStart(yaml, items[0].Start);
            edits.Add(new(place, 0, string.Concat(wanted[at..(wanted.Length - end)].Select(text => Item(indent, new FieldValue.Text(text))))));
        }

        for (var i = at; i < start + gone; i++)
        {
            edits.Add(Lines(yaml, DashOf(yaml, items[i]), items[i].End));
        }

        return edits;
    }

    /// <returns>Ways to write a text in the place of another, its own way of quoting first.</returns>
    private static IEnumerable<string> Texts(string yaml, YamlSpan.Scalar old, string text, bool isFlow)
    {
        switch (old.Quoting)
        {
            case YamlQuoting.Single when !text.AsSpan().ContainsAny('\n', '\t') && !text.Any(char.IsControl):
                yield return $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";
                break;
            case YamlQuoting.Plain:
                yield return Written(text, isFlow);
                break;
            case YamlQuoting.Block when text.Length > 0:
                var head = yaml[old.Start..yaml.IndexOf('\n', old.Start)];
                var first = yaml.AsSpan(yaml.IndexOf('\n', old.Start) + 1);
                var indent = new string(' ', first.Length - first.TrimStart(" \n").Length - first[..^first.TrimStart(" \n").Length].LastIndexOf('\n') - 1);
                yield return head + string.Concat(text.TrimEnd('\n').Split('\n').Select(line => line.Length == 0 ? "\n" : $"\n{indent}{line}"));
                break;
        }

        yield return Double(text);
    }

    private static string Entry(string indent, string name, FieldValue value) => value switch
    {
        FieldValue.Text { Value: var text } when text.TrimEnd('\n').Contains('\n', StringComparison.Ordinal) && CanBeBlock(text) =>
            $"{indent}{name}: |-\n{string.Concat(text.TrimEnd('\n').Split('\n').Select(line => line.Length == 0 ? "\n" : $"{indent}  {line}\n"))}",
        FieldValue.List { Items: var items } when !items.All(item => item is FieldValue.Text) || Flow(value).Length > LongestListInOneLine =>
            $"{indent}{name}:\n{string.Concat(items.Select(item => Item(indent + "  ", item)))}",
        FieldValue.Group { Entries: var entries } => $"{indent}{name}:\n{string.Concat(entries.Select(entry => Entry(indent + "  ", entry.Name, entry.Value)))}",
        _ => $"{indent}{name}: {Flow(value, isInBrackets: false)}\n",
    };

    private static string Item(string indent, FieldValue value) => value is FieldValue.Group { Entries: var entries }
        ? $"{indent}- {string.Concat(entries.Select(entry => Entry(indent + "  ", entry.Name, entry.Value)))[(indent.Length + 2)..]}"
        : $"{indent}- {Flow(value, isInBrackets: false)}\n";

    private static string Flow(FieldValue value, bool isInBrackets = true) => value switch
    {
        FieldValue.Text { Value: var text } => Written(text, isInBrackets),
        FieldValue.List { Items: var items } => $"[{string.Join(", ", items.Select(item => Flow(item)))}]",
        FieldValue.Group { Entries: var entries } => $"{{{string.Join(", ", entries.Select(entry => $"{entry.Name}: {Flow(entry.Value)}"))}}}",
        _ => throw new InvalidOperationException($"No value: {value}."),
    };

    /// <summary>Without quotes where they are not needed; what begins with a digit and has a colon is a number of base 60 to some readers.</summary>
    private static string Written(string text, bool isFlow) =>
        text.Length > 0 && (char.IsAsciiLetterOrDigit(text[0]) || text[0] >= '\u00A1') && !char.IsWhiteSpace(text[0]) && !char.IsWhiteSpace(text[^1]) && text[^1] != ':'
        && !text.Any(unit => char.IsControl(unit) || unit is '\uFEFF' or '\u2028' or '\u2029' or '\u0085')
        && !text.Contains(": ", StringComparison.Ordinal) && !text.Contains(" #", StringComparison.Ordinal)
        && !(char.IsAsciiDigit(text[0]) && text.Contains(':', StringComparison.Ordinal) && text.Length < 9)
        && !text.Equals("null", StringComparison.OrdinalIgnoreCase)
        && !(isFlow && text.AsSpan().ContainsAny(InBrackets))
            ? text
            : Double(text);

    private static string Double(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (var unit in text)
        {
            quoted.Append(unit switch
            {
                '"' => "\\\"",
                '\\' => "\\\\",
                '\n' => "\\n",
                '\t' => "\\t",
                _ when char.IsControl(unit) || unit is '\uFEFF' or '\u2028' or '\u2029' => string.Create(CultureInfo.InvariantCulture, $"\\u{(int)unit:X4}"),
                _ => unit.ToString(),
            });
        }

        return quoted.Append('"').ToString();
    }

    private static bool CanBeBlock(string text) => !text.StartsWith(' ') && !text.StartsWith('\n') && !text.Any(unit => unit != '\n' && (char.IsControl(unit) || unit is '\uFEFF' or '\u2028' or '\u2029'));

    private static TextEdit Cut(List<(int Start, int End)> parts, int at) =>
        at + 1 < parts.Count ? new(parts[at].Start, parts[at + 1].Start - parts[at].Start, "")
        : at > 0 ? new(parts[at - 1].End, parts[at].End - parts[at - 1].End, "")
        : new(parts[at].Start, parts[at].End - parts[at].Start, "");

    private static TextEdit Lines(string yaml, int start, int end) => LineStart(yaml, start) is var from ? new(from, LineEnd(yaml, end) - from, "") : default;

    private static int LineStart(string yaml, int at) => yaml.LastIndexOf('\n', Math.Max(at - 1, 0)) is var end && at == 0 ? 0 : end + 1;

    /// <returns>Where the next line begins.</returns>
    private static int LineEnd(string yaml, int at) => yaml.IndexOf('\n', at) is >= 0 and var end ? end + 1 : yaml.Length;

    private static int ColumnOf(string yaml, int at) => at - LineStart(yaml, at);

    private static bool IsFirstInLine(string yaml, int at) => yaml.AsSpan(LineStart(yaml, at), ColumnOf(yaml, at)).IsWhiteSpace();

    private static int DashOf(string yaml, YamlSpan item)
    {
        var line = yaml.AsSpan(LineStart(yaml, item.Start), ColumnOf(yaml, item.Start)).TrimEnd(' ');
        return line.EndsWith("-") ? LineStart(yaml, item.Start) + line.Length - 1 : -1;
    }
}
