using Site.Statistics.Audit;

namespace Site.Statistics.Protection;

/// <summary>Shows again, dearest first, every complement without which its component is still safe.</summary>
/// <remarks>The equations are solved once for a component; a cell shown again is an unknown whose bounds have met.</remarks>
internal sealed class RedundancyRemoval
{
    private readonly SuppressionProblem _figures;
    private readonly SuppressionPattern _pattern;
    private readonly ComponentFinder _finder;
    private readonly Component _component;
    private readonly Unknowns _unknowns;
    private readonly ProtectionLevels[] _required;
    private readonly long[] _solution;
    private readonly FeasiblePoints _witnesses;
    private readonly bool _hasSingletonContributors;
    private Simplex<Fraction>? _simplex;

    private RedundancyRemoval(SuppressionProblem figures, SuppressionPattern pattern, ComponentFinder finder, Component component)
    {
        (_figures, _pattern, _finder, _component) = (figures, pattern, finder, component);
        _unknowns = Unknowns.Of(component, figures, pattern.Withheld);
        _required = Array.ConvertAll(component.Cells, cell => figures.ProtectionLevels[cell]);
        _solution = Array.ConvertAll(component.Cells, cell => figures.Values[cell]);
        _witnesses = new(_solution.Length);
        _hasSingletonContributors = Array.Exists(component.Cells, cell => figures.LoneContributors[cell] >= 0);
    }

    /// <summary>Shows what it can of each component, in the same order on every machine; components do not touch one another.</summary>
    /// <param name="figures">The cells, with the figures of those withheld.</param>
    /// <param name="pattern">A pattern without leaks.</param>
    public static void Run(SuppressionProblem figures, SuppressionPattern pattern)
    {
        var finder = new ComponentFinder(figures.Constraints, pattern.Withheld);
        var components = finder.Find([.. Enumerable.Range(0, figures.Values.Length)]);
        Parallel.ForEach(components.Where(component => Array.Exists(component.Cells, cell => figures.Statuses[cell] == CellStatus.Free)), component =>
            new RedundancyRemoval(figures, pattern, finder, component).ShowWhatIsSafe());
    }

    private void ShowWhatIsSafe()
    {
        var complements = Enumerable.Range(0, _solution.Length).Where(at => _figures.Statuses[_component.Cells[at]] == CellStatus.Free)
            .OrderByDescending(at => _figures.Costs[_component.Cells[at]]).ThenBy(at => at).ToArray();
        foreach (var at in complements)
        {
            var (low, high, asked) = (_unknowns.Low[at], _unknowns.High[at], _required[at]);
            _pattern.Show(_component.Cells[at]);
            (_unknowns.Low[at], _unknowns.High[at], _required[at]) = (_solution[at], _solution[at], ProtectionLevels.None);
            if (!LeavesNoSingleUnknown(_component.Cells[at]) || !IsProved() || !IsSafeOtherwise())
            {
                _pattern.Withhold(_component.Cells[at]);
                (_unknowns.Low[at], _unknowns.High[at], _required[at]) = (low, high, asked);
            }
        }
    }

    private bool LeavesNoSingleUnknown(int cell)
    {
        foreach (var relation in _figures.Constraints.Of(cell))
        {
            if (_pattern.UnknownsIn(relation) == 1)
            {
                return false;
            }
        }

        return true;
    }

    /// <returns>Whether every interval is still wide enough with what is shown now. Doubt, or a number too long, counts as no.</returns>
    private bool IsProved()
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
            return HasFeasiblePoints();
        }
        catch (OverflowException)
        {
            _simplex = null;
            return false;
        }
    }

    private bool HasFeasiblePoints()
    {
        _witnesses.Restart(_solution, _unknowns.Low, _unknowns.High);
        _simplex ??= Simplex<Fraction>.Of(_unknowns, _solution, _witnesses)!;
        _unknowns.Low.CopyTo(_simplex.Low, 0);
        _unknowns.High.CopyTo(_simplex.High, 0);
        if (!_simplex.Repair())
        {
            return false;
        }

        var bounds = new Bounds<Fraction>(_simplex, _witnesses);
        for (var unknown = 0; unknown < _required.Length; unknown++)
        {
            var at = unknown;
            if (!IsMet(at))
            {
                bounds.Find(at, up: true, () => IsMet(at));
                bounds.Find(at, up: false, () => IsMet(at));
            }

            if (!IsMet(at))
            {
                return false;
            }
        }

        return true;

        bool IsMet(int at) => _required[at].IsMetBy(_witnesses.Low[at], _witnesses.High[at]);
    }

    /// <returns>Whether no sum is given away and no lone contributor learns anything.</returns>
    private bool IsSafeOtherwise() => _hasSingletonContributors
        ? _finder.Find(_component.Cells).TrueForAll(part => ComponentAudit.Find(part, _figures, _pattern.Withheld).Count == 0)
        : ComponentAudit.Sums(_component, _figures, _pattern.Withheld).Count == 0;
}
