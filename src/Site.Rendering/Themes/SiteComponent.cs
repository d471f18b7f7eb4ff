using Microsoft.AspNetCore.Components;
using Site.Content.Markdown;
using Site.Content.Pages;
using Site.Content.Settings;
using Site.Content.Websites;
using Site.Rendering.Views;

namespace Site.Rendering.Themes;

/// <summary>A component of a theme: it knows what surrounds every page.</summary>
public abstract class SiteComponent : ComponentBase
{
    /// <summary>What surrounds the page that is drawn.</summary>
    [CascadingParameter] public required RenderContext Context { get; set; }

    protected Website Website => Context.Website;

    protected SiteSettings Settings => Context.Website.Settings;

    /// <summary>The day of the build.</summary>
    protected DateOnly AsOf => Context.Website.AsOf;

    /// <returns>What goes into an <c>href</c> for an address from the site's root; <see cref="UrlResolver.Href(string)"/>.</returns>
    protected string Href(string address) => Context.Urls.Href(address);

    /// <returns>What goes into an <c>href</c> or <c>src</c> for a file of the theme: <c>site.css</c>.</returns>
    /// <exception cref="KeyNotFoundException">The theme has no file of this name.</exception>
    protected string Asset(string name) => Href(Context.Assets[name]);

    /// <returns>A fragment of a page as HTML.</returns>
    protected MarkupString Html(Page page, HtmlFragment fragment) => (MarkupString)Context.Urls.Html(page, fragment);

    /// <returns>The body of a page as HTML, with readings over hard words; <see cref="UrlResolver.Body"/>.</returns>
    protected MarkupString Body(Page page) => (MarkupString)Context.Urls.Body(page);

    /// <returns>A picture of a page as HTML; it loads eagerly where it is seen at once.</returns>
    protected MarkupString Picture(Page page, Picture picture, bool isSeenAtOnce) => (MarkupString)Context.Urls.Picture(page, picture, isSeenAtOnce);

    /// <returns>A page's picture as HTML for a list, where the page's title says what it is; <see cref="UrlResolver.Thumbnail(Page, Picture)"/>.</returns>
    protected MarkupString Thumbnail(Page page, Picture picture) => (MarkupString)Context.Urls.Thumbnail(page, picture);
}

/// <summary>Everything around the main part of a page. It is drawn once for each menu entry, not once for each page.</summary>
public abstract class SiteLayout : SiteComponent
{
    /// <summary>Address of the menu entry that the page belongs to, or null.</summary>
    [Parameter, EditorRequired] public required string? Section { get; set; }

    /// <summary>HTML of the head that differs from page to page (title, description, canonical address, Open Graph, JSON-LD): print it, as it is, in <c>head</c>.</summary>
    [Parameter, EditorRequired] public required MarkupString Head { get; set; }

    /// <summary>What goes into the <c>href</c> of the link to the same page in the other characters, simplified or traditional; null where the site has one kind alone.</summary>
    [Parameter] public string? Other { get; set; }

    /// <summary>HTML of the main part, drawn by a template: print it, as it is, in <c>main</c>.</summary>
    [Parameter, EditorRequired] public required MarkupString Main { get; set; }
}

/// <summary>Draws the main part of a written page of one type. A theme has one for each content type.</summary>
public abstract class PageTemplate<TPage> : SiteComponent
    where TPage : Page
{
    /// <summary>The page and what lies around it.</summary>
    [Parameter, EditorRequired] public required PageView View { get; set; }

    /// <summary>The same page as its type.</summary>
    protected TPage Page => (TPage)View.Page;
}

/// <summary>Draws the main part of a page that nobody wrote: a list, the home page, a table of figures. A theme has one for each type of view.</summary>
public abstract class ViewTemplate<TView> : SiteComponent
    where TView : View
{
    /// <summary>What to draw.</summary>
    [Parameter, EditorRequired] public required TView View { get; set; }
}

/// <summary>Draws the pages of a list that holds pages of one type alone. A theme has one where such a list looks otherwise than rows.</summary>
public abstract class ItemsTemplate<TPage> : SiteComponent
    where TPage : Page
{
    /// <summary>Pages of this type, in the order of the list.</summary>
    [Parameter, EditorRequired] public required IEnumerable<Page> Items { get; set; }

    /// <summary>The same pages as their type.</summary>
    protected IEnumerable<TPage> Pages => Items.Cast<TPage>();
}
