using System.IO.Compression;
using System.Text;
using Site.Core.Diagnostics;
using Site.Core.Sources;

namespace Site.Tests;

/// <summary>Files of <c>input/</c> that should be text.</summary>
public sealed class InputTextTests
{
    static InputTextTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    [Theory]
    [InlineData("id,name\r\n")]
    [InlineData("\uFEFFid,name\r\n")]
    [InlineData("")]
    public void Text_in_UTF_8_is_read_with_and_without_its_mark(string text) =>
        Assert.Equal((text.TrimStart('\uFEFF'), ""), Read("input/units.csv", Encoding.UTF8.GetBytes(text)));

    [Theory]
    [InlineData("xl/workbook.xml", "Excel 表格（.xlsx）", "另存为“CSV UTF-8（逗号分隔）”")]
    [InlineData("word/document.xml", "Word 文档（.docx）", "另存为“CSV UTF-8（逗号分隔）”")]
    [InlineData("ppt/presentation.xml", "PowerPoint 演示文稿（.pptx）", "另存为“CSV UTF-8（逗号分隔）”")]
    [InlineData("a.txt", "ZIP 压缩包", "另存为“CSV UTF-8（逗号分隔）”")]
    public void An_archive_that_was_renamed_is_called_what_it_is(string part, string name, string cure)
    {
        var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            zip.CreateEntry(part);
        }

        var (text, told) = Read("input/units.csv", bytes.ToArray());

        Assert.Null(text);
        Assert.StartsWith("input/units.csv:1:1: error input/not-text\n", told, StringComparison.Ordinal);
        Assert.Contains(name, told, StringComparison.Ordinal);
        Assert.Contains(cure, told, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("input/policy.yaml", "\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1\0\0", "旧格式的 Word 或 Excel")]
    [InlineData("input/policy.yaml", "{\\rtf1\\ansi", "RTF 文档")]
    [InlineData("input/policy.yaml", "%PDF-1.7", "PDF 文件")]
    [InlineData("input/policy.yaml", "\u0089PNG\r\n", "图片")]
    public void So_is_any_other_file_that_is_no_text(string path, string bytes, string name)
    {
        var (text, told) = Read(path, Encoding.Latin1.GetBytes(bytes));

        Assert.Null(text);
        Assert.StartsWith(path + ":1:1: error input/not-text\n", told, StringComparison.Ordinal);
        Assert.Contains(name, told, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("utf-16", "1:1")]
    [InlineData("utf-16BE", "1:1")]
    [InlineData("gbk", "2:6")]
    [InlineData("gb18030", "2:6")]
    public void Another_encoding_is_named_with_the_cure_and_no_content(string encoding, string place)
    {
        var other = Encoding.GetEncoding(encoding);

        var (text, told) = Read("input/units.csv", [.. other.Preamble, .. other.GetBytes("id,name\ncity,安全市\n")]);

        Assert.Null(text);
        Assert.StartsWith($"input/units.csv:{place}: error input/not-utf8\n", told, StringComparison.Ordinal);
        Assert.Contains("另存为“CSV UTF-8（逗号分隔）”", told, StringComparison.Ordinal);
        Assert.DoesNotContain("安全市", told, StringComparison.Ordinal);
    }

    [Fact]
    public void A_NUL_has_its_place_and_a_file_that_is_too_large_is_not_loaded()
    {
        Assert.StartsWith("input/units.csv:2:2: error input/not-text\n", Read("input/units.csv", "a\nb\0"u8.ToArray()).Told, StringComparison.Ordinal);

        List<Diagnostic> diagnostics = [];
        Assert.Null(InputText.Read(new("input/units.csv", 101, () => throw new IOException("loaded")), 100, diagnostics));
        Assert.Equal("input/too-large", Assert.Single(diagnostics).Code);
    }

    private static (string? Text, string Told) Read(string path, byte[] bytes)
    {
        List<Diagnostic> diagnostics = [];
        return (InputText.Decode(path, bytes, diagnostics), string.Join('\n', diagnostics));
    }
}
