using System.Collections.Immutable;
using Site.Model;
using Site.Themes.Campaign;

namespace Site.Cli;

/// <summary>Every theme that <c>site.yaml</c> can name.</summary>
internal static class Themes
{
    public static ImmutableArray<Theme> All { get; } = [CampaignTheme.Theme];

    /// <returns>The theme of that name, or null.</returns>
    public static Theme? Named(string name) => All.FirstOrDefault(theme => theme.Name == name);
}
