using Microsoft.AspNetCore.Http;
using Site.Cli.Local;
using Site.Cli.Preview;

namespace Site.Tests;

public class PreviewAddressTests
{
    private static readonly string[] Files = ["index.html", "about/index.html", "关于/index.html", "feed.xml"];

    [Theory]
    [InlineData("/", "index.html")]
    [InlineData("/about/", "about/index.html")]
    [InlineData("/关于/", "关于/index.html")]
    [InlineData("/feed.xml", "feed.xml")]
    public void An_address_leads_to_its_file(string path, string file) =>
        Assert.Equal(new PreviewAddress.File(file), PreviewAddress.Of("/", path, Files.Contains));

    [Theory]
    [InlineData("/", "/sub/")]
    [InlineData("/sub", "/sub/")]
    [InlineData("/sub/about", "/sub/about/")]
    public void The_root_leads_to_the_site_and_a_folder_without_its_slash_to_the_one_with_it(string path, string elsewhere) =>
        Assert.Equal(new PreviewAddress.Redirect(elsewhere), PreviewAddress.Of("/sub/", path, Files.Contains));

    [Theory]
    [InlineData("/sub/../about/")]
    [InlineData("/sub/..")]
    [InlineData("/sub/./about/")]
    [InlineData("/sub//about/")]
    [InlineData("//about/")]
    [InlineData("/sub/..\\about")]
    [InlineData("/sub/C:/about")]
    [InlineData("/sub/about\0/")]
    [InlineData("/about/")]
    [InlineData("/subabout/")]
    public void No_address_leads_out_of_the_site(string path) =>
        Assert.Equal(new PreviewAddress.NotFound(), PreviewAddress.Of("/sub/", path, _ => true));

    [Theory]
    [InlineData("news/feed.xml", "application/atom+xml; charset=utf-8")]
    [InlineData("events.ics", "text/calendar; charset=utf-8")]
    [InlineData("sitemap.xml", "application/xml; charset=utf-8")]
    [InlineData("search/index/terms/0.bin", "application/octet-stream")]
    [InlineData("_headers", "text/plain; charset=utf-8")]
    [InlineData("a.b/name", "application/octet-stream")]
    public void A_file_is_served_as_what_its_name_says(string path, string type) => Assert.Equal(type, MediaTypes.Of(path));

    [Theory]
    [InlineData("localhost:5080", true)]
    [InlineData("127.0.0.1:5080", true)]
    [InlineData("[::1]:5080", true)]
    [InlineData("localhost", false)]
    [InlineData("localhost:5081", false)]
    [InlineData("localhost.example.org:5080", false)]
    [InlineData("192.168.1.2:5080", false)]
    [InlineData("", false)]
    public void Only_this_machine_s_own_names_are_answered(string host, bool isAllowed) =>
        Assert.Equal(isAllowed, PreviewHosts.Allow(new HostString(host), 5080));
}
