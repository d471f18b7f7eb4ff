using System.Collections.Immutable;
using System.Text.Json;
using Site.Cli.Infrastructure;
using Site.Content.Websites;
using Site.Core.Diagnostics;
using Site.Rendering.Themes;
using Site.Themes.Campaign;

namespace Site.Cli.Build;

/// <summary>Every theme that <c>site.yaml</c> can name.</summary>
internal static class ThemeRegistry
{
    public static ImmutableArray<Theme> All { get; } = [CampaignTheme.Theme];

    /// <returns>The theme of that name.</returns>
    /// <exception cref="InvalidOperationException">There is none; <see cref="Find"/> reports it before.</exception>
    public static Theme Named(string name) => All.Single(theme => theme.Name == name);

    /// <returns>A diagnostic where <c>site.yaml</c> names a theme that there is not.</returns>
    public static IEnumerable<Diagnostic> Find(Website website) => All.Any(theme => theme.Name == website.Settings.Theme) ? [] :
    [
        Diagnostic.Error("site/unknown-theme", website.Settings.Locations["theme"],
            $"没有名为 “{website.Settings.Theme}” 的主题。",
            $"可用的主题：{string.Join("、", All.Select(theme => theme.Name))}；不写 theme 就用 {All[0].Name}。"),
    ];
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
