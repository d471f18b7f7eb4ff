using System.Collections.Immutable;
using Site.Model;

namespace Site.Rendering;

/// <summary>What every view is made from.</summary>
/// <param name="Website">The site.</param>
/// <param name="Release">What may be shown of the offices' returns.</param>
/// <param name="Assets">The theme's files, the generated styles included.</param>
/// <param name="Resolve">Makes addresses and HTML.</param>
/// <param name="FilterStyles">Address of the style sheet that makes filters work.</param>
/// <param name="HasSearch">Whether there will be a search index.</param>
/// <param name="Charts">Drawn charts by <see cref="ChartOrder.Key"/>.</param>
internal sealed record Stage(
    Website Website, Release Release, ThemeAssets Assets, Resolver Resolve, ImmutableArray<FilterGroup> HallFilters, string FilterStyles, bool HasSearch,
    IReadOnlyDictionary<string, string> Charts)
{
    /// <summary>The ways to narrow the list of exposure entries.</summary>
    public ImmutableArray<FilterGroup> ExposureFilters { get; init; } = [];

    /// <summary>The home page's link, with which most breadcrumbs begin.</summary>
    public static PageLink Home { get; } = new("首页", "/");
}
