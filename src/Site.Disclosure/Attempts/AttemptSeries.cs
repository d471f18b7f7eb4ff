using System.Collections.Immutable;
using Site.Model;

namespace Site.Disclosure;

/// <summary>The published tables of attempts of one year, put into one system of equations: the attacker's view.</summary>
/// <param name="Shape">The cells: the categories of the newest table, a week for each release.</param>
/// <param name="Tables">Oldest first.</param>
/// <param name="Printed">For each cumulative cell what is printed there; null where a table does not have it.</param>
/// <param name="Figures">The equations over merged cells.</param>
/// <param name="Merged">For each cell its merged cell.</param>
/// <param name="Withheld">For each merged cell whether readers do not know it.</param>
internal sealed record AttemptSeries(
    AttemptShape Shape, ImmutableArray<FrozenTable> Tables, Cell?[] Printed, Figures Figures, int[] Merged, bool[] Withheld)
{
    /// <returns>The system; null where a table is broken down otherwise than the newest, has a category that it lacks, or contradicts itself.</returns>
    /// <param name="tables">Of one year, oldest first.</param>
    /// <param name="persons">Fewer attempts than this are not published.</param>
    public static AttemptSeries? Of(ImmutableArray<FrozenTable> tables, int persons)
    {
        var shape = new AttemptShape(tables[^1].Safe.Dimensions, tables.Length);
        var printed = new Cell?[shape.Layer * tables.Length];
        for (var week = 0; week < tables.Length; week++)
        {
            if ((week > 0 && tables[week].Day <= tables[week - 1].Day) || !Place(shape, tables[week].Safe, printed.AsSpan(week * shape.Layer, shape.Layer)))
            {
                return null;
            }
        }

        var (relations, merged) = shape.Relations();
        if (Enumerable.Range(0, printed.Length).Where(cell => printed[cell] is Cell.Shown).GroupBy(cell => merged[cell])
            .Any(same => same.Select(cell => printed[cell]).Distinct().Count() > 1))
        {
            return null;
        }

        var (figures, withheld) = Known(shape, relations, merged, printed, persons);
        return new(shape, tables, printed, figures, merged, withheld);
    }

    /// <summary>Puts the cells of a table in their places. A quiz, age band or score band that it lacks had no attempts yet.</summary>
    private static bool Place(AttemptShape shape, SafeTable table, Span<Cell?> cells)
    {
        if (!table.Dimensions.Select(dimension => dimension.Id).SequenceEqual(shape.Dimensions.Select(dimension => dimension.Id))
            || table.Dimensions.Zip(shape.Dimensions).Any(pair => pair.First.Categories.Except(pair.Second.Categories).Any()))
        {
            return false;
        }

        var places = shape.Dimensions.Zip(table.Dimensions, (now, then) => now.Categories.Select(name => then.Categories.IndexOf(name)).ToArray()).ToArray();
        for (var cell = 0; cell < cells.Length; cell++)
        {
            var then = new int[places.Length];
            for (var dimension = 0; dimension < then.Length; dimension++)
            {
                then[dimension] = places[dimension][shape.Category(cell, dimension)];
            }

            var lacks = Array.FindIndex(then, place => place < 0);
            cells[cell] = lacks < 0 ? table.At(0, then) : shape.Dimensions[lacks].Id == AttemptTable.Area ? null : new Cell.Shown(0);
        }

        return true;
    }

    private static (Figures Figures, bool[] Withheld) Known(AttemptShape shape, Relations relations, int[] merged, Cell?[] printed, int persons)
    {
        var count = relations.CellCount;
        var figures = new Figures
        {
            Relations = relations,
            Values = new long[count],
            Holds = [.. Enumerable.Repeat(Hold.Shown, count)],
            Requirements = [.. Enumerable.Repeat(Requirement.None, count)],
            Floors = new byte[count],
            Costs = new int[count],
            LoneContributors = [.. Enumerable.Repeat(-1, count)],
            HasWithheldValues = false,
        };
        var withheld = new bool[count];
        Array.Fill(withheld, true);
        for (var cell = 0; cell < printed.Length; cell++)
        {
            var at = merged[cell];
            if (printed[cell] is Cell.Shown shown)
            {
                (withheld[at], figures.Values[at], figures.Floors[at]) = (false, shown.Value, 0);
            }
            else if (printed[cell] is Cell.Withheld && withheld[at])
            {
                (figures.Floors[at], figures.Requirements[at]) = (1, PrimaryRules.ForCount(new(LeastPersons: persons)));
            }
        }

        for (var cell = 0; cell < shape.Layer * (shape.Weeks - 1); cell++)
        {
            var (before, now, at) = (merged[cell], merged[cell + shape.Layer], merged[shape.Increment(shape.Week(cell) + 1, cell % shape.Layer)]);
            if (!withheld[before] && !withheld[now])
            {
                (withheld[at], figures.Values[at]) = (false, figures.Values[now] - figures.Values[before]);
            }
        }

        return (figures, withheld);
    }
}
