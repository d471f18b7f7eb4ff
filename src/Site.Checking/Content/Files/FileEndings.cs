using System.Collections.Frozen;
using Site.Checking.Text;
using Site.Model;

namespace Site.Checking.Content;

/// <summary>
/// Finds files of <c>content/</c> of a kind that must not be published: what runs in a browser (.html, .js, .xml) or on a reader's
/// computer (.exe, .docm), and whatever nobody has thought of.
/// </summary>
internal static class FileEndings
{
    private const string Documents = "pdf docx xlsx pptx csv txt zip";

    private const string Recordings = "mp3 m4a wav ogg mp4 webm vtt srt";

    private const string Pictures = "svg png jpg jpeg webp gif avif";

    private static readonly FrozenSet<string> Allowed =
        $"{Documents} {Recordings} {Pictures}".Split(' ').Select(ending => "." + ending).ToFrozenSet(StringComparer.Ordinal);

    public static IEnumerable<Problem> Find(Website website) =>
        from file in website.Files
        let ending = Ending.Of(file.Path)
        where !Allowed.Contains(ending)
        select Problem.Error("file/kind", new(Quoted.Printable(file.Path)),
            ending.Length == 0 ? "这个文件没有结尾，看不出是什么文件。" : $"“{Quoted.Short(ending)}” 文件不能放在网站上。",
            $"删掉它，或者换一种文件：文档 {Listed(Documents)}；音频、视频和字幕 {Listed(Recordings)}；图片 {Listed(Pictures)}。");

    private static string Listed(string endings) => endings.Replace(" ", "、", StringComparison.Ordinal);
}
