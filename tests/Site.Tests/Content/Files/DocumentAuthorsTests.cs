using System.IO.Compression;
using System.Text;
using Site.Content.Files;
using Site.Core.Diagnostics;

namespace Site.Tests;

/// <summary>Documents that are offered for download name nobody. Every name is made up.</summary>
public class DocumentAuthorsTests
{
    [Theory]
    [InlineData("docProps/core.xml", "<cp:coreProperties><dc:creator>示例作者甲</dc:creator></cp:coreProperties>", "作者")]
    [InlineData("docProps/core.xml", "<cp:coreProperties><cp:lastModifiedBy>Shili Zuozhe</cp:lastModifiedBy></cp:coreProperties>", "最后保存的人")]
    [InlineData("docProps/app.xml", "<Properties><Manager>示例作者乙</Manager></Properties>", "经理")]
    [InlineData("word/comments.xml", "<w:comment w:id=\"0\" w:author=\"示例作者甲\" w:date=\"2026-06-01T00:00:00Z\">", "批注或修订的作者")]
    [InlineData("word/document.xml", "<w:ins w:id=\"1\" w:author=\"示例作者甲\">", "批注或修订的作者")]
    [InlineData("xl/comments1.xml", "<comments><authors><author>示例作者甲</author></authors></comments>", "批注或修订的作者")]
    [InlineData("xl/persons/person.xml", "<personList><person displayName=\"示例作者甲\" id=\"{1}\"/></personList>", "批注或修订的作者")]
    [InlineData("ppt/commentAuthors.xml", "<p:cmAuthorLst><p:cmAuthor id=\"1\" name=\"示例作者甲\" initials=\"a\"/></p:cmAuthorLst>", "批注或修订的作者")]
    public void Who_wrote_saved_annotated_or_revised_is_reported_by_kind_and_not_by_name(string part, string xml, string told)
    {
        var diagnostic = Assert.Single(DocumentAuthors.Find("content/works/files/a.docx", Package(part, Encoding.UTF8.GetBytes(xml))));

        Assert.Equal(("content/works/files/a.docx", "file/tells-author", Severity.Warning), (diagnostic.Location.Path, diagnostic.Code, diagnostic.Severity));
        Assert.Equal($"这个文件里写着{told}，下载的人都看得到。", diagnostic.Message);
        Assert.DoesNotContain("示例作者", diagnostic.Message + diagnostic.Help, StringComparison.Ordinal);
        Assert.Contains("检查文档", diagnostic.Help, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("%PDF-1.7\n1 0 obj <</Author (Shili Zuozhe) /Producer (x)>> endobj")]
    [InlineData("%PDF-1.7\n1 0 obj <</Author <FEFF793A4F8B>>> endobj")]
    [InlineData("%PDF-1.7\n<x:xmpmeta><dc:creator><rdf:Seq><rdf:li>示例作者甲</rdf:li></rdf:Seq></dc:creator></x:xmpmeta>")]
    public void The_author_of_a_PDF_is_reported(string text) =>
        Assert.Contains("导出 PDF", Assert.Single(DocumentAuthors.Find("content/a.pdf", Encoding.UTF8.GetBytes(text))).Help, StringComparison.Ordinal);

    [Fact]
    public void The_author_in_a_compressed_part_of_a_PDF_is_reported()
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            zlib.Write("1 0 <</Author (Shili Zuozhe)>>"u8);
        }

        Assert.Single(DocumentAuthors.Find("content/a.pdf", [.. "%PDF-1.7\n1 0 obj <</Type /ObjStm /Filter /FlateDecode>>\nstream\n"u8, .. packed.ToArray(), .. "\nendstream"u8]));
    }

    [Theory]
    [InlineData("")]
    [InlineData("python-docx")]
    [InlineData("Administrator")]
    [InlineData("微软用户")]
    [InlineData("WPS Office")]
    [InlineData("示例市应急管理局")]
    [InlineData("示例市安委办")]
    public void Programs_and_offices_may_stand_there(string name) =>
        Assert.Empty(DocumentAuthors.Find("content/a.docx", Package("docProps/core.xml", Encoding.UTF8.GetBytes($"<p><dc:creator>{name}</dc:creator><cp:lastModifiedBy>{name}</cp:lastModifiedBy></p>"))));

    [Fact]
    public void A_file_that_is_no_document_is_left_to_others() => Assert.Empty(DocumentAuthors.Find("content/a.docx", [1, 2, 3]));

    private static byte[] Package(string part, byte[] content)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var entry = zip.CreateEntry(part).Open();
            entry.Write(content);
        }

        return stream.ToArray();
    }
}
