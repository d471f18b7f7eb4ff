namespace Site.Disclosure;

/// <summary>Solves the equations for as many unknowns as they determine (Gauss and Jordan, exact), each as a sum over the rest.</summary>
/// <typeparam name="T">The numbers reckoned with.</typeparam>
/// <param name="Basic">The unknowns solved for, one for each row of the tableau.</param>
/// <param name="Free">The unknowns left to choose, one for each column.</param>
/// <param name="Tableau">How much each basic unknown grows when a free one grows by 1: R rows of C numbers.</param>
/// <param name="Constants">The basic unknowns where every free one is 0.</param>
internal sealed record Elimination<T>(int[] Basic, int[] Free, T[][] Tableau, T[] Constants)
    where T : struct, IFraction<T>
{
    /// <returns>The solved equations, or null where they contradict each other.</returns>
    public static Elimination<T>? Of(Unknowns unknowns)
    {
        var width = unknowns.Count;
        var rows = Read(unknowns);
        var uses = new int[width];
        foreach (var row in rows)
        {
            for (var column = 0; column < width; column++)
            {
                uses[column] += row[column].Sign == 0 ? 0 : 1;
            }
        }

        var basic = new List<int>();
        var solved = new List<T[]>();
        foreach (var row in rows)
        {
            var pivot = Pivot(row, uses);
            if (pivot < 0)
            {
                if (row[width].Sign != 0)
                {
                    return null;
                }

                continue;
            }

            var filled = Scale(row, row[pivot]);
            foreach (var other in rows)
            {
                if (!ReferenceEquals(other, row) && other[pivot].Sign != 0)
                {
                    Subtract(other, row, filled, other[pivot]);
                }
            }

            basic.Add(pivot);
            solved.Add(row);
        }

        var free = Enumerable.Range(0, width).Except(basic).ToArray();
        return new([.. basic], free, [.. solved.Select(row => Array.ConvertAll(free, column => default(T).Minus(row[column])))],
            [.. solved.Select(row => row[width])]);
    }

    private static T[][] Read(Unknowns unknowns)
    {
        var rows = new T[unknowns.Rows][];
        for (var row = 0; row < rows.Length; row++)
        {
            rows[row] = new T[unknowns.Count + 1];
            rows[row][unknowns.Count] = T.From(unknowns.Sums[row]);
            for (var at = 0; at < unknowns.Columns(row).Length; at++)
            {
                rows[row][unknowns.Columns(row)[at]] = T.From(unknowns.Signs(row)[at]);
            }
        }

        return rows;
    }

    /// <returns>The unknown of the row that stands in the fewest rows, so that few others must be rewritten; -1 in an empty row.</returns>
    private static int Pivot(T[] row, int[] uses)
    {
        var best = -1;
        for (var column = 0; column < uses.Length; column++)
        {
            if (row[column].Sign != 0 && (best < 0 || uses[column] < uses[best]))
            {
                best = column;
            }
        }

        return best;
    }

    /// <returns>The columns in which the row has something; most have nothing.</returns>
    private static List<int> Scale(T[] row, T by)
    {
        var filled = new List<int>();
        for (var column = 0; column < row.Length; column++)
        {
            if (row[column].Sign != 0)
            {
                row[column] = row[column].Over(by);
                filled.Add(column);
            }
        }

        return filled;
    }

    private static void Subtract(T[] row, T[] other, List<int> filled, T times)
    {
        foreach (var column in filled)
        {
            row[column] = row[column].Minus(times.Times(other[column]));
        }
    }
}
