using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using Site.Checking;
using Site.Model;
using Site.Rendering;

namespace Site.Cli.Edges;

/// <summary>
/// Makes all sizes of the pictures that pages show, through Node.js; what was made is kept in the cache folder
/// under the hash of the picture's bytes, so that a picture is made once, whatever builds follow.
/// </summary>
internal static class PictureWorkshop
{
    /// <summary>Raise it when the sizes or the encoding change: it is part of the cache's names.</summary>
    private const string Settings = "1";

    /// <summary>Makes every picture.</summary>
    /// <param name="site">The site folder, absolute.</param>
    /// <param name="pictures">The pictures that pages show, each once.</param>
    /// <param name="worker">Makes what the cache lacks.</param>
    /// <returns>Sizes by source path, and a problem for each picture that cannot be used.</returns>
    public static async Task<Checked<IReadOnlyDictionary<string, MadePicture>>> MakeAsync(
        string site, ImmutableArray<ContentFile> pictures, NodeWorker worker)
    {
        var made = new ConcurrentDictionary<string, MadePicture>(StringComparer.Ordinal);
        var problems = new ConcurrentBag<Problem>();
        await Parallel.ForEachAsync(pictures, async (picture, _) =>
        {
            var bytes = await File.ReadAllBytesAsync(Path.Combine(site, picture.Path), CancellationToken.None);
            if (picture.Path.EndsWith(".svg", StringComparison.Ordinal))
            {
                Add(made, picture, Drawing(picture, bytes));
                return;
            }

            var cache = Path.Combine(CacheFolder.Path, "pictures", CacheName(picture, bytes));
            var reply = Cached(cache) ?? await worker.RunAsync(new JsonObject
            {
                ["job"] = "picture",
                ["source"] = Path.Combine(site, picture.Path),
                ["output"] = cache,
            });
            if (reply.TryGetProperty("error", out var error))
            {
                problems.Add(PictureProblems.Of(picture.Path, error));
                return;
            }

            Keep(cache, reply);
            Add(made, picture, Photograph(cache, reply.GetProperty("result")));
        });
        return new(made, [.. problems]);
    }

    private static void Add(ConcurrentDictionary<string, MadePicture> made, ContentFile picture, MadePicture? sizes)
    {
        if (sizes is not null)
        {
            made[picture.Path] = sizes;
        }
    }

    private static string CacheName(ContentFile picture, byte[] bytes) =>
        $"{Convert.ToHexStringLower(SHA256.HashData(bytes))[..32]}-{Settings}{Path.GetExtension(picture.Path)}";

    private static JsonElement? Cached(string cache)
    {
        var reply = Path.Combine(cache, "reply.json");
        if (!File.Exists(reply))
        {
            return null;
        }

        using var json = JsonDocument.Parse(File.ReadAllBytes(reply));
        return json.RootElement.Clone();
    }

    private static void Keep(string cache, JsonElement reply)
    {
        var path = Path.Combine(cache, "reply.json");
        if (!File.Exists(path))
        {
            var fresh = $"{path}.{Environment.ProcessId}";
            File.WriteAllText(fresh, reply.GetRawText());
            File.Move(fresh, path, overwrite: true);
        }
    }

    /// <summary>A drawing is published as it is; the check of drawings has refused what is not harmless.</summary>
    private static MadePicture? Drawing(ContentFile picture, byte[] bytes)
    {
        if (SvgSize.Of(bytes) is not { } size)
        {
            return null;
        }

        var hash = Convert.ToHexStringLower(SHA256.HashData(bytes))[..10];
        return new(size.Width, size.Height, null, new($"{Path.GetFileNameWithoutExtension(picture.Path)}-{hash}.svg", size.Width, () => bytes), []);
    }

    private static MadePicture Photograph(string cache, JsonElement result)
    {
        var fallback = result.GetProperty("fallback").GetString()!;
        var files = result.GetProperty("files").EnumerateArray()
            .Select(file => (Name: file.GetProperty("file").GetString()!, Format: file.GetProperty("format").GetString()!, Width: file.GetProperty("width").GetInt32()))
            .ToList();
        return new(
            result.GetProperty("width").GetInt32(),
            result.GetProperty("height").GetInt32(),
            result.GetProperty("colour").GetString()!,
            Made(files.First(file => file.Name == fallback)),
            [.. files.Where(file => file.Format == "webp").OrderBy(file => file.Width).Select(Made)]);

        PictureFile Made((string Name, string Format, int Width) file) =>
            new(file.Name, file.Width, () => File.ReadAllBytes(Path.Combine(cache, file.Name)));
    }
}
