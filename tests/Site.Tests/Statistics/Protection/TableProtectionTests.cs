using Site.Statistics.Policies;
using Site.Statistics.Protection;
using Site.Statistics.Tables;

namespace Site.Tests;

public class TableProtectionTests
{
    [Fact]
    public void A_table_of_which_more_than_a_third_would_be_stars_is_too_fine()
    {
        // Sectors: 甲 20, 3; 乙 30, 40; 丙 has no building sites.
        var shape = new TableShape([new([-1, 0, 0, 0]), new([-1, 0, 0])], weeks: 1);
        var input = Input(shape, [(1, 1, 20), (1, 2, 3), (2, 1, 30), (2, 2, 40), (3, 1, 50)], place => place == shape.At(3, 2));

        var protection = TableProtection.Of(input, Finest(shape));

        Assert.Equal("5 个非零的最细格中有 4 个不能公布，超过 30%", Assert.Single(protection.TooFine).ToString());
        Assert.False(protection.MayBeReleased);
        Assert.Throws<InvalidOperationException>(() => protection.Print(0));
    }

    [Fact]
    public void A_table_that_is_hopeless_is_too_fine_before_anything_is_withheld_beside_its_small_figures()
    {
        var shape = new TableShape([new([-1, 0, 0, 0])], weeks: 1);

        var protection = TableProtection.Of(Input(shape, [(1, 0, 2), (2, 0, 3), (3, 0, 50)]), Finest(shape));

        Assert.Equal("3 个非零的最细格中有 2 个不能公布，超过 30%", Assert.Single(protection.TooFine).ToString());
    }

    [Fact]
    public void A_small_figure_is_starred_with_three_others_and_what_cannot_exist_has_a_dash()
    {
        var shape = new TableShape([new([-1, 0, 0, 0, 0, 0, 0, 0, 0, 0]), new([-1, 0, 0])], weeks: 1);
        var figures = new long[,] { { 20, 3 }, { 6, 7 }, { 30, 40 }, { 31, 41 }, { 32, 42 }, { 33, 43 }, { 34, 44 }, { 35, 0 }, { 36, 0 } };
        var contributions = from area in Enumerable.Range(1, 9) from sector in new[] { 1, 2 } where area < 9 || sector == 1 select (area, sector, figures[area - 1, sector - 1]);

        var protection = TableProtection.Of(Input(shape, [.. contributions], place => place == shape.At(9, 2)), Finest(shape));

        Assert.Equal("477 257 220", Row(0));
        Assert.Equal("23 * *", Row(1));
        Assert.Equal("13 * *", Row(2));
        Assert.Equal("70 30 40", Row(3));
        Assert.Equal("35 35 0", Row(8));
        Assert.Equal("36 36 —", Row(9));

        string Row(int area) => string.Join(' ', Enumerable.Range(0, 3).Select(sector => protection.Print(shape.At(area, sector))));
    }

    private static TableToProtect Input(TableShape shape, (int Area, int Sector, long Value)[] figures, Func<int, bool>? isImpossible = null)
    {
        var printed = PrintedCells.All(shape);
        var contributions = figures.Select(one => new Contribution(shape.Dimensions.Length == 1 ? one.Area : shape.At(one.Area, one.Sector), 0, one.Value, (one.Area * 3) + one.Sector));
        return new(Aggregation.Add(shape, [.. contributions], printed, isImpossible), printed, [], Measure.Count, new());
    }

    private static int[] Finest(TableShape shape) => [.. Enumerable.Range(0, shape.Layer).Where(place => shape.Height(place) == 0)];
}
