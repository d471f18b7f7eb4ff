using System.Collections.Immutable;
using Site.Cli.Infrastructure;
using Site.Content.Pages;
using Site.Content.Websites;
using Site.Core.Diagnostics;
using Site.Exposures.Released;
using Site.Rendering;
using Site.Rendering.Pictures;
using Site.Rendering.Statistics;

namespace Site.Cli.Build;

/// <summary>Gathers what rendering needs and cannot make itself.</summary>
internal static class AssetBuilder
{
    /// <summary>Adds bundles, share pictures and charts to the pictures; Node.js is started only for what the caches lack.</summary>
    /// <param name="request">Whether there will be a search index.</param>
    public static async Task<BuildAssets> MakeAsync(
        BuildRequest request, Website website, PublicInput release, IReadOnlyDictionary<string, ResponsivePicture> pictures, NodeWorker worker) => new()
        {
            Assets = ThemeBundle.Load(website.Settings.Theme),
            Pictures = pictures,
            SharePictures = await SharePictureBuilder.MakeAsync(SharePictureRequests.Of(website, release), worker),
            Charts = await ChartBuilder.MakeAsync(ChartRequests.Of(release), worker),
            HasSearch = request.WithSearch,
        };
}

/// <summary>Finds the pictures that pages show.</summary>
internal static class ShownPictures
{
    private static readonly ImmutableArray<string> Endings = [".png", ".jpg", ".jpeg", ".webp", ".gif", ".avif", ".svg"];

    /// <returns>Pictures beside the pages, by path, but for those that a check has refused already; what no page shows is made too, so that
    /// a mistake in it is known at once.</returns>
    public static ImmutableArray<ContentFile> Of(Result<Website> read)
    {
        var refused = read.Diagnostics.Where(diagnostic => diagnostic.Severity == Severity.Error).Select(diagnostic => diagnostic.Location.Path)
            .ToHashSet(StringComparer.Ordinal);
        return [.. read.Value.Files.Where(file => IsPicture(file) && !refused.Contains(file.Path))];
    }

    private static bool IsPicture(ContentFile file) => Endings.Contains(Path.GetExtension(file.Path), StringComparer.Ordinal);
}
