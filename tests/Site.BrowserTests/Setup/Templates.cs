using Site.Cli.Build;
using Site.Cli.Infrastructure;
using Site.Content.Pages;
using Site.Rendering.Campaigns;
using Site.Rendering.Carriers;
using Site.Rendering.Exposures;
using Site.Rendering.Guides;
using Site.Rendering.Halls;
using Site.Rendering.Offline;
using Site.Rendering.Pages;
using Site.Rendering.Quizzes;
using Site.Rendering.Statistics;
using Site.Themes.Campaign;

namespace Site.BrowserTests;

/// <summary>One page for each template of the theme: the longest page of a content type, and the page named here for a type of view.</summary>
internal static class Templates
{
    private static readonly Dictionary<Type, string> Views = new()
    {
        [typeof(HomeView)] = "/",
        [typeof(ListView)] = "/laws/",
        [typeof(TimelineView)] = "/campaigns/",
        [typeof(HallsView)] = "/halls/",
        [typeof(PapersView)] = "/quizzes/home-safety/paper/",
        [typeof(OwnPaperView)] = "/quizzes/home-safety/paper/own/",
        [typeof(PresenterView)] = "/quizzes/home-safety/present/",
        [typeof(PublicScreenView)] = "/quizzes/home-safety/screen/",
        [typeof(PackView)] = "/works/pack/",
        [typeof(HomeSheetView)] = "/works/home-sheet/",
        [typeof(CarriersView)] = "/works/guides/gas-leak/",
        [typeof(PosterView)] = "/works/guides/gas-leak/poster/",
        [typeof(LiftView)] = "/works/guides/gas-leak/lift/",
        [typeof(WideScreenView)] = "/works/guides/gas-leak/screen/",
        [typeof(ArticleView)] = "/works/guides/gas-leak/article/",
        [typeof(ExposuresView)] = "/exposures/",
        [typeof(ExposureView)] = "/exposures/2026-001/",
        [typeof(WithdrawnView)] = "/exposures/2026-012/",
        [typeof(StatisticsView)] = "/data/",
        [typeof(ReleaseView)] = SampleRelease.Page,
        [typeof(TableView)] = SampleRelease.FirstTable,
        [typeof(MethodView)] = "/data/method/",
        [typeof(BrowseView)] = "/topics/",
        [typeof(SearchView)] = "/search/?q=燃气泄漏",
        [typeof(NotFoundView)] = "/404.html",
        [typeof(OfflineView)] = "/offline/",
        [typeof(EasyGuideView)] = "/guides/home-fire/easy/",
    };

    private static readonly Dictionary<Type, string> LongestPages =
        BuildPipeline.ReadContent(new(Repository.Folder, SiteEnvironment.OfProcess()), BuiltSite.AsOf, withDrafts: false).Value.Pages
            .GroupBy(page => page.GetType()).ToDictionary(pages => pages.Key, pages => pages.MaxBy(page => page.Characters)!.Address);

    /// <summary>Address from the site's root, by template; templates without a page are left out.</summary>
    public static IReadOnlyDictionary<Type, string> Pages { get; } = CampaignTheme.Theme.Templates
        .Where(template => AddressOf(template) is not null).ToDictionary(template => template, template => AddressOf(template)!);

    /// <summary>Names of all templates with a page, as theories take them.</summary>
    public static TheoryData<string> Names => [.. Pages.Keys.Select(template => template.Name)];

    /// <summary>What to do for each template that no test can look at.</summary>
    public static IEnumerable<string> Missing => from template in CampaignTheme.Theme.Templates
                                                 where AddressOf(template) is null
                                                 select DrawnBy(template).IsSubclassOf(typeof(Page))
                                                     ? $"There is no {DrawnBy(template).Name} to look at: write a page of that type in content/."
                                                     : $"There is no {DrawnBy(template).Name} to look at: name one of its pages in {nameof(Templates)}.{nameof(Views)}.";

    /// <summary>Address of the page for a template's name.</summary>
    public static string Page(string template) => Pages.Single(page => page.Key.Name == template).Value;

    private static string? AddressOf(Type template) => Views.GetValueOrDefault(DrawnBy(template)) ?? LongestPages.GetValueOrDefault(DrawnBy(template));

    /// <returns>The content type or view that a template draws.</returns>
    private static Type DrawnBy(Type template) => template.BaseType!.GetGenericArguments()[0];
}
