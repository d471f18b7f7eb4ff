using System.Buffers;
using Site.Content.Pages;
using Site.Content.Settings;
using Site.Content.Websites;
using Site.Rendering.Calendars;
using Site.Rendering.Feeds;
using Site.Rendering.Html;
using Site.Rendering.Pages;
using Site.Rendering.StructuredData;
using Site.Rendering.Traditional;
using Site.Rendering.Views;

namespace Site.Rendering.Output;

/// <summary>Writes what differs from page to page in <c>head</c>: policy, title, description, addresses, Open Graph and JSON-LD.</summary>
/// <remarks>What is the same on all pages is made once, so that one writer serves the whole site, from any thread.</remarks>
public sealed class HeadWriter
{
    private readonly Website website;
    private readonly SiteSettings settings;
    private readonly string root;
    private readonly bool isTraditional;
    private readonly bool hasSearch;
    private readonly Func<View, string?> sharePicture;
    private readonly byte[] policy;
    private readonly byte[] titleEnd;
    private readonly byte[] siteFeeds;
    private readonly (string Home, byte[] Links)[] sectionFeeds;
    private readonly byte[] openGraph;

    /// <param name="website">Whose settings stand in every head.</param>
    /// <param name="isTraditional">Whether the pages are those in traditional characters.</param>
    /// <param name="hasSearch">Whether the build makes a search index.</param>
    /// <param name="sharePicture">Gives the address (decoded, from the site's root) of a page's share picture of 1200 × 630 pixels, or null.</param>
    public HeadWriter(Website website, bool isTraditional, bool hasSearch, Func<View, string?> sharePicture)
    {
        this.website = website;
        settings = website.Settings;
        root = SiteAddress.Root(settings);
        this.isTraditional = isTraditional;
        this.hasSearch = hasSearch;
        this.sharePicture = sharePicture;
        policy = Made(output => output.WriteMarkup($"<meta http-equiv=\"Content-Security-Policy\" content=\"{ContentSecurityPolicy.OfPage}\">\n"));
        titleEnd = Made(output =>
        {
            output.Write(" · "u8);
            output.WriteText(settings.Title);
            output.Write("</title>\n"u8);
        });
        siteFeeds = Made(output => FeedLinks(output, "/", null));
        sectionFeeds =
        [
            .. FeedFiles.Sections.Where(feed => feed.Label is not null)
                .Select(feed => (feed.Address, Made(output => FeedLinks(output, feed.Address, feed.Label)))),
        ];
        openGraph = Made(output =>
        {
            Property(output, "og:site_name"u8, settings.Title);
            Property(output, "og:locale"u8, isTraditional ? "zh_TW" : "zh_CN");
        });
    }

    /// <summary>Writes the head's own part, in UTF-8; it begins with the policy, which holds for what follows it.</summary>
    public void Write(IBufferWriter<byte> output, View view)
    {
        var page = (view as PageView)?.Page;
        var title = page?.MarkedTitle() ?? (view is HomeView ? settings.Title : view.IsSample ? SampleMark.Text + view.Title : view.Title);
        output.Write(policy);
        output.Write("<title>"u8);
        output.WriteText(title);
        output.Write(view is HomeView ? "</title>\n"u8 : titleEnd);
        if (view.Description.Length > 0)
        {
            output.Write("<meta name=\"description\" content=\""u8);
            output.WriteText(view.Description);
            output.Write("\">\n"u8);
        }

        if (!view.IsIndexed)
        {
            output.Write("<meta name=\"robots\" content=\"noindex\">\n"u8);
            return;
        }

        var url = SiteAddress.Join(root, isTraditional ? TraditionalPages.AddressOf(view.Address) : view.Address);
        var picture = sharePicture(view) is { } address ? SiteAddress.Join(root, address) : null;
        Link(output, "canonical"u8, url);
        if (settings.HasTraditional)
        {
            var simplified = SiteAddress.Join(root, view.Address);
            Link(output, "alternate\" hreflang=\"zh-Hans"u8, simplified);
            Link(output, "alternate\" hreflang=\"zh-Hant"u8, SiteAddress.Join(root, TraditionalPages.AddressOf(view.Address)));
            Link(output, "alternate\" hreflang=\"x-default"u8, simplified);
        }

        Alternates(output, view, page);
        OpenGraph(output, view, page, title, url, picture);
        if (isTraditional)
        {
            // What is said for machines stands on the page that was written.
            return;
        }

        JsonLd.Write(output, view, new(settings, title, url, view.Description.Length > 0 ? view.Description : null, picture, hasSearch,
            file => page is not null && LinkTargets.Find(website, page.Path, file) is LinkTarget.ToFile to ? SiteAddress.Join(root, LinkTargets.AddressOf(to.File)) : null));
    }

    private void Alternates(IBufferWriter<byte> output, View view, Page? page)
    {
        foreach (var (home, links) in sectionFeeds)
        {
            if (view.Address.StartsWith(home, StringComparison.Ordinal))
            {
                output.Write(links);
            }
        }

        output.Write(siteFeeds);
        var calendar = page is not null ? CalendarFiles.AddressOf(page) : view.Address == CalendarFiles.AllPage ? CalendarFiles.AllAddress : null;
        if (calendar is not null)
        {
            output.WriteMarkup($"<link rel=\"alternate\" type=\"text/calendar\" title=\"日历\" href=\"{SiteAddress.Href(settings, calendar)}\">\n");
        }
    }

    private void OpenGraph(IBufferWriter<byte> output, View view, Page? page, string title, string url, string? picture)
    {
        output.Write(openGraph);
        Property(output, "og:type"u8, page?.Type.IsInFeeds == true ? "article" : "website");
        Property(output, "og:title"u8, title);
        Property(output, "og:url"u8, url);
        if (view.Description.Length > 0)
        {
            Property(output, "og:description"u8, view.Description);
        }

        if (picture is not null)
        {
            Property(output, "og:image"u8, picture);
            output.Write("<meta property=\"og:image:width\" content=\"1200\">\n<meta property=\"og:image:height\" content=\"630\">\n"u8);
            Property(output, "og:image:alt"u8, title);
            output.Write("<meta name=\"twitter:card\" content=\"summary_large_image\">\n"u8);
        }
    }

    private void FeedLinks(IBufferWriter<byte> output, string home, string? label)
    {
        foreach (var (file, type) in new[] { ("feed.xml", "application/atom+xml"), ("feed.json", "application/feed+json") })
        {
            output.WriteMarkup($"<link rel=\"alternate\" type=\"{type}\" title=\"");
            output.WriteText(FeedFiles.Title(settings, label));
            output.WriteMarkup($"\" href=\"{SiteAddress.Href(settings, home + file)}\">\n");
        }
    }

    private static void Link(IBufferWriter<byte> output, ReadOnlySpan<byte> relation, string address)
    {
        output.Write("<link rel=\""u8);
        output.Write(relation);
        output.Write("\" href=\""u8);
        output.WriteText(address);
        output.Write("\">\n"u8);
    }

    private static void Property(IBufferWriter<byte> output, ReadOnlySpan<byte> name, string content)
    {
        output.Write("<meta property=\""u8);
        output.Write(name);
        output.Write("\" content=\""u8);
        output.WriteText(content);
        output.Write("\">\n"u8);
    }

    private static byte[] Made(Action<IBufferWriter<byte>> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        write(buffer);
        return buffer.WrittenSpan.ToArray();
    }
}
