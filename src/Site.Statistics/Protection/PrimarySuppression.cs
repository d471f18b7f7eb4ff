using System.Numerics;
using Site.Statistics.Audit;
using Site.Statistics.Policies;
using Site.Statistics.Tables;

namespace Site.Statistics.Protection;

/// <summary>A table on its way to a release. Raw, so it never leaves this project.</summary>
/// <param name="Table">The figures of all weeks.</param>
/// <param name="Printed">The cells that some release prints, now or before.</param>
/// <param name="History">For each cell what earlier releases did with it; empty where that is not asked.</param>
/// <param name="Measure">What the figures count, and so which rule guards them.</param>
/// <param name="Rules">How small is too small.</param>
internal sealed record TableToProtect(Table Table, PrintedCells Printed, CellHistory[] History, Measure Measure, DisclosureRules Rules)
{
    /// <summary>Whether contributors are units that read what is published and know their own figures, whatever is counted.</summary>
    public bool HasInsiders { get; init; }

    /// <summary>What all proofs may take together; null where each alone is limited.</summary>
    public ProofBudget? Budget { get; init; }

    /// <summary>For each place without parts the contributor that alone may report there, or -1, whatever it reported; empty where that is not asked.</summary>
    public int[] SoleReporters { get; init; } = [];
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

/// <summary>Applies the primary rules to a full table and states what secondary suppression may do with each cell.</summary>
internal static class PrimarySuppression
{
    /// <returns>The problem over merged cells, with differences over several days behind them, and for each cell of the table its merged cell.</returns>
    /// <param name="published">For each cell what releases do with it, where that is not to be decided but audited: it then says over which days differences are judged.</param>
    /// <exception cref="ArgumentException">There is a history, but not one for each cell.</exception>
    public static (SuppressionProblem Problem, int[] Merged) Of(TableToProtect input, CellHistory[]? published = null)
    {
        var (table, printed, history) = (input.Table, input.Printed, input.History);
        if (history.Length != 0 && history.Length != table.Shape.Count)
        {
            throw new ArgumentException("There is a history for each cell or none.", nameof(input));
        }

        var (constraints, merged) = TableConstraints.Of(table.Shape, table.CanExist, printed);
        var cells = new int[constraints.CellCount];
        var own = new (int, long)[]?[cells.Length];
        var problem = new SuppressionProblem
        {
            Constraints = constraints,
            Values = new long[cells.Length],
            Statuses = new CellStatus[cells.Length],
            ProtectionLevels = new ProtectionLevels[cells.Length],
            Floors = new long[cells.Length],
            Costs = new int[cells.Length],
            LoneContributors = new int[cells.Length],
            Correctors = new int[cells.Length][],
            UnprintedContributors = new int[cells.Length],
            OwnFigures = at => input.SoleReporters.Length == 0 ? [] : own[at] ??= table.Contributions.Of(cells[at]),
            MayBeKnownToUnits = new bool[cells.Length],
            Budget = input.Budget,
            SumIsSafe = sum => IsSafe(input, cells, sum),
        };
        Array.Fill(problem.UnprintedContributors, -1);
        Array.Fill(problem.Correctors, []);
        // Of cells that are one, the newest that is printed tells most.
        Array.Fill(cells, -1);
        for (var cell = 0; cell < merged.Length; cell++)
        {
            if (cells[merged[cell]] < 0 || Standing(cell) > Standing(cells[merged[cell]])
                || (Standing(cell) == Standing(cells[merged[cell]]) && table.Shape.WeekOf(cell) > table.Shape.WeekOf(cells[merged[cell]])))
            {
                cells[merged[cell]] = cell;
            }
        }

        for (var at = 0; at < cells.Length; at++)
        {
            Fill(problem, at, input, cells[at]);
            if (Standing(cells[at]) == 0)
            {
                // Nobody sees it, and no constraint knows it.
                (problem.Statuses[at], problem.ProtectionLevels[at]) = (CellStatus.Shown, ProtectionLevels.None);
            }
            else if (Standing(cells[at]) == 2 && !IsPrintedApart(printed, cells[at], isIncrement: true))
            {
                problem.UnprintedContributors[at] = -2;
            }
            else if (Standing(cells[at]) == 1)
            {
                // No table prints it: it is unknown, may be 0, and must not become known where it is unsafe.
                var mustBeUnknown = table.CanExist[cells[at]] && problem.Statuses[at] == CellStatus.Withheld;
                (problem.Statuses[at], problem.Floors[at], problem.LoneContributors[at]) = (CellStatus.Withheld, 0, -1);
                problem.UnprintedContributors[at] = input.SoleReporters.Length == 0 ? -1 : input.SoleReporters[table.Shape.Place(cells[at])] is var sole and >= 0 ? sole : -2;
                problem.ProtectionLevels[at] = mustBeUnknown ? problem.ProtectionLevels[at] : ProtectionLevels.None;
            }
        }

        Apply(history, problem.Statuses);
        var decided = problem.Statuses;
        if (published is not null)
        {
            decided = [.. problem.Statuses];
            Apply(published, decided);
        }

        return (Spans.AddTo(problem, cells, decided, input), merged);

        void Apply(CellHistory[] said, CellStatus[] statuses)
        {
            for (var cell = 0; cell < said.Length; cell++)
            {
                ApplyHistory(statuses, merged[cell], said[cell]);
            }
        }

        // 3: printed; 2: a difference; 1: stands in equations alone; 0: nowhere.
        int Standing(int cell) => table.Shape.IsIncrement(cell) ? printed.Has(cell) ? 2 : 0 : printed.Has(cell) ? 3 : printed.Stands(cell) && table.CanExist[cell] ? 1 : 0;
    }

