using Site.Checking.Text;
using Site.Model;

namespace Site.Checking.Content;

/// <summary>
/// Checks that campaigns are counted and dated right. The first national Safety Production Month was in June 2002, and there has been one each
/// year since: so the edition is the year less 2001.
/// </summary>
internal static class CampaignYears
{
    private const int YearBeforeTheFirst = 2001;

    public static IEnumerable<Problem> Find(Website website) =>
        website.Of<CampaignPage>().SelectMany(Find)
            .Concat(website.Of<CampaignPage>().GroupBy(campaign => campaign.Year).Where(group => group.Count() > 1).SelectMany(SameYear));

    private static IEnumerable<Problem> Find(CampaignPage campaign)
    {
        var edition = campaign.Year - YearBeforeTheFirst;
        if (campaign.Edition != edition)
        {
            yield return Problem.Error("campaign/wrong-edition", campaign.Places["edition"],
                $"写的是第 {campaign.Edition} 个安全生产月，{campaign.Year} 年的是第 {edition} 个。", $"改成 “edition: {edition}”，或者改正 year。");
        }

        foreach (var (field, day) in new[] { ("start", campaign.Start), ("end", campaign.End) })
        {
            if (day.Year != campaign.Year)
            {
                yield return Problem.Error("campaign/outside-year", campaign.Places[field],
                    $"“{field}” 是 {day:yyyy-MM-dd}，不在 {campaign.Year} 年里。", "改正日期，或者改正 year。");
            }
        }
    }

    private static IEnumerable<Problem> SameYear(IEnumerable<CampaignPage> campaigns)
    {
        var all = campaigns.ToArray();
        return all.Select((campaign, i) => Problem.Error("campaign/duplicate-year", campaign.Places["year"],
            $"{campaign.Year} 年的安全生产月在 {Quoted.Short(all[i == 0 ? 1 : 0].Path)} 里也写了。", "每年只留一个文件。"));
    }
}
