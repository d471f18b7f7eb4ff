using Site.Core.Sources;
using Site.Privacy.Decoding;

namespace Site.Privacy.Leaks.Containers;

/// <summary>Splits container files into their parts; the format is recognized by the first bytes.</summary>
internal static class FileParts
{
    /// <param name="name">Of the file, or of the parts it lies in with a slash between.</param>
    /// <param name="bytes">The whole file.</param>
    /// <param name="inflation">What its parts may have together.</param>
    /// <param name="isClean">Whether a compressed stream, told by its bytes as they lie there, need not be unpacked again; then it counts for what its parts may have.</param>
    /// <returns>The parts, or null if the file is no container and its bytes are scanned as they are.</returns>
    /// <remarks>Of pictures only the metadata is a part: pixel data holds no text and would give false matches.</remarks>
    public static IEnumerable<FilePart>? Of(string name, byte[] bytes, Inflation inflation, Func<Digest, bool> isClean)
    {
        var start = bytes.AsSpan();
        return IsGzip(start) ? ZipParts.Gzip(name, bytes, inflation)
            : start.StartsWith("PK\u0003\u0004"u8) || start.StartsWith("PK\u0005\u0006"u8) ? ZipParts.Zip(bytes, inflation)
            : start.StartsWith((ReadOnlySpan<byte>)[0x89, (byte)'P', (byte)'N', (byte)'G']) ? PngParts.Of(bytes, inflation)
            : start.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]) ? JpegParts.Of(bytes)
            : start.StartsWith("RIFF"u8) && start.Length > 12 && start[8..].StartsWith("WEBP"u8) ? WebpParts.Of(bytes)
            : start[..Math.Min(1024, start.Length)].IndexOf("%PDF-"u8) >= 0 ? PdfParts.Of(bytes, inflation, isClean)
            : Unknown(start) is { } format ? [FilePart.Unreadable("", $"{format} 压缩包不能检查。")]
            : null;
    }

    public static bool IsGzip(ReadOnlySpan<byte> start) => start.StartsWith((ReadOnlySpan<byte>)[0x1F, 0x8B]);

    private static string? Unknown(ReadOnlySpan<byte> start) =>
        start.StartsWith("7z\u00BC\u00AF"u8) || start.StartsWith((ReadOnlySpan<byte>)[0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C]) ? "7z"
        : start.StartsWith("Rar!\u001A\u0007"u8) ? "RAR"
        : start.StartsWith((ReadOnlySpan<byte>)[0xFD, (byte)'7', (byte)'z', (byte)'X', (byte)'Z', 0]) ? "XZ"
        : start.StartsWith((ReadOnlySpan<byte>)[0x28, 0xB5, 0x2F, 0xFD]) ? "Zstandard"
        : start.StartsWith("BZh"u8) && start.Length > 3 && start[3] is >= (byte)'1' and <= (byte)'9' ? "bzip2"
        : null;
}

/// <summary>A decompressed part of a container file.</summary>
/// <param name="Name">Its name in the container, such as word/document.xml; empty if it has none.</param>
/// <param name="Bytes">The bytes, inflated.</param>
/// <param name="Obstacle">Why it cannot be scanned, as a sentence in Chinese, or null.</param>
/// <param name="Packed">The compressed stream of which this is the last part; null where there is none, or where it is soon unpacked.</param>
internal sealed record FilePart(string Name, byte[] Bytes, string? Obstacle = null, PackedStream? Packed = null)
{
    public static FilePart Unreadable(string name, string obstacle) => new(name, [], obstacle);
}

/// <summary>A compressed stream of a document.</summary>
/// <param name="Bytes">As they lie there.</param>
/// <param name="Inflated">How many bytes it was unpacked to.</param>
internal sealed record PackedStream(Digest Bytes, int Inflated);

/// <summary>Decompresses streams up to a limit that all parts of a file share.</summary>
internal sealed class Inflation
{
    /// <summary>The most bytes that all parts of one file may have together.</summary>
    private const int MostBytes = 64 * 1024 * 1024;

    /// <summary>How many times larger than its compressed form a part may be; checked from one megabyte on.</summary>
    private const int LargestRatio = 200;

    private const int RatioCounts = 1024 * 1024;

    /// <summary>Why a part is not read for which no room is left.</summary>
    private const string TooLarge = "解压后超过 64 MB。";

    /// <summary>In bytes: of data that is damaged, what was read before in the same call is lost.</summary>
    private const int AtOnce = 512;

    /// <summary>How many bytes the parts that are still to come may have.</summary>
    public long Left { get; private set; } = MostBytes;

    /// <returns>How many bytes a stream need not be decompressed beyond: with so many it is no longer read.</returns>
    /// <param name="compressed">Its length in bytes.</param>
    public long Most(long compressed) => Math.Min(Left, Math.Max(RatioCounts, compressed * LargestRatio)) + 1;

    /// <returns>What is made of a part that was read before, with as many bytes, or that there is no room for it.</returns>
    public FilePart Take(string name, long bytes, Func<byte[]> make) => TryTake(bytes) ? new(name, make()) : FilePart.Unreadable(name, TooLarge);

    /// <returns>Whether parts that were decompressed before, for another file, may belong to this one: then they count.</returns>
    public bool TryTake(long bytes)
    {
        var hasRoom = bytes <= Left;
        Left -= hasRoom ? bytes : 0;
        return hasRoom;
    }

    /// <returns>The decompressed bytes, or the reason why they cannot be read.</returns>
    public FilePart Read(string name, Stream stream, long compressed)
    {
        using var writer = new PooledBytes(64 * 1024);
        try
        {
            while (true)
            {
                var read = stream.Read(writer.GetSpan(AtOnce)[..AtOnce]);
                if (read == 0)
                {
                    return new(name, writer.Bytes.ToArray());
                }

                writer.Advance(read);
                Left -= read;
                if (Left < 0)
                {
                    return FilePart.Unreadable(name, TooLarge);
                }

                if (writer.Length > RatioCounts && writer.Length > Math.Max(1, compressed) * LargestRatio)
                {
                    return FilePart.Unreadable(name, $"解压后是原来的 {LargestRatio} 倍以上，像是压缩炸弹。");
                }
            }
        }
        catch (Exception exception) when (exception is InvalidDataException or IOException or NotSupportedException)
        {
            return writer.Length > 0 ? new(name, writer.Bytes.ToArray(), "压缩数据不完整。") : FilePart.Unreadable(name, "压缩数据不能解开。");
        }
    }
}
