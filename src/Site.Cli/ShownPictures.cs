using System.Collections.Immutable;
using Site.Model;

namespace Site.Cli;

/// <summary>Finds the pictures that pages show.</summary>
internal static class ShownPictures
{
    private static readonly ImmutableArray<string> Endings = [".png", ".jpg", ".jpeg", ".webp", ".gif", ".avif", ".svg"];

    /// <returns>Pictures beside the pages, by path, but for those that a check has refused already; what no page shows is made too, so that
    /// a mistake in it is known at once.</returns>
    public static ImmutableArray<ContentFile> Of(Checked<Website> read)
    {
        var refused = read.Problems.Where(problem => problem.Severity == Severity.Error).Select(problem => problem.Where.Path)
            .ToHashSet(StringComparer.Ordinal);
        return [.. read.Value.Files.Where(file => IsPicture(file) && !refused.Contains(file.Path))];
    }

    private static bool IsPicture(ContentFile file) => Endings.Contains(Path.GetExtension(file.Path), StringComparer.Ordinal);
}
