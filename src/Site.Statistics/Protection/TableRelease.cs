using System.Collections.Immutable;
using Site.Core.Diagnostics;
using Site.Statistics.Audit;
using Site.Statistics.Policies;
using Site.Statistics.Published;
using Site.Statistics.Tables;

namespace Site.Statistics.Protection;

/// <summary>The whole way of one table from raw figures to safe ones: gate, protection, audit, gate again.</summary>
/// <param name="Table">The table as it may be shown; null where it may not.</param>
/// <param name="History">What is now decided about each cell, to be kept for the next release; empty where the table may not be shown.</param>
/// <param name="Diagnostics">Why it may not be shown.</param>
internal sealed record TableRelease(SafeTable? Table, ImmutableArray<CellHistory> History, ImmutableArray<Diagnostic> Diagnostics)
{
    /// <returns>The table, protected together with all earlier releases, or why it cannot be.</returns>
    /// <param name="cube">The figures of all weeks so far.</param>
    /// <param name="measures">For each indicator what it counts.</param>
    /// <param name="rules">How small is too small.</param>
    /// <param name="history">For each cell what earlier releases did with it; empty where there are none.</param>
    /// <param name="names">What the table and its categories are called.</param>
    /// <param name="where">Where <c>input/tables.yaml</c> asks for it.</param>
    /// <exception cref="ArgumentException">The lengths do not fit the table.</exception>
    public static TableRelease Make(
        Table cube, IReadOnlyList<Measure> measures, DisclosureRules rules, ReadOnlySpan<CellHistory> history, TableNames names, Location where)
    {
        if (DesignGate.Find(cube, TableProtection.Unsafe(cube, measures, rules, history), names, where) is { } hopeless)
        {
            return Refused([hopeless]);
        }

        var protection = TableProtection.Of(cube, measures, rules, history);
        if (protection.Leaks.Count > 0)
        {
            return Refused(LeakDiagnostics.Find(cube, protection, names, where));
        }

        return DesignGate.Find(cube, protection.Withheld, names, where) is { } tooFine
            ? Refused([tooFine])
            : new(SafeTables.Make(cube, protection, names), Decided(cube, protection), []);
    }

    private static TableRelease Refused(ImmutableArray<Diagnostic> diagnostics) => new(null, [], diagnostics);

    /// <returns>Shown or withheld for each cell that is printed; increments are not, so nothing is decided about them.</returns>
    private static ImmutableArray<CellHistory> Decided(Table cube, TableProtection protection) =>
        [.. protection.Withheld.Select((withheld, cell) => cube.Shape.Of(cell).IsIncrement ? CellHistory.New
            : withheld ? CellHistory.Withheld : CellHistory.Shown)];
}

/// <summary>Which cells of a full table to withhold.</summary>
/// <param name="Withheld">For each cell of the table whether it is withheld; for an increment, whether it cannot be worked out.</param>
/// <param name="Leaks">What nothing could stop, over cells of the table: publish only if there is none.</param>
internal sealed record TableProtection(bool[] Withheld, IReadOnlyList<Leak> Leaks)
{
    /// <returns>The cells to withhold, all weeks together.</returns>
    /// <param name="cube">The table.</param>
    /// <param name="measures">For each indicator what it counts.</param>
    /// <param name="rules">How small is too small.</param>
    /// <param name="history">For each cell of the table what earlier releases did with it; empty where there are none.</param>
    /// <exception cref="ArgumentException">The lengths do not fit the table.</exception>
    public static TableProtection Of(
        Table cube, IReadOnlyList<Measure> measures, DisclosureRules rules, ReadOnlySpan<CellHistory> history = default)
    {
        var (figures, merged) = PrimarySuppression.Of(cube, measures, rules, history);
        var (withheld, leaks) = SecondarySuppressor.Protect(figures);
        var cells = new int[withheld.Length];
        for (var cell = merged.Length - 1; cell >= 0; cell--)
        {
            cells[merged[cell]] = cell;
        }

        return new(Array.ConvertAll(merged, cell => withheld[cell]), [.. leaks.Select(leak => leak with { Cell = cells[leak.Cell] })]);
    }

    /// <returns>For each cell whether the rules, or earlier releases, withhold it, before any other is withheld to protect it.</returns>
    public static bool[] Unsafe(
        Table cube, IReadOnlyList<Measure> measures, DisclosureRules rules, ReadOnlySpan<CellHistory> history = default)
    {
        var (figures, merged) = PrimarySuppression.Of(cube, measures, rules, history);
        return Array.ConvertAll(merged, cell => figures.Statuses[cell] == CellStatus.Withheld);
    }
}

/// <summary>Refuses tables that are too fine: a page of stars tells nobody anything.</summary>
/// <remarks>Handbook on Statistical Disclosure Control: redesign the table before suppressing (section 5.3).</remarks>
internal static class DesignGate
{
    /// <summary>More than this share of the non-zero inner cells withheld is too much, in percent.</summary>
    private const int MostWithheld = 30;

