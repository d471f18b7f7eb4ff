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
/// All that was ever published of one indicator in one year, put into one system of equations: the attacker's view, without returns or
/// attempts. What a later release says is no longer so stays in it, as a vintage of its own.
/// </summary>
internal sealed class PublishedSeries
{
    private const string Restore = "从版本库取回冻结时的文件。";

    private readonly Func<SnapshotTable, int> _vintageOf;

    /// <summary>Puts all equations and printed figures together.</summary>
    /// <param name="cells">For each cumulative cell what is printed there; null where nothing is.</param>
    /// <param name="change">What readers take a figure to have done between two vintages; null where there is one.</param>
    /// <param name="required">What each withheld figure must satisfy.</param>
    /// <param name="report">Takes what cannot be, with the cumulative cell.</param>
    /// <param name="budget">What all proofs may take together; null where each alone is limited.</param>
    private PublishedSeries(
        string indicator, string label, Axes axes, ImmutableArray<SnapshotTable> tables, Func<SnapshotTable, int> vintageOf, Cell?[] cells,
        Func<int, int, int, FigureChange>? change, ProtectionLevels required, Action<SeriesFault, int> report, ProofBudget? budget = null)
    {
        (Indicator, Label, Axes, Tables, Cells, _vintageOf) = (indicator, label, axes, tables, cells, vintageOf);
        var (shape, figures) = (axes.Shape, axes.Shape.Weeks * axes.Shape.Layer);
        Printed = new(shape, Enumerable.Range(0, figures).Where(cell => cells[cell] is not null), change, hasUnprinted: false);
        var canExist = Enumerable.Range(0, shape.Count).Select(cell => shape.IsIncrement(cell) || cells[cell] is not Cell.NotApplicable).ToArray();
        (var constraints, Merged) = TableConstraints.Of(shape, canExist, Printed);
        Withheld = new bool[constraints.CellCount];
        Problem = SuppressionProblem.OfReaders(constraints, budget);
        var known = EnterFigures(required, report);
        for (var cell = 0; cell < cells.Length; cell++)
        {
            var at = Merged[cell];
            if (shape.IsIncrement(cell))
            {
                EnterIncrement(cell, canExist, report);
            }
            else if (cells[cell] is Cell.Withheld && known[at])
            {
                report(SeriesFault.GivenByTotal, cell);
            }
        }
    }

    /// <summary>Id of the indicator.</summary>
    public string Indicator { get; }

    public string Label { get; }

    public Axes Axes { get; }

    /// <summary>The tables, oldest first.</summary>
    public ImmutableArray<SnapshotTable> Tables { get; }

    /// <summary>For each cell of the axes what is printed there; null where nothing is.</summary>
    public Cell?[] Cells { get; }

    /// <summary>The cells that are printed.</summary>
    public PrintedCells Printed { get; }

    /// <summary>The equations over merged cells.</summary>
    public SuppressionProblem Problem { get; }

    /// <summary>For each cell of the axes its merged cell.</summary>
    public int[] Merged { get; }

    /// <summary>For each merged cell whether readers do not know it.</summary>
    public bool[] Withheld { get; }

    /// <summary>Whether the rule for counts of persons guards it.</summary>
    public bool CountsPersons => Tables.Any(table => table.Measures[Place(table, Indicator)] is Measure.Count or Measure.PersonSum);

    /// <summary>Whether it is of quiz attempts, not of units' returns.</summary>
    public bool IsOfAttempts => !Tables[0].IsOfReturns;

