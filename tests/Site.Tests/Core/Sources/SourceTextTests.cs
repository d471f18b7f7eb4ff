using System.Text;
using Site.Content.Loading;
using Site.Content.Pages;
using Site.Core.Diagnostics;
using Site.Core.Sources;

namespace Site.Tests;

public sealed class SourceTextTests
{
    private const string Page = "---\ntitle: 示例\nsource: 示例\nreviewer: 示例\n---\n正文。\n";

    [Fact]
    public void A_byte_order_mark_is_dropped()
    {
        var (page, diagnostics) = Read([0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Page)]);

        Assert.Equal("", diagnostics);
        Assert.Equal("正文。", page.Summary);
    }

    [Fact]
    public void Lines_may_end_as_on_Windows()
    {
        var (page, diagnostics) = Read(Encoding.UTF8.GetBytes(Page.Replace("\n", "\r\n")));

        Assert.Equal("", diagnostics);
        Assert.Equal("示例", page.Title);
        Assert.Equal(new Location("content/guides/a.md", 2, 8), page.Locations["title"]);
    }

    [Fact]
    public void Bytes_that_are_not_UTF8_are_reported_at_their_line_and_column()
    {
        var (_, diagnostics) = Read([.. "---\ntitle: 示"u8, 0xC0, 0xAF, .. "\n---\n"u8]);

        Assert.Equal(
            """
            content/guides/a.md:2:9: error file/not-utf8
              这里的字节 0xC0 不是 UTF-8 文字，多半是 GBK 编码（旧版记事本的 ANSI）。
              在编辑器里选“以 UTF-8 编码保存”，再提交一次；记事本在“另存为”窗口下方的“编码”里选 UTF-8。
            """,
            diagnostics);
    }

    [Fact]
    public void A_surrogate_written_as_UTF8_is_no_text()
    {
        var (_, diagnostics) = Read([0xED, 0xA0, 0x80]);

        Assert.StartsWith("content/guides/a.md:1:1: error file/not-utf8", diagnostics);
    }

    [Theory]
    [InlineData("\u0000", "U+0000（空字符 NUL）")]
    [InlineData("\u001b", "U+001B")]
    [InlineData("\r", "U+000D（单独的回车）")]
    [InlineData("\u0085", "U+0085")]
    [InlineData("\u2028", "U+2028")]
    [InlineData("\u202e", "U+202E（会改变文字的显示顺序）")]
    [InlineData("\u2066", "U+2066（会改变文字的显示顺序）")]
    [InlineData("\uffff", "U+FFFF")]
    public void Hidden_characters_are_reported_by_name_at_their_place(string character, string name)
    {
        var (_, diagnostics) = Read(Encoding.UTF8.GetBytes(Page + "末" + character + "尾"));

        Assert.Equal(
            $"""
            content/guides/a.md:7:2: error file/control-character
              这里有一个看不见的字符 {name}。
              删掉它；如果看不到，就把这一行重新打一遍。
            """,
            diagnostics);
    }

    [Fact]
    public void A_file_that_claims_100_MB_is_not_even_loaded()
    {
        var file = new SourceFile("content/guides/a.md", 100 * 1024 * 1024, () => throw new InvalidOperationException("It was loaded."));

        Assert.Equal(
            """
            content/guides/a.md:1:1: error file/too-large
              文件有 100 MB，超过了 2 MB 的上限，没有读取。
              把它拆成几个小一些的文件；图片、视频等放在单独的文件里，再在正文中链接。
            """,
            Read(file).Problems);
    }

    [Fact]
    public void A_file_that_is_larger_than_it_claims_is_not_decoded()
    {
        var file = new SourceFile("content/guides/a.md", 10, () => new byte[3 * 1024 * 1024]);

        Assert.StartsWith("content/guides/a.md:1:1: error file/too-large\n  文件有 3 MB，", Read(file).Problems);
    }

    [Fact]
    public void A_failing_disk_is_no_diagnostic_of_the_writer()
    {
        var file = new SourceFile("content/guides/a.md", 10, () => throw new IOException("示例"));

        Assert.Throws<IOException>(() => Read(file));
    }

    private static (Page Page, string Problems) Read(byte[] bytes) => Read(SampleSite.File("content/guides/a.md", bytes));

    private static (Page Page, string Problems) Read(SourceFile file)
    {
        var settings = SampleSite.File("site.yaml", "title: 示例\nurl: https://example.gov.cn/\norganiser: 示例\n");
        var (website, diagnostics) = WebsiteReader.Read(settings, [file], new(2025, 6, 10), drafts: false);
        return (website.Pages.Single(), string.Join('\n', diagnostics));
    }
}
