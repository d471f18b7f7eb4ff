using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Site.Statistics.Audit;
using Site.Statistics.Published;
using Site.Statistics.Tables;

namespace Site.Statistics.Series;

/// <summary>
/// What all vintages of an indicator said, beside what its returns give today, as one table. A figure that was shown is known; one that was
/// withheld is taken to have been what it is today, unless the totals that were printed say otherwise: then it is found from them.
/// </summary>
/// <remarks>
/// What stayed the same from one vintage to the next is one figure, as the best informed reader could know. A correction is a difference that
/// follows the rules of figures itself. Where units were, no release says: they are taken to have been where they are today, and where that does not fit what was printed,
/// in as many other places as it takes.
/// </remarks>
internal sealed class EarlierVintages
{
    private readonly ReturnedFigures _today;
    private readonly int _newest;
    private readonly int _floor;
    private readonly ProofBudget _budget;
    private readonly HashSet<int> _corrected;
    private readonly bool[] _isOpen;
    private readonly long[] _figures;
    private readonly bool[] _mayHaveGone;
    private readonly bool _isSolved;
    private bool _mayBeAnywhere;

    private EarlierVintages(ReturnedFigures today, Axes axes, Cell?[] said, IEnumerable<int> cells, int newest, int floor, ProofBudget budget)
    {
        (_today, Axes, Said, _newest, _floor, _budget) = (today, axes, said, newest, floor, budget);
        _corrected = [.. today.Corrected.Select(one => one.Place)];
        var shape = axes.Shape;
        _isOpen = new bool[shape.Weeks * shape.Layer];
        _figures = new long[_isOpen.Length];
        _mayHaveGone = new bool[_isOpen.Length];
        int[] all = [.. cells];
        Printed = new(shape, all, (_, _, _) => FigureChange.Unknown);
        SetToday();
        SetMayHaveGone();
        if (shape.AllWeeks[0].Vintage < newest)
        {
            try
            {
                _isSolved = IsSolved(all) || IsSolvedAnywhere(all);

                // Where they were found nowhere, there were none.
                Array.Clear(_mayHaveGone);
            }
            catch (EffortSpentException)
            {
                IsTooLarge = true;
            }

            // Once they are found, figures tell what was corrected: as little as the printed totals allow.
            Printed = new(shape, all, Change);
        }
        else
        {
            Printed = new(shape, all);
        }

        Table = Make();
    }

    /// <summary>Whether it takes too much to find what earlier vintages withheld. Then the table is not to be used.</summary>
    public bool IsTooLarge { get; }

    /// <summary>The axes, with the weeks of all vintages.</summary>
    public Axes Axes { get; }

    /// <summary>For each cumulative cell what is published there; null where nothing is.</summary>
    public Cell?[] Said { get; }

    /// <summary>The cells that some table prints, published or being made, and how vintages hang together.</summary>
    public PrintedCells Printed { get; private set; }

    /// <summary>The figures: those of today, and those that earlier vintages printed or hid.</summary>
    public Table Table { get; }

    /// <param name="today">The figures of today.</param>
    /// <param name="tables">All tables, published or being made.</param>
    /// <param name="newest">The vintage of today.</param>
    /// <param name="floor">The least figure that is withheld.</param>
    /// <param name="budget">What it may take to find what earlier vintages withheld, among others.</param>
    public static EarlierVintages Of(ReturnedFigures today, ImmutableArray<PrintedTable> tables, int newest, int floor, ProofBudget budget)
    {
        var weeks = tables.SelectMany(table => table.Days.Select(day => new PrintedDay(table is PrintedTable.Published one ? one.Vintage : newest, day)));
        var axes = new Axes(today.Axes.Dimensions, [.. weeks.Distinct().Order()]);
        var said = SaidBy(tables.OfType<PrintedTable.Published>(), axes);
        return new(today, axes, said, tables.SelectMany(table => table.On(axes)!.Cells(axes.Shape)), newest, floor, budget);
    }

