using System.Buffers;
using System.Collections.Immutable;
using Site.Content.Pages;
using Site.Content.Settings;
using Site.Content.Types;
using Site.Content.Websites;
using Site.Core.Sources;
using Site.Exposures.Released;
using Site.Rendering.Calendars;
using Site.Rendering.Editors;
using Site.Rendering.Feeds;
using Site.Rendering.Html;
using Site.Rendering.Offline;
using Site.Rendering.Traditional;
using Site.Statistics.Published;

namespace Site.Rendering.Output;

/// <summary>Tells hosts that read <c>_headers</c> (Netlify, Cloudflare Pages and others) what to send along.</summary>
/// <remarks>
/// A request gets the headers of all rules that match, and two values of one header are joined by a comma. So no header may stand
/// in two rules that match the same address: caching of pages is given for each section, and not for all of the site. Pages outside of
/// the sections keep the host's own rule, which is to ask each time. A rule may end in <c>*</c> or name one segment <c>:name</c>.
/// </remarks>
internal static class HeadersFile
{
    private static readonly ImmutableArray<string> Sections =
        [.. ContentTypes.Sections.Select(section => section.ListAddress), "/exposures/", StatisticsUrls.Home, "/sectors/", "/audiences/", "/tags/", "/topics/", "/search/"];

    private static readonly ImmutableArray<string> Calendars =
    [
        CalendarFiles.AllAddress,
        .. ContentTypes.Sections.Where(type => type.CalendarFile is not null)
            .Select(type => type.ListAddress + (type.Addressing == PageAddressing.ByYear ? ":year/:name/" : ":name/") + type.CalendarFile),
    ];

    public static IEnumerable<OutputFile> Render(Website website, PublicInput input) =>
        [new("_headers", output => Write(output, website.Settings, website.Editor))];

    private static void Write(IBufferWriter<byte> output, SiteSettings settings, HostedEditor? editor)
    {
        // An editor has a policy of its own, so the site's stands in the rules of its parts then; pages outside of them state theirs themselves.
        var policy = "Content-Security-Policy: " + ContentSecurityPolicy.OfSite(settings);
        Rule(output, settings, "/*",
        [
            .. editor is null ? [policy] : Array.Empty<string>(),
            "Cross-Origin-Opener-Policy: same-origin",
            "Cross-Origin-Resource-Policy: same-origin",
            "Permissions-Policy: camera=(), geolocation=(), microphone=(), payment=(), usb=()",
            "Referrer-Policy: strict-origin-when-cross-origin",
            .. settings.Url.Scheme == Uri.UriSchemeHttps ? ["Strict-Transport-Security: max-age=31536000"] : Array.Empty<string>(),
            "X-Content-Type-Options: nosniff",
            "X-Frame-Options: DENY",
        ]);
        Rule(output, settings, "/assets/*", ["Cache-Control: public, max-age=31536000, immutable"]);
        foreach (var address in Sections.Select(section => section + "*").Prepend("/").Concat(settings.HasTraditional ? [TraditionalPages.Home + "*"] : []))
        {
            Rule(output, settings, address, ["Cache-Control: public, max-age=300, must-revalidate", .. editor is null ? Array.Empty<string>() : [policy]]);
        }

        if (editor is not null)
        {
            Rule(output, settings, "/admin/*", ["Cache-Control: no-cache", "Content-Security-Policy: " + HostedEditorFiles.Policy(editor) + "; frame-ancestors 'none'", "X-Robots-Tag: noindex, nofollow"]);
        }

        foreach (var home in FeedFiles.Sections.Select(section => section.Address))
        {
            Rule(output, settings, home + "feed.xml", ["Content-Type: application/atom+xml; charset=utf-8"]);
            Rule(output, settings, home + "feed.json", ["Content-Type: application/feed+json; charset=utf-8"]);
        }

        Rule(output, settings, AppManifest.Address, ["Content-Type: application/manifest+json; charset=utf-8"]);
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

/// <summary>What a page may load and do: files of its own origin, no inline script or style, no frame, no form to elsewhere.</summary>
/// <remarks>W3C Content Security Policy Level 3. JSON-LD is data: the policy does not touch it.</remarks>
internal static class ContentSecurityPolicy
{
    /// <summary>The policy of every page, as the page itself states it, so that it holds on every host.</summary>
    public const string OfPage = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; media-src 'self'; "
        + "manifest-src 'self'; worker-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'";

    /// <returns>The policy that the host sends with every page: it says also what no page can say of itself.</returns>
    public static string OfSite(SiteSettings settings) =>
        OfPage + "; frame-ancestors 'none'" + (settings.Url.Scheme == Uri.UriSchemeHttps ? "; upgrade-insecure-requests" : "");
}
