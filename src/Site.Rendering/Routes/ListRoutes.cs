using System.Collections.Immutable;
using Site.Model;

namespace Site.Rendering;

/// <summary>Routes of the lists: a kind, a year of news, a sector, an audience or a tag, 20 pages each.</summary>
internal static class ListRoutes
{
    private const int PageSize = 20;

    public static IEnumerable<Route> Of(Stage stage)
    {
        var website = stage.Website;
        var sections = Lists.Sections.Where(section => section.Kind != typeof(CampaignPage) && section.Kind != typeof(HallPage));
        return sections.SelectMany(section => OfSection(stage, section))
            .Concat(YearsOfNews(stage))
            .Concat(Vocabularies.Sectors.SelectMany(term => OfTerm(stage, $"行业：{term.Label}", Lists.OfSector(term.Id), page => page.Sectors, term.Id)))
            .Concat(Vocabularies.Audiences.SelectMany(term => OfTerm(stage, $"安全宣传进{term.Label}", Lists.OfAudience(term.Id), page => page.Audiences, term.Id)))
            .Concat(OfTags(stage, website));
    }

    private static IEnumerable<Route> OfSection(Stage stage, Section section)
    {
        var pages = stage.Website.Pages.Where(page => page.GetType() == section.Kind).ToList();
        var years = section.Kind == typeof(NewsPage) ? Years(pages) : [];
        return Paged(stage, section.Label, section.Address, section.Address, [Stage.Home], pages, years.Length > 1 ? years : []);
    }

    private static IEnumerable<Route> YearsOfNews(Stage stage)
    {
        var news = stage.Website.Pages.Where(page => page is NewsPage).ToList();
        var years = Years(news);
        return news.GroupBy(page => page.Date!.Value.Year).SelectMany(year => Paged(
            stage, $"{year.Key}年新闻", $"/news/{year.Key}/", "/news/", [Stage.Home, new("新闻", "/news/")], [.. year], years));
    }

    private static ImmutableArray<PageLink> Years(List<Page> news) =>
        [.. news.Select(page => page.Date!.Value.Year).Distinct().OrderDescending().Select(year => new PageLink($"{year}年", $"/news/{year}/"))];

    private static IEnumerable<Route> OfTerm(
        Stage stage, string title, string address, Func<Page, ImmutableArray<string>> terms, string id) =>
        stage.Website.Pages.Where(page => terms(page).Contains(id)).ToList() is { Count: > 0 } pages
            ? Paged(stage, title, address, null, [Stage.Home, new("按主题浏览", "/topics/")], pages, [])
            : [];

    private static IEnumerable<Route> OfTags(Stage stage, Website website) =>
        TagLists.Of(website).SelectMany(tag => Paged(
            stage, $"标签：{tag.Label}", tag.Address, null, [Stage.Home, new("按主题浏览", "/topics/")], tag.Pages, []));

    private static IEnumerable<Route> Paged(
        Stage stage, string title, string address, string? section, ImmutableArray<PageLink> crumbs, List<Page> pages, ImmutableArray<PageLink> others)
    {
        var count = (pages.Count + PageSize - 1) / PageSize;
        for (var number = 1; number <= count; number++)
        {
            var at = number;
            yield return new(Lists.PageOf(address, at), null, true, () => new ListView
            {
                Website = stage.Website,
                Address = Lists.PageOf(address, at),
                Title = at == 1 ? title : $"{title}（第{at}页）",
                Description = $"{title}，共{pages.Count}篇。",
                Section = section,
                Crumbs = at == 1 ? crumbs : [.. crumbs, new(title, address)],
                Resolve = stage.Resolve,
                Assets = stage.Assets,
                Items = [.. pages.Skip((at - 1) * PageSize).Take(PageSize)],
                Total = pages.Count,
                Number = at,
                Count = count,
                AddressOf = page => Lists.PageOf(address, page),
                Others = others,
            });
        }
    }
}
