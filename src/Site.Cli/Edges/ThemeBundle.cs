using System.Text.Json;
using Site.Model;

namespace Site.Cli.Edges;

/// <summary>The theme's files as bundled when the program was built; they lie beside it.</summary>
internal static class ThemeBundle
{
    /// <exception cref="WorldFailure">The bundle is missing: the program was not built whole.</exception>
    public static ThemeAssets Load(string theme)
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "themes", theme);
        var manifest = Path.Combine(folder, "manifest.json");
        if (!File.Exists(manifest))
        {
            throw new WorldFailure($"主题文件不完整：缺少 {manifest}，请重新生成程序（dotnet build）。");
        }

        using var json = JsonDocument.Parse(File.ReadAllBytes(manifest));
        return new([.. json.RootElement.GetProperty("files").EnumerateObject().Select(file =>
        {
            var name = file.Value.GetProperty("file").GetString()!;
            return new ThemeAsset(file.Name, name, File.ReadAllBytes(Path.Combine(folder, name)));
        })]);
    }
}
