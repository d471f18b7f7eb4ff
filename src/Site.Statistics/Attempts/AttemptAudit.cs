using System.Collections.Immutable;
using Site.Core.Diagnostics;
using Site.Statistics.Audit;
using Site.Statistics.Protection;
using Site.Statistics.Published;
using Site.Statistics.Requests;
using Site.Statistics.Snapshots;

namespace Site.Statistics.Attempts;

/// <summary>Attacks the published tables of attempts, all releases of a year together, with nothing but what is published.</summary>
internal static class AttemptAudit
{
    /// <returns>For each withheld cell what it can be, and what gives way.</returns>
    /// <param name="releases">All releases, oldest first.</param>
    /// <param name="persons">Fewer attempts than this are not published.</param>
    public static Result<ImmutableArray<AttemptBounds>> Find(ImmutableArray<Snapshot> releases, int persons)
    {
        var tables = releases.SelectMany(release => release.Tables).Where(table => AttemptRequest.IsOne(table.Safe)).ToArray();
        var found = ImmutableArray.CreateBuilder<AttemptBounds>();
        var diagnostics = new List<Diagnostic>();
        foreach (var year in tables.GroupBy(table => table.Day.Year))
        {
            if (AttemptSeries.Of([.. year], persons) is not { } series)
            {
                diagnostics.Add(Diagnostic.Error("disclosure/contradiction", year.Last().Where, "答题记录的表与前几期的分类不同，或者次序不对，不能一起核对。", "从版本库取回冻结时的文件。"));
            }
            else if (Attacker.Intervals(series.Figures, series.Withheld) is not { } intervals || Array.Exists(intervals, interval => interval.Low < 0))
            {
                diagnostics.Add(Diagnostic.Error("disclosure/contradiction", year.Last().Where, "答题记录的表里，合计与各部分对不上，或者比前一期还少。", "从版本库取回冻结时的文件；不要手工改动 input/releases/。"));
            }
            else
            {
                Judge(series, intervals, persons, found, diagnostics);
            }
        }

        return new(found.ToImmutable(), [.. diagnostics]);
    }

    private static void Judge(
        AttemptSeries series, Interval[] intervals, int persons, ImmutableArray<AttemptBounds>.Builder found, List<Diagnostic> diagnostics)
    {
        var required = PrimaryRules.ForCount(new(LeastPersons: persons));
        var shape = series.Shape;
        for (var cell = 0; cell < shape.Count; cell++)
        {
            var interval = intervals[series.Merged[cell]];
            var table = series.Tables[shape.Week(cell)];
            var isPrinted = !shape.IsIncrement(cell) && series.Printed[cell] is Cell.Withheld;
            if (isPrinted)
            {
                found.Add(new(table, shape.Name(cell), interval));
            }

            if (isPrinted ? !required.IsMetBy(interval.Low, interval.High) : interval.Low > 0 && interval.High < persons)
            {
                diagnostics.Add(Diagnostic.Error("disclosure/gives-way", table.Where,
                    $"“答题，{shape.Name(cell)}”{(shape.IsIncrement(cell) ? "比前一期新增的数" : "")}没有公布，却可以由已公布的各期推算得太准。",
                    "从版本库取回冻结时的文件；不要手工改动 input/releases/。"));
            }
        }
    }
}

/// <summary>What a withheld cell can be for someone who has read everything.</summary>
/// <param name="Table">The table that withholds it.</param>
/// <param name="Name">The cell in words.</param>
/// <param name="Interval">Its feasibility interval.</param>
internal sealed record AttemptBounds(SnapshotTable Table, string Name, Interval Interval);

/// <summary>The published tables of attempts of one year, put into one system of equations: the attacker's view.</summary>
/// <param name="Shape">The cells: the categories of the newest table, a week for each release.</param>
/// <param name="Tables">Oldest first.</param>
/// <param name="Printed">For each cumulative cell what is printed there; null where a table does not have it.</param>
/// <param name="Figures">The equations over merged cells.</param>
/// <param name="Merged">For each cell its merged cell.</param>
/// <param name="Withheld">For each merged cell whether readers do not know it.</param>
internal sealed record AttemptSeries(
    AttemptShape Shape, ImmutableArray<SnapshotTable> Tables, Cell?[] Printed, SuppressionProblem Figures, int[] Merged, bool[] Withheld)
{
    /// <returns>The system; null where a table is broken down otherwise than the newest, has a category that it lacks, or contradicts itself.</returns>
    /// <param name="tables">Of one year, oldest first.</param>
    /// <param name="persons">Fewer attempts than this are not published.</param>
    public static AttemptSeries? Of(ImmutableArray<SnapshotTable> tables, int persons)
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
            cells[cell] = lacks < 0 ? table.At(0, then) : shape.Dimensions[lacks].Id == AttemptRequest.Area ? null : new Cell.Shown(0);
        }

        return true;
    }

    private static (SuppressionProblem Figures, bool[] Withheld) Known(AttemptShape shape, Constraints relations, int[] merged, Cell?[] printed, int persons)
    {
        var count = relations.CellCount;
        var figures = new SuppressionProblem
        {
            Constraints = relations,
            Values = new long[count],
            Statuses = [.. Enumerable.Repeat(CellStatus.Shown, count)],
            ProtectionLevels = [.. Enumerable.Repeat(ProtectionLevels.None, count)],
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
                (figures.Floors[at], figures.ProtectionLevels[at]) = (1, PrimaryRules.ForCount(new(LeastPersons: persons)));
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
