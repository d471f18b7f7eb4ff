using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Site.Cli.Infrastructure;
using Site.Content.Files;
using Site.Content.Pages;
using Site.Core.Diagnostics;
using Site.Core.Sources;
using Site.Rendering.Pictures;
using Site.Rendering.Pictures.Sources;

namespace Site.Cli.Build;

/// <summary>
/// Makes all sizes of the pictures that pages show; what was made is kept in the cache folder under the hash of the picture's bytes,
/// so that a picture is made once, whatever builds follow.
/// </summary>
internal static class PictureBuilder
{
    /// <summary>To be raised when the sizes or the encoding change.</summary>
    private const int Version = 3;

    /// <summary>Pictures with more pixels are made one at a time, so that memory is bounded by the largest.</summary>
    private const long ManyPixels = 12_000_000;

    /// <summary>Makes every picture.</summary>
    /// <param name="pictures">The pictures that pages may show, each once.</param>
    /// <param name="cache">Keeps what was made.</param>
    /// <param name="memory">Of earlier looks; null where nothing is kept.</param>
    /// <returns>Sizes by source path, and a diagnostic for each picture that cannot be used.</returns>
    public static Result<IReadOnlyDictionary<string, ResponsivePicture>> Make(ImmutableArray<ContentFile> pictures, ContentCache cache, LookMemory? memory)
    {
        var made = new ConcurrentDictionary<string, ResponsivePicture>(StringComparer.Ordinal);
        var diagnostics = new ConcurrentBag<Diagnostic>();
        var large = new Lock();
        var (allowed, excess) = WithinBudget(pictures, memory);
        foreach (var picture in excess)
        {
            diagnostics.Add(PictureDiagnostics.BeyondBudget(picture.Path));
        }

        // Where there are too many, nothing can be published: none is drawn, so that the writer hears of it at once.
        Parallel.ForEach(excess.Count > 0 ? [] : allowed, one =>
        {
            if (one.Pixels > ManyPixels)
            {
                lock (large)
                {
                    Add(one.Picture);
                }
            }
            else
            {
                Add(one.Picture);
            }
        });
        return new(made, [.. diagnostics]);

        void Add(ContentFile picture)
        {
            var (sizes, fault) = memory is null ? Make(picture, cache) : memory.Pictures.Of((picture.Path, picture.Origin), _ => Make(picture, cache));
            if (sizes is not null)
            {
                made[picture.Path] = sizes;
            }
            else if (fault is not null)
            {
                diagnostics.Add(PictureDiagnostics.Of(picture.Path, fault));
            }
        }
    }

    /// <summary>Which pictures are refused does not depend on the machine, the order of its disk or what the cache holds.</summary>
    private static (List<(ContentFile Picture, long Pixels)> Allowed, List<ContentFile> Excess) WithinBudget(ImmutableArray<ContentFile> pictures, LookMemory? memory)
    {
        var (allowed, excess, total) = (new List<(ContentFile, long)>(pictures.Length), new List<ContentFile>(), 0L);
        foreach (var picture in pictures.OrderBy(picture => picture.Path, StringComparer.Ordinal))
        {
            var (pixels, counted) = IsDrawing(picture) ? default : memory is null ? PixelsOf(picture) : memory.Pixels.Of((picture.Path, picture.Origin), _ => PixelsOf(picture));
            if (total + counted > PictureLimits.PixelsOfAll)
            {
                excess.Add(picture);
                continue;
            }

            total += counted;
            allowed.Add((picture, pixels));
        }

        return (allowed, excess);
    }

    private static (long Pixels, long Counted) PixelsOf(ContentFile picture) => PictureSizes.PixelsOf(Path.GetExtension(picture.Path), picture.Load());

    private static (ResponsivePicture? Sizes, PictureFault? Fault) Make(ContentFile picture, ContentCache cache)
    {
        var bytes = picture.Load();
        if (IsDrawing(picture))
        {
            return (Drawing(picture, bytes), null);
        }

        var ending = Path.GetExtension(picture.Path);
        var folder = cache.FolderOf(Version, bytes, ending);
        if (cache.Read(folder) is { } known)
        {
            return (Kept(folder, known, picture, cache), null);
        }

        var (made, fault) = PictureSizes.Make(ending, bytes);
        if (made is null)
        {
            return (null, fault);
        }

        return (Kept(folder, Keep(folder, made, cache), picture, cache), null);
    }

    private static JsonObject Keep(string folder, MadePicture made, ContentCache cache)
    {
        var description = Describe(made);
        cache.Write(folder, description, made.Files.Select(file => (file.Name, file.Bytes)));
        return description;
    }

    private static bool IsDrawing(ContentFile picture) => picture.Path.EndsWith(".svg", StringComparison.Ordinal);

