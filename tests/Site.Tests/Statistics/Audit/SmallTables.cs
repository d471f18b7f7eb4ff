using Site.Statistics.Audit;
using Site.Statistics.Policies;
using Site.Statistics.Protection;

namespace Site.Tests;

/// <summary>Small made-up tables of each shape, every figure drawn from a seed, small enough for every table to be tried.</summary>
internal sealed class SmallTables(int seed)
{
    private readonly List<int[]> _equations = [];
    private readonly List<long> _values = [];
    private readonly HashSet<int> _increments = [];
    private uint _state = (uint)(seed * 2654435761) | 1;

    /// <summary>Each a total followed by its parts.</summary>
    public IReadOnlyList<int[]> Equations => _equations;

    public long[] Values => [.. _values];

    public IReadOnlySet<int> Increments => _increments;

    /// <summary>Areas two levels deep, one or more children each.</summary>
    public static SmallTables Tree(int seed)
    {
        var table = new SmallTables(seed);
        var districts = table.Times(1, 4, () => table.Total(table.Times(1, 4, table.Leaf)));
        table.Total(districts);
        return table;
    }

    /// <summary>Two or three rows by two or three columns, with all totals.</summary>
    public static SmallTables Grid(int seed)
    {
        var table = new SmallTables(seed);
        table.AddGrid(table.Draw(2, 4), 3);
        return table;
    }

    /// <summary>The same areas grouped in two ways, each with its totals.</summary>
    public static SmallTables Linked(int seed)
    {
        var table = new SmallTables(seed);
        var leaves = table.Times(5, 8, table.Leaf);
        var all = table.Total(leaves);
        foreach (var half in new[] { 2, 3 })
        {
            var groups = leaves.GroupBy(leaf => (leaf + table.Draw(0, 2)) % half).Select(group => table.Total([.. group])).ToArray();
            table._equations.Add([all, .. groups]);
        }

        return table;
    }

    /// <summary>Three areas in two or three cumulative weeks, with the total, and the increments between the weeks.</summary>
    public static SmallTables Weekly(int seed)
    {
        var table = new SmallTables(seed);
        var before = table.Times(3, 4, table.Leaf).Select(area => new[] { area }).ToArray();
        var weeks = new List<int[]> { before.Select(area => area[0]).ToArray() };
        for (var week = table.Draw(1, 3); week > 0; week--)
        {
            weeks.Add([.. weeks[^1].Select(area => table.Add(table._values[area] + table.Figure()))]);
        }

        var totals = weeks.ConvertAll(week => week.Append(table.Total(week)).ToArray());
        for (var week = 1; week < totals.Count; week++)
        {
            foreach (var (now, then) in totals[week].Zip(totals[week - 1]))
            {
                var increment = table.Add(table._values[now] - table._values[then]);
                table._increments.Add(increment);
                table._equations.Add([now, then, increment]);
            }
        }

        return table;
    }

    /// <returns>The table as protection takes it.</returns>
    public (SuppressionProblem Figures, int[] Merged) Figures(DisclosureRules rules)
    {
        var builder = new ConstraintsBuilder(_values.Count);
        foreach (var equation in _equations)
        {
            builder.Add(equation[0], equation.AsSpan(1), isPrimary: !_increments.Contains(equation[^1]));
        }

        var (constraints, merged) = builder.Build();
        var count = constraints.CellCount;
        var figures = new SuppressionProblem
        {
            Constraints = constraints,
            Values = new long[count],
            Statuses = new CellStatus[count],
            ProtectionLevels = new ProtectionLevels[count],
            Floors = new long[count],
            Costs = new int[count],
            LoneContributors = [.. Enumerable.Repeat(-1, count)],
        };
        for (var cell = 0; cell < _values.Count; cell++)
        {
            var (at, value, increment) = (merged[cell], _values[cell], _increments.Contains(cell));
            var isUnsafe = PrimaryRules.IsUnsafeCount(value, rules);
            figures.Values[at] = value;
            figures.Statuses[at] = increment ? CellStatus.Derived : isUnsafe ? CellStatus.Withheld : value == 0 ? CellStatus.Shown : CellStatus.Free;
            figures.ProtectionLevels[at] = increment && !isUnsafe ? ProtectionLevels.None : PrimaryRules.ForCount(rules);
            figures.Floors[at] = increment ? 0 : rules.Floor;
            figures.Costs[at] = SuppressionCost.Of(value, 0);
        }

        return (figures, merged);
    }

    /// <returns>The equations over merged cells.</returns>
    public static List<int[]> EquationsOf(Constraints constraints) =>
        [.. Enumerable.Range(0, constraints.Count).Select(relation => constraints.Cells(relation).ToArray())];

    /// <returns>A whole number from <paramref name="from"/> up to, not including, <paramref name="to"/>.</returns>
    public int Draw(int from, int to)
    {
        _state ^= _state << 13;
        _state ^= _state >> 17;
        _state ^= _state << 5;
        return from + (int)(_state % (uint)(to - from));
    }

    private void AddGrid(int rows, int columns)
    {
        var cells = Enumerable.Range(0, rows).Select(_ => Enumerable.Range(0, columns).Select(_ => Leaf()).ToArray()).ToArray();
        var rowTotals = cells.Select(Total).ToArray();
        var columnTotals = Enumerable.Range(0, columns).Select(column => Total([.. cells.Select(row => row[column])])).ToArray();
        _equations.Add([Total(rowTotals), .. columnTotals]);
    }

    private int[] Times(int from, int to, Func<int> make) => [.. Enumerable.Range(0, Draw(from, to)).Select(_ => make())];

    private int Figure() => Draw(0, 4) switch { 0 => 0, 1 => Draw(1, 3), _ => Draw(1, 6) };

    private int Leaf() => Add(Figure());

    private int Add(long value)
    {
        _values.Add(value);
        return _values.Count - 1;
    }

    private int Total(int[] parts)
    {
        var total = Add(parts.Sum(part => _values[part]));
        _equations.Add([total, .. parts]);
        return total;
    }
}
