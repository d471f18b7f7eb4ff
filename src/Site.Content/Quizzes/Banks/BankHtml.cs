using System.Net;
using System.Text;
using Site.Content.Markdown;
using Site.Content.Pages;
using Site.Content.Settings;
using Site.Content.Websites;

namespace Site.Content.Quizzes.Banks;

/// <summary>Fills the placeholders of HTML fragments for readers who are not on our site: whole addresses, plain images.</summary>
/// <param name="source">From a picture to what goes into <c>src</c>, not yet escaped; empty for a picture of which only the alternative text is written.</param>
public sealed class BankHtml(Website website, Page page, Func<Picture, string> source)
{
    /// <returns>The whole HTML.</returns>
    public string Of(HtmlFragment fragment)
    {
        var utf8 = fragment.Utf8.Span;
        var html = new StringBuilder(utf8.Length);
        var at = 0;
        foreach (var placeholder in fragment.Placeholders)
        {
            html.Append(Encoding.UTF8.GetString(utf8[at..placeholder.Offset]));
            html.Append(placeholder switch
            {
                Placeholder.Address address => WebUtility.HtmlEncode(Address(address.Link)),
                Placeholder.Image image => Image(image.Picture),
                Placeholder.Web or Placeholder.Call => "",
                _ => throw new InvalidOperationException($"There is no filling for {placeholder.GetType().Name}."),
            });
            at = placeholder.Offset;
        }

        return html.Append(Encoding.UTF8.GetString(utf8[at..])).ToString().Trim();
    }

    /// <returns>Plain text as HTML; Chinese stays as it is.</returns>
    public static string Encode(string text) => text.Replace("&", "&amp;", StringComparison.Ordinal)
        .Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal);

    private string Image(Picture picture)
    {
        var title = picture.Title is null ? "" : $" title=\"{Attribute(picture.Title)}\"";
        var address = source(picture);
        return address.Length == 0 ? Encode(picture.Alt) : $"<img src=\"{Attribute(address)}\" alt=\"{Attribute(picture.Alt)}\"{title}>";
    }

    private static string Attribute(string text) => Encode(text).Replace("\"", "&quot;", StringComparison.Ordinal);

    private string Address(Link link) => LinkTargets.Find(website, page.Path, link.Target) switch
    {
        LinkTarget.ToPage to => Absolute(to.Page.Address, to.Fragment),
        LinkTarget.ToList to => Absolute(to.Address, to.Fragment),
        LinkTarget.ToFile to => Absolute(LinkTargets.AddressOf(to.File), null),
        _ => Absolute(page.Address, null),
    };

    private string Absolute(string address, string? fragment) =>
        SiteAddress.Absolute(website.Settings, fragment is null ? address : $"{address}#{fragment}");
}
