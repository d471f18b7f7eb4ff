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