    /// <returns>The system of an indicator of returns; null where tables disagree about areas.</returns>
    /// <param name="indicator">Id of the indicator.</param>
    /// <param name="tables">Tables of one year that print it, oldest first.</param>
    /// <param name="vintageOf">The vintage of each table.</param>
    /// <param name="takesUnchanged">
    /// Whether what a later vintage does not say to be corrected is taken to be what it was; else nothing is taken for granted between vintages.
    /// </param>
    /// <param name="rules">The thresholds, or null where they are not known: then nothing may be exact, and that is all that is asked.</param>
    /// <param name="diagnostics">Takes <c>disclosure/contradiction</c> and <c>disclosure/gives-way</c> where tables disagree.</param>
    /// <param name="budget">What all proofs may take together; null where each alone is limited.</param>
    public static PublishedSeries? OfReturns(
        string indicator, ImmutableArray<SnapshotTable> tables, Func<SnapshotTable, int> vintageOf, bool takesUnchanged, DisclosureRules? rules, List<Diagnostic> diagnostics,
        ProofBudget? budget = null)
    {
        if (PublishedAxes.Of(tables, vintageOf, diagnostics) is not { } axes)
        {
            return null;
        }

        var label = tables[0].Safe.Indicators[Place(tables[0], indicator)].Label;
        var cells = new Cell?[axes.Shape.Count];
        foreach (var table in tables)
        {
            var at = Place(table, indicator) * (table.Safe.Cells.Length / table.Safe.Indicators.Length);
            foreach (var cell in axes.Place(table, vintageOf(table))!.Cells(axes.Shape))
            {
                Put(cell, table.Figures[at++], table);
            }
        }

        var measure = MeasureNames.Strictest(tables.Select(table => table.Measures[Place(table, indicator)]));
        var required = rules is not null && measure is Measure.Count or Measure.PersonSum ? PrimaryRules.ForCount(rules!) : ProtectionLevels.NotExact;
        var change = new ToldChanges(axes, cells);
        return new(indicator, label, axes, tables, vintageOf, cells, takesUnchanged ? change.Of : (_, _, _) => FigureChange.Unknown, required,
            (fault, cell) => diagnostics.Add(Describe(fault, tables[^1].Location, $"“{label}，{axes.Name(cell)}”")), budget);

        // Two tables may print the same cell: they must agree, but for a dash that is a zero elsewhere.
        void Put(int at, Cell cell, SnapshotTable table)
        {
            if (cells[at] is not { } other || other == cell || (other is Cell.NotApplicable && cell is Cell.Shown { Value: 0 }))
            {
                cells[at] = cell;
            }
            else if (!(cell is Cell.NotApplicable && other is Cell.Shown { Value: 0 }))
            {
                var name = $"“{table.Safe.Indicators[Place(table, indicator)].Label}，{axes.Name(at)}”";
                diagnostics.Add(cell is Cell.Withheld or Cell.Shown && other is Cell.Withheld or Cell.Shown && cell.GetType() != other.GetType()
                    ? Diagnostic.Error("disclosure/gives-way", table.Location, $"{name}一处不公布、一处却写出了数。", "同一个数一旦不公布就一直不公布。" + KnownDisclosure.Cure)
                    : Diagnostic.Error("disclosure/contradiction", table.Location, $"{name}与另一张已公布的表不一致。", "从版本库取回冻结时的文件；报送有更正时用 site stats release 发布新的一期。"));
            }
        }
    }

    /// <returns>The system of a table of quiz attempts; null where the releases do not go together.</returns>
    /// <param name="tables">The table in each release of one year, oldest first. Each is as of another day, and the newest has all categories of the others.</param>
    /// <param name="rules">The thresholds.</param>
    /// <param name="diagnostics">Takes <c>disclosure/contradiction</c> and <c>disclosure/gives-way</c>.</param>
    /// <param name="budget">What all proofs may take together; null where each alone is limited.</param>
    public static PublishedSeries? OfAttempts(ImmutableArray<SnapshotTable> tables, DisclosureRules rules, List<Diagnostic> diagnostics, ProofBudget? budget = null)
    {
        var newest = tables[^1];
        ImmutableArray<DateOnly> days = [.. tables.Select(table => table.Day)];
        var axes = new Axes([.. newest.Safe.Dimensions.Select(dimension => new Dimension(dimension.Id, dimension.Categories, dimension.Parents))], days);
        var slices = tables.Select(table => axes.Place(table)).ToArray();
        if (days.Zip(days.Skip(1)).Any(pair => pair.First >= pair.Second) || slices.Contains(null)
            || tables.Any(table => !table.Safe.Dimensions.Select(dimension => dimension.Id).SequenceEqual(axes.Dimensions.Select(dimension => dimension.Id))))
        {
            diagnostics.Add(OtherCategories(newest));
            return null;
        }

        var cells = new Cell?[axes.Shape.Count];
        foreach (var (table, slice) in tables.Zip(slices))
        {
            // A quiz, age band or score band that a table lacks had no attempts yet.
            foreach (var cell in slice!.WithAllButAreas(axes).Cells(axes.Shape))
            {
                cells[cell] = SnapshotCells.Zero;
            }

            foreach (var (at, cell) in slice!.Cells(axes.Shape).Zip(table.Safe.Cells))
            {
                cells[at] = cell;
            }
        }

        var faults = new List<Diagnostic>();
        var indicator = newest.Safe.Indicators[0];
        var series = new PublishedSeries(indicator.Id, indicator.Label, axes, tables, _ => 0, cells, null, PrimaryRules.ForCount(rules), (fault, cell) => faults.Add(fault switch
        {
            SeriesFault.TotalDiffers => OtherCategories(newest),
            SeriesFault.Falls => Contradicting(newest),
            _ => AttemptLeak(axes, tables, cell),
        }), budget);
        diagnostics.AddRange(faults.Distinct());
        return series;
    }

