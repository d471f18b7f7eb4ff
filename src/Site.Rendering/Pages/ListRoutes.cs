using System.Collections.Immutable;
using Site.Content.Pages;
using Site.Content.Quizzes;
using Site.Content.Scenes;
using Site.Content.Trees;
using Site.Content.Types;
using Site.Content.Websites;
using Site.Core.Vocabularies;
using Site.Rendering.Themes;
using Site.Rendering.Views;

namespace Site.Rendering.Pages;

/// <summary>Routes of the lists: a type, a year of one that is published by year, a sector, an audience or a tag.</summary>
internal static class ListRoutes
{
    /// <summary>Rows of a page of a list that goes by days: the newest are what readers come for.</summary>
    private const int DatedRows = 20;

    /// <summary>Rows of a page of a list without days, in which readers look for one thing.</summary>
    private const int UndatedRows = 60;

    /// <summary>So few rows make no page of their own: they stand at the end of the page before.</summary>
    private const int FewRows = 5;

    /// <param name="taken">Addresses of pages that there are already.</param>
    public static IEnumerable<Route> Of(RenderContext context, HashSet<string> taken)
    {
        var website = context.Website;
        return ContentTypes.Sections.Where(type => !taken.Contains(type.ListAddress)).SelectMany(type => OfType(context, type))
            .Concat(ContentTypes.Sections.Where(type => type.Addressing == PageAddressing.ByYear).SelectMany(type => YearsOf(context, type)))
            .Concat(OfTerms(context, Vocabulary.Sectors, term => $"行业：{term.Label}", SiteUrls.OfSector, page => page.Sectors))
            .Concat(OfTerms(context, Vocabulary.Audiences, term => $"安全宣传进{term.Label}", SiteUrls.OfAudience, page => page.Audiences))
            .Concat(OfTags(context, website));
    }

    private static IEnumerable<Route> OfType(RenderContext context, ContentType type)
    {
        var pages = context.Website.Of(type).ToList();
        var years = type.Addressing == PageAddressing.ByYear ? Years(type, pages) : [];
        return Paged(context, type.ListTitle, type.ListAddress, type.ListAddress, [PageLink.Home], pages, years.Length > 1 ? years : [])
            .Select((route, at) => at == 0 ? route with { Search = () => Found(type, pages.Count) } : route);
    }

    // A list helps no more than its pages: who asks for 安全生产月 wants this year's.
    private static SearchDocument Found(ContentType type, int pages) =>
        SearchDocument.OfList(type.ListAddress, type.ListTitle, DescriptionOf(type.ListTitle, pages, type.Counter), type.ListSearchFor) is var list && type.SearchWeight < list.Weight ? list with { Weight = type.SearchWeight } : list;

    private static string DescriptionOf(string title, int pages, string counter) => $"{title}，共{pages}{counter}。";

    private static IEnumerable<Route> YearsOf(RenderContext context, ContentType type)
    {
        var pages = context.Website.Of(type).ToList();
        var years = Years(type, pages);
        return pages.GroupBy(page => page.Date!.Value.Year).SelectMany(year => Paged(
            context, $"{year.Key}年{type.Label}", type.YearAddress(year.Key), type.ListAddress,
            [PageLink.Home, new(type.ListTitle, type.ListAddress)], [.. year], years));
    }

    private static ImmutableArray<PageLink> Years(ContentType type, List<Page> pages) =>
        [.. pages.Select(page => page.Date!.Value.Year).Distinct().OrderDescending().Select(year => new PageLink($"{year}年", type.YearAddress(year)))];

    private static IEnumerable<Route> OfTerms(
        RenderContext context, IEnumerable<Term> terms, Func<Term, string> title, Func<string, string> address, Func<Page, ImmutableArray<string>> termsOf)
    {
        var byTerm = TermLists.Of(context.Website, termsOf);
        return terms.Where(term => byTerm.ContainsKey(term.Id)).SelectMany(term => byTerm[term.Id] is var pages
            ? Paged(context, title(term), address(term.Id), null, [PageLink.Home, new("按主题浏览", "/topics/")], InTopicOrder(pages), [], Hub.Of(pages))
            : []);
    }

    private static IEnumerable<Route> OfTags(RenderContext context, Website website) =>
        TagLists.Of(website).SelectMany(tag => Paged(
            context, $"标签：{tag.Label}", tag.Address, null, [PageLink.Home, new("按主题浏览", "/topics/")], InTopicOrder(tag.Pages), [], Hub.Of(tag.Pages)));

