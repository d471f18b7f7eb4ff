using System.Buffers;
using System.Collections.Immutable;
using Site.Model;

namespace Site.Rendering;

/// <summary>Tells hosts that read <c>_headers</c> (Netlify, Cloudflare Pages and others) what to send along.</summary>
/// <remarks>
/// A request gets the headers of all rules that match, and two values of one header are joined by a comma. So no header may stand
/// in two rules that match the same address: caching of pages is given for each section, and not for all of the site. Pages outside of
/// the sections keep the host's own rule, which is to ask each time. A rule may end in <c>*</c> or name one segment <c>:name</c>.
/// </remarks>
internal static class HeadersFile
{
    private static readonly ImmutableArray<string> Sections =
        [.. Lists.Sections.Select(section => section.Address), "/exposures/", Statistics.Home, "/sectors/", "/audiences/", "/tags/", "/topics/", "/search/"];

    private static readonly ImmutableArray<string> Calendars =
        ["/events.ics", "/events/:name/event.ics", "/halls/:name/open-days.ics", "/campaigns/:name/campaign.ics"];

    public static IEnumerable<OutputFile> Render(Website website, Release release) =>
        [new("_headers", output => Write(output, website.Settings))];

    private static void Write(IBufferWriter<byte> output, SiteSettings settings)
    {
        Rule(output, settings, "/*",
        [
            "Content-Security-Policy: " + ContentPolicy.OfSite(settings),
            "Cross-Origin-Opener-Policy: same-origin",
            "Cross-Origin-Resource-Policy: same-origin",
            "Permissions-Policy: camera=(), geolocation=(), microphone=(), payment=(), usb=()",
            "Referrer-Policy: strict-origin-when-cross-origin",
            .. settings.Url.Scheme == Uri.UriSchemeHttps ? ["Strict-Transport-Security: max-age=31536000"] : Array.Empty<string>(),
            "X-Content-Type-Options: nosniff",
            "X-Frame-Options: DENY",
        ]);
        Rule(output, settings, "/assets/*", ["Cache-Control: public, max-age=31536000, immutable"]);
        foreach (var address in Sections.Select(section => section + "*").Prepend("/"))
        {
            Rule(output, settings, address, ["Cache-Control: public, max-age=300, must-revalidate"]);
        }

        foreach (var (home, _) in Feeds.Homes)
        {
            Rule(output, settings, home + "feed.xml", ["Content-Type: application/atom+xml; charset=utf-8"]);
            Rule(output, settings, home + "feed.json", ["Content-Type: application/feed+json; charset=utf-8"]);
        }

        foreach (var address in Calendars)
        {
            Rule(output, settings, address, ["Content-Type: text/calendar; charset=utf-8"]);
        }
    }

    private static void Rule(IBufferWriter<byte> output, SiteSettings settings, string address, ImmutableArray<string> headers)
    {
        output.WriteMarkup(settings.BasePath);
        output.WriteMarkup(address.AsSpan(1));
        foreach (var header in headers)
        {
            output.WriteMarkup("\n  ");
            output.WriteMarkup(header);
        }

        output.WriteMarkup("\n");
    }
}
