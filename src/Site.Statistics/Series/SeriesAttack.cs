using Site.Core.Diagnostics;
using Site.Statistics.Audit;
using Site.Statistics.Policies;
using Site.Statistics.Protection;
using Site.Statistics.Published;

namespace Site.Statistics.Series;

/// <summary>Attacks the frozen tables of one indicator with the returns at hand: every rule of the method, all releases together.</summary>
internal static class SeriesAttack
{
    /// <returns>Problems <c>disclosure/gives-way</c>, located at the newest table.</returns>
    public static IEnumerable<Diagnostic> Find(SeriesHistory history, string label)
    {
        if (history.Kept.IsEmpty || history.Measure == Measure.Open)
        {
            return [];
        }

        var (series, shape) = (history.Series, history.Series.Axes.Shape);
        var (figures, merged) = PrimarySuppression.Of(series.Cube, [history.Measure], history.Rules, [], series.Printed);
        var (withheld, shown) = (new bool[figures.Values.Length], new bool[figures.Values.Length]);
        foreach (var table in history.Kept)
        {
            var at = 0;
            foreach (var cell in table.On(series.Axes)!.Cells(shape))
            {
                withheld[merged[cell]] |= table.Cells[at] is Cell.Withheld;
                shown[merged[cell]] |= table.Cells[at++] is Cell.Shown;
            }
        }

        var where = history.Kept[^1].Table.Where;
        var given = Enumerable.Range(0, shape.Count).Where(cell => shown[merged[cell]] && IsForbidden(cell)).ToArray();
        Increments(figures, withheld);
        return given.Select(cell => Give(cell, "不能公布，却写出了数"))
            .Concat(Attacker.Find(figures, withheld).Select(leak => Give(Array.IndexOf(merged, leak.Cell), Why(leak.Kind))));

        bool IsForbidden(int cell) => !shape.Of(cell).IsIncrement && series.Printed.Has(cell) && series.Cube.CanExist[cell]
            && (figures.Statuses[merged[cell]] == CellStatus.Withheld || withheld[merged[cell]]);

        Diagnostic Give(int cell, string why) => Diagnostic.Error("disclosure/gives-way", where,
            $"“{label}，{series.Axes.Name(shape.Of(cell))}”{why}。", "从版本库取回冻结时的文件；如果改过 policy.yaml 的门槛，请改回公布时的值。");
    }

    /// <summary>An increment is unknown where one of its ends is, and must be where it is unsafe itself.</summary>
    private static void Increments(SuppressionProblem figures, bool[] withheld)
    {
        for (var relation = 0; relation < figures.Constraints.Count; relation++)
        {
            var cells = figures.Constraints.Cells(relation);
            if (figures.Statuses[cells[^1]] == CellStatus.Derived)
            {
                withheld[cells[^1]] = withheld[cells[0]] || withheld[cells[1]] || figures.ProtectionLevels[cells[^1]] != ProtectionLevels.None;
            }
        }
    }

    private static string Why(LeakKind kind) => kind switch
    {
        LeakKind.Interval => "可以由各期公布的数推算得太准",
        LeakKind.Sum => "与旁边几格的合计可以算出，而合计本身不能公布",
        LeakKind.SingletonContributor => "可以由唯一的填报单位用自己的数算出",
        _ => "所在的已公布的数互相矛盾",
    };
}
