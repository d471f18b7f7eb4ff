using System.Buffers;
using System.Text;
using Site.Model;
using Site.Rendering;
using Site.Themes.Campaign;

namespace Site.Tests;

/// <summary>A sample site, rendered in memory; the theme's files are empty and keep their plain names.</summary>
internal static class RenderedSite
{
    private static readonly ThemeAssets Assets = new([.. new[] { "early.js", "site.css", "icon.svg", "site.js", "quiz.js", "offline.js", "signs.svg" }
        .Select(name => new ThemeAsset(name, name, ReadOnlyMemory<byte>.Empty))]);

    /// <returns>Each file's text by its path.</returns>
    public static Dictionary<string, string> Of(Website website) =>
        SiteRenderer.Render(website, Release.Empty, CampaignTheme.Theme, new() { Assets = Assets })
            .ToDictionary(file => file.Path, Text, StringComparer.Ordinal);

    private static string Text(OutputFile file)
    {
        var buffer = new ArrayBufferWriter<byte>();
        file.Write(buffer);
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}
