using Site.Statistics.Tables;

namespace Site.Tests;

public class AggregationTests
{
    [Fact]
    public void Streets_add_up_to_districts_sectors_to_their_total_and_weeks_to_the_figure_so_far()
    {
        var shape = new TableShape(new([-1, 0, 0, 1, 1, 2]), Sectors: 2, Weeks: 2, Indicators: 1);

        var cube = Aggregation.Add(shape, [new(3, 1, 0, 0, 5, 0), new(4, 2, 0, 0, 7, 1), new(5, 1, 1, 0, 11, 2), new(3, 1, 1, 0, 2, 0)], (_, _) => false);

        Assert.Equal(12, cube.Contributors[shape.Cumulative(0, week: 0, sector: 0, area: 1)].Sum);
        Assert.Equal(25, cube.Contributors[shape.Cumulative(0, week: 1, sector: 0, area: 0)].Sum);
        Assert.Equal(18, cube.Contributors[shape.Cumulative(0, week: 1, sector: 1, area: 0)].Sum);
        Assert.Equal(13, cube.Contributors[shape.Increment(0, week: 1, sector: 1, area: 0)].Sum);
        Assert.Equal(new Contributors(2, 18, 11, 7), cube.Contributors[shape.Cumulative(0, week: 1, sector: 1, area: 0)]);
    }

    [Fact]
    public void Units_of_one_parent_body_count_as_one_contributor()
    {
        var shape = new TableShape(new([-1, 0, 0]), Sectors: 0, Weeks: 1, Indicators: 1);

        var cube = Aggregation.Add(shape, [new(1, 0, 0, 0, 30, 8), new(1, 0, 0, 0, 12, 8), new(2, 0, 0, 0, 20, 8)], (_, _) => false);

        Assert.Equal(new Contributors(1, 62, 62, 0), cube.Contributors[0]);
        Assert.Equal(8, cube.LoneContributors[0]);
        Assert.Equal(new Contributors(1, 62, 62, 0), cube.Contributions.To([1, 2]));
    }

    [Fact]
    public void A_total_of_cells_that_cannot_exist_cannot_exist_either()
    {
        var shape = new TableShape(new([-1, 0, 0, 1, 1, 2]), Sectors: 2, Weeks: 2, Indicators: 1);

        var cube = Aggregation.Add(shape, [], (area, sector) => sector == 2 && area is 3 or 4);

        Assert.False(cube.CanExist[shape.Cumulative(0, week: 1, sector: 2, area: 3)]);
        Assert.False(cube.CanExist[shape.Increment(0, week: 1, sector: 2, area: 1)]);
        Assert.True(cube.CanExist[shape.Cumulative(0, week: 0, sector: 2, area: 0)]);
        Assert.True(cube.CanExist[shape.Cumulative(0, week: 0, sector: 0, area: 5)]);
    }

    [Theory]
    [InlineData(1, 1, 5)]
    [InlineData(2, 0, 5)]
    [InlineData(2, 1, -5)]
    public void A_contribution_below_zero_or_to_a_total_is_our_mistake(int area, int sector, long value)
    {
        var shape = new TableShape(new([-1, 0, 1]), Sectors: 1, Weeks: 1, Indicators: 1);

        Assert.Throws<ArgumentException>(() => Aggregation.Add(shape, [new(area, sector, 0, 0, value, 0)], (_, _) => false));
    }

    [Fact]
    public void An_area_that_does_not_stand_after_its_total_is_our_mistake()
    {
        Assert.Throws<ArgumentException>(() => new Hierarchy([-1, 2, 0]));
        Assert.Throws<ArgumentException>(() => new Hierarchy([-1, -1]));
        Assert.Throws<ArgumentException>(() => new Hierarchy([]));
    }
}
