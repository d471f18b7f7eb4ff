namespace Site.Rendering;

/// <summary>A finished file of the site.</summary>
/// <param name="Path">Path in the output folder, with forward slashes.</param>
/// <param name="Length">Bytes, 0 or more.</param>
/// <param name="Sha256">The 32 bytes of its hash.</param>
public sealed record WrittenFile(string Path, long Length, byte[] Sha256);
