using System.Collections.Immutable;
using Site.Cli.Infrastructure;
using Site.Content.Pages;
using Site.Content.Websites;
using Site.Core.Diagnostics;
using Site.Rendering;
using Site.Rendering.Pictures;
using Site.Rendering.Posters;

namespace Site.Cli.Build;

/// <summary>The step that makes what rendering needs and keeps from one build to the next: pictures and share pictures; and loads the theme's files.</summary>
internal static class AssetBuilder
{
    private static readonly ImmutableArray<string> PictureEndings = [".png", ".jpg", ".jpeg", ".webp", ".gif", ".svg"];

    /// <summary>
    /// Makes all sizes of the pictures of <c>content/</c>, those that no page shows included, so that an error in one is known at once; and of those
    /// of <c>input/</c> that exposure entries show.
    /// </summary>
    /// <param name="found">Pictures with an error in these are not made; a leak alone does not hide what else is wrong with a picture.</param>
    /// <returns>Sizes by source path, and a diagnostic for each picture that cannot be used.</returns>
    public static Result<IReadOnlyDictionary<string, ResponsivePicture>> MakePictures(
        BuildRun run, AssembledSite site, IEnumerable<Diagnostic> found)
    {
        var refused = found.Where(diagnostic => diagnostic.Severity == Severity.Error && !diagnostic.Code.StartsWith("leak/", StringComparison.Ordinal)).Select(diagnostic => diagnostic.Location.Path)
            .ToHashSet(StringComparer.Ordinal);
        return PictureBuilder.Make([.. site.Website.Files.Concat(LogoOf(site.Website)).Concat(ShownOf(site.Input)).Where(file => IsPicture(file) && !refused.Contains(file.Path))], ContentCache.Of(run.Environment), run.Memory);
    }

    /// <summary>Adds theme files and share pictures to the pictures.</summary>
    /// <param name="run">Says whether there will be a search index.</param>
    public static BuildAssets Make(
        BuildRun run, AssembledSite site, IReadOnlyDictionary<string, ResponsivePicture> pictures) => new()
        {
            Assets = ThemeBundle.Load(ThemeRegistry.Of(site.Website).Name),
            Pictures = pictures,
            SharePictures = run.Request.IsLook ? ImmutableDictionary<string, PictureFile>.Empty : SharePictureBuilder.Make(SharePictureRequests.Of(site.Website, site.Input.Public), ContentCache.Of(run.Environment), site.Leaks),
            KeptPoster = run.Request.IsLook ? (_, draw) => draw() : KeepIn(ContentCache.Of(run.Environment), site.Leaks),
            SignOffs = site.SignOffs,
            HasSearch = run.Request.WithSearch,
        };

    // Nothing is kept that has anything private in it, nor a name that follows from such a thing.
    private static Func<byte[], Func<byte[]>, byte[]> KeepIn(ContentCache cache, LeakScan leaks) => (told, draw) =>
        cache.Draw(PosterPapers.Version, told, ".pdf", draw, made => leaks.MayShow("poster.svg", told) && leaks.MayShow("poster.pdf", made)).Load();

    private static IEnumerable<ContentFile> LogoOf(Website website) => website.Theme?.Logo is { } logo ? [new(logo.Path, logo.Length, logo.Load)] : [];

    private static IEnumerable<ContentFile> ShownOf(LoadedInput input)
    {
        var shown = input.Public.Pictures().Select(picture => picture.Path).ToHashSet(StringComparer.Ordinal);
        return shown.Count == 0 ? [] : input.Files.All.Where(file => shown.Contains(file.Path)).Select(file => new ContentFile(file.Path, file.Length, file.Load));
    }

    private static bool IsPicture(ContentFile file) => PictureEndings.Contains(Path.GetExtension(file.Path), StringComparer.Ordinal);
}
