using System.Collections.Frozen;
using Site.Content.Files;
using Site.Content.Markdown;
using Site.Content.Pages;
using Site.Content.Websites;
using Site.Core.Diagnostics;
using Site.Core.Sources;
using Site.Core.Text;

namespace Site.Content.Rules;

/// <summary>
/// Finds files of <c>content/</c> of a kind that must not be published: what runs in a browser (.html, .js, .xml) or on a reader's
/// computer (.exe, .docm), and whatever nobody has thought of.
/// </summary>
internal static class FileEndings
{
    private const string Documents = "pdf docx xlsx pptx csv txt zip";

    private const string Recordings = "mp3 m4a wav ogg mp4 webm vtt srt";

    private const string Pictures = "svg png jpg jpeg webp gif";

    private static readonly FrozenSet<string> Allowed =
        $"{Documents} {Recordings} {Pictures}".Split(' ').Select(ending => "." + ending).ToFrozenSet(StringComparer.Ordinal);

    public static IEnumerable<Diagnostic> Find(Website website) =>
        from file in website.Files
        let ending = FileExtension.Of(file.Path)
        where !Allowed.Contains(ending) && !FileExtension.IsDoubled(file.Path)
        select Diagnostic.Error("file/kind", new(Quoted.Printable(file.Path)),
            ending.Length == 0 ? "这个文件没有结尾，看不出是什么文件。" : $"“{Quoted.Short(ending)}” 文件不能放在网站上。",
            ending is ".markdown" or ".mdown" or ".mkd" ? $"把结尾改成 “.md”：{Quoted.Short(PathName(file.Path, ending))}。"
            : ending is ".heic" or ".heif" or ".bmp" or ".tif" or ".tiff" or ".avif" or ".raw" or ".dng" ? "用看图的软件打开，另存为 .jpg 或 .png，再换上。"
            : $"删掉它，或者换一种文件：文档 {Listed(Documents)}；音频、视频和字幕 {Listed(Recordings)}；图片 {Listed(Pictures)}。");

    /// <returns>Whether a file of this path may be published, as far as its ending says.</returns>
    public static bool IsAllowed(string path) => Allowed.Contains(FileExtension.Of(path));

    private static string PathName(string path, string ending) => path[(path.LastIndexOf('/') + 1)..^ending.Length] + ".md";

    private static string Listed(string endings) => endings.Replace(" ", "、", StringComparison.Ordinal);
}

/// <summary>Finds files that are too large for a reader who pays for every megabyte.</summary>
internal static class FileSizes
{
    /// <summary>The largest file of all, in bytes.</summary>
    private const long Largest = 50 * Megabyte;

    /// <summary>The largest picture that nobody is asked about, in bytes.</summary>
    private const long LargestPicture = 5 * Megabyte;

    private const long Megabyte = 1_048_576;

    public static IEnumerable<Diagnostic> Find(Website website) => website.Files.Select(Find).OfType<Diagnostic>();

    private static Diagnostic? Find(ContentFile file)
    {
        var (location, ending, size) = (new Location(Quoted.Printable(file.Path)), FileExtension.Of(file.Path), (decimal)file.Length / Megabyte);
        return file.Length > Largest
                ? Diagnostic.Error("file/too-large", location, $"这个文件有 {size:0.0} MB，网站上的文件最大 50 MB。", "压缩它，或者分成几个文件。")
            : ending == ".svg" && file.Length > SvgSafety.LargestInBytes
                ? Diagnostic.Error("file/too-large", location, $"这个图画文件有 {size:0.0} MB，SVG 最大 1 MB。", "在绘图软件里简化路径、去掉嵌入的位图，或者另存为 PNG。")
            : ending is ".png" or ".jpg" or ".jpeg" or ".webp" or ".gif" && file.Length > LargestPicture
                ? Diagnostic.Warning("file/large-picture", location, $"这张图片有 {size:0.0} MB。", "缩小到长边 3200 像素以内，一般不到 2 MB。")
            : null;
    }
}

/// <summary>Finds downloads and recordings that a page names and that are no file of <c>content/</c>.</summary>
internal static class MissingFiles
{
    public static IEnumerable<Diagnostic> Find(Website website)
    {
        var guesses = new PathSuggestions(website);
        return
            from page in website.Pages
            from link in page.Type.FilesOf(page)
            where !link.Target.Contains("://", StringComparison.Ordinal)
            let diagnostic = Describe(website, page, link, guesses)
            where diagnostic is not null
            select diagnostic;
    }

    private static Diagnostic? Describe(Website website, Page page, Link link, PathSuggestions guesses)
    {
        var path = LinkTargets.Join(page.Path, link.Target);
        return path is null
            ? Diagnostic.Error("file/outside", link.Location, $"文件 “{Quoted.Short(link.Target)}” 不在 content/ 里，或者不是相对路径。",
                "把文件放进 content/，写它相对于这一页的位置。")
            : website.FileAt(path) is not null || website.Refused.Has(path) ? null
            : Diagnostic.Error("file/missing", link.Location, $"文件 “{Quoted.Short(link.Target)}” 不存在：没有 {Quoted.Short(path)}。",
                guesses.Of(page.Path, path) is { } guess ? $"是不是 “{Quoted.Short(guess)}”？" : "放上这个文件，或者改正路径。");
    }
}

/// <summary>Finds pictures in pages that are no file of <c>content/</c>, or none that can be shown.</summary>
internal static class MissingPictures
{
    /// <summary>Endings of the pictures that browsers show and that the build makes smaller.</summary>
    private static readonly HashSet<string> Endings = [".png", ".jpg", ".jpeg", ".webp", ".gif", ".svg"];

    public static IEnumerable<Diagnostic> Find(Website website)
    {
        var guesses = new PathSuggestions(website);
        return
            from page in website.Unproven
            from picture in Of(page)
            let diagnostic = Describe(website, page, picture, guesses)
            where diagnostic is not null
            select diagnostic;
    }

    /// <returns>The pictures of its text, then the one that stands for it.</returns>
    private static IEnumerable<Picture> Of(Page page)
    {
        var inText = page.Fragments.SelectMany(fragment => fragment.Placeholders).OfType<Placeholder.Image>().Select(placeholder => placeholder.Picture);
        return page.Image is null ? inText : inText.Append(page.Image);
    }

    private static Diagnostic? Describe(Website website, Page page, Picture picture, PathSuggestions guesses)
    {
        var (location, written) = (picture.Location, Quoted.Short(picture.Target));
        if (LinkTargets.Join(page.Path, picture.Target) is not { } path)
        {
            return Diagnostic.Error("picture/outside", location, $"图片 “{written}” 不在 content/ 里，或者不是相对路径。",
                "把图片放进 content/，写它相对于这一页的位置：img/poster.jpg。");
        }

        if (!Endings.Contains(FileExtension.Of(path)) && !website.Refused.Has(path))
        {
            // A file that is there and of a wrong kind is told where it lies.
            return website.FileAt(path) is not null && !FileEndings.IsAllowed(path) ? null : Diagnostic.Error("picture/not-a-picture", location, $"“{written}” 的结尾不是图片的结尾。",
                $"可用的图片：{string.Join("、", Endings)}。");
        }

        return website.FileAt(path) is not null || website.Refused.Has(path) ? null : Diagnostic.Error("picture/missing", location,
            $"图片 “{written}” 不存在：没有文件 {Quoted.Short(path)}。",
            guesses.Of(page.Path, path) is { } found ? $"是不是 “{Quoted.Short(found)}”？" : "放上这张图片，或者改正路径。");
    }
}
