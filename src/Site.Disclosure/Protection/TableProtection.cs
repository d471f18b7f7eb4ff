namespace Site.Disclosure;

/// <summary>Which cells of a full table to withhold.</summary>
/// <param name="Withheld">For each cell of the table whether it is withheld; for an increment, whether it cannot be worked out.</param>
/// <param name="Leaks">What nothing could stop, over cells of the table: publish only if there is none.</param>
internal sealed record TableProtection(bool[] Withheld, IReadOnlyList<Leak> Leaks)
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
        for (var cell = merged.Length - 1; cell >= 0; cell--)
        {
            cells[merged[cell]] = cell;
        }

        return new(Array.ConvertAll(merged, cell => withheld[cell]), [.. leaks.Select(leak => leak with { Cell = cells[leak.Cell] })]);
    }

    /// <returns>For each cell whether the rules, or earlier releases, withhold it, before any other is withheld to protect it.</returns>
    public static bool[] Unsafe(
        Cube cube, IReadOnlyList<Measure> measures, DisclosureRules rules, ReadOnlySpan<CellHistory> history = default)
    {
        var (figures, merged) = CubeFigures.Of(cube, measures, rules, history);
        return Array.ConvertAll(merged, cell => figures.Holds[cell] == Hold.Withheld);
    }
}
