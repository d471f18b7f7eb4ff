namespace Site.Statistics.Audit;

/// <summary>Withheld cells that are linked by constraints with one another and with no other withheld cell.</summary>
/// <param name="Cells">The cells, ascending.</param>
/// <param name="Constraints">Every constraint with one of these cells in it, ascending.</param>
internal sealed record Component(int[] Cells, int[] Constraints);

/// <summary>
/// Walks from withheld cells to the withheld cells beside them. One finder may be used by several threads at once as long as each
/// walks in another component, since components share neither cells nor constraints.
/// </summary>
internal sealed class ComponentFinder(Constraints constraints, bool[] withheld)
{
    private readonly int[] _cellMarks = new int[constraints.CellCount];
    private readonly int[] _constraintMarks = new int[constraints.Count];
    private int _mark;

    /// <returns>The components with at least one of the given cells in them, each once, in the order of the cells.</returns>
    /// <param name="seeds">Cells; those that are shown are passed over.</param>
    public List<Component> Find(ReadOnlySpan<int> seeds)
    {
        var mark = Interlocked.Increment(ref _mark);
        var found = new List<Component>();
        foreach (var seed in seeds)
        {
            if (withheld[seed] && _cellMarks[seed] != mark)
            {
                found.Add(Walk(seed, mark));
            }
        }

        return found;
    }

    private Component Walk(int seed, int mark)
    {
        var cells = new List<int> { seed };
        var crossed = new List<int>();
        _cellMarks[seed] = mark;
        for (var at = 0; at < cells.Count; at++)
        {
            foreach (var constraint in constraints.Of(cells[at]))
            {
                if (_constraintMarks[constraint] == mark)
                {
                    continue;
                }

                _constraintMarks[constraint] = mark;
                crossed.Add(constraint);
                foreach (var cell in constraints.Cells(constraint))
                {
                    if (withheld[cell] && _cellMarks[cell] != mark)
                    {
                        _cellMarks[cell] = mark;
                        cells.Add(cell);
                    }
                }
            }
        }

        cells.Sort();
        crossed.Sort();
        return new([.. cells], [.. crossed]);
    }
}
