using System.Collections.Immutable;
using Site.Core.Sources;
using Site.Rendering.Pictures;
using Site.Rendering.Themes;
using Site.Rendering.Views;

namespace Site.Rendering;

/// <summary>Adds the styles that depend on the content to the theme's own.</summary>
internal static class GeneratedStyles
{
    /// <summary>Name of the style sheet that makes filters work.</summary>
    public const string Filters = "filters.css";

    /// <summary>Name of the theme's style sheet.</summary>
    internal const string Main = "site.css";

    /// <returns>The theme's files with the pictures' colours appended to <c>site.css</c>, and <c>filters.css</c>.</returns>
    public static ThemeAssets Add(ThemeAssets assets, IEnumerable<ResponsivePicture> pictures, ImmutableArray<FilterGroup> filters)
    {
        var colors = PictureColors.Styles(pictures);
        var files = assets.Files.Select(file => file.Name == Main && colors.Length > 0 ? Named(Main, [.. file.Bytes.Span, .. colors]) : file);
        return new([.. files, Named(Filters, FilterStyles.Of(filters))]);
    }

    /// <returns>A file with its content's hash in its name.</returns>
    internal static ThemeAsset Named(string name, byte[] bytes)
    {
        var hash = Convert.ToHexStringLower(Sha256.HashData(bytes))[..10];
        return new(name, $"{Path.GetFileNameWithoutExtension(name)}-{hash}{Path.GetExtension(name)}", bytes);
    }
}
