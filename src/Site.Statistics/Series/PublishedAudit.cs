using System.Collections.Immutable;
using System.Globalization;
using Site.Core.Diagnostics;
using Site.Statistics.Audit;
using Site.Statistics.Policies;
using Site.Statistics.Protection;
using Site.Statistics.Published;
using Site.Statistics.Snapshots;

namespace Site.Statistics.Series;

/// <summary>Attacks everything that was ever published, knowing nothing else.</summary>
internal static class PublishedAudit
{
    /// <returns>The systems that were attacked: those of returns by indicator, year and age, then those of attempts by year.</returns>
    /// <param name="releases">All releases, oldest first.</param>
    /// <param name="rulesOf">The thresholds of an indicator of returns; null where they are not known.</param>
    /// <param name="ofAttempts">The thresholds of quiz attempts.</param>
    /// <param name="diagnostics">Takes <c>disclosure/gives-way</c> and <c>disclosure/contradiction</c>.</param>
    /// <param name="budget">What all proofs may take together; null where each alone is limited.</param>
    public static ImmutableArray<PublishedSeries> Find(
        ImmutableArray<Snapshot> releases, Func<string, DisclosureRules?> rulesOf, DisclosureRules ofAttempts, List<Diagnostic> diagnostics,
        ProofBudget? budget = null)
    {
        var found = ImmutableArray.CreateBuilder<PublishedSeries>();
        var groups = from release in releases
                     from table in release.Tables
                     where table.IsOfReturns
                     from indicator in table.Safe.Indicators
                     group (table, Vintage: Vintages.Of(release, indicator.Id, releases)) by (indicator.Id, release.Safe.AsOf.Year) into series
                     orderby series.Key.Id, series.Key.Year
                     select series;
        foreach (var group in groups)
        {
            ImmutableArray<SnapshotTable> tables = [.. group.Select(one => one.table)];
            var vintages = new Dictionary<SnapshotTable, int>(ReferenceEqualityComparer.Instance);
            foreach (var (table, vintage) in group)
            {
                vintages.Add(table, vintage);
            }

            var rules = rulesOf(group.Key.Id);
            if (Attack(takesUnchanged: false, diagnostics) is not { } careful)
            {
                continue;
            }

            // Who takes unchanged what nobody said to be corrected is mistaken where that contradicts itself.
            var told = new List<Diagnostic>();
            var bold = vintages.Values.Distinct().Count() > 1 ? Attack(takesUnchanged: true, told) : null;
            var isMistaken = bold is null || told.Exists(diagnostic => diagnostic.Code == "disclosure/contradiction");
            diagnostics.AddRange(told.Where(diagnostic => diagnostic.Code == "disclosure/gives-way").Except(diagnostics.ToArray()));
            found.Add(isMistaken ? careful : bold!);

            PublishedSeries? Attack(bool takesUnchanged, List<Diagnostic> into)
            {
                var before = into.Count;
                var series = PublishedSeries.OfReturns(group.Key.Id, tables, table => vintages[table], takesUnchanged, rules, into, budget);
                into.AddRange(series is not null && into.Count == before ? PublishedAudit.Attack(series, rules) : []);
                return series;
            }
        }

        foreach (var year in releases.SelectMany(release => release.Tables).Where(table => !table.IsOfReturns).GroupBy(table => table.Day.Year))
        {
            var before = diagnostics.Count;
            if (PublishedSeries.OfAttempts([.. year], ofAttempts, diagnostics, budget) is { } series
                && diagnostics.Skip(before).All(diagnostic => diagnostic.Code != "disclosure/contradiction"))
            {
                found.Add(series);
                diagnostics.AddRange(AttackAttempts(series, ofAttempts).Except(diagnostics.Skip(before).ToArray()));
            }
        }

        return found.DrainToImmutable();
    }

    /// <returns>What each withheld figure can be for someone who has read everything, a line each.</returns>
    /// <param name="series">A system that does not contradict itself.</param>
    /// <param name="listed">The releases whose figures are asked for.</param>
    /// <param name="budget">What that may take; where it takes more, one line says so. Null where it is what is left of that of the series.</param>
    public static IEnumerable<string> Intervals(PublishedSeries series, ImmutableArray<Snapshot> listed, ProofBudget? budget = null)
    {
        var tables = series.Tables.Where(table => listed.Any(release => release.Tables.Contains(table))).ToArray();
        if (tables.Length == 0 || !Array.Exists(series.Withheld, withheld => withheld))
        {
            return [];
        }

        if (Attacker.Intervals(series.Problem, series.Withheld, budget: budget) is not { } intervals)
        {
            return [$"{series.Label}：太多不公布的数连在一起，没有逐格列出别人最多能推算到什么范围。"];
        }

        if (series.IsOfAttempts)
        {
            return from table in tables
                   from cell in series.Place(table).Cells(series.Axes.Shape)
                   where series.Cells[cell] is Cell.Withheld
                   select string.Create(CultureInfo.InvariantCulture,
                       $"{table.Safe.Title}，{series.Axes.Categories(cell)}，{table.Day:yyyy-MM-dd}：{intervals[series.Merged[cell]]}");
        }

        var cells = tables.SelectMany(table => series.Place(table).Cells(series.Axes.Shape)).Distinct().Where(cell => series.Cells[cell] is Cell.Withheld);
        return cells.Order().Select(cell => $"{series.Label}，{series.Axes.Name(cell)}：{intervals[series.Merged[cell]]}");
    }

