using System.Collections.Frozen;
using System.Collections.Immutable;
using Site.Model;

namespace Site.Disclosure;

/// <summary>What the figures of a year are broken down by: areas, and the sectors of those who report.</summary>
/// <param name="Areas">The areas.</param>
/// <param name="Sectors">The sectors' names, <c>合计</c> first; <c>未分行业</c> last, where a unit has none.</param>
/// <param name="SectorOf">For each reporting unit's id the place of its sector, 1 or more.</param>
internal sealed record YearPlan(AreaPlan Areas, ImmutableArray<string> Sectors, FrozenDictionary<string, int> SectorOf)
{
    private const string Unsorted = "未分行业";

    /// <returns>The plan of a year; null where no unit exists in it.</returns>
    public static YearPlan? Of(UnitBook units, int year)
    {
        if (AreaPlan.Of(units, year) is not { } areas)
        {
            return null;
        }

        var used = Vocabularies.Sectors.Where(sector => areas.Reporters.Any(unit => unit.Sector == sector.Id)).ToArray();
        var names = used.Select(sector => sector.Label).Prepend("合计").ToList();
        if (areas.Reporters.Any(unit => unit.Sector is null))
        {
            names.Add(Unsorted);
        }

        return new(areas, [.. names], areas.Reporters.ToFrozenDictionary(
            unit => unit.Id, unit => unit.Sector is null ? names.Count - 1 : 1 + Array.FindIndex(used, sector => sector.Id == unit.Sector), StringComparer.Ordinal));
    }

    /// <returns>Whether an area without parts can have nothing of a sector, since no unit there belongs to it.</returns>
    public Func<int, int, bool> IsImpossible()
    {
        var possible = Areas.Reporters.Select(unit => (long)Areas.Homes[unit.Id] * Sectors.Length + SectorOf[unit.Id]).ToHashSet();
        return (area, sector) => sector > 0 && !possible.Contains((long)area * Sectors.Length + sector);
    }
}
