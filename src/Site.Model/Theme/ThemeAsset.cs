namespace Site.Model;

/// <summary>One of the theme's bundled files.</summary>
/// <param name="Name">What layouts call it: <c>site.css</c>.</param>
/// <param name="FileName">Its published name: <c>site-1a2b3c4d5e.css</c>.</param>
/// <param name="Bytes">The content.</param>
public sealed record ThemeAsset(string Name, string FileName, ReadOnlyMemory<byte> Bytes);
