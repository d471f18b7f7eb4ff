using System.Text;
using Site.Content.Files;
using Site.Core.Diagnostics;
using Site.Privacy.Leaks.Containers;

namespace Site.Tests;

/// <summary>What files to download still tell once they are published: format by format, nothing of where a picture was taken, or the file is refused. Every place and name is made up.</summary>
public class PublishedFilesTests
{
    private const string Secret = "Shili Didian";

    private static readonly byte[] Note = Encoding.ASCII.GetBytes(Secret);

    private static readonly byte[] Tiff = [.. "MM\0*"u8, 0, 0, 0, 8, 0, 1, 0x88, 0x25, 0, 4, 0, 0, 0, 1, 0, 0, 0, 26, .. Note];

    private static readonly byte[] Jpeg =
    [
        0xFF, 0xD8, .. Segment(0xE0, "JFIF\0"u8), .. Segment(0xE1, [.. "Exif\0\0"u8, .. Tiff]), .. Segment(0xE1, [.. "http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>"u8, .. Note]), .. Segment(0xED, Note),
        .. Segment(0xFE, Note), 0xFF, 0xDA, 0, 4, 1, 2, 9, 9, 0xFF, 0xD9, .. Note,
    ];

    private static readonly byte[] Gif =
    [
        .. "GIF89a"u8, 1, 0, 1, 0, 0x80, 0, 0, 0, 0, 0, 255, 255, 255, 0x21, 0xFE, (byte)Note.Length, .. Note, 0, 0x21, 0xFF, 11, .. "XMP DataXMP"u8, (byte)Note.Length, .. Note, 0,
        0x2C, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 2, 0x44, 1, 0, 0x3B,
    ];

    private static readonly byte[] Webp =
        [.. "RIFF"u8, 0, 0, 0, 0, .. "WEBPVP8X"u8, 10, 0, 0, 0, 0x0C, 0, 0, 0, 0, 0, 0, 0, 0, 0, .. "VP8 "u8, 2, 0, 0, 0, 7, 7, .. "EXIF"u8, (byte)Tiff.Length, 0, 0, 0, .. Tiff, .. "XMP "u8, (byte)Note.Length, 0, 0, 0, .. Note];

    private static readonly byte[] Avif = [0, 0, 0, 24, .. "ftypavif\0\0\0\0avifmif1"u8, 0, 0, 0, 40, .. "meta\0\0\0\0\0\0\0\u0015infe\u0002\0\0\0\0\u0001\0\0Exif\0"u8, .. Tiff];

