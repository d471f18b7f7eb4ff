using System.Collections.Immutable;

namespace Site.Model;

/// <summary>Turns what the model names into what a page can print.</summary>
/// <param name="Href">From an address in the site (decoded, <c>/guides/x/</c>, perhaps with <c>#fragment</c>) to what goes into an href: with the site's base path, percent-encoded.</param>
/// <param name="Html">From a fragment of a page to its HTML, all holes filled.</param>
/// <param name="Picture">From a picture and the page that shows it to its HTML; the flag says whether it is seen at once (loads eagerly).</param>
public sealed record Resolver(
    Func<string, string> Href,
    Func<Page, HtmlFragment, string> Html,
    Func<Page, Picture, bool, string> Picture)
{
    /// <summary>From the path of a source to the sign-offs that hold for it: a page's, <c>input/exposures/…</c> or <c>input/releases/NAME</c>.</summary>
    public Func<string, ImmutableArray<SignOff>> SignOffs { get; init; } = _ => [];
}
