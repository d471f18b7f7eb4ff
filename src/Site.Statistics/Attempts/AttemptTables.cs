using System.Collections.Immutable;
using Site.Core.Diagnostics;
using Site.Statistics.Audit;
using Site.Statistics.Policies;
using Site.Statistics.Protection;
using Site.Statistics.Published;
using Site.Statistics.Requests;

namespace Site.Statistics.Attempts;

/// <summary>The whole way of attempts from counts to a table that may be shown: gate, protection with all earlier releases, audit, gate again.</summary>
internal static class AttemptTables
{
    /// <summary>More than this share of the non-zero inner cells withheld is too much, in percent.</summary>
    private const int MostWithheld = 30;

    /// <summary>The only indicator of such a table.</summary>
    public const string IndicatorId = "attempts";

    private static readonly SafeIndicator Indicator = new(IndicatorId, "答题", "次");

    /// <returns>The table as of the last week of the question, or null and why it cannot be shown.</returns>
    /// <param name="question">What was asked.</param>
    /// <param name="counts">What was counted.</param>
    /// <param name="table">What is to be shown.</param>
    /// <param name="rules">How small is too small.</param>
    /// <param name="earlier">The same table in each earlier release, one for each week of the question but the last.</param>
    public static Result<SafeTable?> Make(
        AttemptQuestion question, ImmutableArray<AttemptCount> counts, AttemptRequest table, DisclosureRules rules, ImmutableArray<SafeTable> earlier)
    {
        if (counts.IsEmpty)
        {
            return new(null, [AttemptDiagnostics.None(table)]);
        }

        var cube = AttemptCube.Of(question, counts, table);
        var (history, changes) = AttemptHistory.Of(cube, table, earlier);
        if (!changes.IsEmpty)
        {
            return new(null, changes);
        }

        var (figures, merged) = AttemptFigures.Of(cube, rules, history);
        if (TooFine(cube, cell => figures.Statuses[merged[cell]] == CellStatus.Withheld, table) is { } hopeless)
        {
            return new(null, [hopeless]);
        }

        var (withheld, leaks) = SecondarySuppressor.Protect(figures);
        return leaks.Count > 0 ? new(null, [.. leaks.Select(leak => CannotProtect(cube, Array.IndexOf(merged, leak.Cell), table)).Distinct()])
            : TooFine(cube, cell => withheld[merged[cell]], table) is { } tooFine ? new(null, [tooFine])
            : new(Show(cube, cell => withheld[merged[cell]], table), []);
    }

    private static SafeTable Show(AttemptCube cube, Func<int, bool> isWithheld, AttemptRequest table)
    {
        var last = Enumerable.Range(cube.Shape.Cumulative(cube.Shape.Weeks - 1, 0), cube.Shape.Layer);
        return new(table.Id, table.Title, cube.Shape.Dimensions, [Indicator],
            [.. last.Select<int, Cell>(cell => isWithheld(cell) ? new Cell.Withheld() : new Cell.Shown(cube.Attempts[cell]))])
        {
            Notes = [.. table.Notes, "按答题次数统计，同一个人可以答题多次；没有答完的不计。"],
        };
    }

    private static Diagnostic? TooFine(AttemptCube cube, Func<int, bool> isWithheld, AttemptRequest table)
    {
        var inner = Enumerable.Range(cube.Shape.Cumulative(cube.Shape.Weeks - 1, 0), cube.Shape.Layer)
            .Where(cell => cube.Attempts[cell] > 0 && cube.Shape.Height(cell) == 0).ToArray();
        var hidden = inner.Count(isWithheld);
        return hidden * 100 <= inner.Length * MostWithheld ? null : Diagnostic.Error("disclosure/table-too-fine", table.Where,
            $"表“{table.Title}”分得太细：{inner.Length} 个非零的最细格中有 {hidden} 个不能公布，超过 {MostWithheld}%。",
            "请去掉一个维度（例如 age_band），或写 areas: district，把街道并到区县。");
    }

    private static Diagnostic CannotProtect(AttemptCube cube, int cell, AttemptRequest table) => Diagnostic.Error("disclosure/cannot-protect", table.Where,
        $"表“{table.Title}”不能公布：“{cube.Shape.Name(cell)}”这一格可由已公布的各期推算得太准，而可以一同隐去的格都已公布过或为零。",
        "请去掉一个维度，或把街道并到区县，或等下一期再公布。");
}

