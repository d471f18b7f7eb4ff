using System.Collections.Immutable;
using System.Text.Json;
using Site.Cli.Infrastructure;
using Site.Content.Themes;
using Site.Content.Websites;
using Site.Core.Diagnostics;
using Site.Core.Sources;
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
            $"可用的主题：{string.Join("、", All.Select(theme => theme.Name))}；不写 theme 就用 {All[0].Name}。自己的主题放在 themes/名称/theme.yaml，名称只用小写英文字母、数字、连字符或者汉字。"),
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

/// <summary>The theme's files, bundled when the program was built; they lie beside it.</summary>
internal static class ThemeBundle
{
    /// <param name="programFolder">The folder of the program, absolute.</param>
    /// <exception cref="EnvironmentException">The bundle is missing: the program was not built completely.</exception>
    public static ThemeAssets Load(string programFolder, string theme)
    {
        var folder = FolderOf(programFolder, theme);
        using var json = JsonDocument.Parse(Manifest(programFolder, theme));
        return new([.. json.RootElement.GetProperty("files").EnumerateObject().Select(file =>
        {
            var name = file.Value.GetProperty("file").GetString()!;
            return new ThemeAsset(file.Name, name, File.ReadAllBytes(Path.Combine(folder, name)));
        })]);
    }

    /// <returns>The list of the theme's files, whose names hold hashes of their content.</returns>
    /// <param name="programFolder">The folder of the program, absolute.</param>
    /// <exception cref="EnvironmentException">The bundle is missing: the program was not built completely.</exception>
    public static byte[] Manifest(string programFolder, string theme)
    {
        var manifest = Path.Combine(FolderOf(programFolder, theme), "manifest.json");
        return File.Exists(manifest) ? File.ReadAllBytes(manifest) : throw new EnvironmentException($"主题文件不完整：缺少 {manifest}，请重新生成程序（dotnet build）。");
    }

    private static string FolderOf(string programFolder, string theme) => Path.Combine(programFolder, "themes", theme);
}
