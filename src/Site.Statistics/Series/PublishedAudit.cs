using System.Collections.Immutable;
using Site.Core.Diagnostics;
using Site.Statistics.Audit;
using Site.Statistics.Policies;
using Site.Statistics.Snapshots;

namespace Site.Statistics.Series;

/// <summary>Attacks everything ever published with nothing but what is published.</summary>
internal static class PublishedAudit
{
    /// <returns>The systems that were attacked, by indicator, year and age.</returns>
    /// <param name="releases">All releases, oldest first.</param>
    /// <param name="rulesOf">The thresholds of an indicator; null where they are not known.</param>
    /// <param name="diagnostics">Takes <c>disclosure/gives-way</c> and <c>disclosure/contradiction</c>.</param>
    public static ImmutableArray<PublishedSeries> Find(
        ImmutableArray<Snapshot> releases, Func<string, DisclosureRules?> rulesOf, List<Diagnostic> diagnostics)
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
            if (PublishedSeries.Of(group.Key.Id, [.. group], rulesOf(group.Key.Id), diagnostics) is not { } series)
            {
                continue;
            }

            found.Add(series);
            if (diagnostics.Count == before)
            {
                diagnostics.AddRange(Attack(series));
            }
        }

        return found.DrainToImmutable();
    }

    /// <returns>How many releases up to this one took something back that earlier ones said of the indicator.</returns>
    private static int Epoch(Snapshot release, string indicator, ImmutableArray<Snapshot> releases) =>
        releases.TakeWhile(other => other != release).Append(release).Count(other => other.Restates.Any(restated => restated.Indicator == indicator));

    private static IEnumerable<Diagnostic> Attack(PublishedSeries series)
    {
        if (!Array.Exists(series.Withheld, withheld => withheld) && series.Figures.Constraints.Count == 0)
        {
            return [];
        }

        var where = series.Tables[^1].Where;
        return Attacker.Find(series.Figures, series.Withheld).Select(leak =>
        {
            var name = $"“{series.Label}，{series.Axes.Name(series.Axes.Shape.Of(Array.IndexOf(series.Merged, leak.Cell)))}”";
            return leak.Kind == LeakKind.Contradiction
                ? Diagnostic.Error("disclosure/contradiction", where, $"{name}所在的已公布的数互相矛盾，合计不等于各部分之和。", "从版本库取回冻结时的文件；不要手工改动 input/releases/。")
                : Diagnostic.Error("disclosure/gives-way", where, $"{name}没有公布，却可以由已公布的数推算得太准。", "从版本库取回冻结时的文件；不要手工改动 input/releases/。");
        });
    }
}
