using System.Collections.Immutable;
using Site.Model;

namespace Site.Disclosure;

/// <summary>Lists what a new table says otherwise than an earlier release of it.</summary>
internal static class ReleaseChanges
{
    /// <param name="table">The new table.</param>
    /// <param name="earlier">Releases of the same year, oldest first.</param>
    /// <returns>The changes against the newest release that says anything of a cell, in the order of the table's cells.</returns>
    /// <param name="day">The day up to which the new table counts: without weeks it says nothing of another day's.</param>
    public static IEnumerable<SafeChange> Find(SafeTable table, DateOnly day, ImmutableArray<FrozenRelease> earlier)
    {
        var said = new Dictionary<string, SaidCell>(StringComparer.Ordinal);
        foreach (var release in earlier)
        {
            foreach (var old in release.Tables.Where(old => old.Safe.Id == table.Id && IsComparable(old, table, day)).Select(old => old.Safe))
            {
                foreach (var (key, cell) in Keys(old).Zip(old.Cells))
                {
                    said[string.Join('\n', key)] = new(release.Safe.Name, cell);
                }
            }
        }

        return Keys(table).Zip(table.Cells)
            .Where(now => said.TryGetValue(string.Join('\n', now.First), out var before) && IsChange(before.Cell, now.Second))
            .Select(now => (now, before: said[string.Join('\n', now.First)]))
            .Select(change => new SafeChange(change.before.Release, table.Id, change.now.First[0], change.now.First.RemoveAt(0), change.before.Cell, change.now.Second));
    }

    /// <summary>A dash that became 0 is no news.</summary>
    private static bool IsChange(Cell before, Cell now) => before != now && !(before is Cell.NotApplicable && now is Cell.Shown { Value: 0 });

    private static bool IsComparable(FrozenTable old, SafeTable now, DateOnly day) =>
        old.Safe.Dimensions.Select(dimension => dimension.Id).SequenceEqual(now.Dimensions.Select(dimension => dimension.Id))
        && (old.Day == day || now.Dimensions[^1].Id == "week");

    /// <returns>Indicator and categories of each cell, in the order of the cells.</returns>
    private static IEnumerable<ImmutableArray<string>> Keys(SafeTable table)
    {
        IEnumerable<ImmutableArray<string>> keys = table.Indicators.Select(indicator => ImmutableArray.Create(indicator.Id));
        foreach (var dimension in table.Dimensions)
        {
            keys = keys.SelectMany(key => dimension.Categories.Select(key.Add));
        }

        return keys;
    }

    private sealed record SaidCell(string Release, Cell Cell);
}
