using Site.Content.Quizzes;
using Site.Content.Types;
using Site.Rendering.Exposures;
using Site.Rendering.Halls;
using Site.Rendering.Pages;
using Site.Rendering.Quizzes;
using Site.Rendering.Statistics;
using Site.Rendering.Themes;
using Site.Themes.Campaign.Exposures;
using Site.Themes.Campaign.Halls;
using Site.Themes.Campaign.Layouts;
using Site.Themes.Campaign.Quizzes;
using Site.Themes.Campaign.Statistics;

namespace Site.Themes.Campaign;

/// <summary>The theme "Campaign": the colors and shapes of safety signs, calm and plain.</summary>
public static class CampaignTheme
{
    public static Theme Theme { get; } = new("Campaign", typeof(Shell),
    [
        new(typeof(NewsPage), typeof(NewsLayout)),
        new(typeof(GuidePage), typeof(GuideLayout)),
        new(typeof(QuizPage), typeof(QuizLayout)),
        new(typeof(LecturePage), typeof(LectureLayout)),
        new(typeof(WarningPage), typeof(WarningLayout)),
        new(typeof(HallPage), typeof(HallLayout)),
        new(typeof(EventPage), typeof(EventLayout)),
        new(typeof(LawPage), typeof(LawLayout)),
        new(typeof(WorkPage), typeof(WorkLayout)),
        new(typeof(PlainPage), typeof(PlainLayout)),
        new(typeof(CampaignPage), typeof(CampaignLayout)),
        new(typeof(HomeView), typeof(HomeLayout)),
        new(typeof(ListView), typeof(ListLayout)),
        new(typeof(TimelineView), typeof(TimelineLayout)),
        new(typeof(HallsView), typeof(HallsLayout)),
        new(typeof(ExposuresView), typeof(ExposuresLayout)),
        new(typeof(ExposureView), typeof(ExposureLayout)),
        new(typeof(WithdrawnView), typeof(WithdrawnLayout)),
        new(typeof(PapersView), typeof(PapersLayout)),
        new(typeof(PresenterView), typeof(PresenterLayout)),
        new(typeof(PublicScreenView), typeof(PublicScreenLayout)),
        new(typeof(BrowseView), typeof(BrowseLayout)),
        new(typeof(SearchView), typeof(SearchLayout)),
        new(typeof(StatisticsView), typeof(StatisticsLayout)),
        new(typeof(ReleaseView), typeof(ReleaseLayout)),
        new(typeof(TableView), typeof(TableLayout)),
        new(typeof(MethodView), typeof(MethodLayout)),
        new(typeof(NotFoundView), typeof(NotFoundLayout)),
    ]);
}
