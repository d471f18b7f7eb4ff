using System.Collections.Concurrent;

namespace Site.Statistics.Audit;

/// <summary>Tries to work out all that is withheld from all that is shown, component by component and several at once.</summary>
internal static class Attacker
{
    /// <returns>Every leak, by component; contradictions between shown figures first. None only where everything is proved safe.</returns>
    /// <param name="problem">The cells, all tables, releases and weeks together.</param>
    /// <param name="withheld">For each cell whether it is withheld.</param>
    public static List<Leak> Find(SuppressionProblem problem, bool[] withheld)
    {
        var components = Components(problem, withheld);
        var leaks = Contradictions(problem, withheld);
        leaks.AddRange(Find(components, problem, withheld, out _).SelectMany(found => found));
        return leaks;
    }

    /// <returns>For each component its leaks.</returns>
    /// <param name="components">Components of <paramref name="withheld"/>.</param>
    /// <param name="steps">What the proofs took, in steps of <see cref="Effort"/>.</param>
    public static List<Leak>[] Find(List<Component> components, SuppressionProblem problem, bool[] withheld, out long steps)
    {
        var leaks = new List<Leak>[components.Count];
        steps = Each(components, problem.Budget, (at, effort) => leaks[at] = ComponentAudit.Find(components[at], problem, withheld, effort));
        return leaks;
    }

    /// <returns>
    /// For each cell what it can be for someone who has read everything: the figure itself where it is shown. Null where shown figures
    /// contradict each other, or where it takes too much to find what withheld ones can be.
    /// </returns>
    /// <param name="known">For each withheld cell its figure, if the attacker happens to know it, else null.</param>
    /// <param name="budget">What that may take; null where it is what the problem has.</param>
    public static Interval[]? Intervals(SuppressionProblem problem, bool[] withheld, Func<int, long?>? known = null, ProofBudget? budget = null)
    {
        var components = Components(problem, withheld);
        var found = new Interval[]?[components.Count];
        Each(components, budget ?? problem.Budget, (at, effort) => found[at] = ComponentAudit.Intervals(components[at], problem, withheld, known ?? (_ => null), effort));
        if (Array.Exists(found, intervals => intervals is null) || Contradictions(problem, withheld).Count > 0)
        {
            return null;
        }

        var all = Array.ConvertAll(problem.Values, value => new Interval(value, value));
        foreach (var (component, intervals) in components.Zip(found))
        {
            for (var at = 0; at < component.Cells.Length; at++)
            {
                all[component.Cells[at]] = intervals![at];
            }
        }

        return all;
    }

    private static List<Component> Components(SuppressionProblem problem, bool[] withheld) =>
        new ComponentFinder(problem.Constraints, withheld).Find([.. Enumerable.Range(0, withheld.Length)]);

    private static List<Leak> Contradictions(SuppressionProblem problem, bool[] withheld)
    {
        var found = new List<Leak>();
        for (var constraint = 0; constraint < problem.Constraints.Count; constraint++)
        {
            var cells = problem.Constraints.Cells(constraint);
            var rest = problem.Values[cells[0]];
            var allShown = !withheld[cells[0]];
            foreach (var part in cells[1..])
            {
                rest -= problem.Values[part];
                allShown &= !withheld[part];
            }

            if (allShown && rest != 0)
            {
                found.Add(new(cells[0], constraint, LeakKind.Contradiction));
            }
        }

        return found;
    }

    /// <summary>
    /// Works on each component, several at once. No more are begun together than what is left allows if each takes all it may; so all get a little first, and those that need it
    /// begin anew with as much as a proof may take. In which order they end does not matter.
    /// </summary>
    /// <returns>What it took.</returns>
    private static long Each(List<Component> components, ProofBudget? budget, Action<int, Effort> work)
    {
        var (steps, open) = (0L, Enumerable.Range(0, components.Count).ToArray());
        foreach (var allotment in (ReadOnlySpan<long>)[Effort.MostSteps / 32, Effort.MostSteps])
        {
            var unfinished = new List<int>();
            for (var first = 0; first < open.Length;)
            {
                var left = Math.Max(0, budget?.Left ?? long.MaxValue);
                var together = (int)Math.Clamp(left / allotment, 1, open.Length - first);
                var efforts = Enumerable.Range(0, together).Select(_ => new Effort(Math.Min(left, allotment))).ToArray();
                var begun = first;
                Parallel.ForEach(Partitioner.Create(0, together, 16), range =>
                {
                    for (var at = range.Item1; at < range.Item2; at++)
                    {
                        work(open[begun + at], efforts[at]);
                    }
                });
                var taken = efforts.Sum(effort => effort.Steps);
                budget?.Take(taken);
                (steps, first) = (steps + taken, first + together);
                unfinished.AddRange(Enumerable.Range(begun, together).Where(at => efforts[at - begun].IsSpent).Select(at => open[at]));
            }

            open = [.. unfinished];
        }

        return steps;
    }
}

/// <summary>How a withheld figure leaks.</summary>
internal enum LeakKind
{
    /// <summary>Its feasibility interval is narrower than it must be.</summary>
    Interval,

    /// <summary>A constraint discloses a sum of withheld cells that may not be known.</summary>
    Sum,

    /// <summary>A lone contributor, who knows its own figure, can work it out.</summary>
    SingletonContributor,

    /// <summary>A contributor, who knows what it adds to every cell, printed or not, can work out a figure that a table withholds.</summary>
    Insider,

    /// <summary>No figures fit: two published numbers contradict each other.</summary>
    Contradiction,

    /// <summary>So many withheld figures hang together that the proof takes more than <see cref="Effort"/> allows.</summary>
    TooLarge,
}

/// <summary>A withheld figure that is not protected.</summary>
/// <param name="Cell">The cell; the first of the sum, where a sum leaks.</param>
/// <param name="Constraint">The constraint that discloses a sum, or that contradicts another; -1 where several do together.</param>
/// <param name="Kind">How it leaks.</param>
internal readonly record struct Leak(int Cell, int Constraint, LeakKind Kind)
{
    /// <summary>The contributor that can work it out; -1 where everybody can.</summary>
    public int Contributor { get; init; } = -1;
}

/// <summary>The whole numbers a cell can have for someone who has read everything: its feasibility interval.</summary>
/// <param name="Low">The least; −<see cref="Unbounded"/> where nothing bounds it.</param>
/// <param name="High">The greatest, <paramref name="Low"/> or more; <see cref="Unbounded"/> where nothing bounds it.</param>
internal readonly record struct Interval(long Low, long High)
{
    /// <summary>Stands for "no upper bound"; figures themselves stay below a thousandth of it.</summary>
    public const long Unbounded = 1L << 52;

    /// <returns><c>[3, 9]</c>, or <c>[3, ∞)</c>.</returns>
    public override string ToString() => High >= Unbounded ? $"[{Low}, ∞)" : $"[{Low}, {High}]";
}
