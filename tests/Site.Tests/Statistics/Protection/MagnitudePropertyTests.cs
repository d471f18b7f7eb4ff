using FsCheck;
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

    [Fact]
    public void No_sum_can_be_worked_out_more_closely_than_the_rules_allow() => ForEachTable(60, (cube, figures, withheld) =>
    {
        var tried = BruteForce.Attack(SmallTables.EquationsOf(figures.Constraints), figures.Values, withheld, figures.Floors);

        Assert.All(tried ?? [], (interval, cell) => Assert.True(
            !withheld[cell] || figures.ProtectionLevels[cell].IsMetBy(interval.Low, interval.High), $"{figures.Values[cell]} is known to be {interval}"));
    });

    [Fact]
    public void No_unit_can_work_out_another_figure_from_its_own() => ForEachTable(60, (cube, figures, withheld) =>
    {
        foreach (var insider in figures.LoneContributors.Where(contributor => contributor >= 0).Distinct())
        {
            var view = withheld.Select((hidden, cell) => hidden && figures.LoneContributors[cell] != insider).ToArray();

            var tried = BruteForce.Attack(SmallTables.EquationsOf(figures.Constraints), figures.Values, view, figures.Floors);

            Assert.All(tried ?? [], (interval, cell) => Assert.True(
                !view[cell] || figures.ProtectionLevels[cell] == ProtectionLevels.None || !interval.IsExact, $"{insider} finds {interval}"));
        }
    });

    [Fact]
    public void No_relation_gives_away_a_sum_that_the_rules_would_withhold() => ForEachTable(60, (cube, figures, withheld) =>
    {
        foreach (var equation in SmallTables.EquationsOf(figures.Constraints).Where(equation => !withheld[equation[0]]))
        {
            var unknown = equation[1..].Where(part => withheld[part]).ToArray();

            Assert.True(unknown.Length is 0 || unknown.Length == equation.Length - 1 || figures.SumIsSafe(unknown));
        }
    });

    private static void ForEachTable(int tables, Action<Table, SuppressionProblem, bool[]> holds) =>
        Prop.ForAll(Gen.Choose(1, int.MaxValue - 1).ToArbitrary(), seed =>
        {
            var draw = new SeededDraw(seed);
            var shape = new TableShape(new([-1, 0, 0, 1, 1, 2, 2, 2]), Sectors: 2, Weeks: 1, Indicators: 1);
            var contributions = from area in Enumerable.Range(3, 5)
                                from sector in new[] { 1, 2 }
                                from unit in Enumerable.Range(0, 3)
                                select new Contribution(area, sector, 0, 0, draw.Unit() < 0.25 ? 0 : (long)(draw.Unit() * 6), (int)(draw.Unit() * 12));
            var cube = Aggregation.Add(shape, [.. contributions], (_, _) => false);
            var (figures, merged) = PrimarySuppression.Of(cube, [Measure.Sum], Rules, []);

            var protection = TableProtection.Of(cube, [Measure.Sum], Rules);

            var withheld = new bool[figures.Values.Length];
            for (var cell = 0; cell < merged.Length; cell++)
            {
                withheld[merged[cell]] = protection.Withheld[cell];
            }

            if (protection.Leaks.Count == 0)
            {
                holds(cube, figures, withheld);
            }
        }).AssertHolds(tables);
}
