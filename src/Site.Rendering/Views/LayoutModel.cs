using System.Collections.Immutable;
using Site.Content.Settings;
using Site.Content.Websites;
using Site.Rendering.Themes;

namespace Site.Rendering.Views;

/// <summary>What stands around the main part of every page. It is drawn once for each menu entry, not once for each page.</summary>
public sealed record LayoutModel
{
    public required Website Website { get; init; }

    /// <summary>The entries of the menu that the site has pages for.</summary>
    public required ImmutableArray<MenuEntry> Menu { get; init; }

    /// <summary>Address of the menu entry that the page belongs to, or null.</summary>
    public string? Section { get; init; }

    /// <summary>HTML of the head that differs from page to page (title, description, canonical address, Open Graph, JSON-LD): print it, as it is, in <c>head</c>.</summary>
    public required string Head { get; init; }

    /// <summary>HTML of the main part, drawn by a layout: print it, as it is, in <c>main</c>.</summary>
    public required string Main { get; init; }

    public required UrlResolver Resolve { get; init; }

    public required ThemeAssets Assets { get; init; }

    /// <summary>Whether the build makes a search index.</summary>
    public required bool HasSearch { get; init; }
}
