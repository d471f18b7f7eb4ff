using Site.Statistics.Audit;

namespace Site.Statistics.Protection;

/// <summary>Chooses which cells to withhold beside the unsafe ones: cycles, singleton closure, audit, repair, removal of what is redundant.</summary>
internal sealed class SecondarySuppressor
{
    /// <summary>How many ways to divide a cell's room between up and down are tried, beside the first.</summary>
    private const int MostLeanings = 8;

    /// <summary>
    /// What repairing cell by cell may take, each time with a proof of all around, before everything around is withheld instead: a quarter of what one proof may.
    /// </summary>
    private const long MostSteps = Effort.MostSteps / 4;

    private readonly SuppressionProblem _problem;
    private readonly SuppressionPattern _pattern;
    private readonly CheapestCycle _cycles;
    private readonly SingletonClosure _closure;
    private readonly ComponentFinder _finder;

    private SecondarySuppressor(SuppressionProblem problem)
    {
        _problem = problem;
        _pattern = new(problem);
        _cycles = new(problem, _pattern);
        _closure = new(problem, _pattern);
        _finder = new(problem.Constraints, _pattern.Withheld);
    }

    /// <summary>Withholds as few cells as it can so that no withheld figure can be worked out.</summary>
    /// <param name="problem">The cells, all releases and weeks together.</param>
    /// <returns>For each cell whether it is withheld, and the leaks that nothing could stop: publish only if there are none.</returns>
    public static (bool[] Withheld, List<Leak> Leaks) Protect(SuppressionProblem problem)
    {
        var suppressor = new SecondarySuppressor(problem);
        suppressor.AddCycles([.. Enumerable.Range(0, problem.Values.Length).Where(cell => suppressor._pattern.Withheld[cell])
            .OrderByDescending(cell => problem.Values[cell]).ThenBy(cell => cell)]);
        var leaks = suppressor.RepairAll([.. Enumerable.Range(0, problem.Values.Length)]);
        if (leaks.Exists(leak => leak.Kind is not LeakKind.Contradiction and not LeakKind.TooLarge))
        {
            // Cell by cell led nowhere; with all withheld around the leaks, what is not needed is shown again below.
            leaks = suppressor.RepairAll(suppressor.WithholdAround(leaks));
        }

        if (leaks.Count == 0)
        {
            leaks = suppressor.ShowWhatIsRedundant();
        }

        return (suppressor._pattern.Withheld, leaks);
    }

    /// <returns>What leaks then: the result is audited once more as it is, whatever led to it.</returns>
    private List<Leak> ShowWhatIsRedundant()
    {
        var all = (bool[])_pattern.Withheld.Clone();
        RedundancyRemoval.Run(_problem, _pattern, asksInsiders: false, [.. Enumerable.Range(0, all.Length)]);
        var leaks = Attacker.Find(_problem, _pattern.Withheld);
        if (!leaks.Exists(leak => leak.Kind == LeakKind.Insider))
        {
            return leaks;
        }

        // Where units learn something, all is withheld again, and they are asked about each cell.
        int[] cells = [.. new ComponentFinder(_problem.Constraints, all).Find([.. leaks.Select(leak => leak.Cell)]).SelectMany(component => component.Cells)];
        foreach (var cell in cells)
        {
            _pattern.Withhold(cell);
        }

        RedundancyRemoval.Run(_problem, _pattern, asksInsiders: true, cells);
        return Attacker.Find(_problem, _pattern.Withheld);
    }

    /// <summary>Puts each withheld cell on a cycle, then closes constraints with one unknown.</summary>
    /// <returns>All cells withheld now that were not before.</returns>
    private List<int> AddCycles(List<int> cells)
    {
        var added = new List<int>();
        _closure.Close(cells.Where(cell => _problem.Statuses[cell] == CellStatus.Derived).SelectMany(cell => _problem.Constraints.Of(cell).ToArray()), added);
        foreach (var cell in cells.Concat(added.ToArray()))
        {
            AddCycle(cell, added);
        }

        var touched = cells.Concat(added).SelectMany(cell => _problem.Constraints.Of(cell).ToArray());
        _closure.Close([.. touched], added);
        return added;
    }

