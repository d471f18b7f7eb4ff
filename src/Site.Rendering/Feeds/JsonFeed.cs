using System.Buffers;
using System.Text.Json.Serialization;
using Site.Content.Pages;
using Site.Content.Settings;
using Site.Core.Json;
using Site.Core.Sources;

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
        JsonText.WriteFile(output, new JsonFeedDocument
        {
            Title = feed.Title,
            HomePageUrl = SiteAddress.Absolute(settings, feed.Page),
            FeedUrl = SiteAddress.Absolute(settings, feed.JsonAddress),
            Language = settings.Language,
            Authors = [new(settings.Organiser)],
            Items = [.. feed.Entries.Select(entry => Item(settings, entry))],
        }, JsonFeedContext.Default.JsonFeedDocument);
        output.Write("\n"u8);
    }

    private static JsonFeedItem Item(SiteSettings settings, FeedEntry entry) => new()
    {
        Id = TagUri.Of(settings, entry.Address),
        Url = SiteAddress.Absolute(settings, entry.Address),
        Title = entry.Title,
        ContentText = entry.Summary.Length > 0 ? entry.Summary : entry.Title,
        DatePublished = LocalTime.Midnight(entry.Published),
        DateModified = LocalTime.Midnight(entry.Updated),
        Tags = entry.Tags.IsEmpty ? null : entry.Tags,
    };
}

/// <summary>The whole document; properties are written in the order in which they stand here.</summary>
internal sealed record JsonFeedDocument
{
    public string Version { get; } = "https://jsonfeed.org/version/1.1";

    public required string Title { get; init; }

    public required string HomePageUrl { get; init; }

    public required string FeedUrl { get; init; }

    public required string Language { get; init; }

    public required IReadOnlyList<JsonFeedAuthor> Authors { get; init; }

    public required IReadOnlyList<JsonFeedItem> Items { get; init; }
}

internal sealed record JsonFeedAuthor(string Name);

internal sealed record JsonFeedItem
{
    public required string Id { get; init; }

    public required string Url { get; init; }

    public required string Title { get; init; }

    public required string ContentText { get; init; }

    /// <summary>RFC 3339.</summary>
    public required string DatePublished { get; init; }

    public required string DateModified { get; init; }

    public IReadOnlyList<string>? Tags { get; init; }
}

[JsonSerializable(typeof(JsonFeedDocument))]
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Serialization, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
internal sealed partial class JsonFeedContext : JsonSerializerContext;
