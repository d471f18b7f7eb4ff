using Site.Rendering.Themes;

namespace Site.Themes.Campaign;

/// <summary>The theme "Campaign": the colors and shapes of safety signs, calm and plain.</summary>
public static class CampaignTheme
{
    public static Theme Theme { get; } = new("Campaign", typeof(CampaignTheme).Assembly);
}
