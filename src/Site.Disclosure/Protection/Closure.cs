namespace Site.Disclosure;

/// <summary>Sees to it that no relation has exactly one unknown, which subtraction would give away.</summary>
internal sealed class Closure(Figures figures, Pattern pattern)
{
    /// <summary>Withholds the cheapest complement in each of the relations that has one unknown, and in those that then have one.</summary>
    /// <param name="relations">Relations to look at.</param>
    /// <param name="added">Receives the cells withheld.</param>
    /// <remarks>A relation in which nothing may be withheld is left as it is; the audit finds its cell exact.</remarks>
    public void Close(IEnumerable<int> relations, List<int> added)
    {
        var open = new Queue<int>(relations);
        while (open.TryDequeue(out var relation))
        {
            if (pattern.UnknownsIn(relation) != 1 || Cheapest(figures.Relations.Cells(relation)) is not { } cell)
            {
                continue;
            }

            pattern.Withhold(cell);
            added.Add(cell);
            foreach (var touched in figures.Relations.Of(cell))
            {
                open.Enqueue(touched);
            }
        }
    }

    /// <returns>
    /// The cell among these that is best withheld: the one that leaves the fewest relations with one unknown, then the cheapest, then the
    /// first; null where none may be.
    /// </returns>
    public int? Cheapest(ReadOnlySpan<int> cells)
    {
        int? best = null;
        var lowest = (int.MaxValue, int.MaxValue, int.MaxValue);
        foreach (var cell in cells)
        {
            if (!pattern.CanWithhold(cell))
            {
                continue;
            }

            var opened = 0;
            foreach (var relation in figures.Relations.Of(cell))
            {
                opened += pattern.UnknownsIn(relation) switch { 0 => 1, 1 => -1, _ => 0 };
            }

            var score = (opened, figures.Costs[cell], cell);
            if (score.CompareTo(lowest) < 0)
            {
                (best, lowest) = (cell, score);
            }
        }

        return best;
    }
}
