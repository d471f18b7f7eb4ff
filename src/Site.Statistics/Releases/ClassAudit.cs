using System.Collections.Immutable;
using Site.Core.Diagnostics;
using Site.Statistics.Forms;
using Site.Statistics.Policies;
using Site.Statistics.Published;
using Site.Statistics.Snapshots;

namespace Site.Statistics.Releases;

/// <summary>Holds snapshots of releases against the classes of their indicators, without returns: a class is kept whatever led to a release.</summary>
internal static class ClassAudit
{
    /// <returns><c>disclosure/class-not-kept</c>, an error at the table, for each indicator that is shown and may not be, or not so.</returns>
    /// <param name="forms">The forms; of an indicator that none has, nothing is said here.</param>
    public static IEnumerable<Diagnostic> Find(FormRegistry forms, ImmutableArray<Snapshot> releases) =>
        from release in releases
        from table in release.Tables
        where table.IsOfReturns
        from at in Enumerable.Range(0, table.Safe.Indicators.Length)
        let indicator = forms.FindIndicator(table.Safe.Indicators[at].Id)
        where indicator is not null
        let fault = Fault(indicator, table, at)
        where fault is not null
        select Diagnostic.Error("disclosure/class-not-kept", table.Location, $"{indicator.Quoted}{fault}。",
            "从版本库取回冻结时的文件；这样的数已经冻结的，把这一期从 input/releases/ 移走，不要发布。");

    private static string? Fault(Indicator indicator, SnapshotTable table, int at)
    {
        var size = table.Safe.Cells.Length / table.Safe.Indicators.Length;
        return indicator.Publication switch
        {
            PublicationClass.Internal => "只供内部核验，不能公布",
            PublicationClass.Never when !indicator.MayShowCityTotal || size > 1 => indicator.MayShowCityTotal ? "只能公布全市、全部活动的合计" : "永不公布",
            PublicationClass.Never or PublicationClass.Controlled when !table.Measures[at].HasFlag(Measure.Count) => "太少的数不能公布，这张表却没有按它来保护",
            PublicationClass.Never or PublicationClass.Controlled when table.Safe.Cells.AsSpan().Slice(at * size, size).ToArray().Any(IsSmall) =>
                $"不满 {InputPolicy.LeastReports} 的数不能公布，却写出了数",
            _ => null,
        };
    }

    private static bool IsSmall(Cell cell) => cell is Cell.Shown { Value: > 0 and < InputPolicy.LeastReports };
}