    /// <summary>Files from which all of it is taken out.</summary>
    private static readonly Dictionary<string, byte[]> Cleaned = new()
    {
        ["a.jpg"] = Jpeg,
        ["a.gif"] = Gif,
        ["a.webp"] = Webp,
        ["text.png"] = Encodings.Png("tEXt", [.. "Comment\0"u8, .. Note]),
        ["packed.png"] = Encodings.Png("zTXt", [.. "Comment\0\0"u8, .. Encodings.Zlib(Note)]),
        ["xmp.png"] = Encodings.Png("iTXt", [.. "XML:com.adobe.xmp\0\0\0\0\0"u8, .. Note]),
        ["exif.png"] = Encodings.Png("eXIf", Tiff),
        ["time.png"] = Encodings.Png("tIME", Note),
        ["jpg.docx"] = Office("word/media/image1.jpeg", Jpeg),
        ["png.docx"] = Office("word/media/image1.png", Encodings.Png("eXIf", Tiff)),
        ["no-ending.docx"] = Office("word/media/image1", Jpeg),
        ["gif.xlsx"] = Office("xl/media/image1.gif", Gif),
        ["webp.pptx"] = Office("ppt/media/image1.webp", Webp),
        ["thumbnail.pptx"] = Office("docProps/thumbnail.jpeg", Jpeg),
        ["table-in-text.docx"] = Office("word/embeddings/a.xlsx", Office("xl/media/image1.jpeg", Jpeg)),
        ["picture.odt"] = OpenDocument("Pictures/1.jpg", Jpeg),
        ["meta.odt"] = OpenDocument("meta.xml", [.. "<office:meta><meta:initial-creator>"u8, .. Note, .. "</meta:initial-creator><dc:creator>"u8, .. Note, .. "</dc:creator><meta:printed-by>"u8, .. Note, .. "</meta:printed-by></office:meta>"u8]),
        ["own.ods"] = OpenDocument("meta.xml", [.. "<meta:user-defined meta:name=\"a\">"u8, .. Note, .. "</meta:user-defined>"u8]),
        ["annotated.odp"] = OpenDocument("content.xml", [.. "<office:annotation><dc:creator>"u8, .. Note, .. "</dc:creator><text:p>好</text:p></office:annotation>"u8]),
        ["jpg.pdf"] = [.. "%PDF-1.7\n1 0 obj <</Filter /DCTDecode>>\nstream\r\n"u8, .. Jpeg[..^Note.Length], .. "\nendstream"u8],
        ["info.pdf"] = [.. "%PDF-1.7\n1 0 obj <</Author ("u8, .. Note, .. ")>>"u8],
        ["xmp.pdf"] = [.. "%PDF-1.7\nstream\n<x:xmpmeta><dc:creator><rdf:Seq><rdf:li>"u8, .. Note, .. "</rdf:li></rdf:Seq></dc:creator></x:xmpmeta>\nendstream"u8],
    };

    /// <summary>Files from which it cannot be taken out.</summary>
    private static readonly Dictionary<string, byte[]> Refused = new()
    {
        ["a.avif"] = Avif,
        ["a.zip"] = Encodings.Zip(("a.jpg", Jpeg)),
        ["text.zip"] = Encodings.Zip(("a.docx", Office("word/media/image1.jpeg", Jpeg))),
        ["signed.docx"] = Office("word/media/image1.jpeg", Jpeg, ("_xmlsignatures/sig1.xml", [1])),
        ["tiff.docx"] = Office("word/media/image1.tiff", Tiff),
        ["little-tiff.docx"] = Office("word/media/image1.tif", [.. "II*\0"u8, 8, 0, 0, 0, 1, 0, 0x69, 0x87, 4, 0, 1, 0, 0, 0, 26, 0, 0, 0]),
        ["heic.pptx"] = Office("ppt/media/image1.heic", [.. "\0\0\0\u0018ftypheic\0\0\0\0heicmif1"u8, .. Avif[24..]]),
        ["signed.pdf"] = [.. "%PDF-1.7\n<</ByteRange [0 1 2 3]>>\nstream\n"u8, .. Jpeg, .. "\nendstream"u8],
        ["packed.pdf"] = [.. "%PDF-1.7\n1 0 obj <</Filter [/FlateDecode /DCTDecode]>>\nstream\n"u8, .. Encodings.Zlib(Jpeg), .. "\nendstream"u8],
    };

