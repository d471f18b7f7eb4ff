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
            .. WithoutBodies(context, Timeline.Of(context)),
            .. FixedRoutes.Of(context),
            .. WithoutBodies(context, HallFinder.Of(context)),
            .. WithoutBodies(context, StatisticsRoutes.Of(context)),
            .. WithoutBodies(context, ExposureRoutes.Of(context)),
            .. WithoutBodies(context, QuizRoutes.Of(context)),
            .. CarrierRoutes.Of(context),
            .. EasyGuides.Routes(context),
            .. WithoutBodies(context, OfflineSet.Routes(context)),
        ];
        return [.. made, .. ListRoutes.Of(context, made.Select(route => route.Address).ToHashSet(StringComparer.Ordinal)), .. PageRoutes.Of(context)];
    }

    /// <returns>The same, known by what they follow from: pages that show no bodies of pages, and nothing that stands on lists alone.</returns>
    private static IEnumerable<Route> WithoutBodies(RenderContext context, IEnumerable<Route> routes) =>
        routes.Select(route => route with { Key = context.Website.Digests?.Skeleton ?? default });
}
