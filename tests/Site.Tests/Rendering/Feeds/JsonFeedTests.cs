using System.Text.Json;
using FsCheck.Fluent;
using Site.Exposures.Released;
using Site.Rendering.Feeds;

namespace Site.Tests;

public class JsonFeedTests
{
    [Fact]
    public void The_site_feed_is_json_feed_1_1()
    {
        var website = FormatSamples.Website(
            "https://example.org/",
            FormatSamples.News("/news/2024/a/", "开放日", new(2024, 6, 16)).With(header => header with { Summary = "体验馆免费开放。", Tags = ["体验"] }),
            FormatSamples.Warning("/warnings/b/", "没有摘要的案例", new(2023, 1, 2)));

        var feed = FeedFiles.Json(website, PublicInput.Empty).Text("feed.json");

        Assert.Equal(
            """
            {
              "version": "https://jsonfeed.org/version/1.1",
              "title": "示例市安全生产月",
              "home_page_url": "https://example.org/",
              "feed_url": "https://example.org/feed.json",
              "language": "zh-Hans",
              "authors": [
                {
                  "name": "示例单位"
                }
              ],
              "items": [
                {
                  "id": "tag:example.org,2026:/news/2024/a/",
                  "url": "https://example.org/news/2024/a/",
                  "title": "开放日",
                  "content_text": "体验馆免费开放。",
                  "date_published": "2024-06-16T00:00:00+08:00",
                  "date_modified": "2024-06-16T00:00:00+08:00",
                  "tags": [
                    "体验"
                  ]
                },
                {
                  "id": "tag:example.org,2026:/warnings/b/",
                  "url": "https://example.org/warnings/b/",
                  "title": "没有摘要的案例",
                  "content_text": "没有摘要的案例",
                  "date_published": "2023-01-02T00:00:00+08:00",
                  "date_modified": "2023-01-02T00:00:00+08:00"
                }
              ]
            }

            """,
            feed);
    }

    [Fact]
    public void Each_section_feed_has_its_own_pages_alone()
    {
        var website = FormatSamples.Website(
            "https://example.org/",
            FormatSamples.News("/news/2024/a/", "新闻", new(2024, 6, 16)),
            FormatSamples.Warning("/warnings/b/", "案例", new(2023, 1, 2)));

        var files = FeedFiles.Json(website, FormatSamples.Release(FormatSamples.Exposure("e-1", new(2024, 6, 2), "示例企业", "堵塞"))).ToList();

        Assert.Equal(["新闻"], Titles(files.Text("news/feed.json")));
        Assert.Equal(["案例"], Titles(files.Text("warnings/feed.json")));
        Assert.Equal(["待整改：示例企业（示例区）"], Titles(files.Text("exposures/feed.json")));
    }

    [Fact]
    public void A_feed_is_json_and_keeps_whole_characters_whatever_a_title_holds() =>
        Prop.ForAll(FormatSamples.HostileText, text =>
        {
            var website = FormatSamples.Website("https://example.org/", FormatSamples.News("/news/x/", text, new(2024, 6, 1)));

            var title = Titles(FeedFiles.Json(website, PublicInput.Empty).Text("feed.json")).Single();

            return title == string.Concat(text.EnumerateRunes());
        }).AssertHolds();

    private static List<string> Titles(string feed) =>
        [.. JsonDocument.Parse(feed).RootElement.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("title").GetString()!)];
}
