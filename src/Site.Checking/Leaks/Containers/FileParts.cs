namespace Site.Checking.Leaks.Containers;

/// <summary>Takes files apart that hold compressed or named parts, by their first bytes.</summary>
internal static class FileParts
{
    /// <returns>The parts, or null where the bytes are to be looked at as they are.</returns>
    /// <remarks>In pictures only what is written about them is a part: their dots say nothing and look like anything.</remarks>
    public static IEnumerable<Part>? Of(byte[] bytes, Inflation inflation)
    {
        var start = bytes.AsSpan();
        return start.StartsWith((ReadOnlySpan<byte>)[0x1F, 0x8B]) ? ZipParts.Gzip(bytes, inflation)
            : start.StartsWith("PK\u0003\u0004"u8) || start.StartsWith("PK\u0005\u0006"u8) ? ZipParts.Zip(bytes, inflation)
            : start.StartsWith((ReadOnlySpan<byte>)[0x89, (byte)'P', (byte)'N', (byte)'G']) ? PngParts.Of(bytes, inflation)
            : start.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]) ? JpegParts.Of(bytes)
            : start.StartsWith("RIFF"u8) && start.Length > 12 && start[8..].StartsWith("WEBP"u8) ? WebpParts.Of(bytes)
            : start[..Math.Min(1024, start.Length)].IndexOf("%PDF-"u8) >= 0 ? PdfParts.Of(bytes, inflation)
            : Unknown(start) is { } name ? [Part.Closed("", $"{name} 压缩包不能检查。")]
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
