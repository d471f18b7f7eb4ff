using System.Collections.Immutable;
using Site.Rendering.Pages;
using Site.Rendering.Views;

namespace Site.Rendering.Themes;

/// <summary>How pages look: a component for each kind of view, and one around them all.</summary>
/// <param name="Name">As in <c>site.yaml</c>.</param>
/// <param name="Layout">Component with the parameter <c>Frame</c> (<see cref="LayoutModel"/>): everything around the main part.</param>
/// <param name="Templates">A component for each kind of page, with the parameters <c>View</c> (<see cref="PageView"/>) and <c>Page</c>
/// (that kind), and one for each other kind of view, with the parameter <c>View</c>.</param>
public sealed record Theme(string Name, Type Layout, ImmutableArray<PageTemplate> Templates);

/// <summary>Which component draws what.</summary>
/// <param name="Of">A kind of page (<c>typeof(NewsPage)</c>) or of view (<c>typeof(HomeView)</c>).</param>
/// <param name="Component">A Razor component.</param>
public sealed record PageTemplate(Type Of, Type Component);

/// <summary>The theme's bundled files.</summary>
/// <param name="Files">Each with the name a layout knows it by.</param>
public sealed record ThemeAssets(ImmutableArray<ThemeAsset> Files)
{
    /// <returns>The address from the site's root, with the content's hash in it.</returns>
    /// <exception cref="KeyNotFoundException">The theme has no file of this name.</exception>
    public string this[string name] =>
        "/assets/" + (Files.FirstOrDefault(file => file.Name == name)
            ?? throw new KeyNotFoundException($"The theme has no asset named \"{name}\".")).FileName;
}

/// <summary>One of the theme's bundled files.</summary>
/// <param name="Name">What layouts call it: <c>site.css</c>.</param>
/// <param name="FileName">Its published name: <c>site-1a2b3c4d5e.css</c>.</param>
/// <param name="Bytes">The content.</param>
public sealed record ThemeAsset(string Name, string FileName, ReadOnlyMemory<byte> Bytes);
