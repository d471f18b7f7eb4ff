namespace Site.Model;

/// <summary>A file of <c>content/</c> that is no page.</summary>
/// <param name="Path">Path relative to the site folder: <c>content/guides/img/oil.svg</c>.</param>
/// <param name="Length">Bytes, 0 or more.</param>
/// <param name="Load">Gives the bytes; may be called from any thread. Throws <see cref="System.IO.IOException"/> when the disk fails.</param>
public sealed record ContentFile(string Path, long Length, Func<byte[]> Load);
