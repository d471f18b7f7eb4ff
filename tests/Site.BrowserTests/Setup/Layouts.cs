using Site.Themes.Campaign.Exposures;
using Site.Themes.Campaign.Halls;
using Site.Themes.Campaign.Layouts;
using Site.Themes.Campaign.Quizzes;
using Site.Themes.Campaign.Statistics;

namespace Site.BrowserTests;

/// <summary>One page for each layout of the theme. A new layout needs a line here.</summary>
internal static class Layouts
{
    /// <summary>Address from the site's root, by layout.</summary>
    public static IReadOnlyDictionary<Type, string> Pages { get; } = new Dictionary<Type, string>
    {
        [typeof(HomeLayout)] = "/",
        [typeof(ListLayout)] = "/laws/",
        [typeof(GuideLayout)] = "/guides/gas-leak/",
        [typeof(QuizLayout)] = "/quizzes/home-safety/",
        [typeof(PapersLayout)] = "/quizzes/home-safety/paper/",
        [typeof(PresenterLayout)] = "/quizzes/home-safety/present/",
        [typeof(PublicScreenLayout)] = "/quizzes/home-safety/screen/",
        [typeof(LectureLayout)] = "/lectures/home-gas-ten-minutes/",
        [typeof(WarningLayout)] = "/warnings/2019-xiangshui-3-21/",
        [typeof(HallLayout)] = "/halls/city-safety-hall/",
        [typeof(HallsLayout)] = "/halls/",
        [typeof(EventLayout)] = "/events/consultation-day-2026/",
        [typeof(NewsLayout)] = "/news/2025/month-start-2025/",
        [typeof(LawLayout)] = "/laws/work-safety-law/",
        [typeof(WorkLayout)] = "/works/gas-smell-poster/",
        [typeof(CampaignLayout)] = "/campaigns/2026/",
        [typeof(TimelineLayout)] = "/campaigns/",
        [typeof(ExposuresLayout)] = "/exposures/",
        [typeof(ExposureLayout)] = "/exposures/2026-001/",
        [typeof(WithdrawnLayout)] = "/exposures/2026-012/",
        [typeof(StatisticsLayout)] = "/data/",
        [typeof(ReleaseLayout)] = SampleRelease.Page,
        [typeof(TableLayout)] = SampleRelease.FirstTable,
        [typeof(MethodLayout)] = "/data/method/",
        [typeof(BrowseLayout)] = "/topics/",
        [typeof(SearchLayout)] = "/search/?q=燃气泄漏",
        [typeof(PlainLayout)] = "/report/",
        [typeof(NotFoundLayout)] = "/404.html",
    };

    /// <summary>Names of all layouts, as theories take them.</summary>
    public static TheoryData<string> Names => [.. Pages.Keys.Select(layout => layout.Name)];

    /// <summary>Address of the page for a layout's name.</summary>
    public static string Page(string layout) => Pages.Single(page => page.Key.Name == layout).Value;
}
