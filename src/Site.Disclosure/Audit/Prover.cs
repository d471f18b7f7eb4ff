namespace Site.Disclosure;

/// <summary>Proves that unknowns can be as low, as high and as far apart as required; what it cannot prove counts as not protected.</summary>
internal static class Prover
{
    /// <returns>The unknowns that are not protected, ascending; null where the equations contradict each other.</returns>
    /// <param name="unknowns">The equations; the bounds are narrowed in place.</param>
    /// <param name="required">What each unknown must satisfy.</param>
    /// <param name="solution">The true figures, if at hand: a solution to start from.</param>
    public static List<int>? Unproved(Unknowns unknowns, Requirement[] required, long[]? solution)
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

        var witnesses = Find(unknowns, solution, (unknown, seen) => required[unknown].IsMetBy(seen.Low[unknown], seen.High[unknown]));
        return witnesses is null ? null
            : [.. Enumerable.Range(0, required.Length).Where(unknown => !required[unknown].IsMetBy(witnesses.Low[unknown], witnesses.High[unknown]))];
    }

    /// <returns>The feasibility interval of each unknown; null where the equations contradict each other.</returns>
    /// <param name="unknowns">The equations; the bounds are narrowed in place.</param>
    public static Interval[]? Intervals(Unknowns unknowns)
    {
        if (Propagation.Narrow(unknowns) == Propagation.End.Contradiction)
        {
            return null;
        }

        var witnesses = Find(unknowns, null, (unknown, seen) =>
            seen.Low[unknown] <= unknowns.Low[unknown] && seen.High[unknown] >= unknowns.High[unknown]);
        return witnesses is null ? null
            : [.. witnesses.Low.Zip(witnesses.High, (low, high) => new Interval(low, high >= Interval.Unbounded / 2 ? Interval.Unbounded : high))];
    }

    private static Witnesses? Find(Unknowns unknowns, long[]? solution, Func<int, Witnesses, bool> enough)
    {
        try
        {
            return Find<Fraction>(unknowns, solution, enough);
        }
        catch (OverflowException)
        {
            return Find<BigFraction>(unknowns, solution, enough);
        }
    }

    private static Witnesses? Find<T>(Unknowns unknowns, long[]? solution, Func<int, Witnesses, bool> enough)
        where T : struct, IFraction<T>
    {
        var witnesses = new Witnesses(unknowns.Count);
        if (Simplex<T>.Of(unknowns, solution ?? unknowns.Low, witnesses) is not { } simplex)
        {
            return null;
        }

        var bounds = new Bounds<T>(simplex, witnesses);
        for (var unknown = 0; unknown < unknowns.Count; unknown++)
        {
            var at = unknown;
            if (!enough(at, witnesses))
            {
                bounds.Find(at, up: true, () => enough(at, witnesses));
                bounds.Find(at, up: false, () => enough(at, witnesses));
            }
        }

        return witnesses;
    }
}
