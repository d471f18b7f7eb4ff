using Site.Rendering.Pictures.Sources;
using Site.Tests.Rendering.Pictures;

namespace Site.Tests;

public class PictureBudgetTests
{
    [Fact]
    public async Task Small_files_of_many_pixels_are_too_many_soon_and_none_is_drawn()
    {
        // 49 megapixels of white in 6 KB count 10 times 47 and once 2: 22 of them are more than 10 gigapixels, 21 are not.
        var white = PictureSamples.Png(7_000, 7_000, 1, 0, ("IDAT", PictureSamples.Packed(new byte[7_000 * (1 + (7_000 / 8))])));
        using var site = new SiteFolder(SiteFolder.AboutPage);
        for (var at = 11; at < 32; at++)
        {
            site.Write($"content/pages/img/{at}.png", white);
        }

        // Whoever draws the first sees that it is broken; its head says as much as that of the others.
        site.Write("content/pages/img/10.png", PictureSamples.Png(7_000, 7_000, 1, 0, ("IDAT", PictureSamples.Packed([1, 2, 3]))));
        var run = await SiteProgram.RunAsync("build", "--site", site.Path, "--as-of", "2026-06-10");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("content/pages/img/31.png:1:1: error picture/too-many-pixels\n  全站图片合计超过 100 亿像素", run.Error, StringComparison.Ordinal);
        Assert.Equal(1, run.Error.Split("picture/").Length - 1);
        Assert.False(Directory.Exists(site.Output));

        for (var at = 11; at < 32; at++)
        {
            File.Delete(site.In($"content/pages/img/{at}.png"));
        }

        Assert.Contains("content/pages/img/10.png:1:1: error picture/unreadable", (await SiteProgram.RunAsync("build", "--site", site.Path, "--as-of", "2026-06-10")).Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(12_000_000, 1_500_000, 12_000_000)]
    [InlineData(12_000_000, 600_000, 12_000_000)]
    [InlineData(2_000_000, 10, 2_000_000)]
    [InlineData(40_000_000, 500_000, 40_000_000 + (9 * 30_000_000))]
    public void A_photograph_and_what_fits_a_screen_count_once(long pixels, long bytes, long counted) => Assert.Equal(counted, PictureLimits.Counted(pixels, bytes));
}
