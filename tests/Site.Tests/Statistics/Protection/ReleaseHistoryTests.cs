using FsCheck.Fluent;
using Site.Core.Diagnostics;
using Site.Statistics.Audit;
using Site.Statistics.Policies;
using Site.Statistics.Protection;
using Site.Statistics.Releases;
using Site.Statistics.Tables;

namespace Site.Tests;

/// <summary>Three weeks, each released when it is over: what was said stays said, and all of it together gives nothing away.</summary>
public class ReleaseHistoryTests
{
    private static readonly DisclosureRules Rules = new(LeastPersons: 3);

    [Trait("Speed", "slow")]
    [Fact]
    public void Week_by_week_no_increment_and_no_figure_can_be_worked_out_from_all_releases_together() => ForEachCampaign(60, campaign =>
    {
        var history = Array.Empty<CellHistory>();
        for (var weeks = 1; weeks <= 3; weeks++)
        {
            var input = Input(campaign, weeks, history);
            var (problem, merged) = PrimarySuppression.Of(input);

            var protection = TableProtection.Of(input);

            if (protection.Leaks.Length > 0)
            {
                Assert.NotEmpty(Attacker.Find(problem, problem.Statuses.Select(status => status != CellStatus.Shown).ToArray()));
                return;
            }

            AssertHistoryIsKept(protection, history);
            AssertNothingCanBeWorkedOut(problem, merged, protection);
            history = Remember(input.Table.Shape, protection);
        }
    });

    [Fact]
    public void A_district_whose_week_added_one_is_withheld_beside_another_though_both_figures_are_large()
    {
        var shape = new TableShape([new([-1, 0, 0, 0, 0])], weeks: 2);
        Contribution[] contributions =
        [
            Of(1, 0, 9), Of(2, 0, 7), Of(3, 0, 6), Of(4, 0, 8),
            Of(1, 1, 6), Of(2, 1, 1), Of(3, 1, 8), Of(4, 1, 5),
        ];
        var history = new CellHistory[shape.Count];
        history.AsSpan(0, 5).Fill(CellHistory.Shown);

        var protection = TableProtection.Of(Input(shape, contributions, history, new()));

        Assert.Empty(protection.Leaks);
        Assert.Equal([false, false, true, false, true], protection.Withheld[5..10]);

        static Contribution Of(int area, int week, long value) => new(area, week, value, area);
    }

    /// <summary>Each release takes back what the one before said, so that what the second withheld may have been corrected by anything: but who reads the first and the third sees 4 added.</summary>
    [Fact]
    public void A_district_to_which_little_was_added_over_a_day_that_is_withheld_stays_withheld_though_all_between_may_have_been_corrected()
    {
        var shape = new TableShape([new([-1, 0, 0, 0, 0])], [new Week(0, 0), new Week(1, 1), new Week(2, 2)]);
        Contribution[] contributions =
        [
            Of(1, 0, 90), Of(2, 0, 70), Of(3, 0, 60), Of(4, 0, 80),
            Of(1, 1, 60), Of(2, 1, 2), Of(3, 1, 80), Of(4, 1, 50),
            Of(1, 2, 70), Of(2, 2, 2), Of(3, 2, 50), Of(4, 2, 90),
        ];
        var history = new CellHistory[shape.Count];
        history.AsSpan(0, 10).Fill(CellHistory.Shown);
        (history[7], history[9]) = (CellHistory.Withheld, CellHistory.Withheld);
        var printed = new PrintedCells(shape, Enumerable.Range(0, 15), (_, _, _) => FigureChange.Corrected);

        var protection = TableProtection.Of(new(Aggregation.Add(shape, contributions, printed), printed, history, Measure.Count, new()));

        Assert.Empty(protection.Leaks);
        Assert.True(protection.Withheld[12]);

        static Contribution Of(int area, int week, long value) => new(area, week, value, area);
    }

    [Fact]
    public void When_everything_around_a_small_increment_is_shown_already_it_leaks_and_nothing_is_printed()
    {
        var shape = new TableShape([new([-1, 0, 0])], weeks: 2);
        var history = new CellHistory[shape.Count];
        history.AsSpan(0, 6).Fill(CellHistory.Shown);

        var protection = TableProtection.Of(Input(shape, [new(1, 0, 9, 1), new(2, 0, 8, 2), new(1, 1, 1, 1), new(2, 1, 7, 2)], history, new()));

        Assert.Equal((shape.Increment(1, 1), LeakKind.Interval), Assert.Single(protection.Leaks) is var leak ? (leak.Cell, leak.Kind) : default);
        Assert.Throws<InvalidOperationException>(() => protection.Print(0));
    }

