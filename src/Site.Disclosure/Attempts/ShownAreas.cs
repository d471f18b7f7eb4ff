using System.Collections.Immutable;

namespace Site.Disclosure;

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
