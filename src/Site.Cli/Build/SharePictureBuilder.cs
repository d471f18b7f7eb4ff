using System.Buffers;
using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Text;
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

    /// <param name="orders">What to draw.</param>
    /// <param name="cache">Keeps what was drawn.</param>
    /// <param name="leaks">Nothing is kept of a picture that shows anything private.</param>
    /// <returns>Published name and bytes by the address of the page.</returns>
    public static IReadOnlyDictionary<string, PictureFile> Make(ImmutableArray<SharePictureRequest> orders, ContentCache cache, LeakScan leaks)
    {
        var made = new ConcurrentDictionary<string, PictureFile>(StringComparer.Ordinal);
        Parallel.ForEach(orders, order =>
        {
            var told = Told(order);
            var (name, load) = cache.Draw(SharePicture.Version, told, ".png", () => SharePicture.Draw(order), _ => leaks.MayShow("share.txt", Shown(order)));
            made[order.Address] = new($"{name[..HashLength]}.png", SharePicture.Width, load) { Key = Digest.Of(told) };
        });
        return made;
    }

    // As it can be read: JSON has codes in place of Chinese.
    private static byte[] Shown(SharePictureRequest order) => Encoding.UTF8.GetBytes(string.Join('\n', Texts(order)));

    private static string?[] Texts(SharePictureRequest order) => [order.Title, order.Campaign, order.Organiser, order.Kind, order.Label];

    /// <returns>All that is drawn, as an array of JSON.</returns>
    private static byte[] Told(SharePictureRequest order)
    {
        var written = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(written))
        {
            json.WriteStartArray();
            foreach (var text in Texts(order))
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
