using Site.Content.Pages;
using Site.Content.Websites;
using Site.Core.Sources;
using Site.Rendering.Themes;
using Site.Rendering.Views;

namespace Site.Rendering.Pages;

/// <summary>A route for each page that someone wrote.</summary>
internal static class PageRoutes
{
    public static IEnumerable<Route> Of(RenderContext context)
    {
        var related = new RelatedPages(context.Website);
        var pinned = context.Website.SearchWords.Answers.ToLookup(answer => answer.Path, answer => answer.Phrases, StringComparer.Ordinal);
        var (pages, digests) = (context.Website.Pages, context.Website.Digests);
        for (var at = 0; at < pages.Length; at++)
        {
            var page = pages[at];
            var previous = at > 0 && pages[at - 1].Type == page.Type ? pages[at - 1] : null;
            var next = at + 1 < pages.Length && pages[at + 1].Type == page.Type ? pages[at + 1] : null;
            var own = digests?.Pages.GetValueOrDefault(page.Path) ?? default;
            yield return new(page.Address, page.Updated ?? page.Date, true, () => View(related, page, previous, next))
            {
                Key = digests is null || own == default ? default : KeyOf(digests, page, own, previous, next),
                Search = () => Found(page) with { Key = own, Earlier = () => digests?.Earlier(page.Path) is var (earlier, digest) ? Found(earlier) with { Key = digest } : null },
            };
        }

        SearchDocument Found(Page page) => SearchDocument.Of(page, context.Website.AsOf, pinned.Contains(page.Path) ? [.. pinned[page.Path].SelectMany(phrases => phrases)] : []);
    }

    /// <summary>A page shows its own body, and of other pages all but the bodies; of those that stand on lists alone it shows at most the two beside it.</summary>
    private static Digest KeyOf(PageDigests digests, Page page, Digest own, Page? previous, Page? next) =>
        page.Type.ShowsListed ? Digest.Of(digests.Outward, own)
        : page.Type.IsOnListsAlone ? digests.Of(page, previous, next)
        : digests.Of(page);

    private static PageView View(RelatedPages related, Page page, Page? previous, Page? next)
    {
        var type = page.Type;
        return new()
        {
            Address = page.Address,
            Title = page.Title,
            Description = page.Summary,
            Section = type.HasList ? type.ListAddress : null,
            Crumbs = type.HasList ? [PageLink.Home, new(type.ListTitle, type.ListAddress)] : [PageLink.Home],
            Page = page,
            Previous = type.HasList ? Link(previous) : null,
            Next = type.HasList ? Link(next) : null,
            Related = related.Of(page),
        };
    }

    private static PageLink? Link(Page? page) => page is null ? null : new(page.Title, page.Address);
}
