using System.Collections.Immutable;
using Site.Rendering.Exposures;
using Site.Rendering.Halls;
using Site.Rendering.Quizzes;
using Site.Rendering.Statistics;
using Site.Rendering.Themes;
using Site.Rendering.Views;

namespace Site.Rendering.Pages;

/// <summary>All pages of HTML that the site has.</summary>
internal static class SiteRoutes
{
    /// <returns>Every route, in the order in which it is best to make them: the small ones first.</returns>
    public static ImmutableArray<Route> Of(RenderContext context) =>
    [
        HomeRoute.Of(context),
        .. FixedRoutes.Of(context),
        .. HallRoute.Of(context),
        .. StatisticsRoutes.Of(context),
        .. ExposureRoutes.Of(context),
        .. QuizRoutes.Of(context),
        .. ListRoutes.Of(context),
        .. PageRoutes.Of(context),
    ];
}
