namespace Site.Rendering;

/// <summary>One size of a picture.</summary>
/// <param name="Name">Published name, with the content's hash in it.</param>
/// <param name="Width">Pixels, 1 or more.</param>
/// <param name="Load">Gives the bytes.</param>
public sealed record PictureFile(string Name, int Width, Func<byte[]> Load);
