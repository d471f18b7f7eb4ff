namespace Site.Core.Sources;

/// <summary>What the file system says of a file or folder. While it is the same, nobody has written to the file, exchanged it or changed its rights.</summary>
/// <param name="Device">The disk.</param>
/// <param name="Inode">Its number there.</param>
/// <param name="Length">Bytes.</param>
/// <param name="Modified">When it was last written, in nanoseconds since 1970; programs may set it as they like.</param>
/// <param name="Changed">When anything about it last changed, likewise; the system alone sets it.</param>
public readonly record struct FileStamp(long Device, long Inode, long Length, long Modified, long Changed);
