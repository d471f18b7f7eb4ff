using System.Collections.Immutable;
using System.Text.Json;
using Site.Cli.Infrastructure;
using Site.Content.Themes;
using Site.Content.Websites;
using Site.Core.Diagnostics;
using Site.Core.Sources;
using Site.Core.Text;
using Site.Rendering.Themes;
using Site.Themes.Campaign;

namespace Site.Cli.Build;

/// <summary>Every theme that <c>site.yaml</c> can name.</summary>
internal static class ThemeRegistry
{
    public static ImmutableArray<Theme> All { get; } = [CampaignTheme.Theme];

    /// <returns>The theme that draws the site: the one it names, or the first where it lays one of its own over it.</returns>
    /// <exception cref="InvalidOperationException">There is none; <see cref="Find"/> reports it before.</exception>
    public static Theme Of(Website website) => website.Theme is null ? All.Single(theme => theme.Name == website.Settings.Theme) : All[0];

    /// <returns>Whether the program has a theme of this name.</returns>
    public static bool Has(string name) => All.Any(theme => theme.Name == name);

    /// <returns>A diagnostic where <c>site.yaml</c> names a theme that there is not.</returns>
    public static IEnumerable<Diagnostic> Find(Website website) => website.Theme is not null || Has(website.Settings.Theme) ? [] :
    [
        Diagnostic.Error("site/unknown-theme", website.Settings.Locations["theme"],
            $"没有名为 “{website.Settings.Theme}” 的主题。",
            (NearestName.Find(website.Settings.Theme, All.Select(theme => theme.Name)) is { } near ? $"是不是 “{near}”？" : "") + $"可用的主题：{string.Join("、", All.Select(theme => theme.Name))}；不写 theme 就用 {All[0].Name}。自己的主题放在 themes/名称/theme.yaml，名称只用小写英文字母、数字、连字符或者汉字。"),
    ];
}

/// <summary>The folders of <c>themes/</c> in the site folder.</summary>
/// <param name="folder">The site folder.</param>
/// <param name="diagnostics">Takes what cannot be listed.</param>
internal sealed class ThemeFolder(SourceFolder folder, List<Diagnostic> diagnostics)
{
    private const string Themes = "themes";

    /// <returns>The files of the theme of this name; none where the program has one, or where there is no such folder.</returns>
    public ImmutableArray<SourceFile> List(string name)
    {
        if (ThemeRegistry.Has(name) || name.Contains('/', StringComparison.Ordinal) || !FileNames.AreValid(SiteTheme.Folder + name, []))
        {
            return [];
        }

        diagnostics.AddRange(folder.FindLink(Themes));
        if (folder.IsLink(Themes))
        {
            return [];
        }

        var listed = folder.List(SiteTheme.Folder + name);
        diagnostics.AddRange(listed.Diagnostics);
        return listed.Value;
    }
}

/// <summary>The theme's files, bundled when the program was built; they lie in it.</summary>
internal static class ThemeBundle
{
    /// <param name="theme">A name of <see cref="ThemeRegistry.All"/>.</param>
    public static ThemeAssets Load(string theme)
    {
        using var json = JsonDocument.Parse(Resource(theme, "manifest.json"));
        return new([.. json.RootElement.GetProperty("files").EnumerateObject().Select(file =>
        {
            var name = file.Value.GetProperty("file").GetString()!;
            return new ThemeAsset(file.Name, name, Resource(theme, name));
        })]);
    }

    private static byte[] Resource(string theme, string name)
    {
        using var stream = typeof(ThemeBundle).Assembly.GetManifestResourceStream($"theme/{theme}/{name}")!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
