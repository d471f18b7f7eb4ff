using System.Collections.Immutable;
using Site.Content.Markdown;
using Site.Content.Pages;
using Site.Content.Websites;
using Site.Exposures.Released;
using Site.Rendering.Statistics;
using Site.Rendering.Themes;

namespace Site.Rendering.Views;

/// <summary>What every view is made from.</summary>
/// <param name="Website">The site.</param>
/// <param name="Release">What may be shown of the offices' returns.</param>
/// <param name="Assets">The theme's files, the generated styles included.</param>
/// <param name="Resolve">Makes addresses and HTML.</param>
/// <param name="FilterStyles">Address of the style sheet that makes filters work.</param>
/// <param name="HasSearch">Whether there will be a search index.</param>
/// <param name="Charts">Drawn charts by <see cref="ChartRequest.Key"/>.</param>
internal sealed record RenderContext(
    Website Website, PublicInput Release, ThemeAssets Assets, UrlResolver Resolve, ImmutableArray<FilterGroup> HallFilters, string FilterStyles, bool HasSearch,
    IReadOnlyDictionary<string, string> Charts)
{
    /// <summary>The ways to narrow the list of exposure entries.</summary>
    public ImmutableArray<FilterGroup> ExposureFilters { get; init; } = [];

    /// <summary>The home page's link, with which most breadcrumbs begin.</summary>
    public static PageLink Home { get; } = new("首页", "/");
}

/// <summary>Turns what the model names into what a page can print.</summary>
/// <param name="Href">From an address in the site (decoded, <c>/guides/x/</c>, perhaps with <c>#fragment</c>) to what goes into an href: with the site's base path, percent-encoded.</param>
/// <param name="Html">From a fragment of a page to its HTML, all holes filled.</param>
/// <param name="Picture">From a picture and the page that shows it to its HTML; the flag says whether it is seen at once (loads eagerly).</param>
public sealed record UrlResolver(
    Func<string, string> Href,
    Func<Page, HtmlFragment, string> Html,
    Func<Page, Picture, bool, string> Picture)
{
    /// <summary>From the path of a source to the sign-offs that hold for it: a page's, <c>input/exposures/…</c> or <c>input/releases/NAME</c>.</summary>
    public Func<string, ImmutableArray<SignOff>> SignOffs { get; init; } = _ => [];
}
