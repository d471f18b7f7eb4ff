using System.Text;
using Site.Content.Files;

namespace Site.Tests;

public sealed class EndlessMotionTests
{
    private const string Frame = ",\0\0\0\0\u0001\0\u0001\0\0\u0002\u0002D\u0001\0";
    private const string FrameWithColors = ",\0\0\0\0\u0001\0\u0001\0\u0080\0\0\0\u00ff\u00ff\u00ff\u0002\u0002D\u0001\0";
    private const string Gif = "GIF89a\u0001\0\u0001\0\u0080\0\0\0\0\0\u00ff\u00ff\u00ff";
    private const string ForEver = "!\u00ff\u000bNETSCAPE2.0\u0003\u0001\0\0\0";
    private const string Thrice = "!\u00ff\u000bNETSCAPE2.0\u0003\u0001\u0003\0\0";
    private const string Loop = "!\u00ff\u000bNETSCAPE2.0\u0003\u0001";
    private const string Second = "!\u00f9\u0004\0\u0064\0\0\0";
    private const string PngFrame = "\0\0\0\u001afcTL\0\0\0\0\0\0\0\u0001\0\0\0\u0001\0\0\0\0\0\0\0\0";
    private const string PngEnd = "\0\0\0\0\0\0";
    private const string WebPPlace = "ANMF\u0010\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0";
    private const string Comment = "!\u00fe\u0003a,b\0";
    private const string Png = "\u0089PNG\r\n\u001a\n\0\0\0\rIHDR\0\0\0\u0001\0\0\0\u0001\u0008\u0006\0\0\0\0\0\0\0";
    private const string WebP = "RIFF\0\0\0\0WEBPVP8X\n\0\0\0\u0002\0\0\0\0\0\0\0\0\0";
    private const string WebPFrame = "ANMF\u0002\0\0\0ab";

    [Theory]
    [InlineData("a.gif", Gif + ForEver + Frame + Frame + ";")]
    [InlineData("b.gif", Gif + Comment + ForEver + FrameWithColors + Comment + FrameWithColors + ";")]
    [InlineData("c.png", Png + "\0\0\0\u0008acTL\0\0\0\u0002\0\0\0\0\0\0\0\0")]
    [InlineData("d.webp", WebP + "ANIM\u0006\0\0\0\0\0\0\0\0\0" + WebPFrame + WebPFrame)]
    public void A_picture_that_moves_for_ever_is_a_warning(string name, string bytes) =>
        Assert.Equal($"content/guides/{name}:1:1: warning picture/endless-motion", Assert.Single(EndlessMotion.Find($"content/guides/{name}", Encoding.Latin1.GetBytes(bytes))).ToString().Split('\n')[0]);

