using System.Text;
using Site.Content.Markdown;
using Site.Content.Settings;
using Site.Content.Websites;
using Site.Core.Sources;

namespace Site.Rendering.Pictures;

/// <summary>Shows pictures in pages.</summary>
internal static class PublishedPictures
{
    private const string Folder = "/assets/pictures/";

    /// <summary>What a picture in the reading column takes of the window.</summary>
    private const string ColumnSizes = "(min-width: 64em) 42rem, 100vw";

    /// <param name="sizes">Width on the page, as in the attribute <c>sizes</c>.</param>
    /// <returns>The <c>picture</c> element, in a <c>figure</c> where it has a caption; empty where the picture is not among those made.</returns>
    public static string Html(Website website, IReadOnlyDictionary<string, ResponsivePicture> made, string from, Picture picture, bool isSeenAtOnce, string sizes = ColumnSizes) =>
        LinkTargets.Join(from, picture.Target) is { } path ? Html(website, made, path, picture.Alt, picture.Title, isSeenAtOnce, sizes) : "";

    /// <param name="path">The picture, from the site folder.</param>
    /// <param name="alt">The words that stand for it; empty where other words beside it do.</param>
    /// <param name="caption">What stands below it, or null.</param>
    /// <returns>The same for a picture wherever it lies.</returns>
    public static string Html(Website website, IReadOnlyDictionary<string, ResponsivePicture> made, string path, string alt, string? caption, bool isSeenAtOnce, string sizes = ColumnSizes)
    {
        if (!made.TryGetValue(path, out var files))
        {
            return "";
        }

        var html = new StringBuilder();
        if (!files.Smaller.IsEmpty)
        {
            html.Append("<picture><source type=\"image/webp\" srcset=\"")
                .AppendJoin(", ", files.Smaller.Select(file => $"{Address(website, file)} {file.Width}w"))
                .Append("\" sizes=\"").Append(sizes).Append("\">");
        }

        html.Append("<img src=\"").Append(Address(website, files.Fallback)).Append("\" width=\"").Append(files.Width)
            .Append("\" height=\"").Append(files.Height).Append("\" alt=\"").Append(Escaped(alt)).Append('"');
        html.Append(isSeenAtOnce ? "" : " loading=\"lazy\"").Append(" decoding=\"async\"");
        if (files.Color is { } color)
        {
            html.Append(" class=\"").Append(PictureColors.ClassOf(color)).Append('"');
        }

        html.Append('>').Append(files.Smaller.IsEmpty ? "" : "</picture>");
        return caption is null ? html.ToString() : $"<figure>{html}<figcaption>{Escaped(caption)}</figcaption></figure>";
    }

    /// <returns>Whole address at which a picture is published; empty where the picture is not among those made.</returns>
    public static string AbsoluteAddress(Website website, IReadOnlyDictionary<string, ResponsivePicture> made, string from, Picture picture) =>
        LinkTargets.Join(from, picture.Target) is { } path && made.TryGetValue(path, out var sizes)
            ? SiteAddress.Absolute(website.Settings, Folder + sizes.Fallback.Name)
            : "";

    /// <returns>The files of all pictures, each once, by path.</returns>
    public static IEnumerable<OutputFile> Files(IEnumerable<ResponsivePicture> made) =>
        made.SelectMany(picture => picture.Smaller.Append(picture.Fallback)).DistinctBy(file => file.Name)
            .OrderBy(file => file.Name, StringComparer.Ordinal)
            .Select(file => new OutputFile(Path(file), output => System.Buffers.BuffersExtensions.Write(output, file.Load())) { Key = OutputFile.KeyWithoutPages });

    /// <returns>Where one size of a picture lies in the output folder.</returns>
    public static string Path(PictureFile file) => Folder[1..] + file.Name;

    /// <returns>What goes into a <c>src</c> for one size of a picture.</returns>
    public static string Address(Website website, PictureFile file) => SiteAddress.Href(website.Settings, Folder + file.Name);

    private static string Escaped(string text) =>
        text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal)
            .Replace(">", "&gt;", StringComparison.Ordinal).Replace("\"", "&quot;", StringComparison.Ordinal);
}

/// <summary>
/// The colours shown while pictures load. A style attribute would need <c>unsafe-inline</c> in the content security policy, so each
/// picture has a class, and the classes in use are appended to the theme's style sheet: 16 steps a channel are enough for a place holder.
/// </summary>
internal static class PictureColors
{
    /// <param name="color"><c>#rrggbb</c>.</param>
    /// <returns><c>c-</c> and three hexadecimal digits.</returns>
    public static string ClassOf(string color) => $"c-{color[1]}{color[3]}{color[5]}";

    /// <returns>A rule for each colour in use, by name; empty where there is none.</returns>
    public static byte[] Styles(IEnumerable<ResponsivePicture> made) =>
        Encoding.UTF8.GetBytes(string.Concat(made.Where(picture => picture.Color is not null).Select(picture => ClassOf(picture.Color!))
            .Distinct().Order(StringComparer.Ordinal).Select(name => $".{name}{{background-color:#{name[2..]}}}")));
}
