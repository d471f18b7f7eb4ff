namespace Site.Disclosure;

/// <summary>Applies the primary rules to a full table and states what protection may do with each cell.</summary>
internal static class CubeFigures
{
    /// <returns>The figures over merged cells, and for each cell of the table its merged cell.</returns>
    /// <param name="cube">The table.</param>
    /// <param name="measures">For each indicator what it counts.</param>
    /// <param name="rules">How small is too small.</param>
    /// <param name="history">For each cell of the table what earlier releases did with it; empty where there are none.</param>
    /// <param name="printed">The cells that some table prints, now or before; null where all are.</param>
    /// <exception cref="ArgumentException">The lengths do not fit the table.</exception>
    public static (Figures Figures, int[] Merged) Of(
        Cube cube, IReadOnlyList<Measure> measures, DisclosureRules rules, ReadOnlySpan<CellHistory> history, PrintedCells? printed = null)
    {
        var shape = cube.Shape;
        if (measures.Count != shape.Indicators || (history.Length != 0 && history.Length != shape.Count))
        {
            throw new ArgumentException("There is a measure for each indicator, and a history for each cell or none.", nameof(measures));
        }

        var (relations, merged) = CubeRelations.Of(shape, cube.CanExist, printed);
        var cells = new int[relations.CellCount];
        var figures = new Figures
        {
            Relations = relations,
            Values = new long[cells.Length],
            Holds = new Hold[cells.Length],
            Requirements = new Requirement[cells.Length],
            Floors = new byte[cells.Length],
            Costs = new int[cells.Length],
            LoneContributors = new int[cells.Length],
            SumIsSafe = sum => IsSafe(cube, measures, rules, cells, sum),
        };
        for (var cell = merged.Length - 1; cell >= 0; cell--)
        {
            cells[merged[cell]] = cell;
        }

        for (var at = 0; at < cells.Length; at++)
        {
            Fill(figures, at, cube, cells[at], measures, rules);
            if (printed?.Has(cells[at]) == false)
            {
                // Nobody sees it, and no relation knows it.
                (figures.Holds[at], figures.Requirements[at]) = (Hold.Shown, Requirement.None);
            }
        }

        for (var cell = 0; cell < history.Length; cell++)
        {
            Remember(figures, merged[cell], history[cell]);
        }

        return (figures, merged);
    }

    private static void Fill(Figures figures, int at, Cube cube, int cell, IReadOnlyList<Measure> measures, DisclosureRules rules)
    {
        var place = cube.Shape.Of(cell);
        var contributors = cube.Contributors[cell];
        var measure = cube.CanExist[cell] ? measures[place.Indicator] : Measure.Open;
        var isUnsafe = measure switch
        {
            Measure.Count => PrimaryRules.IsUnsafeCount(contributors.Sum, rules),
            Measure.Sum => PrimaryRules.IsUnsafeSum(contributors, rules),
            Measure.PersonSum => PrimaryRules.IsUnsafeSum(contributors, rules) || PrimaryRules.IsUnsafeCount(contributors.Sum, rules),
            _ => false,
        };
        figures.Values[at] = contributors.Sum;
        figures.Holds[at] = measure == Measure.Open ? Hold.Shown
            : place.IsIncrement ? Hold.Derived
            : isUnsafe ? Hold.Withheld
            : contributors.Sum == 0 ? Hold.Shown
            : Hold.Free;
        figures.Requirements[at] = measure == Measure.Open || (place.IsIncrement && !isUnsafe) ? Requirement.None
            : measure == Measure.Count ? PrimaryRules.ForCount(rules)
            : PrimaryRules.ForSum(contributors, rules with { ShowsZeros = rules.ShowsZeros && !place.IsIncrement })
                .And(measure == Measure.PersonSum ? PrimaryRules.ForCount(rules) : Requirement.None);
        figures.Floors[at] = place.IsIncrement ? (byte)0 : rules.Floor;
        figures.Costs[at] = Cost.Of(contributors.Sum, cube.Shape.Height(place.Sector, place.Area));
        figures.LoneContributors[at] = measure is Measure.Sum or Measure.PersonSum ? cube.LoneContributors[cell] : -1;
    }

    /// <summary>What was shown anywhere is known; what was withheld stays so.</summary>
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

    private static bool IsSafe(Cube cube, IReadOnlyList<Measure> measures, DisclosureRules rules, int[] cells, ReadOnlySpan<int> sum)
    {
        var members = new int[sum.Length];
        for (var at = 0; at < members.Length; at++)
        {
            members[at] = cells[sum[at]];
        }

        return measures[cube.Shape.Of(members[0]).Indicator] switch
        {
            Measure.Count => !PrimaryRules.IsUnsafeCount(members.Sum(cell => cube.Contributors[cell].Sum), rules),
            Measure.Sum => !PrimaryRules.IsUnsafeSum(cube.Contributions.To(members), rules),
            Measure.PersonSum => !PrimaryRules.IsUnsafeCount(members.Sum(cell => cube.Contributors[cell].Sum), rules)
                && !PrimaryRules.IsUnsafeSum(cube.Contributions.To(members), rules),
            _ => true,
        };
    }
}