    /// <returns>The parts and totals of a year's attempts do not go together.</returns>
    public static Diagnostic Contradicting(SnapshotTable newest) => Diagnostic.Error("disclosure/contradiction", newest.Location,
        "答题记录的表里，合计与各部分对不上，或者比前一期还少。", "从版本库取回冻结时的文件；不要手工改动 input/releases/。");

    /// <returns>A figure of attempts, or what a week added, can be worked out too closely.</returns>
    public static Diagnostic AttemptLeak(Axes axes, ImmutableArray<SnapshotTable> tables, int cell) => Diagnostic.Error(
        "disclosure/gives-way", tables[axes.Shape.WeekOf(cell)].Location,
        $"“答题，{axes.Categories(cell)}，{axes.DayOf(cell)}”没有公布，却可以由已公布的各期推算得太准。",
        KnownDisclosure.Cure);

    /// <returns>The places of one of the tables on the axes.</returns>
    public Slice Place(SnapshotTable table) => Axes.Place(table, _vintageOf(table))!;

    private static Diagnostic OtherCategories(SnapshotTable newest) => Diagnostic.Error("disclosure/contradiction", newest.Location,
        "答题记录的表与前几期的分类不同，或者次序不对，不能一起核对。", Restore);

    private static Diagnostic Describe(SeriesFault fault, Location location, string name) => fault switch
    {
        SeriesFault.TotalDiffers => Diagnostic.Error("disclosure/contradiction", location, $"{name}与它的合计或下级的数不一致。", Restore),
        SeriesFault.Falls => Diagnostic.Error("disclosure/contradiction", location,
            $"{name}比前一次公布的累计数还小。", "从版本库取回冻结时的文件；报送有更正时用 site stats release 发布新的一期。"),
        _ => Diagnostic.Error("disclosure/gives-way", location, $"{name}没有公布，可它的合计或唯一的下级写出了同一个数。", KnownDisclosure.Cure),
    };

    private static int Place(SnapshotTable table, string indicator) =>
        Enumerable.Range(0, table.Safe.Indicators.Length).First(at => table.Safe.Indicators[at].Id == indicator);

    /// <returns>For each merged cell whether its figure is printed.</returns>
    private bool[] EnterFigures(ProtectionLevels required, Action<SeriesFault, int> report)
    {
        var known = new bool[Withheld.Length];
        for (var cell = 0; cell < Cells.Length; cell++)
        {
            var at = Merged[cell];
            if (Cells[cell] is Cell.Withheld)
            {
                (Withheld[at], Problem.ProtectionLevels[at], Problem.Floors[at], Problem.Statuses[at]) = (true, required, 1, CellStatus.Withheld);
            }
            else if (Cells[cell] is Cell.Shown shown)
            {
                if (known[at] && Problem.Values[at] != shown.Value)
                {
                    report(SeriesFault.TotalDiffers, cell);
                }

                (known[at], Problem.Values[at]) = (true, shown.Value);
            }
        }

        return known;
    }

    private void EnterIncrement(int cell, bool[] canExist, Action<SeriesFault, int> report)
    {
        if (!Printed.Has(cell) || !canExist[Printed.Lower(cell)] || !canExist[Printed.Upper(cell)])
        {
            return;
        }

        var (at, before, now) = (Merged[cell], Printed.Lower(cell), Printed.Upper(cell));
        Withheld[at] = Withheld[Merged[now]] || Withheld[Merged[before]];
        Problem.Statuses[at] = CellStatus.Derived;
        Problem.Values[at] = Withheld[at] ? 0 : Problem.Values[Merged[now]] - Problem.Values[Merged[before]];
        if (Problem.Values[at] < 0)
        {
            report(SeriesFault.Falls, now);
        }
    }

    /// <summary>What published figures of one series cannot be.</summary>
    private enum SeriesFault
    {
        /// <summary>Two cells that must be equal, since one is the only part of the other, show different figures.</summary>
        TotalDiffers,

        /// <summary>A figure is withheld, and its total or only part shows it.</summary>
        GivenByTotal,

        /// <summary>A cumulative figure is smaller than an earlier one.</summary>
        Falls,
    }
}

