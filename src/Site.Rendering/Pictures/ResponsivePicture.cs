using System.Collections.Immutable;
using Site.Core.Sources;

namespace Site.Rendering.Pictures;

/// <summary>A picture of <c>content/</c> in all the sizes in which it is published.</summary>
/// <param name="Width">Pixels as shown, 1 or more.</param>
/// <param name="Height">Pixels as shown, 1 or more.</param>
/// <param name="Color">What to show while it loads: <c>#rrggbb</c>, or null for a drawing.</param>
/// <param name="Fallback">The file for every browser, in the picture's own format.</param>
/// <param name="Smaller">WebP files by width, narrowest first; empty for a drawing.</param>
public sealed record ResponsivePicture(int Width, int Height, string? Color, PictureFile Fallback, ImmutableArray<PictureFile> Smaller);

/// <summary>One size of a picture.</summary>
/// <param name="Name">Published name, with the content's hash in it.</param>
/// <param name="Width">Pixels, 1 or more.</param>
/// <param name="Load">Gives the bytes.</param>
public sealed record PictureFile(string Name, int Width, Func<byte[]> Load)
{
    /// <summary>As in <see cref="OutputFile.Key"/>.</summary>
    public Digest Key { get; init; }
}
