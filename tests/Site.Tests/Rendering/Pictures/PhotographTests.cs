using Site.Rendering.Pictures;
using Site.Rendering.Pictures.Sources;
using SixLabors.ImageSharp;
using SixLabors.ImageSharp.PixelFormats;

namespace Site.Tests.Rendering.Pictures;

public class PhotographTests
{
    [Theory]
    [InlineData(4000, 3000, 1, 2400, 1800)]
    [InlineData(4000, 3000, 6, 1800, 2400)]
    [InlineData(3000, 4000, 8, 2400, 1800)]
    [InlineData(800, 600, 3, 800, 600)]
    public void A_photograph_is_made_smaller_and_upright_and_tells_neither_place_nor_camera(int width, int height, int orientation, int newWidth, int newHeight)
    {
        using var picture = PictureSamples.Blank(width, height);
        var taken = PictureSamples.WithSegment(PictureSamples.Encode(picture, "jpg"), 0xE1, [.. "Exif\0\0"u8, .. PictureSamples.Exif(orientation)]);

        var (made, fault) = Photograph.Of(taken);

        Assert.Null(fault);
        Assert.Equal((".jpg", newWidth, newHeight), (made!.Ending, made.Width, made.Height));
        Assert.Equal(-1, made.Bytes.AsSpan().IndexOf("Exif"u8));
        Assert.Equal(-1, made.Bytes.AsSpan().IndexOf("ShiliXiangji"u8));
        var shown = Image.Identify(made.Bytes);
        Assert.Equal((newWidth, newHeight), (shown.Width, shown.Height));
    }

    [Fact]
    public void The_bytes_say_the_format_and_a_photograph_in_png_becomes_a_jpeg()
    {
        using var noise = new Image<Rgba32>(1200, 900);
        var seed = 1u;
        for (var at = 0; at < noise.Width * noise.Height; at++)
        {
            seed = (seed * 1_664_525) + 1_013_904_223;
            noise[at % noise.Width, at / noise.Width] = new((byte)(seed >> 24), (byte)(seed >> 16), (byte)(seed >> 8));
        }

        using var drawing = PictureSamples.Blank(1600, 1200);
        using var clear = new Image<Rgba32>(40, 30);

        Assert.Equal(".jpg", Photograph.Of(PictureSamples.Encode(noise, "png")).Made!.Ending);
        Assert.Equal(".png", Photograph.Of(PictureSamples.Encode(drawing, "png")).Made!.Ending);
        Assert.Equal(".png", Photograph.Of(PictureSamples.Encode(clear, "png")).Made!.Ending);
        Assert.Equal(".webp", Photograph.Of(PictureSamples.Encode(drawing, "webp")).Made!.Ending);
    }

    [Fact]
    public void What_is_too_large_damaged_or_no_picture_is_refused_before_it_is_drawn()
    {
        using var picture = PictureSamples.Blank(400, 300);
        var whole = PictureSamples.Encode(picture, "jpg");

        Assert.IsType<PictureFault.TooLarge>(Photograph.Of(PictureSamples.Png(9_000, 9_000, 8, 2)).Fault);
        Assert.IsType<PictureFault.Unreadable>(Photograph.Of(whole[..(whole.Length / 2)]).Fault);
        Assert.IsType<PictureFault.WrongFormat>(Photograph.Of("GIF-nearly"u8.ToArray()).Fault);
        Assert.IsType<PictureFault.WrongFormat>(Photograph.Of([]).Fault);
    }
}
