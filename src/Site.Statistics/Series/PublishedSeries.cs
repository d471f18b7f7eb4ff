using System.Collections.Immutable;
using Site.Core.Diagnostics;
using Site.Statistics.Audit;
using Site.Statistics.Policies;
using Site.Statistics.Protection;
using Site.Statistics.Published;
using Site.Statistics.Snapshots;
using Site.Statistics.Tables;

namespace Site.Statistics.Series;

/// <summary>
/// All that was ever published of one indicator in one year, put into one system of equations: the attacker's view, without returns.
/// What a later release says is no longer so is kept apart from what came after it.
/// </summary>
internal sealed class PublishedSeries
{
    private PublishedSeries(
        string indicator, string label, Axes axes, Measure measure, SuppressionProblem figures, int[] merged, bool[] withheld, Cell?[] cells, ImmutableArray<SnapshotTable> tables) =>
        (Indicator, Label, Axes, Measure, Figures, Merged, Withheld, Cells, Tables) = (indicator, label, axes, measure, figures, merged, withheld, cells, tables);

    /// <summary>Id of the indicator.</summary>
    public string Indicator { get; }

    public string Label { get; }

    public Axes Axes { get; }

    public Measure Measure { get; }

    /// <summary>The equations over merged cells.</summary>
    public SuppressionProblem Figures { get; }

    /// <summary>For each cell of the axes its merged cell.</summary>
    public int[] Merged { get; }

    /// <summary>For each merged cell whether readers do not know it.</summary>
    public bool[] Withheld { get; }

    /// <summary>For each cell of the axes what is printed there; null where nothing is.</summary>
    public Cell?[] Cells { get; }

    /// <summary>The tables, oldest first.</summary>
    public ImmutableArray<SnapshotTable> Tables { get; }

    /// <param name="indicator">Id of the indicator.</param>
    /// <param name="tables">Tables of one year that print it, oldest first.</param>
    /// <param name="rules">The thresholds, or null where they are not known: then nothing may be exact, and that is all that is asked.</param>
    /// <param name="diagnostics">Takes <c>disclosure/contradiction</c> and <c>disclosure/gives-way</c> where tables disagree.</param>
    /// <returns>The system; null where tables disagree about areas.</returns>
    public static PublishedSeries? Of(string indicator, ImmutableArray<SnapshotTable> tables, DisclosureRules? rules, List<Diagnostic> diagnostics)
    {
        if (PublishedAxes.Of(tables, diagnostics) is not { } axes)
        {
            return null;
        }

        var shape = axes.Shape;
        var printed = new PrintedCells(shape);
        var cells = new Cell?[shape.Count];
        foreach (var table in tables)
        {
            var at = Place(table, indicator);
            var offset = at * (table.Safe.Cells.Length / table.Safe.Indicators.Length);
            foreach (var cell in axes.Place(table)!.Cells(shape))
            {
                printed.Add(cell);
                PublishedCells.Put(cells, cell, table.Safe.Cells[offset++], axes, table, at, diagnostics);
            }
        }

        var canExist = Array.ConvertAll(cells, cell => cell is not Cell.NotApplicable);
        for (var cell = 0; cell < canExist.Length; cell++)
        {
            canExist[cell] &= !shape.Of(cell).IsIncrement || canExist[Total(shape, cell)];
        }

        var (relations, merged) = TableConstraints.Of(shape, canExist, printed.Close());
        var first = tables[0].Safe.Indicators[Place(tables[0], indicator)];
        var measure = tables.Max(table => table.Measures[Place(table, indicator)]);
        var (figures, withheld) = PublishedCells.Figures(relations, merged, cells, axes, printed, Required(measure, rules), tables[^1].Where, first.Label, diagnostics);
        return new(indicator, first.Label, axes, measure, figures, merged, withheld, cells, tables);
    }

    /// <returns>What every withheld figure must satisfy.</returns>
    private static ProtectionLevels Required(Measure measure, DisclosureRules? rules) =>
        rules is not null && measure is Measure.Count or Measure.PersonSum ? PrimaryRules.ForCount(rules!) : ProtectionLevels.NotExact;

