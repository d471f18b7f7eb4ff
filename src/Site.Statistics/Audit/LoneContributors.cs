namespace Site.Statistics.Audit;

/// <summary>The attacker who alone makes up some cells of a component, and so knows them: what else can it work out?</summary>
/// <param name="component">A component, of a pattern in which what is withheld now was withheld, too.</param>
/// <param name="problem">The cells and the protection they need.</param>
/// <param name="withheld">Which cells are withheld; may change between two calls.</param>
/// <remarks>The "singletons" of the τ-Argus manual 4.1, section 2.9. Solutions found for a contributor are kept: what changes little is proved again at once.</remarks>
internal sealed class LoneContributors(Component component, SuppressionProblem problem, bool[] withheld)
{
    private readonly int[] _lone = Array.ConvertAll(component.Cells, cell => problem.LoneContributors[cell]);
    private readonly int[] _unprinted = problem.UnprintedContributors.Length == 0 ? [] : Array.ConvertAll(component.Cells, cell => problem.UnprintedContributors[cell]);
    private readonly int[][] _correctors = problem.Correctors.Length == 0 ? [] : Array.ConvertAll(component.Cells, cell => problem.Correctors[cell]);
    private readonly (int Contributor, long Figure)[][] _own = Array.ConvertAll(component.Cells, cell => problem.OwnFigures(cell));
    private readonly List<OtherSolution> _others = [];
    private readonly Dictionary<int, FeasiblePoints> _points = [];
    private Simplex<Fraction>? _simplex;
    private bool _isTooHard;

    /// <returns>The cells that a lone contributor can work out exactly, one contributor after another.</returns>
    /// <param name="unknowns">The equations of the component, with bounds that meet for what is shown.</param>
    /// <param name="required">What each unknown must satisfy.</param>
    /// <param name="solution">The true figures.</param>
    /// <param name="effort">What the proofs may take, all together.</param>
    /// <exception cref="EffortSpentException">They take more.</exception>
    public IEnumerable<Leak> Find(Unknowns unknowns, ProtectionLevels[] required, long[] solution, Effort effort)
    {
        var correctors = _correctors.Where((_, at) => withheld[component.Cells[at]]).SelectMany(contributors => contributors);
        foreach (var single in _lone.Where((contributor, at) => contributor >= 0 && withheld[component.Cells[at]]).Concat(correctors).Distinct())
        {
            effort.Spend(16 * solution.Length);
            var knows = Enumerable.Range(0, solution.Length).Select(at => _lone[at] == single || HasCorrected(at, single)).ToArray();
            FollowOwn(knows);
            var asked = new bool[required.Length];
            for (var unknown = 0; unknown < asked.Length; unknown++)
            {
                asked[unknown] = !knows[unknown] && required[unknown].Width > 0 && !MayBeKnown(unknown) && !KnewBefore(unknown, single);
            }

            if (!_points.TryGetValue(single, out var points))
            {
                _points.Add(single, points = new(solution.Length));
            }

            foreach (var unknown in Exact(unknowns, solution, knows, asked, points, effort))
            {
                yield return new(component.Cells[unknown], -1, LeakKind.SingletonContributor) { Contributor = single };
            }
        }
    }

