using System.Xml.Linq;
using Site.Content.Settings;
using Site.Rendering.Output;

namespace Site.Tests;

public class SitemapTests
{
    private static readonly SiteSettings Settings = new() { Title = "示例", Url = new("https://example.org/safety/"), Organiser = "示例单位" };

    [Fact]
    public void The_sitemap_lists_absolute_encoded_addresses_with_the_day_of_the_last_change()
    {
        List<SitemapPage> pages = [new("/", null), new("/guides/煤气 & 火/", new(2024, 6, 1))];

        var sitemap = Sitemap.Render(Settings, pages).Text("sitemap.xml");

        Assert.Equal(
            """
            <?xml version="1.0" encoding="utf-8"?>
            <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
              <url><loc>https://example.org/safety/</loc></url>
              <url><loc>https://example.org/safety/guides/%E7%85%A4%E6%B0%94%20%26%20%E7%81%AB/</loc><lastmod>2024-06-01</lastmod></url>
            </urlset>

            """,
            sitemap);
    }

    [Fact]
    public void Lists_of_the_same_pages_have_one_key_and_others_another()
    {
        var keys = new List<SitemapPage>[] { [new("/a/", null)], [new("/a/", null)], [new("/b/", null)], [new("/a/", new(2024, 6, 1))], [new("/a/", null), new("/b/", null)], [new("/a/", null) { IsTraditional = true }], [] }
            .Select(pages => Sitemap.Render(Settings, pages).Single().Key).ToList();

        Assert.Equal(keys[0], keys[1]);
        Assert.Equal(6, keys.Distinct().Count());
        Assert.DoesNotContain(default, keys);
    }

    [Fact]
    public void More_addresses_than_a_file_may_hold_go_into_parts_behind_an_index()
    {
        List<SitemapPage> pages =
            [new("/a/", new(2024, 6, 1)), new("/b/", new(2024, 6, 3)), new("/c/", null), new("/d/", null), new("/e/", new(2024, 6, 2))];

        var files = Sitemap.Render(Settings, pages, most: 2).ToList();

        Assert.Equal(["sitemap.xml", "sitemap-1.xml", "sitemap-2.xml", "sitemap-3.xml"], files.Select(file => file.Path));
        Assert.Equal(
            """
            <?xml version="1.0" encoding="utf-8"?>
            <sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
              <sitemap><loc>https://example.org/safety/sitemap-1.xml</loc><lastmod>2024-06-03</lastmod></sitemap>
              <sitemap><loc>https://example.org/safety/sitemap-2.xml</loc></sitemap>
              <sitemap><loc>https://example.org/safety/sitemap-3.xml</loc><lastmod>2024-06-02</lastmod></sitemap>
            </sitemapindex>

            """,
            files.Text("sitemap.xml"));
        Assert.Equal(
            """
            <?xml version="1.0" encoding="utf-8"?>
            <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
              <url><loc>https://example.org/safety/e/</loc><lastmod>2024-06-02</lastmod></url>
            </urlset>

            """,
            files.Text("sitemap-3.xml"));
    }

    [Theory]
    [InlineData(50_000, 1)]
    [InlineData(50_001, 3)]
    [InlineData(100_001, 4)]
    public void A_file_holds_fifty_thousand_addresses(int pages, int files)
    {
        List<SitemapPage> addresses = [.. Enumerable.Range(0, pages).Select(number => new SitemapPage($"/{number}/", null))];

        var made = Sitemap.Render(Settings, addresses).ToList();

        Assert.Equal(files, made.Count);
        var listed = made.Select(file => XDocument.Parse(FormatSamples.Written(file.Write)).Root!)
            .Where(root => root.Name.LocalName == "urlset").Select(root => root.Elements().Count()).ToList();
        Assert.Equal(pages, listed.Sum());
        Assert.True(listed.Max() <= 50_000);
    }
}
