using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Site.Statistics.Units;

/// <summary>All units of <c>input/units.csv</c>, by id: a tree with one root.</summary>
public sealed class UnitRegistry
{
    private readonly FrozenDictionary<string, Unit> units;
    private readonly FrozenDictionary<string, ImmutableArray<Unit>> parts;

    /// <param name="all">Units with different ids, each parent among them, without circles, in the order of the file.</param>
    public UnitRegistry(ImmutableArray<Unit> all)
    {
        All = all;
        units = all.ToFrozenDictionary(unit => unit.Id, StringComparer.Ordinal);
        parts = all.Where(unit => unit.Parent is not null).GroupBy(unit => unit.Parent!, StringComparer.Ordinal)
            .ToFrozenDictionary(group => group.Key, group => group.ToImmutableArray(), StringComparer.Ordinal);
        Contributors = UnitContributors.Of(all);
    }

    public static UnitRegistry Empty { get; } = new([]);

    /// <summary>In the order of the file.</summary>
    public ImmutableArray<Unit> All { get; }

    /// <summary>For each unit's id who stands behind it: units of one body have one number, from 0.</summary>
    public FrozenDictionary<string, int> Contributors { get; }

    public Unit? Find(string id) => units.GetValueOrDefault(id);

    /// <returns>The only unit of this name, or null.</returns>
    public Unit? FindByName(string name)
    {
        var named = All.Where(unit => unit.Name == name).Take(2).ToArray();
        return named.Length == 1 ? named[0] : null;
    }

    /// <returns>The units that belong directly to one, in the order of the file.</returns>
    public ImmutableArray<Unit> PartsOf(Unit unit) => parts.TryGetValue(unit.Id, out var found) ? found : [];
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
