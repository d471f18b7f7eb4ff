using Site.Model;

namespace Site.Themes.Campaign;

/// <summary>The theme "Campaign": the colours and shapes of safety signs, calm and plain.</summary>
public static class CampaignTheme
{
    public static Theme Theme { get; } = new("Campaign", typeof(Shell), []);
}
