using Site.Checking.Files;
using Site.Checking.Text;
using Site.Model;

namespace Site.Checking.Content;

/// <summary>Finds files that are too large for a reader who pays for every megabyte.</summary>
internal static class FileSizes
{
    /// <summary>The largest file of all, in bytes.</summary>
    private const long Largest = 50 * Megabyte;

    /// <summary>The largest picture that nobody is asked about, in bytes.</summary>
    private const long LargestPicture = 5 * Megabyte;

    private const long Megabyte = 1_048_576;

    public static IEnumerable<Problem> Find(Website website) => website.Files.Select(Find).OfType<Problem>();

    private static Problem? Find(ContentFile file)
    {
        var (where, ending, size) = (new Place(Quoted.Printable(file.Path)), Ending.Of(file.Path), (decimal)file.Length / Megabyte);
        return file.Length > Largest
                ? Problem.Error("file/too-large", where, $"这个文件有 {size:0.0} MB，网站上的文件最大 50 MB。", "压缩它，或者分成几个文件。")
            : ending == ".svg" && file.Length > SvgSafety.LargestInBytes
                ? Problem.Error("file/too-large", where, $"这个图画文件有 {size:0.0} MB，SVG 最大 1 MB。", "在绘图软件里简化路径、去掉嵌入的位图，或者另存为 PNG。")
            : ending is ".png" or ".jpg" or ".jpeg" or ".webp" or ".gif" or ".avif" && file.Length > LargestPicture
                ? Problem.Warning("file/large-picture", where, $"这张图片有 {size:0.0} MB。", "缩小到长边 3200 像素以内，一般不到 2 MB。")
            : null;
    }
}
