namespace Site.Statistics.Audit;

/// <summary>
/// Every equation that readers know, each saying that a total is the sum of its parts, over cells numbered from 0.
/// A parent with one child is the same cell as the child, so a relation always has two parts or more.
/// </summary>
internal sealed class Constraints
{
    private readonly int[] _starts;
    private readonly int[] _cells;
    private readonly int[] _startsOfCell;
    private readonly int[] _relationsOfCell;
    private readonly bool[] _core;

    internal Constraints(int cells, int[] starts, int[] members, bool[] core)
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
    public bool IsPrimary(int relation) => _core[relation];
}

/// <summary>Collects equations and numbers the cells in them, taking a parent with one child for the same cell as the child.</summary>
/// <param name="cells">Number of cells as the tables count them, 0 or more; cells are numbered from 0.</param>
internal sealed class ConstraintsBuilder(int cells)
{
    private readonly int[] _same = [.. Enumerable.Range(0, cells)];
    private readonly List<int> _starts = [0];
    private readonly List<int> _members = [];
    private readonly List<bool> _core = [];

    /// <summary>Adds <c>total = sum of parts</c>. Parts that cannot exist (structural zeros) are left out by the caller.</summary>
    /// <param name="total">A cell.</param>
    /// <param name="parts">One cell or more, without repetition, not the total.</param>
    /// <param name="core">Whether protection looks for cycles through it: see <see cref="Constraints.IsPrimary"/>.</param>
    /// <exception cref="ArgumentException">There are no parts.</exception>
    public void Add(int total, ReadOnlySpan<int> parts, bool core = true)
    {
        if (parts.IsEmpty)
        {
            throw new ArgumentException("A total needs one part or more.", nameof(parts));
        }

        if (parts.Length == 1)
        {
            var (one, other) = (Root(total), Root(parts[0]));
            _same[Math.Max(one, other)] = Math.Min(one, other);
            return;
        }

        _members.Add(total);
        _members.AddRange(parts);
        _starts.Add(_members.Count);
        _core.Add(core);
    }

    /// <returns>The equations over merged cells, and for each cell of the tables the number of its merged cell.</returns>
    public (Constraints Relations, int[] Merged) Build()
    {
        var merged = new int[cells];
        var count = 0;
        for (var cell = 0; cell < cells; cell++)
        {
            var root = Root(cell);
            merged[cell] = root == cell ? count++ : merged[root];
        }

        var starts = new List<int>(_starts.Count) { 0 };
        var members = new List<int>(_members.Count);
        var core = new List<bool>(_core.Count);
        for (var relation = 0; relation < _core.Count; relation++)
        {
            var before = members.Count;
            members.AddRange(_members.GetRange(_starts[relation], _starts[relation + 1] - _starts[relation]).Select(cell => merged[cell]));
            if (members.LastIndexOf(members[before]) > before)
            {
                // The total is one of its own parts, so the others are 0, and zeros are shown: nothing to know.
                members.RemoveRange(before, members.Count - before);
                continue;
            }

            starts.Add(members.Count);
            core.Add(_core[relation]);
        }

        return (new(count, [.. starts], [.. members], [.. core]), merged);
    }

    private int Root(int cell)
    {
        while (_same[cell] != cell)
        {
            cell = _same[cell] = _same[_same[cell]];
        }

        return cell;
    }
}