    private static int Place(SnapshotTable table, string indicator) =>
        Enumerable.Range(0, table.Safe.Indicators.Length).First(at => table.Safe.Indicators[at].Id == indicator);

    private static int Total(TableShape shape, int increment)
    {
        var place = shape.Of(increment);
        return shape.Cumulative(0, place.Week, place.Sector, place.Area);
    }
}

/// <summary>Puts published cells together, and finds where two of them cannot both be so.</summary>
internal static class PublishedCells
{
    /// <summary>Notes what a table prints in a cell.</summary>
    /// <param name="cells">For each cell of the axes what earlier tables print there.</param>
    /// <param name="indicator">Place of the indicator in the table.</param>
    /// <param name="diagnostics">Takes <c>disclosure/contradiction</c>, and <c>disclosure/gives-way</c> where one table shows what another withholds.</param>
    public static void Put(Cell?[] cells, int at, Cell cell, Axes axes, SnapshotTable table, int indicator, List<Diagnostic> diagnostics)
    {
        if (cells[at] is not { } other || other == cell || (other is Cell.NotApplicable && cell is Cell.Shown { Value: 0 }))
        {
            cells[at] = cell;
            return;
        }

        if (cell is Cell.NotApplicable && other is Cell.Shown { Value: 0 })
        {
            return;
        }

        var name = $"“{table.Safe.Indicators[indicator].Label}，{axes.Name(axes.Shape.Of(at))}”";
        diagnostics.Add(cell is Cell.Withheld or Cell.Shown && other is Cell.Withheld or Cell.Shown && cell.GetType() != other.GetType()
            ? Diagnostic.Error("disclosure/gives-way", table.Where, $"{name}一处不公布、一处却写出了数。", "同一个数一旦不公布就一直不公布：从版本库取回冻结时的文件。")
            : Diagnostic.Error("disclosure/contradiction", table.Where, $"{name}与另一张已公布的表不一致。", "从版本库取回冻结时的文件；报送有更正时用 site stats release 发布新的一期。"));
    }

    /// <returns>The equations' figures, and for each merged cell whether it is unknown.</returns>
    /// <param name="required">What each withheld figure must satisfy.</param>
    /// <param name="where">The newest of the tables.</param>
    /// <param name="diagnostics">Takes contradictions and what gives way at once.</param>
    public static (SuppressionProblem Figures, bool[] Withheld) Figures(
        Constraints relations, int[] merged, Cell?[] cells, Axes axes, PrintedCells printed, ProtectionLevels required, Location where, string label, List<Diagnostic> diagnostics)
    {
        var count = relations.CellCount;
        var figures = new SuppressionProblem
        {
            Constraints = relations,
            Values = new long[count],
            Statuses = new CellStatus[count],
            ProtectionLevels = new ProtectionLevels[count],
            Floors = new byte[count],
            Costs = new int[count],
            LoneContributors = new int[count],
            HasWithheldValues = false,
        };
        Array.Fill(figures.Statuses, CellStatus.Shown);
        Array.Fill(figures.ProtectionLevels, ProtectionLevels.None);
        Array.Fill(figures.LoneContributors, -1);
        var withheld = new bool[count];
        var known = new bool[count];
        for (var cell = 0; cell < cells.Length; cell++)
        {
            var at = merged[cell];
            if (cells[cell] is Cell.Withheld)
            {
                (withheld[at], figures.ProtectionLevels[at], figures.Floors[at], figures.Statuses[at]) = (true, required, 1, CellStatus.Withheld);
            }
            else if (cells[cell] is Cell.Shown shown)
            {
                if (known[at] && figures.Values[at] != shown.Value)
                {
                    Report("contradiction", cell, "与它的合计或下级的数不一致", "从版本库取回冻结时的文件。");
                }

                (known[at], figures.Values[at]) = (true, shown.Value);
            }
        }

        for (var cell = 0; cell < cells.Length; cell++)
        {
            var place = axes.Shape.Of(cell);
            if (place.IsIncrement && printed.Has(cell))
            {
                Increment(cell, place);
            }
            else if (known[merged[cell]] && withheld[merged[cell]] && cells[cell] is Cell.Withheld)
            {
                Report("gives-way", cell, "没有公布，可它的合计或唯一的下级写出了同一个数", "从版本库取回冻结时的文件。");
            }
        }

        return (figures, withheld);

        void Increment(int cell, CellCoordinates place)
        {
            var now = axes.Shape.Cumulative(0, place.Week, place.Sector, place.Area);
            var before = axes.Shape.Cumulative(0, printed.WeekBefore(now, place.Week), place.Sector, place.Area);
            var at = merged[cell];
            withheld[at] = withheld[merged[now]] || withheld[merged[before]];
            figures.Statuses[at] = CellStatus.Derived;
            figures.Values[at] = withheld[at] ? 0 : figures.Values[merged[now]] - figures.Values[merged[before]];
            if (figures.Values[at] < 0)
            {
                Report("contradiction", now, "比前一次公布的累计数还小", "从版本库取回冻结时的文件；报送有更正时用 site stats release 发布新的一期。");
            }
        }

        void Report(string what, int cell, string message, string cure) =>
            diagnostics.Add(Diagnostic.Error($"disclosure/{what}", where, $"“{label}，{axes.Name(axes.Shape.Of(cell))}”{message}。", cure));
    }
}

