using System.Collections.Immutable;
using Site.Model;

namespace Site.Rendering;

/// <summary>Routes of the pages that there is one of: the timeline of campaigns, topics, search, and the page for lost readers.</summary>
internal static class SingleRoutes
{
    public static IEnumerable<Route> Of(Stage stage)
    {
        var campaigns = stage.Website.Of<CampaignPage>().OrderByDescending(campaign => campaign.Year).ToImmutableArray();
        if (!campaigns.IsEmpty)
        {
            yield return new("/campaigns/", null, true, () => new TimelineView
            {
                Website = stage.Website,
                Address = "/campaigns/",
                Title = "回顾安全生产月",
                Description = "历年全国“安全生产月”的主题、时间和重点。",
                Section = "/campaigns/",
                Crumbs = [Stage.Home],
                Resolve = stage.Resolve,
                Assets = stage.Assets,
                Campaigns = campaigns,
            });
        }

        var groups = new Lazy<ImmutableArray<BrowseGroup>>(() => BrowseGroups.Of(stage.Website));
        yield return new("/topics/", null, true, () => new BrowseView
        {
            Website = stage.Website,
            Address = "/topics/",
            Title = "按主题浏览",
            Description = "按栏目、行业、人群和标签查找本站内容。",
            Crumbs = [Stage.Home],
            Resolve = stage.Resolve,
            Assets = stage.Assets,
            Groups = groups.Value,
        });
        yield return new("/search/", null, false, () => new SearchView
        {
            Website = stage.Website,
            Address = "/search/",
            Title = "搜索",
            Crumbs = [Stage.Home],
            Resolve = stage.Resolve,
            Assets = stage.Assets,
            Groups = groups.Value,
            HasIndex = stage.HasSearch,
        });
        yield return new("/404.html", null, false, () => new NotFoundView
        {
            Website = stage.Website,
            Address = "/404.html",
            Title = "没有找到这一页",
            Crumbs = [Stage.Home],
            Resolve = stage.Resolve,
            Assets = stage.Assets,
        });
    }
}
