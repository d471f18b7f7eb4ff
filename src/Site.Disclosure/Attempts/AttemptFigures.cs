namespace Site.Disclosure;

/// <summary>Applies the threshold rule to attempts and states what protection may do with each cell.</summary>
internal static class AttemptFigures
{
    /// <returns>The figures over merged cells, and for each cell of the table its merged cell.</returns>
    /// <param name="cube">The attempts.</param>
    /// <param name="rules">How small is too small.</param>
    /// <param name="history">For each cell what earlier releases did with it.</param>
    public static (Figures Figures, int[] Merged) Of(AttemptCube cube, DisclosureRules rules, CellHistory[] history)
    {
        var shape = cube.Shape;
        var (relations, merged) = shape.Relations();
        var values = new long[relations.CellCount];
        var figures = new Figures
        {
            Relations = relations,
            Values = values,
            Holds = new Hold[values.Length],
            Requirements = new Requirement[values.Length],
            Floors = new byte[values.Length],
            Costs = new int[values.Length],
            LoneContributors = [.. Enumerable.Repeat(-1, values.Length)],
            SumIsSafe = sum => IsSafe(values, rules, sum),
        };
        for (var cell = shape.Count - 1; cell >= 0; cell--)
        {
            Fill(figures, merged[cell], cube, cell, rules);
        }

        for (var cell = 0; cell < shape.Count; cell++)
        {
            Remember(figures, merged[cell], history[cell]);
        }

        return (figures, merged);
    }

    private static void Fill(Figures figures, int at, AttemptCube cube, int cell, DisclosureRules rules)
    {
        var attempts = cube.Attempts[cell];
        var (isUnsafe, isIncrement) = (PrimaryRules.IsUnsafeCount(attempts, rules), cube.Shape.IsIncrement(cell));
        figures.Values[at] = attempts;
        figures.Holds[at] = isIncrement ? Hold.Derived : isUnsafe ? Hold.Withheld : attempts == 0 ? Hold.Shown : Hold.Free;
        figures.Requirements[at] = isIncrement && !isUnsafe ? Requirement.None : PrimaryRules.ForCount(rules);
        figures.Floors[at] = isIncrement ? (byte)0 : rules.Floor;
        figures.Costs[at] = Cost.Of(attempts, cube.Shape.Height(cell));
    }

    private static void Remember(Figures figures, int at, CellHistory history)
    {
        if (history == CellHistory.Shown)
        {
            figures.Holds[at] = Hold.Shown;
        }
        else if (history == CellHistory.Withheld && figures.Holds[at] == Hold.Free)
        {
            figures.Holds[at] = Hold.Withheld;
        }
    }

    private static bool IsSafe(long[] values, DisclosureRules rules, ReadOnlySpan<int> sum)
    {
        var attempts = 0L;
        foreach (var cell in sum)
        {
            attempts += values[cell];
        }

        return !PrimaryRules.IsUnsafeCount(attempts, rules);
    }
}
