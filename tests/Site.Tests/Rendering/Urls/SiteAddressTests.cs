using Site.Content.Settings;

namespace Site.Tests;

public class SiteAddressTests
{
    [Theory]
    [InlineData("https://example.org/", "/", "/")]
    [InlineData("https://example.org/", "/guides/gas-leak/", "/guides/gas-leak/")]
    [InlineData("https://example.org/safety/", "/guides/gas-leak/", "/safety/guides/gas-leak/")]
    [InlineData("https://example.org/safety/", "/", "/safety/")]
    public void A_plain_address_gets_the_base_path_alone(string url, string address, string expected)
    {
        var settings = Settings(url);

        var href = SiteAddress.Href(settings, address);

        Assert.Equal(expected, href);
    }

    [Theory]
    [InlineData("/guides/煤气/", "/a/guides/%E7%85%A4%E6%B0%94/")]
    [InlineData("/tags/C++ & \"co\"?/", "/a/tags/C%2B%2B%20%26%20%22co%22%3F/")]
    [InlineData("/tags/100%25/", "/a/tags/100%2525/")]
    [InlineData("/tags/<script>'/", "/a/tags/%3Cscript%3E%27/")]
    [InlineData("/tags/\u0000\n/", "/a/tags/%00%0A/")]
    [InlineData("/tags/\U0001F9EF/", "/a/tags/%F0%9F%A7%AF/")]
    public void Everything_but_unreserved_characters_is_percent_encoded_as_utf_8(string address, string expected)
    {
        var settings = Settings("https://example.org/a/");

        var href = SiteAddress.Href(settings, address);

        Assert.Equal(expected, href);
    }

    [Theory]
    [InlineData("/guides/gas/#先关阀", "/a/guides/gas/#%E5%85%88%E5%85%B3%E9%98%80")]
    [InlineData("/guides/gas/#a#b", "/a/guides/gas/#a%23b")]
    [InlineData("#先关阀", "#%E5%85%88%E5%85%B3%E9%98%80")]
    [InlineData("#step-2", "#step-2")]
    public void A_fragment_is_encoded_behind_its_number_sign(string address, string expected)
    {
        var settings = Settings("https://example.org/a/");

        var href = SiteAddress.Href(settings, address);

        Assert.Equal(expected, href);
    }

    [Fact]
    public void Half_of_a_surrogate_pair_becomes_the_replacement_character()
    {
        var settings = Settings("https://example.org/");

        var href = SiteAddress.Href(settings, "/x\ud83e/");

        Assert.Equal("/x%EF%BF%BD/", href);
    }

    [Theory]
    [InlineData("https://example.org/", "/x/", "https://example.org/x/")]
    [InlineData("http://example.org:8080/安全/", "/煤/", "http://example.org:8080/%E5%AE%89%E5%85%A8/%E7%85%A4/")]
    [InlineData("https://安全.example/", "/x/", "https://xn--15qt0w.example/x/")]
    [InlineData("http://[::1]:5080/", "/x/", "http://[::1]:5080/x/")]
    public void An_absolute_address_begins_with_scheme_and_host(string url, string address, string expected)
    {
        var settings = Settings(url);

        var absolute = SiteAddress.Absolute(settings, address);

        Assert.Equal(expected, absolute);
    }

    [Theory]
    [InlineData("")]
    [InlineData("guides/gas/")]
    [InlineData("https://elsewhere.example/")]
    public void What_is_no_address_of_the_site_is_refused(string address)
    {
        var settings = Settings("https://example.org/");

        Assert.Throws<ArgumentException>(() => SiteAddress.Href(settings, address));
        Assert.Throws<ArgumentException>(() => SiteAddress.Absolute(settings, address));
    }

    [Theory]
    [InlineData("/", "index.html")]
    [InlineData("/guides/煤气/", "guides/煤气/index.html")]
    [InlineData("/404.html", "404.html")]
    public void An_address_that_ends_in_a_slash_is_a_folder_with_an_index(string address, string expected) =>
        Assert.Equal(expected, SiteAddress.FilePath(address));

    private static SiteSettings Settings(string url) => new() { Title = "示例", Url = new(url), Organiser = "示例单位" };
}