    /// <summary>Files in which there is nothing of a camera, or nothing but which side is up.</summary>
    private static readonly Dictionary<string, byte[]> Plain = new()
    {
        ["a.zip"] = Encodings.Zip(("a.jpg", [0xFF, 0xD8, .. Segment(0xE0, "JFIF\0"u8), 0xFF, 0xDA, 0, 4, 1, 2, 9, 9, 0xFF, 0xD9]), ("a.txt", "Exif\0\0"u8.ToArray())),
        ["up.zip"] = Encodings.Zip(("a.jpg", PictureMetadata.Without([0xFF, 0xD8, .. Segment(0xE1, [.. "Exif\0\0MM\0*"u8, 0, 0, 0, 8, 0, 1, 1, 0x12, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0, 0, 0, 0, 0]), 0xFF, 0xDA, 0, 4, 1, 2, 9, 9, 0xFF, 0xD9]))),
        ["text.zip"] = Encodings.Zip(("a.png", Encodings.Png("tEXt", [.. "Software\0"u8, .. "made by a program"u8]))),
        ["a.docx"] = Office("word/media/image1.tiff", [.. "MM\0*"u8, 0, 0, 0, 8, 0, 1, 1, 0, 0, 4, 0, 0, 0, 1, 0, 0, 0, 26]),
        ["a.avif"] = [0, 0, 0, 24, .. "ftypavif\0\0\0\0avifmif1meta\0\0\0\u0015infe\u0002\0\0\0\0\u0001\0\0av01\0"u8],
        ["a.pdf"] = [.. "%PDF-1.7\n1 0 obj <</Title (Exif)>>"u8],
        ["short.pdf"] = [.. "%PDF-1.7\nstream"u8],
        ["cut.docx"] = [.. "PK\u0003\u0004"u8, 1],
    };

    public static TheoryData<string> CleanedNames => [.. Cleaned.Keys];

    public static TheoryData<string> RefusedNames => [.. Refused.Keys];

    public static TheoryData<string> PlainNames => [.. Plain.Keys];

    [Theory]
    [MemberData(nameof(CleanedNames))]
    public void Where_and_by_whom_something_was_made_is_taken_out(string name)
    {
        Assert.True(Tells(Cleaned[name]), "The test would prove nothing.");

        var published = DocumentProperties.Without(PictureMetadata.Without(Cleaned[name]));

        Assert.False(Tells(published));
        Assert.Empty(Find(name, Cleaned[name]));
        Assert.Same(published, DocumentProperties.Without(PictureMetadata.Without(published)));
    }

    [Theory]
    [MemberData(nameof(RefusedNames))]
    public void What_cannot_be_taken_out_is_refused_with_its_cure(string name)
    {
        var found = Find(name, Refused[name]).Single(diagnostic => diagnostic.Code == "file/tells-place");

        Assert.Equal(("content/works/files/" + name, Severity.Error), (found.Location.Path, found.Severity));
        Assert.DoesNotContain(Secret, found.Message + found.Help, StringComparison.Ordinal);
        Assert.NotEmpty(found.Help);
    }

    [Theory]
    [MemberData(nameof(PlainNames))]
    public void What_tells_nothing_is_let_be(string name) => Assert.Empty(Find(name, Plain[name]));

    [Fact]
    public void An_OpenDocument_file_still_begins_with_what_it_is_uncompressed()
    {
        var published = DocumentProperties.Without(Cleaned["picture.odt"]);

        Assert.Equal("mimetypeapplication/vnd.oasis.opendocument.text", Encoding.ASCII.GetString(published, 30, 47));
    }

    private static Diagnostic[] Find(string name, byte[] bytes) => [.. DocumentAuthors.FindOncePublished("content/works/files/" + name, bytes), .. CameraNotes.Find("content/works/files/" + name, bytes)];

    private static bool Tells(byte[] bytes) => Holds(bytes) || DocumentParts.Of(bytes).Any(part => Holds(part.Value) || (part.Value.AsSpan().StartsWith("PK"u8) && Tells(part.Value)));

    private static bool Holds(byte[] bytes) => bytes.AsSpan().IndexOf(Note) >= 0;

    private static byte[] Segment(byte marker, ReadOnlySpan<byte> content) => [0xFF, marker, (byte)((content.Length + 2) >> 8), (byte)(content.Length + 2), .. content];

    private static byte[] Office(string part, byte[] bytes, params (string Name, byte[] Bytes)[] others) => Encodings.Zip([("[Content_Types].xml", "<Types/>"u8.ToArray()), (part, bytes), .. others]);

    private static byte[] OpenDocument(string part, byte[] bytes) => Encodings.Zip(("mimetype", "application/vnd.oasis.opendocument.text"u8.ToArray()), (part, bytes));
}