/// <summary>Puts the categories of several published tables of returns together.</summary>
internal static class PublishedAxes
{
    /// <summary>All townships of the country by ten sectors in four weeks are a million.</summary>
    private const long MostCells = 4_000_000;

    /// <param name="tables">Tables of one year, oldest first, one or more.</param>
    /// <param name="vintageOf">The vintage of each.</param>
    /// <param name="diagnostics">Takes <c>disclosure/contradicting-areas</c> and <c>disclosure/too-large</c>.</param>
    /// <returns>The axes area and sector; null where an area lies in different areas in two tables.</returns>
    public static Axes? Of(ImmutableArray<SnapshotTable> tables, Func<SnapshotTable, int> vintageOf, List<Diagnostic> diagnostics)
    {
        List<string> areas = [], sectors = ["合计"];
        List<int> parents = [];
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var table in tables)
        {
            foreach (var dimension in table.Safe.Dimensions)
            {
                if (dimension.Id == SafeDimensions.Sector)
                {
                    sectors.AddRange(dimension.Categories.Skip(1).Where(sector => !sectors.Contains(sector)).ToArray());
                }

                for (var at = 0; dimension.Id == SafeDimensions.Area && at < dimension.Categories.Length; at++)
                {
                    var parent = dimension.Parents[at] < 0 ? -1 : places[dimension.Categories[dimension.Parents[at]]];
                    if (places.TryAdd(dimension.Categories[at], areas.Count))
                    {
                        areas.Add(dimension.Categories[at]);
                        parents.Add(parent);
                    }

                    if (parents[places[dimension.Categories[at]]] != parent || (parent < 0 && places[dimension.Categories[at]] > 0))
                    {
                        diagnostics.Add(Diagnostic.Error("disclosure/contradicting-areas", table.Location,
                            $"“{dimension.Categories[at]}”在同一年的另一期里归另一个地区。", "同一年里各期的地区要一致；从版本库取回冻结时的文件。"));
                        return null;
                    }
                }
            }
        }

        var days = tables.SelectMany(table => Axes.DaysOf(table).Select(day => new PrintedDay(vintageOf(table), day))).Distinct().Order().ToImmutableArray();
        if ((long)Math.Max(1, areas.Count) * sectors.Count * days.Length > MostCells)
        {
            diagnostics.Add(Diagnostic.Error("disclosure/too-large", tables[^1].Location, $"各期合起来的地区、行业和周超过了 {MostCells} 格，没有检查。", "从版本库取回冻结时的文件。"));
            return null;
        }

        var area = areas.Count == 0 ? new Dimension(SafeDimensions.Area, ["全市"], [-1]) : new(SafeDimensions.Area, [.. areas], [.. parents]);
        return new([area, Dimension.WithTotal(SafeDimensions.Sector, [.. sectors])], days);
    }
}

/// <summary>
/// What readers take a figure to have done between two vintages, from what is printed: what shows another figure for the same day, or a smaller one
/// for a later day, was corrected; all else is taken to be what it was.
/// </summary>
internal sealed class ToldChanges(Axes axes, Cell?[] cells)
{
    /// <param name="place">The place of the figure.</param>
    /// <param name="from">A week of the earlier vintage.</param>
    /// <param name="to">A week of the later one, of the same day or another.</param>
    public FigureChange Of(int place, int from, int to)
    {
        var (before, after) = (cells[axes.Shape.Cumulative(from, place)], cells[axes.Shape.Cumulative(to, place)]);
        var isSameDay = axes.Days[from] == axes.Days[to];
        return (before, after) switch
        {
            (Cell.Shown old, Cell.Shown now) when isSameDay => old.Value == now.Value ? FigureChange.Same : FigureChange.Unknown,
            (Cell.Shown old, Cell.Shown now) => (old.Value > now.Value) == (axes.Days[from] > axes.Days[to]) ? FigureChange.Same : FigureChange.Unknown,
            ({ } old, { } now) when isSameDay && old.GetType() != now.GetType() => FigureChange.Unknown,
            _ => FigureChange.Same,
        };
    }
}

/// <summary>Which vintage a release is of: one ends where a release takes back what earlier ones said of an indicator.</summary>
internal static class Vintages
{
    /// <returns>How many releases up to this one took something back that earlier ones said of the indicator, 0 or more.</returns>
    /// <param name="releases">All releases of a year or more, oldest first.</param>
    public static int Of(Snapshot release, string indicator, ImmutableArray<Snapshot> releases) =>
        releases.TakeWhile(other => other != release).Append(release).Count(other => other.Restates.Any(restated => restated.Indicator == indicator));
}
