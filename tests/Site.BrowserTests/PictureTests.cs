using System.Text.Json;

namespace Site.BrowserTests;

/// <summary>Screenshots in unusual colors are not blank.</summary>
public sealed class PictureTests(Browsing browsing)
{
    public static TheoryData<string> TemplateNames => Templates.Names;

    [Theory, MemberData(nameof(TemplateNames))]
    public async Task A_dark_page_is_dark_and_shows_something(string template)
    {
        var (paper, ink) = await LookAsync(template, new() { IsDark = true });

        Assert.InRange(paper, 0, 60);
        Assert.InRange(ink, 0.02, 0.6);
    }

    [Theory, MemberData(nameof(TemplateNames))]
    public async Task A_page_in_forced_colors_shows_something(string template)
    {
        var (_, ink) = await LookAsync(template, new() { HasForcedColors = true });

        Assert.InRange(ink, 0.02, 0.6);
    }

    /// <returns>How light the most frequent color is, 0 to 255, and which share of the window has another one.</returns>
    private async Task<(double Paper, double Ink)> LookAsync(string template, Reader reader)
    {
        await using var visit = await browsing.LookAsync(Templates.Page(template), reader);
        var picture = Convert.ToBase64String(await visit.Page.ScreenshotAsync());

        var seen = await visit.Page.EvaluateAsync<JsonElement>(Count, picture);

        visit.AssertFlawless();
        return (seen.GetProperty("paper").GetDouble(), seen.GetProperty("ink").GetDouble());
    }

    private const string Count =
        """
        async (picture) => {
          const bytes = Uint8Array.from(atob(picture), (character) => character.charCodeAt(0));
          const bitmap = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
          const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
          const context = canvas.getContext("2d");
          context.drawImage(bitmap, 0, 0);
          const pixels = new Uint32Array(context.getImageData(0, 0, bitmap.width, bitmap.height).data.buffer);
          const counts = new Map();
          for (const pixel of pixels) counts.set(pixel, (counts.get(pixel) ?? 0) + 1);
          const [[color, count]] = [...counts].sort(([, a], [, b]) => b - a);
          return { paper: ((color & 255) + ((color >> 8) & 255) + ((color >> 16) & 255)) / 3, ink: 1 - count / pixels.length };
        }
        """;
}
