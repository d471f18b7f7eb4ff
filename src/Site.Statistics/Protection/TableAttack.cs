using Site.Statistics.Audit;
using Site.Statistics.Policies;
using Site.Statistics.Published;

namespace Site.Statistics.Protection;

/// <summary>Attacks the published cells of a table with the raw figures at hand: every rule of the method, all releases and vintages together.</summary>
internal static class TableAttack
{
    /// <returns>Every cell that leaks; the order does not matter.</returns>
    /// <param name="input">The table as it is now.</param>
    /// <param name="published">What releases print: cumulative cells, each with what stands there.</param>
    public static IEnumerable<WeakCell> Find(TableToProtect input, IEnumerable<(int At, Cell Cell)> published)
    {
        if (input.Measure == Measure.Open)
        {
            return [];
        }

        var shape = input.Table.Shape;
        (int At, Cell Cell)[] all = [.. published];
        var said = new CellHistory[shape.Count];
        foreach (var (at, cell) in all)
        {
            said[at] = cell is Cell.Shown || said[at] == CellHistory.Shown ? CellHistory.Shown : cell is Cell.Withheld ? CellHistory.Withheld : said[at];
        }

        var (problem, merged) = PrimarySuppression.Of(input with { History = [] }, said);
        var (withheld, shown) = (new bool[problem.Values.Length], new bool[problem.Values.Length]);
        foreach (var (at, cell) in all)
        {
            withheld[merged[at]] |= cell is Cell.Withheld;
            shown[merged[at]] |= cell is Cell.Shown;
        }

        for (var cell = 0; cell < merged.Length; cell++)
        {
            withheld[merged[cell]] |= !shape.IsIncrement(cell) && input.Printed.Stands(cell) && input.Table.CanExist[cell] && !input.Printed.Has(cell) && !shown[merged[cell]];
        }

        var forbidden = Enumerable.Range(0, shape.Count).Where(cell => shown[merged[cell]] && IsForbidden(cell)).ToArray();
        FollowIncrements(problem, withheld);
        return forbidden.Select(cell => new WeakCell(cell, null))
            .Concat(Attacker.Find(problem, withheld).Select(leak => new WeakCell(Array.IndexOf(merged, problem.InTable(leak.Cell)), leak.Kind)).Distinct());

        bool IsForbidden(int cell) => !shape.IsIncrement(cell) && input.Printed.Has(cell) && input.Table.CanExist[cell]
            && (problem.Statuses[merged[cell]] == CellStatus.Withheld || withheld[merged[cell]]);
    }

    /// <summary>An increment is unknown where one of its ends is, and must be where it is unsafe itself.</summary>
    private static void FollowIncrements(SuppressionProblem problem, bool[] withheld)
    {
        for (var constraint = 0; constraint < problem.Constraints.Count; constraint++)
        {
            var cells = problem.Constraints.Cells(constraint);
            if (problem.Statuses[cells[^1]] == CellStatus.Derived)
            {
                withheld[cells[^1]] = withheld[cells[0]] || withheld[cells[1]] || problem.ProtectionLevels[cells[^1]] != ProtectionLevels.None;
            }
        }
    }
}

/// <summary>A published cell that leaks.</summary>
/// <param name="Cell">The cell of the table.</param>
/// <param name="Leak">How it leaks; null where it is shown although it may not be.</param>
internal readonly record struct WeakCell(int Cell, LeakKind? Leak);
