using System.Collections.Immutable;
using Site.Content.Campaigns;
using Site.Rendering.Themes;
using Site.Rendering.Views;

namespace Site.Rendering.Campaigns;

/// <summary>The route of the timeline of campaigns, where there are campaigns. It stands in place of their list.</summary>
internal static class Timeline
{
    public static IEnumerable<Route> Of(RenderContext context)
    {
        var campaigns = context.Website.Of<CampaignPage>().OrderByDescending(campaign => campaign.Year).ToImmutableArray();
        var type = CampaignPage.Definition;
        return campaigns.IsEmpty ? [] :
        [
            new(type.ListAddress, null, true, () => new TimelineView
            {
                Address = type.ListAddress,
                Title = type.ListTitle,
                Description = "历年全国“安全生产月”的主题、时间和重点。",
                Section = type.ListAddress,
                Crumbs = [PageLink.Home],
                Campaigns = campaigns,
            }),
        ];
    }
}

/// <summary>All campaigns, newest first: 回顾安全生产月.</summary>
public sealed record TimelineView : View
{
    public required ImmutableArray<CampaignPage> Campaigns { get; init; }
}
