namespace Site.Statistics.Audit;

/// <summary>The equations of one component with the shown figures put in: row by row, signed unknowns that add up to a number.</summary>
internal sealed class Unknowns
{
    private readonly int[] _starts;
    private readonly int[] _columns;
    private readonly sbyte[] _signs;

    private Unknowns(int[] starts, int[] columns, sbyte[] signs, long[] sums, long[] low, long[] high) =>
        (_starts, _columns, _signs, Sums, Low, High) = (starts, columns, signs, sums, low, high);

    /// <summary>Number of unknowns; unknown i is the i-th cell of the component.</summary>
    public int Count => Low.Length;

    /// <summary>Number of equations.</summary>
    public int Rows => Sums.Length;

    /// <summary>What the signed unknowns of each row add up to.</summary>
    public long[] Sums { get; }

    /// <summary>The least each unknown can be, as far as known.</summary>
    public long[] Low { get; }

    /// <summary>The greatest each unknown can be, as far as known.</summary>
    public long[] High { get; }

    /// <summary>Whether the equations form a tree, so that the bounds of <see cref="Propagation"/> are attained.</summary>
    public bool IsTree => _columns.Length == Count + Rows - 1;

    /// <returns>The unknowns of a row.</returns>
    public ReadOnlySpan<int> Columns(int row) => _columns.AsSpan(_starts[row], _starts[row + 1] - _starts[row]);

    /// <returns>The signs of a row, 1 or -1, in the order of its unknowns.</returns>
    public ReadOnlySpan<sbyte> Signs(int row) => _signs.AsSpan(_starts[row], _starts[row + 1] - _starts[row]);

    /// <returns>The same equations with bounds of their own.</returns>
    public Unknowns Copy() => new(_starts, _columns, _signs, Sums, [.. Low], [.. High]);

    /// <returns>The equations of a component, each cell between its floor and no upper bound.</returns>
    public static Unknowns Of(Component component, SuppressionProblem problem, bool[] withheld) =>
        Of(component, problem.Values, problem.Floors, problem.Constraints, withheld);

    /// <returns>The equations of a component, each cell between its floor and no upper bound.</returns>
    /// <param name="values">For each cell its figure; those of withheld cells are not used.</param>
    public static Unknowns Of(Component component, long[] values, long[] floors, Constraints constraints, bool[] withheld)
    {
        var starts = new List<int> { 0 };
        var columns = new List<int>();
        var signs = new List<sbyte>();
        var sums = new long[component.Constraints.Length];
        for (var row = 0; row < sums.Length; row++)
        {
            var cells = constraints.Cells(component.Constraints[row]);
            for (var at = 0; at < cells.Length; at++)
            {
                var sign = (sbyte)(at == 0 ? -1 : 1);
                if (withheld[cells[at]])
                {
                    columns.Add(Array.BinarySearch(component.Cells, cells[at]));
                    signs.Add(sign);
                }
                else
                {
                    sums[row] -= sign * values[cells[at]];
                }
            }

            starts.Add(columns.Count);
        }

        var low = Array.ConvertAll(component.Cells, cell => floors[cell]);
        var high = new long[low.Length];
        Array.Fill(high, Interval.Unbounded);
        return new([.. starts], [.. columns], [.. signs], sums, low, high);
    }
}

/// <summary>Narrows bounds row by row: what the other unknowns of a row can be bounds each of them. It works on whole numbers.</summary>
/// <remarks>The bounds are attained where the equations form a tree; elsewhere they are a first limit (Handbook on SDC, section 4.3.1).</remarks>
internal static class Propagation
{
    /// <summary>How narrowing ended.</summary>
    internal enum End
    {
        /// <summary>No row narrows anything further.</summary>
        Settled,

        /// <summary>It was cut off; the bounds hold, but more work would narrow them.</summary>
        CutOff,

        /// <summary>No figures fit: two published numbers contradict each other.</summary>
        Contradiction,
    }

    /// <summary>Narrows <see cref="Unknowns.Low"/> and <see cref="Unknowns.High"/> in place.</summary>
    public static End Narrow(Unknowns unknowns)
    {
        for (var round = 0; round < 64; round++)
        {
            var changed = false;
            for (var row = 0; row < unknowns.Rows; row++)
            {
                if (!NarrowRow(unknowns, row, ref changed))
                {
                    return End.Contradiction;
                }
            }

            if (!changed)
            {
                return End.Settled;
            }
        }

        return End.CutOff;
    }

    private static bool NarrowRow(Unknowns unknowns, int row, ref bool changed)
    {
        var columns = unknowns.Columns(row);
        var signs = unknowns.Signs(row);
        var (low, high) = (unknowns.Low, unknowns.High);
        long least = 0, most = 0;
        int endlessDown = 0, endlessUp = 0;
        for (var at = 0; at < columns.Length; at++)
        {
            Add(signs[at] > 0 ? low[columns[at]] : -high[columns[at]], ref least, ref endlessDown);
            Add(signs[at] > 0 ? high[columns[at]] : -low[columns[at]], ref most, ref endlessUp);
        }

        for (var at = 0; at < columns.Length; at++)
        {
            var (column, positive) = (columns[at], signs[at] > 0);
            var (ownLeast, ownMost) = positive ? (low[column], high[column]) : (-high[column], -low[column]);
            var (downEndless, upEndless) = (ownLeast <= -Interval.Unbounded, ownMost >= Interval.Unbounded);
            var newMost = endlessDown == (downEndless ? 1 : 0)
                ? Math.Min(ownMost, unknowns.Sums[row] - (downEndless ? least : least - ownLeast)) : ownMost;
            var newLeast = endlessUp == (upEndless ? 1 : 0)
                ? Math.Max(ownLeast, unknowns.Sums[row] - (upEndless ? most : most - ownMost)) : ownLeast;
            if (newLeast > newMost)
            {
                return false;
            }

            if (newLeast == ownLeast && newMost == ownMost)
            {
                continue;
            }

            changed = true;
            (low[column], high[column]) = positive ? (newLeast, newMost) : (-newMost, -newLeast);
            Replace(ownLeast, newLeast, downEndless, ref least, ref endlessDown);
            Replace(ownMost, newMost, upEndless, ref most, ref endlessUp);
        }

        return true;
    }

    private static void Add(long bound, ref long sum, ref int endless)
    {
        if (Math.Abs(bound) >= Interval.Unbounded)
        {
            endless++;
        }
        else
        {
            sum += bound;
        }
    }

    private static void Replace(long before, long after, bool wasEndless, ref long sum, ref int endless)
    {
        if (before == after)
        {
            return;
        }

        endless -= wasEndless ? 1 : 0;
        sum += after - (wasEndless ? 0 : before);
    }
}
