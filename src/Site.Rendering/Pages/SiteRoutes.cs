using System.Collections.Immutable;
using Site.Rendering.Campaigns;
using Site.Rendering.Carriers;
using Site.Rendering.Exposures;
using Site.Rendering.Guides;
using Site.Rendering.Halls;
using Site.Rendering.Offline;
using Site.Rendering.Quizzes;
using Site.Rendering.Statistics;
using Site.Rendering.Themes;
using Site.Rendering.Views;

namespace Site.Rendering.Pages;

/// <summary>All pages of HTML that the site has.</summary>
internal static class SiteRoutes
{
    /// <returns>Every route. The list of a type whose address another page has already is left to that page.</returns>
    public static ImmutableArray<Route> Of(RenderContext context)
    {
        ImmutableArray<Route> made =
        [
            HomeRoute.Of(context),
            .. Timeline.Of(context),
            .. FixedRoutes.Of(context),
            .. HallFinder.Of(context),
            .. StatisticsRoutes.Of(context),
            .. ExposureRoutes.Of(context),
            .. QuizRoutes.Of(context),
            .. CarrierRoutes.Of(context),
            .. EasyGuides.Routes(context),
            .. OfflineSet.Routes(context),
        ];
        return [.. made, .. ListRoutes.Of(context, made.Select(route => route.Address).ToHashSet(StringComparer.Ordinal)), .. PageRoutes.Of(context)];
    }
}
