using Site.Statistics.Returns;

namespace Site.Tests;

public class FigureParserTests
{
    [Theory]
    [InlineData("TRUE")]
    [InlineData("true")]
    [InlineData("FALSE")]
    [InlineData("是")]
    [InlineData("√")]
    [InlineData("1.5")]
    [InlineData("-3")]
    [InlineData("12 34")]
    public void What_is_no_whole_number_is_a_mistake_where_a_count_is_asked(string written)
    {
        var read = FigureParser.ReadCount(written, "场");

        Assert.Null(read.Value);
        Assert.NotNull(read.Mistake);
    }

    [Theory]
    [InlineData("12", 12)]
    [InlineData("１２场", 12)]
    [InlineData("（12）", 12)]
    [InlineData("1,234", 1234)]
    [InlineData("无", 0)]
    public void A_whole_number_is_read_however_it_is_written(string written, int count) => Assert.Equal(count, FigureParser.ReadCount(written, "场").Value);
}
