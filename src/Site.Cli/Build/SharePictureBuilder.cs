using System.Buffers;
using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Text.Json;
using Site.Cli.Infrastructure;
using Site.Core.Sources;
using Site.Rendering.Pictures;
using Site.Rendering.Pictures.Sharing;

namespace Site.Cli.Build;

/// <summary>Draws the pictures that stand for pages where their addresses are shared, each once for all builds.</summary>
internal static class SharePictureBuilder
{
    private const int HashLength = 16;

    /// <returns>Published name and bytes by the address of the page.</returns>
    public static IReadOnlyDictionary<string, PictureFile> Make(ImmutableArray<SharePictureRequest> orders, ContentCache cache)
    {
        var made = new ConcurrentDictionary<string, PictureFile>(StringComparer.Ordinal);
        Parallel.ForEach(orders, order =>
        {
            var told = Told(order);
            var (name, load) = cache.Draw(SharePicture.Version, told, ".png", () => SharePicture.Draw(order));
            made[order.Address] = new($"{name[..HashLength]}.png", SharePicture.Width, load) { Key = Digest.Of(told) };
        });
        return made;
    }

    /// <returns>All that is drawn, as an array of JSON.</returns>
    private static byte[] Told(SharePictureRequest order)
    {
        var written = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(written))
        {
            json.WriteStartArray();
            foreach (var text in new[] { order.Title, order.Campaign, order.Organiser, order.Kind, order.Label })
            {
                json.WriteStringValue(text);
            }

            if (order.Accent is { } accent)
            {
                json.WriteStringValue(accent.ToString());
            }

            json.WriteEndArray();
        }

        return written.WrittenSpan.ToArray();
    }
}
