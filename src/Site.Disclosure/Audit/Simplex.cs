namespace Site.Disclosure;

/// <summary>
/// A simplex with bounded unknowns, exact, over the equations of one component. It always stands at one solution of the equations and
/// moves from solution to solution; every whole-numbered one it passes is a proof of what the cells can be.
/// </summary>
/// <typeparam name="T">The numbers reckoned with.</typeparam>
/// <remarks>
/// Bland's rule throughout, so that it ends (Bland 1977); first solution as Dutertre and de Moura, "A Fast Linear-Arithmetic Solver for
/// DPLL(T)", 2006. Pivots of a network have whole-numbered solutions alone.
/// </remarks>
internal sealed class Simplex<T>
    where T : struct, IFraction<T>
{
    private readonly int[] _basic;
    private readonly int[] _free;
    private readonly T[][] _tableau;
    private readonly T[] _values;
    private readonly Witnesses _witnesses;

    private Simplex(int[] basic, int[] free, T[][] tableau, T[] values, long[] low, long[] high, Witnesses witnesses) =>
        (_basic, _free, _tableau, _values, Low, High, _witnesses) = (basic, free, tableau, values, low, high, witnesses);

    /// <summary>The least each unknown may be. May be raised, if <see cref="Repair"/> is called after.</summary>
    public long[] Low { get; }

    /// <summary>The greatest each unknown may be. May be lowered, if <see cref="Repair"/> is called after.</summary>
    public long[] High { get; }

    /// <returns>A simplex that stands at a solution within the bounds; null where there is none.</returns>
    /// <param name="start">A solution if one is known, else any numbers within the bounds.</param>
    public static Simplex<T>? Of(Unknowns unknowns, ReadOnlySpan<long> start, Witnesses witnesses)
    {
        if (Elimination<T>.Of(unknowns) is not { } solved)
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
            solved.Basic, solved.Free, solved.Tableau, values, [.. unknowns.Low], [.. unknowns.High], witnesses);
        return simplex.Repair() ? simplex : null;
    }

    /// <returns>The same simplex at the same solution, with bounds of its own.</returns>
    public Simplex<T> Copy() => new(
        [.. _basic], [.. _free], Array.ConvertAll(_tableau, row => (T[])row.Clone()), [.. _values], [.. Low], [.. High], _witnesses);

    /// <returns>Where an unknown stands now.</returns>
    public T Value(int unknown) => _values[unknown];

    /// <returns>The first unknown that is not whole-numbered, or -1.</returns>
    public int FirstBroken() => Array.FindIndex(_values, value => !value.IsWhole);

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
            var row = FirstOutside(out var below);
            if (row < 0)
            {
                _witnesses.Record(_values);
                return true;
            }

            var column = Enter(_tableau[row], below);
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
    public void Drive(int unknown, bool up, Func<bool> enough)
    {
        while (!enough())
        {
            var row = Array.IndexOf(_basic, unknown);
            var column = row >= 0 ? Enter(_tableau[row], up) : EnterItself(unknown, up);
            if (column < 0)
            {
                return;
            }

            var rises = row < 0 ? up : (_tableau[row][column].Sign > 0) == up;
            Step(column, rises);
            _witnesses.Record(_values);
        }
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
    private int Enter(T[] row, bool grow)
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

    private int EnterItself(int unknown, bool up) => CanMove(unknown, up) ? Array.IndexOf(_free, unknown) : -1;

    private bool CanMove(int unknown, bool up) => Room(unknown, up).Sign > 0;

    private T Room(int unknown, bool up) =>
        up ? T.From(High[unknown]).Minus(_values[unknown]) : _values[unknown].Minus(T.From(Low[unknown]));

    /// <summary>Moves a free unknown until it or a basic one meets a bound; the basic one that stops it changes places with it.</summary>
    private void Step(int column, bool rises)
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

        Move(column, rises ? distance : default(T).Minus(distance));
        if (stopper >= 0)
        {
            Exchange(stopper, column);
        }
    }

    private void Move(int column, T distance)
    {
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

            _tableau[row][pivotColumn] = default;
            foreach (var column in filled)
            {
                _tableau[row][column] = _tableau[row][column].Plus(times.Times(pivot[column]));
            }
        }

        (_basic[pivotRow], _free[pivotColumn]) = (_free[pivotColumn], _basic[pivotRow]);
    }
}
