using System.Collections.Immutable;
using Site.Core.Diagnostics;
using Site.Statistics.Audit;
using Site.Statistics.Protection;
using Site.Statistics.Published;
using Site.Statistics.Requests;
using Site.Statistics.Snapshots;
using Site.Statistics.Tables;

namespace Site.Statistics.Series;

/// <summary>Decides what new tables print of one indicator, together with all that was published before, and says why where they may not be.</summary>
internal static class SeriesProtection
{
    /// <summary>Who takes nothing for corrected is seldom near to the truth, and rarely still is with one figure less.</summary>
    private const int MostTries = 8;

    /// <param name="requested">The new tables, among those of the history.</param>
    /// <param name="diagnostics">Takes <c>disclosure/table-too-fine</c> and <c>disclosure/cannot-protect</c> at the place of the table's request.</param>
    /// <returns>For each new table what it prints, cell by cell; none where one of them may not be shown.</returns>
    public static ImmutableArray<ImmutableArray<string>> Protect(
        SeriesHistory history, string label, ImmutableArray<PrintedTable.Requested> requested, List<Diagnostic> diagnostics)
    {
        var (axes, shape) = (history.Axes, history.Axes.Shape);
        var slices = requested.Select(table => table.On(axes)!).ToArray();
        // What hangs together with too much does so by the table with the most figures.
        var largest = requested[Enumerable.Range(0, slices.Length).MaxBy(at => slices[at].Cells(shape).Count())];
        if (history.IsTooLarge)
        {
            diagnostics.Add(Refuse(largest.Request, $"“{label}”以前各期不公布的数", LeakKind.TooLarge));
            return [];
        }

        var protection = Protect(history, slices);
        diagnostics.AddRange(protection.TooFine.Select(fault => TooFine(requested[fault.Table].Request, label, fault)));
        diagnostics.AddRange(protection.Leaks.Select(leak => Refuse((leak.Kind == LeakKind.TooLarge ? largest : requested[0]).Request, $"“{label}，{axes.Name(leak.Cell)}”这一格", leak.Kind)));
        return protection.MayBeReleased ? [.. slices.Select(slice => slice.Cells(shape).Select(protection.Print).ToImmutableArray())] : [];
    }

    /// <summary>Protects the tables, and withholds more where who takes nothing for corrected would come too near to the truth: beside each such figure the smallest of those that stand with it.</summary>
    private static TableProtection Protect(SeriesHistory history, Slice[] slices)
    {
        var (shape, input) = (history.Axes.Shape, history.Input);
        int[][] finest = [.. slices.Select(slice => slice.Finest(shape))];
        var before = EarlierVintages.SaidBy(history.Published, history.Axes);
        var protection = TableProtection.Of(input, finest);
        for (var tries = 0; tries < MostTries && protection.MayBeReleased; tries++)
        {
            Cell?[] said = [.. before];
            foreach (var cell in slices.SelectMany(slice => slice.Cells(shape)))
            {
                said[cell] = SnapshotCells.Parse(protection.Print(cell));
            }

            int[] beside = [.. TrustingReader.Find(history, said, before).Select(weak => Beside(weak, said, before, shape)).OfType<int>()];
            if (beside.Length == 0)
            {
                break;
            }

            CellHistory[] kept = [.. input.History];
            Array.ForEach(beside, cell => kept[cell] = CellHistory.Withheld);
            input = input with { History = kept };
            protection = TableProtection.Of(input, finest);
        }

        return protection;
    }

    /// <returns>The smallest figure that is shown for the first time and adds up to a total together with a cell, or with one that it is part of; null where there is none.</returns>
    private static int? Beside(int weak, Cell?[] said, Cell?[] before, TableShape shape)
    {
        var (totals, parts) = (new List<int>(), new List<int>());
        shape.FindTotals(shape.Place(weak), totals);
        foreach (var total in totals.Select(place => shape.Cumulative(shape.WeekOf(weak), place)))
        {
            for (var dimension = 0; dimension < shape.Dimensions.Length; dimension++)
            {
                shape.AddParts(total, dimension, parts);
            }
        }

        return parts.Where(cell => before[cell] is null && said[cell] is Cell.Shown { Value: > 0 }).Cast<int?>().MinBy(cell => ((Cell.Shown)said[cell!.Value]!).Value);
    }

    private static Diagnostic TooFine(TableRequest request, string label, TooFine fault) => Diagnostic.Error("disclosure/table-too-fine", request.Location,
        $"表“{request.Title}”对“{label}”分得太细：{fault}。",
        request.HasSectors ? "请去掉行业一维，或用 areas 并到区县。" : request.FinestRank is null ? "这个指标还不能公布，请先去掉它。" : "请用 areas 把街道并到区县，或去掉地区一维。");

    private static Diagnostic Refuse(TableRequest request, string name, LeakKind kind) => Diagnostic.Error("disclosure/cannot-protect", request.Location,
        $"表“{request.Title}”不能公布：{name}{Why(kind)}。", "请把这张表的类别合并（去掉行业，或用 areas 并到区县），或等下一期再公布。");

    private static string Why(LeakKind kind) => kind switch
    {
        LeakKind.Interval => "可由已公布的数推算得太准，而可以一同隐去的格都已公布过或为零",
        LeakKind.Sum => "与旁边几格的合计可由已公布的数算出，而合计本身也不能公布",
        LeakKind.SingletonContributor or LeakKind.Insider => "可由别格唯一的填报单位用自己的数算出，而可以一同隐去的格都已公布过或为零",
        LeakKind.TooLarge => "与太多不公布的数连在一起，核对不完能不能推算",
        _ => "所在的已公布的数互相矛盾",
    };
}
