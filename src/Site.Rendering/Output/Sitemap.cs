using System.Buffers;
using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using Site.Content.Pages;
using Site.Content.Settings;
using Site.Content.Websites;
using Site.Core.Sources;
using Site.Exposures.Released;
using Site.Rendering.Html;
using Site.Rendering.Traditional;

namespace Site.Rendering.Output;

/// <summary>Tells search engines which pages there are.</summary>
/// <remarks>sitemaps.org, protocol 0.9: at most 50,000 addresses a file; more go into parts behind an index.</remarks>
public static class Sitemap
{
    private const int MostAddresses = 50_000;

    /// <summary>Makes <c>sitemap.xml</c>, and <c>sitemap-1.xml</c> onward where one file cannot hold all.</summary>
    /// <param name="settings">Of the site.</param>
    /// <param name="pages">In the order in which they are listed.</param>
    public static IEnumerable<OutputFile> Render(SiteSettings settings, IReadOnlyList<SitemapPage> pages) =>
        Render(settings, settings.HasTraditional ? [.. pages.SelectMany(page => (SitemapPage[])[page, page with { IsTraditional = true }])] : pages, MostAddresses);

    /// <param name="most">Addresses a file, 1 or more.</param>
    internal static IEnumerable<OutputFile> Render(
        SiteSettings settings, IReadOnlyList<SitemapPage> pages, int most)
    {
        var key = KeyOf(pages);
        if (pages.Count <= most)
        {
            return [new("sitemap.xml", output => WritePages(output, settings, pages, 0, pages.Count)) { Key = key }];
        }

        var parts = (pages.Count - 1) / most + 1;
        return
        [
            new("sitemap.xml", output => WriteIndex(output, settings, pages, most, parts)) { Key = key },
            .. Enumerable.Range(0, parts).Select(part => new OutputFile(Name(part), output =>
                WritePages(output, settings, pages, part * most, Math.Min(pages.Count, (part + 1) * most))) { Key = key }),
        ];
    }

    /// <returns>Of all that the pages are listed with; settings belong to the site.</returns>
    private static Digest KeyOf(IReadOnlyList<SitemapPage> pages)
    {
        var listed = new ArrayBufferWriter<byte>(Math.Max(1, pages.Count) * 64);
        foreach (var page in pages)
        {
            WriteNumber(page.LastModified?.DayNumber ?? -1);
            WriteNumber(page.IsTraditional ? 1 : 0);
            WriteNumber(page.Address.Length);
            Encoding.UTF8.GetBytes(page.Address, listed);
        }

        return Digest.Of(listed.WrittenSpan);

        void WriteNumber(int number)
        {
            BinaryPrimitives.WriteInt32LittleEndian(listed.GetSpan(sizeof(int)), number);
            listed.Advance(sizeof(int));
        }
    }

    private static void WritePages(
        IBufferWriter<byte> output, SiteSettings settings, IReadOnlyList<SitemapPage> pages, int from, int to)
    {
        output.Write("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\""u8);
        output.Write(settings.HasTraditional ? " xmlns:xhtml=\"http://www.w3.org/1999/xhtml\">\n"u8 : ">\n"u8);
        var root = SiteAddress.Root(settings);
        for (var at = from; at < to; at++)
        {
            output.Write("  <url><loc>"u8);
            var (simplified, traditional) = (SiteAddress.Join(root, pages[at].Address), SiteAddress.Join(root, TraditionalPages.AddressOf(pages[at].Address)));
            WriteEntry(output, pages[at].IsTraditional ? traditional : simplified, pages[at].LastModified);
            if (settings.HasTraditional)
            {
                WriteAlternate(output, "zh-Hans"u8, simplified);
                WriteAlternate(output, "zh-Hant"u8, traditional);
                WriteAlternate(output, "x-default"u8, simplified);
            }

            output.Write("</url>\n"u8);
        }

        output.Write("</urlset>\n"u8);
    }

    private static void WriteIndex(
        IBufferWriter<byte> output, SiteSettings settings, IReadOnlyList<SitemapPage> pages, int most, int parts)
    {
        output.Write("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<sitemapindex xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n"u8);
        for (var part = 0; part < parts; part++)
        {
            output.Write("  <sitemap><loc>"u8);
            WriteEntry(output, SiteAddress.Absolute(settings, "/" + Name(part)), pages.Skip(part * most).Take(most).Max(page => page.LastModified));
            output.Write("</sitemap>\n"u8);
        }

        output.Write("</sitemapindex>\n"u8);
    }

    private static void WriteEntry(IBufferWriter<byte> output, string address, DateOnly? lastModified)
    {
        output.WriteText(address);
        output.Write("</loc>"u8);
        if (lastModified is { } day)
        {
            output.WriteMarkup($"<lastmod>{LocalTime.Day(day)}</lastmod>");
        }
    }

    private static void WriteAlternate(IBufferWriter<byte> output, ReadOnlySpan<byte> language, string address)
    {
        output.Write("<xhtml:link rel=\"alternate\" hreflang=\""u8);
        output.Write(language);
        output.Write("\" href=\""u8);
        output.WriteText(address);
        output.Write("\"/>"u8);
    }

    private static string Name(int part) => string.Create(CultureInfo.InvariantCulture, $"sitemap-{part + 1}.xml");
}

/// <summary>A page that search engines should know.</summary>
/// <param name="Address">Decoded, from the site's root.</param>
/// <param name="LastModified">The day it last changed, or null.</param>
public sealed record SitemapPage(string Address, DateOnly? LastModified)
{
    /// <summary>Whether it is the page in traditional characters that lies beside this address.</summary>
    internal bool IsTraditional { get; init; }
}

/// <summary>Welcomes search engines and names the sitemap.</summary>
/// <remarks>RFC 9309. Engines read it at the root of a host alone: a site below a path needs these lines in the host's own file.</remarks>
internal static class RobotsFile
{
    public static IEnumerable<OutputFile> Render(Website website, PublicInput input) =>
    [
        new("robots.txt", output => output.WriteMarkup(
            $"User-agent: *\nAllow: /\n{(website.Editor is null ? "" : $"Disallow: {website.Settings.BasePath}admin/\n")}\nSitemap: {SiteAddress.Absolute(website.Settings, "/sitemap.xml")}\n")),
    ];
}
