using System.Buffers;
using System.Collections.Immutable;
using System.Text;
using Site.Content.Websites;
using Site.Core.Sources;
using Site.Exposures.Released;
using Site.Rendering;
using Site.Rendering.Pictures;
using Site.Rendering.Themes;
using Site.Themes.Campaign;

namespace Site.Tests;

/// <summary>A sample site, rendered in memory; the theme's files are empty and keep their plain names.</summary>
internal static class RenderedSite
{
    private static readonly ThemeAssets Assets = new([.. new[] { "early.js", "site.css", "icon.svg", "site.js", "quiz.js", "guide.js", "play.js", "paper.js", "take.js", "compare.js", "show.js", "offline.js", "signs.svg", "search.js" }
        .Select(name => new ThemeAsset(name, name, ReadOnlyMemory<byte>.Empty))]);

    /// <returns>Each file's text by its path.</returns>
    public static Dictionary<string, string> Of(Website website, PublicInput? release = null, bool hasSearch = false) =>
        Files(website, release, hasSearch).ToDictionary(file => file.Path, Text, StringComparer.Ordinal);

    /// <returns>Each file's text by its path, with this text for the theme's script of this name.</returns>
    public static Dictionary<string, string> Of(Website website, string script, string text) =>
        SiteRenderer.Render(website, PublicInput.Empty, CampaignTheme.Theme, new()
        {
            Assets = new([.. Assets.Files.Select(file => file.Name == script ? file with { Bytes = Encoding.UTF8.GetBytes(text) } : file)]),
        }).Files.ToDictionary(file => file.Path, Text, StringComparer.Ordinal);

    /// <returns>The text of one file alone.</returns>
    public static string File(Website website, string path) => Text(Files(website, null, false).Single(file => file.Path == path));

    /// <returns>All files, not made yet.</returns>
    /// <param name="pictures">By source path; null for none.</param>
    public static ImmutableArray<OutputFile> FilesOf(Website website, Dictionary<string, ResponsivePicture>? pictures = null) => Files(website, null, false, pictures);

    private static ImmutableArray<OutputFile> Files(Website website, PublicInput? release, bool hasSearch, Dictionary<string, ResponsivePicture>? pictures = null) =>
        SiteRenderer.Render(
            release is null ? website : website.Assemble(website.Settings, InputAddresses.Of(release)), release ?? PublicInput.Empty, CampaignTheme.Theme,
            new() { Assets = Assets, HasSearch = hasSearch, Pictures = pictures ?? [] }).Files;

    public static string Text(OutputFile file)
    {
        var buffer = new ArrayBufferWriter<byte>();
        file.Write(buffer);
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}
