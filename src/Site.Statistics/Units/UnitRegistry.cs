using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Site.Statistics.Units;

/// <summary>All units of <c>input/units.csv</c>, by id: a tree with one root.</summary>
public sealed class UnitRegistry
{
    private const int MostNamed = 10;

    private readonly FrozenDictionary<string, Unit> units;
    private readonly FrozenDictionary<string, ImmutableArray<Unit>> parts;
    private readonly FrozenDictionary<string, string> labels;

    /// <param name="all">Units with different ids, each parent among them, without circles, in the order of the file.</param>
    public UnitRegistry(ImmutableArray<Unit> all)
    {
        All = all;
        units = all.ToFrozenDictionary(unit => unit.Id, StringComparer.Ordinal);
        parts = all.Where(unit => unit.Parent is not null).GroupBy(unit => unit.Parent!, StringComparer.Ordinal)
            .ToFrozenDictionary(group => group.Key, group => group.ToImmutableArray(), StringComparer.Ordinal);
        labels = UnitLabels.Of(this);
        Contributors = UnitContributors.Of(all);
    }

    public static UnitRegistry Empty { get; } = new([]);

    /// <summary>Stands for a list that is there and could not be read, which is reported.</summary>
    public static UnitRegistry Unread { get; } = new([]) { IsUnread = true };

    /// <summary>Whether the list could not be read: then nothing is said of units that it does not have.</summary>
    public bool IsUnread { get; private init; }

    /// <summary>In the order of the file.</summary>
    public ImmutableArray<Unit> All { get; }

    /// <summary>For each unit's id who stands behind it: units of one body have one number, from 0.</summary>
    public FrozenDictionary<string, int> Contributors { get; }

    public Unit? Find(string id) => units.GetValueOrDefault(id);

    /// <returns>The only unit of this name, or the one that <see cref="NameOf(Unit)"/> calls so; or null.</returns>
    public Unit? FindByName(string name) => Named(name) is [var only] ? only : null;

    /// <returns>All units of this name, and the one that <see cref="NameOf(Unit)"/> calls so, in the order of the file.</returns>
    public ImmutableArray<Unit> Named(string name) => [.. All.Where(unit => unit.Name == name || (labels.TryGetValue(unit.Id, out var label) && label == name))];

    /// <returns>
    /// What tells a unit from all others in a list or a message: its name; where another has the same name, with the area below the first unit in which it lies,
    /// <c>城关街道（示例甲区）</c>, with all units above it where that does not tell them apart, and with its id where nothing else does.
    /// </returns>
    public string NameOf(Unit unit) => labels.GetValueOrDefault(unit.Id, unit.Name);

    /// <returns>All that a unit lies in, the nearest first.</returns>
    public IEnumerable<Unit> Above(Unit unit)
    {
        for (var at = unit; at.Parent is { } parent && Find(parent) is { } above; at = above)
        {
            yield return above;
        }
    }

    /// <returns>Where several units are called so, a sentence that names them so that they can be told apart; or null.</returns>
    /// <param name="name">As it is written.</param>
    public string? SaySameName(string name) =>
        Named(name) is { Length: > 1 } several ? $"有 {several.Length} 个单位都叫“{name}”，不知道是哪一个：{string.Join("、", several.Take(MostNamed).Select(NameOf))}{(several.Length > MostNamed ? " 等" : "")}。" : null;

    /// <returns>The units that belong directly to one, in the order of the file.</returns>
    public ImmutableArray<Unit> PartsOf(Unit unit) => parts.TryGetValue(unit.Id, out var found) ? found : [];
}

/// <summary>Tells units of one name apart.</summary>
internal static class UnitLabels
{
    /// <returns>For the id of each unit that shares its name what it is called.</returns>
    public static FrozenDictionary<string, string> Of(UnitRegistry units)
    {
        var taken = units.All.Select(unit => unit.Name).ToHashSet(StringComparer.Ordinal);
        return units.All.GroupBy(unit => unit.Name, StringComparer.Ordinal).Where(same => same.Count() > 1).SelectMany(same =>
        {
            var ways = same.Select(unit => (Unit: unit, Ways: Ways(units, unit))).ToList();
            return ways.Select(one => KeyValuePair.Create(one.Unit.Id, one.Ways.Where((way, at) => !taken.Contains(way) && ways.TrueForAll(other => other.Unit == one.Unit || other.Ways[at] != way)).DefaultIfEmpty(one.Ways[^1]).First()));
        }).ToFrozenDictionary(StringComparer.Ordinal);
    }

    /// <summary>The shortest first.</summary>
    private static ImmutableArray<string> Ways(UnitRegistry units, Unit unit)
    {
        var above = units.Above(unit).ToList();
        var inside = above.Count > 1 ? above[..^1] : above;
        return [Way(inside.Count > 0 ? inside[^1].Name : unit.Id), Way(inside.Count > 0 ? string.Concat(inside.Select(area => area.Name).Reverse()) : unit.Id), Way(unit.Id)];

        string Way(string remark) => $"{unit.Name}（{remark}）";
    }
}

/// <summary>Says which units are one contributor: those that share a credit code or a parent body, directly or through others.</summary>
internal static class UnitContributors
{
    /// <returns>For each unit's id a number from 0.</returns>
    public static FrozenDictionary<string, int> Of(ImmutableArray<Unit> units)
    {
        var same = Enumerable.Range(0, units.Length).ToArray();
        var first = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var at = 0; at < units.Length; at++)
        {
            Join(at, units[at].CreditCode is { } code ? "code " + code : null);
            Join(at, units[at].ParentBody is { } body ? "body " + body : null);
        }

        return Enumerable.Range(0, units.Length).ToFrozenDictionary(at => units[at].Id, Root, StringComparer.Ordinal);

        void Join(int at, string? mark)
        {
            if (mark is not null && !first.TryAdd(mark, at))
            {
                var (one, other) = (Root(first[mark]), Root(at));
                same[Math.Max(one, other)] = Math.Min(one, other);
            }
        }

        int Root(int at)
        {
            while (same[at] != at)
            {
                at = same[at];
            }

            return at;
        }
    }
}
