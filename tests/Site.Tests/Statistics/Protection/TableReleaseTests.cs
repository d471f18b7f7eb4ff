using Site.Statistics.Policies;
using Site.Statistics.Protection;
using Site.Statistics.Published;
using Site.Statistics.Tables;

namespace Site.Tests;

public class TableReleaseTests
{
    private static readonly TableNames Names = new(
        "reports", "举报件数", [new("reports", "举报", "件")], ["示例市", "示例甲街道", "示例乙街道", "示例丙街道"], ["合计", "消防", "建筑"], ["第1周"]);

    [Fact]
    public void A_table_of_which_more_than_a_third_would_be_stars_is_refused()
    {
        // 消防, 建筑: 甲 20, 3; 乙 30, 40; 丙 has no building sites.
        var cube = Aggregation.Add(Shape(), [Of(1, 1, 20), Of(1, 2, 3), Of(2, 1, 30), Of(2, 2, 40), Of(3, 1, 50)], (area, sector) => area == 3 && sector == 2);

        var release = TableRelease.Make(cube, [Measure.Count], new(), [], Names with { Title = "试" }, new("input/tables.yaml"));

        Assert.Equal(
            """
            input/tables.yaml:1:1: error disclosure/table-too-fine
              表“试”分得太细：5 个非零的最细格中有 4 个不能公布，超过 30%。
              请去掉行业一维，或把街道并到区县。
            """,
            Assert.Single(release.Diagnostics).ToString());
        Assert.Null(release.Table);
        Assert.Empty(release.History);
    }

    [Fact]
    public void A_small_figure_is_starred_with_three_others_and_what_cannot_exist_has_a_dash()
    {
        var names = Names with { Areas = ["示例市", .. Enumerable.Range(1, 9).Select(street => $"示例{street}街道")] };
        var shape = new TableShape(new([-1, 0, 0, 0, 0, 0, 0, 0, 0, 0]), Sectors: 2, Weeks: 1, Indicators: 1);
        var figures = new long[,] { { 20, 3 }, { 6, 7 }, { 30, 40 }, { 31, 41 }, { 32, 42 }, { 33, 43 }, { 34, 44 }, { 35, 0 }, { 36, 0 } };
        var contributions = from area in Enumerable.Range(1, 9) from sector in new[] { 1, 2 } select Of(area, sector, figures[area - 1, sector - 1]);
        var cube = Aggregation.Add(shape, [.. contributions.Where(one => one.Area < 9 || one.Sector == 1)], (area, sector) => area == 9 && sector == 2);

        var table = TableRelease.Make(cube, [Measure.Count], new(), [], names, new("input/tables.yaml")).Table!;

        Assert.Equal("477 257 220", Row(table, 0));
        Assert.Equal("23 * *", Row(table, 1));
        Assert.Equal("13 * *", Row(table, 2));
        Assert.Equal("70 30 40", Row(table, 3));
        Assert.Equal("35 35 0", Row(table, 8));
        Assert.Equal("36 36 —", Row(table, 9));
    }

    private static string Row(SafeTable table, int area) => string.Join(' ', Enumerable.Range(0, 3).Select(sector => table.At(0, area, sector, 0) switch
    {
        Cell.Shown shown => $"{shown.Value}",
        Cell.Withheld => "*",
        _ => "—",
    }));

    private static TableShape Shape() => new(new([-1, 0, 0, 0]), Sectors: 2, Weeks: 1, Indicators: 1);

    private static Contribution Of(int area, int sector, long value) => new(area, sector, 0, 0, value, (area * 3) + sector);
}
