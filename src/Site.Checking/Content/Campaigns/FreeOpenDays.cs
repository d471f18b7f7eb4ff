using Site.Model;

namespace Site.Checking.Content;

/// <summary>Asks every hall for a free open day in June of the campaign that the site shows, as the campaign plans do.</summary>
internal static class FreeOpenDays
{
    public static IEnumerable<Problem> Find(Website website) =>
        website.Campaign is not { Year: var year } ? []
        : from hall in website.Of<HallPage>()
          where !hall.OpenDays.Any(day => day.IsFree && day.Day.Year == year && day.Day.Month == 6)
          select Problem.Warning("hall/no-free-open-day", hall.Places["openDays"],
              $"这个体验馆在 {year} 年 6 月没有免费开放日。", $"在 openDays 里加一天：“- {{date: {year}-06-16, free: true}}”。");
}
