using System.Collections.Immutable;
using Site.Model;

namespace Site.Disclosure;

/// <summary>The whole way of one table from raw figures to safe ones: gate, protection, audit, gate again.</summary>
/// <param name="Table">The table as it may be shown; null where it may not.</param>
/// <param name="History">What is now decided about each cell, to be kept for the next release; empty where the table may not be shown.</param>
/// <param name="Problems">Why it may not be shown.</param>
internal sealed record TableRelease(SafeTable? Table, ImmutableArray<CellHistory> History, ImmutableArray<Problem> Problems)
{
    /// <returns>The table, protected together with all earlier releases, or why it cannot be.</returns>
    /// <param name="cube">The figures of all weeks so far.</param>
    /// <param name="measures">For each indicator what it counts.</param>
    /// <param name="rules">How small is too small.</param>
    /// <param name="history">For each cell what earlier releases did with it; empty where there are none.</param>
    /// <param name="names">What the table and its categories are called.</param>
    /// <param name="where">Where <c>input/tables.yaml</c> asks for it.</param>
    /// <exception cref="ArgumentException">The lengths do not fit the table.</exception>
    public static TableRelease Make(
        Cube cube, IReadOnlyList<Measure> measures, DisclosureRules rules, ReadOnlySpan<CellHistory> history, TableNames names, Place where)
    {
        if (DesignGate.Find(cube, TableProtection.Unsafe(cube, measures, rules, history), names, where) is { } hopeless)
        {
            return Refused([hopeless]);
        }

        var protection = TableProtection.Of(cube, measures, rules, history);
        if (protection.Leaks.Count > 0)
        {
            return Refused(LeakProblems.Find(cube, protection, names, where));
        }

        return DesignGate.Find(cube, protection.Withheld, names, where) is { } tooFine
            ? Refused([tooFine])
            : new(SafeTables.Make(cube, protection, names), Decided(cube, protection), []);
    }

    private static TableRelease Refused(ImmutableArray<Problem> problems) => new(null, [], problems);

    /// <returns>Shown or withheld for each cell that is printed; increments are not, so nothing is decided about them.</returns>
    private static ImmutableArray<CellHistory> Decided(Cube cube, TableProtection protection) =>
        [.. protection.Withheld.Select((withheld, cell) => cube.Shape.Of(cell).IsIncrement ? CellHistory.New
            : withheld ? CellHistory.Withheld : CellHistory.Shown)];
}
