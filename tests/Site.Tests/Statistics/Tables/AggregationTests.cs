using Site.Statistics.Tables;

namespace Site.Tests;

public class AggregationTests
{
    [Fact]
    public void Streets_add_up_to_districts_sectors_to_their_total_and_weeks_to_the_figure_so_far()
    {
        var shape = new TableShape([new([-1, 0, 0, 1, 1, 2]), new([-1, 0, 0])], weeks: 2);

        var table = Aggregation.Add(
            shape, [new(shape.At(3, 1), 0, 5, 0), new(shape.At(4, 2), 0, 7, 1), new(shape.At(5, 1), 1, 11, 2), new(shape.At(3, 1), 1, 2, 0)], PrintedCells.All(shape));

        Assert.Equal(12, table.Contributors[shape.Cumulative(0, shape.At(1, 0))].Sum);
        Assert.Equal(25, table.Contributors[shape.Cumulative(1, shape.At(0, 0))].Sum);
        Assert.Equal(18, table.Contributors[shape.Cumulative(1, shape.At(0, 1))].Sum);
        Assert.Equal(13, table.Contributors[shape.Increment(1, shape.At(0, 1))].Sum);
        Assert.Equal(new Contributors(2, 18, 11, 7), table.Contributors[shape.Cumulative(1, shape.At(0, 1))]);
    }

    [Fact]
    public void A_dimension_may_have_no_total_and_there_may_be_four()
    {
        // Two quizzes, a city of two districts, two age bands and two score bands with their totals.
        var shape = new TableShape([new([-1, -1]), new([-1, 0, 0]), new([-1, 0, 0]), new([-1, 0, 0])], weeks: 1);

        var table = Aggregation.Add(shape, [new(shape.At(0, 1, 1, 2), 0, 5, 0), new(shape.At(0, 2, 1, 1), 0, 7, 1), new(shape.At(1, 2, 2, 1), 0, 11, 2)], PrintedCells.All(shape));

        Assert.Equal(54, shape.Count);
        Assert.Equal(12, table.Contributors[shape.At(0, 0, 0, 0)].Sum);
        Assert.Equal(11, table.Contributors[shape.At(1, 0, 0, 0)].Sum);
        Assert.Equal(12, table.Contributors[shape.At(0, 0, 1, 0)].Sum);
        Assert.Equal(7, table.Contributors[shape.At(0, 2, 0, 1)].Sum);
        Assert.Equal(new Contributors(2, 12, 7, 5), table.Contributions.To([shape.At(0, 0, 1, 0)]));
    }

    [Fact]
    public void What_was_added_since_a_figure_was_last_printed_is_its_increment()
    {
        var shape = new TableShape([new([-1])], weeks: 3);

        var table = Aggregation.Add(shape, [new(0, 0, 5, 0), new(0, 1, 2, 0), new(0, 2, 3, 0)], new(shape, [shape.Cumulative(0, 0), shape.Cumulative(2, 0)]));

        Assert.Equal(0, table.Contributors[shape.Increment(1, 0)].Sum);
        Assert.Equal(5, table.Contributors[shape.Increment(2, 0)].Sum);
    }

    [Fact]
    public void Units_of_one_parent_body_count_as_one_contributor()
    {
        var shape = new TableShape([new([-1, 0, 0])], weeks: 1);

        var table = Aggregation.Add(shape, [new(1, 0, 30, 8), new(1, 0, 12, 8), new(2, 0, 20, 8)], PrintedCells.All(shape));

        Assert.Equal(new Contributors(1, 62, 62, 0), table.Contributors[0]);
        Assert.Equal(8, table.LoneContributors[0]);
        Assert.Equal(new Contributors(1, 62, 62, 0), table.Contributions.To([1, 2]));
    }

    [Fact]
    public void A_total_of_cells_that_cannot_exist_cannot_exist_either()
    {
        var shape = new TableShape([new([-1, 0, 0, 1, 1, 2]), new([-1, 0, 0])], weeks: 2);

        var table = Aggregation.Add(shape, [], PrintedCells.All(shape), place => shape.Category(place, 1) == 2 && shape.Category(place, 0) is 3 or 4);

        Assert.False(table.CanExist[shape.Cumulative(1, shape.At(3, 2))]);
        Assert.False(table.CanExist[shape.Increment(1, shape.At(1, 2))]);
        Assert.True(table.CanExist[shape.Cumulative(0, shape.At(0, 2))]);
        Assert.True(table.CanExist[shape.Cumulative(0, shape.At(5, 0))]);
    }

    [Theory]
    [InlineData(1, 1, 5)]
    [InlineData(2, 0, 5)]
    [InlineData(2, 1, -5)]
    public void A_contribution_below_zero_or_to_a_total_is_our_mistake(int area, int sector, long value)
    {
        var shape = new TableShape([new([-1, 0, 1]), new([-1, 0])], weeks: 1);

        Assert.Throws<ArgumentException>(() => Aggregation.Add(shape, [new(shape.At(area, sector), 0, value, 0)], PrintedCells.All(shape)));
    }

    [Fact]
    public void A_category_that_does_not_stand_after_its_total_is_our_mistake()
    {
        Assert.Throws<ArgumentException>(() => new Hierarchy([-1, 2, 0]));
        Assert.Throws<ArgumentException>(() => new Hierarchy([-1, -2]));
        Assert.Throws<ArgumentException>(() => new Hierarchy([]));
    }
}
