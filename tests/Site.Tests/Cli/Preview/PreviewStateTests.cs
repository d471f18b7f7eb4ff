using System.Text;
using System.Text.Json.Nodes;
using Site.Cli.Build;
using Site.Cli.Preview;

namespace Site.Tests;

/// <summary>What open pages are told while a build goes on and when it is done.</summary>
public sealed class PreviewStateTests
{
    private static readonly PreviewState Served = PreviewState.Start.After("1", new BuildReport([], 1) { Home = new("https://example.org/aqyj/") });

    [Fact]
    public void A_page_that_is_made_first_is_loaded_once_as_the_build_that_is_then_done()
    {
        var early = Served with { First = new("2", new Dictionary<string, byte[]> { ["index.html"] = [], ["guides/oil/index.html"] = [], ["404.html"] = [] }) };
        var told = JsonNode.Parse(PreviewMessage.Write(early))!;
        var done = JsonNode.Parse(PreviewMessage.Write(Served.After("2", new BuildReport([], 1) { Home = Served.Home })))!;

        Assert.Equal("1", (string?)told["site"]);
        Assert.Equal("2", (string?)told["first"]!["site"]);
        Assert.Equal(["/aqyj/", "/aqyj/guides/oil/", "/aqyj/404.html"], told["first"]!["pages"]!.AsArray().Select(path => (string?)path));
        Assert.Null(done["first"]);
        Assert.Equal("2", (string?)done["site"]);
    }

    [Theory]
    [InlineData("<link rel=\"stylesheet\" href=\"/aqyj/assets/site-1.css\"><a href=\"/aqyj/guides/\">x</a><a href=\"https://example.org/a.png\">y</a>", true)]
    [InlineData("<link rel=\"stylesheet\" href=\"/aqyj/assets/site-2.css\">", false)]
    [InlineData("<img srcset=\"/aqyj/assets/site-1.css 1x, /aqyj/media/b.webp 2x\">", false)]
    [InlineData("<img src=\"/aqyj/media/%E5%9B%BE.png\">", true)]
    public void A_page_whose_files_are_not_there_yet_waits_for_them(string html, bool isComplete) =>
        Assert.Equal(isComplete, FirstPages.IsComplete(Encoding.UTF8.GetBytes(html), "/aqyj/", file => file is "assets/site-1.css" or "media/图.png"));
}
