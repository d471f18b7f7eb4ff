using Site.Model;

namespace Site.Reading;

/// <summary>Settles which campaign the site and each page belong to.</summary>
internal static class PageCampaigns
{
    /// <returns>The campaign that <c>site.yaml</c> names, else the one of the build's year, else the newest; null where there is none.</returns>
    /// <param name="settings">Its <c>campaign</c> stands at <paramref name="where"/>.</param>
    /// <param name="problems">Takes <c>site/unknown-campaign</c>.</param>
    public static CampaignPage? OfSite(
        IReadOnlyList<CampaignPage> campaigns, SiteSettings settings, Place where, DateOnly asOf, List<Problem> problems)
    {
        if (settings.Campaign is { } id)
        {
            if (campaigns.FirstOrDefault(campaign => campaign.Id == id) is { } named)
            {
                return named;
            }

            problems.Add(Unknown("site/unknown-campaign", id, where, campaigns));
        }

        return campaigns.FirstOrDefault(campaign => campaign.Year == asOf.Year) ?? campaigns.MaxBy(campaign => campaign.Year);
    }

    /// <summary>Reports, as <c>front-matter/unknown-campaign</c>, pages that name a campaign that is not there.</summary>
    public static void Find(IReadOnlyList<Page> pages, IReadOnlyList<CampaignPage> campaigns, List<Problem> problems)
    {
        var known = campaigns.Select(campaign => campaign.Id).ToHashSet(StringComparer.Ordinal);
        problems.AddRange(pages.Where(page => page.Campaign is { } id && !known.Contains(id))
            .Select(page => Unknown("front-matter/unknown-campaign", page.Campaign!, page.Places["campaign"], campaigns)));
    }

    private static Problem Unknown(string code, string id, Place where, IReadOnlyList<CampaignPage> campaigns) =>
        Problem.Error(code, where, $"没有编号是 “{Quoted.Short(id)}” 的一届活动。", campaigns.Count == 0
            ? "在 content/campaigns/ 里写这一届活动，或者删掉这一行。"
            : $"可用：{string.Join("、", campaigns.Select(campaign => campaign.Id).Order(StringComparer.Ordinal))}。");
}
