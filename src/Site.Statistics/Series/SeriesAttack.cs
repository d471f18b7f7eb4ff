using Site.Core.Diagnostics;
using Site.Statistics.Audit;
using Site.Statistics.Policies;
using Site.Statistics.Protection;
using Site.Statistics.Published;

namespace Site.Statistics.Series;

/// <summary>Attacks the published tables of one indicator with the returns at hand.</summary>
internal static class SeriesAttack
{
    /// <returns>Diagnostics <c>disclosure/gives-way</c> and <c>disclosure/too-large</c>, located at the newest table.</returns>
    /// <param name="asksUnits">
    /// Whether it is an audit, which nothing waits for, and has to tell, as warnings, which figures one unit can work out from its own: releases made before units were thought of may hold such, and
    /// nothing can take them back.
    /// </param>
    /// <param name="isRevised">
    /// Whether returns have changed and no release says so yet. What was withheld then is but found from what was printed, so that what gives way with it does not stop a build, which
    /// publishes nothing new: the next release is attacked with all of it.
    /// </param>
    /// <param name="made">The name of a release that is being made, which is attacked by who takes nothing for corrected as well; null where there is none.</param>
    public static IEnumerable<Diagnostic> Find(SeriesHistory history, string label, bool asksUnits, bool isRevised, string? made)
    {
        if (history.Published.IsEmpty)
        {
            return [];
        }

        var location = history.Published[^1].Table.Location;
        if (history.IsTooLarge)
        {
            return [PublishedAudit.TooLarge(location, $"“{label}”里不公布的数")];
        }

        var weak = TableAttack.Find(history.Input, history.Published.SelectMany(Cells)).Where(weak => asksUnits || !IsUnits(weak));
        return weak.Concat(history.Published.Any(IsMade) ? Trusted() : []).Select(weak =>
        {
            var name = $"“{label}，{history.Axes.Name(weak.Cell)}”";
            return weak.Leak == LeakKind.TooLarge ? PublishedAudit.TooLarge(location, name)
                : IsUnits(weak) ? Diagnostic.Warning("disclosure/gives-way", location, $"{name}{Why(weak.Leak)}。", "已经公布的收不回来；新的一期会多隐去一格。")
                : isRevised && weak.Leak is not null ? new(asksUnits ? Severity.Error : Severity.Warning, "disclosure/gives-way", location, $"照现在的报送，{name}{Why(weak.Leak)}。",
                    "报送有了更正或补报：请用 site stats release 发布新的一期，到时再一起核对。")
                : Diagnostic.Error("disclosure/gives-way", location, $"{name}{Why(weak.Leak)}。",
                    "公布以后改过 policy.yaml 的门槛，或者 units.csv 里今年的单位（撤了，换了地区或行业）的，请改回公布时的样子。" + KnownDisclosure.Cure);
        });

        bool IsMade(PrintedTable.Published table) => table.Release.Safe.Name == made;

        IEnumerable<WeakCell> Trusted() => TrustingReader.Find(history, EarlierVintages.SaidBy(history.Published, history.Axes),
            EarlierVintages.SaidBy(history.Published.Where(table => !IsMade(table)), history.Axes)).Select(cell => new WeakCell(cell, LeakKind.Interval));

        bool IsUnits(WeakCell weak) => weak.Leak == LeakKind.Insider || (weak.Leak == LeakKind.SingletonContributor && history.Input.Measure == Measure.Count);

        IEnumerable<(int At, Cell Cell)> Cells(PrintedTable.Published table) =>
            table.On(history.Axes)!.Cells(history.Axes.Shape).Zip(table.Cells.ToArray());
    }

    private static string Why(LeakKind? kind) => kind switch
    {
        null => "不能公布，却写出了数",
        LeakKind.Interval => "可以由各期公布的数推算得太准",
        LeakKind.Sum => "与旁边几格的合计可以算出，而合计本身不能公布",
        LeakKind.SingletonContributor or LeakKind.Insider => "可以由唯一的填报单位用自己的数算出",
        _ => "所在的已公布的数互相矛盾",
    };
}
