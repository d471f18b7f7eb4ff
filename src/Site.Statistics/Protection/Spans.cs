using Site.Statistics.Audit;
using Site.Statistics.Policies;
using Site.Statistics.Tables;

namespace Site.Statistics.Protection;

/// <summary>
/// Differences over several days. Between two days that are shown anyone knows what was added, whatever is withheld on the days between, so it is judged like what was added from one day
/// to the next: where it is unsafe, it is one more cell of the problem, which must not be known; nor closely, where one of the two days is withheld.
/// </summary>
/// <remarks>
/// Where nothing was corrected this is asked of sums alone: what few added over several days, or one of them nearly all, may be more on each of them than readers can tell, while a count that
/// is small over several days is small on each. Nor is it asked where a day between is shown: what is safe in two steps is safe in both together, for who adds most or second most to both
/// falls short by no more than the steps do together. Where returns may have been corrected, up and down, neither is so: for all that is known of what an earlier vintage withheld, or
/// printed nowhere, it may have been corrected by much before and after, and by little, or by nothing, in all.
/// </remarks>
internal static class Spans
{
    /// <param name="problem">Days side by side alone.</param>
    /// <param name="cells">For each cell of the problem one of the table.</param>
    /// <param name="decided">For each cell of the problem what is decided about it.</param>
    /// <returns>The problem, with what was added over several days and is unsafe behind all its cells.</returns>
    public static SuppressionProblem AddTo(SuppressionProblem problem, int[] cells, CellStatus[] decided, TableToProtect input)
    {
        var isSum = input.Measure is Measure.Sum or Measure.PersonSum;
        if (!isSum && input.Table.Shape.AllWeeks[0].Vintage == input.Table.Shape.AllWeeks[^1].Vintage)
        {
            return problem;
        }

        Span[] spans = [.. Enumerable.Range(0, decided.Length).Where(IsPrinted).SelectMany(lower => From(lower, problem, decided))
            .Where(span => IsPrinted(span.Upper) && (MayBeShown(decided[span.Lower]) || MayBeShown(decided[span.Upper])))
            .Where(span => Array.Exists(span.Steps, step => problem.Floors[step] < 0 || input.Table.Corrections.ContainsKey(cells[step]) || (isSum && problem.ProtectionLevels[step] != ProtectionLevels.None)))
            .Select(span => span with { Cells = Array.ConvertAll(span.Steps, step => cells[step]) })
            .Select(span => span with { Figure = problem.Values[span.Upper] - problem.Values[span.Lower], Growth = input.Table.Contributions.To(span.Cells) })
            .Where(span => PrimarySuppression.IsUnsafe(input, span.Figure, span.Contributors))];
        if (spans.Length == 0)
        {
            return problem;
        }

        long[] floors = [.. spans.Select(span => span.Steps.Min(step => problem.Floors[step]))];
        var own = new (int, long)[]?[spans.Length];
        return problem with
        {
            Spans = [.. spans.Select(span => span.Steps)],
            Constraints = problem.Constraints.WithDifferences([.. spans.Select(span => (span.Lower, span.Upper))]),
            Values = [.. problem.Values, .. spans.Select(span => span.Figure)],
            Statuses = [.. problem.Statuses, .. spans.Select(_ => CellStatus.Derived)],
            ProtectionLevels = [.. problem.ProtectionLevels, .. spans.Select((span, at) => PrimarySuppression.LevelsOf(input, span.Figure, span.Contributors, floors[at]))],
            Floors = [.. problem.Floors, .. floors],
            Costs = [.. problem.Costs, .. spans.Select(span => problem.Costs[span.Steps[^1]])],
            LoneContributors = [.. problem.LoneContributors, .. spans.Select(span => isSum || input.HasInsiders ? LoneContributor(span, cells, input.Table) : -1)],
            Correctors = [.. problem.Correctors, .. spans.Select(_ => Array.Empty<int>())],
            UnprintedContributors = [.. problem.UnprintedContributors, .. spans.Select(_ => -1)],
            MayBeKnownToUnits = [.. problem.MayBeKnownToUnits, .. spans.Select(_ => false)],
            OwnFigures = at => at < cells.Length ? problem.OwnFigures(at)
                : input.SoleReporters.Length == 0 ? [] : own[at - cells.Length] ??= input.Table.Contributions.Of(spans[at - cells.Length].Cells),
        };

        bool IsPrinted(int at) => !input.Table.Shape.IsIncrement(cells[at]) && input.Printed.Has(cells[at]);
    }

    private static bool MayBeShown(CellStatus decided) => decided is CellStatus.Free or CellStatus.Shown;

    private static bool MayBeWithheld(CellStatus decided) => decided is CellStatus.Free or CellStatus.Withheld;

    /// <returns>What was added from one day to each that follows with none but such as may be withheld between, one or more.</returns>
    private static List<Span> From(int lower, SuppressionProblem problem, CellStatus[] decided)
    {
        var found = new List<Span>();
        var seen = new HashSet<int> { lower };
        var open = new Queue<Span>([new(lower, lower, [])]);
        while (open.TryDequeue(out var before))
        {
            foreach (var constraint in problem.Constraints.Of(before.Upper))
            {
                // The later day is the total, with the earlier one and what was added since for its parts.
                var ends = problem.Constraints.Cells(constraint);
                if (problem.Statuses[ends[^1]] != CellStatus.Derived || ends[1] != before.Upper || !seen.Add(ends[0]))
                {
                    continue;
                }

                var span = new Span(lower, ends[0], [.. before.Steps, ends[^1]]);
                if (span.Steps.Length > 1)
                {
                    found.Add(span);
                }

                if (MayBeWithheld(decided[span.Upper]))
                {
                    open.Enqueue(span);
                }
            }
        }

        return found;
    }

    /// <summary>Who alone added anything knows how much; where returns were corrected besides, who alone makes up the figure.</summary>
    private static int LoneContributor(Span span, int[] cells, Table table) => span.Figure != span.Growth.Sum ? table.LoneContributors[cells[span.Upper]]
        : span.Growth.Count == 1 ? table.Contributions.Of(span.Cells).Single(one => one.Figure > 0).Contributor : -1;

    /// <param name="Lower">The cell of the earlier day.</param>
    /// <param name="Upper">The cell of the later day.</param>
    /// <param name="Steps">The differences from day to day, in order.</param>
    private sealed record Span(int Lower, int Upper, int[] Steps)
    {
        /// <summary>The steps as cells of the table.</summary>
        public int[] Cells { get; init; } = [];

        /// <summary>What the later day has more, or less where returns were corrected.</summary>
        public long Figure { get; init; }

        /// <summary>Who added anything.</summary>
        public Contributors Growth { get; init; }

        /// <summary>The same, with all that was corrected as of one more.</summary>
        public Contributors Contributors => Growth.With(Math.Abs(Figure - Growth.Sum));
    }
}
