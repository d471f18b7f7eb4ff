using System.Text;
using Site.Model;

namespace Site.Rendering;

/// <summary>Shows pictures in pages.</summary>
internal static class Pictures
{
    private const string Folder = "/assets/pictures/";

    /// <returns>The <c>picture</c> element, in a <c>figure</c> where it has a caption; empty where the picture is not among those made.</returns>
    public static string Html(Website website, IReadOnlyDictionary<string, MadePicture> made, string from, Picture picture, bool isSeenAtOnce)
    {
        if (LinkTargets.Join(from, picture.Target) is not { } path || !made.TryGetValue(path, out var sizes))
        {
            return "";
        }

        var html = new StringBuilder();
        if (!sizes.Smaller.IsEmpty)
        {
            html.Append("<picture><source type=\"image/webp\" srcset=\"")
                .AppendJoin(", ", sizes.Smaller.Select(file => $"{Address(website, file)} {file.Width}w"))
                .Append("\" sizes=\"(min-width: 64em) 42rem, 100vw\">");
        }

        html.Append("<img src=\"").Append(Address(website, sizes.Fallback)).Append("\" width=\"").Append(sizes.Width)
            .Append("\" height=\"").Append(sizes.Height).Append("\" alt=\"").Append(Escaped(picture.Alt)).Append('"');
        html.Append(isSeenAtOnce ? "" : " loading=\"lazy\"").Append(" decoding=\"async\"");
        if (sizes.Color is { } color)
        {
            html.Append(" class=\"").Append(PictureColors.ClassOf(color)).Append('"');
        }

        html.Append('>').Append(sizes.Smaller.IsEmpty ? "" : "</picture>");
        return picture.Title is { } caption ? $"<figure>{html}<figcaption>{Escaped(caption)}</figcaption></figure>" : html.ToString();
    }

    /// <returns>Whole address at which a picture is published; empty where the picture is not among those made.</returns>
    public static string Published(Website website, IReadOnlyDictionary<string, MadePicture> made, string from, Picture picture) =>
        LinkTargets.Join(from, picture.Target) is { } path && made.TryGetValue(path, out var sizes)
            ? SiteAddress.Absolute(website.Settings, Folder + sizes.Fallback.Name)
            : "";

    /// <returns>The files of all pictures, each once, by path.</returns>
    public static IEnumerable<OutputFile> Files(IEnumerable<MadePicture> made) =>
        made.SelectMany(picture => picture.Smaller.Append(picture.Fallback)).DistinctBy(file => file.Name)
            .OrderBy(file => file.Name, StringComparer.Ordinal)
            .Select(file => new OutputFile(Folder[1..] + file.Name, output => System.Buffers.BuffersExtensions.Write(output, file.Load())));

    private static string Address(Website website, PictureFile file) => SiteAddress.Href(website.Settings, Folder + file.Name);

    private static string Escaped(string text) =>
        text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal)
            .Replace(">", "&gt;", StringComparison.Ordinal).Replace("\"", "&quot;", StringComparison.Ordinal);
}
