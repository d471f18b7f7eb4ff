namespace Site.Statistics.Audit;

/// <summary>
/// A simplex with bounded unknowns, exact, over the equations of one component. It always stands at one solution of the equations and
/// moves from solution to solution; every whole-numbered one it passes is a proof of what the cells can be.
/// </summary>
/// <typeparam name="T">The type of number that is computed with.</typeparam>
/// <remarks>
/// Bland's rule throughout, so that it ends (Bland 1977); first solution as Dutertre and de Moura, "A Fast Linear-Arithmetic Solver for
/// DPLL(T)", 2006. In a network, every pivot leads to a whole-numbered solution.
/// </remarks>
internal sealed class Simplex<T>
    where T : struct, IFraction<T>
{
    private readonly int[] _basic;
    private readonly int[] _free;
    private readonly T[][] _tableau;
    private readonly T[] _values;
    private readonly FeasiblePoints _points;
    private readonly Effort _effort;

    private Simplex(int[] basic, int[] free, T[][] tableau, T[] values, long[] low, long[] high, FeasiblePoints points, Effort effort) =>
        (_basic, _free, _tableau, _values, Low, High, _points, _effort) = (basic, free, tableau, values, low, high, points, effort);

    /// <summary>The least each unknown may be. May be raised, if <see cref="Repair"/> is called after.</summary>
    public long[] Low { get; }

    /// <summary>The greatest each unknown may be. May be lowered, if <see cref="Repair"/> is called after.</summary>
    public long[] High { get; }

    /// <returns>A simplex that stands at a solution within the bounds; null where there is none.</returns>
    /// <param name="start">A solution if one is known, else any numbers within the bounds.</param>
    /// <exception cref="EffortSpentException">There are too many equations or unknowns.</exception>
    public static Simplex<T>? Of(Unknowns unknowns, ReadOnlySpan<long> start, FeasiblePoints points, Effort effort)
    {
        if (Elimination<T>.Of(unknowns, effort) is not { } solved)
        {
            return null;
        }

        var values = new T[unknowns.Count];
        foreach (var free in solved.Free)
        {
            values[free] = T.From(Math.Clamp(start[free], unknowns.Low[free], unknowns.High[free]));
        }

        for (var row = 0; row < solved.Basic.Length; row++)
        {
            var value = solved.Constants[row];
            for (var column = 0; column < solved.Free.Length; column++)
            {
                value = value.Plus(solved.Tableau[row][column].Times(values[solved.Free[column]]));
            }

            values[solved.Basic[row]] = value;
        }

        var simplex = new Simplex<T>(
            solved.Basic, solved.Free, solved.Tableau, values, [.. unknowns.Low], [.. unknowns.High], points, effort);
        return simplex.Repair() ? simplex : null;
    }

    /// <returns>The same simplex at the same solution, with bounds of its own.</returns>
    /// <param name="points">Takes the solutions that the copy comes to; those that this one tells of where nothing is said.</param>
    public Simplex<T> Copy(FeasiblePoints? points = null) => new(
        [.. _basic], [.. _free], Array.ConvertAll(_tableau, row => (T[])row.Clone()), [.. _values], [.. Low], [.. High], points ?? _points, _effort);

    /// <returns>Where an unknown stands now.</returns>
    public T Value(int unknown) => _values[unknown];

    /// <returns>The first unknown that is not whole-numbered, or -1.</returns>
    public int FirstFractional() => Array.FindIndex(_values, value => !value.IsWhole);

    /// <summary>Moves to a solution within the bounds.</summary>
    /// <returns>Whether there is one.</returns>
    public bool Repair()
    {
        for (var column = 0; column < _free.Length; column++)
        {
            var (down, up) = (Room(_free[column], up: false), Room(_free[column], up: true));
            if (down.Sign < 0 || up.Sign < 0)
            {
                Move(column, down.Sign < 0 ? default(T).Minus(down) : up);
            }
        }

        while (true)
        {
            _effort.Spend(_values.Length);
            var row = FirstOutside(out var below);
            if (row < 0)
            {
                _points.Record(_values);
                return true;
            }

            var column = ChooseEntering(_tableau[row], below);
            if (column < 0)
            {
                return false;
            }

            var leaving = _basic[row];
            var distance = T.From(below ? Low[leaving] : High[leaving]).Minus(_values[leaving]).Over(_tableau[row][column]);
            Move(column, distance);
            Exchange(row, column);
        }
    }

    /// <summary>Moves to a solution in which an unknown is as great, or as small, as it can be.</summary>
    /// <param name="enough">Says when to stop early, since all that was asked is proved.</param>
    public void Optimize(int unknown, bool up, Func<bool> enough)
    {
        while (!enough())
        {
            _effort.Spend(_values.Length);
            var row = Array.IndexOf(_basic, unknown);
            var column = row >= 0 ? ChooseEntering(_tableau[row], up) : ChooseItself(unknown, up);
            if (column < 0)
            {
                return;
            }

            var rises = row < 0 ? up : (_tableau[row][column].Sign > 0) == up;
            Pivot(column, rises);
            _points.Record(_values);
        }
    }

    /// <summary>
    /// Takes note, without going there, of solutions in which an unknown is another and one free unknown alone has moved: in most tables that proves nearly all, at
    /// the price of a look.
    /// </summary>
    /// <param name="points">Takes the solutions.</param>
    /// <param name="enough">Says when to stop, since all that was asked is proved.</param>
    public void LookBeside(int unknown, FeasiblePoints points, Func<bool> enough)
    {
        var row = Array.IndexOf(_basic, unknown);
        for (var column = 0; column < _free.Length; column++)
        {
            if (Low[_free[column]] == High[_free[column]] || (row < 0 ? _free[column] != unknown : _tableau[row][column].Sign == 0))
            {
                continue;
            }

            for (var rises = 0; rises < 2; rises++)
            {
                _effort.Spend(_basic.Length);
                var distance = Stop(column, rises == 1).Distance;
                if (distance.Sign > 0)
                {
                    points.Record(After(column, rises == 1 ? distance : default(T).Minus(distance)));
                    if (enough())
                    {
                        return;
                    }
                }
            }
        }
    }

    /// <summary>
    /// Lets an unknown that may not move follow from others no longer, where that can be: then nothing is stopped by it. What still follows from others that
    /// may not move is determined.
    /// </summary>
    public void Retire(int unknown)
    {
        var row = Array.IndexOf(_basic, unknown);
        for (var column = 0; row >= 0 && column < _free.Length; column++)
        {
            if (_tableau[row][column].Sign != 0 && Low[_free[column]] < High[_free[column]])
            {
                Exchange(row, column);
                return;
            }
        }
    }

    /// <returns>Whether an unknown follows from such alone as may not move.</returns>
    public bool IsDetermined(int unknown)
    {
        var row = Array.IndexOf(_basic, unknown);
        for (var column = 0; row >= 0 && column < _free.Length; column++)
        {
            if (_tableau[row][column].Sign != 0 && Low[_free[column]] < High[_free[column]])
            {
                return false;
            }
        }

        return row >= 0 || Low[unknown] == High[unknown];
    }

    private int FirstOutside(out bool below)
    {
        var (first, isBelow) = (-1, false);
        for (var row = 0; row < _basic.Length; row++)
        {
            var unknown = _basic[row];
            if (first >= 0 && unknown > _basic[first])
            {
                continue;
            }

            if (_values[unknown].Minus(T.From(Low[unknown])).Sign < 0)
            {
                (first, isBelow) = (row, true);
            }
            else if (_values[unknown].Minus(T.From(High[unknown])).Sign > 0)
            {
                (first, isBelow) = (row, false);
            }
        }

        below = isBelow;
        return first;
    }

    /// <returns>The column of the first free unknown that can move so that the row grows (or shrinks), or -1.</returns>
    private int ChooseEntering(T[] row, bool grow)
    {
        var best = -1;
        for (var column = 0; column < _free.Length; column++)
        {
            if (row[column].Sign != 0 && (best < 0 || _free[column] < _free[best]) && CanMove(_free[column], (row[column].Sign > 0) == grow))
            {
                best = column;
            }
        }

        return best;
    }

    private int ChooseItself(int unknown, bool up) => CanMove(unknown, up) ? Array.IndexOf(_free, unknown) : -1;

    private bool CanMove(int unknown, bool up) => Room(unknown, up).Sign > 0;

    private T Room(int unknown, bool up) =>
        up ? T.From(High[unknown]).Minus(_values[unknown]) : _values[unknown].Minus(T.From(Low[unknown]));

    /// <summary>Moves a free unknown until it or a basic one meets a bound; the basic one that stops it changes places with it.</summary>
    private void Pivot(int column, bool rises)
    {
        var (distance, stopper) = Stop(column, rises);
        Move(column, rises ? distance : default(T).Minus(distance));
        if (stopper >= 0)
        {
            Exchange(stopper, column);
        }
    }

    /// <returns>How far a free unknown can move until it or a basic one meets a bound, and the row of that basic one; -1 where it is stopped by its own.</returns>
    private (T Distance, int Stopper) Stop(int column, bool rises)
    {
        var distance = Room(_free[column], rises);
        var stopper = -1;
        for (var row = 0; row < _basic.Length; row++)
        {
            var slope = _tableau[row][column];
            if (slope.Sign == 0)
            {
                continue;
            }

            var room = Room(_basic[row], (slope.Sign > 0) == rises).Over(slope.Sign > 0 ? slope : default(T).Minus(slope));
            var difference = room.Minus(distance).Sign;
            if (difference < 0 || (difference == 0 && stopper >= 0 && _basic[row] < _basic[stopper]))
            {
                (distance, stopper) = (room, row);
            }
        }

        return (distance, stopper);
    }

    /// <returns>Where everything would stand if a free unknown moved.</returns>
    private T[] After(int column, T distance)
    {
        _effort.Spend(_basic.Length * T.Weight);
        T[] there = [.. _values];
        there[_free[column]] = there[_free[column]].Plus(distance);
        for (var row = 0; row < _basic.Length; row++)
        {
            var slope = _tableau[row][column];
            if (slope.Sign != 0)
            {
                there[_basic[row]] = there[_basic[row]].Plus(slope.Times(distance));
            }
        }

        return there;
    }

    private void Move(int column, T distance)
    {
        _effort.Spend(_basic.Length * T.Weight);
        _values[_free[column]] = _values[_free[column]].Plus(distance);
        for (var row = 0; row < _basic.Length; row++)
        {
            var slope = _tableau[row][column];
            if (slope.Sign != 0)
            {
                _values[_basic[row]] = _values[_basic[row]].Plus(slope.Times(distance));
            }
        }
    }

    private void Exchange(int pivotRow, int pivotColumn)
    {
        var pivot = _tableau[pivotRow];
        var inverse = T.From(1).Over(pivot[pivotColumn]);
        var minus = default(T).Minus(inverse);
        var filled = new List<int>();
        for (var column = 0; column < pivot.Length; column++)
        {
            if (pivot[column].Sign != 0)
            {
                pivot[column] = column == pivotColumn ? inverse : pivot[column].Times(minus);
                filled.Add(column);
            }
        }

        for (var row = 0; row < _tableau.Length; row++)
        {
            var times = _tableau[row][pivotColumn];
            if (row == pivotRow || times.Sign == 0)
            {
                continue;
            }

            _effort.Spend(filled.Count * T.Weight);
            _tableau[row][pivotColumn] = default;
            foreach (var column in filled)
            {
                _tableau[row][column] = _tableau[row][column].Plus(times.Times(pivot[column]));
            }
        }

        (_basic[pivotRow], _free[pivotColumn]) = (_free[pivotColumn], _basic[pivotRow]);
    }
}

