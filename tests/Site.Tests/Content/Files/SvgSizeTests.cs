using System.Text;
using Site.Content.Files;

namespace Site.Tests;

public class SvgSizeTests
{
    [Theory]
    [InlineData("width=\"640\" height=\"240\" viewBox=\"0 0 64 24\"", 640, 240)]
    [InlineData("width=\"640px\" height=\" 240 \"", 640, 240)]
    [InlineData("viewBox=\"0 0 64.4 23.6\"", 64, 24)]
    [InlineData("viewBox=\"-5,-5, 10,20\"", 10, 20)]
    [InlineData("width=\"100%\" height=\"100%\" viewBox=\"0 0 64 24\"", 64, 24)]
    [InlineData("width=\"128\" viewBox=\"0 0 64 24\"", 128, 48)]
    [InlineData("height=\"48\" viewBox=\"0 0 64 24\"", 128, 48)]
    [InlineData("width=\"25.4mm\" height=\"1in\"", 96, 96)]
    [InlineData("width=\"72pt\" height=\"2pc\"", 96, 32)]
    public void A_size_comes_from_width_and_height_or_else_from_the_view_box(string attributes, int width, int height) =>
        Assert.Equal((width, height), SvgSize.Of(Svg(attributes)));

    [Theory]
    [InlineData("")]
    [InlineData("width=\"640\"")]
    [InlineData("width=\"0\" height=\"0\"")]
    [InlineData("viewBox=\"0 0 0 0\"")]
    [InlineData("viewBox=\"0 0 64\"")]
    [InlineData("viewBox=\"0 0 NaN 1e999\"")]
    [InlineData("width=\"99999\" height=\"10\"")]
    [InlineData("width=\"0.4\" height=\"10\"")]
    public void A_drawing_that_does_not_say_how_large_it_is_has_no_size(string attributes) =>
        Assert.Null(SvgSize.Of(Svg(attributes)));

    [Theory]
    [InlineData("")]
    [InlineData("<svg width=\"1\" height=\"1\"/>")]
    [InlineData("<!DOCTYPE svg><svg xmlns=\"http://www.w3.org/2000/svg\" width=\"1\" height=\"1\"/>")]
    public void What_is_no_drawing_has_no_size(string text) =>
        Assert.Null(SvgSize.Of(Encoding.UTF8.GetBytes(text)));

    private static byte[] Svg(string attributes) =>
        Encoding.UTF8.GetBytes($"<svg xmlns=\"http://www.w3.org/2000/svg\" {attributes}/>");
}
