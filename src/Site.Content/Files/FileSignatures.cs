using System.Collections.Immutable;
using System.IO.Compression;
using System.Text;
using Site.Core.Diagnostics;
using Site.Core.Sources;
using Site.Core.Text;

namespace Site.Content.Files;

/// <summary>
/// How each kind of file begins that may be published, drawings aside. A signature counts at the first byte alone, though some
/// programs look further in: so nothing can stand before it.
/// </summary>
internal static class FileSignatures
{
    /// <summary>How many bytes of a text are looked at.</summary>
    private const int TextSample = 8_192;

    /// <summary>Brands of photographs in an ISO base media file (ISO/IEC 23008-12, annex B).</summary>
    private static readonly string[] Heic = ["heic", "heix", "heim", "heis", "hevc", "hevx", "mif1", "msf1"];

    /// <summary>The kinds, and those without an ending that may not be published; those that are special before those that are general, so that the first that fits names a file.</summary>
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
        new("HEIC 照片（苹果手机拍的）", [], bytes => Has(bytes, 4, "ftyp"u8) && Heic.Any(brand => Has(bytes, 8, Encoding.ASCII.GetBytes(brand)))),
        new("MP4 文件", [".mp4", ".m4a"], bytes => Has(bytes, 4, "ftyp"u8)),
        new("WebM 视频", [".webm"], bytes => Starts(bytes, [0x1A, 0x45, 0xDF, 0xA3])),
        new("Word 文档", [".docx"], bytes => IsZipWith(bytes, "word/")),
        new("Excel 表格", [".xlsx"], bytes => IsZipWith(bytes, "xl/")),
        new("PowerPoint 演示文稿", [".pptx"], bytes => IsZipWith(bytes, "ppt/")),
        new("ZIP 压缩包", [".zip"], bytes => Starts(bytes, "PK\u0003\u0004"u8) || Starts(bytes, "PK\u0005\u0006"u8)),
        new("WebVTT 字幕", [".vtt"], bytes => Starts(bytes, "WEBVTT"u8) || Starts(bytes, "\uFEFFWEBVTT"u8)),
        new("旧格式的 Word、Excel 或 PowerPoint 文件（.doc、.xls、.ppt）", [], bytes => Starts(bytes, [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1])),
        new("BMP 图片", [], bytes => Starts(bytes, "BM"u8) && Has(bytes, 6, "\0\0\0\0"u8)),
        new("TIFF 图片", [], bytes => Starts(bytes, "II*\0"u8) || Starts(bytes, "MM\0*"u8)),
        new("网页", [], bytes => Starts(bytes, "<!DOCTYPE html"u8) || Starts(bytes, "<!doctype html"u8) || Starts(bytes, "<html"u8)),
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

/// <summary>
/// Finds files that are not what their endings say, and files that are two things at once: a browser or a person must not be
/// led to open something else than what was reviewed.
/// </summary>
internal static class FileContents
{
    /// <summary>The longest file that is looked at, in bytes; longer ones are refused for their length.</summary>
    public const int LargestInBytes = 50 * 1_048_576;

    /// <summary>How many bytes at the beginning a browser might take for a web page (MIME Sniffing, section 7, reads 1,445).</summary>
    private const int Beginning = 1_445;

    private static readonly ImmutableArray<string> Markup =
        ["<script", "<html", "<!doctype", "<iframe", "<body", "<img", "<svg", "<?php", "javascript:"];

    /// <summary>Endings of all kinds that have a signature.</summary>
    public static ImmutableArray<string> Endings { get; } = [.. FileSignatures.All.SelectMany(kind => kind.Endings)];

    public static IEnumerable<Diagnostic> Find(string path, byte[] bytes)
    {
        var (location, ending) = (new Location(Quoted.Printable(path)), FileExtension.Of(path));
        var expected = FileSignatures.All.First(kind => kind.Endings.Contains(ending));
        if (bytes.Length == 0 && !expected.Fits(bytes))
        {
            yield return Diagnostic.Error("file/wrong-kind", location, "这个文件是空的，里面什么也没有。", "多半是没有复制完：重新放一份，或者删掉它。");
        }
        else if (!expected.Fits(bytes))
        {
            var actual = FileSignatures.All.FirstOrDefault(kind => kind.Fits(bytes));
            yield return Diagnostic.Error("file/wrong-kind", location,
                $"这个文件的结尾是 “{ending}”，内容却{(actual is null ? $"不是{Quoted.Spaced(expected.Name)}" : $"是{Quoted.Spaced(actual.Name)}")}。",
                actual is { Endings.IsEmpty: false } ? "用原来的软件另存为所写的格式，或者把结尾改成与内容一致的。" : $"只改结尾没有用：用能打开它的软件另存为 “{ending}”，再换上。");
        }
        else if (!expected.Endings.Contains(".txt") && MarkupIn(bytes) is { } markup)
        {
            yield return Diagnostic.Error("file/polyglot", location,
                $"这个{Quoted.Spaced(expected.Name)}的开头夹着网页代码 “{markup}”，浏览器可能把它当网页打开。", "用原来的软件重新导出一份。");
        }
    }

    private static string? MarkupIn(byte[] bytes)
    {
        var beginning = Encoding.Latin1.GetString(bytes, 0, Math.Min(bytes.Length, Beginning));
        return Markup.FirstOrDefault(word => beginning.Contains(word, StringComparison.OrdinalIgnoreCase));
    }
}

/// <summary>How a kind of file begins.</summary>
/// <param name="Name">What it is called in Chinese.</param>
/// <param name="Endings">Endings in lower case, with the dot.</param>
/// <param name="Fits">Whether bytes, from the first on, are of this kind.</param>
internal sealed record FileSignature(string Name, ImmutableArray<string> Endings, Func<byte[], bool> Fits);
