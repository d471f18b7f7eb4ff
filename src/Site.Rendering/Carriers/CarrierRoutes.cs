using Site.Content.Types;
using Site.Content.Websites;
using Site.Rendering.Themes;
using Site.Rendering.Views;

namespace Site.Rendering.Carriers;

/// <summary>Routes of what is made from guides to take along, and of the sheet about one's home.</summary>
internal static class CarrierRoutes
{
    public static IEnumerable<Route> Of(RenderContext context)
    {
        var guides = context.Website.Of<GuidePage>().ToList();
        if (guides.Count == 0)
        {
            return [];
        }

        return
        [
            new(SiteUrls.PosterPack, null, true, () => new PackView
            {
                Address = SiteUrls.PosterPack,
                Title = "社区宣传包：打印全部海报",
                Description = $"填上社区的名称和电话，打印{guides.Count}份指南的海报。填的内容只留在这台设备上。",
                Section = WorkPage.Definition.ListAddress,
                Crumbs = Crumbs,
                Guides = [.. guides],
            }),
            new(SiteUrls.HomeSheet, null, true, () => new HomeSheetView
            {
                Address = SiteUrls.HomeSheet,
                Title = "我家的一张纸",
                Description = "楼层、燃气还是电、老人孩子、电动自行车、集合地点：填好打印，贴在门后。填的内容只留在这台设备上。",
                Section = WorkPage.Definition.ListAddress,
                Crumbs = Crumbs,
            }),
            .. guides.SelectMany(guide => OfGuide(context, guide)),
        ];
    }

    private static System.Collections.Immutable.ImmutableArray<PageLink> Crumbs =>
        [PageLink.Home, new(WorkPage.Definition.ListTitle, WorkPage.Definition.ListAddress)];

    private static Route[] OfGuide(RenderContext context, GuidePage guide) =>
    [
        new(CarrierAddresses.Of(guide), null, false, () => new CarriersView(guide)),
        new(CarrierAddresses.Poster(guide), null, false, () => new PosterView(guide)),
        new(CarrierAddresses.Lift(guide), null, false, () => new LiftView(guide)),
        new(CarrierAddresses.Screen(guide), null, false, () => new WideScreenView(guide)),
        new(CarrierAddresses.Article(guide), null, false, () => new ArticleView(guide, CarrierFiles.Article(context.Website, guide))),
    ];
}
