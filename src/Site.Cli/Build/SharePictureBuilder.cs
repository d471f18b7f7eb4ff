using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Site.Cli.Infrastructure;
using Site.Rendering.Pictures;

namespace Site.Cli.Build;

/// <summary>Draws the pictures that stand for pages where their addresses are shared, through Node.js, each once for all builds.</summary>
internal static class SharePictureBuilder
{
    /// <summary>Raise it when the drawing changes: it is part of the cache's names.</summary>
    private const string Settings = "1";

    /// <returns>Published name and bytes by the address of the page.</returns>
    /// <exception cref="EnvironmentException">A picture could not be drawn.</exception>
    public static async Task<IReadOnlyDictionary<string, PictureFile>> MakeAsync(ImmutableArray<SharePictureRequest> orders, string cacheFolder, NodeWorker worker)
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
            };
            var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Settings + job.ToJsonString())))[..16];
            var path = Path.Combine(cacheFolder, "share", hash + ".png");
            if (!File.Exists(path))
            {
                job["output"] = path;
                var reply = await worker.RunAsync(job);
                if (reply.TryGetProperty("error", out var error))
                {
                    throw new EnvironmentException($"生成 {order.Address} 的分享图失败：{error.GetProperty("code").GetString()}。");
                }
            }

            made[order.Address] = new($"{hash}.png", 1200, () => File.ReadAllBytes(path));
        });
        return made;
    }
}
