using Site.Content.Campaigns;
using Site.Content.Types;
using Site.Content.Websites;
using Site.Core.Diagnostics;
using Site.Core.Text;

namespace Site.Content.Rules;

/// <summary>Finds campaigns of the same year.</summary>
internal static class CampaignYears
{
    public static IEnumerable<Diagnostic> Find(Website website) =>
        website.Of<CampaignPage>().Where(campaign => campaign.Locations.IsRead("year"))
            .GroupBy(campaign => campaign.Year).Where(group => group.Count() > 1).SelectMany(SameYear);

    private static IEnumerable<Diagnostic> SameYear(IEnumerable<CampaignPage> campaigns)
    {
        var all = campaigns.ToArray();
        return all.Select((campaign, i) => Diagnostic.Error("campaign/duplicate-year", campaign.Locations["year"],
            $"{campaign.Year} 年的安全生产月在 {Quoted.Short(all[i == 0 ? 1 : 0].Path)} 里也写了。", "每年只留一个文件。"));
    }
}

/// <summary>Asks every hall for a free open day in June of the campaign that the site shows, as the campaign plans do.</summary>
internal static class FreeOpenDays
{
    public static IEnumerable<Diagnostic> Find(Website website) =>
        website.Campaign is not { Year: var year } ? []
        : from hall in website.Of<HallPage>()
          where !hall.Locations.IsFaulty("openDays") && !hall.OpenDays.Any(day => day.IsFree && day.Day.Year == year && day.Day.Month == 6)
          select Diagnostic.Warning("hall/no-free-open-day", hall.Locations["openDays"],
              $"这个体验馆在 {year} 年 6 月没有免费开放日。", $"在 openDays 里加一天：“- {{date: {year}-06-16, free: true}}”。");
}
