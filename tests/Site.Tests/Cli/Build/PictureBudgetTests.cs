using Site.Rendering.Pictures.Sources;
using Site.Tests.Rendering.Pictures;

namespace Site.Tests;

public class PictureBudgetTests
{
    [Fact]
    public async Task Small_files_of_many_pixels_are_too_many_soon_and_none_is_drawn()
    {
        // 49 megapixels of white in 6 KB count 5 times 47 and once 2: 43 of them are more than 10 gigapixels, 42 are not.
        var white = PictureSamples.Png(7_000, 7_000, 1, 0, ("IDAT", PictureSamples.Packed(new byte[7_000 * (1 + (7_000 / 8))])));
        using var site = new SiteFolder(SiteFolder.AboutPage);
        for (var at = 11; at < 53; at++)
        {
            site.Write($"content/pages/img/{at}.png", white);
        }

        // Whoever draws the first sees that it is broken; its head says as much as that of the others.
        site.Write("content/pages/img/10.png", PictureSamples.Png(7_000, 7_000, 1, 0, ("IDAT", PictureSamples.Packed([1, 2, 3]))));
        var run = await SiteProgram.RunAsync("build", "--site", site.Path, "--as-of", "2026-06-10");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("content/pages/img/52.png:1:1: error picture/too-many-pixels\n  全站图片合计超过 100 亿像素", run.Error, StringComparison.Ordinal);
        Assert.Equal(1, run.Error.Split("picture/").Length - 1);
        Assert.False(Directory.Exists(site.Output));

        for (var at = 11; at < 53; at++)
        {
            File.Delete(site.In($"content/pages/img/{at}.png"));
        }

        Assert.Contains("content/pages/img/10.png:1:1: error picture/unreadable", (await SiteProgram.RunAsync("build", "--site", site.Path, "--as-of", "2026-06-10")).Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(12_000_000, 1, 1_500_000, 12_000_000)]
    [InlineData(12_000_000, 1, 600_000, 12_000_000)]
    [InlineData(2_000_000, 1, 10, 2_000_000)]
    [InlineData(40_000_000, 1, 500_000, 40_000_000 + (4 * 30_000_000))]
    [InlineData(18_432_000, 60, 12_000_000, 8 * 18_432_000)]
    [InlineData(640_000, 2, 10, 8 * 640_000)]
    public void A_photograph_and_what_fits_a_screen_count_once_and_what_moves_eight_times(long pixels, int frames, long bytes, long counted) =>
        Assert.Equal(counted, PictureLimits.Counted(pixels, frames, bytes));

    [Fact]
    public void A_site_may_have_185_posters_of_flat_colors() => Assert.InRange(185 * PictureLimits.Counted(3_200 * 2_262, 1, 16_000), 1, PictureLimits.PixelsOfAll);

    [Fact]
    public void An_animation_counts_as_its_header_tells_of_frames() => Assert.Equal((20L, 160L), PictureReader.PixelsOf(".gif", PictureSamples.GifOfFrames(20)));
}
