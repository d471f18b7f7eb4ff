namespace Site.Statistics.Audit;

/// <summary>Proves that unknowns can be as low, as high and as far apart as required; what it cannot prove counts as not protected.</summary>
internal static class Prover
{
    /// <returns>The unknowns that are not protected, ascending; null where the equations contradict each other.</returns>
    /// <param name="unknowns">The equations; the bounds are narrowed in place.</param>
    /// <param name="required">What each unknown must satisfy.</param>
    /// <param name="solution">The true figures, if at hand: a solution to start from.</param>
    /// <param name="effort">What the proof may take.</param>
    /// <param name="points">Solutions that an earlier proof found, and that count here where they are within the bounds; takes those found now.</param>
    /// <exception cref="EffortSpentException">It takes more.</exception>
    public static List<int>? Unproved(Unknowns unknowns, ProtectionLevels[] required, long[]? solution, Effort effort, FeasiblePoints? points = null)
    {
        var end = Propagation.Narrow(unknowns);
        if (end == Propagation.End.Contradiction)
        {
            return null;
        }

        var unproved = new List<int>();
        for (var unknown = 0; unknown < required.Length; unknown++)
        {
            if (!required[unknown].IsMetBy(unknowns.Low[unknown], unknowns.High[unknown]))
            {
                unproved.Add(unknown);
            }
        }

        if (unproved.Count > 0 || (end == Propagation.End.Settled && unknowns.IsTree))
        {
            return unproved;
        }

        points ??= new(unknowns.Count);
        if (solution is not null)
        {
            points.Restart(solution, unknowns.Low, unknowns.High);
        }

        return !Enumerable.Range(0, required.Length).All(IsMet) && !Find(unknowns, solution, points, effort, IsMet) ? null
            : [.. Enumerable.Range(0, required.Length).Where(unknown => !IsMet(unknown))];

        bool IsMet(int unknown) => required[unknown].IsMetBy(points.Low[unknown], points.High[unknown]);
    }

    /// <returns>The feasibility interval of each unknown; null where the equations contradict each other.</returns>
    /// <param name="unknowns">The equations; the bounds are narrowed in place.</param>
    /// <param name="effort">What that may take.</param>
    /// <exception cref="EffortSpentException">It takes more.</exception>
    public static Interval[]? Intervals(Unknowns unknowns, Effort effort)
    {
        if (Propagation.Narrow(unknowns) == Propagation.End.Contradiction)
        {
            return null;
        }

        var points = new FeasiblePoints(unknowns.Count);
        return !Find(unknowns, null, points, effort, unknown => points.Low[unknown] <= unknowns.Low[unknown] && points.High[unknown] >= unknowns.High[unknown]) ? null
            : [.. points.Low.Zip(points.High, (low, high) => new Interval(
                low <= -Interval.Unbounded / 2 ? -Interval.Unbounded : low, high >= Interval.Unbounded / 2 ? Interval.Unbounded : high))];
    }

    /// <returns>Whole numbers that fit, as near to some others as the first step comes; null where none are found.</returns>
    /// <param name="start">A number for each unknown.</param>
    /// <param name="effort">What that may take.</param>
    /// <exception cref="EffortSpentException">It takes more.</exception>
    public static long[]? Solution(Unknowns unknowns, long[] start, Effort effort)
    {
        if (Propagation.Narrow(unknowns) == Propagation.End.Contradiction)
        {
            return null;
        }

        try
        {
            return Solution<Fraction>(unknowns, start, effort);
        }
        catch (OverflowException)
        {
            return Solution<BigFraction>(unknowns, start, effort);
        }
    }

    private static long[]? Solution<T>(Unknowns unknowns, long[] start, Effort effort)
        where T : struct, IFraction<T> =>
        Simplex<T>.Of(unknowns, start, new(unknowns.Count), effort) is { } simplex && simplex.FirstFractional() < 0
            ? [.. Enumerable.Range(0, unknowns.Count).Select(unknown => simplex.Value(unknown).Floor())] : null;

