using Site.Statistics.Audit;
using Site.Statistics.Policies;
using Site.Statistics.Protection;
using Site.Statistics.Published;
using Site.Statistics.Tables;

namespace Site.Statistics.Series;

/// <summary>
/// A reader who takes nothing for corrected, so that all vintages print one set of figures. Where these contradict each other it gives that up. Where they do not, what it finds is mistaken, but
/// may come out too near to the truth all the same, and would be believed.
/// </summary>
internal sealed class TrustingReader
{
    private readonly TableToProtect _input;
    private readonly TableShape _shape;
    private readonly Cell?[] _said;
    private readonly PrintedCells _printed;
    private readonly int[] _cells;

    private TrustingReader(SeriesHistory history, Cell?[] said)
    {
        (_input, _shape, _said) = (history.Input, history.Axes.Shape, said);
        _printed = new(_shape, Enumerable.Range(0, said.Length).Where(cell => said[cell] is not null));
        _cells = [.. Enumerable.Range(0, _shape.Count).Where(cell => _shape.IsIncrement(cell) ? _printed.Has(cell) && CanExist(_printed.Lower(cell)) && CanExist(_printed.Upper(cell)) : _printed.Stands(cell) && CanExist(cell))];
    }

    /// <returns>
    /// The cumulative cells that this reader finds too closely now, and did not before: withheld figures, small ones that no table prints, and figures to which little was added.
    /// </returns>
    /// <param name="said">For each cumulative cell what is printed now; null where nothing is.</param>
    /// <param name="before">What was printed before the newest release.</param>
    public static int[] Find(SeriesHistory history, Cell?[] said, Cell?[] before)
    {
        if (history.Input.Measure == Measure.Open || history.Axes.Weeks[0].Vintage == history.Axes.Weeks[^1].Vintage)
        {
            return [];
        }

        var found = new TrustingReader(history, said).Find();
        return found.Length == 0 ? found : [.. found.Except(new TrustingReader(history, before).Find())];
    }

    private int[] Find()
    {
        var (constraints, merged) = TableConstraints.Of(_shape, [.. Enumerable.Range(0, _shape.Count).Select(cell => _shape.IsIncrement(cell) || CanExist(cell))], _printed);
        var (problem, withheld) = (SuppressionProblem.OfReaders(constraints, _input.Budget), new bool[constraints.CellCount]);
        if (!TryEnter(problem, merged, withheld))
        {
            return [];
        }

        var leaks = Attacker.Find(problem, withheld);
        if (leaks.Count == 0 || leaks.Exists(leak => leak.Kind == LeakKind.Contradiction))
        {
            return [];
        }

        // Where it takes too much to find how near this reader comes, whatever may be too near is.
        var (intervals, near) = (Attacker.Intervals(problem, withheld), leaks.Select(leak => leak.Cell).ToHashSet());
        return [.. _cells.Where(cell => withheld[merged[cell]] && (intervals is null ? near.Contains(merged[cell]) : IsTooClose(cell, intervals[merged[cell]])))
            .Select(cell => _shape.IsIncrement(cell) ? _printed.Upper(cell) : cell).Distinct()];
    }

    /// <returns>Whether what is shown does not contradict itself.</returns>
    private bool TryEnter(SuppressionProblem problem, int[] merged, bool[] withheld)
    {
        var isKnown = new bool[withheld.Length];
        foreach (var cell in _cells)
        {
            var at = merged[cell];
            if (_shape.IsIncrement(cell))
            {
                var (before, now) = (merged[_printed.Lower(cell)], merged[_printed.Upper(cell)]);
                (isKnown[at], problem.Values[at]) = (isKnown[before] && isKnown[now], problem.Values[now] - problem.Values[before]);
            }
            else if (_said[cell] is Cell.Shown shown)
            {
                if (isKnown[at] && problem.Values[at] != shown.Value)
                {
                    return false;
                }

                (isKnown[at], problem.Values[at]) = (true, shown.Value);
            }
            else if (_said[cell] is Cell.Withheld)
            {
                problem.Floors[at] = 1;
            }

            if (isKnown[at] && problem.Values[at] < 0)
            {
                return false;
            }

            problem.ProtectionLevels[at] = problem.ProtectionLevels[at].And(LevelsOf(cell));
        }

        foreach (var cell in _cells)
        {
            withheld[merged[cell]] = !isKnown[merged[cell]];
        }

        return true;
    }

    private bool CanExist(int cell) => _said[cell] is { } said ? said is not Cell.NotApplicable : _input.Table.CanExist[cell];

    private long Truth(int cell) => _shape.IsIncrement(cell) ? Truth(_printed.Upper(cell)) - Truth(_printed.Lower(cell)) : _input.Table.Contributors[cell].Sum;

    private bool IsWithheld(int cell) => !_shape.IsIncrement(cell) && _said[cell] is Cell.Withheld;

    /// <summary>What no table prints may be known to be nothing, or to be more than a small figure.</summary>
    private ProtectionLevels LevelsOf(int cell) => IsWithheld(cell) ? PrimarySuppression.LevelsOf(_input, Truth(cell), _input.Table.Contributors[cell], 1)
        : _input.Measure is Measure.Count or Measure.PersonSum && Truth(cell) > 0 && Truth(cell) < _input.Rules.LeastPersons ? new(long.MaxValue, _input.Rules.LeastPersons, 0)
        : ProtectionLevels.None;

    private bool IsTooClose(int cell, Interval interval) => interval.Low <= Truth(cell) && Truth(cell) <= interval.High
        && !LevelsOf(cell).IsMetBy(interval.Low, interval.High) && (IsWithheld(cell) || interval.Low > 0);
}
