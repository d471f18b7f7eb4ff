using Site.Statistics.Audit;

namespace Site.Statistics.Protection;

/// <summary>Which cells are withheld while protection decides; increments follow the cells they stand between.</summary>
internal sealed class SuppressionPattern
{
    private readonly SuppressionProblem _figures;

    /// <summary>Withholds what is withheld for good, and every increment that asks for protection.</summary>
    public SuppressionPattern(SuppressionProblem figures)
    {
        _figures = figures;
        Withheld = new bool[figures.Values.Length];
        for (var cell = 0; cell < Withheld.Length; cell++)
        {
            if (figures.Statuses[cell] == CellStatus.Withheld)
            {
                Withhold(cell);
            }

            Withheld[cell] |= MustBeUnknown(cell);
        }
    }

    /// <summary>For each cell whether it is withheld; read it, and change it through this type alone.</summary>
    public bool[] Withheld { get; }

    /// <returns>Whether the cell is shown and may be withheld beside an unsafe one.</returns>
    public bool CanWithhold(int cell) => !Withheld[cell] && _figures.Statuses[cell] == CellStatus.Free && _figures.Values[cell] > 0;

    /// <returns>Number of withheld cells in a relation.</returns>
    public int UnknownsIn(int relation)
    {
        var count = 0;
        foreach (var cell in _figures.Constraints.Cells(relation))
        {
            count += Withheld[cell] ? 1 : 0;
        }

        return count;
    }

    /// <summary>Withholds a cell, and with it the increments it stands in.</summary>
    public void Withhold(int cell)
    {
        Withheld[cell] = true;
        foreach (var relation in _figures.Constraints.Of(cell))
        {
            if (IncrementOf(relation) is var increment and >= 0)
            {
                Withheld[increment] = true;
            }
        }
    }

    /// <summary>Shows a cell again, and with it the increments that are thereby known and need not be unknown.</summary>
    public void Show(int cell)
    {
        Withheld[cell] = false;
        foreach (var relation in _figures.Constraints.Of(cell))
        {
            if (IncrementOf(relation) is var increment and >= 0)
            {
                Withheld[increment] = MustBeUnknown(increment) || UnknownsIn(relation) > 1;
            }
        }
    }

    private bool MustBeUnknown(int cell) =>
        _figures.Statuses[cell] == CellStatus.Derived && _figures.ProtectionLevels[cell] != ProtectionLevels.None;

    /// <returns>The increment in a relation between releases, which stands last; -1 in any other relation.</returns>
    private int IncrementOf(int relation)
    {
        var last = _figures.Constraints.Cells(relation)[^1];
        return _figures.Statuses[last] == CellStatus.Derived ? last : -1;
    }
}

/// <summary>Sees to it that no relation has exactly one unknown, which subtraction would give away.</summary>
internal sealed class SingletonClosure(SuppressionProblem figures, SuppressionPattern pattern)
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
            if (pattern.UnknownsIn(relation) != 1 || Cheapest(figures.Constraints.Cells(relation)) is not { } cell)
            {
                continue;
            }

            pattern.Withhold(cell);
            added.Add(cell);
            foreach (var touched in figures.Constraints.Of(cell))
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
            foreach (var relation in figures.Constraints.Of(cell))
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