    /// <returns>For each cumulative cell what tables print there; null where none does.</returns>
    /// <param name="tables">In the order published.</param>
    /// <param name="axes">Axes with the weeks of all vintages.</param>
    public static Cell?[] SaidBy(IEnumerable<PrintedTable.Published> tables, Axes axes)
    {
        var said = new Cell?[axes.Shape.Weeks * axes.Shape.Layer];
        foreach (var table in tables)
        {
            var at = 0;
            foreach (var cell in table.On(axes)!.Cells(axes.Shape))
            {
                // A figure beats a dash, which says that there could be none.
                var printed = table.Cells[at++];
                said[cell] = said[cell] is null or Cell.NotApplicable ? printed : said[cell];
            }
        }

        return said;
    }

    /// <returns>
    /// Whether an earlier vintage withheld the figure of the same day. It stays withheld, corrected or not: readers cannot tell the two apart, and would take
    /// what is shown now for what was withheld then.
    /// </returns>
    public bool WasWithheld(int cell)
    {
        var week = Axes.Shape.WeekOf(cell);
        for (var earlier = 0; earlier < week; earlier++)
        {
            if (Axes.Days[earlier] == Axes.Days[week] && Said[Axes.Shape.Cumulative(earlier, Axes.Shape.Place(cell))] is Cell.Withheld)
            {
                return true;
            }
        }

        return false;
    }

    private bool IsEarlier(int week) => Axes.Weeks[week].Vintage < _newest;

    private bool IsKnown(int cell) => Said[cell] is Cell.Shown or Cell.NotApplicable;

    private void SetToday()
    {
        for (var cell = 0; cell < _figures.Length; cell++)
        {
            _figures[cell] = Today(cell);
        }
    }

    /// <summary>
    /// Marks where units may have been that have gone since: below a total that was printed as more than there is today, where less is left than any figure that is withheld, and with these
    /// the totals above them.
    /// </summary>
    private void SetMayHaveGone()
    {
        var gone = new bool[_mayHaveGone.Length];
        for (var cell = 0; cell < gone.Length; cell++)
        {
            gone[cell] = IsEarlier(Axes.Shape.WeekOf(cell)) && HasGone(cell);
        }

        var totals = new List<int>();
        foreach (var cell in Array.Exists(gone, one => one) ? Enumerable.Range(0, gone.Length) : [])
        {
            Axes.Shape.FindTotals(Axes.Shape.Place(cell), totals);
            int[] above = [.. totals.Select(place => Axes.Shape.Cumulative(Axes.Shape.WeekOf(cell), place))];
            if (Array.Exists(above, total => gone[total]))
            {
                Array.ForEach(above, total => _mayHaveGone[total] = true);
            }
        }
    }

    private bool HasGone(int cell) => Said[cell] is Cell.Withheld or Cell.Shown { Value: > 0 } && Today(cell) < _floor;

    /// <summary>Finds figures with as few that are unlike those of today as it can.</summary>
    private bool IsSolved(int[] all)
    {
        var equations = Enumerable.Range(0, Axes.Shape.Weeks).Where(IsEarlier).SelectMany(Equations).ToArray();
        int[][] suspects = [Suspects(equations, IsCorrected), Suspects(equations, _ => true), [.. Broken(equations).SelectMany(one => one.Unknown)], [.. equations.SelectMany(one => one.Unknown)]];
        var kept = BesideGone(equations);
        if (kept.Count > 0 && IsSolvedBeside())
        {
            return true;
        }

        Array.Clear(_isOpen);
        return suspects.Any(some => IsSolvedWith(some, []));

        bool IsSolvedBeside()
        {
            try
            {
                return suspects.Any(some => IsSolvedWith(some, kept));
            }
            catch (EffortSpentException)
            {
                return false;
            }
        }

        bool IsSolvedWith(int[] some, HashSet<int> kept)
        {
            Open(some, kept);
            Printed = new(Axes.Shape, all, Change);
            return TrySolve();
        }
    }

    /// <summary>Finds figures where units may have been anywhere; they are then taken to have been where they are, and where there are figures.</summary>
    private bool IsSolvedAnywhere(int[] all)
    {
        _mayBeAnywhere = true;
        Array.Clear(_isOpen);
        SetToday();
        var isSolved = IsSolved(all);
        _mayBeAnywhere = false;
        return isSolved;
    }

