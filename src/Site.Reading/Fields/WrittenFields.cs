using System.Collections.Immutable;
using Site.Model;

namespace Site.Reading;

/// <summary>The fields that someone wrote, by their names in the contract; asked for one by one as text, dates and so on.</summary>
/// <param name="Path">The file.</param>
/// <param name="Subject">First part of the codes: <c>front-matter</c> or <c>site</c>.</param>
/// <param name="Prefix">What stands before a name in messages: empty, or <c>tour.</c> within a group.</param>
/// <param name="Problems">Takes what is wrong with a value.</param>
/// <param name="Pool">Keeps one string for all that are equal.</param>
internal sealed record WrittenFields(string Path, string Subject, string Prefix, List<Problem> Problems, TextPool Pool)
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
    public Place PlaceOf(YamlNode? node) => node is null ? new(Path) : new(Path, node.Line, node.Column);

    /// <summary>Adds the error <c>subject/what-is-wrong</c>.</summary>
    public void Report(string whatIsWrong, YamlNode? where, string what, string cure) =>
        Problems.Add(Problem.Error($"{Subject}/{whatIsWrong}", PlaceOf(where), what, cure));

    /// <summary>Adds the error <c>subject/wrong-type</c>: 字段 “date” 应当是日期，这里写的是 “下周”。</summary>
    public void WrongType(string name, YamlNode where, string wanted, string cure) =>
        Report("wrong-type", where, $"字段 “{Prefix}{name}” 应当是{wanted}，这里写的是{Quoted.Of(where)}。", cure);

    /// <summary>Adds the error <c>subject/out-of-range</c>.</summary>
    public void OutOfRange(string name, YamlNode where, string what, string cure) =>
        Report("out-of-range", where, $"字段 “{Prefix}{name}” {what}", cure);

    /// <returns>Where each field stands, for checks that come later.</returns>
    public FieldPlaces Places() => new(Path, ImmutableArray.CreateRange(Found, field => (field.Name, field.Value.Line, field.Value.Column)));

    /// <returns>The fields of a group within these, or null (reported) when it is no group.</returns>
    public WrittenFields? Group(string name, YamlNode node, FieldSet set, string cure)
    {
        if (node is YamlNode.Mapping mapping)
        {
            return set.Match(mapping, Path, Subject, $"{Prefix}{name}.", Problems, Pool);
        }

        WrongType(name, node, "一组字段", cure);
        return null;
    }
}
