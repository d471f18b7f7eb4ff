using System.Collections.Immutable;
using Site.Content.Pages;
using Site.Content.StructuredData;

namespace Site.Rendering.Views;

/// <summary>What a page has of its own. A template draws it: it sorts nothing and decides nothing.</summary>
public abstract record View
{
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

    /// <summary>Whether search engines may show it.</summary>
    public virtual bool IsIndexed => true;

    /// <returns>What it is about, for search engines; a list of other pages unless it says otherwise.</returns>
    public virtual SchemaThing Describe(SchemaContext context) => new SchemaPage { Type = "CollectionPage" };
}

/// <summary>A link to a page of the site.</summary>
/// <param name="Title">What it says.</param>
/// <param name="Address">Where it leads, decoded, from the site's root.</param>
public sealed record PageLink(string Title, string Address)
{
    /// <summary>The home page, with which most breadcrumbs begin.</summary>
    public static PageLink Home { get; } = new("首页", "/");
}

/// <summary>A written page.</summary>
public sealed record PageView : View
{
    public required Page Page { get; init; }

    /// <summary>The page before it in its type's list, or null at the end; likewise the next.</summary>
    public PageLink? Previous { get; init; }

    public PageLink? Next { get; init; }

    /// <summary>Up to six pages of other types that share sectors, audiences or tags, the closest first.</summary>
    public ImmutableArray<Page> Related { get; init; } = [];

    public override SchemaThing Describe(SchemaContext context) => Page.Type.Describe(Page, context);
}
