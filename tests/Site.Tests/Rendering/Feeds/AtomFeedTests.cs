using System.Xml.Linq;
using FsCheck.Fluent;
using Site.Content.Websites;
using Site.Exposures.Released;
using Site.Rendering.Feeds;
using Site.Rendering.Html;

namespace Site.Tests;

public class AtomFeedTests
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    [Fact]
    public void The_news_feed_says_what_is_new_with_names_that_stay()
    {
        var website = FormatSamples.Website(
            "https://example.org/safety/",
            FormatSamples.News("/news/2024/开放日/", "开放日 & <体验>", new(2024, 6, 16)).With(header => header with { Updated = new(2024, 6, 18), Summary = "体验馆免费开放。", Tags = ["体验"] }),
            FormatSamples.News("/news/2024/a/", "示例消息", new(2024, 6, 1)).With(header => header with { IsSample = true }));

        var feed = FeedFiles.Atom(website, PublicInput.Empty).Text("news/feed.xml");

        Assert.Equal(
            """
            <?xml version="1.0" encoding="utf-8"?>
            <feed xml:lang="zh-Hans" xmlns="http://www.w3.org/2005/Atom">
              <title type="text">新闻 · 示例市安全生产月</title>
              <id>tag:example.org,2026:/safety/news/feed.xml</id>
              <updated>2024-06-18T00:00:00+08:00</updated>
              <author>
                <name>示例单位</name>
              </author>
              <link rel="self" type="application/atom+xml" href="https://example.org/safety/news/feed.xml" />
              <link rel="alternate" type="text/html" href="https://example.org/safety/news/" />
              <entry>
                <id>tag:example.org,2026:/safety/news/2024/%E5%BC%80%E6%94%BE%E6%97%A5/</id>
                <title type="text">开放日 &amp; &lt;体验&gt;</title>
                <summary type="text">体验馆免费开放。</summary>
                <published>2024-06-16T00:00:00+08:00</published>
                <updated>2024-06-18T00:00:00+08:00</updated>
                <link rel="alternate" type="text/html" href="https://example.org/safety/news/2024/%E5%BC%80%E6%94%BE%E6%97%A5/" />
                <category term="体验" />
              </entry>
              <entry>
                <id>tag:example.org,2026:/safety/news/2024/a/</id>
                <title type="text">【示例】示例消息</title>
                <published>2024-06-01T00:00:00+08:00</published>
                <updated>2024-06-01T00:00:00+08:00</updated>
                <link rel="alternate" type="text/html" href="https://example.org/safety/news/2024/a/" />
              </entry>
            </feed>

            """,
            feed);
    }

    [Fact]
    public void A_feed_without_entries_is_written_all_the_same_and_carries_the_day_of_the_build()
    {
        var website = FormatSamples.Website("https://example.org/");

        var feed = FeedFiles.Atom(website, PublicInput.Empty).Text("exposures/feed.xml");

        Assert.Equal(
            """
            <?xml version="1.0" encoding="utf-8"?>
            <feed xml:lang="zh-Hans" xmlns="http://www.w3.org/2005/Atom">
              <title type="text">曝光台 · 示例市安全生产月</title>
              <id>tag:example.org,2026:/exposures/feed.xml</id>
              <updated>2024-06-20T00:00:00+08:00</updated>
              <author>
                <name>示例单位</name>
              </author>
              <link rel="self" type="application/atom+xml" href="https://example.org/exposures/feed.xml" />
              <link rel="alternate" type="text/html" href="https://example.org/" />
            </feed>

            """,
            feed);
    }

    [Fact]
    public void Moving_to_another_scheme_or_port_keeps_the_names_of_entries()
    {
        var page = FormatSamples.News("/news/2024/a/", "一", new(2024, 6, 1));

        var before = Ids(FormatSamples.Website("http://example.org:8080/", page));
        var after = Ids(FormatSamples.Website("https://example.org/", page));

        Assert.Equal(before, after);
        Assert.Equal("tag:example.org,2026:/news/2024/a/", after[1]);
    }

    [Fact]
    public void The_site_feed_has_the_thirty_newest_pages_of_all_kinds()
    {
        var website = FormatSamples.Website(
            "https://example.org/",
            [.. Enumerable.Range(1, 40).Select(day => FormatSamples.News($"/news/{day}/", $"{day}", new DateOnly(2024, 4, 1).AddDays(day))),
                FormatSamples.Warning("/warnings/old/", "旧", new(2010, 1, 1)).With(header => header with { Date = new(2024, 6, 19) })]);

        var titles = Titles(FeedFiles.Atom(website, PublicInput.Empty).Text("feed.xml"));

        Assert.Equal(["旧", .. Enumerable.Range(12, 29).Reverse().Select(day => $"{day}")], titles);
    }

    [Fact]
    public void What_has_no_date_of_its_own_counts_from_when_it_happens_and_never_comes_from_the_future()
    {
        var website = FormatSamples.Website(
            "https://example.org/",
            FormatSamples.Event("/events/past/", "办过的活动", new(new(2024, 6, 16), new(9, 0))),
            FormatSamples.Event("/events/ahead/", "将办的活动", new(new(2024, 7, 1), null)),
            FormatSamples.Event("/events/announced/", "预告的活动", new(new(2024, 7, 2), null)).With(header => header with { Date = new(2024, 6, 19) }),
            FormatSamples.Warning("/warnings/w/", "事故", new(2023, 2, 3)),
            FormatSamples.Guide("/guides/dated/", "改过的指南").With(header => header with { Updated = new(2024, 5, 1) }),
            FormatSamples.Guide("/guides/undated/", "没有日期的指南"),
            FormatSamples.Plain("/about/", "关于本站").With(header => header with { Date = new(2024, 6, 1) }));

        var titles = Titles(FeedFiles.Atom(website, PublicInput.Empty).Text("feed.xml"));

        Assert.Equal(["预告的活动", "办过的活动", "改过的指南", "事故"], titles);
    }

    [Fact]
    public void The_exposure_feed_says_how_far_it_has_come_and_names_subject_area_and_hazard()
    {
        var release = FormatSamples.Release(FormatSamples.Exposure("e-1", new(2024, 6, 2), "示例企业", "消防通道堵塞"));

        var feed = XDocument.Parse(FeedFiles.Atom(FormatSamples.Website("https://example.org/"), release).Text("exposures/feed.xml"));

        var entry = feed.Root!.Element(Atom + "entry")!;
        Assert.Equal("待整改：示例企业（示例区）", entry.Element(Atom + "title")!.Value);
        Assert.Equal("消防通道堵塞", entry.Element(Atom + "summary")!.Value);
        Assert.Equal("https://example.org/exposures/e-1/", entry.Element(Atom + "link")!.Attribute("href")!.Value);
    }

    [Fact]
    public void A_feed_is_well_formed_whatever_titles_summaries_and_tags_hold() =>
        Prop.ForAll(FormatSamples.HostileText, text =>
        {
            var page = FormatSamples.News("/news/x/", text, new(2024, 6, 1)).With(header => header with { Summary = text, Tags = [text] });

            var feed = XDocument.Parse(FeedFiles.Atom(FormatSamples.Website("https://example.org/", page), PublicInput.Empty).Text("feed.xml"), LoadOptions.PreserveWhitespace);

            var entry = feed.Root!.Elements(Atom + "entry").Single();
            var expected = XElement.Parse($"<t>{FormatSamples.Written(output => output.WriteText(text))}</t>", LoadOptions.PreserveWhitespace).Value;
            return entry.Element(Atom + "title")!.Value == expected && entry.Element(Atom + "category")!.Attribute("term")!.Value == expected;
        }).AssertHolds();

    private static List<string> Ids(Website website) =>
        [.. XDocument.Parse(FeedFiles.Atom(website, PublicInput.Empty).Text("feed.xml")).Descendants(Atom + "id").Select(id => id.Value)];

    private static List<string> Titles(string feed) =>
        [.. XDocument.Parse(feed).Root!.Elements(Atom + "entry").Select(entry => entry.Element(Atom + "title")!.Value)];
}
