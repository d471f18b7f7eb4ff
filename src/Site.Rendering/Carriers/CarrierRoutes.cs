using Site.Content.Types;
using Site.Content.Websites;
using Site.Rendering.Themes;
using Site.Rendering.Views;

namespace Site.Rendering.Carriers;

/// <summary>Routes of what is made from guides to take along, and of the sheet about one's home.</summary>
internal static class CarrierRoutes
{
    private const string PackTitle = "社区宣传包：打印全部海报";
    private const string SheetTitle = "我家的一张纸";
    private const string SheetDescription = "楼层、燃气还是电、老人孩子、电动自行车、集合地点：填好打印，贴在门后。填的内容只留在这台设备上。";

    public static IEnumerable<Route> Of(RenderContext context)
    {
        var guides = context.Website.Of<GuidePage>().ToList();
        if (guides.Count == 0)
        {
            return [];
        }

        var packDescription = $"填上社区的名称和电话，打印{guides.Count}份指南的海报。填的内容只留在这台设备上。";
        return
        [
            new(SiteUrls.PosterPack, null, true, () => new PackView
            {
                Address = SiteUrls.PosterPack,
                Title = PackTitle,
                Description = packDescription,
                Section = WorkPage.Definition.ListAddress,
                Crumbs = Crumbs,
                Guides = [.. guides],
            })
            {
                Key = context.Website.Digests?.Of(guides) ?? default,
                Search = () => SearchDocument.OfList(SiteUrls.PosterPack, PackTitle, packDescription, ["海报下载", "打印海报", "宣传海报"]),
            },
            new(SiteUrls.HomeSheet, null, true, () => new HomeSheetView
            {
                Address = SiteUrls.HomeSheet,
                Title = SheetTitle,
                Description = SheetDescription,
                Section = WorkPage.Definition.ListAddress,
                Crumbs = Crumbs,
            })
            {
                Search = () => SearchDocument.OfList(SiteUrls.HomeSheet, SheetTitle, SheetDescription, ["家庭逃生计划", "家庭应急计划", "家庭疏散图"]),
            },
            .. guides.SelectMany(guide => OfGuide(context, guide)),
        ];
    }

    private static System.Collections.Immutable.ImmutableArray<PageLink> Crumbs =>
        [PageLink.Home, new(WorkPage.Definition.ListTitle, WorkPage.Definition.ListAddress)];

    private static IEnumerable<Route> OfGuide(RenderContext context, GuidePage guide) => new Route[]
    {
        new(CarrierAddresses.Of(guide), null, false, () => new CarriersView(guide)),
        new(CarrierAddresses.Poster(guide), null, false, () => new PosterView(guide)),
        new(CarrierAddresses.Lift(guide), null, false, () => new LiftView(guide)),
        new(CarrierAddresses.Screen(guide), null, false, () => new WideScreenView(guide)),
        new(CarrierAddresses.Article(guide), null, false, () => new ArticleView(guide, CarrierFiles.Article(context.Website, guide))),
    }.Select(route => route with { Key = context.Website.Digests?.Of(guide) ?? default });
}
