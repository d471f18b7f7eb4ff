using System.Collections.Immutable;
using System.Globalization;
using Site.Statistics.Audit;
using Site.Statistics.Policies;
using Site.Statistics.Published;
using Site.Statistics.Tables;

namespace Site.Statistics.Protection;

/// <summary>
/// The one path of every table from raw figures to what is printed: primary rules, design gate, secondary suppression with its exact audit and
/// the removal of what turned out redundant, design gate again. What is printed is then written as a snapshot, read back and attacked once more.
/// </summary>
internal sealed class TableProtection
{
    /// <summary>More than this share of the finest figures above 0 withheld is too much, in percent.</summary>
    private const int MostWithheld = 30;

    private readonly Table _table;

    private TableProtection(Table table, bool[] isUnsafe, bool[] withheld, ImmutableArray<Leak> leaks, ImmutableArray<TooFine> tooFine) =>
        (_table, Unsafe, Withheld, Leaks, TooFine) = (table, isUnsafe, withheld, leaks, tooFine);

    /// <summary>For each cell of the table whether the rules, or earlier releases, withhold it.</summary>
    public bool[] Unsafe { get; }

    /// <summary>For each cell of the table whether it is withheld; for an increment, whether it cannot be worked out.</summary>
    public bool[] Withheld { get; }

    /// <summary>Leaks that no suppression could stop, by cells of the table.</summary>
    public ImmutableArray<Leak> Leaks { get; }

    /// <summary>Which of the printed tables would be too fine.</summary>
    public ImmutableArray<TooFine> TooFine { get; }

    /// <summary>Whether nothing leaks and nothing is too fine.</summary>
    public bool MayBeReleased => Leaks.IsEmpty && TooFine.IsEmpty;

    /// <returns>The table, protected together with all earlier releases, or why it cannot be.</returns>
    /// <param name="input">The table.</param>
    /// <param name="finest">For each table that is to be printed its finest cells, by which the design gate judges it.</param>
    public static TableProtection Of(TableToProtect input, params ReadOnlySpan<int[]> finest)
    {
        var nothing = new bool[input.Table.Shape.Count];
        if (input.Measure == Measure.Open)
        {
            return new(input.Table, nothing, nothing, [], []);
        }

        var (problem, merged) = PrimarySuppression.Of(input);
        var isUnsafe = Array.ConvertAll(merged, cell => problem.Statuses[cell] == CellStatus.Withheld);
        if (FindTooFine(input.Table, finest, isUnsafe) is { IsEmpty: false } hopeless)
        {
            return new(input.Table, isUnsafe, isUnsafe, [], hopeless);
        }

        FindKnownToInsiders(problem, merged, input);
        var (withheld, leaks) = SecondarySuppressor.Protect(problem);
        var all = Array.ConvertAll(merged, cell => withheld[cell]);
        return new(input.Table, isUnsafe, all, [.. leaks.Select(leak => new Leak(Array.IndexOf(merged, problem.InTable(leak.Cell)), leak.Constraint, leak.Kind)).Distinct()],
            leaks.Count > 0 ? [] : FindTooFine(input.Table, finest, all));
    }

    /// <returns>What a release prints in a cell: its figure, or that it is withheld, or that there can be none.</returns>
    /// <param name="cell">A cumulative cell; increments are not printed.</param>
    /// <exception cref="InvalidOperationException">The table may not be released.</exception>
    public string Print(int cell) =>
        !MayBeReleased ? throw new InvalidOperationException("Only a table whose protection holds is printed.")
        : !_table.CanExist[cell] ? CellText.NotApplicable
        : Withheld[cell] ? CellText.Withheld
        : _table.Contributors[cell].Sum.ToString(CultureInfo.InvariantCulture);

    /// <summary>
    /// What earlier releases let a unit work out of counts, as one of two units behind a figure that was shown, or from figures of its own that no table prints, is lost, and no new table can
    /// take it back. Nothing else may follow from it, and nobody else may work it out.
    /// </summary>
    private static void FindKnownToInsiders(SuppressionProblem problem, int[] merged, TableToProtect input)
    {
        if (!Array.Exists(input.History, history => history != CellHistory.New))
        {
            return;
        }

        // Nothing but what was shown before: a 0 that is new was not known to be one.
        var unknown = Enumerable.Range(0, problem.Values.Length).Select(at => !problem.Constraints.Of(at).IsEmpty).ToArray();
        for (var cell = 0; cell < merged.Length; cell++)
        {
            unknown[merged[cell]] &= input.History[cell] != CellHistory.Shown;
        }

        var before = problem with { Floors = [.. problem.Floors.Select((floor, at) => unknown[at] && problem.Statuses[at] == CellStatus.Shown ? Math.Min(floor, 0) : floor)] };
        problem.KnownToInsiders.UnionWith(Attacker.Find(before, unknown)
            .Where(leak => leak.Kind == LeakKind.Insider || (leak.Kind == LeakKind.SingletonContributor && input.Measure == Measure.Count)).Select(leak => (leak.Cell, leak.Contributor)));
    }

    /// <remarks>Handbook on Statistical Disclosure Control: redesign the table before suppressing (section 5.3).</remarks>
    private static ImmutableArray<TooFine> FindTooFine(Table table, ReadOnlySpan<int[]> finest, bool[] withheld)
    {
        var found = ImmutableArray.CreateBuilder<TooFine>();
        for (var at = 0; at < finest.Length; at++)
        {
            var figures = Array.FindAll(finest[at], cell => table.Contributors[cell].Sum > 0);
            var hidden = figures.Count(cell => withheld[cell]);
            if (hidden * 100 > figures.Length * MostWithheld)
            {
                found.Add(new(at, figures.Length, hidden));
            }
        }

        return found.DrainToImmutable();
    }
}

/// <summary>A table of which too much would be withheld to be of use.</summary>
/// <param name="Table">Which of the printed tables.</param>
/// <param name="Cells">How many of its finest figures are above 0.</param>
/// <param name="Withheld">How many of these would be withheld.</param>
internal readonly record struct TooFine(int Table, int Cells, int Withheld)
{
    /// <summary>In words: <c>5 个非零的最细格中有 4 个不能公布，超过 30%</c>.</summary>
    public override string ToString() => $"{Cells} 个非零的最细格中有 {Withheld} 个不能公布，超过 30%";
}