    /// <returns>Whether a cell stands in equations: one that no table prints only where units of today could fill it, or units that there were or may have been.</returns>
    private bool IsPossible(int cell) => Said[cell] is { } said ? said is not Cell.NotApplicable
        : Printed.Stands(cell) && (_today.Table.CanExist[CellToday(cell)] || (IsEarlier(Axes.Shape.WeekOf(cell)) && (_mayBeAnywhere || _figures[cell] > 0 || _mayHaveGone[cell])));

    private long Today(int cell) => _today.Table.Contributors[CellToday(cell)].Sum;

    private int CellToday(int cell) =>
        _today.Axes.Shape.Cumulative(_today.Axes.Days.BinarySearch(Axes.Days[Axes.Shape.WeekOf(cell)]), Axes.Shape.Place(cell));

    /// <returns>
    /// The equations of a week of an earlier vintage that a shown total closes, with what was then known put in. Totals that are not shown
    /// take the figure that their parts give.
    /// </returns>
    private List<Equation> Equations(int week)
    {
        var shape = Axes.Shape;
        var found = new List<Equation>();
        var parts = new List<int>();
        foreach (var place in Enumerable.Range(0, shape.Layer).OrderBy(shape.Height))
        {
            var cell = shape.Cumulative(week, place);
            if (!IsPossible(cell))
            {
                continue;
            }

            if (IsKnown(cell))
            {
                _figures[cell] = Said[cell] is Cell.Shown shown ? shown.Value : 0;
            }

            for (var dimension = 0; dimension < shape.Dimensions.Length; dimension++)
            {
                parts.Clear();
                shape.AddParts(cell, dimension, parts);
                parts.RemoveAll(part => !IsPossible(part));
                if (parts.Count == 0)
                {
                    continue;
                }

                var sum = parts.Sum(part => _figures[part]);
                if (IsKnown(cell))
                {
                    found.Add(new([.. Unknown(parts, dimension)], sum == _figures[cell]));
                }
                else
                {
                    _figures[cell] = sum;
                    break;
                }
            }
        }

        return found;
    }

    /// <returns>The cells that are not shown among some parts, down to those that have no parts themselves.</returns>
    private IEnumerable<int> Unknown(List<int> parts, int dimension)
    {
        foreach (var part in parts.Where(part => !IsKnown(part)).ToArray())
        {
            var inner = new List<int>();
            Axes.Shape.AddParts(part, dimension, inner);
            inner.RemoveAll(one => !IsPossible(one));
            foreach (var one in inner.Count == 0 ? [part] : Unknown(inner, dimension))
            {
                yield return one;
            }
        }
    }

    private static IEnumerable<Equation> Broken(Equation[] equations) => equations.Where(one => !one.Holds);

    /// <returns>
    /// In equations that no longer hold the withheld figures beside one that would be less today than any that is withheld, as where a unit was withdrawn since: readers take that one for the
    /// one that changed.
    /// </returns>
    private HashSet<int> BesideGone(Equation[] equations) =>
        [.. Broken(equations).Where(one => Array.Exists(one.Unknown, HasGone)).SelectMany(one => one.Unknown).Where(cell => Said[cell] is Cell.Withheld && !HasGone(cell) && !IsCorrected(cell))];

    private bool IsCorrected(int cell) => _corrected.Contains(Axes.Shape.Place(cell));

    /// <returns>
    /// In each equation that no longer holds the figures that stand in none that does, and of these the likely ones; all where there are no such ones.
    /// </returns>
    private static int[] Suspects(Equation[] equations, Func<int, bool> isLikely)
    {
        var trusted = equations.Where(one => one.Holds).SelectMany(one => one.Unknown).ToHashSet();
        return [.. Broken(equations).SelectMany(one => Prefer(Prefer(one.Unknown, cell => !trusted.Contains(cell)), isLikely))];

        static int[] Prefer(int[] cells, Func<int, bool> isGood) => cells.Any(isGood) ? [.. cells.Where(isGood)] : cells;
    }

    /// <summary>Takes some figures for unlike those of today, and with them the totals above that are not shown; but none of those kept, and none below them.</summary>
    private void Open(int[] suspects, HashSet<int> kept)
    {
        var shape = Axes.Shape;
        var totals = new List<int>();
        foreach (var suspect in suspects)
        {
            shape.FindTotals(shape.Place(suspect), totals);
            int[] above = [.. totals.Select(place => shape.Cumulative(shape.WeekOf(suspect), place))];
            foreach (var total in kept.Overlaps(above) ? [] : above)
            {
                _isOpen[total] |= IsPossible(total) && !IsKnown(total);
            }
        }
    }