    /// <summary>A drawing is published unchanged; unsafe ones have been refused by a check.</summary>
    private static ResponsivePicture? Drawing(ContentFile picture, byte[] bytes)
    {
        if (SvgSize.Of(bytes) is not { } size)
        {
            return null;
        }

        var hash = Convert.ToHexStringLower(Sha256.HashData(bytes))[..10];
        return new(size.Width, size.Height, null, new($"{Path.GetFileNameWithoutExtension(picture.Path)}-{hash}.svg", size.Width, () => bytes), []);
    }

    private static JsonObject Describe(MadePicture made) => new()
    {
        ["width"] = made.Width,
        ["height"] = made.Height,
        ["color"] = made.Color,
        ["fallback"] = made.Fallback,
        ["files"] = new JsonArray([.. made.Files.Select(file => (JsonNode)new JsonObject { ["name"] = file.Name, ["isWebp"] = file.IsWebp, ["width"] = file.Width, ["hash"] = ContentCache.HashOf(file.Bytes) })]),
    };

    private static ResponsivePicture Kept(string folder, JsonObject known, ContentFile picture, ContentCache cache)
    {
        var files = known["files"]!.AsArray().Select(file => (Name: Text(file!["name"]), IsWebp: file["isWebp"]!.GetValue<bool>(), Width: Number(file["width"]), Hash: Text(file["hash"]))).ToList();
        var fallback = Text(known["fallback"]);
        return new(Number(known["width"]), Number(known["height"]), Text(known["color"]),
            Made(files.First(file => file.Name == fallback)), [.. files.Where(file => file.IsWebp).Select(Made)]);

        PictureFile Made((string Name, bool IsWebp, int Width, string Hash) file) => new(file.Name, file.Width, () => ContentCache.Load(folder, file.Name, file.Hash) ?? MadeAgain(file.Name));

        byte[] MadeAgain(string name)
        {
            var (made, _) = PictureSizes.Make(Path.GetExtension(picture.Path), picture.Load());
            Keep(folder, made!, cache);
            return made!.Files.Single(file => file.Name == name).Bytes;
        }

        static string Text(JsonNode? node) => node!.GetValue<string>();

        static int Number(JsonNode? node) => node!.GetValue<int>();
    }
}

/// <summary>Explains in the writer's words why a picture cannot be used.</summary>
internal static class PictureDiagnostics
{
    /// <param name="path">The picture.</param>
    public static Diagnostic Of(string path, PictureFault fault)
    {
        var location = new Location(path);
        return fault switch
        {
            PictureFault.WrongFormat wrong => Diagnostic.Error("picture/wrong-format", location,
                $"这个文件的结尾是“{Path.GetExtension(path)}”，内容却是{Format(wrong.Actual)}。",
                "请用图片软件另存为所写的格式，或把文件名改成与内容一致的结尾。"),
            PictureFault.TooLarge large => Diagnostic.Error("picture/too-large", location,
                $"这张图片有 {large.Width} × {large.Height} 像素{Limit(large)}。",
                "请先把它缩小，长边 3200 像素已经足够清楚。"),
            _ => Diagnostic.Error("picture/unreadable", location,
                "这张图片已损坏或不完整，读不出来。",
                "请打开原图重新另存一次，再换上新的文件。"),
        };
    }

    /// <param name="path">The first picture that is too many, or a later one.</param>
    public static Diagnostic BeyondBudget(string path) => Diagnostic.Error("picture/too-many-pixels", new(path),
        $"全站图片合计超过 {PictureLimits.PixelsOfAll / 100_000_000} 亿像素（文件很小、像素却很多的，多出来的像素按 {PictureLimits.TimesWhereEmpty} 倍算；动图按 {PictureLimits.TimesInMotion} 倍算），这一张排不下了。",
        "请把大图缩小到长边 3200 像素以内，并删掉不用的图片；改好以后，程序才逐张检查图片。");

    private static string Limit(PictureFault.TooLarge large)
    {
        var pixels = large.Width * large.Height * large.Frames;
        return large.Frames > PictureLimits.Frames ? $"、超过 {PictureLimits.Frames} 帧，帧数太多了"
            : pixels > PictureLimits.Pixels ? $"{(large.Frames > 1 ? $"、{large.Frames} 帧" : "")}，超过了 {PictureLimits.Pixels / 1_000_000} 百万像素的上限"
            : Math.Max(large.Width, large.Height) > PictureLimits.Side ? "，边太长了"
            : $"，每个像素占的位数又多，展开后超过 {PictureLimits.Bytes / 1_000_000} MB";
    }

    private static string Format(PictureFormat? actual) => actual is { } known ? $" {known.ToString().ToLowerInvariant()} 图片" : "认不出的数据";
}
