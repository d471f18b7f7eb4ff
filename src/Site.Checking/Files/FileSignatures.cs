using System.Collections.Immutable;
using System.IO.Compression;

namespace Site.Checking.Files;

/// <summary>
/// How each kind of file begins that may be published, drawings aside. A signature counts at the first byte alone, though some
/// programs look further in: so nothing can stand before it.
/// </summary>
internal static class FileSignatures
{
    /// <summary>How many bytes of a text are looked at.</summary>
    private const int TextSample = 8_192;

    /// <summary>The kinds; those that are special before those that are general, so that the first that fits names a file.</summary>
    public static ImmutableArray<FileSignature> All { get; } =
    [
        new("PDF 文件", [".pdf"], bytes => Starts(bytes, "%PDF-"u8)),
        new("PNG 图片", [".png"], bytes => Starts(bytes, [0x89, .. "PNG\r\n"u8, 0x1A, 0x0A])),
        new("JPEG 图片", [".jpg", ".jpeg"], bytes => Starts(bytes, [0xFF, 0xD8, 0xFF])),
        new("GIF 图片", [".gif"], bytes => Starts(bytes, "GIF87a"u8) || Starts(bytes, "GIF89a"u8)),
        new("WebP 图片", [".webp"], bytes => Starts(bytes, "RIFF"u8) && Has(bytes, 8, "WEBP"u8)),
        new("AVIF 图片", [".avif"], bytes => Has(bytes, 4, "ftyp"u8) && (Has(bytes, 8, "avif"u8) || Has(bytes, 8, "avis"u8) || HasBrand(bytes, "avif"u8))),
        new("WAV 音频", [".wav"], bytes => Starts(bytes, "RIFF"u8) && Has(bytes, 8, "WAVE"u8)),
        new("OGG 音频", [".ogg"], bytes => Starts(bytes, "OggS"u8)),
        new("MP3 音频", [".mp3"], bytes => Starts(bytes, "ID3"u8) || (bytes is [0xFF, var second, ..] && (second & 0xE6) is >= 0xE2)),
        new("MP4 文件", [".mp4", ".m4a"], bytes => Has(bytes, 4, "ftyp"u8)),
        new("WebM 视频", [".webm"], bytes => Starts(bytes, [0x1A, 0x45, 0xDF, 0xA3])),
        new("Word 文档", [".docx"], bytes => IsZipWith(bytes, "word/")),
        new("Excel 表格", [".xlsx"], bytes => IsZipWith(bytes, "xl/")),
        new("PowerPoint 演示文稿", [".pptx"], bytes => IsZipWith(bytes, "ppt/")),
        new("ZIP 压缩包", [".zip"], bytes => Starts(bytes, "PK\u0003\u0004"u8) || Starts(bytes, "PK\u0005\u0006"u8)),
        new("WebVTT 字幕", [".vtt"], bytes => Starts(bytes, "WEBVTT"u8) || Starts(bytes, "\uFEFFWEBVTT"u8)),
        new("文本", [".txt", ".csv", ".srt"], IsText),
    ];

    private static bool Starts(byte[] bytes, ReadOnlySpan<byte> signature) => bytes.AsSpan().StartsWith(signature);

    private static bool Has(byte[] bytes, int at, ReadOnlySpan<byte> signature) =>
        bytes.Length >= at && bytes.AsSpan(at).StartsWith(signature);

    /// <returns>Whether a brand is among the compatible ones of an ISO base media file (ISO/IEC 14496-12, section 4.3).</returns>
    private static bool HasBrand(byte[] bytes, ReadOnlySpan<byte> brand)
    {
        for (var at = 16; at < 64; at += 4)
        {
            if (Has(bytes, at, brand))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsZipWith(byte[] bytes, string folder)
    {
        if (!Starts(bytes, "PK\u0003\u0004"u8))
        {
            return false;
        }

        try
        {
            using var zip = new ZipArchive(new MemoryStream(bytes, writable: false), ZipArchiveMode.Read);
            return zip.Entries.Any(entry => entry.FullName.StartsWith(folder, StringComparison.Ordinal));
        }
        catch (InvalidDataException)
        {
            return false;
        }
    }

    /// <returns>Whether there are no bytes that no text has, and no markup at the beginning.</returns>
    private static bool IsText(byte[] bytes)
    {
        var text = bytes.AsSpan(0, Math.Min(bytes.Length, TextSample));
        return !text.Contains((byte)0) && !text.TrimStart("\uFEFF \t\r\n"u8).StartsWith("<"u8);
    }
}