/// <summary>What earlier releases did with each cell of a table of attempts, found again by the names of its categories.</summary>
internal static class AttemptHistory
{
    /// <returns>For each cell what was done with it; and what stands in the way: other dimensions, or figures that are others now.</returns>
    /// <param name="cube">The attempts of all weeks.</param>
    /// <param name="table">What is asked for.</param>
    /// <param name="earlier">The table in each earlier release, one for each week but the last.</param>
    public static (CellHistory[] History, ImmutableArray<Diagnostic> Problems) Of(AttemptCube cube, AttemptRequest table, ImmutableArray<SafeTable> earlier)
    {
        var shape = cube.Shape;
        var history = new CellHistory[shape.Count];
        var changed = 0;
        for (var week = 0; week < earlier.Length; week++)
        {
            if (!earlier[week].Dimensions.Select(dimension => dimension.Id).SequenceEqual(table.Dimensions))
            {
                return (history, [Diagnostic.Error("attempts/other-dimensions", table.Where,
                    $"表“{table.Title}”以前按“{string.Join("、", earlier[week].Dimensions.Select(dimension => dimension.Id))}”公布过，现在的维度不同，两种合在一起会让人推算出隐去的数。",
                    "请把 dimensions 改回原样。")]);
            }

            changed += shape.Dimensions.Zip(earlier[week].Dimensions).Count(pair => pair.Second.Categories.Except(pair.First.Categories).Any());
            var places = shape.Dimensions.Zip(earlier[week].Dimensions, (now, then) => now.Categories.Select(name => then.Categories.IndexOf(name)).ToArray()).ToArray();
            for (var cell = 0; cell < shape.Layer; cell++)
            {
                var then = Enumerable.Range(0, places.Length).Select(dimension => places[dimension][shape.Category(cell, dimension)]).ToArray();
                if (Array.Exists(then, place => place < 0))
                {
                    continue;
                }

                var at = shape.Cumulative(week, cell);
                var printed = earlier[week].At(0, then);
                history[at] = printed is Cell.Shown ? CellHistory.Shown : CellHistory.Withheld;
                changed += printed is Cell.Shown shown ? (shown.Value == cube.Attempts[at] ? 0 : 1) : cube.Attempts[at] == 0 ? 1 : 0;
            }
        }

        return (history, changed == 0 ? [] : [Diagnostic.Error("attempts/changed-since-release", table.Where,
            $"表“{table.Title}”有 {changed} 格与以前公布的同一日期的数不一致，导出的文件可能不完整，或者平台改过记录。",
            "请导出活动开始以来的全部记录；平台确有更正的，请另用一个新的题目编号统计。")]);
    }
}

/// <summary>Applies the threshold rule to attempts and states what protection may do with each cell.</summary>
internal static class AttemptFigures
{
    /// <returns>The figures over merged cells, and for each cell of the table its merged cell.</returns>
    /// <param name="cube">The attempts.</param>
    /// <param name="rules">How small is too small.</param>
    /// <param name="history">For each cell what earlier releases did with it.</param>
    public static (SuppressionProblem Figures, int[] Merged) Of(AttemptCube cube, DisclosureRules rules, CellHistory[] history)
    {
        var shape = cube.Shape;
        var (relations, merged) = shape.Relations();
        var values = new long[relations.CellCount];
        var figures = new SuppressionProblem
        {
            Constraints = relations,
            Values = values,
            Statuses = new CellStatus[values.Length],
            ProtectionLevels = new ProtectionLevels[values.Length],
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

    private static void Fill(SuppressionProblem figures, int at, AttemptCube cube, int cell, DisclosureRules rules)
    {
        var attempts = cube.Attempts[cell];
        var (isUnsafe, isIncrement) = (PrimaryRules.IsUnsafeCount(attempts, rules), cube.Shape.IsIncrement(cell));
        figures.Values[at] = attempts;
        figures.Statuses[at] = isIncrement ? CellStatus.Derived : isUnsafe ? CellStatus.Withheld : attempts == 0 ? CellStatus.Shown : CellStatus.Free;
        figures.ProtectionLevels[at] = isIncrement && !isUnsafe ? ProtectionLevels.None : PrimaryRules.ForCount(rules);
        figures.Floors[at] = isIncrement ? (byte)0 : rules.Floor;
        figures.Costs[at] = SuppressionCost.Of(attempts, cube.Shape.Height(cell));
    }

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
