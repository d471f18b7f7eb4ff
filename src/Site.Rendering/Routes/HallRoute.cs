using System.Collections.Immutable;
using Site.Model;

namespace Site.Rendering;

/// <summary>The route of the hall finder, where there are halls.</summary>
internal static class HallRoute
{
    public static IEnumerable<Route> Of(Stage stage)
    {
        var halls = stage.Website.Of<HallPage>().OrderBy(hall => hall.Area, StringComparer.Ordinal)
            .ThenBy(hall => hall.Class, StringComparer.Ordinal).ThenBy(hall => hall.Title, StringComparer.Ordinal).ToImmutableArray();
        if (!halls.IsEmpty)
        {
            yield return new("/halls/", null, true, () => new HallsView
            {
                Website = stage.Website,
                Address = "/halls/",
                Title = "安全体验馆",
                Description = $"按区域、类别和免费开放日查找安全体验馆，共{halls.Length}家。",
                Section = "/halls/",
                Crumbs = [Stage.Home],
                Resolve = stage.Resolve,
                Assets = stage.Assets,
                Halls = halls,
                Filters = stage.HallFilters,
                FilterStyles = stage.FilterStyles,
            });
        }
    }
}
