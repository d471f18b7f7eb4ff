using System.Collections.Immutable;
using Site.Model;

namespace Site.Disclosure;

/// <summary>
/// All that was ever published of one indicator in one year, put into one system of equations: the attacker's view, without returns.
/// What a later release says is no longer so is kept apart from what came after it.
/// </summary>
internal sealed class PublishedSeries
{
    private PublishedSeries(
        string indicator, string label, Axes axes, Measure measure, Figures figures, int[] merged, bool[] withheld, Cell?[] cells, ImmutableArray<FrozenTable> tables) =>
        (Indicator, Label, Axes, Measure, Figures, Merged, Withheld, Cells, Tables) = (indicator, label, axes, measure, figures, merged, withheld, cells, tables);

    /// <summary>Id of the indicator.</summary>
    public string Indicator { get; }

    public string Label { get; }

    public Axes Axes { get; }

    public Measure Measure { get; }

    /// <summary>The equations over merged cells.</summary>
    public Figures Figures { get; }

    /// <summary>For each cell of the axes its merged cell.</summary>
    public int[] Merged { get; }

    /// <summary>For each merged cell whether readers do not know it.</summary>
    public bool[] Withheld { get; }

    /// <summary>For each cell of the axes what is printed there; null where nothing is.</summary>
    public Cell?[] Cells { get; }

    /// <summary>The tables, oldest first.</summary>
    public ImmutableArray<FrozenTable> Tables { get; }

    /// <param name="indicator">Id of the indicator.</param>
    /// <param name="tables">Tables of one year that print it, oldest first.</param>
    /// <param name="rules">The thresholds, or null where they are not known: then nothing may be exact, and that is all that is asked.</param>
    /// <param name="problems">Takes <c>disclosure/contradiction</c> and <c>disclosure/gives-way</c> where tables disagree.</param>
    /// <returns>The system; null where tables disagree about areas.</returns>
    public static PublishedSeries? Of(string indicator, ImmutableArray<FrozenTable> tables, DisclosureRules? rules, List<Problem> problems)
    {
        if (PublishedAxes.Of(tables, problems) is not { } axes)
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
                PublishedCells.Put(cells, cell, table.Safe.Cells[offset++], axes, table, at, problems);
            }
        }

        var canExist = Array.ConvertAll(cells, cell => cell is not Cell.NotApplicable);
        for (var cell = 0; cell < canExist.Length; cell++)
        {
            canExist[cell] &= !shape.Of(cell).IsIncrement || canExist[Total(shape, cell)];
        }

        var (relations, merged) = CubeRelations.Of(shape, canExist, printed.Close());
        var first = tables[0].Safe.Indicators[Place(tables[0], indicator)];
        var measure = tables.Max(table => table.Measures[Place(table, indicator)]);
        var (figures, withheld) = PublishedCells.Figures(relations, merged, cells, axes, printed, Required(measure, rules), tables[^1].Where, first.Label, problems);
        return new(indicator, first.Label, axes, measure, figures, merged, withheld, cells, tables);
    }

    /// <returns>What every withheld figure must satisfy.</returns>
    private static Requirement Required(Measure measure, DisclosureRules? rules) =>
        rules is not null && measure is Measure.Count or Measure.PersonSum ? PrimaryRules.ForCount(rules!) : Requirement.NotExact;

    private static int Place(FrozenTable table, string indicator) =>
        Enumerable.Range(0, table.Safe.Indicators.Length).First(at => table.Safe.Indicators[at].Id == indicator);

    private static int Total(CubeShape shape, int increment)
    {
        var place = shape.Of(increment);
        return shape.Cumulative(0, place.Week, place.Sector, place.Area);
    }
}
