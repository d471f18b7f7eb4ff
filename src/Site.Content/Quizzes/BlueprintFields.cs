using System.Collections.Frozen;
using System.Collections.Immutable;
using Site.Content.FrontMatter;
using Site.Core.Json;
using Site.Core.Text;
using Site.Core.Vocabularies;
using Site.Core.Yaml;

namespace Site.Content.Quizzes;

/// <summary>How a quiz draws its papers: <c>{draw: 10, perTopic: {消防: 6, 用电: 4}, levels: {1: 6, 2: 4}, groups: [[oil-01, oil-02]], seed: daily}</c>.</summary>
internal static class BlueprintFields
{
    private const int LargestPaper = 200;
    private const int MostGroups = 200;
    private const string Help = "写成 {draw: 10, perTopic: {消防: 6, 用电: 4}, levels: {1: 5, 2: 5}, seed: daily}。";
    private const string GroupsHelp = "写成 [[题号, 题号], [题号, 题号]]：每个方括号里的题，一份卷子最多出一道。";

    private static readonly ImmutableArray<Term> Seeds = [new("daily", "每天一份"), new("free", "每次都不同")];

    public static FieldSet Parts { get; } = new(
        [
            Field.Integer("draw", 1, LargestPaper, "一份卷子几道题", "10").Required(),
            new CountsField("perTopic", "这个主题正好出几道", "{消防: 6, 用电: 4}"),
            new CountsField("levels", "这个难度（1易、2中、3难）正好出几道", "{1: 5, 2: 3, 3: 2}"),
            new IdGroupsField("groups", "互斥组：每个方括号里的题，一份卷子最多出一道", "[[oil-01, oil-02]]"),
            Field.Texts("required", "每份卷子都要有的题", "[fire-119]", oneAlone: true),
            Field.Enum("seed", Seeds, "每天一份，还是每次都不同", "daily"),
        ],
        new Dictionary<string, string> { ["per-topic"] = "perTopic", ["level"] = "levels", ["exclusive"] = "groups" }.ToFrozenDictionary(StringComparer.Ordinal));

    /// <returns>The rule, or null where the field is absent or (reported) no rule. Its seed is <c>free</c> unless the writer says otherwise.</returns>
    public static Blueprint? Blueprint(this FieldValues fields, string name)
    {
        if (fields.Find(name) is not { } node
            || fields.Group(name, node, Help) is not { } parts
            || parts.Integer("draw") is not { } draw)
        {
            return null;
        }

        return new(draw, parts.PerTopic(), parts.Enum("seed") ?? "free")
        {
            Levels = parts.Levels(),
            Groups = parts.Groups(),
            Required = [.. parts.Texts("required").Distinct(StringComparer.Ordinal)],
        };
    }

    private static ImmutableArray<(string Topic, int Count)> PerTopic(this FieldValues parts) =>
        [.. parts.Counts("perTopic", "一组主题和题数").Select(entry => (parts.TextOf("perTopic", entry.Key), entry.Count))
            .Where(entry => entry.Item1 is not null).Select(entry => (parts.Pool.Keep(entry.Item1!), entry.Count))];

    private static ImmutableArray<(int Level, int Count)> Levels(this FieldValues parts)
    {
        var levels = ImmutableArray.CreateBuilder<(int, int)>();
        foreach (var (key, count) in parts.Counts("levels", "一组难度和题数"))
        {
            if (key.Value.Trim() is "1" or "2" or "3" && levels.All(level => level.Item1 != key.Value.Trim()[0] - '0'))
            {
                levels.Add((key.Value.Trim()[0] - '0', count));
            }
            else
            {
                parts.OutOfRange("levels", key, $"里的难度 “{Quoted.Field(key.Value)}” 不是 1、2、3，或者写了两次。", "写 1（易）、2（中）、3（难），每个一次：{1: 5, 2: 3, 3: 2}。");
            }
        }

        return levels.ToImmutable();
    }

    private static ImmutableArray<ImmutableArray<string>> Groups(this FieldValues parts)
    {
        var items = parts.Items("groups", oneAlone: false, GroupsHelp);
        if (items.Length > MostGroups)
        {
            parts.OutOfRange("groups", parts.Find("groups")!, $"有{items.Length}组，最多{MostGroups}组。", "合并或者删去一些组。");
            return [];
        }

        var groups = ImmutableArray.CreateBuilder<ImmutableArray<string>>();
        foreach (var item in items)
        {
            if (item is YamlNode.Sequence { Items.Length: >= 2 } group)
            {
                groups.Add([.. group.Items.Select(id => parts.TextOf("groups", id)).OfType<string>().Distinct(StringComparer.Ordinal)]);
            }
            else
            {
                parts.WrongType("groups", item, "几组题号，每组两个以上", GroupsHelp);
            }
        }

        return groups.ToImmutable();
    }

    // Names with counts of 1 and more, in the order written; what is wrong is reported.
    private static IEnumerable<(YamlNode.Scalar Key, int Count)> Counts(this FieldValues parts, string name, string wanted)
    {
        switch (parts.Find(name))
        {
            case null:
                return [];
            case YamlNode.Mapping counts:
                return [.. counts.Entries.Select(entry => (entry.Key, Count: parts.IntegerOf(name, entry.Value, 1, LargestPaper)))
                    .Where(entry => entry.Count is not null).Select(entry => (entry.Key, entry.Count!.Value))];
            case var node:
                parts.WrongType(name, node, wanted, Help);
                return [];
        }
    }
}

/// <summary>Names with how many of each: <c>{消防: 6, 用电: 4}</c>.</summary>
internal sealed record CountsField(string Name, string Help, string Example) : Field(Name, Help, Example)
{
    public override string Shape => "几个名称和题数";

    protected override JsonSchema ValueSchema() =>
        new() { Type = ["object"], AdditionalProperties = JsonSchema.Integer(1) };
}

/// <summary>Lists of ids within a list.</summary>
internal sealed record IdGroupsField(string Name, string Help, string Example) : Field(Name, Help, Example)
{
    public override string Shape => "几组题号";

    protected override JsonSchema ValueSchema() =>
        ListOf(JsonSchema.Array(TextSchema(), 2), oneAlone: false);
}
