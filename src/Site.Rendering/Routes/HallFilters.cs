using System.Collections.Immutable;
using Site.Model;

namespace Site.Rendering;

/// <summary>The ways to narrow the list of halls.</summary>
internal static class HallFilters
{
    private const int MostDays = 31;
    private const string Weekdays = "日一二三四五六";

    /// <returns>Nothing where there is no hall; else area, class and day; days are those from the day of the build on, at most 31, or else those of the campaign.</returns>
    public static ImmutableArray<FilterGroup> Of(Website website)
    {
        var halls = website.Of<HallPage>().ToList();
        if (halls.Count == 0)
        {
            return [];
        }

        var days = halls.SelectMany(hall => hall.OpenDays).Select(day => day.Day).Distinct().Order().ToList();
        var ahead = days.Where(day => day >= website.AsOf).ToList();
        var shown = (ahead.Count > 0 ? ahead : days.Where(day => day.Year == website.Campaign?.Year)).Take(MostDays);
        return
        [
            new("area", "区域", [.. halls.Select(hall => hall.Area).Distinct().Order(StringComparer.Ordinal)
                .Select(area => new Term(area.Replace(' ', '-'), area))]),
            new("class", "类别", [.. Vocabularies.HallClasses.Where(term => halls.Any(hall => hall.Class == term.Id))]),
            new("day", "开放日", [.. shown.Select(day => new Term($"{day:yyyy-MM-dd}", $"{day.Month}月{day.Day}日 周{Weekdays[(int)day.DayOfWeek]}"))]),
        ];
    }
}
