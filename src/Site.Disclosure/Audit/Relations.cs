namespace Site.Disclosure;

/// <summary>
/// Every equation that readers know, each saying that a total is the sum of its parts, over cells numbered from 0.
/// A parent with one child is the same cell as the child, so a relation always has two parts or more.
/// </summary>
internal sealed class Relations
{
    private readonly int[] _starts;
    private readonly int[] _cells;
    private readonly int[] _startsOfCell;
    private readonly int[] _relationsOfCell;
    private readonly bool[] _core;

    internal Relations(int cells, int[] starts, int[] members, bool[] core)
    {
        (CellCount, _starts, _cells, _core) = (cells, starts, members, core);
        _startsOfCell = new int[cells + 1];
        foreach (var cell in members)
        {
            _startsOfCell[cell + 1]++;
        }

        for (var cell = 0; cell < cells; cell++)
        {
            _startsOfCell[cell + 1] += _startsOfCell[cell];
        }

        _relationsOfCell = new int[members.Length];
        var next = _startsOfCell.AsSpan(0, cells).ToArray();
        for (var relation = 0; relation < Count; relation++)
        {
            foreach (var cell in Cells(relation))
            {
                _relationsOfCell[next[cell]++] = relation;
            }
        }
    }

    /// <summary>Number of cells, 0 or more.</summary>
    public int CellCount { get; }

    /// <summary>Number of relations, 0 or more.</summary>
    public int Count => _starts.Length - 1;

    /// <returns>The cells of a relation: the total, then two parts or more, without repetition.</returns>
    public ReadOnlySpan<int> Cells(int relation) => _cells.AsSpan(_starts[relation], _starts[relation + 1] - _starts[relation]);

    /// <returns>The relations a cell stands in, ascending.</returns>
    public ReadOnlySpan<int> Of(int cell) => _relationsOfCell.AsSpan(_startsOfCell[cell], _startsOfCell[cell + 1] - _startsOfCell[cell]);

    /// <returns>
    /// Whether protection looks for cycles through the relation. It need not where a relation follows from others (the row of a district
    /// from those of its streets) or ties releases together; the audit looks at all alike.
    /// </returns>
    public bool IsCore(int relation) => _core[relation];
}
