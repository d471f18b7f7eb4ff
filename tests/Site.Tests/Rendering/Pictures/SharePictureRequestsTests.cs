using Site.Exposures.Released;
using Site.Rendering.Pictures;

namespace Site.Tests;

public sealed class SharePictureRequestsTests
{
    [Fact]
    public void A_share_picture_says_what_type_of_page_it_stands_for_unless_the_page_stands_alone()
    {
        var website = SampleSite.Read(
            """
            -- content/guides/fire.md --
            ---
            title: 着火了怎么办
            ---
            正文。
            -- content/pages/about.md --
            ---
            title: 关于本站
            ---
            正文。
            """);

        Assert.Equal(
            [("/", "campaign", ""), ("/guides/", "guide", "指南"), ("/guides/fire/", "guide", "指南"), ("/about/", "page", "")],
            SharePictureRequests.Of(website, PublicInput.Empty).Select(order => (order.Address, order.Kind, order.Label)));
    }
}
