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
    /// <returns>The whole HTML. A link to nothing becomes a link to the page itself; the link check has stopped such a site before.</returns>
    public static string Html(Website website, IReadOnlyDictionary<string, ResponsivePicture> pictures, Page page, HtmlFragment fragment)
    {
        if (fragment.Placeholders.IsEmpty)
        {
            return Encoding.UTF8.GetString(fragment.Utf8.Span);
        }

        var html = new StringBuilder(fragment.Utf8.Length);
        var at = 0;
        foreach (var placeholder in fragment.Placeholders)
        {
            var own = placeholder is Placeholder.Web web ? OwnAddress.Within(website.Settings, web.Link.Target) : null;
            if (placeholder is Placeholder.Web && (own is null || SiteUrls.IsBesideOne(website, own)))
            {
                continue;
            }

            html.Append(Encoding.UTF8.GetString(fragment.Utf8.Span[at..placeholder.Offset]));
            html.Append(placeholder switch
            {
                Placeholder.Address address => Address(website, page, address.Link),
                Placeholder.Image image => PublishedPictures.Html(website, pictures, page.Path, image.Picture, false),
                Placeholder.Call call when website.Settings.Hotlines.Any(hotline => hotline.Number == call.Number) =>
                    call.Opens ? $"<a href=\"tel:{call.Number}\">" : "</a>",
                Placeholder.Call => "",
                Placeholder.Web { Link: var link } => $" href=\"{Address(website, page, link with { Target = own! })}\"",
                _ => throw new InvalidOperationException($"There is no filling for {placeholder.GetType().Name}."),
            });
            at = placeholder is Placeholder.Web attributes ? attributes.Offset + attributes.Length : placeholder.Offset;
        }

        return html.Append(Encoding.UTF8.GetString(fragment.Utf8.Span[at..])).ToString();
    }

    private static string Address(Website website, Page page, Link link) => LinkTargets.Find(website, page.Path, link.Target) switch
    {
        LinkTarget.ToPage to when ReferenceEquals(to.Page, page) && to.Fragment is not null => SiteAddress.Href(website.Settings, "#" + to.Fragment),
        LinkTarget.ToPage to => SiteAddress.Href(website.Settings, WithFragment(to.Page.Address, to.Fragment)),
        LinkTarget.ToList to => SiteAddress.Href(website.Settings, WithFragment(to.Address, to.Fragment)),
        LinkTarget.ToFile to => SiteAddress.Href(website.Settings, LinkTargets.AddressOf(to.File)),
        _ => SiteAddress.Href(website.Settings, page.Address),
    };

    private static string WithFragment(string address, string? fragment) => fragment is null ? address : $"{address}#{fragment}";
}
