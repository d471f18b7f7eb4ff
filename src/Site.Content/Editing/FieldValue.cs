using System.Collections.Immutable;
using System.Globalization;
using Site.Content.Loading;
using Site.Core.Yaml;

namespace Site.Content.Editing;

/// <summary>The value of a field as a form shows it: no dates and numbers, only what is written.</summary>
public abstract record FieldValue
{
    private FieldValue() { }

    /// <param name="Value">Without quotes; lines end with LF.</param>
    public sealed record Text(string Value) : FieldValue
    {
        /// <summary>A block in YAML ends with a line end that no form shows.</summary>
        public bool Equals(Text? other) => other is not null && Value.TrimEnd('\n') == other.Value.TrimEnd('\n');

        public override int GetHashCode() => Value.TrimEnd('\n').GetHashCode(StringComparison.Ordinal);
    }

    public sealed record List(ImmutableArray<FieldValue> Items) : FieldValue
    {
        public bool Equals(List? other) => other is not null && Items.SequenceEqual(other.Items);

        public override int GetHashCode() => Items.Length;
    }

    /// <param name="Entries">In the order written.</param>
    public sealed record Group(ImmutableArray<(string Name, FieldValue Value)> Entries) : FieldValue
    {
        /// <summary>The order of fields says nothing.</summary>
        public bool Equals(Group? other) => other is not null && Entries.OrderBy(entry => entry.Name, StringComparer.Ordinal).SequenceEqual(other.Entries.OrderBy(entry => entry.Name, StringComparer.Ordinal));

        public override int GetHashCode() => Entries.Length;

        /// <returns>The first value with a name, or null.</returns>
        public FieldValue? Find(string name) => Entries.FirstOrDefault(entry => entry.Name == name).Value;
    }

    public static FieldValue Of(YamlSpan span) => span switch
    {
        YamlSpan.Scalar scalar => new Text(scalar.Value),
        YamlSpan.Sequence sequence => new List([.. sequence.Items.Select(Of)]),
        YamlSpan.Mapping mapping => new Group([.. mapping.Entries.Select(entry => (entry.Key.Value, Of(entry.Value)))]),
        _ => throw new InvalidOperationException($"No node: {span}."),
    };

    /// <summary>The same with another value at a place.</summary>
    /// <param name="path">Names of fields, and numbers of items from 0; the last may name a new field, or the item behind the last.</param>
    /// <param name="value">Null takes away what is there; a list or group that is then empty goes too.</param>
    /// <returns>Null where nothing is left.</returns>
    /// <exception cref="ArgumentException">There is no such place.</exception>
    public FieldValue? With(ReadOnlySpan<string> path, FieldValue? value)
    {
        if (path.IsEmpty)
        {
            return value;
        }

        var step = path[0];
        switch (this)
        {
            case Group group:
                var at = group.Entries.IndexOf(group.Entries.FirstOrDefault(entry => entry.Name == step));
                var inner = at < 0 ? Missing(path, value) : group.Entries[at].Value.With(path[1..], value);
                var entries = at < 0 ? inner is null ? group.Entries : group.Entries.Add((step, inner))
                    : inner is null ? group.Entries.RemoveAt(at) : group.Entries.SetItem(at, (step, inner));
                return entries.IsEmpty ? null : new Group(entries);
            case List list when int.TryParse(step, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 0 && number <= list.Items.Length:
                var item = number == list.Items.Length ? Missing(path, value) : list.Items[number].With(path[1..], value);
                var items = number == list.Items.Length ? item is null ? list.Items : list.Items.Add(item)
                    : item is null ? list.Items.RemoveAt(number) : list.Items.SetItem(number, item);
                return items.IsEmpty ? null : new List(items);
            default:
                throw new ArgumentException($"There is no place {step}.", nameof(path));
        }
    }

    private static FieldValue? Missing(ReadOnlySpan<string> path, FieldValue? value) => path.Length == 1 ? value : throw new ArgumentException($"There is no place {path[0]}.", nameof(path));
}

/// <summary>Values that <c>site new</c> wrote into the fields of a draft for somebody to replace.</summary>
public static class FieldPrompts
{
    /// <param name="fields">The fields of a page.</param>
    /// <returns>Each such value once, lists and groups included.</returns>
    public static IEnumerable<string> Of(FieldValue fields) => Texts(fields).Select(text => text.Trim()).Where(DraftRemains.IsPrompt).Distinct(StringComparer.Ordinal);

    private static IEnumerable<string> Texts(FieldValue value) => value switch
    {
        FieldValue.Text { Value: var text } => [text],
        FieldValue.List { Items: var items } => items.SelectMany(Texts),
        FieldValue.Group { Entries: var entries } => entries.SelectMany(entry => Texts(entry.Value)),
        _ => [],
    };
}
