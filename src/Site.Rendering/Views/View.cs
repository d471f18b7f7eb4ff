using System.Collections.Immutable;
using Site.Content.Websites;
using Site.Rendering.Themes;

namespace Site.Rendering.Views;

/// <summary>All that a layout may draw: it looks nothing up, sorts nothing and decides nothing.</summary>
public abstract record View
{
    public required Website Website { get; init; }

    /// <summary>Where it is published, decoded, from the site's root.</summary>
    public required string Address { get; init; }

    public required string Title { get; init; }

    /// <summary>A sentence for search engines and shared links; may be empty.</summary>
    public string Description { get; init; } = "";

    /// <summary>Whether all that it shows is made up, and marked so; a written page says that itself.</summary>
    public bool IsSample { get; init; }

    /// <summary>Address of the menu entry that it belongs to, or null.</summary>
    public string? Section { get; init; }

    /// <summary>From the home page down to its parent; empty on the home page.</summary>
    public ImmutableArray<PageLink> Crumbs { get; init; } = [];

    /// <summary>Makes addresses and HTML that hold in this site.</summary>
    public required UrlResolver Resolve { get; init; }

    /// <summary>Files of the theme, by name.</summary>
    public required ThemeAssets Assets { get; init; }
}

/// <summary>A link to a page of the site.</summary>
/// <param name="Title">What it says.</param>
/// <param name="Address">Where it leads, decoded, from the site's root.</param>
public sealed record PageLink(string Title, string Address);
