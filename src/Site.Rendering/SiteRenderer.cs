using System.Buffers;
using System.Collections.Immutable;
using Site.Content.Settings;
using Site.Content.Websites;
using Site.Core.Sources;
using Site.Exposures.Released;
using Site.Rendering.Components;
using Site.Rendering.Exposures;
using Site.Rendering.Halls;
using Site.Rendering.Html;
using Site.Rendering.Output;
using Site.Rendering.Pages;
using Site.Rendering.Pictures;
using Site.Rendering.Quizzes;
using Site.Rendering.Themes;
using Site.Rendering.Views;

namespace Site.Rendering;

/// <summary>Makes the files of the website from what was read.</summary>
public static class SiteRenderer
{
    private const string ThemeFolder = "assets/";
    private const string ShareFolder = "assets/share/";

    /// <summary>Lists every file; nothing is made until it is asked for its bytes.</summary>
    /// <param name="website">What was read from <c>content/</c>.</param>
    /// <param name="release">What may be shown of <c>input/</c>.</param>
    /// <param name="theme">How pages look.</param>
    /// <param name="materials">What was made outside: bundles, pictures.</param>
    /// <returns>The files, in no particular order; two may have the same path, which is for a check to find.</returns>
    public static ImmutableArray<OutputFile> Render(Website website, PublicInput release, Theme theme, BuildAssets materials)
    {
        var filters = HallFilters.Of(website);
        var exposureFilters = ExposureFilters.Of(release);
        var styles = GeneratedStyles.Add(materials.Assets, materials.Pictures.Values, [.. filters, .. exposureFilters]);
        var resolve = new UrlResolver(
            address => SiteAddress.Href(website.Settings, address),
            (page, fragment) => FragmentRenderer.Html(website, materials.Pictures, page, fragment),
            (page, picture, isSeenAtOnce) => PublishedPictures.Html(website, materials.Pictures, page.Path, picture, isSeenAtOnce))
        {
            SignOffs = path => website.SignOffs.GetValueOrDefault(path, []),
        };
        var stage = new RenderContext(website, release, styles, resolve, filters, styles[GeneratedStyles.Filters], materials.HasSearch, materials.Charts) { ExposureFilters = exposureFilters };
        var routes = SiteRoutes.Of(stage);
        var document = new PageDocument(stage, theme);
        var head = new HeadWriter(website, materials.HasSearch, view => SharePictureOf(materials, view));
        var drawings = new ThreadLocal<ComponentRenderer>(() => new ComponentRenderer());
        return
        [
            .. routes.Select(route => new OutputFile(route.FilePath, output => document.Write(output, drawings.Value!, route.View(), head.Write))),
            .. OutputFormats.All.SelectMany(format => format.Render(website, release)),
            .. Sitemap.Render(website.Settings, [.. routes.Where(route => route.IsListed).Select(route => new SitemapPage(route.Address, route.Modified))]),
            .. OfflineWorker.Of(website, styles),
            .. QuizFiles.Of(website, materials.Pictures),
            .. styles.Files.Where(asset => asset.Name != OfflineWorker.Asset).Select(asset => new OutputFile(ThemeFolder + asset.FileName, output => output.Write(asset.Bytes.Span))),
            .. PublishedPictures.Files(materials.Pictures.Values),
            .. materials.SharePictures.Values.DistinctBy(picture => picture.Name)
                .Select(picture => new OutputFile(ShareFolder + picture.Name, output => output.Write(picture.Load()))),
            .. Downloads.Of(website),
        ];
    }

    /// <returns>Address of the page's own share picture, or else of the home page's, or null.</returns>
    private static string? SharePictureOf(BuildAssets materials, View view) =>
        materials.SharePictures.TryGetValue(view.Address, out var own) || materials.SharePictures.TryGetValue("/", out own)
            ? $"/{ShareFolder}{own.Name}"
            : null;
}