    /// <summary>What happened to a figure between a week and the vintage of a later one.</summary>
    private FigureChange Change(int place, int from, int to)
    {
        var shape = Axes.Shape;
        var before = shape.Cumulative(from, place);
        var vintage = Axes.Weeks[to].Vintage;
        var again = Axes.WeekOf(vintage, Axes.Days[from]);
        var after = again >= 0 && Printed.Stands(shape.Cumulative(again, place)) ? shape.Cumulative(again, place) : shape.Cumulative(to, place);
        if (!_isSolved && (_isOpen[before] || _isOpen[after]))
        {
            return FigureChange.Corrected;
        }

        var isSameDay = Axes.Days[shape.WeekOf(after)] == Axes.Days[from];
        var now = vintage == _newest ? Today(before) : _figures[after];
        return now < _figures[before] ? FigureChange.Corrected
            : now == _figures[before] || (vintage != _newest && !isSameDay) ? FigureChange.Same
            : FigureChange.Risen;
    }

    /// <summary>Finds figures for what is open, such that all that was printed adds up.</summary>
    /// <returns>Whether there are any.</returns>
    private bool TrySolve()
    {
        if (!Array.Exists(_isOpen, open => open))
        {
            return true;
        }

        var shape = Axes.Shape;
        var canExist = Enumerable.Range(0, shape.Count).Select(cell => shape.IsIncrement(cell) || IsPossible(cell)).ToArray();
        var (constraints, merged) = TableConstraints.Of(shape, canExist, Printed);
        var (open, values, floors) = (new bool[constraints.CellCount], new long[constraints.CellCount], new long[constraints.CellCount]);
        for (var cell = 0; cell < merged.Length; cell++)
        {
            var at = merged[cell];
            if (!shape.IsIncrement(cell))
            {
                values[at] = Printed.Stands(cell) ? _figures[cell] : values[at];
                (open[at], floors[at]) = (open[at] || _isOpen[cell], Math.Max(floors[at], Said[cell] is Cell.Withheld ? _floor : 0));
            }
            else if (Printed.Has(cell))
            {
                var (lower, upper) = (Printed.Lower(cell), Printed.Upper(cell));
                values[at] = _figures[upper] - _figures[lower];
                (open[at], floors[at]) = (_isOpen[lower] || _isOpen[upper], Printed.MayFall(cell) ? -Interval.Unbounded : 0);
            }
        }

        var found = new Dictionary<int, long>();
        foreach (var component in new ComponentFinder(constraints, open).Find([.. Enumerable.Range(0, open.Length)]))
        {
            var start = Array.ConvertAll(component.Cells, cell => values[cell]);
            if (Solution(Unknowns.Of(component, values, floors, constraints, open), start) is not { } solution)
            {
                return false;
            }

            foreach (var (cell, value) in component.Cells.Zip(solution))
            {
                found[cell] = value;
            }
        }

        for (var cell = 0; cell < _figures.Length; cell++)
        {
            // What was shown stays what it was, also where a total and its one part can no longer be the same, since units have moved.
            _figures[cell] = Said[cell] is Cell.Shown shown && IsEarlier(shape.WeekOf(cell)) ? shown.Value : found.GetValueOrDefault(merged[cell], _figures[cell]);
        }

        return true;
    }

    /// <exception cref="EffortSpentException">It takes more than a quarter of what is left.</exception>
    private long[]? Solution(Unknowns unknowns, long[] start)
    {
        var effort = new Effort(Math.Clamp(_budget.Left / 4, 0, Effort.MostSteps));
        try
        {
            return Prover.Solution(unknowns, start, effort);
        }
        finally
        {
            _budget.Take(effort.Steps);
        }
    }

