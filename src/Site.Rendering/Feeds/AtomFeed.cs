using System.Buffers;
using System.ServiceModel.Syndication;
using System.Text;
using System.Xml;
using Site.Content.Pages;
using Site.Content.Settings;
using Site.Core.Sources;
using Site.Rendering.Html;

namespace Site.Rendering.Feeds;

/// <summary>Writes a feed as Atom (RFC 4287).</summary>
internal static class AtomFeed
{
    private static readonly XmlWriterSettings Layout = new() { Encoding = new UTF8Encoding(false), Indent = true, NewLineChars = "\n" };

    public static OutputFile Of(Lazy<Feed> feed, string home) =>
        new(SiteAddress.FilePath(home + "feed.xml"), output => Write(output, feed.Value));

    /// <summary>Writes the whole document, in UTF-8, with LF at the end of lines.</summary>
    public static void Write(IBufferWriter<byte> output, Feed feed)
    {
        var settings = feed.Settings;
        var document = new SyndicationFeed
        {
            Language = settings.Language,
            Id = TagUri.Of(settings, feed.AtomAddress),
            Title = Text(feed.Title),
            LastUpdatedTime = LocalTime.Start(feed.Updated),
            Items = [.. feed.Entries.Select(entry => Item(settings, entry))],
        };
        document.Authors.Add(new() { Name = MarkupText.Clean(settings.Organiser) });
        document.Links.Add(Link(settings, feed.AtomAddress, "self", "application/atom+xml"));
        document.Links.Add(Link(settings, feed.Page, "alternate", "text/html"));
        using var buffer = new MemoryStream();
        using (var xml = XmlWriter.Create(buffer, Layout))
        {
            document.GetAtom10Formatter().WriteTo(xml);
        }

        output.Write(buffer.GetBuffer().AsSpan(0, (int)buffer.Length));
        output.Write("\n"u8);
    }

    private static SyndicationItem Item(SiteSettings settings, FeedEntry entry)
    {
        var item = new SyndicationItem
        {
            Id = TagUri.Of(settings, entry.Address),
            Title = Text(entry.Title),
            PublishDate = LocalTime.Start(entry.Published),
            LastUpdatedTime = LocalTime.Start(entry.Updated),
            Summary = entry.Summary.Length == 0 ? null : Text(entry.Summary),
        };
        item.Links.Add(Link(settings, entry.Address, "alternate", "text/html"));
        foreach (var tag in entry.Tags)
        {
            item.Categories.Add(new(MarkupText.Clean(tag)));
        }

        return item;
    }

    private static TextSyndicationContent Text(string text) => new(MarkupText.Clean(text));

    private static SyndicationLink Link(SiteSettings settings, string address, string relation, string mediaType) =>
        new(new(SiteAddress.Absolute(settings, address)), relation, null, mediaType, 0);
}
