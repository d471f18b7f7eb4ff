using System.Collections.Immutable;
using System.Globalization;
using Site.Core.Diagnostics;
using Site.Statistics.Audit;
using Site.Statistics.Policies;
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
    public static ImmutableArray<PublishedSeries> Find(
        ImmutableArray<Snapshot> releases, Func<string, DisclosureRules?> rulesOf, DisclosureRules ofAttempts, List<Diagnostic> diagnostics)
    {
        var found = ImmutableArray.CreateBuilder<PublishedSeries>();
        var groups = from release in releases
                     from table in release.Tables
                     where table.IsOfReturns
                     from indicator in table.Safe.Indicators
                     group table by (indicator.Id, release.Safe.AsOf.Year, Epoch: Epoch(release, indicator.Id, releases)) into series
                     orderby series.Key.Id, series.Key.Year, series.Key.Epoch
                     select series;
        foreach (var group in groups)
        {
            var before = diagnostics.Count;
            if (PublishedSeries.OfReturns(group.Key.Id, [.. group], rulesOf(group.Key.Id), diagnostics) is not { } series)
            {
                continue;
            }

            found.Add(series);
            if (diagnostics.Count == before)
            {
                diagnostics.AddRange(Attack(series));
            }
        }

        foreach (var year in releases.SelectMany(release => release.Tables).Where(table => !table.IsOfReturns).GroupBy(table => table.Day.Year))
        {
            var before = diagnostics.Count;
            if (PublishedSeries.OfAttempts([.. year], ofAttempts, diagnostics) is { } series
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
    public static IEnumerable<string> Intervals(PublishedSeries series, ImmutableArray<Snapshot> listed)
    {
        var tables = series.Tables.Where(table => listed.Any(release => release.Tables.Contains(table))).ToArray();
        if (tables.Length == 0 || !Array.Exists(series.Withheld, withheld => withheld)
            || Attacker.Intervals(series.Problem, series.Withheld) is not { } intervals)
        {
            return [];
        }

        if (series.IsOfAttempts)
        {
            return from table in tables
                   from cell in series.Axes.Place(table)!.Cells(series.Axes.Shape)
                   where series.Cells[cell] is Cell.Withheld
                   select string.Create(CultureInfo.InvariantCulture,
                       $"{table.Safe.Title}，{series.Axes.Categories(cell)}，{table.Day:yyyy-MM-dd}：{intervals[series.Merged[cell]]}");
        }

        var cells = tables.SelectMany(table => series.Axes.Place(table)!.Cells(series.Axes.Shape)).Distinct().Where(cell => series.Cells[cell] is Cell.Withheld);
        return cells.Order().Select(cell => $"{series.Label}，{series.Axes.Name(cell)}：{intervals[series.Merged[cell]]}");
    }

    /// <returns>How many releases up to this one took something back that earlier ones said of the indicator.</returns>
    private static int Epoch(Snapshot release, string indicator, ImmutableArray<Snapshot> releases) =>
        releases.TakeWhile(other => other != release).Append(release).Count(other => other.Restates.Any(restated => restated.Indicator == indicator));

    private static IEnumerable<Diagnostic> Attack(PublishedSeries series)
    {
        if (!Array.Exists(series.Withheld, withheld => withheld) && series.Problem.Constraints.Count == 0)
        {
            return [];
        }

        var location = series.Tables[^1].Location;
        return Attacker.Find(series.Problem, series.Withheld).Select(leak =>
        {
            var name = $"“{series.Label}，{series.Axes.Name(Array.IndexOf(series.Merged, leak.Cell))}”";
            return leak.Kind == LeakKind.Contradiction
                ? Diagnostic.Error("disclosure/contradiction", location, $"{name}所在的已公布的数互相矛盾，合计不等于各部分之和。", "从版本库取回冻结时的文件；不要手工改动 input/releases/。")
                : Diagnostic.Error("disclosure/gives-way", location, $"{name}没有公布，却可以由已公布的数推算得太准。", "从版本库取回冻结时的文件；不要手工改动 input/releases/。");
        });
    }

    /// <summary>Of attempts the thresholds are always known, so that increments are judged too: none may be known to be small and above 0.</summary>
    private static IEnumerable<Diagnostic> AttackAttempts(PublishedSeries series, DisclosureRules rules)
    {
        if (Attacker.Intervals(series.Problem, series.Withheld) is not { } intervals)
        {
            return [PublishedSeries.Contradicting(series.Tables[^1])];
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
