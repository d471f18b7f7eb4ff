using System.Collections.Immutable;
using Site.Model;

namespace Site.Disclosure;

/// <summary>Attacks the published tables of attempts, all releases of a year together, with nothing but what is published.</summary>
internal static class AttemptAudit
{
    /// <returns>For each withheld cell what it can be, and what gives way.</returns>
    /// <param name="releases">All releases, oldest first.</param>
    /// <param name="persons">Fewer attempts than this are not published.</param>
    public static Checked<ImmutableArray<AttemptBounds>> Find(ImmutableArray<FrozenRelease> releases, int persons)
    {
        var tables = releases.SelectMany(release => release.Tables).Where(table => AttemptTable.IsOne(table.Safe)).ToArray();
        var found = ImmutableArray.CreateBuilder<AttemptBounds>();
        var problems = new List<Problem>();
        foreach (var year in tables.GroupBy(table => table.Day.Year))
        {
            if (AttemptSeries.Of([.. year], persons) is not { } series)
            {
                problems.Add(Problem.Error("disclosure/contradiction", year.Last().Where, "答题记录的表与前几期的分类不同，或者次序不对，不能一起核对。", "从版本库取回冻结时的文件。"));
            }
            else if (Attacker.Intervals(series.Figures, series.Withheld) is not { } intervals || Array.Exists(intervals, interval => interval.Low < 0))
            {
                problems.Add(Problem.Error("disclosure/contradiction", year.Last().Where, "答题记录的表里，合计与各部分对不上，或者比前一期还少。", "从版本库取回冻结时的文件；不要手工改动 input/releases/。"));
            }
            else
            {
                Judge(series, intervals, persons, found, problems);
            }
        }

        return new(found.ToImmutable(), [.. problems]);
    }

    private static void Judge(
        AttemptSeries series, Interval[] intervals, int persons, ImmutableArray<AttemptBounds>.Builder found, List<Problem> problems)
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
                problems.Add(Problem.Error("disclosure/gives-way", table.Where,
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
internal sealed record AttemptBounds(FrozenTable Table, string Name, Interval Interval);
