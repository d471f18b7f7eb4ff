using System.Text;
using Site.Rendering.Pictures;
using SixLabors.ImageSharp;
using SixLabors.ImageSharp.PixelFormats;

namespace Site.Tests.Rendering.Pictures;

/// <summary>The sizes of pictures that pages offer.</summary>
public class PictureSizesTests
{
    [Fact]
    public void A_wide_photograph_is_offered_as_WebP_in_three_widths_and_once_in_its_own_format()
    {
        var made = Made(".jpg", PictureSamples.Encode(PictureSamples.Noise(2_000, 1_000), "jpg"));

        Assert.Equal((2_000, 1_000), (made.Width, made.Height));
        Assert.Equal(["webp 480", "webp 960", "webp 1600", "jpg 960"], made.Files.Select(file => $"{file.Name.Split('.')[1]} {file.Width}"));
        Assert.Equal(made.Files[3].Name, made.Fallback);
        Assert.All(made.Files, file => Assert.Equal((file.Width, file.Width / 2), SizeOf(file)));
        Assert.All(made.Files, file => Assert.Matches($@"^[0-9a-f]{{10}}-{file.Width}\.(webp|jpg)$", file.Name));
    }

    [Fact]
    public void A_picture_is_never_enlarged_and_a_narrow_one_is_offered_in_its_own_width()
    {
        var small = Made(".png", PictureSamples.Encode(PictureSamples.Blank(700, 70), "png"));
        var dot = Made(".png", PictureSamples.Encode(PictureSamples.Blank(1, 1, "#123456"), "png"));

        Assert.Equal(["webp 480", "webp 700", "png 700"], small.Files.Select(file => $"{file.Name.Split('.')[1]} {file.Width}"));
        Assert.Equal([1, 1], dot.Files.Select(file => file.Width));
        Assert.Equal("#123456", dot.Color);
    }

    [Theory]
    [InlineData("jpg")]
    [InlineData("png")]
    [InlineData("webp")]
    [InlineData("gif")]
    public void What_the_camera_wrote_and_what_hides_behind_the_end_is_gone(string ending)
    {
        var picture = PictureSamples.Encode(PictureSamples.Noise(120, 80), ending);
        var told = ending switch
        {
            "jpg" => PictureSamples.WithSegment(PictureSamples.WithSegment(picture, 0xE1, [.. "Exif\0\0"u8, .. PictureSamples.Exif(1)]), 0xFE, [.. "secret"u8]),
            "png" => PictureSamples.WithChunk(PictureSamples.WithChunk(picture, "tEXt", [.. "Author\0secret"u8]), "eXIf", PictureSamples.Exif(1)),
            _ => picture,
        };
        var made = Made("." + ending, [.. told, .. "PK secret <script>"u8]);

        Assert.All(made.Files, file => Assert.DoesNotMatch("secret|script|Shili|Exif|eXIf|ICC|tEXt", Encoding.Latin1.GetString(file.Bytes)));
    }

    [Theory]
    [InlineData(6, 400, 600, "red above blue")]
    [InlineData(8, 400, 600, "blue above red")]
    [InlineData(3, 600, 400, "blue, red")]
    [InlineData(2, 600, 400, "blue, red")]
    [InlineData(1, 600, 400, "red, blue")]
    [InlineData(5, 400, 600, "red above blue")]
    [InlineData(7, 400, 600, "blue above red")]
    public void A_photograph_lies_as_it_was_seen(int orientation, int width, int height, string expected)
    {
        using var picture = PictureSamples.Blank(600, 400, "#0000ff");
        for (var at = 0; at < 300 * 400; at++)
        {
            picture[at % 300, at / 300] = Color.Red.ToPixel<Rgba32>();
        }

        var made = Made(".jpg", PictureSamples.WithSegment(PictureSamples.Encode(picture, "jpg"), 0xE1, [.. "Exif\0\0"u8, .. PictureSamples.Exif(orientation)]));
        using var shown = Image.Load<Rgba32>(made.Files[^1].Bytes);

        Assert.Equal((width, height), (made.Width, made.Height));
        Assert.Equal(expected, orientation >= 5
            ? $"{Name(shown[200, 20])} above {Name(shown[200, 580])}"
            : $"{Name(shown[20, 200])}, {Name(shown[580, 200])}");

        static string Name(Rgba32 pixel) => pixel.R > 200 && pixel.B < 60 ? "red" : pixel.B > 200 && pixel.R < 60 ? "blue" : pixel.ToHex();
    }

    [Fact]
    public void Colors_of_a_wider_profile_are_brought_to_sRGB_before_the_profile_goes()
    {
        // Display P3 (234, 51, 35) is what sRGB calls (255, 0, 0), by the formulas of CSS Color 4, section 10.
        var png = PictureSamples.Encode(PictureSamples.Blank(50, 50, "#ea3323"), "png");
        byte[] profile = [.. "P3\0\0"u8, .. PictureSamples.Packed(PictureSamples.DisplayP3())];
        var plain = Made(".png", png);
        var wide = Made(".png", [.. png[..33], .. PictureSamples.WithChunk(png, "iCCP", profile)[(png.Length - 12)..^12], .. png[33..]]);
        using var shown = Image.Load<Rgba32>(wide.Files[^1].Bytes);

        Assert.Equal("#ea3323", plain.Color);
        Assert.True(shown[9, 9] is { R: > 247, G: < 22, B: < 22 }, shown[9, 9].ToHex());
    }