    // What helps comes first, what happened last; within both the order stays.
    private static List<Page> InTopicOrder(List<Page> pages)
    {
        var first = pages.FindAll(page => !page.Type.StandsLast);
        return first.Count == 0 || first.Count == pages.Count ? pages : [.. first, .. pages.Where(page => page.Type.StandsLast)];
    }

    private static IEnumerable<Route> Paged(
        RenderContext context, string title, string address, string? section, ImmutableArray<PageLink> crumbs, List<Page> pages, ImmutableArray<PageLink> others, Hub? hub = null)
    {
        var rows = pages.Any(page => page.Type.DayOf(page) is not null) ? DatedRows : UndatedRows;
        var counter = pages is [var first, ..] && pages.TrueForAll(page => page.Type == first.Type) ? first.Type.Counter : ContentType.AnyCounter;
        var count = pages.Count == 0 ? 0 : Math.Max(1, (pages.Count + rows - 1 - FewRows) / rows);
        for (var number = 1; number <= count; number++)
        {
            var at = number;
            ImmutableArray<Page> items = [.. pages.Skip((at - 1) * rows).Take(at == count ? rows + FewRows : rows)];
            yield return new(SiteUrls.PageOf(address, at), null, true, () => new ListView
            {
                Address = SiteUrls.PageOf(address, at),
                Title = at == 1 ? title : $"{title}（第{at}页）",
                Description = DescriptionOf(title, pages.Count, counter),
                Section = section,
                Crumbs = at == 1 ? crumbs : [.. crumbs, new(title, address)],
                Items = items,
                Total = pages.Count,
                Counter = counter,
                Number = at,
                Count = count,
                AddressOf = page => SiteUrls.PageOf(address, page),
                Others = others,
                Hub = at == 1 ? hub : null,
            })
            {
                Key = context.Website.Digests?.Of([.. items.Where(page => page.Type.IsOnListsAlone)]) ?? default,
            };
        }
    }
}

/// <summary>One of the pages of a list: of a type, a sector, an audience, a tag or a year.</summary>
public sealed record ListView : View
{
    /// <summary>Up to 25 pages with a day, or 65 without.</summary>
    public required ImmutableArray<Page> Items { get; init; }

    /// <summary>How many pages the whole list has, 0 or more.</summary>
    public required int Total { get; init; }

    /// <summary>What pages of the list are counted in: 篇, or what its only type says.</summary>
    public required string Counter { get; init; }

    /// <summary>Which of its pages this is, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>How many pages the list is spread over, 1 or more.</summary>
    public required int Count { get; init; }

    /// <summary>Addresses of the list's pages, the first first; <see cref="Count"/> of them.</summary>
    public required Func<int, string> AddressOf { get; init; }

    /// <summary>Narrower or sister lists to go on to (years of the news, other sectors); may be empty.</summary>
    public ImmutableArray<PageLink> Others { get; init; } = [];

    /// <summary>What a sector, an audience or a tag begins with; null elsewhere, on further pages, and where there is no guide or little else.</summary>
    public Hub? Hub { get; init; }
}

/// <summary>What someone who comes for a topic needs first.</summary>
/// <param name="Guides">One to five, those that lie first in their list.</param>
/// <param name="Checklist">The first of them that has a list to tick off, or null.</param>
/// <param name="Quiz">The first quiz of the topic with questions, or null.</param>
/// <param name="Plays">A decision, a scenario and a scene of the topic, the first of each; may be empty.</param>
public sealed record Hub(ImmutableArray<GuidePage> Guides, GuidePage? Checklist, QuizPage? Quiz, ImmutableArray<Page> Plays)
{
    private const int MostGuides = 5;

    /// <returns>The hub of these pages; null where no guide is among them, and where they are so few that the list itself says it.</returns>
    internal static Hub? Of(IReadOnlyCollection<Page> pages)
    {
        ImmutableArray<GuidePage> guides = [.. pages.OfType<GuidePage>().OrderBy(guide => guide.Order).ThenBy(guide => guide.Address, StringComparer.Ordinal).Take(MostGuides)];
        return guides.IsEmpty || pages.Count <= MostGuides ? null : new(
            guides,
            guides.FirstOrDefault(guide => !guide.Checklist.IsEmpty),
            pages.OfType<QuizPage>().FirstOrDefault(quiz => !quiz.Questions.IsEmpty),
            [.. new Page?[] { pages.OfType<DecisionPage>().FirstOrDefault(), pages.OfType<ScenarioPage>().FirstOrDefault(), pages.OfType<ScenePage>().FirstOrDefault() }.OfType<Page>()]);
    }
}
