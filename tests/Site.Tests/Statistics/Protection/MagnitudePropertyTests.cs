using FsCheck.Fluent;
using Site.Statistics.Audit;
using Site.Statistics.Policies;
using Site.Statistics.Protection;
using Site.Statistics.Tables;

namespace Site.Tests;

/// <summary>Sums over units, attacked by trying all tables: from outside, and by each unit that knows its own figure.</summary>
public class MagnitudePropertyTests
{
    private static readonly DisclosureRules Rules = new(LeastContributors: 2, DominancePercent: 30);

    [Trait("Speed", "slow")]
    [Fact]
    public void No_sum_can_be_worked_out_more_closely_than_the_rules_allow() => ForEachTable(60, (problem, withheld) =>
    {
        var tried = BruteForce.Attack(SmallTables.EquationsOf(problem.Constraints), problem.Values, withheld, problem.Floors);

        Assert.All(tried ?? [], (interval, cell) => Assert.True(
            !withheld[cell] || problem.ProtectionLevels[cell].IsMetBy(interval.Low, interval.High), $"{problem.Values[cell]} is known to be {interval}"));
    });

    [Trait("Speed", "slow")]
    [Fact]
    public void No_unit_can_work_out_another_figure_from_its_own() => ForEachTable(60, (problem, withheld) =>
    {
        foreach (var contributor in problem.LoneContributors.Where(lone => lone >= 0).Distinct())
        {
            var view = withheld.Select((hidden, cell) => hidden && problem.LoneContributors[cell] != contributor).ToArray();

            // A total of what is shown and of its own is no figure of another.
            var equations = SmallTables.EquationsOf(problem.Constraints).ToArray();
            while (Array.Find(equations, equation => view[equation[0]] && !equation[1..].Any(part => view[part])) is { } own)
            {
                view[own[0]] = false;
            }

            var tried = BruteForce.Attack(SmallTables.EquationsOf(problem.Constraints), problem.Values, view, problem.Floors);

            Assert.All(tried ?? [], (interval, cell) => Assert.True(
                !view[cell] || problem.MayBeKnownToUnits[cell] || problem.ProtectionLevels[cell] == ProtectionLevels.None || interval.Low != interval.High, $"{contributor} finds {interval}"));
        }
    });

    [Fact]
    public void No_relation_gives_away_a_sum_that_the_rules_would_withhold() => ForEachTable(60, (problem, withheld) =>
    {
        foreach (var equation in SmallTables.EquationsOf(problem.Constraints).Where(equation => !withheld[equation[0]]))
        {
            var unknown = equation[1..].Where(part => withheld[part]).ToArray();

            Assert.True(unknown.Length is 0 || unknown.Length == equation.Length - 1 || problem.SumIsSafe(unknown));
        }
    });

    private static void ForEachTable(int tables, Action<SuppressionProblem, bool[]> holds) =>
        Prop.ForAll(Gen.Choose(1, int.MaxValue - 1).ToArbitrary(), seed =>
        {
            var draw = new SeededDraw(seed);
            var shape = new TableShape([new([-1, 0, 0, 1, 1, 2, 2, 2]), new([-1, 0, 0])], weeks: 1);
            var contributions = from area in Enumerable.Range(3, 5)
                                from sector in new[] { 1, 2 }
                                from unit in Enumerable.Range(0, 3)
                                select new Contribution(shape.At(area, sector), 0, draw.Unit() < 0.25 ? 0 : (long)(draw.Unit() * 6), (int)(draw.Unit() * 12));
            var printed = PrintedCells.All(shape);
            var input = new TableToProtect(Aggregation.Add(shape, [.. contributions], printed), printed, [], Measure.Sum, Rules);
            var (problem, merged) = PrimarySuppression.Of(input);

            var protection = TableProtection.Of(input);

            var withheld = new bool[problem.Values.Length];
            for (var cell = 0; cell < merged.Length; cell++)
            {
                withheld[merged[cell]] = protection.Withheld[cell];
            }

            if (protection.MayBeReleased)
            {
                holds(problem, withheld);
            }
        }).AssertHolds(tables);
}
