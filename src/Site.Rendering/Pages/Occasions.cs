using System.Collections.Immutable;
using Site.Content.FrontMatter;
using Site.Content.Websites;

namespace Site.Rendering.Pages;

/// <summary>Everything with a date that people can go to, as the calendar of the site has it.</summary>
internal static class Occasions
{
    private const int Most = 3;

    /// <returns>Up to three that are not over on the day of the build, soonest first, and true; or else the last three of a year, and false.</returns>
    public static (ImmutableArray<Occasion> Occasions, bool IsAhead) Nearest(Website website)
    {
        var all = All(website).OrderBy(occasion => occasion.Start).ThenBy(occasion => occasion.Address, StringComparer.Ordinal).ToList();
        var ahead = all.Where(occasion => (occasion.End ?? occasion.Start).Day >= website.AsOf).Take(Most).ToImmutableArray();
        return ahead.IsEmpty ? ([.. all.Where(occasion => occasion.Start.Day >= website.AsOf.AddYears(-1)).TakeLast(Most)], false) : (ahead, true);
    }

    private static IEnumerable<Occasion> All(Website website) =>
        from page in website.Pages
        from entry in page.Type.CalendarEntriesOf(page)
        where entry is { IsInSiteCalendar: true, IsYearly: false }
        select new Occasion(
            entry.Start, entry.End, page.Title + (entry.ShortTitle ?? entry.Title), entry.ShortPlace ?? entry.Place, page.Address, page.IsSample);
}

/// <summary>Something with a date that a page tells of: an event, or a hall's open day.</summary>
/// <param name="Start">When it begins.</param>
/// <param name="End">When it ends, or null.</param>
/// <param name="Title">What it is.</param>
/// <param name="Place">Where, or null.</param>
/// <param name="Address">Its page.</param>
/// <param name="IsSample">Whether it is made up.</param>
public sealed record Occasion(Moment Start, Moment? End, string Title, string? Place, string Address, bool IsSample);
