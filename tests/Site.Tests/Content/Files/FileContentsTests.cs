using System.IO.Compression;
using System.Text;
using Site.Content.Rules;

namespace Site.Tests;

public class FileContentsTests
{
    [Theory]
    [InlineData("a.pdf", "%PDF-1.7\n")]
    [InlineData("a.png", "\u0089PNG\r\n\u001a\n")]
    [InlineData("a.jpg", "\u00ff\u00d8\u00ff\u00e0")]
    [InlineData("a.JPEG", "\u00ff\u00d8\u00ff\u00e1")]
    [InlineData("a.gif", "GIF89a")]
    [InlineData("a.webp", "RIFF\0\0\0\0WEBPVP8 ")]
    [InlineData("a.avif", "\0\0\0 ftypavif")]
    [InlineData("a.avif", "\0\0\0 ftypmif1\0\0\0\0miafavif")]
    [InlineData("a.wav", "RIFF\0\0\0\0WAVEfmt ")]
    [InlineData("a.ogg", "OggS")]
    [InlineData("a.mp3", "ID3\u0003")]
    [InlineData("a.mp3", "\u00ff\u00fb\u0090")]
    [InlineData("a.mp4", "\0\0\0 ftypisom")]
    [InlineData("a.m4a", "\0\0\0 ftypM4A ")]
    [InlineData("a.webm", "\u001aE\u00df\u00a3")]
    [InlineData("a.zip", "PK\u0003\u0004")]
    [InlineData("a.vtt", "WEBVTT\n")]
    [InlineData("a.txt", "小心 <触电>")]
    [InlineData("a.csv", "")]
    [InlineData("a.srt", "1\n00:00:01,000 --> 00:00:02,000\n")]
    public void A_file_that_is_what_its_ending_says_is_no_diagnostic(string name, string bytes) =>
        Assert.Equal("", Diagnostics(name, Bytes(bytes)));

    [Fact]
    public void A_file_that_is_another_kind_is_reported_with_that_kind() =>
        Assert.Equal(
            """
            content/works/a.png:1:1: error file/wrong-kind
              这个文件的结尾是 “.png”，内容却是 JPEG 图片。
              用原来的软件另存为所写的格式，或者把结尾改成与内容一致的。
            """,
            Diagnostics("a.png", Bytes("\u00ff\u00d8\u00ff\u00e0")));

    [Theory]
    [InlineData("a.pdf")]
    [InlineData("a.jpg")]
    [InlineData("a.docx")]
    public void A_file_without_a_byte_is_called_empty(string name) => Assert.Contains("这个文件是空的", Diagnostics(name, []), StringComparison.Ordinal);

    [Theory]
    [InlineData("a.pdf", "MZ\u0090\0", "不是 PDF 文件")]
    [InlineData("a.pdf", "<script>alert(1)</script>%PDF-1.7", "不是 PDF 文件")]
    [InlineData("a.jpg", "\0\0\0\u0018ftypheic\0\0\0\0", "是 HEIC 照片（苹果手机拍的）")]
    [InlineData("a.png", "\0\0\0\u0018ftypmif1\0\0\0\0", "是 HEIC 照片（苹果手机拍的）")]
    [InlineData("a.jpg", "BM6\0\0\0\0\0\0\0", "是 BMP 图片")]
    [InlineData("a.jpg", "II*\0", "是 TIFF 图片")]
    [InlineData("a.docx", "\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1", "是旧格式的 Word、Excel 或 PowerPoint 文件（.doc、.xls、.ppt）")]
    [InlineData("a.pdf", "<html><body>404</body></html>", "是网页")]
    [InlineData("a.docx", "PK\u0003\u0004", "是 ZIP 压缩包")]
    [InlineData("a.txt", "\uFEFF <html>", "不是文本")]
    [InlineData("a.csv", "a\0b", "不是文本")]
    [InlineData("a.webp", "RIFF\0\0\0\0WAVE", "是 WAV 音频")]
    [InlineData("a.mp3", "\u00ff\u00d8\u00ff\u00e0", "是 JPEG 图片")]
    public void Nothing_may_stand_before_a_signature_or_in_its_place(string name, string bytes, string what) =>
        Assert.StartsWith(
            $"content/works/{name}:1:1: error file/wrong-kind\n  这个文件的结尾是 “{name[1..]}”，内容却{what}。\n",
            Diagnostics(name, Bytes(bytes)), StringComparison.Ordinal);

    [Theory]
    [InlineData("a.docx", "word/document.xml")]
    [InlineData("a.xlsx", "xl/workbook.xml")]
    [InlineData("a.pptx", "ppt/presentation.xml")]
    public void An_office_file_is_known_by_what_is_packed_in_it(string name, string entry)
    {
        var packed = Zip(entry);

        Assert.Equal("", Diagnostics(name, packed));
        Assert.Contains("内容却是 ZIP 压缩包。", Diagnostics(name, Zip("virus/a.xml")), StringComparison.Ordinal);
    }

    [Fact]
    public void A_picture_that_a_browser_could_take_for_a_web_page_is_reported() =>
        Assert.Equal(
            """
            content/works/a.gif:1:1: error file/polyglot
              这个 GIF 图片的开头夹着网页代码 “<script”，浏览器可能把它当网页打开。
              用原来的软件重新导出一份。
            """,
            Diagnostics("a.gif", Bytes("GIF89a/*<SCRIPT>alert(1)</SCRIPT>*/")));

    [Fact]
    public void A_file_longer_than_any_that_may_be_published_is_not_even_loaded() =>
        Assert.Empty(Checks.FindInFiles([new("content/works/a.zip", 100_000_000, () => throw new InvalidOperationException("Loaded."))], SampleSite.Read("")));

    [Fact]
    public void Pages_are_not_loaded_again() =>
        Assert.Empty(Checks.FindInFiles([new("content/guides/a.md", 10, () => throw new InvalidOperationException("Loaded."))], SampleSite.Read("")));

    private static string Diagnostics(string name, byte[] bytes) =>
        string.Join('\n', Checks.FindInFiles([new($"content/works/{name}", bytes.Length, () => bytes)], SampleSite.Read("")));

    /// <returns>Text as UTF-8 where it has Chinese in it, or else one byte for each character.</returns>
    private static byte[] Bytes(string text) => text.Any(c => c > 0xFF) ? Encoding.UTF8.GetBytes(text) : Encoding.Latin1.GetBytes(text);

    private static byte[] Zip(string entry)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create))
        {
            zip.CreateEntry(entry);
        }

        return bytes.ToArray();
    }
}
