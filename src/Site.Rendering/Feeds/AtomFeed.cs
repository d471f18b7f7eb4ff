using System.Buffers;
using Site.Content.Pages;
using Site.Content.Settings;
using Site.Core.Sources;
using Site.Rendering.Html;

namespace Site.Rendering.Feeds;

/// <summary>Writes a feed as Atom (RFC 4287).</summary>
internal static class AtomFeed
{
    public static OutputFile Of(Lazy<Feed> feed, string home) =>
        new(SiteAddress.FilePath(home + "feed.xml"), output => Write(output, feed.Value));

    /// <summary>Writes the whole document, in UTF-8, with LF at the end of lines.</summary>
    public static void Write(IBufferWriter<byte> output, Feed feed)
    {
        var settings = feed.Settings;
        output.Write("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\""u8);
        output.WriteText(settings.Language);
        output.Write("\">\n"u8);
        Element(output, "  ", "id", TagUri.Of(settings, feed.AtomAddress));
        Element(output, "  ", "title", feed.Title);
        Element(output, "  ", "updated", LocalTime.Midnight(feed.Updated));
        output.Write("  <author><name>"u8);
        output.WriteText(settings.Organiser);
        output.Write("</name></author>\n"u8);
        Link(output, "  ", "self", "application/atom+xml", SiteAddress.Absolute(settings, feed.AtomAddress));
        Link(output, "  ", "alternate", "text/html", SiteAddress.Absolute(settings, feed.Page));
        foreach (var entry in feed.Entries)
        {
            Write(output, settings, entry);
        }

        output.Write("</feed>\n"u8);
    }

    private static void Write(IBufferWriter<byte> output, SiteSettings settings, FeedEntry entry)
    {
        output.Write("  <entry>\n"u8);
        Element(output, "    ", "id", TagUri.Of(settings, entry.Address));
        Element(output, "    ", "title", entry.Title);
        Link(output, "    ", "alternate", "text/html", SiteAddress.Absolute(settings, entry.Address));
        Element(output, "    ", "published", LocalTime.Midnight(entry.Published));
        Element(output, "    ", "updated", LocalTime.Midnight(entry.Updated));
        foreach (var tag in entry.Tags)
        {
            output.Write("    <category term=\""u8);
            output.WriteText(tag);
            output.Write("\"/>\n"u8);
        }

        if (entry.Summary.Length > 0)
        {
            output.Write("    <summary type=\"text\">"u8);
            output.WriteText(entry.Summary);
            output.Write("</summary>\n"u8);
        }

        output.Write("  </entry>\n"u8);
    }

    private static void Element(IBufferWriter<byte> output, string indent, string name, string text)
    {
        output.WriteMarkup($"{indent}<{name}>");
        output.WriteText(text);
        output.WriteMarkup($"</{name}>\n");
    }

    private static void Link(IBufferWriter<byte> output, string indent, string relation, string type, string address) =>
        output.WriteMarkup($"{indent}<link rel=\"{relation}\" type=\"{type}\" href=\"{address}\"/>\n");
}
