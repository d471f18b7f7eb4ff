using System.Collections.Immutable;
using Site.Statistics.Attempts;
using Site.Statistics.Policies;
using Site.Statistics.Published;
using static Site.Tests.SampleAttempts;

namespace Site.Tests;

public class AttemptTablesTests
{
    private static readonly DisclosureRules Rules = new(LeastPersons: 10);

    [Fact]
    public void Attempts_of_streets_add_up_to_districts_age_bands_to_their_total_and_those_of_a_district_itself_stand_apart()
    {
        var made = Publish([Count(3, Young, 20), Count(4, Young, 30), Count(4, Old, 40), Count(1, Old, 50), Count(2, Old, 60)], Table("area", "age_band"), Rules);

        Assert.Equal(["示例市", "示例甲区", "示例甲区本级", "示例乙区", "示例一街道", "示例二街道"], made.Value!.Safe.Dimensions[0].Categories[..6]);
        Assert.Equal([-1, 0, 1, 0, 1, 1], made.Value.Safe.Dimensions[0].Parents[..6]);
        Assert.Equal(["合计", "18—25岁", "60岁及以上"], made.Value.Safe.Dimensions[1].Categories);
        Assert.Equal(["200 50 150", "140 50 90", "50 0 50", "60 0 60", "20 20 0", "70 30 40"], Rows(made.Value.Safe)[..6]);
        Assert.All(Rows(made.Value.Safe)[6..], row => Assert.Equal("0 0 0", row));
    }

    [Fact]
    public void Streets_are_added_up_where_the_table_stops_at_districts()
    {
        var made = Publish([Count(3, Young, 20), Count(1, Young, 30), Count(2, Old, 40)], Table("area") with { FinestRank = 3 }, Rules);

        Assert.Equal(["示例市", "示例甲区", "示例乙区", "示例丙区", "示例丁区", "示例戊区", "示例己区"], made.Value!.Safe.Dimensions[0].Categories);
        Assert.Equal(["90 50 40 0 0 0 0"], Rows(made.Value.Safe));
    }

    [Fact]
    public void Fewer_than_ten_are_starred_with_three_others_and_quizzes_have_no_total()
    {
        ImmutableArray<AttemptCount> counts =
        [
            .. from quiz in new[] { 0, 1 } from area in new[] { 2, 3, 4, 5 } from band in new[] { Young, Old }
               select Count(area, band, (quiz, area) == (0, 3) && band == Old ? 9 : 100 + (10 * area), quiz: quiz),
        ];

        var made = Publish(counts, Table("quiz", "area", "age_band"), Rules with { LeastPersons = 10 });

        Assert.Equal(["消防", "防溺水"], made.Value!.Safe.Dimensions[0].Categories);
        Assert.Equal([-1, -1], made.Value.Safe.Dimensions[0].Parents);
        Assert.Equal(["959 540 419", "419 270 149", "240 120 120", "139 * *", "280 * *", "300 150 150"], Rows(made.Value.Safe)[..6]);
        Assert.Equal(["1080 540 540", "540 270 270", "240 120 120", "260 130 130", "280 140 140", "300 150 150"], Rows(made.Value.Safe)[9..15]);
    }

    [Fact]
    public void Score_bands_are_a_third_way_of_adding_up_and_one_small_cell_takes_seven_others_with_it()
    {
        ImmutableArray<AttemptCount> counts =
        [
            .. from area in new[] { 2, 5, 6 } from band in new[] { Young, Old } from score in Enumerable.Range(0, 5)
               select Count(area, band, (area, score) == (5, 0) && band == Old ? 9 : 50 + (7 * area) + (3 * score), score: score),
        ];

        var made = Publish(counts, Table("area", "age_band", "score_band"), Rules);

        Assert.Empty(made.Diagnostics);
        Assert.Equal(8, made.Value!.Safe.Cells.Count(cell => cell is Cell.Withheld));
        Assert.Equal([2, 2, 2, 2], Rows(made.Value.Safe).Where(row => row.Contains('*')).Select(row => row.Count(sign => sign == '*')));
    }

    [Fact]
    public void A_table_with_too_many_stars_is_refused()
    {
        var made = Publish([Count(3, Young, 20), Count(4, Young, 3), Count(4, Old, 2), Count(2, Old, 60)], Table("area", "age_band"), Rules);

        Assert.Equal(
            """
            input/tables.yaml:3:1: error disclosure/table-too-fine
              表“答题”分得太细：4 个非零的最细格中有 2 个不能公布，超过 30%。
              请去掉一个维度（例如 age_band），或写 areas: district，把街道并到区县。
            """,
            Assert.Single(made.Diagnostics).ToString());
        Assert.Null(made.Value);
    }

    [Fact]
    public void A_week_that_added_few_is_withheld_beside_others_though_all_figures_are_large()
    {
        ImmutableArray<AttemptCount> first =
            [Count(3, Young, 90), Count(4, Young, 80), Count(2, Young, 70), .. from area in new[] { 5, 6, 7, 8 } select Count(area, Young, 50)];
        var before = Publish(first, Table("area"), Rules).Value!;

        var made = Publish([.. first, Count(3, Young, 2, week: 1), Count(4, Young, 60, week: 1), Count(2, Young, 50, week: 1)], Table("area"), Rules, before);

        Assert.Equal(["440 170 70 90 80 50 50 50 50"], Rows(before.Safe));
        Assert.Equal(["552 232 120 * * 50 50 50 50"], Rows(made.Value!.Safe));
    }

    [Fact]
    public void What_was_published_must_still_be_so_and_be_broken_down_alike()
    {
        ImmutableArray<AttemptCount> first = [Count(3, Young, 90), Count(4, Young, 80), Count(2, Young, 70)];
        var before = Publish(first, Table("area"), Rules).Value!;

        var changed = Publish([Count(3, Young, 91), .. first[1..]], Table("area"), Rules, before);
        var other = Publish(first, Table("area", "age_band"), Rules, before);
        var none = Publish([], Table("area"), Rules);

        Assert.Equal("表“答题”有 3 格与以前公布的同一日期的数不一致，导出的文件可能不完整，或者平台改过记录。", Assert.Single(changed.Diagnostics).Message);
        Assert.Equal("attempts/other-dimensions", Assert.Single(other.Diagnostics).Code);
        Assert.Equal("表“答题”没有任何答题记录。", Assert.Single(none.Diagnostics).Message);
    }
}
