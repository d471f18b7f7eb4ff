using System.Text;
using Site.Content.Markdown;
using Site.Content.Pages;
using Site.Content.Settings;
using Site.Content.Websites;
using Site.Rendering.Pictures;

namespace Site.Rendering.Html;

/// <summary>Fills the placeholders of HTML fragments with the addresses and pictures that are known only now.</summary>
internal static class FragmentRenderer
{
    private static readonly int AttributeStart = " href=\"".Length;
    private static readonly int AttributeEnd = "\"".Length;

    /// <returns>The whole HTML. A link that a page of a pack has to one that this site does not want loses its address; any other link to nothing becomes a link to the page itself; the link check has stopped such a site before.</returns>
    public static string Html(Website website, IReadOnlyDictionary<string, ResponsivePicture> pictures, Page page, HtmlFragment fragment) =>
        Html(website, pictures, (page.Path, page), fragment);

    /// <returns>The same for what is no page of its own but stands on every page, such as a foot.</returns>
    /// <param name="path">Its source file.</param>
    public static string Html(Website website, IReadOnlyDictionary<string, ResponsivePicture> pictures, string path, HtmlFragment fragment) =>
        Html(website, pictures, (path, null), fragment);

    private static string Html(Website website, IReadOnlyDictionary<string, ResponsivePicture> pictures, (string Path, Page? Page) from, HtmlFragment fragment)
    {
        StringBuilder? html = null;
        var utf8 = fragment.Utf8.Span;
        var at = 0;
        foreach (var placeholder in fragment.Placeholders)
        {
            if (placeholder is Placeholder.Address { Link.Target: var target } && LinkTargets.IsLeftOut(website, from.Path, target))
            {
                html ??= new(utf8.Length);
                html.Append(Encoding.UTF8.GetString(utf8[at..(placeholder.Offset - AttributeStart)]));
                at = placeholder.Offset + AttributeEnd;
            }
            else if (Filling(website, pictures, from, utf8, placeholder) is { } filling)
            {
                html ??= new(utf8.Length);
                html.Append(Encoding.UTF8.GetString(utf8[at..placeholder.Offset])).Append(filling);
                at = placeholder.Offset + placeholder switch { Placeholder.Web attributes => attributes.Length, Placeholder.Call number => number.Length, _ => 0 };
            }
        }

        var rest = Encoding.UTF8.GetString(utf8[at..]);
        return html is null ? rest : html.Append(rest).ToString();
    }

    /// <returns>What goes there, or null where the fragment stays as it is.</returns>
    private static string? Filling(Website website, IReadOnlyDictionary<string, ResponsivePicture> pictures, (string Path, Page? Page) from, ReadOnlySpan<byte> utf8, Placeholder placeholder) => placeholder switch
    {
        Placeholder.Address address => Address(website, from, address.Link),
        Placeholder.Image image => PublishedPictures.Html(website, pictures, from.Path, image.Picture, false),
        Placeholder.Call call => Call(website, utf8.Slice(call.Offset, call.Length)),
        Placeholder.Web { Link: var link } => OwnAddress.Within(website.Settings, link.Target) is { } own && !SiteUrls.IsBesideOne(website, own)
            ? $" href=\"{Address(website, from, link with { Target = own })}\"" : null,
        _ => throw new InvalidOperationException($"There is no filling for {placeholder.GetType().Name}."),
    };

    private static string? Call(Website website, ReadOnlySpan<byte> number)
    {
        foreach (var hotline in website.Settings.Hotlines)
        {
            if (Ascii.Equals(number, hotline.Number))
            {
                return $"<a href=\"tel:{hotline.Number}\">{hotline.Number}</a>";
            }
        }

        return null;
    }

    private static string Address(Website website, (string Path, Page? Page) from, Link link) => LinkTargets.Find(website, from.Path, link.Target) switch
    {
        LinkTarget.ToPage to when ReferenceEquals(to.Page, from.Page) && to.Fragment is not null => SiteAddress.Href(website.Settings, "#" + to.Fragment),
        LinkTarget.ToPage to => SiteAddress.Href(website.Settings, WithFragment(to.Page.Address, to.Fragment)),
        LinkTarget.ToList to => SiteAddress.Href(website.Settings, WithFragment(to.Address, to.Fragment)),
        LinkTarget.ToFile to => SiteAddress.Href(website.Settings, LinkTargets.AddressOf(to.File)),
        _ => SiteAddress.Href(website.Settings, from.Page?.Address ?? "/"),
    };

    private static string WithFragment(string address, string? fragment) => fragment is null ? address : $"{address}#{fragment}";
}
