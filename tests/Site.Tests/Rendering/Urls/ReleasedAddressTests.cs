using System.Collections.Frozen;
using Site.Content.Rules;
using Site.Core.Diagnostics;
using Site.Exposures.Released;

namespace Site.Tests;

public class ReleasedAddressTests
{
    private const string Page =
        """
        -- content/pages/about.md --
        ---
        title: 关于
        ---
        [数据](/data/) [下载](/data/w1/sessions.csv)
        """;

    [Fact]
    public void A_link_to_figures_is_broken_where_nothing_is_released() =>
        Assert.Equal(
            ["link/broken", "link/broken"],
            Checks.FindInContent(SampleSite.Read(Page)).Where(diagnostic => diagnostic.Severity == Severity.Error).Select(diagnostic => diagnostic.Code));

    [Fact]
    public void A_link_to_figures_leads_to_the_page_or_the_file_that_a_release_brings()
    {
        var read = SampleSite.Read(Page);
        var website = read.Assemble(read.Settings, new[] { "/data/", "/data/w1/sessions.csv" }.ToFrozenSet());

        Assert.DoesNotContain(Checks.FindInContent(website), diagnostic => diagnostic.Severity == Severity.Error);
        Assert.Contains("href=\"/data/w1/sessions.csv\"", RenderedSite.Of(website)["about/index.html"]);
    }

    [Fact]
    public void A_site_without_releases_has_no_address_of_figures() => Assert.Empty(InputAddresses.Of(PublicInput.Empty));
}
