using Site.Content.Types;
using Site.Exposures.Released;
using Site.Rendering.Output;

namespace Site.Tests;

public class OutputFormatsTests
{
    [Fact]
    public void A_site_is_given_out_under_the_addresses_of_the_contract()
    {
        var website = FormatSamples.Website(
            "https://example.org/",
            FormatSamples.Event("/events/e/", "活动", new(new(2024, 6, 16), null)),
            FormatSamples.Hall("/halls/h/", "馆", new OpenDay(new(2024, 6, 16))),
            FormatSamples.Campaign(2024, "主题"),
            FormatSamples.Guide("/guides/g/", "指南").With(header => header with { RedirectFrom = FormatSamples.OldAddresses("/old/") }));

        var paths = OutputFormats.All.SelectMany(format => format.Render(website, PublicInput.Empty)).Select(file => file.Path);

        Assert.Equal(
            [
                "_headers", "_redirects", "campaigns/2024/campaign.ics", "events.ics", "events/e/event.ics", "exposures/feed.json", "exposures/feed.xml",
                "feed.json", "feed.xml", "halls/h/open-days.ics", "news/feed.json", "news/feed.xml", "old/index.html", "robots.txt",
                "warnings/feed.json", "warnings/feed.xml",
            ],
            paths.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_file_has_the_same_bytes_each_time_it_is_written()
    {
        var website = FormatSamples.Website(
            "https://example.org/",
            FormatSamples.Event("/events/e/", "活动", new(new(2024, 6, 16), null)),
            FormatSamples.News("/news/2024/n/", "新闻", new(2024, 6, 1)).With(header => header with { RedirectFrom = FormatSamples.OldAddresses("/old/") }));

        var files = OutputFormats.All.SelectMany(format => format.Render(website, PublicInput.Empty)).ToList();
        var again = OutputFormats.All.SelectMany(format => format.Render(website, PublicInput.Empty)).ToList();

        Assert.All(files.Zip(again), pair =>
        {
            var first = FormatSamples.Written(pair.First.Write);
            Assert.Equal(first, FormatSamples.Written(pair.First.Write));
            Assert.Equal(first, FormatSamples.Written(pair.Second.Write));
        });
    }
}
