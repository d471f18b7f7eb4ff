namespace Site.Disclosure;

/// <summary>Collects equations and numbers the cells in them, taking a parent with one child for the same cell as the child.</summary>
/// <param name="cells">Number of cells as the tables count them, 0 or more; cells are numbered from 0.</param>
internal sealed class RelationsBuilder(int cells)
{
    private readonly int[] _same = [.. Enumerable.Range(0, cells)];
    private readonly List<int> _starts = [0];
    private readonly List<int> _members = [];
    private readonly List<bool> _core = [];

    /// <summary>Adds <c>total = sum of parts</c>. Parts that cannot exist (structural zeros) are left out by the caller.</summary>
    /// <param name="total">A cell.</param>
    /// <param name="parts">One cell or more, without repetition, not the total.</param>
    /// <param name="core">Whether protection looks for cycles through it: see <see cref="Relations.IsCore"/>.</param>
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
    public (Relations Relations, int[] Merged) Build()
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
