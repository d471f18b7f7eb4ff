using Site.Rendering.Statistics;
using Site.Statistics.Published;

namespace Site.Tests;

/// <summary>Charts as bars, drawn from figures.</summary>
public class ChartDrawingTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_bar_is_as_long_as_its_figure_from_zero(bool isTimeSeries)
    {
        var bars = Draw(isTimeSeries, ("示例甲区", "1200"), ("示例乙区", "600"), ("示例丙区", "0")).Bars;
        var lengths = bars.Select(bar => isTimeSeries ? bar.Box.Down : bar.Box.Across).ToList();

        Assert.Equal(2, lengths[0] / lengths[1], 0.001);
        Assert.Equal(0, lengths[2]);
        Assert.Equal(["1,200", "600", "0"], bars.Select(bar => bar.Figure.Text));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_withheld_figure_is_one_dashed_gap_the_same_whatever_the_others_are(bool isTimeSeries)
    {
        var gaps = new[] { "1200", "7" }.Select(other => Draw(isTimeSeries, ("示例甲区", other), ("示例乙区", "*"), ("示例丙区", "1200")).Bars[1]).ToList();

        Assert.Equal(gaps[0].Box, gaps[1].Box);
        Assert.Equal(("chart-gap", "不公布"), (gaps[0].Class, gaps[0].Figure.Text));
    }

    [Theory]
    [InlineData(false, "—")]
    [InlineData(true, "—")]
    [InlineData(false, "未报送")]
    [InlineData(true, "未报送")]
    public void A_figure_that_cannot_exist_or_is_not_reported_leaves_a_gap_with_its_word(bool isTimeSeries, string word)
    {
        var bar = Draw(isTimeSeries, ("示例甲区", word), ("示例乙区", "5")).Bars[0];

        Assert.Equal(0, isTimeSeries ? bar.Box.Down : bar.Box.Across);
        Assert.Equal((word, "chart-bar"), (bar.Figure.Text, bar.Class));
    }

    [Fact]
    public void A_long_name_is_broken_over_two_lines_and_shortened_where_that_is_not_enough() =>
        Assert.Equal(["示例市示例区示", "例街道办事处…"], Draw(false, ("示例市示例区示例街道办事处第一分中心", "1")).Bars[0].Name.Select(line => line.Text));

    [Fact]
    public void Everything_stands_within_the_drawing_and_no_two_names_over_each_other()
    {
        foreach (var isTimeSeries in (bool[])[false, true])
        {
            var drawing = Draw(isTimeSeries, [.. Enumerable.Range(1, 6).Select(week => ($"6月{week}日", $"{week * 1_000_000}"))]);

            Assert.All(drawing.Bars, bar => Assert.True(
                bar.Box.Left >= 0 && bar.Box.Top >= 0 && bar.Box.Left + bar.Box.Across <= drawing.Width && bar.Box.Top + bar.Box.Down <= drawing.Height
                && bar.Name[^1].CenterY <= drawing.Height - 7 && bar.Figure.CenterY >= 7));
            Assert.Equal(6, drawing.Bars.Select(bar => (bar.Name[0].X, bar.Name[0].Y)).Distinct().Count());
        }
    }

    [Fact]
    public void Small_drawings_of_several_areas_have_one_scale()
    {
        var drawings = ChartDrawing.Alike([Request(("6月7日", "100"), ("6月14日", "200")), Request(("6月7日", "50"), ("6月14日", "*"))]);

        Assert.Equal(4, drawings[0].Bars[1].Box.Down / drawings[1].Bars[0].Box.Down, 0.001);
        Assert.Equal(26, drawings[1].Bars[1].Box.Down);
    }

    [Fact]
    public void A_map_has_a_tile_where_each_area_lies_as_dark_as_its_figure_is_large_and_none_where_there_is_no_area()
    {
        ChartBar Area(string name, string figure) => new(name, CellOf(figure));

        var map = ChartDrawing.Tiles([[Area("示例甲区", "100"), Area("示例乙区", "30")], [null, Area("示例丙区", "*")], [Area("示例丁区", "0"), Area("示例戊区", "未报送")]]);

        Assert.Equal(["chart-tile-4", "chart-tile-2", "chart-gap", "chart-tile-1", "chart-gap"], map.Bars.Select(tile => tile.Class));
        Assert.Equal(["100", "30", "不公布", "0", "未报送"], map.Bars.Select(tile => tile.Figure.Text));
        Assert.Equal(map.Bars[1].Box.Left, map.Bars[2].Box.Left);
        Assert.All(map.Bars, tile => Assert.InRange(tile.Box.Left + tile.Box.Across, 1, map.Width));
        Assert.Equal(5, map.Bars.Select(tile => (tile.Box.Left, tile.Box.Top)).Distinct().Count());
    }

    private static ChartRequest Request(params (string Label, string Figure)[] bars) => new("chart-1-area", "示例", true, [.. bars.Select(bar => new ChartBar(bar.Label, CellOf(bar.Figure)))]);

    private static ChartDrawing Draw(bool isTimeSeries, params (string Label, string Figure)[] bars) =>
        ChartDrawing.Of(new("chart-1-area", "示例", isTimeSeries, [.. bars.Select(bar => new ChartBar(bar.Label, CellOf(bar.Figure)))]));

    private static Cell CellOf(string figure) => figure switch
    {
        "*" => new Cell.Withheld(),
        "—" => new Cell.NotApplicable(),
        "未报送" => new Cell.NotReported(),
        _ => new Cell.Shown(long.Parse(figure, System.Globalization.CultureInfo.InvariantCulture)),
    };
}