    /// <summary>Looks for solutions until what is asked of each unknown is proved, or nothing can prove it.</summary>
    /// <returns>Whether there is any solution.</returns>
    private static bool Find(Unknowns unknowns, long[]? solution, FeasiblePoints points, Effort effort, Func<int, bool> enough)
    {
        try
        {
            return Find<Fraction>(unknowns, solution, points, effort, enough);
        }
        catch (OverflowException)
        {
            return Find<BigFraction>(unknowns, solution, points, effort, enough);
        }
    }

    private static bool Find<T>(Unknowns unknowns, long[]? solution, FeasiblePoints points, Effort effort, Func<int, bool> enough)
        where T : struct, IFraction<T>
    {
        if (Simplex<T>.Of(unknowns, solution ?? Array.ConvertAll(unknowns.Low, low => Math.Max(low, 0)), points, effort) is not { } simplex)
        {
            return false;
        }

        var bounds = new Bounds<T>(simplex, points);
        for (var unknown = 0; unknown < unknowns.Count; unknown++)
        {
            var at = unknown;
            if (!enough(at))
            {
                bounds.Find(at, () => enough(at));
            }
        }

        return true;
    }
}

/// <summary>Exact bounds of single unknowns among whole-numbered solutions, by simplex, and by branch and bound where that leaves fractions.</summary>
/// <typeparam name="T">The type of number that is computed with.</typeparam>
internal sealed class Bounds<T>(Simplex<T> simplex, FeasiblePoints points)
    where T : struct, IFraction<T>
{
    /// <summary>Solutions tried for one bound before giving up; what is not proved by then counts as not protected.</summary>
    private const int MostBranches = 200;

    /// <summary>Records solutions in which the unknown is as great and as small as it can be, or such as are <paramref name="enough"/>.</summary>
    public void Find(int unknown, Func<bool> enough)
    {
        simplex.LookBeside(unknown, points, enough);
        Find(unknown, up: true, enough);
        Find(unknown, up: false, enough);
    }

    /// <summary>Records a solution in which the unknown is as great (or small) as it can be, or one that is <paramref name="enough"/>.</summary>
    private void Find(int unknown, bool up, Func<bool> enough)
    {
        simplex.Optimize(unknown, up, enough);
        if (enough() || simplex.FirstFractional() < 0 || IsReached(simplex, unknown, up))
        {
            return;
        }

        var open = new Stack<Simplex<T>>([simplex]);
        for (var branch = 0; branch < MostBranches && !enough() && open.TryPop(out var branching); branch++)
        {
            if (IsReached(branching, unknown, up) || branching.FirstFractional() is var broken && broken < 0)
            {
                continue;
            }

            var floor = branching.Value(broken).Floor();
            Try(branching, half => half.High[broken] = floor);
            Try(branching, half => half.Low[broken] = floor + 1);
        }

        void Try(Simplex<T> whole, Action<Simplex<T>> narrow)
        {
            var half = whole.Copy();
            narrow(half);
            if (half.Repair())
            {
                half.Optimize(unknown, up, enough);
                open.Push(half);
            }
        }
    }

    /// <returns>Whether a whole-numbered solution is known that is as good as anything below this one.</returns>
    private bool IsReached(Simplex<T> at, int unknown, bool up)
    {
        var floor = at.Value(unknown).Floor();
        return up
            ? points.High[unknown] >= floor
            : points.Low[unknown] <= (at.Value(unknown).IsWhole ? floor : floor + 1);
    }
}

/// <summary>The least and the greatest figure each unknown has had in any whole-numbered solution seen so far: proof that it can be both.</summary>
internal sealed class FeasiblePoints
{
    /// <summary>Solutions kept to begin with after a restart; older ones are forgotten.</summary>
    private const int MostKept = 256;

    private readonly Queue<long[]> _kept = new();

    /// <param name="count">Number of unknowns.</param>
    public FeasiblePoints(int count)
    {
        (Low, High) = (new long[count], new long[count]);
        Clear();
    }

    /// <summary>The least seen; <see cref="long.MaxValue"/> where no solution was seen.</summary>
    public long[] Low { get; }

    /// <summary>The greatest seen; <see cref="long.MinValue"/> where no solution was seen.</summary>
    public long[] High { get; }

    /// <summary>Solutions that widened what was seen, the oldest first.</summary>
    public IEnumerable<long[]> Kept => _kept;

