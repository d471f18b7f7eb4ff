using System.Buffers.Binary;
using Site.Rendering.Pictures;
using Site.Rendering.Pictures.Sources;

namespace Site.Tests.Rendering.Pictures;

/// <summary>Pictures that are damaged, or made to take memory or time.</summary>
public class HostilePicturesTests
{
    public static TheoryData<string, int> Cuts()
    {
        var cuts = new TheoryData<string, int>();
        foreach (var ending in (string[])["jpg", "png", "webp", "gif"])
        {
            foreach (var percent in (int[])[1, 20, 40, 60, 80, 95])
            {
                cuts.Add(ending, percent);
            }
        }

        return cuts;
    }

    [Theory]
    [MemberData(nameof(Cuts))]
    public void A_picture_that_is_cut_off_is_unreadable(string ending, int percent)
    {
        var whole = PictureSamples.Encode(PictureSamples.Noise(300, 200), ending);

        Unreadable(ending, whole[..(whole.Length * percent / 100 + 8)]);
    }

    [Theory]
    [InlineData("jpg", 2)]
    [InlineData("png", 1)]
    [InlineData("png", 12)]
    [InlineData("gif", 1)]
    [InlineData("webp", 1)]
    public void A_picture_without_its_last_bytes_is_unreadable(string ending, int bytes) =>
        Unreadable(ending, PictureSamples.Encode(PictureSamples.Noise(61, 47), ending)[..^bytes]);

    [Theory]
    [InlineData("jpg")]
    [InlineData("png")]
    public void A_picture_with_other_bytes_in_its_middle_is_unreadable(string ending)
    {
        var whole = PictureSamples.Encode(PictureSamples.Noise(300, 200), ending);
        var filled = whole.ToArray();
        filled.AsSpan(whole.Length / 2, 64).Fill(0x5A);

        Unreadable(ending, filled);
    }

    [Theory]
    [InlineData("jpg")]
    [InlineData("png")]
    [InlineData("webp")]
    [InlineData("gif")]
    public void A_picture_with_a_gap_in_its_middle_is_unreadable(string ending)
    {
        var whole = PictureSamples.Encode(PictureSamples.Noise(300, 200), ending);

        Unreadable(ending, [.. whole[..(whole.Length / 2)], .. whole[(whole.Length / 2 + 4_096)..]]);
    }

    [Fact]
    public void A_JPEG_whose_scan_ends_early_is_unreadable_though_its_end_is_there()
    {
        var whole = PictureSamples.Encode(PictureSamples.Noise(300, 200), "jpg");

        Unreadable("jpg", [.. whole[..(whole.Length * 2 / 3)], 0xFF, 0xD9]);
    }

    [Fact]
    public void A_WebP_whose_codes_end_early_is_unreadable_though_every_length_fits()
    {
        var whole = PictureSamples.Encode(PictureSamples.Noise(300, 200), "webp");
        var cut = whole[..(whole.Length * 2 / 3 & ~1)];
        BinaryPrimitives.WriteInt32LittleEndian(cut.AsSpan(4), cut.Length - 8);
        BinaryPrimitives.WriteInt32LittleEndian(cut.AsSpan(16), cut.Length - 20);

        Unreadable("webp", cut);
    }

