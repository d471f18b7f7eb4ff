using System.Collections.Frozen;
using System.Collections.Immutable;
using Site.Model;

namespace Site.Reading;

/// <summary>How a quiz draws its papers: <c>{draw: 10, perTopic: {消防: 6, 用电: 4}, seed: daily}</c>.</summary>
internal static class BlueprintFields
{
    private const int LargestPaper = 200;
    private const string Cure = "写成 {draw: 10, perTopic: {消防: 6, 用电: 4}, seed: daily}。";

    private static readonly FieldSet Parts = new(["draw", "perTopic", "seed"], ["draw"],
        new Dictionary<string, string> { ["per-topic"] = "perTopic" }.ToFrozenDictionary(StringComparer.Ordinal));

    private static readonly ImmutableArray<Term> Seeds = [new("daily", "每天一份"), new("free", "每次都不同")];

    /// <returns>The rule, or null where the field is absent or (reported) no rule. Its seed is <c>free</c> unless the writer says otherwise.</returns>
    public static Blueprint? Blueprint(this WrittenFields fields, string name)
    {
        if (fields.Find(name) is not { } node
            || fields.Group(name, node, Parts, Cure) is not { } parts
            || parts.Whole("draw", 1, LargestPaper) is not { } draw)
        {
            return null;
        }

        return new(draw, parts.PerTopic(), parts.Word("seed", Seeds) ?? "free");
    }

    private static ImmutableArray<(string Topic, int Count)> PerTopic(this WrittenFields parts)
    {
        switch (parts.Find("perTopic"))
        {
            case null:
                return [];
            case YamlNode.Mapping topics:
                return [.. topics.Entries
                    .Select(entry => (parts.TextOf("perTopic", entry.Key), parts.WholeOf("perTopic", entry.Value, 1, LargestPaper)))
                    .Where(topic => topic is (not null, not null))
                    .Select(topic => (parts.Pool.Keep(topic.Item1!), topic.Item2!.Value))];
            case var node:
                parts.WrongType("perTopic", node, "一组主题和题数", Cure);
                return [];
        }
    }
}
