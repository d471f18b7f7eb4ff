namespace Site.Disclosure;

/// <summary>The least and the greatest figure each unknown has had in any whole-numbered solution seen so far: proof that it can be both.</summary>
internal sealed class Witnesses
{
    /// <param name="count">Number of unknowns.</param>
    public Witnesses(int count)
    {
        (Low, High) = (new long[count], new long[count]);
        Array.Fill(Low, long.MaxValue);
        Array.Fill(High, long.MinValue);
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

        for (var unknown = 0; unknown < solution.Length; unknown++)
        {
            Record(unknown, solution[unknown].Floor());
        }
    }

    /// <summary>Takes note of a figure that an unknown has in a whole-numbered solution.</summary>
    public void Record(int unknown, long value)
    {
        Low[unknown] = Math.Min(Low[unknown], value);
        High[unknown] = Math.Max(High[unknown], value);
    }
}