    /// <returns>The diagnostic <c>disclosure/table-too-fine</c> if more than 30 % of the non-zero inner cells of the last week would be withheld.</returns>
    /// <param name="withheld">For each cell whether it is withheld; the unsafe ones alone will do to refuse a hopeless table early.</param>
    /// <param name="where">Where <c>input/tables.yaml</c> asks for the table.</param>
    public static Diagnostic? Find(Table cube, bool[] withheld, TableNames names, Location where)
    {
        var shape = cube.Shape;
        var (inner, hidden) = (0, 0);
        for (var cell = 0; cell < shape.Count; cell++)
        {
            var place = shape.Of(cell);
            if (shape.Height(place.Sector, place.Area) == 0 && !place.IsIncrement && place.Week == shape.Weeks - 1
                && cube.Contributors[cell].Sum > 0)
            {
                inner++;
                hidden += withheld[cell] ? 1 : 0;
            }
        }

        return hidden * 100 <= inner * MostWithheld ? null
            : Diagnostic.Error("disclosure/table-too-fine", where,
                $"表“{names.Title}”分得太细：{inner} 个非零的最细格中有 {hidden} 个不能公布，超过 {MostWithheld}%。",
                shape.Sectors > 0 ? "请去掉行业一维，或把街道并到区县。" : "请把街道并到区县。");
    }
}

/// <summary>Says to the office which figures of a table cannot be protected, and why; never a figure.</summary>
internal static class LeakDiagnostics
{
    /// <returns>One diagnostic for each cell that nothing could protect.</returns>
    /// <param name="where">Where <c>input/tables.yaml</c> asks for the table.</param>
    public static ImmutableArray<Diagnostic> Find(Table cube, TableProtection protection, TableNames names, Location where) =>
        [.. protection.Leaks.Select(leak => Diagnostic.Error("disclosure/cannot-protect", where,
            $"表“{names.Title}”不能公布：“{names.Of(cube.Shape.Of(leak.Cell))}”这一格{Why(leak.Kind)}。",
            "请把这张表的类别合并（去掉行业，或把街道并到区县），或等下一期再公布。"))];

    private static string Why(LeakKind kind) => kind switch
    {
        LeakKind.Interval => "可由已公布的数推算得太准，而可以一同隐去的格都已公布过或为零",
        LeakKind.Sum => "与旁边几格的合计可由已公布的数算出，而合计本身也不能公布",
        LeakKind.SingletonContributor => "可由别格唯一的填报单位用自己的数算出，而可以一同隐去的格都已公布过或为零",
        _ => "所在的已公布的数互相矛盾",
    };
}

/// <summary>Turns a protected table into one that may be shown. The only place where a raw figure becomes a shown one.</summary>
internal static class SafeTables
{
    private static readonly Cell Withheld = new Cell.Withheld();
    private static readonly Cell NotApplicable = new Cell.NotApplicable();

    /// <returns>The table with its cumulative figures; increments are not printed.</returns>
    /// <param name="cube">The figures.</param>
    /// <param name="protection">What to withhold, without leaks.</param>
    /// <param name="names">What the table, its indicators and its categories are called.</param>
    /// <exception cref="ArgumentException">The protection leaks, or it is another table's.</exception>
    public static SafeTable Make(Table cube, TableProtection protection, TableNames names)
    {
        if (protection.Leaks.Count > 0 || protection.Withheld.Length != cube.Shape.Count)
        {
            throw new ArgumentException("Only a table whose protection holds may be shown.", nameof(protection));
        }

        var shape = cube.Shape;
        var cells = ImmutableArray.CreateBuilder<Cell>(shape.Indicators * shape.Areas.Count * (shape.Sectors + 1) * shape.Weeks);
        for (var indicator = 0; indicator < shape.Indicators; indicator++)
        {
            for (var area = 0; area < shape.Areas.Count; area++)
            {
                for (var sector = 0; sector <= shape.Sectors; sector++)
                {
                    for (var week = 0; week < shape.Weeks; week++)
                    {
                        var at = shape.Cumulative(indicator, week, sector, area);
                        cells.Add(!cube.CanExist[at] ? NotApplicable
                            : protection.Withheld[at] ? Withheld
                            : new Cell.Shown(cube.Contributors[at].Sum));
                    }
                }
            }
        }

        return new(names.Id, names.Title, Dimensions(shape, names), names.Indicators, cells.MoveToImmutable());
    }

    private static ImmutableArray<SafeDimension> Dimensions(TableShape shape, TableNames names) =>
    [
        new("area", names.Areas, [.. shape.Areas.Parents]),
        new("sector", names.Sectors, [-1, .. Enumerable.Repeat(0, shape.Sectors)]),
        new("week", names.Weeks, [.. Enumerable.Repeat(-1, shape.Weeks)]),
    ];
}

/// <summary>What a table, its indicators and its categories are called, each list in the order of the table's cells.</summary>
/// <param name="Id">Its name in <c>input/tables.yaml</c>.</param>
/// <param name="Title">In simplified Chinese.</param>
/// <param name="Indicators">The indicators.</param>
/// <param name="Areas">One for each area.</param>
/// <param name="Sectors">One for each sector, the total first.</param>
/// <param name="Weeks">One for each week.</param>
internal sealed record TableNames(
    string Id, string Title, ImmutableArray<SafeIndicator> Indicators, ImmutableArray<string> Areas, ImmutableArray<string> Sectors,
    ImmutableArray<string> Weeks)
{
    /// <returns>A cell in words: indicator, area, sector and week, and whether it is what the week added.</returns>
    public string Of(CellCoordinates cell) =>
        $"{Indicators[cell.Indicator].Label}，{Areas[cell.Area]}，{Sectors[cell.Sector]}，{Weeks[cell.Week]}{(cell.IsIncrement ? "新增" : "")}";
}
