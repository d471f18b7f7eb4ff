namespace Site.Core.Sources;

/// <summary>A file to read; its bytes are loaded on demand, so that a hundred thousand files are not in memory at once.</summary>
/// <param name="Path">Path relative to the site folder, with forward slashes, exactly as on disk.</param>
/// <param name="Length">Bytes, 0 or more, as the folder listing says.</param>
/// <param name="Load">Returns the bytes; safe to call from any thread. Throws <see cref="System.IO.IOException"/> if the disk fails.</param>
public sealed record SourceFile(string Path, long Length, Func<byte[]> Load)
{
    /// <summary>What the file system says of it, where it says enough to tell that nobody has written to it since; else null.</summary>
    public FileStamp? Stamp { get; init; }
}