    private static void Fill(SuppressionProblem problem, int at, TableToProtect input, int cell)
    {
        var (table, rules) = (input.Table, input.Rules);
        var isIncrement = table.Shape.IsIncrement(cell);
        var mayFall = isIncrement && input.Printed.Has(cell) && input.Printed.MayFall(cell);
        var figure = table.Figure(cell);
        var contributors = table.Contributors[cell].With(Math.Abs(table.Corrections.GetValueOrDefault(cell)));
        var measure = table.CanExist[cell] ? input.Measure : Measure.Open;
        var isUnsafe = measure != Measure.Open && IsUnsafe(input, figure, contributors);
        problem.Values[at] = figure;
        problem.Statuses[at] = measure == Measure.Open ? CellStatus.Shown
            : isIncrement ? CellStatus.Derived
            : isUnsafe ? CellStatus.Withheld
            : figure == 0 ? CellStatus.Shown
            : CellStatus.Free;
        problem.Floors[at] = mayFall ? -Interval.Unbounded : isIncrement ? 0 : rules.Floor;
        problem.ProtectionLevels[at] = measure == Measure.Open || (isIncrement && !isUnsafe) ? ProtectionLevels.None
            : LevelsOf(input, figure, contributors, problem.Floors[at]);
        problem.MayBeKnownToUnits[at] = !isUnsafe && contributors.Count > 2;
        problem.Costs[at] = SuppressionCost.Of(Math.Max(0, figure), table.Shape.Height(cell));
        var hasInsiders = measure is Measure.Sum or Measure.PersonSum || (measure == Measure.Count && input.HasInsiders);
        problem.LoneContributors[at] = hasInsiders && IsPrintedApart(input.Printed, cell, isIncrement) ? table.LoneContributors[cell] : -1;
        problem.Correctors[at] = hasInsiders ? table.Correctors.GetValueOrDefault(cell, []) : [];
    }

    /// <returns>Whether the rules of the measure withhold a figure, or a difference that may be below 0.</returns>
    /// <param name="contributors">Those to the figure, with all that was corrected as of one more.</param>
    public static bool IsUnsafe(TableToProtect input, long figure, Contributors contributors) => input.Measure switch
    {
        Measure.Count => PrimaryRules.IsUnsafeCount(Math.Abs(figure), input.Rules),
        Measure.Sum => PrimaryRules.IsUnsafeSum(contributors, input.Rules),
        Measure.PersonSum => PrimaryRules.IsUnsafeSum(contributors, input.Rules) || PrimaryRules.IsUnsafeCount(Math.Abs(figure), input.Rules),
        _ => false,
    };

    /// <returns>What a figure, or a difference, must satisfy where it is withheld.</returns>
    /// <param name="floor">The least that readers take it to be.</param>
    /// <inheritdoc cref="IsUnsafe"/>
    public static ProtectionLevels LevelsOf(TableToProtect input, long figure, Contributors contributors, long floor) => input.Measure == Measure.Count ? ForCount(figure, input.Rules)
        : ForSum(figure, contributors, input.Rules, floor).And(input.Measure == Measure.PersonSum ? ForCount(figure, input.Rules) : ProtectionLevels.None);

    /// <summary>Whether a table prints the figure, or of a difference both figures that it stands between.</summary>
    private static bool IsPrintedApart(PrintedCells printed, int cell, bool isIncrement) =>
        printed.Has(cell) && (!isIncrement || (printed.Has(printed.Lower(cell)) && printed.Has(printed.Upper(cell))));

    private static ProtectionLevels ForCount(long figure, DisclosureRules rules) =>
        figure < 0 ? new(-rules.LeastPersons, -Interval.Unbounded, rules.LeastPersons - 1) : PrimaryRules.ForCount(rules);

    /// <summary>A correction and the growth beside it make up a difference together, though one may go down and the other up.</summary>
    private static ProtectionLevels ForSum(long figure, Contributors contributors, DisclosureRules rules, long floor)
    {
        var levels = PrimaryRules.ForSum(contributors, rules);
        return levels == ProtectionLevels.NotExact ? levels
            : new(Math.Max(floor, figure - (levels.High - contributors.Sum)), figure + (levels.High - contributors.Sum), levels.Width);
    }

    /// <summary>What was shown anywhere is known; what was withheld stays so.</summary>
    private static void ApplyHistory(CellStatus[] statuses, int at, CellHistory history)
    {
        if (history == CellHistory.Shown)
        {
            statuses[at] = CellStatus.Shown;
        }
        else if (history == CellHistory.Withheld && statuses[at] == CellStatus.Free)
        {
            statuses[at] = CellStatus.Withheld;
        }
    }

    private static bool IsSafe(TableToProtect input, int[] cells, ReadOnlySpan<int> sum)
    {
        var members = new int[sum.Length];
        for (var at = 0; at < members.Length; at++)
        {
            members[at] = cells[sum[at]];
        }

        var (table, rules) = (input.Table, input.Rules);
        return input.Measure switch
        {
            Measure.Count => !PrimaryRules.IsUnsafeCount(members.Sum(table.Figure), rules),
            Measure.Sum => !PrimaryRules.IsUnsafeSum(table.Contributions.To(members), rules),
            Measure.PersonSum => !PrimaryRules.IsUnsafeCount(members.Sum(table.Figure), rules)
                && !PrimaryRules.IsUnsafeSum(table.Contributions.To(members), rules),
            _ => true,
        };
    }
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
