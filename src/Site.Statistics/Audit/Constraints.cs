namespace Site.Statistics.Audit;

/// <summary>
/// Every equation that readers know, each saying that a total is the sum of its parts, over cells numbered from 0.
/// A parent with one child is the same cell as the child, so a constraint always has two parts or more.
/// </summary>
internal sealed class Constraints
{
    private readonly int[] _starts;
    private readonly int[] _cells;
    private readonly int[] _startsOfCell;
    private readonly int[] _constraintsOfCell;
    private readonly bool[] _isPrimary;

    internal Constraints(int cells, int[] starts, int[] members, bool[] isPrimary)
    {
        (CellCount, _starts, _cells, _isPrimary) = (cells, starts, members, isPrimary);
        _startsOfCell = new int[cells + 1];
        foreach (var cell in members)
        {
            _startsOfCell[cell + 1]++;
        }

        for (var cell = 0; cell < cells; cell++)
        {
            _startsOfCell[cell + 1] += _startsOfCell[cell];
        }

        _constraintsOfCell = new int[members.Length];
        var next = _startsOfCell.AsSpan(0, cells).ToArray();
        for (var constraint = 0; constraint < Count; constraint++)
        {
            foreach (var cell in Cells(constraint))
            {
                _constraintsOfCell[next[cell]++] = constraint;
            }
        }
    }

    /// <summary>Number of cells, 0 or more.</summary>
    public int CellCount { get; }

    /// <summary>Number of constraints, 0 or more.</summary>
    public int Count => _starts.Length - 1;

    /// <returns>The cells of a constraint: the total, then two parts or more, without repetition.</returns>
    public ReadOnlySpan<int> Cells(int constraint) => _cells.AsSpan(_starts[constraint], _starts[constraint + 1] - _starts[constraint]);

    /// <returns>The constraints a cell stands in, ascending.</returns>
    public ReadOnlySpan<int> Of(int cell) => _constraintsOfCell.AsSpan(_startsOfCell[cell], _startsOfCell[cell + 1] - _startsOfCell[cell]);

    /// <returns>
    /// Whether protection looks for cycles through the constraint. It need not where a constraint follows from others (the row of a district
    /// from those of its streets) or ties releases together; the audit looks at all alike.
    /// </returns>
    public bool IsPrimary(int constraint) => _isPrimary[constraint];

    /// <returns>The same with one more cell for each of some pairs, behind all others: what the upper one has more than the lower.</returns>
    public Constraints WithDifferences(IReadOnlyList<(int Lower, int Upper)> pairs) => new(
        CellCount + pairs.Count, [.. _starts, .. pairs.Select((_, at) => _cells.Length + (3 * (at + 1)))],
        [.. _cells, .. pairs.SelectMany((pair, at) => (int[])[pair.Upper, pair.Lower, CellCount + at])], [.. _isPrimary, .. pairs.Select(_ => false)]);
}

/// <summary>Collects equations and numbers the cells in them, taking a parent with one child for the same cell as the child.</summary>
/// <param name="cells">Number of cells as the tables count them, 0 or more; cells are numbered from 0.</param>
internal sealed class ConstraintsBuilder(int cells)
{
    private readonly int[] _same = [.. Enumerable.Range(0, cells)];
    private readonly List<int> _starts = [0];
    private readonly List<int> _members = [];
    private readonly List<bool> _isPrimary = [];

    /// <summary>Adds <c>total = sum of parts</c>. Parts that cannot exist (structural zeros) are left out by the caller.</summary>
    /// <param name="total">A cell.</param>
    /// <param name="parts">One cell or more, without repetition, not the total.</param>
    /// <param name="isPrimary">Whether protection looks for cycles through it: see <see cref="Constraints.IsPrimary"/>.</param>
    /// <exception cref="ArgumentException">There are no parts.</exception>
    public void Add(int total, ReadOnlySpan<int> parts, bool isPrimary = true)
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
        _isPrimary.Add(isPrimary);
    }

    /// <returns>The equations over merged cells, and for each cell of the tables the number of its merged cell.</returns>
    public (Constraints Constraints, int[] Merged) Build()
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
        var isPrimary = new List<bool>(_isPrimary.Count);
        for (var constraint = 0; constraint < _isPrimary.Count; constraint++)
        {
            var before = members.Count;
            members.AddRange(_members.GetRange(_starts[constraint], _starts[constraint + 1] - _starts[constraint]).Select(cell => merged[cell]));
            if (members.LastIndexOf(members[before]) > before)
            {
                // The total is one of its own parts, so the others are 0, and zeros are shown: nothing to know.
                members.RemoveRange(before, members.Count - before);
                continue;
            }

            starts.Add(members.Count);
            isPrimary.Add(_isPrimary[constraint]);
        }

        return (new(count, [.. starts], [.. members], [.. isPrimary]), merged);
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
