using System.Collections.Immutable;

namespace Site.Rendering;

/// <summary>All pages of HTML that the site has.</summary>
internal static class Routes
{
    /// <returns>Every route, in the order in which it is best to make them: the small ones first.</returns>
    public static ImmutableArray<Route> Of(Stage stage) =>
    [
        HomeRoute.Of(stage),
        .. SingleRoutes.Of(stage),
        .. HallRoute.Of(stage),
        .. StatisticsRoutes.Of(stage),
        .. ExposureRoutes.Of(stage),
        .. QuizRoutes.Of(stage),
        .. ListRoutes.Of(stage),
        .. PageRoutes.Of(stage),
    ];
}