    private Table Make()
    {
        var shape = Axes.Shape;
        var table = Aggregation.Add(shape, _today.Contributions, Printed, _today.IsImpossible);
        for (var cell = 0; cell < _figures.Length; cell++)
        {
            if (!IsEarlier(shape.WeekOf(cell)))
            {
                continue;
            }

            table.CanExist[cell] = IsPossible(cell);
            if (IsPossible(cell) && _figures[cell] != table.Contributors[cell].Sum)
            {
                // What each unit gave then is not known any more; who alone makes up the figure today did so then.
                table.Contributors[cell] = new(int.MaxValue, _figures[cell], 0, 0);
            }
        }

        for (var cell = _figures.Length; cell < shape.Count; cell++)
        {
            if (Printed.Has(cell) && IsEarlier(shape.WeekOf(Printed.Lower(cell)))
                && _figures[Printed.Upper(cell)] - _figures[Printed.Lower(cell)] - table.Contributors[cell].Sum is var correction and not 0)
            {
                // Who alone makes up the figure knows what was corrected.
                (table.Corrections[cell], table.LoneContributors[cell]) = (correction, table.LoneContributors[Printed.Upper(cell)]);
            }
        }

        AddCorrectors(table);
        return table;
    }

    /// <summary>
    /// A correction may be one contributor's alone: of one that corrected a return, or all its returns together, by as much, or one whose figures, of one place or of all together, grew by
    /// as much up to the day, as of one that filed late. When a return came in no file says, so each of these is taken to know what was corrected, where nothing grew besides.
    /// </summary>
    private void AddCorrectors(Table table)
    {
        var shape = Axes.Shape;
        var corrections = table.Corrections.Where(correction => table.Contributors[correction.Key].Sum == 0).ToLookup(correction => shape.Place(correction.Key), correction => correction.Key);
        var found = new Dictionary<int, HashSet<int>>();
        var totals = new List<int>();
        foreach (var returns in _today.Corrected.ToLookup(one => one.Contributor))
        {
            foreach (var (cell, units) in Below(returns, one => one.Place))
            {
                long[] changes = [.. units.SelectMany(unit => unit).Where(one => one.Day <= Axes.Days[WeekBefore(cell)]).Select(one => one.Change)];
                if (changes.Append(changes.Sum()).Contains(table.Corrections[cell]))
                {
                    Add(cell, returns.Key);
                }
            }
        }

        foreach (var added in _today.Contributions.ToLookup(one => one.Contributor))
        {
            foreach (var (cell, units) in Below(added, one => one.Place))
            {
                if (units.Append([.. units.SelectMany(unit => unit)]).Any(unit => GrewBy(table.Corrections[cell], unit.Where(one => one.Day <= shape.AllWeeks[WeekBefore(cell)].Day))))
                {
                    Add(cell, added.Key);
                }
            }
        }

        foreach (var (cell, contributors) in found)
        {
            table.Correctors[cell] = [.. contributors.Order()];
        }

        // For each correction what one contributor has below it, place by place.
        IEnumerable<(int Cell, List<T[]> Units)> Below<T>(IEnumerable<T> all, Func<T, int> placeOf)
        {
            var below = new Dictionary<int, List<T[]>>();
            foreach (var unit in corrections.Count == 0 ? [] : all.GroupBy(placeOf))
            {
                T[] own = [.. unit];
                shape.FindTotals(unit.Key, totals);
                foreach (var cell in totals.SelectMany(place => corrections[place]))
                {
                    (CollectionsMarshal.GetValueRefOrAddDefault(below, cell, out _) ??= []).Add(own);
                }
            }

            return below.Select(one => (one.Key, one.Value));
        }

        int WeekBefore(int cell) => shape.WeekOf(Printed.Lower(cell));

        static bool GrewBy(long correction, IEnumerable<Contribution> days)
        {
            var grown = 0L;
            foreach (var one in days.OrderByDescending(one => one.Day).TakeWhile(_ => grown < correction))
            {
                grown += one.Value;
            }

            return grown == correction;
        }

        void Add(int cell, int contributor)
        {
            if (!found.TryGetValue(cell, out var contributors))
            {
                found.Add(cell, contributors = []);
            }

            contributors.Add(contributor);
        }
    }

    /// <summary>An equation of an earlier vintage.</summary>
    /// <param name="Unknown">Its cells without parts that are not shown.</param>
    /// <param name="Holds">Whether it holds if these are what they are today.</param>
    private sealed record Equation(int[] Unknown, bool Holds);
}