/// <summary>Puts the categories of several published tables together.</summary>
internal static class PublishedAxes
{
    /// <summary>All townships of the country by ten sectors in four weeks are a million.</summary>
    private const long MostCells = 4_000_000;

    /// <param name="tables">Tables of one year, oldest first, one or more.</param>
    /// <param name="diagnostics">Takes <c>disclosure/contradicting-areas</c>.</param>
    /// <returns>The axes; null where an area lies in different areas in two tables.</returns>
    public static Axes? Of(ImmutableArray<SnapshotTable> tables, List<Diagnostic> diagnostics)
    {
        List<string> areas = [], sectors = ["合计"];
        List<int> parents = [];
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var table in tables)
        {
            foreach (var dimension in table.Safe.Dimensions)
            {
                if (dimension.Id == "sector")
                {
                    sectors.AddRange(dimension.Categories.Skip(1).Where(sector => !sectors.Contains(sector)).ToArray());
                }

                for (var at = 0; dimension.Id == "area" && at < dimension.Categories.Length; at++)
                {
                    var parent = dimension.Parents[at] < 0 ? -1 : places[dimension.Categories[dimension.Parents[at]]];
                    if (places.TryAdd(dimension.Categories[at], areas.Count))
                    {
                        areas.Add(dimension.Categories[at]);
                        parents.Add(parent);
                    }

                    if (parents[places[dimension.Categories[at]]] != parent || (parent < 0 && places[dimension.Categories[at]] > 0))
                    {
                        diagnostics.Add(Diagnostic.Error("disclosure/contradicting-areas", table.Where,
                            $"“{dimension.Categories[at]}”在同一年的另一期里归另一个地区。", "同一年里各期的地区要一致；从版本库取回冻结时的文件。"));
                        return null;
                    }
                }
            }
        }

        var days = tables.SelectMany(Axes.DaysOf).Distinct().Order().ToImmutableArray();
        if ((long)Math.Max(1, areas.Count) * sectors.Count * days.Length > MostCells)
        {
            diagnostics.Add(Diagnostic.Error("disclosure/too-large", tables[^1].Where, $"各期合起来的地区、行业和周超过了 {MostCells} 格，没有检查。", "从版本库取回冻结时的文件。"));
            return null;
        }

        return new(new(areas.Count == 0 ? [-1] : [.. parents]), areas.Count == 0 ? ["全市"] : [.. areas], [.. sectors], days);
    }
}
