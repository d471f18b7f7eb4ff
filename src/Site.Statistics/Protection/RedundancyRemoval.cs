using Site.Statistics.Audit;

namespace Site.Statistics.Protection;

/// <summary>Shows every complement again that its component does not need to be safe, the most expensive first.</summary>
/// <remarks>The equations are solved once for a component; a cell shown again is an unknown whose bounds have met.</remarks>
internal sealed class RedundancyRemoval
{
    /// <summary>What it may take to show more of one component: a quarter of what a proof may, for each look is a proof. What is not proved by then stays withheld.</summary>
    private const long MostSteps = Effort.MostSteps / 4;

    private readonly SuppressionProblem _problem;
    private readonly SuppressionPattern _pattern;
    private readonly Component _component;
    private readonly Unknowns _unknowns;
    private readonly ProtectionLevels[] _required;
    private readonly long[] _solution;
    private readonly FeasiblePoints _points;
    private readonly LoneContributors _lone;
    private readonly Effort _effort;
    private readonly bool _asksInsiders;
    private Simplex<Fraction>? _simplex;

    private RedundancyRemoval(SuppressionProblem problem, SuppressionPattern pattern, Component component, Effort effort, bool asksInsiders)
    {
        (_problem, _pattern, _component, _effort, _asksInsiders) = (problem, pattern, component, effort, asksInsiders);
        _unknowns = Unknowns.Of(component, problem, pattern.Withheld);
        _required = Array.ConvertAll(component.Cells, cell => problem.ProtectionLevels[cell]);
        _solution = Array.ConvertAll(component.Cells, cell => problem.Values[cell]);
        _points = new(_solution.Length);
        _lone = new(component, problem, pattern.Withheld);
    }

    /// <summary>Shows what it can of each component, in the same order on every machine; components do not touch one another.</summary>
    /// <param name="problem">The cells, with the figures of those withheld.</param>
    /// <param name="pattern">A pattern without leaks.</param>
    /// <param name="asksInsiders">Whether each look asks what units with all their figures could work out, which takes much; else what is left has to be asked once.</param>
    /// <param name="cells">The components with these cells in them.</param>
    public static void Run(SuppressionProblem problem, SuppressionPattern pattern, bool asksInsiders, ReadOnlySpan<int> cells)
    {
        var finder = new ComponentFinder(problem.Constraints, pattern.Withheld);
        var most = Math.Clamp((problem.Budget?.Left ?? long.MaxValue) / 4, 0, MostSteps);
        var components = finder.Find(cells)
            .Where(component => Array.Exists(component.Cells, cell => problem.Statuses[cell] == CellStatus.Free)).Select(component => (Component: component, Effort: new Effort(most))).ToArray();
        Parallel.ForEach(components, one => new RedundancyRemoval(problem, pattern, one.Component, one.Effort, asksInsiders).ShowSafeComplements());
        problem.Budget?.Take(components.Sum(one => one.Effort.Steps));
    }

    private void ShowSafeComplements()
    {
        var complements = Enumerable.Range(0, _solution.Length).Where(at => _problem.Statuses[_component.Cells[at]] == CellStatus.Free)
            .OrderByDescending(at => _problem.Costs[_component.Cells[at]]).ThenBy(at => at).ToArray();
        foreach (var at in complements)
        {
            var (low, high, asked) = (_unknowns.Low[at], _unknowns.High[at], _required[at]);
            _pattern.Show(_component.Cells[at]);
            (_unknowns.Low[at], _unknowns.High[at], _required[at]) = (_solution[at], _solution[at], ProtectionLevels.None);
            if (!MayStayShown(at))
            {
                _pattern.Withhold(_component.Cells[at]);
                (_unknowns.Low[at], _unknowns.High[at], _required[at]) = (low, high, asked);
            }
        }
    }

    /// <returns>Whether all is proved with the cell shown; no where that takes too much.</returns>
    private bool MayStayShown(int at)
    {
        try
        {
            return LeavesNoSingleUnknown(_component.Cells[at]) && IsProved(at) && IsSafeOtherwise();
        }
        catch (EffortSpentException)
        {
            _simplex = null;
            return false;
        }
    }

    private bool LeavesNoSingleUnknown(int cell)
    {
        foreach (var constraint in _problem.Constraints.Of(cell))
        {
            if (_pattern.GivesAwayOne(constraint))
            {
                return false;
            }
        }

        return true;
    }

    /// <returns>Whether every interval is still wide enough with what is shown now. Where that is not proved, or numbers overflow, the answer is no.</returns>
    private bool IsProved(int shown)
    {
        var narrowed = _unknowns.Copy();
        var end = Propagation.Narrow(narrowed);
        for (var at = 0; at < _required.Length; at++)
        {
            if (!_required[at].IsMetBy(narrowed.Low[at], narrowed.High[at]))
            {
                return false;
            }
        }

        if (end == Propagation.End.Settled && narrowed.IsTree)
        {
            return true;
        }

        try
        {
            return HasFeasiblePoints(shown);
        }
        catch (OverflowException)
        {
            _simplex = null;
            return false;
        }
    }

    private bool HasFeasiblePoints(int shown)
    {
        _points.Restart(_solution, _unknowns.Low, _unknowns.High);
        _simplex ??= Simplex<Fraction>.Of(_unknowns, _solution, _points, _effort);
        if (_simplex is null)
        {
            // What an earlier vintage withheld is found from its totals, and need not fit what would be shown now.
            return false;
        }

        _unknowns.Low.CopyTo(_simplex.Low, 0);
        _unknowns.High.CopyTo(_simplex.High, 0);
        if (!_simplex.Repair())
        {
            return false;
        }

        _simplex.Retire(shown);
        var bounds = new Bounds<Fraction>(_simplex, _points);
        for (var unknown = 0; unknown < _required.Length; unknown++)
        {
            var at = unknown;
            if (!IsMet(at))
            {
                bounds.Find(at, () => IsMet(at));
            }

            if (!IsMet(at))
            {
                return false;
            }
        }

        return true;

        bool IsMet(int at) => _required[at].IsMetBy(_points.Low[at], _points.High[at]);
    }

    /// <returns>Whether no sum is disclosed and no lone contributor learns anything; nor units with all their figures, where that is asked.</returns>
    private bool IsSafeOtherwise() =>
        ComponentAudit.Sums(_component, _problem, _pattern.Withheld).Count == 0 && !_lone.Find(_unknowns, _required, _solution, _effort).Any()
        && !(_asksInsiders && _lone.FindInsiders(_unknowns, _required, _solution, _effort).Any());
}
