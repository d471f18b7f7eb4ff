using System.Globalization;
using Site.Content.Pages;
using Site.Content.Websites;
using Site.Rendering.Themes;

namespace Site.Themes.Campaign.Labels;

/// <summary>Follows links to files beside the pages.</summary>
internal static class FileLinks
{
    /// <returns>What goes into an href, or null where the target is no file of the site.</returns>
    public static string? Href(RenderContext context, Page page, string target) =>
        LinkTargets.Find(context.Website, page.Path, target) is LinkTarget.ToFile to ? context.Urls.Href(LinkTargets.AddressOf(to.File)) : null;

    /// <returns>What to say of a file beside its name: PDF，1.2 MB; empty where it is no file of the site.</returns>
    public static string Size(Website website, Page page, string target)
    {
        if (LinkTargets.Find(website, page.Path, target) is not LinkTarget.ToFile { File: { } file })
        {
            return "";
        }

        var dot = file.Path.LastIndexOf('.');
        var ending = dot < 0 ? "文件" : file.Path[(dot + 1)..].ToUpperInvariant();
        return $"{ending}，{Size(file.Length)}";
    }

    /// <returns>How large a file is: 86 KB, 1.2 MB.</returns>
    public static string Size(long bytes) => bytes < 1024 * 1024
        ? $"{Math.Max(1, (bytes + 512) / 1024)} KB"
        : string.Create(CultureInfo.InvariantCulture, $"{bytes / 1048576.0:0.#} MB");
}
