using System.Collections.Frozen;
using System.Collections.Immutable;
using Site.Statistics.Units;

namespace Site.Statistics.Attempts;

/// <summary>The areas that attempts may name.</summary>
/// <param name="Parents">For each area the place of its total, lower than its own; -1 for the first, and for it alone.</param>
/// <param name="Ranks">For each area the rank of its level, higher than that of its total.</param>
/// <param name="Names">What readers see, each once.</param>
/// <param name="Spellings">What an export may write for an area, its id or its name, each with the area's place.</param>
internal sealed record AttemptAreas(ImmutableArray<int> Parents, ImmutableArray<int> Ranks, ImmutableArray<string> Names, FrozenDictionary<string, int> Spellings)
{
    /// <returns>How many levels an area stands below the first, 0 or more.</returns>
    public int Depth(int area) => Parents[area] < 0 ? 0 : 1 + Depth(Parents[area]);

    /// <returns>The areas of a year; null where there are none.</returns>
    public static AttemptAreas? Of(UnitRegistry units, int year)
    {
        if (AreaTree.Of(units, year) is not { Unit.Level.IsArea: true } root)
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

        void Add(AreaTree area, int parent)
        {
            var place = areas.Count;
            areas.Add(area.Unit);
            parents.Add(parent);
            foreach (var part in area.Parts)
            {
                Add(part, place);
            }
        }
    }
}

/// <summary>
/// The areas of a table of attempts: down to the finest that attempts name. An area that has attempts of its own beside those of its parts gets
/// a part of its own for them.
/// </summary>
/// <param name="Names">What readers see, each once, each total before its parts.</param>
/// <param name="Parents">For each its total, or -1.</param>
/// <param name="Places">For each area of <see cref="AttemptAreas"/> where its attempts count.</param>
internal sealed record ShownAreas(ImmutableArray<string> Names, ImmutableArray<int> Parents, int[] Places)
{
    /// <param name="all">All areas.</param>
    /// <param name="counts">What was counted.</param>
    /// <param name="finest">Finest rank shown.</param>
    public static ShownAreas Of(AttemptAreas all, ImmutableArray<AttemptCount> counts, int finest)
    {
        var depths = Enumerable.Range(0, all.Parents.Length).Select(all.Depth).ToArray();
        var deepest = counts.Max(count => depths[count.Area]);
        var homes = Enumerable.Range(0, depths.Length).Select(Home).ToArray();
        var withOwn = counts.Select(count => homes[count.Area]).Distinct().Where(HasParts).ToHashSet();
        var (names, parents, shown, places) = (new List<string>(), new List<int>(), new int[depths.Length], new int[depths.Length]);
        for (var area = 0; area < depths.Length; area++)
        {
            if (!IsShown(area))
            {
                continue;
            }

            (shown[area], places[area]) = (names.Count, names.Count);
            names.Add(all.Names[area]);
            parents.Add(area == 0 ? -1 : shown[all.Parents[area]]);
            if (withOwn.Contains(area))
            {
                places[area] = names.Count;
                names.Add($"{all.Names[area]}本级");
                parents.Add(shown[area]);
            }
        }

        return new([.. names], [.. parents], [.. homes.Select(home => places[home])]);

        bool IsShown(int area) => area == 0 || (depths[area] <= deepest && all.Ranks[area] <= finest);

        int Home(int area) => IsShown(area) ? area : Home(all.Parents[area]);

        bool HasParts(int area) => Enumerable.Range(0, depths.Length).Any(part => all.Parents[part] == area && IsShown(part));
    }
}
