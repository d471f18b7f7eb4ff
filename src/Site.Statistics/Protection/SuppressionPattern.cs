using Site.Statistics.Audit;

namespace Site.Statistics.Protection;

/// <summary>Which cells are withheld while protection decides; increments follow the cells they stand between.</summary>
internal sealed class SuppressionPattern
{
    private readonly SuppressionProblem _problem;

    /// <summary>Withholds what is withheld for good, and every increment that needs protection.</summary>
    public SuppressionPattern(SuppressionProblem problem)
    {
        _problem = problem;
        Withheld = new bool[problem.Values.Length];
        for (var cell = 0; cell < Withheld.Length; cell++)
        {
            if (problem.Statuses[cell] == CellStatus.Withheld)
            {
                Withhold(cell);
            }

            Withheld[cell] |= MustBeUnknown(cell);
        }
    }

    /// <summary>For each cell whether it is withheld; read it, and change it through this type alone.</summary>
    public bool[] Withheld { get; }

    /// <returns>Whether the cell is shown and may be withheld beside an unsafe one.</returns>
    public bool CanWithhold(int cell) => !Withheld[cell] && _problem.Statuses[cell] == CellStatus.Free && _problem.Values[cell] > 0;

    /// <returns>Number of withheld cells in a constraint.</returns>
    public int UnknownsIn(int constraint)
    {
        var count = 0;
        foreach (var cell in _problem.Constraints.Cells(constraint))
        {
            count += Withheld[cell] ? 1 : 0;
        }

        return count;
    }

    /// <returns>Whether a constraint has one withheld cell, and that one must not be known.</returns>
    public bool GivesAwayOne(int constraint)
    {
        var only = -1;
        foreach (var cell in _problem.Constraints.Cells(constraint))
        {
            if (Withheld[cell])
            {
                if (only >= 0)
                {
                    return false;
                }

                only = cell;
            }
        }

        return only >= 0 && _problem.ProtectionLevels[only] != ProtectionLevels.None;
    }

    /// <summary>Withholds a cell, and with it the increments it stands in.</summary>
    public void Withhold(int cell)
    {
        Withheld[cell] = true;
        foreach (var constraint in _problem.Constraints.Of(cell))
        {
            if (IncrementOf(constraint) is var increment and >= 0)
            {
                Withheld[increment] = true;
            }
        }
    }

    /// <summary>Shows a cell again, and with it the increments that are thereby known and need not be unknown.</summary>
    public void Show(int cell)
    {
        Withheld[cell] = false;
        foreach (var constraint in _problem.Constraints.Of(cell))
        {
            if (IncrementOf(constraint) is var increment and >= 0)
            {
                Withheld[increment] = MustBeUnknown(increment) || UnknownsIn(constraint) > 1;
            }
        }
    }

    private bool MustBeUnknown(int cell) =>
        _problem.Statuses[cell] == CellStatus.Derived && _problem.ProtectionLevels[cell] != ProtectionLevels.None;

    /// <returns>The increment in a constraint between releases, which stands last; -1 in any other constraint.</returns>
    private int IncrementOf(int constraint)
    {
        var last = _problem.Constraints.Cells(constraint)[^1];
        return _problem.Statuses[last] == CellStatus.Derived ? last : -1;
    }
}

/// <summary>Makes sure that no constraint has exactly one unknown that needs protection: subtraction would disclose it.</summary>
internal sealed class SingletonClosure(SuppressionProblem problem, SuppressionPattern pattern)
{
    /// <summary>Withholds the cheapest complement in each of the constraints that has one unknown, and in those that then have one.</summary>
    /// <param name="constraints">Constraints to look at.</param>
    /// <param name="added">Receives the cells withheld.</param>
    /// <remarks>A constraint in which nothing may be withheld is left as it is; the audit finds its cell exact.</remarks>
    public void Close(IEnumerable<int> constraints, List<int> added)
    {
        var open = new Queue<int>(constraints);
        while (open.TryDequeue(out var constraint))
        {
            if (!pattern.GivesAwayOne(constraint) || Cheapest(problem.Constraints.Cells(constraint)) is not { } cell)
            {
                continue;
            }

            pattern.Withhold(cell);
            added.Add(cell);
            foreach (var touched in problem.Constraints.Of(cell))
            {
                open.Enqueue(touched);
            }
        }
    }

    /// <returns>
    /// The cell among these that is best withheld: the one that leaves the fewest constraints with one unknown, then the cheapest, then the
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
            foreach (var constraint in problem.Constraints.Of(cell))
            {
                opened += pattern.UnknownsIn(constraint) == 0 ? 1 : pattern.GivesAwayOne(constraint) ? -1 : 0;
            }

            var score = (opened, problem.Costs[cell], cell);
            if (score.CompareTo(lowest) < 0)
            {
                (best, lowest) = (cell, score);
            }
        }

        return best;
    }
}
