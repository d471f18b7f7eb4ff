using System.Collections.Immutable;
using Site.Core.Diagnostics;
using Site.Statistics.Audit;
using Site.Statistics.Policies;
using Site.Statistics.Protection;
using Site.Statistics.Published;
using Site.Statistics.Requests;
using Site.Statistics.Snapshots;

namespace Site.Statistics.Series;

/// <summary>Decides what new tables show of one indicator, together with all that was published before.</summary>
internal static class SeriesProtection
{
    /// <summary>More than this share of the finest figures above 0 withheld is too much, in percent.</summary>
    private const int MostWithheld = 30;

    /// <param name="asked">The new tables, among those of the history.</param>
    /// <param name="diagnostics">Takes <c>disclosure/table-too-fine</c> and <c>disclosure/cannot-protect</c> at the place of the table's request.</param>
    /// <returns>For each new table its cells in order, none where it may not be shown.</returns>
    public static ImmutableArray<ImmutableArray<Cell>> Protect(
        SeriesHistory history, string label, ImmutableArray<PrintedTable.Requested> asked, List<Diagnostic> diagnostics)
    {
        var (series, shape) = (history.Series, history.Series.Axes.Shape);
        var withheld = new bool[shape.Count];
        if (history.Measure != Measure.Open)
        {
            var (figures, merged) = PrimarySuppression.Of(series.Cube, [history.Measure], history.Rules, history.History, series.Printed);
            var tooFine = asked.Select(table => TooFine(table, history, label, cell => figures.Statuses[merged[cell]] == CellStatus.Withheld)).OfType<Diagnostic>().ToArray();
            if (tooFine.Length > 0)
            {
                diagnostics.AddRange(tooFine);
                return [];
            }

            var (hidden, leaks) = SecondarySuppressor.Protect(figures);
            if (leaks.Count > 0)
            {
                diagnostics.AddRange(leaks.Select(leak => Refuse(asked[0].Request, $"“{label}，{series.Axes.Name(shape.Of(Array.IndexOf(merged, leak.Cell)))}”", leak.Kind)));
                return [];
            }

            withheld = Array.ConvertAll(merged, cell => hidden[cell]);
            diagnostics.AddRange(asked.Select(table => TooFine(table, history, label, cell => withheld[cell])).OfType<Diagnostic>());
        }

        return [.. asked.Select(table => table.On(series.Axes)!.Cells(shape).Select(cell =>
            !series.Cube.CanExist[cell] ? SnapshotCells.NotApplicableCell
            : withheld[cell] ? SnapshotCells.WithheldCell
            : new Cell.Shown(series.Cube.Contributors[cell].Sum)).ToImmutableArray())];
    }

    /// <remarks>Handbook on Statistical Disclosure Control: redesign the table before suppressing (section 5.3).</remarks>
    private static Diagnostic? TooFine(PrintedTable.Requested table, SeriesHistory history, string label, Func<int, bool> isWithheld)
    {
        var (series, shape) = (history.Series, history.Series.Axes.Shape);
        var slice = table.On(series.Axes)!;
        var shownAreas = slice.Areas.ToHashSet();
        var finest = slice.Areas.Where(area => !series.Axes.Tree.Children(area).ToArray().Any(shownAreas.Contains)).ToArray();
        var inner = (slice with { Areas = finest, Sectors = slice.Sectors.Length > 1 ? slice.Sectors[1..] : slice.Sectors, Weeks = slice.Weeks[^1..] })
            .Cells(shape).Where(cell => series.Cube.Contributors[cell].Sum > 0).ToArray();
        var hidden = inner.Count(isWithheld);
        return hidden * 100 <= inner.Length * MostWithheld ? null : Diagnostic.Error("disclosure/table-too-fine", table.Request.Where,
            $"表“{table.Request.Title}”对“{label}”分得太细：{inner.Length} 个非零的最细格中有 {hidden} 个不能公布，超过 {MostWithheld}%。",
            table.Request.HasSectors ? "请去掉行业一维，或用 areas 并到区县。" : table.Request.FinestRank is null ? "这个指标还不能公布，请先去掉它。" : "请用 areas 把街道并到区县，或去掉地区一维。");
    }

    private static Diagnostic Refuse(TableRequest request, string name, LeakKind kind) => Diagnostic.Error("disclosure/cannot-protect", request.Where,
        $"表“{request.Title}”不能公布：{name}这一格{Why(kind)}。", "请把这张表的类别合并（去掉行业，或用 areas 并到区县），或等下一期再公布。");

    private static string Why(LeakKind kind) => kind switch
    {
        LeakKind.Interval => "可由已公布的数推算得太准，而可以一同隐去的格都已公布过或为零",
        LeakKind.Sum => "与旁边几格的合计可由已公布的数算出，而合计本身也不能公布",
        LeakKind.SingletonContributor => "可由别格唯一的填报单位用自己的数算出，而可以一同隐去的格都已公布过或为零",
        _ => "所在的已公布的数互相矛盾",
    };
}
