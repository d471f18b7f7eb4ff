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
        if (units.All.FirstOrDefault(unit => unit.Parent is null) is not { } root || !root.ExistsIn(year))
        {
            return null;
        }

        var draft = new Draft(units, year);
        draft.Add(root, -1, 0);
        return new(new(SafeDimensions.Area, AreaNames.Of(draft.Names, draft.Parents), [.. draft.Parents]), [.. draft.Depths], [.. draft.Ranks],
            draft.Homes.ToFrozenDictionary(StringComparer.Ordinal), [.. units.All.Where(unit => draft.Homes.ContainsKey(unit.Id))]);
    }

    /// <returns>How deep a table goes that shows areas down to a rank.</returns>
    public int DepthOf(int rank) => Enumerable.Range(0, Ranks.Length).Where(area => Ranks[area] <= rank).Select(area => Depths[area]).DefaultIfEmpty(0).Max();

    private sealed class Draft(UnitRegistry units, int year)
    {
        public List<int> Parents { get; } = [];

        public List<string> Names { get; } = [];

        public List<int> Depths { get; } = [];

        public List<int> Ranks { get; } = [];

        public Dictionary<string, int> Homes { get; } = new(StringComparer.Ordinal);

        /// <summary>Adds an area with all that lies in it.</summary>
        public void Add(Unit area, int parent, int depth)
        {
            var at = Append(area.Name, parent, depth, area.Level.Rank);
            var others = new List<Unit>();
            Collect(area, others);
            var inner = others.Where(unit => unit.Level.IsArea).ToArray();
            var own = others.Where(unit => !unit.Level.IsArea).ToList();
            if (inner.Length == 0 || area.Reports == ReportKind.Own)
            {
                own.Insert(0, area);
            }

            foreach (var part in inner)
            {
                Add(part, at, depth + 1);
            }

            var home = inner.Length == 0 ? at : own.Count == 0 ? -1 : Append(area.Name + "本级", at, depth + 1, area.Level.Rank + 1);
            foreach (var unit in own)
            {
                Homes[unit.Id] = home;
            }
        }

        /// <summary>Gathers what lies in an area: areas, and all other units down to the next areas.</summary>
        private void Collect(Unit unit, List<Unit> found)
        {
            foreach (var part in units.PartsOf(unit).Where(part => part.ExistsIn(year)))
            {
                found.Add(part);
                if (!part.Level.IsArea)
                {
                    Collect(part, found);
                }
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
