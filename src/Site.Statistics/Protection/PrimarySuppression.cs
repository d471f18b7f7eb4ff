using System.Numerics;
using Site.Statistics.Audit;
using Site.Statistics.Policies;
using Site.Statistics.Tables;

namespace Site.Statistics.Protection;

/// <summary>Applies the primary rules to a full table and states what protection may do with each cell.</summary>
internal static class PrimarySuppression
{
    /// <returns>The figures over merged cells, and for each cell of the table its merged cell.</returns>
    /// <param name="cube">The table.</param>
    /// <param name="measures">For each indicator what it counts.</param>
    /// <param name="rules">How small is too small.</param>
    /// <param name="history">For each cell of the table what earlier releases did with it; empty where there are none.</param>
    /// <param name="printed">The cells that some table prints, now or before; null where all are.</param>
    /// <exception cref="ArgumentException">The lengths do not fit the table.</exception>
    public static (SuppressionProblem Figures, int[] Merged) Of(
        Table cube, IReadOnlyList<Measure> measures, DisclosureRules rules, ReadOnlySpan<CellHistory> history, PrintedCells? printed = null)
    {
        var shape = cube.Shape;
        if (measures.Count != shape.Indicators || (history.Length != 0 && history.Length != shape.Count))
        {
            throw new ArgumentException("There is a measure for each indicator, and a history for each cell or none.", nameof(measures));
        }

        var (relations, merged) = TableConstraints.Of(shape, cube.CanExist, printed);
        var cells = new int[relations.CellCount];
        var figures = new SuppressionProblem
        {
            Constraints = relations,
            Values = new long[cells.Length],
            Statuses = new CellStatus[cells.Length],
            ProtectionLevels = new ProtectionLevels[cells.Length],
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
                (figures.Statuses[at], figures.ProtectionLevels[at]) = (CellStatus.Shown, ProtectionLevels.None);
            }
        }

        for (var cell = 0; cell < history.Length; cell++)
        {
            Remember(figures, merged[cell], history[cell]);
        }

        return (figures, merged);
    }

    private static void Fill(SuppressionProblem figures, int at, Table cube, int cell, IReadOnlyList<Measure> measures, DisclosureRules rules)
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
        figures.Statuses[at] = measure == Measure.Open ? CellStatus.Shown
            : place.IsIncrement ? CellStatus.Derived
            : isUnsafe ? CellStatus.Withheld
            : contributors.Sum == 0 ? CellStatus.Shown
            : CellStatus.Free;
        figures.ProtectionLevels[at] = measure == Measure.Open || (place.IsIncrement && !isUnsafe) ? ProtectionLevels.None
            : measure == Measure.Count ? PrimaryRules.ForCount(rules)
            : PrimaryRules.ForSum(contributors, rules with { ShowsZeros = rules.ShowsZeros && !place.IsIncrement })
                .And(measure == Measure.PersonSum ? PrimaryRules.ForCount(rules) : ProtectionLevels.None);
        figures.Floors[at] = place.IsIncrement ? (byte)0 : rules.Floor;
        figures.Costs[at] = SuppressionCost.Of(contributors.Sum, cube.Shape.Height(place.Sector, place.Area));
        figures.LoneContributors[at] = measure is Measure.Sum or Measure.PersonSum ? cube.LoneContributors[cell] : -1;
    }

    /// <summary>What was shown anywhere is known; what was withheld stays so.</summary>
    private static void Remember(SuppressionProblem figures, int at, CellHistory history)
    {
        if (history == CellHistory.Shown)
        {
            figures.Statuses[at] = CellStatus.Shown;
        }
        else if (history == CellHistory.Withheld && figures.Statuses[at] == CellStatus.Free)
        {
            figures.Statuses[at] = CellStatus.Withheld;
        }
    }

    private static bool IsSafe(Table cube, IReadOnlyList<Measure> measures, DisclosureRules rules, int[] cells, ReadOnlySpan<int> sum)
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

/// <summary>What earlier releases did with a cell.</summary>
internal enum CellHistory : byte
{
    /// <summary>No release has printed it.</summary>
    New,

    /// <summary>A release has shown it: it stays shown.</summary>
    Shown,

    /// <summary>A release has withheld it: it stays withheld, and is audited again with everything that is published since.</summary>
    Withheld,
}

/// <summary>What withholding a cell costs readers. Whole numbers, so that every machine chooses alike.</summary>
internal static class SuppressionCost
{
    /// <returns>The logarithm of the figure, in sixteenths, times a penalty for totals; 16 or more.</returns>
    /// <param name="value">The figure, 0 or more.</param>
    /// <param name="height">How many levels of totals it stands above the finest, 0 or more, over all dimensions together.</param>
    public static int Of(long value, int height)
    {
        var whole = BitOperations.Log2((ulong)value + 1);
        var rest = whole >= 4 ? (int)((value + 1) >> (whole - 4)) - 16 : (int)((value + 1) << (4 - whole)) - 16;
        return (32 + (16 * whole) + rest) * (1 + (2 * height));
    }
}
