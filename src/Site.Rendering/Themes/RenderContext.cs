using System.Collections.Frozen;
using System.Collections.Immutable;
using Site.Content.Markdown;
using Site.Content.Pages;
using Site.Content.Settings;
using Site.Content.Websites;
using Site.Exposures.Entries;
using Site.Exposures.Released;
using Site.Exposures.SignOffs;
using Site.Rendering.Html;
using Site.Rendering.Pictures;
using Site.Rendering.Posters;
using Site.Rendering.Traditional;

namespace Site.Rendering.Themes;

/// <summary>
/// What surrounds every page of a build. Components take it as a cascading value (<see cref="SiteComponent"/>), so that a view holds
/// only what is its own and no component passes on what all of them need.
/// </summary>
public sealed record RenderContext
{
    public required Website Website { get; init; }

    /// <summary>What may be shown of <c>input/</c>.</summary>
    public required PublicInput Input { get; init; }

    /// <summary>How pages look.</summary>
    public required Theme Theme { get; init; }

    /// <summary>The theme's files, generated styles included.</summary>
    public required ThemeAssets Assets { get; init; }

    /// <summary>Makes addresses and HTML that hold in this site.</summary>
    public required UrlResolver Urls { get; init; }

    /// <summary>The entries of the menu that the site has pages for.</summary>
    public ImmutableArray<MenuEntry> Menu { get; init; } = [];

    /// <summary>Sign-offs that hold, in the order of the policy, by the path of what was signed: a page's source, <c>input/exposures/…</c> or <c>input/releases/NAME</c>.</summary>
    public FrozenDictionary<string, ImmutableArray<SignOff>> SignOffs { get; init; } = FrozenDictionary<string, ImmutableArray<SignOff>>.Empty;

    /// <summary>The picture at the head of every page, or null for the theme's own.</summary>
    public ResponsivePicture? Logo { get; init; }

    /// <summary>Posters of guides as PDF.</summary>
    public required PosterPapers Posters { get; init; }

    /// <summary>Whether the build makes a search index.</summary>
    public bool HasSearch { get; init; }

    /// <summary>Whether the page is for readers of traditional characters: texts are drawn as they were written, and converted when the page is finished.</summary>
    public bool IsTraditional { get; init; }

    /// <summary>What the page says of its language: BCP 47.</summary>
    public string Language => IsTraditional ? TraditionalPages.Language : Website.Settings.Language;

    /// <returns>What a reader of the page sees of a text that scripts take from its data: the text, in traditional characters where the page is.</returns>
    public string Shown(string text) => IsTraditional ? TraditionalText.Of(text) : text;

    /// <returns>Sign-offs that hold for the source at this path, in the order of the policy; none where nobody has to sign.</returns>
    public ImmutableArray<SignOff> SignOffsOf(string path) => SignOffs.GetValueOrDefault(path, []);
}

/// <summary>Turns what the content names into what a page can print.</summary>
/// <param name="website">The site.</param>
/// <param name="pictures">Pictures in all sizes, by source path.</param>
public sealed class UrlResolver(Website website, IReadOnlyDictionary<string, ResponsivePicture> pictures)
{
    private readonly WordReadings readings = new(website.HardWords);

    /// <param name="address">Decoded, from the site's root: <c>/guides/x/</c>, perhaps with <c>#fragment</c>; or a fragment alone.</param>
    /// <returns>What goes into an <c>href</c>: with the site's base path, percent-encoded.</returns>
    public string Href(string address) => SiteAddress.Href(website.Settings, address);

    /// <param name="page">The page that the fragment is part of: its links are relative to it.</param>
    /// <param name="fragment">A piece of its HTML.</param>
    /// <returns>The HTML with all placeholders filled.</returns>
    public string Html(Page page, HtmlFragment fragment) => FragmentRenderer.Html(website, pictures, page, fragment);

    /// <returns>The body of a page as HTML; hard words have their readings over them, each where it stands first.</returns>
    public string Body(Page page) => readings.AddTo(Html(page, page.Body));

    /// <returns>The foot of the site's own theme as HTML; empty where there is none.</returns>
    public string Foot() => website.Theme is { Foot.IsEmpty: false } theme ? FragmentRenderer.Html(website, pictures, theme.FootPath, theme.Foot) : "";

    /// <returns>Where the file of a picture is published.</returns>
    public string Href(PictureFile file) => PublishedPictures.Address(website, file);

    /// <param name="page">The page that shows the picture.</param>
    /// <param name="picture">The picture.</param>
    /// <param name="isSeenAtOnce">Whether it is seen without scrolling, and so loads eagerly.</param>
    /// <returns>Its HTML.</returns>
    public string Picture(Page page, Picture picture, bool isSeenAtOnce) => PublishedPictures.Html(website, pictures, page.Path, picture, isSeenAtOnce);

    /// <param name="picture">A picture of an exposure entry.</param>
    /// <param name="caption">What stands below it, in simplified Chinese.</param>
    /// <param name="sizes">Width on the page, as in the attribute <c>sizes</c>.</param>
    /// <returns>Its HTML.</returns>
    public string Picture(SafePicture picture, string caption, string sizes) => PublishedPictures.Html(website, pictures, picture.Path, picture.Alt, caption, false, sizes);

    /// <param name="page">The page whose picture it is.</param>
    /// <param name="picture">The picture.</param>
    /// <returns>The HTML of the picture in a list, beside the page's title: without words of its own, and in the smallest size that is sharp at 160 pixels.</returns>
    public string Thumbnail(Page page, Picture picture) => PublishedPictures.Html(website, pictures, page.Path, picture with { Alt = "", Title = null }, false, "160px");

    /// <returns>The same for the picture of an exposure entry.</returns>
    public string Thumbnail(SafePicture picture) => PublishedPictures.Html(website, pictures, picture.Path, "", null, false, "160px");
}
