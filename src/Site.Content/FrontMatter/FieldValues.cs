using System.Collections.Immutable;
using Site.Content.Markdown;
using Site.Core.Diagnostics;
using Site.Core.Yaml;

namespace Site.Content.FrontMatter;

/// <summary>The fields that someone wrote, by their names in the contract; asked for one by one as text, dates and so on.</summary>
/// <param name="Set">How the fields are declared.</param>
/// <param name="Path">The file.</param>
/// <param name="Subject">First part of the codes: <c>front-matter</c> or <c>site</c>.</param>
/// <param name="Prefix">What stands before a name in messages: empty, or <c>tour.</c> within a group.</param>
/// <param name="Diagnostics">Takes what is wrong with a value.</param>
/// <param name="Pool">Keeps one string for all that are equal.</param>
public sealed record FieldValues(FieldSet Set, string Path, string Subject, string Prefix, List<Diagnostic> Diagnostics, TextPool Pool)
{
    /// <summary>Known names, each once, whose value is not empty.</summary>
    public ImmutableArray<(string Name, YamlNode Value)> Found { get; init; } = [];

    /// <returns>The value as written, or null.</returns>
    public YamlNode? Find(string name)
    {
        foreach (var (known, value) in Found)
        {
            if (known == name)
            {
                return value;
            }
        }

        return null;
    }

    /// <returns>The place of a value; the top of the file where nothing is written.</returns>
    public Location LocationOf(YamlNode? node) => node is null ? new(Path) : new(Path, node.Line, node.Column);

    /// <summary>Adds the error <c>subject/what-is-wrong</c>.</summary>
    public void Report(string fault, YamlNode? node, string message, string help) =>
        Diagnostics.Add(Diagnostic.Error($"{Subject}/{fault}", LocationOf(node), message, help));

    /// <summary>Adds the error <c>subject/wrong-type</c>: 字段 “date” 应当是日期，这里写的是 “下周”。</summary>
    public void WrongType(string name, YamlNode node, string wanted, string help) =>
        Report("wrong-type", node, $"字段 “{Prefix}{name}” 应当是{wanted}，这里写的是{node.Describe()}。", help);

    /// <summary>Adds the error <c>subject/out-of-range</c>.</summary>
    public void OutOfRange(string name, YamlNode node, string message, string help) =>
        Report("out-of-range", node, $"字段 “{Prefix}{name}” {message}", help);

    /// <returns>Where each field stands, for checks that come later.</returns>
    public FieldLocations Locations() => new(Path, ImmutableArray.CreateRange(Found, field => (field.Name, field.Value.Line, field.Value.Column)));

    /// <returns>The usable addresses of the web in all values, in the order written, each at the place of its value.</returns>
    internal ImmutableArray<Link> WebLinks()
    {
        List<Link> links = [];
        foreach (var (_, value) in Found)
        {
            AddWebLinks(value, links);
        }

        return [.. links];
    }

    private void AddWebLinks(YamlNode node, List<Link> links)
    {
        switch (node)
        {
            case YamlNode.Mapping mapping:
                foreach (var (_, value) in mapping.Entries)
                {
                    AddWebLinks(value, links);
                }

                break;
            case YamlNode.Sequence sequence:
                foreach (var item in sequence.Items)
                {
                    AddWebLinks(item, links);
                }

                break;
            case YamlNode.Scalar scalar when scalar.Value.Contains("http", StringComparison.Ordinal):
                foreach (var address in WebAddress.AllIn(scalar.Value))
                {
                    links.Add(new(LocationOf(scalar), address));
                }

                break;
        }
    }

    /// <returns>The fields of a group within these, or null (reported) when it is no group.</returns>
    public FieldValues? Group(string name, YamlNode node, string help) => Group(name, node, Declared<GroupField>(name).Parts, help);

    /// <inheritdoc cref="Group(string, YamlNode, string)"/>
    internal FieldValues? Group(string name, YamlNode node, FieldSet parts, string help)
    {
        if (node is YamlNode.Mapping mapping)
        {
            return parts.Match(mapping, Path, Subject, $"{Prefix}{name}.", Diagnostics, Pool);
        }

        WrongType(name, node, "一组字段", help);
        return null;
    }

    /// <returns>The value of a field that is declared as this sort, as written; or null.</returns>
    /// <exception cref="InvalidOperationException">Our mistake: it is declared as another sort, or not at all.</exception>
    internal YamlNode? Find<TField>(string name)
        where TField : Field => Find(Declared<TField>(name).Name);

    /// <returns>The declaration of a field that is about to be read as this sort of value.</returns>
    /// <exception cref="InvalidOperationException">Our mistake: it is declared as another sort, or not at all.</exception>
    internal TField Declared<TField>(string name)
        where TField : Field => Set.Find(name) as TField
            ?? throw new InvalidOperationException($"The field \"{name}\" is read as a {typeof(TField).Name}, but is declared as {Set.Find(name)?.GetType().Name ?? "nothing"}.");
}

/// <summary>Where the front matter fields of a page stand, so that a check can point at them long after reading.</summary>
/// <param name="Path">The source file.</param>
/// <param name="Fields">Name, line and column (from 1) of each field's value, as written; a page has few, so a list is the smallest form.</param>
public sealed record FieldLocations(string Path, ImmutableArray<(string Name, int Line, int Column)> Fields)
{
    /// <summary>Fields in whose values something is wrong, which is reported: their values are none that a check could speak about.</summary>
    public ImmutableArray<string> Faulty { get; init; } = [];

    /// <returns>Whether something is wrong with the field, or with the whole file, so that its absence is no mistake of its own.</returns>
    public bool IsFaulty(string name) => Faulty.Contains(name);

    /// <returns>Whether the field's value is what the writer wrote, and not what stands for a missing or wrong one.</returns>
    public bool IsRead(string name) => !IsFaulty(name) && Fields.Any(field => field.Name == name);

    /// <param name="diagnostics">What is wrong with the file.</param>
    /// <param name="end">Line on which the fields are over.</param>
    /// <returns>The same with the fields in which the errors lie.</returns>
    internal FieldLocations WithFaults(IEnumerable<Diagnostic> diagnostics, int end)
    {
        var faulty = diagnostics
            .Where(found => found.Severity == Severity.Error && found.Location.Path == Path && found.Location.Line < end
                && !found.Code.EndsWith("/unknown-field", StringComparison.Ordinal) && !found.Code.EndsWith("/empty-field", StringComparison.Ordinal))
            .Select(found => FieldAt(found.Location.Line, found.Location.Column)).OfType<string>().Distinct(StringComparer.Ordinal).ToImmutableArray();
        return faulty.IsEmpty ? this : this with { Faulty = faulty };
    }

    /// <returns>The field whose value begins last at or before a place, or null.</returns>
    private string? FieldAt(int line, int column) =>
        Fields.Where(field => (field.Line, field.Column).CompareTo((line, column)) <= 0).OrderBy(field => (field.Line, field.Column)).Select(field => field.Name).LastOrDefault();

    /// <returns>The place of the field's value; line 1 and column 1 when the page does not have the field.</returns>
    public Location this[string name]
    {
        get
        {
            foreach (var (known, line, column) in Fields)
            {
                if (known == name)
                {
                    return new(Path, line, column);
                }
            }

            return new(Path);
        }
    }
}
