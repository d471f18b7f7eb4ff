using System.Collections.Immutable;
using Site.Content.Pages;
using Site.Content.Websites;

namespace Site.Rendering.Pages;

/// <summary>Gathers the pages of each tag.</summary>
internal static class TagLists
{
    /// <returns>A list for each address that tags lead to, in the order of the addresses; tags that differ in case alone share one.</returns>
    public static List<TagList> Of(Website website)
    {
        var lists = new Dictionary<string, TagList>(StringComparer.Ordinal);
        var byTag = new Dictionary<string, TagList>(StringComparer.Ordinal);
        foreach (var page in website.Pages)
        {
            foreach (var tag in page.Tags)
            {
                if (!byTag.TryGetValue(tag, out var list))
                {
                    var address = SiteUrls.OfTag(tag);
                    if (!lists.TryGetValue(address, out list))
                    {
                        lists.Add(address, list = new(tag, address, []));
                    }

                    byTag.Add(tag, list);
                }

                if (list.Pages.Count == 0 || !ReferenceEquals(list.Pages[^1], page))
                {
                    list.Pages.Add(page);
                }
            }
        }

        return [.. lists.Values.OrderBy(list => list.Address, StringComparer.Ordinal)];
    }
}

/// <summary>The pages of a tag.</summary>
/// <param name="Label">The tag as first written.</param>
/// <param name="Address">Of its list.</param>
/// <param name="Pages">In the order of the website's pages.</param>
internal sealed record TagList(string Label, string Address, List<Page> Pages);

/// <summary>The pages of the terms of a vocabulary.</summary>
internal static class TermLists
{
    /// <param name="termsOf">Gives the ids of a page's terms.</param>
    /// <returns>By id of the term, which has pages: those, each once, in the order of the website's pages.</returns>
    public static Dictionary<string, List<Page>> Of(Website website, Func<Page, ImmutableArray<string>> termsOf)
    {
        var lists = new Dictionary<string, List<Page>>(StringComparer.Ordinal);
        foreach (var page in website.Pages)
        {
            foreach (var term in termsOf(page))
            {
                if (!lists.TryGetValue(term, out var pages))
                {
                    lists.Add(term, pages = []);
                }

                if (pages.Count == 0 || !ReferenceEquals(pages[^1], page))
                {
                    pages.Add(page);
                }
            }
        }

        return lists;
    }
}
