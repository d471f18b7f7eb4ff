using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Site.Cli.Infrastructure;
using Site.Rendering.Pictures;
using Site.Rendering.Pictures.Sources;

namespace Site.Cli.Editing;

/// <summary>Takes a photograph into the folder beside a page: small, upright, without place and camera, under a good name.</summary>
internal static class PictureUpload
{
    /// <param name="page">The page's path, which is allowed.</param>
    /// <param name="name">As the photograph was called.</param>
    /// <param name="bytes">Of unknown origin.</param>
    /// <returns><c>{path, notes}</c>, the path relative to the page; or a failure that says what to do.</returns>
    public static JsonObject Take(EditSite site, string page, string name, byte[] bytes)
    {
        if (RefusalOf(name, bytes) is { } refusal)
        {
            return new() { ["failure"] = refusal };
        }

        var (photograph, fault) = Photograph.Of(bytes);
        if (photograph is null)
        {
            return new() { ["failure"] = FaultOf(fault!) };
        }

        var path = FreePath(site.Folder, page, photograph.Ending, []);
        SiteFile.Write(site.Folder, path, photograph.Bytes);
        return new() { ["path"] = path[(page.LastIndexOf('/') + 1)..], ["notes"] = EditJson.List(NotesOf(photograph, path), note => JsonValue.Create(note)) };
    }

    /// <returns>A path for a new picture beside a page: <c>content/news/2026/img/open-day-2.jpg</c>.</returns>
    /// <param name="taken">Paths that are taken beside those on disk.</param>
    public static string FreePath(string site, string page, string ending, IReadOnlyCollection<string> taken)
    {
        var stem = $"{page[..(page.LastIndexOf('/') + 1)]}img/{EditSite.FolderOf(page)!.NameOf(page)}";
        return Enumerable.Range(1, int.MaxValue - 1).Select(number => string.Create(CultureInfo.InvariantCulture, $"{stem}-{number}{ending}"))
            .First(path => !Path.Exists(Path.Combine(site, path)) && !taken.Contains(path));
    }

    private static IEnumerable<string> NotesOf(Photograph photograph, string path)
    {
        if ((long)photograph.WasWidth * photograph.WasHeight > (long)photograph.Width * photograph.Height)
        {
            yield return $"照片从 {photograph.WasWidth} × {photograph.WasHeight} 缩小到 {photograph.Width} × {photograph.Height}";
        }

        yield return "拍摄地点、时间和相机的信息都去掉了";
        yield return $"存为 {path}";
    }

    /// <returns>What to do with a file that is no picture for a page, by its first bytes; null where it may be one.</returns>
    public static string? RefusalOf(string name, ReadOnlySpan<byte> bytes)
    {
        var brand = bytes.Length >= 12 && bytes[4..8].SequenceEqual("ftyp"u8) ? Encoding.ASCII.GetString(bytes[8..12]).ToLowerInvariant() : null;
        if (brand is "heic" or "heix" or "hevc" or "hevx" or "heim" or "heis" or "mif1" or "msf1" or "avif" or "avis")
        {
            return $"“{name}”是 HEIC 照片（苹果手机的格式），很多浏览器显示不了。请换成 JPEG：在电脑上用“照片”或“预览”打开，另存为（导出为）JPEG，再放进来；"
                + "以后拍照前，在 iPhone 的“设置”里点“相机”→“格式”，选“兼容性最佳”，拍出来就是 JPEG。";
        }

        if (brand is not null || bytes.StartsWith((ReadOnlySpan<byte>)[0x1A, 0x45, 0xDF, 0xA3]) || (bytes.Length >= 12 && bytes.StartsWith("RIFF"u8) && bytes[8..12].SequenceEqual("AVI "u8)) || bytes.StartsWith("FLV"u8)
            || Path.GetExtension(name).ToLowerInvariant() is ".mp4" or ".mov" or ".avi" or ".wmv" or ".mkv" or ".webm" or ".flv" or ".m4v" or ".3gp" or ".mpg" or ".mpeg")
        {
            return $"“{name}”是视频，不能当照片放。请先把视频传到本单位的视频平台，再在正文里放它的链接；讲座页把网址写在“video”一项里。";
        }

        return null;
    }

    private static string FaultOf(PictureFault fault) => fault switch
    {
        PictureFault.TooLarge large => string.Create(CultureInfo.InvariantCulture, $"这张照片有 {large.Width} × {large.Height} 像素，太大了（最多 {PictureLimits.Pixels / 10_000} 万像素）。请用手机或电脑上的图片软件缩小到长边 4000 以内再放进来。"),
        PictureFault.WrongFormat => "认不出这个文件是什么图片。请用图片软件打开，另存为 JPEG 或 PNG 再放进来。",
        _ => "这张照片坏了或者没有传完整，读不出来。请打开原图另存一次，再放进来。",
    };
}
