using System.Collections.Immutable;
using Site.Model;

namespace Site.Cli;

/// <summary>Finds the pictures that pages show.</summary>
internal static class ShownPictures
{
    private static readonly ImmutableArray<string> Endings = [".png", ".jpg", ".jpeg", ".webp", ".gif", ".avif", ".svg"];

    /// <returns>Paths of pictures beside the pages, by path; what no page shows is made too, so that a mistake in it is known at once.</returns>
    public static ImmutableArray<ContentFile> Of(Website website) =>
        [.. website.Files.Where(file => Endings.Contains(Path.GetExtension(file.Path), StringComparer.Ordinal))];
}