    /// <summary>Takes note of a solution; one that is not whole-numbered proves nothing, for cells are whole numbers.</summary>
    public void Record<T>(T[] solution)
        where T : struct, IFraction<T>
    {
        foreach (var value in solution)
        {
            if (!value.IsWhole)
            {
                return;
            }
        }

        if (Widen(Array.ConvertAll(solution, value => value.Floor())) is { } useful)
        {
            _kept.Enqueue(useful);
            if (_kept.Count > MostKept)
            {
                _kept.Dequeue();
            }
        }
    }

    /// <summary>Begins again with the true figures, and with those solutions kept that are within the bounds.</summary>
    public void Restart(long[] truth, long[] low, long[] high)
    {
        Clear();
        Widen(truth);
        foreach (var solution in _kept)
        {
            var fits = true;
            for (var unknown = 0; unknown < solution.Length && fits; unknown++)
            {
                fits = solution[unknown] >= low[unknown] && solution[unknown] <= high[unknown];
            }

            if (fits)
            {
                Widen(solution);
            }
        }
    }

    private long[]? Widen(long[] solution)
    {
        var widens = false;
        for (var unknown = 0; unknown < solution.Length; unknown++)
        {
            widens |= solution[unknown] < Low[unknown] || solution[unknown] > High[unknown];
            Low[unknown] = Math.Min(Low[unknown], solution[unknown]);
            High[unknown] = Math.Max(High[unknown], solution[unknown]);
        }

        return widens ? solution : null;
    }

    private void Clear()
    {
        Array.Fill(Low, long.MaxValue);
        Array.Fill(High, long.MinValue);
    }
}

/// <summary>
/// What one proof may take, counted in steps of arithmetic and not in seconds, so that every machine comes to the same verdict. What is not
/// proved by then is too large to be published.
/// </summary>
/// <param name="most">Steps that it may take.</param>
internal sealed class Effort(long most = Effort.MostSteps)
{
    /// <summary>A few seconds of 64-bit arithmetic.</summary>
    public const long MostSteps = 100_000_000;

    /// <summary>A tableau with more numbers would not fit in memory beside others.</summary>
    private const long MostNumbers = 20_000_000;

    /// <summary>What it took so far.</summary>
    public long Steps { get; private set; }

    /// <summary>Whether it would have taken more than it may.</summary>
    public bool IsSpent => Steps > most;

    /// <summary>Takes note of work.</summary>
    /// <param name="steps">Additions of fractions.</param>
    /// <exception cref="EffortSpentException">It is more than a proof may take.</exception>
    public void Spend(long steps)
    {
        Steps += steps;
        if (Steps > most)
        {
            throw new EffortSpentException();
        }
    }

    /// <exception cref="EffortSpentException">A tableau of this size is too large.</exception>
    public static void Reserve(long rows, long columns)
    {
        if (rows * columns > MostNumbers)
        {
            throw new EffortSpentException();
        }
    }
}

/// <summary>What all proofs of one release, build or audit may take together, whatever is tried: suppression, attacks, the same with fewer tables. Safe to use from several threads.</summary>
/// <param name="steps">Steps of <see cref="Effort"/>.</param>
internal sealed class ProofBudget(long steps)
{
    /// <summary>Half of a minute of 64-bit arithmetic at most; a release of a province takes a few seconds.</summary>
    private const long OfRun = 6 * Effort.MostSteps;

    private long _left = steps;

    /// <summary>What there was to begin with.</summary>
    public long Granted { get; } = steps;

    /// <summary>What is left; 0 or less where nothing is.</summary>
    public long Left => Interlocked.Read(ref _left);

    /// <returns>A whole budget. What a release proves with half of it at most, every later build and audit proves again with a whole one.</returns>
    public static ProofBudget ForRun() => new(OfRun);

    public void Take(long taken) => Interlocked.Add(ref _left, -taken);

    /// <returns>A budget of half of what is left, so that something is left to try it otherwise; what it takes, the caller takes here.</returns>
    public ProofBudget Half() => new(Left / 2);
}

/// <summary>A proof takes more than <see cref="Effort"/> allows.</summary>
internal sealed class EffortSpentException : Exception;