    /// <summary>Where the thresholds are known, no increment of persons may be known to be small and above 0 either.</summary>
    private static IEnumerable<Diagnostic> Attack(PublishedSeries series, DisclosureRules? rules)
    {
        if (!Array.Exists(series.Withheld, withheld => withheld) && series.Problem.Constraints.Count == 0)
        {
            return [];
        }

        var location = series.Tables[^1].Location;
        var leaks = Attacker.Find(series.Problem, series.Withheld);
        leaks.AddRange(leaks.Count == 0 && rules is not null && series.CountsPersons ? SmallIncrements(series, rules) : []);
        return leaks.Select(leak =>
        {
            var name = $"“{series.Label}，{series.Axes.Name(Array.IndexOf(series.Merged, leak.Cell))}”";
            return leak.Kind == LeakKind.TooLarge ? TooLarge(location, name)
                : leak.Kind == LeakKind.Contradiction ? Diagnostic.Error("disclosure/contradiction", location, $"{name}所在的已公布的数互相矛盾，合计不等于各部分之和。", "从版本库取回冻结时的文件；不要手工改动 input/releases/。")
                : Diagnostic.Error("disclosure/gives-way", location, $"{name}没有公布，却可以由已公布的数推算得太准。", KnownDisclosure.Cure);
        });
    }

    /// <summary>So much is withheld and hangs together that nobody can say in reasonable time what follows from it.</summary>
    public static Diagnostic TooLarge(Location location, string name) => Diagnostic.Error("disclosure/too-large", location,
        $"{name}与太多不公布的数连在一起，核对不完能不能推算出来。", "从版本库取回冻结时的文件；新的一期要分得粗一些：去掉行业，用 areas 并到区县，或不列各周。");

    /// <returns>The differences that are known to be above 0 and below the threshold; and those of which it takes too much to tell.</returns>
    private static IEnumerable<Leak> SmallIncrements(PublishedSeries series, DisclosureRules rules)
    {
        var (problem, shape) = (series.Problem, series.Axes.Shape);
        var increments = Enumerable.Range(0, series.Merged.Length)
            .Where(cell => shape.IsIncrement(cell) && series.Printed.Has(cell) && problem.Statuses[series.Merged[cell]] == CellStatus.Derived).Select(cell => series.Merged[cell]).Distinct().ToArray();
        var known = increments.Where(at => !series.Withheld[at] && PrimaryRules.IsUnsafeCount(problem.Values[at], rules)).Select(at => new Leak(at, -1, LeakKind.Interval)).ToArray();
        var hidden = Array.FindAll(increments, at => series.Withheld[at]);
        var tooLarge = new List<Leak>();
        var aboveZero = Failing(hidden, new(0, -Interval.Unbounded, 0));
        var small = Failing(aboveZero, new(long.MaxValue, rules.LeastPersons, 0)).Select(at => new Leak(at, -1, LeakKind.Interval));
        return [.. known, .. small, .. tooLarge];

        // What is not proved is not safe either.
        int[] Failing(int[] cells, ProtectionLevels levels)
        {
            if (cells.Length == 0)
            {
                return [];
            }

            foreach (var at in hidden)
            {
                problem.ProtectionLevels[at] = ProtectionLevels.None;
            }

            foreach (var at in cells)
            {
                problem.ProtectionLevels[at] = levels;
            }

            var leaks = Attacker.Find(problem, series.Withheld);
            tooLarge.AddRange(leaks.Where(leak => leak.Kind == LeakKind.TooLarge).Except(tooLarge.ToArray()));
            return [.. leaks.Where(leak => leak.Kind == LeakKind.Interval).Select(leak => leak.Cell).Intersect(cells)];
        }
    }

    /// <summary>Of attempts the thresholds are always known, so that increments are judged too: none may be known to be small and above 0.</summary>
    private static IEnumerable<Diagnostic> AttackAttempts(PublishedSeries series, DisclosureRules rules)
    {
        if (Attacker.Intervals(series.Problem, series.Withheld) is not { } intervals)
        {
            var large = Attacker.Find(series.Problem, series.Withheld).Find(leak => leak.Kind == LeakKind.TooLarge);
            return [large.Kind == LeakKind.TooLarge
                ? TooLarge(series.Tables[^1].Location, $"“答题，{series.Axes.Categories(Array.IndexOf(series.Merged, large.Cell))}”")
                : PublishedSeries.Contradicting(series.Tables[^1])];
        }

        return Enumerable.Range(0, series.Cells.Length).Where(GivesWay).Select(cell => PublishedSeries.AttemptLeak(series.Axes, series.Tables, cell));

        bool GivesWay(int cell)
        {
            var (at, interval) = (series.Merged[cell], intervals[series.Merged[cell]]);
            return series.Axes.Shape.IsIncrement(cell)
                ? series.Printed.Has(cell) && interval.Low > 0 && interval.High < rules.LeastPersons
                : series.Cells[cell] is Cell.Withheld && !series.Problem.ProtectionLevels[at].IsMetBy(interval.Low, interval.High);
        }
    }
}
