namespace Site.Core.Sources;

/// <summary>A file to read, by name; its bytes come when they are asked for, so that a hundred thousand files need not lie in memory.</summary>
/// <param name="Path">Path relative to the site folder, with forward slashes, exactly as on disk.</param>
/// <param name="Length">Bytes, 0 or more, as the folder listing says.</param>
/// <param name="Load">Gives the bytes; may be called from any thread. Throws <see cref="System.IO.IOException"/> when the disk fails.</param>
public sealed record SourceFile(string Path, long Length, Func<byte[]> Load);
