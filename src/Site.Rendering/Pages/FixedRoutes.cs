using System.Collections.Immutable;
using Site.Content.Pages;
using Site.Content.Types;
using Site.Content.Websites;
using Site.Core.Sources;
using Site.Core.Vocabularies;
using Site.Rendering.Search;
using Site.Rendering.Themes;
using Site.Rendering.Views;

namespace Site.Rendering.Pages;

/// <summary>Routes of the pages that every site has: topics, search, and the page for lost readers.</summary>
internal static class FixedRoutes
{
    public static IEnumerable<Route> Of(RenderContext context)
    {
        var groups = new Lazy<ImmutableArray<BrowseGroup>>(() => BrowseGroups.Of(context.Website));
        var digests = context.Website.Digests;

        // Pages that show how many pages there are of what; of the pages that answer a query the search page shows title and first steps, too.
        var skeleton = digests?.Skeleton ?? default;
        var withAnswers = digests is null ? default
            : Digest.Of([skeleton, .. context.Website.SearchWords.Answers.Select(answer => digests.Pages.GetValueOrDefault(answer.Path))]);
        yield return new("/topics/", null, true, () => new BrowseView
        {
            Address = "/topics/",
            Title = "按主题浏览",
            Description = "按栏目、行业、人群和标签查找本站内容。",
            Crumbs = [PageLink.Home],
            Groups = groups.Value,
        })
        {
            Key = skeleton,
        };
        yield return new("/search/", null, true, () => new SearchView
        {
            Address = "/search/",
            Title = "搜索",
            Description = "用自己的话搜办法：看到什么、闻到什么、出了什么事，拼音和简写也行；不搜也能按栏目、行业、人群和标签找到全部内容。",
            Crumbs = [PageLink.Home],
            Groups = groups.Value,
            HasIndex = context.HasSearch,
            Answers = SearchAnswers.Of(context.Website),
        })
        {
            Key = withAnswers,
        };
        yield return new("/404.html", null, false, () => new NotFoundView
        {
            Address = "/404.html",
            Title = "没有找到这一页",
            Crumbs = [PageLink.Home],
        })
        {
            Key = skeleton,
        };
    }
}

/// <summary>Everything by type, sector, audience and tag, with how many pages each list has.</summary>
internal static class BrowseGroups
{
    private const int MostTags = 100;

    public static ImmutableArray<BrowseGroup> Of(Website website) =>
    [
        .. new BrowseGroup[]
        {
            new("栏目", Counted(ContentTypes.Sections.Select(type =>
                new BrowseList(new PageLink(type.ListTitle, type.ListAddress), website.Pages.Count(page => page.Type == type), type.Counter)))),
            new("行业", Counted(OfTerms(website, Vocabulary.Sectors, SiteUrls.OfSector, page => page.Sectors))),
            new("人群", Counted(OfTerms(website, Vocabulary.Audiences, SiteUrls.OfAudience, page => page.Audiences))),
            new("标签", Counted(TagLists.Of(website).OrderByDescending(tag => tag.Pages.Count).Take(MostTags)
                .Select(tag => new BrowseList(new PageLink(tag.Label, tag.Address), tag.Pages.Count, ContentType.AnyCounter)))),
        }.Where(group => !group.Lists.IsEmpty),
    ];

    private static IEnumerable<BrowseList> OfTerms(Website website, IEnumerable<Term> terms, Func<string, string> address, Func<Page, ImmutableArray<string>> termsOf)
    {
        var byTerm = TermLists.Of(website, termsOf);
        return terms.Select(term => new BrowseList(new PageLink(term.Label, address(term.Id)), byTerm.GetValueOrDefault(term.Id)?.Count ?? 0, ContentType.AnyCounter));
    }

    private static ImmutableArray<BrowseList> Counted(IEnumerable<BrowseList> lists) =>
        [.. lists.Where(list => list.Count > 0)];
}

/// <summary>Everything by topic: what search offers without script, and a page for people who do not know what to search for.</summary>
public sealed record BrowseView : View
{
    public required ImmutableArray<BrowseGroup> Groups { get; init; }
}

/// <summary>The search page.</summary>
public sealed record SearchView : View
{
    /// <summary>What it offers without script.</summary>
    public required ImmutableArray<BrowseGroup> Groups { get; init; }

    /// <summary>Whether the build makes a search index.</summary>
    public required bool HasIndex { get; init; }

    /// <summary>What stands before all results for some queries.</summary>
    public ImmutableArray<PinnedAnswer> Answers { get; init; } = [];
}

/// <summary>404.html: shown for every address that the site does not have.</summary>
public sealed record NotFoundView : View
{
    public override bool IsIndexed => false;
}
