namespace Site.Disclosure;

/// <summary>The least and the greatest figure each unknown has had in any whole-numbered solution seen so far: proof that it can be both.</summary>
internal sealed class Witnesses
{
    /// <summary>Solutions kept to begin with after a restart; older ones are forgotten.</summary>
    private const int MostKept = 256;

    private readonly Queue<long[]> _kept = new();

    /// <param name="count">Number of unknowns.</param>
    public Witnesses(int count)
    {
        (Low, High) = (new long[count], new long[count]);
        Clear();
    }

    /// <summary>The least seen; <see cref="long.MaxValue"/> where no solution was seen.</summary>
    public long[] Low { get; }

    /// <summary>The greatest seen; <see cref="long.MinValue"/> where no solution was seen.</summary>
    public long[] High { get; }

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
