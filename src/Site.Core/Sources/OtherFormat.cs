using System.IO.Compression;
using System.Text;
using Site.Core.Text;

namespace Site.Core.Sources;

/// <summary>What a file is that should be text and is not, as its first bytes say: a document or picture whose ending somebody changed, or UTF-16.</summary>
/// <param name="Name">What it is called in Chinese.</param>
/// <param name="Program">What opens it, or null where nothing in it can be copied as text.</param>
public sealed record OtherFormat(string Name, string? Program)
{
    private static readonly string[] WebPageStarts = ["<!doctype html", "<html", "<?xml", "MIME-Version:"];

    private static readonly OtherFormat Utf16 = new("UTF-16 编码的文字（记事本的 “Unicode”）", null);

    /// <returns>The format, or null where the bytes may be text in UTF-8 or an older Chinese encoding.</returns>
    public static OtherFormat? Of(ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) ? new("旧格式的 Word 或 Excel 文件（.doc、.xls）", "Word 或 WPS")
        : bytes.StartsWith("PK\u0003\u0004"u8) ? OfZip(bytes)
        : bytes.StartsWith("{\\rtf"u8) ? new("RTF 文档", "Word 或 WPS")
        : bytes.StartsWith("%PDF-"u8) ? new("PDF 文件", "PDF 阅读器")
        : bytes.StartsWith((ReadOnlySpan<byte>)[0x89, .. "PNG"u8]) || bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]) || bytes.StartsWith("GIF8"u8) ? new("图片", null)
        : IsMedia(bytes) ? new("图片、音频或视频", null)
        : bytes.StartsWith("Rar!\u001A\u0007"u8) || bytes.StartsWith((ReadOnlySpan<byte>)[.. "7z"u8, 0xBC, 0xAF]) || bytes.StartsWith((ReadOnlySpan<byte>)[0x1F, 0x8B, 0x08]) ? new("压缩包", null)
        : IsWebPage(bytes) ? new("网页（HTML、MHT 或者 XML）", "浏览器")
        : bytes.StartsWith(Encoding.Unicode.Preamble) || bytes.StartsWith(Encoding.BigEndianUnicode.Preamble) || bytes is [0, not 0, 0, not 0, ..] or [not 0, 0, not 0, 0, ..] ? Utf16
        : null;

    /// <returns>Whether it is WebP, WAV, AVI, a file of ISO media (HEIC, MP4) or a bitmap.</returns>
    private static bool IsMedia(ReadOnlySpan<byte> bytes) =>
        (bytes.StartsWith("RIFF"u8) && bytes.Length > 8 && bytes[..8].Contains((byte)0)) || (bytes.Length > 8 && bytes[4..].StartsWith("ftyp"u8)) || (bytes.StartsWith("BM"u8) && bytes.Length > 9 && bytes[6..].StartsWith("\0\0\0\0"u8));

    /// <returns>Whether it was saved by a browser or by Word as a page of the web: no page of this site begins so.</returns>
    private static bool IsWebPage(ReadOnlySpan<byte> bytes)
    {
        var start = Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, 200)]).TrimStart('\u00EF', '\u00BB', '\u00BF', ' ', '\r', '\n', '\t');
        return WebPageStarts.Any(word => start.StartsWith(word, StringComparison.OrdinalIgnoreCase));
    }

    /// <returns>One sentence about a file with this ending.</returns>
    public string Message(string ending) => ReferenceEquals(this, Utf16) ? $"这个文件是{Quoted.Spaced(Name)}，本站只读 UTF-8。"
        : $"这个文件的结尾是 “{ending}”，内容却是{Quoted.Spaced(Name)}：改结尾不会把它变成文字文件。";

    /// <returns>What to do with a file with this ending.</returns>
    public string Help(string ending) => ReferenceEquals(this, Utf16) ? "用记事本打开，点“另存为”，在窗口下方的“编码”里选 UTF-8。"
        : Program is null ? $"把结尾改回原来的；文字写进另外新建的 “{ending}” 文件。"
        : $"把结尾改回原来的，用 {Program} 打开，复制里面的文字，粘贴到用记事本新建的 “{ending}” 文件里。";

    private static OtherFormat OfZip(ReadOnlySpan<byte> bytes)
    {
        try
        {
            using var zip = new ZipArchive(new MemoryStream(bytes.ToArray(), writable: false), ZipArchiveMode.Read);
            var names = zip.Entries.Select(entry => entry.FullName).ToArray();
            return Has(names, "word/") ? new("Word 文档（.docx）", "Word 或 WPS")
                : Has(names, "xl/") ? new("Excel 表格（.xlsx）", "Excel 或 WPS")
                : Has(names, "ppt/") ? new("PowerPoint 演示文稿（.pptx）", "PowerPoint 或 WPS")
                : new("ZIP 压缩包", null);
        }
        catch (InvalidDataException)
        {
            return new("Word、Excel 或压缩文件", "Word 或 WPS");
        }
    }

    private static bool Has(string[] names, string folder) => names.Any(name => name.StartsWith(folder, StringComparison.Ordinal));
}