    [Theory]
    [InlineData(4, 1)]
    [InlineData(16, 1_000)]
    public void A_WebP_that_says_it_is_longer_than_it_is_is_unreadable(int place, int more)
    {
        var bytes = PictureSamples.Encode(PictureSamples.Noise(60, 40), "webp");
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(place), BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(place)) + more);

        Unreadable("webp", bytes);
    }

    [Fact]
    public void A_PNG_with_a_wrong_checksum_anywhere_is_unreadable()
    {
        var whole = PictureSamples.Png(3, 3, 8, 2, ("tEXt", [.. "Comment\0x"u8]), ("IDAT", PictureSamples.Packed(new byte[30])));
        Assert.NotNull(PictureSizesTests.Made(".png", whole));
        var chunks = new List<int>();
        for (var at = 8; at < whole.Length; at += 12 + BinaryPrimitives.ReadInt32BigEndian(whole.AsSpan(at)))
        {
            chunks.Add(at + 8 + BinaryPrimitives.ReadInt32BigEndian(whole.AsSpan(at)));
        }

        Assert.Equal(4, chunks.Count);
        Assert.All(chunks, checksum =>
        {
            var damaged = whole.ToArray();
            damaged[checksum + 2] ^= 1;
            Unreadable("png", damaged);
        });
    }

    [Theory]
    [InlineData(29)]
    [InlineData(31)]
    [InlineData(0)]
    public void A_PNG_whose_pixels_come_to_another_length_is_unreadable(int bytes) =>
        Unreadable("png", PictureSamples.Png(3, 3, 8, 2, ("IDAT", PictureSamples.Packed(new byte[bytes]))));

    [Fact]
    public void A_PNG_whose_pixels_have_a_wrong_checksum_is_unreadable()
    {
        var packed = PictureSamples.Packed(new byte[30]);
        packed[^1] ^= 1;

        Unreadable("png", PictureSamples.Png(3, 3, 8, 2, ("IDAT", packed)));
        Unreadable("png", PictureSamples.Png(3, 3, 8, 2, ("IDAT", packed[..^4])));
    }

    [Fact]
    public void A_PNG_without_pixels_or_palette_or_with_an_unknown_critical_chunk_is_unreadable()
    {
        var pixels = ("IDAT", PictureSamples.Packed(new byte[12]));

        Unreadable("png", PictureSamples.Png(3, 3, 8, 3));
        Unreadable("png", PictureSamples.Png(3, 3, 8, 3, pixels));
        Unreadable("png", PictureSamples.Png(3, 3, 8, 0, pixels, ("EVIL", [1, 2, 3])));
        Unreadable("png", PictureSamples.Png(3, 3, 7, 0, pixels));
        Assert.NotNull(PictureSizesTests.Made(".png", PictureSamples.Png(3, 3, 8, 0, pixels, ("evIl", [1, 2, 3]))));
    }

    [Theory]
    [InlineData(10_000, 6_000, 8, 0)]
    [InlineData(20_000, 10, 8, 2)]
    [InlineData(7_000, 7_000, 16, 2)]
    [InlineData(2_000_000_000, 2_000_000_000, 1, 0)]
    public void A_PNG_that_claims_too_much_is_refused_by_its_header_alone(int width, int height, int depth, int color)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        var (made, fault) = PictureSizes.Make(".png", PictureSamples.Png(width, height, depth, color, ("IDAT", PictureSamples.Packed(new byte[100]))));

        Assert.Null(made);
        Assert.Equal(new PictureFault.TooLarge(width, height, 1), fault);
        AssertTook(before, megabytes: 4);
    }

    [Fact]
    public void A_PNG_of_49_megapixels_with_16_bits_is_refused_before_it_is_unpacked()
    {
        // 294 MB of pixels in 286 KB.
        var rows = new byte[7_000 * ((7_000 * 6) + 1)];
        var bytes = PictureSamples.Png(7_000, 7_000, 16, 2, ("IDAT", PictureSamples.Packed(rows)));
        var before = GC.GetAllocatedBytesForCurrentThread();

        Assert.IsType<PictureFault.TooLarge>(PictureSizes.Make(".png", bytes).Fault);
        AssertTook(before, megabytes: 4);
    }

    [Fact]
    public void Texts_that_unpack_to_gigabytes_are_never_unpacked()
    {
        byte[] bomb = [.. "Comment\0\0"u8, .. PictureSamples.Packed(new byte[64 * 1_048_576])];
        var chunks = Enumerable.Range(0, 20).Select(_ => ("zTXt", bomb)).Append(("iTXt", [.. "XML\0\u0001\0\0\0"u8, .. bomb[9..]]));
        var picture = PictureSamples.Png(3, 3, 8, 0, [.. chunks, ("iCCP", bomb), ("IDAT", PictureSamples.Packed(new byte[12]))]);
        var before = GC.GetAllocatedBytesForCurrentThread();

        PictureSizesTests.Made(".png", picture);

        AssertTook(before, megabytes: 32);
    }

    [Fact]
    public void A_GIF_of_two_million_frames_is_refused_as_soon_as_there_are_too_many()
    {
        var bytes = PictureSamples.GifOfFrames(2_000_000);
        var before = GC.GetAllocatedBytesForCurrentThread();

        Assert.Equal(new PictureFault.TooLarge(1, 1, PictureLimits.Frames + 1), PictureSizes.Make(".gif", bytes).Fault);
        AssertTook(before, megabytes: 4);
        Assert.NotNull(PictureSizesTests.Made(".gif", PictureSamples.GifOfFrames(20)));
    }

    [Fact]
    public void A_JPEG_of_hundreds_of_scans_is_unreadable()
    {
        // The same empty refinement over and over: a decoder would go through all pixels each time.
        var whole = PictureSamples.Encode(PictureSamples.Noise(61, 47), "jpg");
        var scan = FindScan(whole);

        Unreadable("jpg", [.. whole[..^2], .. Enumerable.Repeat(whole[scan..^2], 70).SelectMany(bytes => bytes), 0xFF, 0xD9]);
    }

    [Theory]
    [InlineData(".png", "jpg", PictureFormat.Jpeg)]
    [InlineData(".jpg", "png", PictureFormat.Png)]
    [InlineData(".gif", "webp", PictureFormat.Webp)]
    [InlineData(".webp", "gif", PictureFormat.Gif)]
    public void A_name_that_says_another_format_than_the_bytes_is_refused(string ending, string actual, PictureFormat expected) =>
        Assert.Equal(new PictureFault.WrongFormat(expected), PictureSizes.Make(ending, PictureSamples.Encode(PictureSamples.Blank(9, 9), actual)).Fault);

    [Fact]
    public void What_is_no_picture_is_told_apart()
    {
        Assert.Equal(new PictureFault.WrongFormat(null), PictureSizes.Make(".jpg", [.. "<!doctype html><script>alert(1)</script>"u8]).Fault);
        Assert.Equal(new PictureFault.WrongFormat(null), PictureSizes.Make(".gif", []).Fault);
        Assert.Equal(new PictureFault.WrongFormat(null), PictureSizes.Make(".png", [0, 0, 0, 32, .. "ftypavif"u8]).Fault);
    }

    [Fact]
    public void No_byte_of_a_picture_makes_more_than_a_picture_or_a_fault()
    {
        foreach (var ending in (string[])["jpg", "png", "webp", "gif"])
        {
            var whole = ending == "gif" ? PictureSamples.AnimatedGif(20, 12) : PictureSamples.Encode(PictureSamples.Noise(40, 30), ending);
            for (var at = 12; at < whole.Length; at += Math.Max(1, whole.Length / 400))
            {
                foreach (var value in (byte[])[0, 0xFF, (byte)(whole[at] ^ 1)])
                {
                    var changed = whole.ToArray();
                    changed[at] = value;
                    var (made, fault) = PictureSizes.Make("." + ending, changed);
                    Assert.True(made is null != fault is null);
                }
            }
        }
    }

    private static int FindScan(byte[] jpeg)
    {
        var at = 2;
        while (jpeg[at + 1] != 0xDA)
        {
            at += 2 + BinaryPrimitives.ReadUInt16BigEndian(jpeg.AsSpan(at + 2));
        }

        return at;
    }

    private static void Unreadable(string ending, byte[] bytes)
    {
        var (made, fault) = PictureSizes.Make("." + ending, bytes);

        Assert.Null(made);
        Assert.Equal(new PictureFault.Unreadable(), fault);
    }

    /// <summary>Fails if more memory was asked for since than so much: what is never unpacked needs none.</summary>
    private static void AssertTook(long before, int megabytes) => Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, megabytes * 1_048_576L);
}
