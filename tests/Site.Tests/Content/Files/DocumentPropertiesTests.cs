using System.IO.Compression;
using System.Text;
using Site.Content.Files;

namespace Site.Tests;

/// <summary>What is taken out of documents that are offered for download. Every name is made up.</summary>
public class DocumentPropertiesTests
{
    [Theory]
    [InlineData("docProps/core.xml", "<cp:coreProperties><dc:title>安全须知</dc:title><dc:creator>示例作者甲</dc:creator><cp:lastModifiedBy>示例作者乙</cp:lastModifiedBy></cp:coreProperties>",
        "<cp:coreProperties><dc:title>安全须知</dc:title><dc:creator></dc:creator><cp:lastModifiedBy></cp:lastModifiedBy></cp:coreProperties>")]
    [InlineData("docProps/app.xml", "<Properties><Pages>2</Pages><Manager>示例作者乙</Manager><Company>示例公司</Company></Properties>", "<Properties><Pages>2</Pages><Manager></Manager><Company></Company></Properties>")]
    [InlineData("docProps/custom.xml", "<property name=\"审核\"><vt:lpwstr>示例作者甲</vt:lpwstr></property><property name=\"页\"><vt:i4>3</vt:i4></property>",
        "<property name=\"审核\"><vt:lpwstr></vt:lpwstr></property><property name=\"页\"><vt:i4>3</vt:i4></property>")]
    [InlineData("word/comments.xml", "<w:comment w:id=\"0\" w:author=\"示例作者甲\" w:initials=\"甲\">", "<w:comment w:id=\"0\" w:author=\"作者\" w:initials=\"作者\">")]
    [InlineData("word/document.xml", "<w:ins w:id=\"1\" w:author=\"示例作者甲\"><w:t>作者：示例</w:t>", "<w:ins w:id=\"1\" w:author=\"作者\"><w:t>作者：示例</w:t>")]
    [InlineData("word/people.xml", "<w15:person w15:author=\"示例作者甲\">", "<w15:person w15:author=\"作者\">")]
    [InlineData("xl/comments1.xml", "<comments><authors><author>示例作者甲</author></authors></comments>", "<comments><authors><author>作者</author></authors></comments>")]
    [InlineData("xl/persons/person.xml", "<personList><person displayName=\"示例作者甲\" id=\"{1}\"/></personList>", "<personList><person displayName=\"作者\" id=\"{1}\"/></personList>")]
    [InlineData("ppt/commentAuthors.xml", "<p:cmAuthor id=\"1\" name=\"示例作者甲\" initials=\"a\"/>", "<p:cmAuthor id=\"1\" name=\"作者\" initials=\"a\"/>")]
    public void Persons_and_firms_are_taken_out_of_a_package_and_all_else_stays(string part, string xml, string left)
    {
        var package = Package((part, Encoding.UTF8.GetBytes(xml)), ("word/media/a.bin", [1, 2, 3]));

        var cleaned = DocumentProperties.Without(package);

        Assert.Equal(left, Encoding.UTF8.GetString(Read(cleaned, part)));
        Assert.Equal([1, 2, 3], Read(cleaned, "word/media/a.bin"));
        Assert.Equal(cleaned, DocumentProperties.Without(package));
        Assert.Same(cleaned, DocumentProperties.Without(cleaned));
        Assert.Empty(DocumentAuthors.Find("content/a.docx", cleaned));
    }

    [Fact]
    public void What_names_nobody_is_the_same_file()
    {
        var package = Package(("docProps/core.xml", "<cp:coreProperties><dc:creator></dc:creator></cp:coreProperties>"u8.ToArray()));

        Assert.Same(package, DocumentProperties.Without(package));
    }

    [Fact]
    public void A_signed_package_a_bomb_and_what_is_no_document_stay_as_they_are()
    {
        var core = ("docProps/core.xml", Encoding.UTF8.GetBytes("<dc:creator>示例作者甲</dc:creator>"));
        var signed = Package(core, ("_xmlsignatures/sig1.xml", [1]));
        var bomb = Package(core, ("word/document.xml", new byte[65 * 1024 * 1024]));
        byte[] broken = [.. "PK\u0003\u0004"u8, 1, 2, 3];

        Assert.Same(signed, DocumentProperties.Without(signed));
        Assert.Same(bomb, DocumentProperties.Without(bomb));
        Assert.Same(broken, DocumentProperties.Without(broken));
        Assert.Single(DocumentAuthors.Find("content/a.docx", signed));
    }

    [Theory]
    [InlineData("%PDF-1.7\n1 0 obj <</Author (Shili \\(Zuozhe\\)) /Producer (x)>> endobj", "%PDF-1.7\n1 0 obj <</Author (                ) /Producer (x)>> endobj")]
    [InlineData("%PDF-1.7\n1 0 obj <</Author <FEFF793A4F8B> /Company (Shili)>> endobj", "%PDF-1.7\n1 0 obj <</Author <            > /Company (     )>> endobj")]
    [InlineData("%PDF-1.7\nstream\n/Author (ab)endstream", "%PDF-1.7\nstream\n/Author (ab)endstream")]
    [InlineData("%PDF-1.7\nstream\n<x:xmpmeta><dc:creator><rdf:Seq><rdf:li>Zuozhe</rdf:li></rdf:Seq></dc:creator></x:xmpmeta>\nendstream",
        "%PDF-1.7\nstream\n<x:xmpmeta><dc:creator><rdf:Seq><rdf:li>      </rdf:li></rdf:Seq></dc:creator></x:xmpmeta>\nendstream")]
    [InlineData("%PDF-1.7\n1 0 obj <</Author (Zuozhe)>> 2 0 obj <</ByteRange [0 1 2 3]>>", "%PDF-1.7\n1 0 obj <</Author (Zuozhe)>> 2 0 obj <</ByteRange [0 1 2 3]>>")]
    public void In_a_PDF_they_are_blanked_where_they_stand_unless_it_is_signed(string text, string left) =>
        Assert.Equal(left, Encoding.Latin1.GetString(DocumentProperties.Without(Encoding.Latin1.GetBytes(text))));

    private static byte[] Package(params ReadOnlySpan<(string Name, byte[] Bytes)> parts)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add("[Content_Types].xml", "<Types/>"u8.ToArray());
            foreach (var (name, bytes) in parts)
            {
                Add(name, bytes);
            }

            void Add(string name, byte[] bytes)
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(bytes);
            }
        }

        return stream.ToArray();
    }

    private static byte[] Read(byte[] package, string name)
    {
        using var zip = new ZipArchive(new MemoryStream(package));
        using var stream = zip.GetEntry(name)!.Open();
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }
}
