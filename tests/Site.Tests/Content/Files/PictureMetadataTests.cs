using System.Text;
using Site.Content.Files;

namespace Site.Tests;

public class PictureMetadataTests
{
    private static readonly byte[] Pixels = [0xFF, 0xDA, 0, 4, 1, 2, 9, 9, 0xFF, 0, 9, 0xFF, 0xD9];

    [Fact]
    public void A_JPEG_loses_place_device_names_comments_and_what_follows_its_end()
    {
        byte[] picture = [0xFF, 0xD8, .. Segment(0xE0, "JFIF\0"), .. Segment(0xE1, "Exif\0\0MM\0*\0\0\0\u0008\0\0示例相机"), .. Segment(0xE1, "http://ns.adobe.com/xap/1.0/\0示例作者"),
            .. Segment(0xED, "Photoshop 示例"), .. Segment(0xFE, "示例备注"), .. Segment(0xE2, "ICC_PROFILE\0"), .. Segment(0xDB, "tables"), .. Pixels, .. "后面"u8];

        Assert.Equal([0xFF, 0xD8, .. Segment(0xE0, "JFIF\0"), .. Segment(0xE2, "ICC_PROFILE\0"), .. Segment(0xDB, "tables"), .. Pixels], PictureMetadata.Without(picture));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Which_side_of_a_JPEG_is_up_stays(bool isLittle)
    {
        byte[] tiff = isLittle
            ? [.. "II*\0"u8, 8, 0, 0, 0, 2, 0, 0x0F, 1, 2, 0, 1, 0, 0, 0, 65, 0, 0, 0, 0x12, 1, 3, 0, 1, 0, 0, 0, 6, 0, 0, 0, 0, 0, 0, 0]
            : [.. "MM\0*"u8, 0, 0, 0, 8, 0, 2, 1, 0x0F, 0, 2, 0, 0, 0, 1, 65, 0, 0, 0, 1, 0x12, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0, 0, 0, 0, 0];
        byte[] side = [.. "Exif\0\0MM\0*"u8, 0, 0, 0, 8, 0, 1, 1, 0x12, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0, 0, 0, 0, 0];

        Assert.Equal([0xFF, 0xD8, .. Segment(0xE1, side), .. Pixels], PictureMetadata.Without([0xFF, 0xD8, .. Segment(0xE1, [.. "Exif\0\0"u8, .. tiff]), .. Pixels]));
    }

    [Theory]
    [InlineData("tEXt")]
    [InlineData("zTXt")]
    [InlineData("iTXt")]
    [InlineData("eXIf")]
    [InlineData("tIME")]
    public void A_PNG_loses_its_texts(string type) =>
        Assert.DoesNotContain("示例作者", Encoding.UTF8.GetString(PictureMetadata.Without(Encodings.Png(type, [.. "Author\0"u8, .. "示例作者"u8]))), StringComparison.Ordinal);

    [Fact]
    public void A_WebP_loses_EXIF_and_XMP_and_says_so()
    {
        byte[] picture = [.. "RIFF"u8, 0, 0, 0, 0, .. "WEBPVP8X"u8, 10, 0, 0, 0, 0x2C, 0, 0, 0, 0, 0, 0, 0, 0, 0, .. "VP8 "u8, 2, 0, 0, 0, 7, 7, .. "EXIF"u8, 3, 0, 0, 0, 1, 2, 3, 0, .. "XMP "u8, 2, 0, 0, 0, 5, 5];

        Assert.Equal([.. "RIFF"u8, 32, 0, 0, 0, .. "WEBPVP8X"u8, 10, 0, 0, 0, 0x20, 0, 0, 0, 0, 0, 0, 0, 0, 0, .. "VP8 "u8, 2, 0, 0, 0, 7, 7], PictureMetadata.Without(picture));
    }

    [Fact]
    public void A_GIF_loses_comments_and_notes_of_programs_and_keeps_its_frames_and_loops()
    {
        byte[] head = [.. "GIF89a"u8, 1, 0, 1, 0, 0x80, 0, 0, 0, 0, 0, 255, 255, 255];
        byte[] loop = [0x21, 0xFF, 11, .. "NETSCAPE2.0"u8, 3, 1, 2, 0, 0];
        byte[] frame = [0x21, 0xF9, 4, 0, 0, 0, 0, 0, 0x2C, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 2, 0x44, 1, 0];
        byte[] note = [0x21, 0xFE, 6, .. "示例"u8, 0], program = [0x21, 0xFF, 11, .. "XMP DataXMP"u8, 3, 1, 2, 3, 0];

        Assert.Equal([.. head, .. loop, .. frame, 0x3B], PictureMetadata.Without([.. head, .. loop, .. note, .. program, .. frame, .. note, 0x3B, .. "后面"u8]));
    }

    [Theory]
    [InlineData(6)]
    [InlineData(15)]
    [InlineData(30)]
    public void A_GIF_that_is_cut_off_stays_as_it_is(int length)
    {
        byte[] picture = [.. "GIF89a"u8, 1, 0, 1, 0, 0x80, 0, 0, 0, 0, 0, 255, 255, 255, 0x21, 0xFE, 60, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10];

        Assert.Equal(picture[..Math.Min(length, picture.Length)], PictureMetadata.Without(picture[..Math.Min(length, picture.Length)]));
    }

    [Fact]
    public void Other_files_stay_as_they_are() => Assert.Equal("%PDF-1.7 示例"u8.ToArray(), PictureMetadata.Without("%PDF-1.7 示例"u8.ToArray()));

    private static byte[] Segment(byte marker, string text) => Segment(marker, Encoding.UTF8.GetBytes(text));

    private static byte[] Segment(byte marker, byte[] content) => [0xFF, marker, (byte)((content.Length + 2) >> 8), (byte)(content.Length + 2), .. content];
}
