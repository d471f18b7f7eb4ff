using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Site.Cli.Infrastructure;
using Site.Rendering.Pictures;

namespace Site.Cli.Build;

/// <summary>Draws the pictures that stand for pages where their addresses are shared, through Node.js, each once for all builds.</summary>
internal static class SharePictureBuilder
{
    private const int Version = 1;
    private const int HashLength = 16;

    /// <returns>Published name and bytes by the address of the page.</returns>
    /// <exception cref="EnvironmentException">A picture could not be drawn.</exception>
    public static async Task<IReadOnlyDictionary<string, PictureFile>> MakeAsync(ImmutableArray<SharePictureRequest> orders, ContentCache cache)
    {
        var made = new ConcurrentDictionary<string, PictureFile>(StringComparer.Ordinal);
        await Parallel.ForEachAsync(orders, async (order, _) =>
        {
            var job = new JsonObject
            {
                ["job"] = "share",
                ["title"] = order.Title,
                ["campaign"] = order.Campaign,
                ["organiser"] = order.Organiser,
                ["kind"] = order.Kind,
                ["label"] = order.Label,
            };
            var path = await cache.DrawAsync("share", Version, job, ".png", $"生成 {order.Address} 的分享图");
            made[order.Address] = new($"{Path.GetFileName(path)[..HashLength]}.png", 1200, () => File.ReadAllBytes(path));
        });
        return made;
    }
}
