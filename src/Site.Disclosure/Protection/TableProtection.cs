namespace Site.Disclosure;

/// <summary>Which cells of a full table to withhold.</summary>
/// <param name="Withheld">For each cell of the table whether it is withheld; for an increment, whether it cannot be worked out.</param>
/// <param name="Leaks">What nothing could stop, over cells of the table: publish only if there is none.</param>
/// <param name="Unsafe">Number of cells that the rules or earlier releases withhold, increments left out; a parent with one child counts once.</param>
internal sealed record TableProtection(bool[] Withheld, IReadOnlyList<Leak> Leaks, int Unsafe)
{
    /// <returns>The cells to withhold, all weeks together.</returns>
    /// <param name="cube">The table.</param>
    /// <param name="measures">For each indicator what it counts.</param>
    /// <param name="rules">How small is too small.</param>
    /// <param name="history">For each cell of the table what earlier releases did with it; empty where there are none.</param>
    /// <exception cref="ArgumentException">The lengths do not fit the table.</exception>
    public static TableProtection Of(
        Cube cube, IReadOnlyList<Measure> measures, DisclosureRules rules, ReadOnlySpan<CellHistory> history = default)
    {
        var (figures, merged) = CubeFigures.Of(cube, measures, rules, history);
        var (withheld, leaks) = Protector.Protect(figures);
        var cells = new int[withheld.Length];
        var all = new bool[merged.Length];
        var count = 0;
        for (var cell = merged.Length - 1; cell >= 0; cell--)
        {
            cells[merged[cell]] = cell;
            all[cell] = withheld[merged[cell]];
            count += figures.Holds[merged[cell]] == Hold.Withheld ? 1 : 0;
        }

        return new(all, [.. leaks.Select(leak => leak with { Cell = cells[leak.Cell] })], count);
    }
}