    [Fact]
    public void A_table_that_nothing_can_protect_is_refused_where_it_is_asked_for()
    {
        // The districts are shown first: the two streets of one have 10 together, so that each is known to have less, and none of the others can hide them any more.
        var input = new MadeUpInput(
            "-- input/units.csv --\nid,name,parent,level,sector\ncity,示例市,,city,\nd,示例甲区,city,district,\ne,示例乙区,city,district,\na,示例一街道,d,street,\nb,示例二街道,d,street,\n"
            + string.Concat(Enumerable.Range(3, 10).Select(street => $"e{street},示例{street}街道,e,street,\n"))
            + "-- input/returns/1.csv --\nform,unit,as_of,indicator,value\nform,a,2026-06-14,form.work.leads,1\nform,b,2026-06-14,form.work.leads,9\n"
            + string.Concat(Enumerable.Range(3, 10).Select(street => $"form,e{street},2026-06-14,form.work.leads,{30 + street}\n"))
            + "-- input/tables.yaml --\n- { id: districts, title: 线索, indicators: [form.work.leads], dimensions: [area], areas: district }\n");
        Assert.NotEmpty(input.Release("2026-06-14").Files);
        input.Put("input/tables.yaml", "- { id: areas, title: 线索, indicators: [form.work.leads], dimensions: [area] }\n");

        var made = ReleaseMaker.Make(new(input.Files), "second", new(2026, 6, 14), null);

        Assert.Equal(
            """
            input/tables.yaml:1:3: error disclosure/cannot-protect
              表“线索”不能公布：“线索，示例一街道，2026-06-14”这一格可由已公布的数推算得太准，而可以一同隐去的格都已公布过或为零。
              请把这张表的类别合并（去掉行业，或用 areas 并到区县），或等下一期再公布。
            """,
            made.Diagnostics.First(diagnostic => diagnostic.Severity == Severity.Error).ToString());
        Assert.Empty(made.Files);
    }

    private static TableToProtect Input((int Area, int Sector, int Week, long Value)[] campaign, int weeks, CellHistory[] history)
    {
        var shape = new TableShape([new([-1, 0, 0, 1, 1, 2, 2]), new([-1, 0, 0])], weeks);
        var contributions = campaign.Where(one => one.Week < weeks)
            .Select(one => new Contribution(shape.At(one.Area, one.Sector), one.Week, one.Value, (one.Area * 3) + one.Sector));
        return Input(shape, [.. contributions], history, Rules);
    }

    private static TableToProtect Input(TableShape shape, Contribution[] contributions, CellHistory[] history, DisclosureRules rules)
    {
        var printed = PrintedCells.All(shape);
        return new(Aggregation.Add(shape, contributions, printed), printed, history, Measure.Count, rules);
    }

    private static void AssertHistoryIsKept(TableProtection protection, CellHistory[] history)
    {
        for (var cell = 0; cell < history.Length; cell++)
        {
            Assert.True(history[cell] == CellHistory.New || protection.Withheld[cell] == (history[cell] == CellHistory.Withheld));
        }
    }

    private static void AssertNothingCanBeWorkedOut(SuppressionProblem problem, int[] merged, TableProtection protection)
    {
        var withheld = new bool[problem.Values.Length];
        for (var cell = 0; cell < merged.Length; cell++)
        {
            withheld[merged[cell]] = protection.Withheld[cell];
        }

        var tried = BruteForce.Attack(SmallTables.EquationsOf(problem.Constraints), problem.Values, withheld, problem.Floors);
        Assert.All(tried ?? [], (interval, cell) => Assert.True(
            !withheld[cell] || problem.ProtectionLevels[cell] == ProtectionLevels.None || (interval.High >= 3 && interval.High - interval.Low >= 2),
            $"{problem.Values[cell]} is known to be {interval}"));
    }

    private static CellHistory[] Remember(TableShape shape, TableProtection protection)
    {
        var next = new TableShape(shape.Dimensions, shape.Weeks + 1);
        var history = new CellHistory[next.Count];
        for (var cell = 0; cell < shape.Weeks * shape.Layer; cell++)
        {
            history[next.Cumulative(shape.WeekOf(cell), shape.Place(cell))] = protection.Withheld[cell] ? CellHistory.Withheld : CellHistory.Shown;
        }

        return history;
    }

    private static void ForEachCampaign(int campaigns, Action<(int Area, int Sector, int Week, long Value)[]> holds) =>
        Prop.ForAll(Gen.Choose(1, int.MaxValue - 1).ToArbitrary(), seed =>
        {
            var draw = new SeededDraw(seed);
            holds([.. from week in Enumerable.Range(0, 3)
                      from area in new[] { 3, 4, 5, 6 }
                      from sector in new[] { 1, 2 }
                      select (area, sector, week, draw.Unit() < 0.2 ? 0 : (long)(draw.Unit() * 8))]);
        }).AssertHolds(campaigns);
}