    [Theory]
    [InlineData(600, new[] { 480, 600 })]
    [InlineData(90, new[] { 90 })]
    public void An_animated_GIF_stays_animated_at_its_own_pace_as_WebP_too(int width, int[] widths)
    {
        var made = Made(".gif", PictureSamples.AnimatedGif(width, 60));

        Assert.Equal(widths, made.Files.Where(file => file.IsWebp).Select(file => file.Width));
        foreach (var file in made.Files.Where(file => file.IsWebp))
        {
            var again = Made(".webp", file.Bytes);
            Assert.Equal((file.Width, 2), (again.Width, Loops(file.Bytes)));
            Assert.Equal([100, 200, 300], Durations(file.Bytes));
            Assert.Equal(Durations(file.Bytes), Durations(again.Files[^1].Bytes));
        }

        using var gif = Image.Load<Rgba32>(made.Files[^1].Bytes);
        Assert.Equal((3, 2), (gif.Frames.Count, gif.Metadata.GetGifMetadata().RepeatCount));
        Assert.Equal([10, 20, 30], Enumerable.Range(0, 3).Select(at => gif.Frames[at].Metadata.GetGifMetadata().FrameDelay));
        Assert.Equal(["FF0000FF", "00FF00FF", "0000FFFF"], Enumerable.Range(0, 3).Select(at => gif.Frames[at][5, 5].ToHex()));
    }

    [Fact]
    public void A_WebP_falls_back_to_WebP()
    {
        var made = Made(".webp", PictureSamples.Encode(PictureSamples.Noise(1_200, 100), "webp"));

        Assert.Equal([480, 960, 1_200], made.Files.Select(file => file.Width));
        Assert.Equal(made.Files[1].Name, made.Fallback);
    }

    [Fact]
    public void A_fallback_larger_than_the_original_gives_way_to_WebP()
    {
        using var output = new MemoryStream();
        PictureSamples.Noise(500, 300).Save(output, new SixLabors.ImageSharp.Formats.Jpeg.JpegEncoder { Quality = 5 });
        var made = Made(".jpg", output.ToArray());

        Assert.Equal(["webp", "webp"], made.Files.Select(file => file.Name.Split('.')[1]));
        Assert.Equal(made.Files[^1].Name, made.Fallback);
    }

    [Fact]
    public void A_picture_of_few_colors_keeps_them_exactly_in_a_palette()
    {
        using var picture = PictureSamples.Blank(300, 200, "#fcfcfa");
        for (var at = 0; at < 6_000; at++)
        {
            picture[at % 300, at / 300] = new Rgba32((byte)(at * 7_919 % 101), 0x7F, 0x52);
        }

        var made = Made(".png", PictureSamples.Encode(picture, "png"));
        using var shown = Image.Load<Rgba32>(made.Files[^1].Bytes);

        Assert.Equal(3, made.Files[^1].Bytes[25]);
        Assert.Equal([picture[7, 0], picture[99, 19], picture[250, 150]], [shown[7, 0], shown[99, 19], shown[250, 150]]);
    }

    [Fact]
    public void The_same_picture_gives_the_same_names_and_bytes_and_another_gives_other_names()
    {
        var source = PictureSamples.Encode(PictureSamples.Noise(900, 600), "jpg");
        var (one, two) = (Made(".jpg", source), Made(".jpeg", source));
        var other = Made(".jpg", PictureSamples.Encode(PictureSamples.Noise(900, 601), "jpg"));

        Assert.Equal(one.Files.Select(file => (file.Name, Convert.ToHexString(file.Bytes))), two.Files.Select(file => (file.Name, Convert.ToHexString(file.Bytes))));
        Assert.Empty(one.Files.Select(file => file.Name).Intersect(other.Files.Select(file => file.Name)));
    }

    internal static MadePicture Made(string ending, byte[] bytes)
    {
        var (made, fault) = PictureSizes.Make(ending, bytes);
        Assert.True(made is not null, $"{fault}");
        return made;
    }

    private static (int Width, int Height) SizeOf(MadeFile file) => Image.Identify(file.Bytes) is var found ? (found.Width, found.Height) : default;

    private static int[] Durations(byte[] webp) => [.. Chunks(webp).Where(chunk => chunk.Type == "ANMF").Select(chunk => webp[chunk.At + 12] | (webp[chunk.At + 13] << 8))];

    private static int Loops(byte[] webp) => webp[Chunks(webp).Single(chunk => chunk.Type == "ANIM").At + 4];

    private static IEnumerable<(string Type, int At)> Chunks(byte[] webp)
    {
        for (var at = 12; at + 8 <= webp.Length;)
        {
            yield return (Encoding.ASCII.GetString(webp, at, 4), at + 8);
            var length = BitConverter.ToInt32(webp, at + 4);
            at += 8 + length + (length & 1);
        }
    }
}
