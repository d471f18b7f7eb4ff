using Site.Statistics.Attempts;

namespace Site.Tests;

public class AgeBandTests
{
    [Theory]
    [InlineData("18-25", 18, 25, "18—25岁")]
    [InlineData("18—25岁", 18, 25, "18—25岁")]
    [InlineData("18岁至25岁", 18, 25, "18—25岁")]
    [InlineData("<18", 0, 17, "18岁以下")]
    [InlineData("18岁以下", 0, 17, "18岁以下")]
    [InlineData("18岁及以下", 0, 18, "18岁及以下")]
    [InlineData("≤18", 0, 18, "18岁及以下")]
    [InlineData("60+", 60, AgeBand.Oldest, "60岁及以上")]
    [InlineData("≥60", 60, AgeBand.Oldest, "60岁及以上")]
    [InlineData("60岁（含）以上", 60, AgeBand.Oldest, "60岁及以上")]
    [InlineData("60岁以上", 61, AgeBand.Oldest, "60岁以上")]
    [InlineData("18", 18, 18, "18岁")]
    public void An_age_band_is_understood_however_an_export_writes_it(string text, int from, int to, string name) =>
        Assert.Equal(new(from, to, name), AgeBand.Read(text));

    [Theory]
    [InlineData("")]
    [InlineData("张三")]
    [InlineData("25-18")]
    [InlineData("<18-25")]
    [InlineData("<0")]
    [InlineData("18-25+")]
    [InlineData("151-160")]
    [InlineData("13800000000")]
    public void Anything_else_is_none(string text) => Assert.Null(AgeBand.Read(text));

    [Fact]
    public void Bands_overlap_where_somebody_belongs_to_both_but_not_where_one_ends_as_the_other_begins()
    {
        var band = AgeBand.Read("18-25")!;

        Assert.True(band.Overlaps(AgeBand.Read("20-30")!));
        Assert.True(AgeBand.Read("≥20")!.Overlaps(band));
        Assert.False(band.Overlaps(AgeBand.Read("25-30")!));
        Assert.False(band.Overlaps(AgeBand.Read("26-30")!));
        Assert.False(band.Overlaps(band));
    }
}
