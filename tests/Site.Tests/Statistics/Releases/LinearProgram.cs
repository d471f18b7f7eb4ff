namespace Site.Tests;

/// <summary>
/// How small and how great an unknown of some equations can be when all are 0 or more: a plain two-phase simplex in floating point, which
/// shares nothing with the audit. Bland's rule throughout.
/// </summary>
internal sealed class LinearProgram
{
    private const double Tiny = 1e-7;
    private readonly double[][] rows;
    private readonly int[] basis;
    private readonly int unknowns;

    private LinearProgram(double[][] rows, int[] basis, int unknowns) => (this.rows, this.basis, this.unknowns) = (rows, basis, unknowns);

    /// <param name="equations">For each equation its coefficients, then what they add up to.</param>
    /// <param name="unknowns">Number of unknowns.</param>
    /// <returns>The program at a solution; null where there is none.</returns>
    public static LinearProgram? Of(IReadOnlyList<double[]> equations, int unknowns)
    {
        var count = equations.Count;
        var rows = new double[count][];
        for (var row = 0; row < count; row++)
        {
            rows[row] = new double[unknowns + count + 1];
            var sign = equations[row][unknowns] < 0 ? -1 : 1;
            for (var column = 0; column < unknowns; column++)
            {
                rows[row][column] = sign * equations[row][column];
            }

            rows[row][unknowns + row] = 1;
            rows[row][^1] = sign * equations[row][unknowns];
        }

        var program = new LinearProgram(rows, [.. Enumerable.Range(unknowns, count)], unknowns);
        var artificial = new double[unknowns + count];
        Array.Fill(artificial, -1, unknowns, count);
        return program.Maximize(artificial, unknowns + count) < -1e-5 ? null : program.DriveOut();
    }

    /// <returns>The greatest an unknown can be (or, if not <paramref name="up"/>, the least); infinity where nothing bounds it.</returns>
    public double Bound(int unknown, bool up)
    {
        var objective = new double[rows.Length == 0 ? unknowns : rows[0].Length - 1];
        objective[unknown] = up ? 1 : -1;
        var best = Maximize(objective, unknowns);
        return up ? best : -best;
    }

    /// <returns>What an unknown is in the solution found last.</returns>
    public double Value(int unknown) => Array.IndexOf(basis, unknown) is var row and >= 0 ? rows[row][^1] : 0;

    private double Maximize(double[] objective, int columns)
    {
        while (true)
        {
            var entering = -1;
            for (var column = 0; column < columns && entering < 0; column++)
            {
                entering = Array.IndexOf(basis, column) < 0 && Gain(objective, column) > Tiny ? column : -1;
            }

            if (entering < 0)
            {
                return Enumerable.Range(0, rows.Length).Sum(row => objective[basis[row]] * rows[row][^1]);
            }

            var leaving = -1;
            for (var row = 0; row < rows.Length; row++)
            {
                if (rows[row][entering] > Tiny && (leaving < 0 || Ratio(row) < Ratio(leaving) - Tiny
                    || (Ratio(row) < Ratio(leaving) + Tiny && basis[row] < basis[leaving])))
                {
                    leaving = row;
                }
            }

            if (leaving < 0)
            {
                return double.PositiveInfinity;
            }

            Pivot(leaving, entering);

            double Ratio(int row) => rows[row][^1] / rows[row][entering];
        }
    }

    private double Gain(double[] objective, int column)
    {
        var gain = objective[column];
        for (var row = 0; row < rows.Length; row++)
        {
            gain -= objective[basis[row]] * rows[row][column];
        }

        return gain;
    }

    /// <summary>Takes the helpers of the first phase out of the basis; what follows from other equations stays at 0.</summary>
    private LinearProgram DriveOut()
    {
        for (var row = 0; row < rows.Length; row++)
        {
            var column = basis[row] < unknowns ? -1 : Array.FindIndex(rows[row], 0, unknowns, value => Math.Abs(value) > Tiny);
            if (column >= 0)
            {
                Pivot(row, column);
            }
        }

        return this;
    }

    private void Pivot(int pivot, int column)
    {
        var scale = rows[pivot][column];
        for (var at = 0; at < rows[pivot].Length; at++)
        {
            rows[pivot][at] /= scale;
        }

        for (var row = 0; row < rows.Length; row++)
        {
            var times = rows[row][column];
            if (row == pivot || times == 0)
            {
                continue;
            }

            for (var at = 0; at < rows[row].Length; at++)
            {
                rows[row][at] -= times * rows[pivot][at];
            }
        }

        basis[pivot] = column;
    }
}
