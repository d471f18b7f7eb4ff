using System.Collections.Immutable;
using Site.Model;

namespace Site.Disclosure;

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
    public static Checked<SafeTable?> Make(
        AttemptQuestion question, ImmutableArray<AttemptCount> counts, AttemptTable table, DisclosureRules rules, ImmutableArray<SafeTable> earlier)
    {
        if (counts.IsEmpty)
        {
            return new(null, [AttemptProblems.None(table)]);
        }

        var cube = AttemptCube.Of(question, counts, table);
        var (history, changes) = AttemptHistory.Of(cube, table, earlier);
        if (!changes.IsEmpty)
        {
            return new(null, changes);
        }

        var (figures, merged) = AttemptFigures.Of(cube, rules, history);
        if (TooFine(cube, cell => figures.Holds[merged[cell]] == Hold.Withheld, table) is { } hopeless)
        {
            return new(null, [hopeless]);
        }

        var (withheld, leaks) = Protector.Protect(figures);
        return leaks.Count > 0 ? new(null, [.. leaks.Select(leak => CannotProtect(cube, Array.IndexOf(merged, leak.Cell), table)).Distinct()])
            : TooFine(cube, cell => withheld[merged[cell]], table) is { } tooFine ? new(null, [tooFine])
            : new(Show(cube, cell => withheld[merged[cell]], table), []);
    }

    private static SafeTable Show(AttemptCube cube, Func<int, bool> isWithheld, AttemptTable table)
    {
        var last = Enumerable.Range(cube.Shape.Cumulative(cube.Shape.Weeks - 1, 0), cube.Shape.Layer);
        return new(table.Id, table.Title, cube.Shape.Dimensions, [Indicator],
            [.. last.Select<int, Cell>(cell => isWithheld(cell) ? new Cell.Withheld() : new Cell.Shown(cube.Attempts[cell]))])
        {
            Notes = [.. table.Notes, "按答题次数统计，同一个人可以答题多次；没有答完的不计。"],
        };
    }

    private static Problem? TooFine(AttemptCube cube, Func<int, bool> isWithheld, AttemptTable table)
    {
        var inner = Enumerable.Range(cube.Shape.Cumulative(cube.Shape.Weeks - 1, 0), cube.Shape.Layer)
            .Where(cell => cube.Attempts[cell] > 0 && cube.Shape.Height(cell) == 0).ToArray();
        var hidden = inner.Count(isWithheld);
        return hidden * 100 <= inner.Length * MostWithheld ? null : Problem.Error("disclosure/table-too-fine", table.Where,
            $"表“{table.Title}”分得太细：{inner.Length} 个非零的最细格中有 {hidden} 个不能公布，超过 {MostWithheld}%。",
            "请去掉一个维度（例如 age_band），或写 areas: district，把街道并到区县。");
    }

    private static Problem CannotProtect(AttemptCube cube, int cell, AttemptTable table) => Problem.Error("disclosure/cannot-protect", table.Where,
        $"表“{table.Title}”不能公布：“{cube.Shape.Name(cell)}”这一格可由已公布的各期推算得太准，而可以一同隐去的格都已公布过或为零。",
        "请去掉一个维度，或把街道并到区县，或等下一期再公布。");
}
