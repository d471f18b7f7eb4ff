using Site.Themes.Campaign.Exposures;
using Site.Themes.Campaign.Halls;
using Site.Themes.Campaign.Quizzes;
using Site.Themes.Campaign.Statistics;
using Site.Themes.Campaign.Templates;

namespace Site.BrowserTests;

/// <summary>One page for each layout of the theme. A new layout needs a line here.</summary>
internal static class Layouts
{
    /// <summary>Address from the site's root, by layout.</summary>
    public static IReadOnlyDictionary<Type, string> Pages { get; } = new Dictionary<Type, string>
    {
        [typeof(HomeTemplate)] = "/",
        [typeof(ListTemplate)] = "/laws/",
        [typeof(GuideTemplate)] = "/guides/gas-leak/",
        [typeof(QuizTemplate)] = "/quizzes/home-safety/",
        [typeof(PapersTemplate)] = "/quizzes/home-safety/paper/",
        [typeof(PresenterTemplate)] = "/quizzes/home-safety/present/",
        [typeof(PublicScreenTemplate)] = "/quizzes/home-safety/screen/",
        [typeof(LectureTemplate)] = "/lectures/home-gas-ten-minutes/",
        [typeof(WarningTemplate)] = "/warnings/2019-xiangshui-3-21/",
        [typeof(HallTemplate)] = "/halls/city-safety-hall/",
        [typeof(HallsTemplate)] = "/halls/",
        [typeof(EventTemplate)] = "/events/consultation-day-2026/",
        [typeof(NewsTemplate)] = "/news/2025/month-start-2025/",
        [typeof(LawTemplate)] = "/laws/work-safety-law/",
        [typeof(WorkTemplate)] = "/works/gas-smell-poster/",
        [typeof(CampaignTemplate)] = "/campaigns/2026/",
        [typeof(TimelineTemplate)] = "/campaigns/",
        [typeof(ExposuresTemplate)] = "/exposures/",
        [typeof(ExposureTemplate)] = "/exposures/2026-001/",
        [typeof(WithdrawnTemplate)] = "/exposures/2026-012/",
        [typeof(StatisticsTemplate)] = "/data/",
        [typeof(ReleaseTemplate)] = SampleRelease.Page,
        [typeof(TableTemplate)] = SampleRelease.FirstTable,
        [typeof(MethodTemplate)] = "/data/method/",
        [typeof(BrowseTemplate)] = "/topics/",
        [typeof(SearchTemplate)] = "/search/?q=燃气泄漏",
        [typeof(PlainTemplate)] = "/report/",
        [typeof(NotFoundTemplate)] = "/404.html",
    };

    /// <summary>Names of all layouts, as theories take them.</summary>
    public static TheoryData<string> Names => [.. Pages.Keys.Select(layout => layout.Name)];

    /// <summary>Address of the page for a layout's name.</summary>
    public static string Page(string layout) => Pages.Single(page => page.Key.Name == layout).Value;
}