    /// <returns>The cells that a contributor who knows what it adds to each cell, printed or not, can work out exactly.</returns>
    /// <remarks>
    /// Of every figure it knows the least that it can be. Nearly all contributors know something of nearly all cells, so second solutions are kept as what they change,
    /// and only contributors whom each of them contradicts are looked at one by one.
    /// </remarks>
    /// <inheritdoc cref="Find"/>
    public IEnumerable<Leak> FindInsiders(Unknowns unknowns, ProtectionLevels[] required, long[] solution, Effort effort)
    {
        if (_unprinted.Length == 0)
        {
            yield break;
        }

        int[] contributors = [.. _unprinted.Where(contributor => contributor >= 0).Concat(_own.SelectMany(own => own.Select(one => one.Contributor)))
            .Concat(_correctors.SelectMany(correctors => correctors)).Distinct().Order()];

        // Of each unknown, for each second solution in which it is another figure, whom it contradicts.
        var blocked = new Dictionary<int, List<HashSet<int>>>();
        foreach (var other in _others)
        {
            effort.Spend(other.Changes.Length);
            if (Array.TrueForAll(other.Changes, at => solution[at.Unknown] + at.Change >= unknowns.Low[at.Unknown] && solution[at.Unknown] + at.Change <= unknowns.High[at.Unknown]))
            {
                Block(other);
            }
        }

        for (var at = 0; at < required.Length; at++)
        {
            if (required[at].Width == 0 || !withheld[component.Cells[at]] || _unprinted[at] != -1 || MayBeKnown(at))
            {
                continue;
            }

            var settled = new HashSet<int>();
            while (Suspect(at, settled) is { } suspect)
            {
                settled.Add(suspect);
                if (IsExact(at, suspect))
                {
                    yield return new(component.Cells[at], -1, LeakKind.Insider) { Contributor = suspect };
                }
            }
        }

        int? Suspect(int unknown, HashSet<int> settled)
        {
            foreach (var contributor in contributors)
            {
                if (!settled.Contains(contributor) && !IsOwn(unknown, contributor) && !KnewBefore(unknown, contributor)
                    && !(blocked.TryGetValue(unknown, out var changed) && changed.Exists(one => !one.Contains(contributor))))
                {
                    return contributor;
                }
            }

            return null;
        }

        bool IsExact(int unknown, int contributor)
        {
            effort.Spend(16 * solution.Length);
            var knows = Enumerable.Range(0, solution.Length).Select(other => IsOwn(other, contributor)).ToArray();
            FollowOwn(knows);
            var asked = new bool[solution.Length];
            asked[unknown] = !knows[unknown];
            var points = new FeasiblePoints(solution.Length);
            var isExact = asked[unknown] && Exact(WithOwn(unknowns, solution, contributor), solution, knows, asked, points, effort).Count > 0;
            foreach (var point in points.Kept.Where(point => point[unknown] != solution[unknown]))
            {
                (int Unknown, long Change)[] changes = [.. Enumerable.Range(0, point.Length).Where(cell => point[cell] != solution[cell]).Select(cell => (cell, point[cell] - solution[cell]))];
                effort.Spend(changes.Length);
                var other = new OtherSolution(changes, Contradicted(changes, solution));
                _others.Add(other);
                Block(other);
            }

            return isExact;
        }

        void Block(OtherSolution other)
        {
            foreach (var (unknown, _) in other.Changes)
            {
                if (!blocked.TryGetValue(unknown, out var sets))
                {
                    blocked.Add(unknown, sets = []);
                }

                sets.Add(other.Contradicted);
            }
        }
    }

    /// <returns>The contributors that know a solution to be wrong: it changes what is theirs alone, or gives less than they add.</returns>
    private HashSet<int> Contradicted((int Unknown, long Change)[] changes, long[] solution)
    {
        var found = new HashSet<int>();
        foreach (var (unknown, change) in changes)
        {
            found.Add(_unprinted[unknown]);
            found.Add(IsDifference(unknown) ? -1 : _lone[unknown]);
            found.UnionWith(_correctors.Length == 0 ? [] : _correctors[unknown]);
            if (change < 0 && !MayFall(unknown))
            {
                found.UnionWith(_own[unknown].Where(one => Math.Min(one.Figure, solution[unknown]) > solution[unknown] + change).Select(one => one.Contributor));
            }
        }

        return found;
    }

    /// <returns>The equations with what a contributor adds itself as the least that each figure can be.</returns>
    /// <remarks>What earlier vintages said may be less than it adds today: then it added no more than what was said.</remarks>
    private Unknowns WithOwn(Unknowns unknowns, long[] solution, int contributor)
    {
        var view = unknowns.Copy();
        for (var at = 0; at < _own.Length; at++)
        {
            var own = Array.Find(_own[at], one => one.Contributor == contributor).Figure;
            view.Low[at] = MayFall(at) ? view.Low[at] : Math.Max(view.Low[at], Math.Min(own, solution[at]));
        }

        return view;
    }

    private bool MayFall(int unknown) => problem.Floors[component.Cells[unknown]] < 0;

    /// <summary>Whether a contributor made a difference between vintages alone: who files late or corrects takes all others for unchanged.</summary>
    private bool HasCorrected(int unknown, int contributor) => _correctors.Length > 0 && _correctors[unknown].Contains(contributor);

    /// <summary>Whether a contributor with all its figures knows a cell. That it alone grew between two days it does not know: others might have.</summary>
    private bool IsOwn(int unknown, int contributor) =>
        _unprinted[unknown] == contributor || HasCorrected(unknown, contributor) || (_lone[unknown] == contributor && withheld[component.Cells[unknown]] && !IsDifference(unknown));

