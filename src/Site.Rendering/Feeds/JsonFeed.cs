using System.Buffers;
using System.Text.Json;
using Site.Content.Pages;
using Site.Content.Settings;
using Site.Core.Sources;
using Site.Rendering.Json;

namespace Site.Rendering.Feeds;

/// <summary>Writes a feed as JSON Feed 1.1 (jsonfeed.org).</summary>
internal static class JsonFeed
{
    public static OutputFile Of(Lazy<Feed> feed, string home) =>
        new(SiteAddress.FilePath(home + "feed.json"), output => Write(output, feed.Value));

    /// <summary>Writes the whole document. An entry without a summary has its title as text, since the format wants some.</summary>
    public static void Write(IBufferWriter<byte> output, Feed feed)
    {
        var settings = feed.Settings;
        using (var json = JsonText.FileWriter(output))
        {
            json.WriteStartObject();
            json.WriteString("version"u8, "https://jsonfeed.org/version/1.1"u8);
            json.WriteString("title"u8, feed.Title);
            json.WriteString("home_page_url"u8, SiteAddress.Absolute(settings, feed.Page));
            json.WriteString("feed_url"u8, SiteAddress.Absolute(settings, feed.JsonAddress));
            json.WriteString("language"u8, settings.Language);
            json.WriteStartArray("authors"u8);
            json.WriteStartObject();
            json.WriteString("name"u8, settings.Organiser);
            json.WriteEndObject();
            json.WriteEndArray();
            json.WriteStartArray("items"u8);
            foreach (var entry in feed.Entries)
            {
                Write(json, settings, entry);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        output.Write("\n"u8);
    }

    private static void Write(Utf8JsonWriter json, SiteSettings settings, FeedEntry entry)
    {
        json.WriteStartObject();
        json.WriteString("id"u8, TagUri.Of(settings, entry.Address));
        json.WriteString("url"u8, SiteAddress.Absolute(settings, entry.Address));
        json.WriteString("title"u8, entry.Title);
        json.WriteString("content_text"u8, entry.Summary.Length > 0 ? entry.Summary : entry.Title);
        json.WriteString("date_published"u8, LocalTime.Midnight(entry.Published));
        json.WriteString("date_modified"u8, LocalTime.Midnight(entry.Updated));
        if (!entry.Tags.IsEmpty)
        {
            json.WriteStartArray("tags"u8);
            foreach (var tag in entry.Tags)
            {
                json.WriteStringValue(tag);
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
    }
}