    [Theory]
    [InlineData("65535 次", Gif + Loop + "\u00ff\u00ff\0" + Frame + Frame + ";", "大约 3 小时")]
    [InlineData("1000 次，没有写多久", Gif + Loop + "\u00e8\u0003\0" + Frame + Frame + ";", "大约 3 分钟")]
    [InlineData("3 遍，每帧 1 秒", Gif + Loop + "\u0002\0\0" + Second + Frame + Second + Frame + ";", "", true)]
    [InlineData("4 遍，每帧 1 秒", Gif + Loop + "\u0003\0\0" + Second + Frame + Second + Frame + ";", "大约 7 秒")]
    [InlineData("1 遍，第一帧 6 秒", Gif + "!\u00f9\u0004\0\u0058\u0002\0\0" + Frame + Frame + ";", "大约 6 秒")]
    [InlineData("1 遍，最后一帧停 6 秒", Gif + Frame + "!\u00f9\u0004\0\u0058\u0002\0\0" + Frame + ";", "", true)]
    [InlineData("PNG 1000 次，每帧 1/100 秒", Png + "\0\0\0\u0008acTL\0\0\0\u0002\0\0\u0003\u00e8\0\0\0\0" + PngFrame + "\0\u0001\0\0" + PngEnd + PngFrame + "\0\u0001\0\0" + PngEnd, "大约 3 分钟")]
    [InlineData("PNG 3 次，每帧 1/2 秒", Png + "\0\0\0\u0008acTL\0\0\0\u0002\0\0\0\u0003\0\0\0\0" + PngFrame + "\0\u0001\0\u0002" + PngEnd + PngFrame + "\0\u0001\0\u0002" + PngEnd, "", true)]
    [InlineData("WebP 65535 次，每帧 40 毫秒", WebP + "ANIM\u0006\0\0\0\0\0\0\0\u00ff\u00ff" + WebPPlace + "\u0028\0\0\0" + WebPPlace + "\u0028\0\0\0", "大约 87 分钟")]
    [InlineData("WebP 2 次，每帧 40 毫秒", WebP + "ANIM\u0006\0\0\0\0\0\0\0\u0002\0" + WebPPlace + "\u0028\0\0\0" + WebPPlace + "\u0028\0\0\0", "", true)]
    public void One_that_stops_is_a_warning_where_it_moves_for_more_than_five_seconds(string name, string bytes, string says, bool isFine = false)
    {
        var found = EndlessMotion.Find($"content/guides/{name}.gif", Encoding.Latin1.GetBytes(bytes)).ToList();

        Assert.Equal(isFine ? [] : ["picture/endless-motion"], found.Select(diagnostic => diagnostic.Code));
        Assert.All(found, diagnostic => Assert.Contains(says, diagnostic.Message, StringComparison.Ordinal));
    }

    [Fact]
    public void One_that_says_that_it_moves_for_thousands_of_years_is_a_warning_too()
    {
        var bytes = Png + "\0\0\0\u0008acTL\0\0\0\u0028\u00ff\u00ff\u00ff\u00ff\0\0\0\0" + string.Concat(Enumerable.Repeat(PngFrame + "\u00ff\u00ff\0\u0001" + PngEnd, 40));

        Assert.Single(EndlessMotion.Find("content/guides/a.png", Encoding.Latin1.GetBytes(bytes)));
    }

    [Theory]
    [InlineData(Gif + Frame + ";")]
    [InlineData(Gif + ForEver + Frame + ";")]
    [InlineData(Gif + Thrice + Frame + Frame + ";")]
    [InlineData(Gif + Frame + Frame + ";")]
    [InlineData("GIF89a")]
    [InlineData(Gif + "!\u00ff\u000bNETSCAPE2.0")]
    [InlineData(Png)]
    [InlineData(Png + "\0\0\0\u0008acTL\0\0\0\u0002\0\0\0\u0001\0\0\0\0")]
    [InlineData(Png + "\u00ff\u00ff\u00ff\u00ffabcd\0\0\0\0\0\0\0\0")]
    [InlineData(WebP + "ANIM\u0006\0\0\0\0\0\0\0\u0002\0" + WebPFrame + WebPFrame)]
    [InlineData(WebP)]
    public void One_that_stands_still_or_stops_is_fine(string bytes) =>
        Assert.Empty(EndlessMotion.Find("content/guides/a.gif", Encoding.Latin1.GetBytes(bytes)));

    [Theory]
    [InlineData("img/a.svg", "<svg>\r\n</svg>\r\n", "<svg>\n</svg>\n\n")]
    [InlineData("a.vtt", "WEBVTT\r\n", "WEBVTT\n\n")]
    public void Text_that_git_checked_out_on_Windows_is_published_as_on_Linux(string name, string written, string published)
    {
        var bytes = Encoding.UTF8.GetBytes(written + "\n");
        var site = Site.Content.Loading.WebsiteReader.Read(SampleSite.File("site.yaml", "title: 示例\nurl: https://example.gov.cn/\norganiser: 示例\n"), [SampleSite.File($"content/works/{name}", bytes)], new(2025, 6, 10), false);

        Assert.Equal(published, Encoding.UTF8.GetString(Assert.Single(site.Value.Files).Load()));
    }
}