    private bool IsDifference(int unknown) => problem.Statuses[component.Cells[unknown]] == CellStatus.Derived;

    /// <returns>Of the unknowns that are asked for, those of which no second figure is found.</returns>
    private List<int> Exact(Unknowns unknowns, long[] solution, bool[] knows, bool[] asked, FeasiblePoints points, Effort effort)
    {
        var view = unknowns.Copy();
        for (var unknown = 0; unknown < knows.Length; unknown++)
        {
            (view.Low[unknown], view.High[unknown]) = knows[unknown] ? (solution[unknown], solution[unknown]) : (view.Low[unknown], view.High[unknown]);
        }

        points.Restart(solution, view.Low, view.High);
        if (!Enumerable.Range(0, asked.Length).Any(unknown => asked[unknown] && !IsFree(unknown)))
        {
            return [];
        }

        Propagation.Narrow(view);
        try
        {
            if (AtTruth(unknowns, solution, effort) is { } simplex)
            {
                view.Low.CopyTo(simplex.Low, 0);
                view.High.CopyTo(simplex.High, 0);
                return Exact(simplex);
            }
        }
        catch (OverflowException)
        {
            (_simplex, _isTooHard) = (null, true);
        }

        return Prover.Unproved(view, Array.ConvertAll(asked, one => one ? ProtectionLevels.NotExact : ProtectionLevels.None), solution, effort, points) ?? [];

        List<int> Exact(Simplex<Fraction> simplex)
        {
            for (var unknown = 0; unknown < solution.Length; unknown++)
            {
                if (view.Low[unknown] == view.High[unknown])
                {
                    simplex.Retire(unknown);
                }
            }

            // The shared simplex stays where it is; what cannot be seen from there is looked for by a copy.
            Bounds<Fraction>? bounds = null;
            var exact = new List<int>();
            for (var at = 0; at < asked.Length; at++)
            {
                var unknown = at;
                if (asked[at] && !IsFree(at) && !simplex.IsDetermined(at))
                {
                    simplex.LookBeside(at, points, () => IsFree(unknown));
                    if (!IsFree(at))
                    {
                        (bounds ??= new(simplex.Copy(points), points)).Find(at, () => IsFree(unknown));
                    }
                }

                if (asked[at] && !IsFree(at))
                {
                    exact.Add(at);
                }
            }

            return exact;
        }

        bool IsFree(int unknown) => points.Low[unknown] < points.High[unknown];
    }

    /// <returns>A simplex that stands at the true figures, whoever looks; null where there is none.</returns>
    private Simplex<Fraction>? AtTruth(Unknowns unknowns, long[] solution, Effort effort)
    {
        if (_simplex is null && !_isTooHard)
        {
            _simplex = Simplex<Fraction>.Of(unknowns, solution, new(solution.Length), effort);
            _isTooHard = _simplex is null || Enumerable.Range(0, solution.Length).Any(unknown => _simplex.Value(unknown).Minus(Fraction.From(solution[unknown])).Sign != 0);
        }

        return _isTooHard ? null : _simplex;
    }

    private bool MayBeKnown(int unknown) => problem.MayBeKnownToUnits.Length > 0 && problem.MayBeKnownToUnits[component.Cells[unknown]];

    private bool KnewBefore(int unknown, int contributor) => problem.KnownToInsiders.Contains((component.Cells[unknown], contributor));

    /// <summary>A total of figures that are shown or one's own, or the difference of two such, is no secret of anybody else.</summary>
    private void FollowOwn(bool[] knows)
    {
        for (var changed = true; changed;)
        {
            changed = false;
            foreach (var constraint in component.Constraints)
            {
                var cells = problem.Constraints.Cells(constraint);
                var isDifference = problem.Statuses[cells[^1]] == CellStatus.Derived;
                var (open, unknown) = (0, -1);
                foreach (var cell in cells)
                {
                    if (withheld[cell] && Array.BinarySearch(component.Cells, cell) is var at && !knows[at])
                    {
                        (open, unknown) = (open + 1, at);
                    }
                }

                if (open == 1 && (isDifference || component.Cells[unknown] == cells[0]))
                {
                    knows[unknown] = changed = true;
                }
            }
        }
    }

    /// <param name="Changes">How much each unknown is another than it truly is; those that are the same are left out.</param>
    /// <param name="Contradicted">Who knows that it is not so.</param>
    private sealed record OtherSolution((int Unknown, long Change)[] Changes, HashSet<int> Contradicted);
}
