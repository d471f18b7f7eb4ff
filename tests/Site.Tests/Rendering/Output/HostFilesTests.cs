using Site.Exposures.Released;
using Site.Rendering.Output;

namespace Site.Tests;

public class HostFilesTests
{
    [Fact]
    public void Robots_may_read_all_and_find_the_sitemap()
    {
        var website = FormatSamples.Website("https://example.org/safety/");

        var robots = RobotsFile.Render(website, PublicInput.Empty).Text("robots.txt");

        Assert.Equal("User-agent: *\nAllow: /\n\nSitemap: https://example.org/safety/sitemap.xml\n", robots);
    }

    [Fact]
    public void Every_answer_of_a_secure_site_carries_the_policy()
    {
        var website = FormatSamples.Website("https://example.org/safety/");

        var headers = HeadersFile.Render(website, PublicInput.Empty).Text("_headers");

        Assert.StartsWith(
            """
            /safety/*
              Content-Security-Policy: default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; media-src 'self'; manifest-src 'self'; worker-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; upgrade-insecure-requests
              Cross-Origin-Opener-Policy: same-origin
              Cross-Origin-Resource-Policy: same-origin
              Permissions-Policy: camera=(), geolocation=(), microphone=(), payment=(), usb=()
              Referrer-Policy: strict-origin-when-cross-origin
              Strict-Transport-Security: max-age=31536000
              X-Content-Type-Options: nosniff
              X-Frame-Options: DENY
            /safety/assets/*
              Cache-Control: public, max-age=31536000, immutable
            /safety/
              Cache-Control: public, max-age=300, must-revalidate
            /safety/guides/*
              Cache-Control: public, max-age=300, must-revalidate

            """,
            headers);
        Assert.Contains("/safety/news/feed.json\n  Content-Type: application/feed+json; charset=utf-8\n", headers);
        Assert.Contains("/safety/campaigns/:name/campaign.ics\n  Content-Type: text/calendar; charset=utf-8\n", headers);
    }

    [Fact]
    public void A_site_on_plain_http_asks_for_no_https()
    {
        var headers = HeadersFile.Render(FormatSamples.Website("http://example.org/"), PublicInput.Empty).Text("_headers");

        Assert.DoesNotContain("upgrade-insecure-requests", headers);
        Assert.DoesNotContain("Strict-Transport-Security", headers);
    }

    [Theory]
    [InlineData("/index.html")]
    [InlineData("/news/2024/a/")]
    [InlineData("/news/feed.xml")]
    [InlineData("/feed.json")]
    [InlineData("/events/a/event.ics")]
    [InlineData("/assets/site-1a2b.css")]
    [InlineData("/about/")]
    public void No_address_gets_one_header_from_two_rules_since_hosts_would_join_them(string address)
    {
        var rules = HeadersFile.Render(FormatSamples.Website("https://example.org/"), PublicInput.Empty).Text("_headers")
            .Split("\n/").Select(rule => rule.TrimStart('/').Split('\n', StringSplitOptions.RemoveEmptyEntries));

        var names = rules.Where(rule => Matches("/" + rule[0], address)).SelectMany(rule => rule.Skip(1)).Select(line => line.Split(':')[0].Trim()).ToList();

        Assert.Contains("Content-Security-Policy", names);
        Assert.Equal(names.Distinct(), names);
    }

    private static bool Matches(string rule, string address) => rule.EndsWith('*')
        ? address.StartsWith(rule[..^1], StringComparison.Ordinal)
        : rule.Split('/') is var pattern && address.Split('/') is var segments && pattern.Length == segments.Length
            && pattern.Zip(segments).All(pair => pair.First.StartsWith(':') || pair.First == pair.Second);
}
