using System.Buffers;
using Site.Content.Files;
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

        var wanted = website.Pages.SelectMany(page => LinkTargets.OfferedBy(website, page));
        return wanted.DistinctBy(file => file.Path).OrderBy(file => file.Path, StringComparer.Ordinal)
            .Select(file => new OutputFile(LinkTargets.AddressOf(file)[1..], output => output.Write(DocumentProperties.Without(PictureMetadata.Without(file.Load())))) { Key = OutputFile.KeyWithoutPages });
    }
}
