using System.Buffers;

namespace Site.Privacy.Leaks.Containers;

/// <summary>Splits container files into their parts; the format is recognized by the first bytes.</summary>
internal static class FileParts
{
    /// <returns>The parts, or null if the file is no container and its bytes are scanned as they are.</returns>
    /// <remarks>Of pictures only the metadata is a part: pixel data holds no text and would give false matches.</remarks>
    public static IEnumerable<FilePart>? Of(byte[] bytes, Inflation inflation)
    {
        var start = bytes.AsSpan();
        return start.StartsWith((ReadOnlySpan<byte>)[0x1F, 0x8B]) ? ZipParts.Gzip(bytes, inflation)
            : start.StartsWith("PK\u0003\u0004"u8) || start.StartsWith("PK\u0005\u0006"u8) ? ZipParts.Zip(bytes, inflation)
            : start.StartsWith((ReadOnlySpan<byte>)[0x89, (byte)'P', (byte)'N', (byte)'G']) ? PngParts.Of(bytes, inflation)
            : start.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]) ? JpegParts.Of(bytes)
            : start.StartsWith("RIFF"u8) && start.Length > 12 && start[8..].StartsWith("WEBP"u8) ? WebpParts.Of(bytes)
            : start[..Math.Min(1024, start.Length)].IndexOf("%PDF-"u8) >= 0 ? PdfParts.Of(bytes, inflation)
            : Unknown(start) is { } name ? [FilePart.Unreadable("", $"{name} 压缩包不能检查。")]
            : null;
    }

    private static string? Unknown(ReadOnlySpan<byte> start) =>
        start.StartsWith("7z\u00BC\u00AF"u8) || start.StartsWith((ReadOnlySpan<byte>)[0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C]) ? "7z"
        : start.StartsWith("Rar!\u001A\u0007"u8) ? "RAR"
        : start.StartsWith((ReadOnlySpan<byte>)[0xFD, (byte)'7', (byte)'z', (byte)'X', (byte)'Z', 0]) ? "XZ"
        : start.StartsWith((ReadOnlySpan<byte>)[0x28, 0xB5, 0x2F, 0xFD]) ? "Zstandard"
        : start.StartsWith("BZh9"u8) ? "bzip2"
        : null;
}

/// <summary>A decompressed part of a container file.</summary>
/// <param name="Name">Its name in the container, such as word/document.xml; empty if it has none.</param>
/// <param name="Bytes">The bytes, inflated.</param>
/// <param name="Obstacle">Why it cannot be scanned, as a sentence in Chinese, or null.</param>
internal sealed record FilePart(string Name, byte[] Bytes, string? Obstacle = null)
{
    public static FilePart Unreadable(string name, string obstacle) => new(name, [], obstacle);
}

/// <summary>Decompresses streams up to a limit that all parts of a file share.</summary>
internal sealed class Inflation
{
    /// <summary>The most bytes that all parts of one file may have together.</summary>
    private const int MostBytes = 64 * 1024 * 1024;

    /// <summary>How many times larger than its compressed form a part may be; checked from one megabyte on.</summary>
    private const int LargestRatio = 200;

    private const int RatioCounts = 1024 * 1024;

    /// <summary>How many bytes the parts that are still to come may have.</summary>
    public long Left { get; private set; } = MostBytes;

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
        var writer = new ArrayBufferWriter<byte>(4096);
        try
        {
            while (true)
            {
                var read = stream.Read(writer.GetSpan(4096));
                if (read == 0)
                {
                    return new(name, writer.WrittenSpan.ToArray());
                }

                writer.Advance(read);
                Left -= read;
                if (Left < 0)
                {
                    return FilePart.Unreadable(name, "解压后超过 64 MB。");
                }

                if (writer.WrittenCount > RatioCounts && writer.WrittenCount > Math.Max(1, compressed) * LargestRatio)
                {
                    return FilePart.Unreadable(name, $"解压后是原来的 {LargestRatio} 倍以上，像是压缩炸弹。");
                }
            }
        }
        catch (Exception exception) when (exception is InvalidDataException or IOException or NotSupportedException)
        {
            return writer.WrittenCount > 0 ? new(name, writer.WrittenSpan.ToArray(), "压缩数据不完整。") : FilePart.Unreadable(name, "压缩数据不能解开。");
        }
    }
}
