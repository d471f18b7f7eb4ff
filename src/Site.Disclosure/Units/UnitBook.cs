using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Site.Disclosure;

/// <summary>All units of <c>input/units.csv</c>, by id: a tree with one root.</summary>
internal sealed class UnitBook
{
    private readonly FrozenDictionary<string, Unit> units;
    private readonly FrozenDictionary<string, ImmutableArray<Unit>> parts;

    /// <param name="all">Units with different ids, each parent among them, without circles, in the order of the file.</param>
    public UnitBook(ImmutableArray<Unit> all)
    {
        All = all;
        units = all.ToFrozenDictionary(unit => unit.Id, StringComparer.Ordinal);
        parts = all.Where(unit => unit.Parent is not null).GroupBy(unit => unit.Parent!, StringComparer.Ordinal)
            .ToFrozenDictionary(group => group.Key, group => group.ToImmutableArray(), StringComparer.Ordinal);
        Contributors = UnitContributors.Of(all);
    }

    public static UnitBook Empty { get; } = new([]);

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
