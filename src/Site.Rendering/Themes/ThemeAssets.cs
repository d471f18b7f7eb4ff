using System.Collections.Immutable;

namespace Site.Rendering.Themes;

/// <summary>The theme's bundled files.</summary>
/// <param name="Files">Each with the name that components know it by.</param>
public sealed record ThemeAssets(ImmutableArray<ThemeAsset> Files)
{
    /// <returns>The address from the site's root, with the content's hash in it.</returns>
    /// <exception cref="KeyNotFoundException">The theme has no file of this name.</exception>
    public string this[string name] =>
        "/assets/" + (Files.FirstOrDefault(file => file.Name == name)
            ?? throw new KeyNotFoundException($"The theme has no asset named \"{name}\".")).FileName;
}

/// <summary>One of the theme's bundled files.</summary>
/// <param name="Name">What components call it: <c>site.css</c>.</param>
/// <param name="FileName">Its published name: <c>site-1a2b3c4d5e.css</c>.</param>
/// <param name="Bytes">The content.</param>
public sealed record ThemeAsset(string Name, string FileName, ReadOnlyMemory<byte> Bytes);
