using System.Buffers;

namespace Site.Core.Sources;

/// <summary>A file of the website: its path, and a pure function that writes its bytes.</summary>
/// <param name="Path">Path in the output folder, with forward slashes and no leading one, decoded: <c>news/2024/开放日/index.html</c>.</param>
/// <param name="Write">Writes all bytes, the same each time; safe to call from any thread.</param>
public sealed record OutputFile(string Path, Action<IBufferWriter<byte>> Write)
{
    /// <summary>
    /// A hash of all that its bytes follow from, beside what the whole site follows from (program, settings, day, <c>input/</c>, files beside the pages): two files with one path and one
    /// key have the same bytes. The default digest where nobody has worked it out: then the bytes have to be made.
    /// </summary>
    public Digest Key { get; init; }

    /// <summary>The <see cref="Key"/> of a file that pages say nothing in: its bytes follow from its path and from what the whole site follows from.</summary>
    public static Digest KeyWithoutPages { get; } = Digest.Of("path"u8);

    /// <summary>The SHA-256 hash of its bytes, where that is known without making them; else the default digest.</summary>
    public Digest Hash { get; init; }

    /// <summary>Its place among the files that devices keep for use without network, the most needed first; null where it is none of them.</summary>
    public int? OfflineRank { get; init; }
}
