using AngleSharp.Html.Parser;
using FsCheck.Fluent;
using Site.Exposures.Released;
using Site.Rendering.Output;

namespace Site.Tests;

public class RedirectsTests
{
    [Fact]
    public void An_old_address_leads_on_without_script()
    {
        var website = FormatSamples.Website(
            "https://example.org/safety/", FormatSamples.Guide("/guides/煤气/", "煤气 <泄漏>").With(header => header with { RedirectFrom = FormatSamples.OldAddresses("/旧/煤气/") }));

        var page = Redirects.Render(website, PublicInput.Empty).Text("旧/煤气/index.html");

        Assert.Equal(
            """
            <!DOCTYPE html>
            <html lang="zh-Hans">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="refresh" content="0; url=/safety/guides/%E7%85%A4%E6%B0%94/">
            <meta name="robots" content="noindex">
            <meta name="viewport" content="width=device-width">
            <link rel="canonical" href="https://example.org/safety/guides/%E7%85%A4%E6%B0%94/">
            <title>煤气 &lt;泄漏&gt;</title>
            </head>
            <body>
            <p>本页已移到<a href="/safety/guides/%E7%85%A4%E6%B0%94/">煤气 &lt;泄漏&gt;</a>。</p>
            </body>
            </html>

            """,
            page);
    }

    [Fact]
    public void Hosts_that_can_redirect_get_the_list_sorted()
    {
        var website = FormatSamples.Website(
            "https://example.org/",
            FormatSamples.Guide("/guides/b/", "乙").With(header => header with { RedirectFrom = FormatSamples.OldAddresses("/old/z/", "/old/a b/") }),
            FormatSamples.Guide("/guides/a/", "甲").With(header => header with { RedirectFrom = FormatSamples.OldAddresses("/old/m/") }));

        var list = Redirects.Render(website, PublicInput.Empty).Text("_redirects");

        Assert.Equal("/old/a%20b/ /guides/b/ 301\n/old/m/ /guides/a/ 301\n/old/z/ /guides/b/ 301\n", list);
    }

    [Fact]
    public void Without_old_addresses_there_is_no_list() =>
        Assert.Empty(Redirects.Render(FormatSamples.Website("https://example.org/", FormatSamples.Guide("/guides/a/", "甲")), PublicInput.Empty));

    [Fact]
    public void No_title_adds_an_element_to_the_page() =>
        Prop.ForAll(FormatSamples.HostileText, title =>
        {
            var website = FormatSamples.Website("https://example.org/", FormatSamples.Guide("/guides/a/", title).With(header => header with { RedirectFrom = FormatSamples.OldAddresses("/old/") }));

            var document = new HtmlParser().ParseDocument(Redirects.Render(website, PublicInput.Empty).Text("old/index.html"));

            return document.All.Length == 11;
        }).AssertHolds();
}
