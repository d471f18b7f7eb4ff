using System.Collections.Immutable;
using Site.Content.Types;
using Site.Content.Websites;
using Site.Core.Vocabularies;
using Site.Rendering.Themes;
using Site.Rendering.Views;

namespace Site.Rendering.Halls;

/// <summary>The route of the hall finder, where there are halls. It stands in place of their list.</summary>
internal static class HallFinder
{
    public static IEnumerable<Route> Of(RenderContext context)
    {
        var halls = context.Website.Of<HallPage>().OrderBy(hall => hall.Area, StringComparer.Ordinal)
            .ThenBy(hall => hall.Class, StringComparer.Ordinal).ThenBy(hall => hall.Title, StringComparer.Ordinal).ToImmutableArray();
        var type = HallPage.Definition;
        return halls.IsEmpty ? [] :
        [
            new(type.ListAddress, null, true, () => new HallsView
            {
                Address = type.ListAddress,
                Title = type.ListTitle,
                Description = $"按区域、类别和免费开放日查找安全体验馆，共{halls.Length}家。",
                Section = type.ListAddress,
                Crumbs = [PageLink.Home],
                Halls = halls,
                Filters = HallFilters.Of(context.Website),
            }),
        ];
    }
}

/// <summary>The ways to narrow the list of halls.</summary>
internal static class HallFilters
{
    private const int MostDays = 31;
    private const string Weekdays = "日一二三四五六";

    /// <returns>Nothing where there is no hall; else area, class and day; days are those from the day of the build on, at most 31.</returns>
    public static ImmutableArray<FilterGroup> Of(Website website)
    {
        var halls = website.Of<HallPage>().ToList();
        if (halls.Count == 0)
        {
            return [];
        }

        var ahead = halls.SelectMany(hall => hall.OpenDays).Select(day => day.Day).Where(day => day >= website.AsOf).Distinct().Order().Take(MostDays).ToList();
        return
        [
            new("area", "区域", [.. halls.Select(hall => hall.Area).Distinct().Order(StringComparer.Ordinal)
                .Select(area => new Term(area.Replace(' ', '-'), area))]),
            new("class", "类别", [.. Vocabulary.HallClasses.Where(term => halls.Any(hall => hall.Class == term.Id))]),
            new("day", "开放日", [.. ahead.Select(day => new Term($"{day:yyyy-MM-dd}", $"{day.Month}月{day.Day}日 周{Weekdays[(int)day.DayOfWeek]}"))]),
        ];
    }
}

/// <summary>The hall finder: all halls, to be narrowed by area, class and day without script.</summary>
public sealed record HallsView : View
{
    /// <summary>Halls by area, then class, then title.</summary>
    public required ImmutableArray<HallPage> Halls { get; init; }

    /// <summary>The groups <c>area</c>, <c>class</c> and <c>day</c>; one with less than two options offers no choice. The filter's style sheet hides an element with
    /// <c>data-area="v"</c> (values apart by spaces) where the input with id <c>area-N</c> for another value is checked.</summary>
    public required ImmutableArray<FilterGroup> Filters { get; init; }
}