/// <summary>Solves the equations for as many unknowns as they determine (Gauss and Jordan, exact), each as a sum over the rest.</summary>
/// <typeparam name="T">The type of number that is computed with.</typeparam>
/// <param name="Basic">The unknowns solved for, one for each row of the tableau.</param>
/// <param name="Free">The unknowns left to choose, one for each column.</param>
/// <param name="Tableau">How much each basic unknown grows when a free one grows by 1: R rows of C numbers.</param>
/// <param name="Constants">The basic unknowns where every free one is 0.</param>
internal sealed record Elimination<T>(int[] Basic, int[] Free, T[][] Tableau, T[] Constants)
    where T : struct, IFraction<T>
{
    /// <returns>The solved equations, or null where they contradict each other.</returns>
    /// <exception cref="EffortSpentException">There are too many equations or unknowns.</exception>
    public static Elimination<T>? Of(Unknowns unknowns, Effort effort)
    {
        var width = unknowns.Count;
        Effort.Reserve(unknowns.Rows, width);
        var rows = Read(unknowns);
        var uses = new int[width];
        foreach (var row in rows)
        {
            for (var column = 0; column < width; column++)
            {
                uses[column] += row[column].Sign == 0 ? 0 : 1;
            }
        }

        // What is known stays free, for the others to move beside it.
        for (var column = 0; column < width; column++)
        {
            uses[column] += unknowns.Low[column] == unknowns.High[column] ? rows.Length : 0;
        }

        var basic = new List<int>();
        var solved = new List<T[]>();
        foreach (var row in rows)
        {
            var pivot = ChoosePivot(row, uses);
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
                    effort.Spend(filled.Count * T.Weight);
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
    private static int ChoosePivot(T[] row, int[] uses)
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
