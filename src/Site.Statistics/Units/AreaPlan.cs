using System.Collections.Frozen;
using System.Collections.Immutable;
using Site.Statistics.Published;
using Site.Statistics.Tables;

namespace Site.Statistics.Units;

/// <summary>The areas of a year as tables show them, and in which of them each unit's figures count.</summary>
internal sealed class AreaPlan
{
    private AreaPlan(
        Dimension dimension, int[] depths, int[] ranks, FrozenDictionary<string, int> homes, ImmutableArray<Unit> reporters) =>
        (Dimension, Depths, Ranks, Homes, Reporters) = (dimension, depths, ranks, homes, reporters);

    /// <summary>The areas: the whole, its districts, their streets, and 本级 for what an area with parts does itself.</summary>
    public Dimension Dimension { get; }

    /// <summary>For each area how many areas it lies in.</summary>
    public int[] Depths { get; }

    /// <summary>For each area the rank of its level; that of 本级 is one below its area's.</summary>
    public int[] Ranks { get; }

    /// <summary>For each reporting unit's id the area without parts in which its figures count.</summary>
    public FrozenDictionary<string, int> Homes { get; }

    /// <summary>Units that report figures of their own, in the order of the file.</summary>
    public ImmutableArray<Unit> Reporters { get; }

    /// <returns>The plan of a year; null where no unit exists in it.</returns>
    public static AreaPlan? Of(UnitRegistry units, int year)
    {
        if (AreaTree.Of(units, year) is not { } root)
        {
            return null;
        }

        var draft = new Draft();
        draft.Add(root, -1, 0);
        return new(new(SafeDimensions.Area, AreaNames.Of(draft.Names, draft.Parents), [.. draft.Parents]), [.. draft.Depths], [.. draft.Ranks],
            draft.Homes.ToFrozenDictionary(StringComparer.Ordinal), [.. units.All.Where(unit => draft.Homes.ContainsKey(unit.Id))]);
    }

    /// <returns>How deep a table goes that shows areas down to a rank.</returns>
    public int DepthOf(int rank) => Enumerable.Range(0, Ranks.Length).Where(area => Ranks[area] <= rank).Select(area => Depths[area]).DefaultIfEmpty(0).Max();

    private sealed class Draft
    {
        public List<int> Parents { get; } = [];

        public List<string> Names { get; } = [];

        public List<int> Depths { get; } = [];

        public List<int> Ranks { get; } = [];

        public Dictionary<string, int> Homes { get; } = new(StringComparer.Ordinal);

        /// <summary>Adds an area with all that lies in it.</summary>
        public void Add(AreaTree area, int parent, int depth)
        {
            var at = Append(area.Unit.Name, parent, depth, area.Unit.Level.Rank);
            foreach (var part in area.Parts)
            {
                Add(part, at, depth + 1);
            }

            var own = area.Parts.IsEmpty || area.Unit.Reports == ReportKind.Own ? area.Units.Insert(0, area.Unit) : area.Units;
            var home = area.Parts.IsEmpty ? at : own.IsEmpty ? -1 : Append(area.Unit.Name + "本级", at, depth + 1, area.Unit.Level.Rank + 1);
            foreach (var unit in own)
            {
                Homes[unit.Id] = home;
            }
        }

        private int Append(string name, int parent, int depth, int rank)
        {
            Names.Add(name);
            Parents.Add(parent);
            Depths.Add(depth);
            Ranks.Add(rank);
            return Parents.Count - 1;
        }
    }
}

/// <summary>An area of a year with what lies in it: the one place that says which areas a year shows, for returns and for quiz attempts. A unit counts where it
/// exists in that year, and so do all that it lies in.</summary>
/// <param name="Unit">The area. The first is the unit that lies in no other, whatever its level.</param>
/// <param name="Parts">The next areas in it, also those below units that are no areas; in the order of the file, what lies in a unit right after it.</param>
/// <param name="Units">All other units in it down to the next areas, in the same order.</param>
internal sealed record AreaTree(Unit Unit, ImmutableArray<AreaTree> Parts, ImmutableArray<Unit> Units)
{
    /// <returns>The first area, in which all others lie; null where it does not exist in that year.</returns>
    public static AreaTree? Of(UnitRegistry units, int year)
    {
        return units.All.FirstOrDefault(unit => unit.Parent is null) is { } root && root.ExistsIn(year) ? Tree(root) : null;

        AreaTree Tree(Unit area)
        {
            var inside = Inside(area).ToList();
            return new(area, [.. inside.Where(unit => unit.Level.IsArea).Select(Tree)], [.. inside.Where(unit => !unit.Level.IsArea)]);
        }

        IEnumerable<Unit> Inside(Unit unit) =>
            units.PartsOf(unit).Where(part => part.ExistsIn(year)).SelectMany(part => part.Level.IsArea ? [part] : Inside(part).Prepend(part));
    }
}

/// <summary>Names under which areas are shown.</summary>
internal static class AreaNames
{
    /// <returns>The names in the same order, each once: where two are equal, each has the name of the area it lies in before it.</returns>
    /// <param name="parents">For each area the place of the area it lies in, before its own; -1 for the first.</param>
    public static ImmutableArray<string> Of(IReadOnlyList<string> names, IReadOnlyList<int> parents)
    {
        var shown = names.ToArray();
        var prefix = parents.ToArray();
        while (true)
        {
            var twice = shown.Select((name, at) => (name, at)).GroupBy(area => area.name, StringComparer.Ordinal).Where(group => group.Count() > 1)
                .SelectMany(group => group.Select(area => area.at)).Where(at => prefix[at] >= 0).ToArray();
            if (twice.Length == 0)
            {
                break;
            }

            foreach (var at in twice)
            {
                (shown[at], prefix[at]) = (names[prefix[at]] + shown[at], parents[prefix[at]]);
            }
        }

        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        return [.. shown.Select(name => (seen[name] = seen.GetValueOrDefault(name) + 1) is > 1 and var again ? $"{name}（{again}）" : name)];
    }
}
