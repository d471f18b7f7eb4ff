using System.Collections.Immutable;
using Site.Model;

namespace Site.Rendering;

/// <summary>Everything with a date that people can go to.</summary>
internal static class Occasions
{
    private const int Most = 3;

    /// <returns>Up to three that are not over on the day of the build, soonest first, and true; or else the last three, and false.</returns>
    public static (ImmutableArray<Occasion> Occasions, bool IsAhead) Nearest(Website website)
    {
        var all = All(website).OrderBy(occasion => occasion.Start).ThenBy(occasion => occasion.Address, StringComparer.Ordinal).ToList();
        var ahead = all.Where(occasion => (occasion.End ?? occasion.Start).Day >= website.AsOf).Take(Most).ToImmutableArray();
        return ahead.IsEmpty ? ([.. all.TakeLast(Most)], false) : (ahead, true);
    }

    private static IEnumerable<Occasion> All(Website website) =>
        website.Of<EventPage>().Select(page => new Occasion(page.Start, page.End, page.Title, page.Place, page.Address, page.IsSample))
            .Concat(website.Of<HallPage>().SelectMany(hall => hall.OpenDays.Select(day => new Occasion(
                new(day.Day, day.From), day.To is { } to ? new(day.Day, to) : null,
                $"{hall.Title}{(day.IsFree ? "免费" : "")}开放日", hall.StreetAddress ?? hall.Area, hall.Address, hall.IsSample))));
}
