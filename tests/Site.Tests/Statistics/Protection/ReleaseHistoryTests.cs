using FsCheck;
using FsCheck.Fluent;
using Site.Statistics.Audit;
using Site.Statistics.Policies;
using Site.Statistics.Protection;
using Site.Statistics.Tables;

namespace Site.Tests;

/// <summary>Three weeks, each released when it is over: what was said stays said, and all of it together gives nothing away.</summary>
public class ReleaseHistoryTests
{
    private static readonly DisclosureRules Rules = new(LeastPersons: 3);

    [Fact]
    public void Week_by_week_no_increment_and_no_figure_can_be_worked_out_from_all_releases_together() => ForEachCampaign(60, contributions =>
    {
        var history = Array.Empty<CellHistory>();
        for (var weeks = 1; weeks <= 3; weeks++)
        {
            var cube = Cube(contributions, weeks);
            var (figures, merged) = PrimarySuppression.Of(cube, [Measure.Count], Rules, history);

            var protection = TableProtection.Of(cube, [Measure.Count], Rules, history);

            if (protection.Leaks.Count > 0)
            {
                Assert.NotEmpty(Attacker.Find(figures, figures.Statuses.Select((hold, cell) => hold != CellStatus.Shown).ToArray()));
                return;
            }

            AssertHistoryIsKept(protection, history);
            AssertNothingCanBeWorkedOut(figures, merged, protection);
            history = Remember(cube.Shape, protection);
        }
    });

    [Fact]
    public void A_district_whose_week_added_one_is_withheld_beside_another_though_both_figures_are_large()
    {
        Contribution[] contributions =
        [
            Of(1, 0, 9), Of(2, 0, 7), Of(3, 0, 6), Of(4, 0, 8),
            Of(1, 1, 6), Of(2, 1, 1), Of(3, 1, 8), Of(4, 1, 5),
        ];
        var shape = new TableShape(new([-1, 0, 0, 0, 0]), Sectors: 0, Weeks: 2, Indicators: 1);
        var history = new CellHistory[shape.Count];
        history.AsSpan(0, 5).Fill(CellHistory.Shown);

        var protection = TableProtection.Of(Aggregation.Add(shape, contributions, (_, _) => false), [Measure.Count], new(), history);

        Assert.Empty(protection.Leaks);
        Assert.Equal([false, false, true, false, true], protection.Withheld[5..10]);

        static Contribution Of(int area, int week, long value) => new(area, 0, week, 0, value, area);
    }

    [Fact]
    public void When_everything_around_a_small_increment_is_shown_already_the_table_is_refused()
    {
        var shape = new TableShape(new([-1, 0, 0]), Sectors: 0, Weeks: 2, Indicators: 1);
        var cube = Aggregation.Add(shape, [new(1, 0, 0, 0, 9, 1), new(2, 0, 0, 0, 8, 2), new(1, 0, 1, 0, 1, 1), new(2, 0, 1, 0, 7, 2)], (_, _) => false);
        var history = new CellHistory[shape.Count];
        history.AsSpan(0, 6).Fill(CellHistory.Shown);
        var names = new TableNames("reports", "举报件数", [new("reports", "举报", "件")], ["示例市", "示例甲区", "示例乙区"], ["合计"], ["第1周", "第2周"]);

        var protection = TableProtection.Of(cube, [Measure.Count], new(), history);

        Assert.Equal(
            """
            input/tables.yaml:3:1: error disclosure/cannot-protect
              表“举报件数”不能公布：“举报，示例甲区，合计，第2周新增”这一格可由已公布的数推算得太准，而可以一同隐去的格都已公布过或为零。
              请把这张表的类别合并（去掉行业，或把街道并到区县），或等下一期再公布。
            """,
            Assert.Single(LeakDiagnostics.Find(cube, protection, names, new("input/tables.yaml", 3))).ToString());
    }

    private static Table Cube(Contribution[] contributions, int weeks) => Aggregation.Add(
        new(new([-1, 0, 0, 1, 1, 2, 2]), Sectors: 2, weeks, Indicators: 1), [.. contributions.Where(one => one.Week < weeks)], (_, _) => false);

    private static void AssertHistoryIsKept(TableProtection protection, CellHistory[] history)
    {
        for (var cell = 0; cell < history.Length; cell++)
        {
            Assert.True(history[cell] == CellHistory.New || protection.Withheld[cell] == (history[cell] == CellHistory.Withheld));
        }
    }

    private static void AssertNothingCanBeWorkedOut(SuppressionProblem figures, int[] merged, TableProtection protection)
    {
        var withheld = new bool[figures.Values.Length];
        for (var cell = 0; cell < merged.Length; cell++)
        {
            withheld[merged[cell]] = protection.Withheld[cell];
        }

        var tried = BruteForce.Attack(SmallTables.EquationsOf(figures.Constraints), figures.Values, withheld, figures.Floors);
        Assert.All(tried ?? [], (interval, cell) => Assert.True(
            !withheld[cell] || figures.ProtectionLevels[cell] == ProtectionLevels.None || (interval.High >= 3 && interval.High - interval.Low >= 2),
            $"{figures.Values[cell]} is known to be {interval}"));
    }

    private static CellHistory[] Remember(TableShape shape, TableProtection protection)
    {
        var next = shape with { Weeks = shape.Weeks + 1 };
        var history = new CellHistory[next.Count];
        for (var cell = 0; cell < shape.Count; cell++)
        {
            var place = shape.Of(cell);
            if (!place.IsIncrement)
            {
                history[next.Cumulative(place.Indicator, place.Week, place.Sector, place.Area)] =
                    protection.Withheld[cell] ? CellHistory.Withheld : CellHistory.Shown;
            }
        }

        return history;
    }

    private static void ForEachCampaign(int campaigns, Action<Contribution[]> holds) =>
        Prop.ForAll(Gen.Choose(1, int.MaxValue - 1).ToArbitrary(), seed =>
        {
            var draw = new SeededDraw(seed);
            holds([.. from week in Enumerable.Range(0, 3)
                      from area in new[] { 3, 4, 5, 6 }
                      from sector in new[] { 1, 2 }
                      select new Contribution(area, sector, week, 0, draw.Unit() < 0.2 ? 0 : (long)(draw.Unit() * 8), (area * 3) + sector)]);
        }).AssertHolds(campaigns);
}
