namespace Site.Disclosure;

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
    public static Unknowns Of(Component component, Figures figures, bool[] withheld)
    {
        var starts = new List<int> { 0 };
        var columns = new List<int>();
        var signs = new List<sbyte>();
        var sums = new long[component.Relations.Length];
        for (var row = 0; row < sums.Length; row++)
        {
            var cells = figures.Relations.Cells(component.Relations[row]);
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
                    sums[row] -= sign * figures.Values[cells[at]];
                }
            }

            starts.Add(columns.Count);
        }

        var low = Array.ConvertAll(component.Cells, cell => (long)figures.Floors[cell]);
        var high = new long[low.Length];
        Array.Fill(high, Interval.Unbounded);
        return new([.. starts], [.. columns], [.. signs], sums, low, high);
    }
}
