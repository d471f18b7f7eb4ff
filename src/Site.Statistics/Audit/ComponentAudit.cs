namespace Site.Statistics.Audit;

/// <summary>The attacker on one component: tries to work its cells out from all that is shown.</summary>
/// <remarks>
/// The attacker's problem of Fischetti and Salazar (Management Science 47, 2001), over whole numbers; the lone contributor as
/// the "singletons" of the τ-Argus manual 4.1, section 2.9.
/// </remarks>
internal static class ComponentAudit
{
    /// <returns>All leaks found, by kind and cell; none only where everything is proved safe.</returns>
    /// <param name="component">A component of <paramref name="withheld"/>.</param>
    /// <param name="problem">The cells and the protection they need.</param>
    /// <param name="withheld">Which cells are withheld.</param>
    /// <param name="effort">What the proof may take; where it takes more, the answer is <see cref="LeakKind.TooLarge"/>.</param>
    public static List<Leak> Find(Component component, SuppressionProblem problem, bool[] withheld, Effort effort)
    {
        try
        {
            return Prove(component, problem, withheld, effort);
        }
        catch (EffortSpentException)
        {
            return [new(component.Cells[0], -1, LeakKind.TooLarge)];
        }
    }

    private static List<Leak> Prove(Component component, SuppressionProblem problem, bool[] withheld, Effort effort)
    {
        var required = Array.ConvertAll(component.Cells, cell => problem.ProtectionLevels[cell]);
        var solution = problem.HasWithheldValues ? Array.ConvertAll(component.Cells, cell => problem.Values[cell]) : null;
        var unknowns = Unknowns.Of(component, problem, withheld);
        var leaks = Sums(component, problem, withheld);
        if (Prover.Unproved(unknowns, required, solution, effort) is not { } unproved)
        {
            return [new(component.Cells[0], -1, LeakKind.Contradiction)];
        }

        leaks.AddRange(unproved.Select(unknown => new Leak(component.Cells[unknown], -1, LeakKind.Interval)));
        if (leaks.Count == 0 && solution is not null)
        {
            var lone = new LoneContributors(component, problem, withheld);
            leaks.AddRange(lone.Find(unknowns, required, solution, effort).Concat(lone.FindInsiders(unknowns, required, solution, effort)));
        }

        return leaks;
    }

    /// <returns>The feasibility interval of each cell of the component; null where the shown figures contradict each other, or it takes too much to find them.</returns>
    /// <param name="known">For each cell its figure, if the attacker knows it, else null.</param>
    /// <param name="effort">What that may take.</param>
    public static Interval[]? Intervals(Component component, SuppressionProblem problem, bool[] withheld, Func<int, long?> known, Effort effort)
    {
        var unknowns = Unknowns.Of(component, problem, withheld);
        for (var unknown = 0; unknown < unknowns.Count; unknown++)
        {
            if (known(component.Cells[unknown]) is { } value)
            {
                unknowns.Low[unknown] = unknowns.High[unknown] = value;
            }
        }

        try
        {
            return Prover.Intervals(unknowns, effort);
        }
        catch (EffortSpentException)
        {
            return null;
        }
    }

    /// <returns>The sums of withheld cells that constraints of the component disclose and that may not be known.</returns>
    public static List<Leak> Sums(Component component, SuppressionProblem problem, bool[] withheld)
    {
        var leaks = new List<Leak>();
        Span<int> unknown = stackalloc int[64];
        foreach (var constraint in component.Constraints)
        {
            var cells = problem.Constraints.Cells(constraint);
            if (withheld[cells[0]])
            {
                continue;
            }

            var parts = cells[1..];
            unknown = parts.Length > unknown.Length ? new int[parts.Length] : unknown;
            var count = 0;
            foreach (var part in parts)
            {
                unknown[count] = part;
                count += withheld[part] ? 1 : 0;
            }

            // All parts together are the total, which is shown; one alone is no sum, and its interval says enough.
            if (count > 1 && count < parts.Length && !problem.SumIsSafe(unknown[..count]))
            {
                leaks.Add(new(unknown[0], constraint, LeakKind.Sum));
            }
        }

        return leaks;
    }
}