    /// <summary>Withholds the cheapest cycle that gives a cell all the room it needs, upwards or downwards.</summary>
    private void AddCycle(int cell, List<int> added)
    {
        var (value, required) = (_problem.Values[cell], _problem.ProtectionLevels[cell]);
        if (required == ProtectionLevels.None)
        {
            return;
        }

        var leastRise = Math.Max(0, required.High - value);
        var leastFall = required.Low == long.MaxValue ? 0 : Math.Max(0, value - required.Low);
        var mostFall = Math.Min(value - _problem.Floors[cell], Math.Max(leastFall, required.Width - leastRise));
        List<int>? best = null;
        var cheapest = long.MaxValue;
        for (var fall = leastFall; fall <= Math.Min(mostFall, leastFall + MostLeanings) && cheapest > 0; fall++)
        {
            var cycle = _cycles.Find(cell, Math.Max(leastRise, required.Width - fall), fall);
            var cost = cycle?.Sum(other => _pattern.Withheld[other] ? 0L : _problem.Costs[other]) ?? long.MaxValue;
            (best, cheapest) = cost < cheapest ? (cycle, cost) : (best, cheapest);
        }

        foreach (var other in (best ?? []).Where(other => !_pattern.Withheld[other]))
        {
            _pattern.Withhold(other);
            added.Add(other);
        }
    }

    /// <summary>Withholds all that may be withheld and that some chain of constraints links to a leak.</summary>
    /// <returns>All cells of these chains that are withheld now.</returns>
    private List<int> WithholdAround(List<Leak> leaks)
    {
        var reached = leaks.Select(leak => leak.Cell).ToHashSet();
        var cells = reached.ToList();
        for (var at = 0; at < cells.Count; at++)
        {
            foreach (var constraint in _problem.Constraints.Of(cells[at]))
            {
                foreach (var cell in _problem.Constraints.Cells(constraint))
                {
                    if ((_pattern.Withheld[cell] || _pattern.CanWithhold(cell)) && reached.Add(cell))
                    {
                        cells.Add(cell);
                    }
                }
            }
        }

        foreach (var cell in cells.Where(_pattern.CanWithhold).ToArray())
        {
            _pattern.Withhold(cell);
        }

        return cells;
    }

    /// <summary>Audits the components of some cells, withholds more where one leaks, and audits what changed again.</summary>
    /// <returns>Leaks that nothing could stop, or not within <see cref="MostSteps"/>.</returns>
    private List<Leak> RepairAll(List<int> suspects)
    {
        var hopeless = new List<Leak>();
        var steps = 0L;
        while (suspects.Count > 0)
        {
            var components = _finder.Find(suspects.ToArray());
            var leaks = Attacker.Find(components, _problem, _pattern.Withheld, out var taken);
            steps += taken;
            suspects.Clear();
            for (var at = 0; at < components.Count; at++)
            {
                if (leaks[at].Count == 0)
                {
                    continue;
                }

                var added = steps > MostSteps ? [] : Repair(components[at], leaks[at]);
                suspects.AddRange(added);
                hopeless.AddRange(added.Count == 0 ? leaks[at] : []);
            }
        }

        return hopeless;
    }

    /// <summary>Withholds the cheapest cell in the lines of each leak, unless a line was just repaired; failing that, the cheapest cell of the component.</summary>
    private List<int> Repair(Component component, List<Leak> leaks)
    {
        var added = new List<int>();
        var repaired = new HashSet<int>();
        foreach (var leak in leaks)
        {
            var lines = leak.Constraint >= 0 ? [leak.Constraint] : _problem.Constraints.Of(leak.Cell).ToArray();
            if (leak.Kind is LeakKind.Contradiction or LeakKind.TooLarge || lines.Any(repaired.Contains) || CheapestIn(lines) is not { } cell)
            {
                continue;
            }

            repaired.UnionWith(lines);
            Withhold(cell);
        }

        if (added.Count == 0 && leaks.TrueForAll(leak => leak.Kind is not LeakKind.Contradiction and not LeakKind.TooLarge) && CheapestIn(component.Constraints) is { } margin)
        {
            Withhold(margin);
        }

        return added;

        void Withhold(int cell)
        {
            _pattern.Withhold(cell);
            added.Add(cell);
            added.AddRange(AddCycles([cell]));
        }
    }

    private int? CheapestIn(int[] constraints) =>
        _closure.Cheapest([.. constraints.SelectMany(constraint => _problem.Constraints.Cells(constraint).ToArray()).Distinct()]);
}
