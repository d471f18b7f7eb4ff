using Site.Core.Diagnostics;
using Site.Statistics.Audit;
using Site.Statistics.Protection;
using Site.Statistics.Published;

namespace Site.Statistics.Series;

/// <summary>Attacks the published tables of one indicator with the returns at hand.</summary>
internal static class SeriesAttack
{
    /// <returns>Diagnostics <c>disclosure/gives-way</c>, located at the newest table.</returns>
    public static IEnumerable<Diagnostic> Find(SeriesHistory history, string label)
    {
        if (history.Kept.IsEmpty)
        {
            return [];
        }

        var location = history.Kept[^1].Table.Location;
        return TableAttack.Find(history.Input, history.Kept.SelectMany(Cells)).Select(weak => Diagnostic.Error("disclosure/gives-way", location,
            $"“{label}，{history.Axes.Name(weak.Cell)}”{Why(weak.Leak)}。", "从版本库取回冻结时的文件；如果改过 policy.yaml 的门槛，请改回公布时的值。"));

        IEnumerable<(int At, Cell Cell)> Cells(PrintedTable.Published table) =>
            table.On(history.Axes)!.Cells(history.Axes.Shape).Zip(table.Cells.ToArray());
    }

    private static string Why(LeakKind? kind) => kind switch
    {
        null => "不能公布，却写出了数",
        LeakKind.Interval => "可以由各期公布的数推算得太准",
        LeakKind.Sum => "与旁边几格的合计可以算出，而合计本身不能公布",
        LeakKind.SingletonContributor => "可以由唯一的填报单位用自己的数算出",
        _ => "所在的已公布的数互相矛盾",
    };
}
