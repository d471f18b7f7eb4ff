using Site.Model;
using Site.Themes.Campaign.Layouts;

namespace Site.Themes.Campaign;

/// <summary>The theme "Campaign": the colours and shapes of safety signs, calm and plain.</summary>
public static class CampaignTheme
{
    public static Theme Theme { get; } = new("Campaign", typeof(Shell),
    [
        new(typeof(PlainPage), typeof(PlainLayout)),
        new(typeof(NewsPage), typeof(NewsLayout)),
        new(typeof(GuidePage), typeof(GuideLayout)),
        new(typeof(HomeView), typeof(HomeLayout)),
        new(typeof(ListView), typeof(ListLayout)),
    ]);
}
