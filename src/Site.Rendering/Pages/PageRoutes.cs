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
        Digest[] own = digests is null ? [] : [.. pages.Select(page => digests.Pages.GetValueOrDefault(page.Path))];
        for (var at = 0; at < pages.Length; at++)
        {
            var page = pages[at];
            var previous = at > 0 && pages[at - 1].Type == page.Type ? pages[at - 1] : null;
            var next = at + 1 < pages.Length && pages[at + 1].Type == page.Type ? pages[at + 1] : null;
            var key = digests is null ? default : own[at];
            yield return new(page.Address, page.Updated ?? page.Date, true, () => View(related, page, previous, next))
            {
                Key = digests is null || key == default ? default : KeyOf(digests, page.Type, key, own.AsSpan((previous is null ? at : at - 1)..(next is null ? at + 1 : at + 2))),
                Search = () => Found(page, key, () => digests?.Earlier(page.Path) is var (earlier, digest) ? Found(earlier, digest, null) : null),
            };
        }

        SearchDocument Found(Page page, Digest key, Func<SearchDocument?>? earlier) =>
            SearchDocument.Of(page, context.Website.AsOf, pinned.Contains(page.Path) ? [.. pinned[page.Path].SelectMany(phrases => phrases)] : [], key, earlier);
    }

    /// <summary>A page shows its own body, and of other pages all but the bodies; of those that stand on lists alone it shows at most the two beside it.</summary>
    /// <param name="around">Of the page and of those beside it.</param>
    private static Digest KeyOf(PageDigests digests, ContentType type, Digest own, ReadOnlySpan<Digest> around) =>
        type.ShowsListed ? Digest.Of(digests.Outward, own)
        : digests.Of(type.IsOnListsAlone ? around : [own]);

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
