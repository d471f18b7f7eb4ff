using System.Collections.Immutable;
using Site.Rendering.Exposures;
using Site.Rendering.Halls;
using Site.Rendering.Quizzes;
using Site.Rendering.Statistics;
using Site.Rendering.Views;

namespace Site.Rendering.Pages;

/// <summary>All pages of HTML that the site has.</summary>
internal static class SiteRoutes
{
    /// <returns>Every route, in the order in which it is best to make them: the small ones first.</returns>
    public static ImmutableArray<Route> Of(RenderContext stage) =>
    [
        HomeRoute.Of(stage),
        .. FixedRoutes.Of(stage),
        .. HallRoute.Of(stage),
        .. StatisticsRoutes.Of(stage),
        .. ExposureRoutes.Of(stage),
        .. QuizRoutes.Of(stage),
        .. ListRoutes.Of(stage),
        .. PageRoutes.Of(stage),
    ];
}
