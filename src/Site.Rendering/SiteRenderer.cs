using System.Buffers;
using System.Collections.Immutable;
using Site.Content.Types;
using Site.Content.Websites;
using Site.Core.Sources;
using Site.Exposures.Released;
using Site.Rendering.Carriers;
using Site.Rendering.Exposures;
using Site.Rendering.Halls;
using Site.Rendering.Offline;
using Site.Rendering.Output;
using Site.Rendering.Pages;
using Site.Rendering.Pictures;
using Site.Rendering.Quizzes;
using Site.Rendering.Search;
using Site.Rendering.Themes;
using Site.Rendering.Traditional;
using Site.Rendering.Views;

namespace Site.Rendering;

/// <summary>Makes the files of the website from what was read.</summary>
public static class SiteRenderer
{
    private const string ThemeFolder = "assets/";
    private const string ShareFolder = "assets/share/";

    /// <summary>Lists every file; nothing is made until it is asked for its bytes.</summary>
    /// <param name="website">What was read from <c>content/</c>.</param>
    /// <param name="input">What may be shown of <c>input/</c>.</param>
    /// <param name="theme">How pages look.</param>
    /// <param name="assets">What was made outside: bundles, pictures.</param>
    public static SiteFiles Render(Website website, PublicInput input, Theme theme, BuildAssets assets)
    {
        var (context, traditional, routes, pages, drawings) = PagesOf(website, input, theme, assets);
        var (search, numbers) = assets.HasSearch
            ? SearchFiles.Of(routes.Where(route => route.Search is not null).Select(route => route.Search!()), website.SearchWords, website.Settings, website.Digests is not null, assets.Index)
            : ([], null);
        ImmutableArray<OutputFile> files =
        [
            .. pages,
            .. OutputFormats.All.SelectMany(format => format.Render(website, input)).Select(file => file with { Key = website.Digests?.Outward ?? default }),
            .. CarrierFiles.Of(context),
            .. traditional is null ? [] : CarrierFiles.Of(traditional),
            .. drawings,
            .. Sitemap.Render(website.Settings, [.. routes.Where(route => route.IsListed).Select(route => new SitemapPage(route.Address, route.Modified))]),
            .. AppManifest.Of(context),
            .. QuizFiles.Of(website, assets.Pictures).Select(file => file with { Key = website.Digests?.Skeleton ?? default }),
            .. search,
            .. context.Assets.Files.Concat(traditional?.Assets.Files ?? []).DistinctBy(asset => asset.FileName).Where(asset => asset.Name != OfflineSet.Worker).Select(asset => new OutputFile(ThemeFolder + asset.FileName, output => output.Write(asset.Bytes.Span))),
            .. PublishedPictures.Files(assets.Pictures.Values),
            .. assets.SharePictures.Values.DistinctBy(picture => picture.Name)
                .Select(picture => new OutputFile(ShareFolder + picture.Name, output => output.Write(picture.Load())) { Key = picture.Key }),
            .. Downloads.Of(website),
        ];
        return new([.. OfflineSet.Ranked(files, context, assets.Pictures)], numbers);
    }

    /// <summary>Lists some pages of HTML alone, as <see cref="Render"/> does; nothing else is made for it.</summary>
    /// <param name="paths">Paths in the output folder: <c>guides/oil-fire/index.html</c>.</param>
    /// <returns>Those of them that there are, in no particular order.</returns>
    public static ImmutableArray<OutputFile> RenderPages(Website website, PublicInput input, Theme theme, BuildAssets assets, IReadOnlyCollection<string> paths) =>
        [.. PagesOf(website, input, theme, assets).Pages.Where(page => paths.Contains(page.Path))];

    /// <returns>What surrounds every page, and every page in traditional characters, null where there are none; all pages; drawings of the content with traditional characters.</returns>
    private static (RenderContext Context, RenderContext? Traditional, ImmutableArray<Route> Routes, IEnumerable<OutputFile> Pages, ImmutableArray<OutputFile> Drawings) PagesOf(Website website, PublicInput input, Theme theme, BuildAssets assets)
    {
        var styles = GeneratedStyles.Add(ThemeStyles.Add(assets.Assets, website.Theme), assets.Pictures.Values, [.. HallFilters.Of(website), .. ExposureFilters.Of(input)]);
        var context = new RenderContext
        {
            Website = website,
            Input = input,
            Theme = theme,
            Assets = styles,
            Urls = new(website, assets.Pictures),
            Menu = Menu.Of(website),
            SignOffs = assets.SignOffs,
            Logo = website.Logo is { } logo ? assets.Pictures.GetValueOrDefault(logo) : null,
            HasSearch = assets.HasSearch,
            Posters = new(website, assets.KeptPoster),
        };
        var routes = SiteRoutes.Of(context);
        var document = new PageDocument(context, HeadOf(context, assets).Write);
        var pages = routes.Select(route => new OutputFile(route.FilePath, output => document.Write(output, route.View())) { Key = route.Key });
        if (!website.Settings.HasTraditional)
        {
            return (context, null, routes, pages, []);
        }

        var traditional = context with { IsTraditional = true, Assets = TraditionalScripts.Of(context.Assets) };
        var drawings = TraditionalPages.Drawings(website.Settings, assets.Pictures.Values);
        var worded = website.Of<GuidePage>().SelectMany(CarrierAddresses.Worded).Concat(drawings.Select(drawing => drawing.Path[(TraditionalPages.Home.Length - 2)..]));
        return (context, traditional, routes, pages.Concat(TraditionalPages.Of(website.Settings, routes, worded, new PageDocument(traditional, HeadOf(traditional, assets).Write).Write)), drawings);
    }

    private static HeadWriter HeadOf(RenderContext context, BuildAssets assets) => new(context.Website, context.IsTraditional, assets.HasSearch, view => SharePictureOf(assets, view));

    /// <returns>Address of the page's own share picture, or else of the home page's, or null.</returns>
    private static string? SharePictureOf(BuildAssets assets, View view) =>
        assets.SharePictures.TryGetValue(view.Address, out var own) || assets.SharePictures.TryGetValue("/", out own)
            ? $"/{ShareFolder}{own.Name}"
            : null;
}

/// <summary>The files of a site, none of them made yet.</summary>
/// <param name="Files">In no particular order; two may have the same path, which is for a check to find.</param>
/// <param name="Index">What the next build has to know of the search index to go on from it; null where none is made or nothing is kept.</param>
public sealed record SiteFiles(ImmutableArray<OutputFile> Files, IndexNumbers? Index);
