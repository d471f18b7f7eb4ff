using System.Globalization;
using System.Text;
using Site.Content.Files;
using Site.Content.Themes;

namespace Site.Rendering.Themes;

/// <summary>Lays a site's own theme over the program's: its colors, fonts, pictures and styles.</summary>
internal static class ThemeStyles
{
    /// <returns>The theme's files with the site's behind <c>site.css</c>, and its fonts and pictures beside them.</returns>
    /// <param name="theme">The site's own, or null.</param>
    public static ThemeAssets Add(ThemeAssets assets, SiteTheme? theme)
    {
        if (theme is null)
        {
            return assets;
        }

        var fonts = theme.Fonts.Select(font => (Font: font, File: GeneratedStyles.Named(FileName(font.File.Path), font.File.Load()))).ToList();
        var pictures = theme.Pictures.ToDictionary(
            picture => picture.Name, picture => GeneratedStyles.Named(FileName(picture.File.Path), PictureMetadata.Without(picture.File.Load())), StringComparer.Ordinal);
        var styles = new StringBuilder();
        foreach (var (font, file) in fonts)
        {
            styles.Append(CultureInfo.InvariantCulture, $"@font-face{{font-family:\"{font.Family}\";font-weight:{font.Weight};font-display:swap;src:url({file.FileName}) format(\"woff2\")}}");
        }

        // On paper the ground is white, whatever the theme says.
        styles.Append($"@media screen{{:root{{{Tokens(theme.Light, Palette.Light)}}}}}")
            .Append($"@media screen and (prefers-color-scheme:dark){{:root{{{Tokens(theme.Dark, Palette.Dark)}}}}}")
            .Append($"@media print{{:root{{--accent-fill:{theme.Light["accent"]};--accent-text:{theme.Light["accentText"]}}}}}");
        if (fonts.Count > 0)
        {
            styles.Append($":root{{--sans:{string.Join(',', fonts.Select(font => font.Font.Family).Distinct().Select(family => $"\"{family}\""))},var(--sans-system)}}");
        }

        styles.Append(ThemeCss.WithAddresses(theme.Css, name => pictures.GetValueOrDefault(name)?.FileName));
        return new(
        [
            .. assets.Files.Select(file => file.Name == GeneratedStyles.Main ? GeneratedStyles.Named(file.Name, [.. file.Bytes.Span, .. Encoding.UTF8.GetBytes(styles.ToString())]) : file),
            .. fonts.Select(font => font.File).Concat(pictures.Values).DistinctBy(file => file.FileName),
        ]);
    }

    /// <returns>Colors that differ from the program's, by their names in styles.</returns>
    private static string Tokens(Palette palette, Palette program) => string.Join(';', Palette.Names
        .Where(name => palette[name.Name] != program[name.Name]).Select(name => $"--{name.Style}:{palette[name.Name]}"));

    private static string FileName(string path) => path[(path.LastIndexOf('/') + 1)..];
}
