using System.Buffers;
using Site.Content.Files;
using Site.Content.Markdown;
using Site.Content.Pages;
using Site.Content.Websites;
using Site.Core.Sources;

namespace Site.Rendering.Pages;

/// <summary>The files that pages offer to take away: those that a page links to, or that a work or a lecture names.</summary>
internal static class Downloads
{
    public static IEnumerable<OutputFile> Of(Website website)
    {
        if (website.Files.IsEmpty)
        {
            return [];
        }

        var wanted = website.Pages.SelectMany(page => Targets(website, page).Select(target => LinkTargets.Find(website, page.Path, target)))
            .OfType<LinkTarget.ToFile>().Select(target => target.File);
        return wanted.DistinctBy(file => file.Path).OrderBy(file => file.Path, StringComparer.Ordinal)
            .Select(file => new OutputFile(LinkTargets.AddressOf(file)[1..], output => output.Write(DocumentProperties.Without(PictureMetadata.Without(file.Load())))) { Key = OutputFile.KeyWithoutPages });
    }

    private static IEnumerable<string> Targets(Website website, Page page) =>
        page.Fragments.SelectMany(fragment => fragment.Placeholders)
            .Select(placeholder => placeholder switch { Placeholder.Address address => address.Link.Target, Placeholder.Web web => OwnAddress.Within(website.Settings, web.Link.Target), _ => null })
            .OfType<string>()
            .Concat(page.Type.FilesOf(page).Select(file => file.Target));
}
