using System.Collections.Immutable;
using Site.Model;
using Site.Themes.Campaign;

namespace Site.Cli;

/// <summary>Every theme that <c>site.yaml</c> can name.</summary>
internal static class Themes
{
    public static ImmutableArray<Theme> All { get; } = [CampaignTheme.Theme];

    /// <returns>The theme of that name.</returns>
    /// <exception cref="InvalidOperationException">There is none; <see cref="Find"/> reports it before.</exception>
    public static Theme Named(string name) => All.Single(theme => theme.Name == name);

    /// <returns>A problem where <c>site.yaml</c> names a theme that there is not.</returns>
    public static IEnumerable<Problem> Find(Website website) => All.Any(theme => theme.Name == website.Settings.Theme) ? [] :
    [
        Problem.Error("site/unknown-theme", website.Settings.Places["theme"],
            $"没有名为 “{website.Settings.Theme}” 的主题。",
            $"可用的主题：{string.Join("、", All.Select(theme => theme.Name))}；不写 theme 就用 {All[0].Name}。"),
    ];
}
