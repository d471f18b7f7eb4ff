using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Site.Disclosure;

/// <summary>The areas that attempts may name.</summary>
/// <param name="Parents">For each area the place of its total, lower than its own; -1 for the first, and for it alone.</param>
/// <param name="Ranks">For each area the rank of its level, higher than that of its total.</param>
/// <param name="Names">What readers see, each once.</param>
/// <param name="Words">What an export may write for an area, its id or its name, each with the area's place.</param>
internal sealed record AttemptAreas(ImmutableArray<int> Parents, ImmutableArray<int> Ranks, ImmutableArray<string> Names, FrozenDictionary<string, int> Words)
{
    /// <returns>How many levels an area stands below the first, 0 or more.</returns>
    public int Depth(int area) => Parents[area] < 0 ? 0 : 1 + Depth(Parents[area]);

    /// <returns>The areas of a year; null where there are none.</returns>
    public static AttemptAreas? Of(UnitBook units, int year)
    {
        if (units.All.FirstOrDefault(unit => unit.Parent is null) is not { Level.IsArea: true } root || !root.ExistsIn(year))
        {
            return null;
        }

        var (areas, parents) = (new List<Unit>(), new List<int>());
        Add(root, -1);
        var names = AreaNames.Of([.. areas.Select(area => area.Name)], parents);
        var words = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var spell in new Func<int, string>[] { area => areas[area].Id, area => names[area], area => areas[area].Name })
        {
            for (var area = 0; area < areas.Count; area++)
            {
                words.TryAdd(spell(area), area);
            }
        }

        return new([.. parents], [.. areas.Select(area => area.Level.Rank)], names, words.ToFrozenDictionary(StringComparer.Ordinal));

        void Add(Unit unit, int parent)
        {
            var home = parent;
            if (unit.Level.IsArea)
            {
                home = areas.Count;
                areas.Add(unit);
                parents.Add(parent);
            }

            foreach (var part in units.PartsOf(unit).Where(part => part.ExistsIn(year)))
            {
                Add(part, home);
            }
        }
    }
}
