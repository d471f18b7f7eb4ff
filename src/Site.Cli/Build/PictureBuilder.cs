using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using Site.Cli.Infrastructure;
using Site.Content.Files;
using Site.Content.Pages;
using Site.Core.Diagnostics;
using Site.Rendering.Pictures;

namespace Site.Cli.Build;

/// <summary>
/// Makes all sizes of the pictures that pages show, through Node.js; what was made is kept in the cache folder
/// under the hash of the picture's bytes, so that a picture is made once, whatever builds follow.
/// </summary>
internal static class PictureBuilder
{
    /// <summary>To be raised when the sizes or the encoding change.</summary>
    private const int Version = 1;

    /// <summary>Makes every picture.</summary>
    /// <param name="pictures">The pictures that pages may show, each once.</param>
    /// <param name="site">The site folder, absolute.</param>
    /// <param name="cache">Keeps what was made, and makes what it lacks.</param>
    /// <returns>Sizes by source path, and a diagnostic for each picture that cannot be used.</returns>
    public static async Task<Result<IReadOnlyDictionary<string, ResponsivePicture>>> MakeAsync(
        ImmutableArray<ContentFile> pictures, string site, ContentCache cache)
    {
        var made = new ConcurrentDictionary<string, ResponsivePicture>(StringComparer.Ordinal);
        var diagnostics = new ConcurrentBag<Diagnostic>();
        await Parallel.ForEachAsync(pictures, async (picture, _) =>
        {
            var bytes = picture.Load();
            if (picture.Path.EndsWith(".svg", StringComparison.Ordinal))
            {
                Add(made, picture, Vector(picture, bytes));
                return;
            }

            var job = new JsonObject { ["job"] = "picture", ["source"] = Path.Combine(site, picture.Path) };
            var (folder, reply) = await cache.MakeAsync("pictures", Version, bytes, job, Path.GetExtension(picture.Path));
            if (reply.TryGetProperty("error", out var error))
            {
                diagnostics.Add(PictureDiagnostics.Of(picture.Path, error));
                return;
            }

            Add(made, picture, Raster(folder, reply.GetProperty("result")));
        });
        return new(made, [.. diagnostics]);
    }

    private static void Add(ConcurrentDictionary<string, ResponsivePicture> made, ContentFile picture, ResponsivePicture? sizes)
    {
        if (sizes is not null)
        {
            made[picture.Path] = sizes;
        }
    }

    /// <summary>A vector picture is published unchanged; unsafe ones have been refused by a check.</summary>
    private static ResponsivePicture? Vector(ContentFile picture, byte[] bytes)
    {
        if (SvgSize.Of(bytes) is not { } size)
        {
            return null;
        }

        var hash = Convert.ToHexStringLower(SHA256.HashData(bytes))[..10];
        return new(size.Width, size.Height, null, new($"{Path.GetFileNameWithoutExtension(picture.Path)}-{hash}.svg", size.Width, () => bytes), []);
    }

    private static ResponsivePicture Raster(string folder, JsonElement result)
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
            new(file.Name, file.Width, () => File.ReadAllBytes(Path.Combine(folder, file.Name)));
    }
}

/// <summary>Explains in the writer's words why a picture cannot be used.</summary>
internal static class PictureDiagnostics
{
    /// <param name="path">The picture.</param>
    /// <param name="error">The error of a <c>picture</c> job (src/node/README.md).</param>
    public static Diagnostic Of(string path, JsonElement error)
    {
        var location = new Location(path);
        return error.GetProperty("code").GetString() switch
        {
            "wrong-format" => Diagnostic.Error("picture/wrong-format", location,
                $"这个文件的结尾是“{Path.GetExtension(path)}”，内容却是{Format(error.GetProperty("actual").GetString()!)}。",
                "请用图片软件另存为所写的格式，或把文件名改成与内容一致的结尾。"),
            "too-large" when error.TryGetProperty("limitPixels", out var limit) => Diagnostic.Error("picture/too-large", location,
                $"这张图片有 {error.GetProperty("width").GetInt64()} × {error.GetProperty("height").GetInt64()} 像素{Limit(error, limit.GetInt64())}。",
                "请先把它缩小，长边 3200 像素已经足够清楚。"),
            "too-large" => Diagnostic.Error("picture/too-large", location,
                $"这张图片有 {error.GetProperty("bytes").GetInt64() / 1_048_576} MB，超过了上限。",
                "请先把它缩小或压缩，5 MB 以内最合适。"),
            "unsupported" => Diagnostic.Error("picture/unsupported", location,
                $"本站不能处理“{Path.GetExtension(path)}”格式的图片。",
                "请另存为 .jpg、.png、.webp、.gif、.avif 或 .svg。"),
            "file-system" or "not-found" => throw new EnvironmentException($"处理图片 {path} 时读写文件失败。"),
            _ => Diagnostic.Error("picture/unreadable", location,
                "这张图片已损坏或不完整，读不出来。",
                "请打开原图重新另存一次，再换上新的文件。"),
        };
    }

    private static string Limit(JsonElement error, long pixels)
    {
        var (width, height, frames) = (error.GetProperty("width").GetInt64(), error.GetProperty("height").GetInt64(), error.GetProperty("frames").GetInt64());
        return width * height * frames <= pixels ? "，边太长了"
            : $"{(frames > 1 ? $"、{frames} 帧" : "")}，超过了 {pixels / 1_000_000} 百万像素的上限";
    }

    private static string Format(string actual) => actual == "unknown" ? "认不出的数据" : $" {actual} 图片";
}
