using System.Runtime.InteropServices;
using SixLabors.ImageSharp;
using SixLabors.ImageSharp.PixelFormats;

namespace Site.BrowserTests;

/// <summary>
/// What is seen of one template's page on a wide screen and on a phone: two visits serve all tests that look at every template.
/// </summary>
/// <remarks>
/// Colors, type and width change in the page as it is. Only for the phone it is loaded anew: what is folded on a small screen is decided while a page loads.
/// </remarks>
internal sealed record TemplateLook
{
    /// <summary>What axe finds on a wide screen in light; empty where it finds nothing.</summary>
    public required string AxeInLight { get; init; }

    /// <summary>What axe finds in dark by the one rule that colors are subject to: the page is the same in all else.</summary>
    public required string ContrastInDark { get; init; }

    /// <summary>What axe finds in large type on a phone.</summary>
    public required string AxeInLargeTypeOnAPhone { get; init; }

    /// <summary>The window of a wide screen set to dark.</summary>
    public required Colors Dark { get; init; }

    /// <summary>The same window in forced colors.</summary>
    public required Colors Forced { get; init; }

    /// <summary>Widths at which the page has to be scrolled sideways, and what reaches out.</summary>
    public required IReadOnlyList<string> TooWide { get; init; }

    /// <summary>Targets smaller than 24 px on a phone.</summary>
    public required IReadOnlyList<string> TooSmall { get; init; }

    /// <summary>Targets smaller than 48 px on a phone in large type.</summary>
    public required IReadOnlyList<string> TooSmallInLargeType { get; init; }

    /// <summary>What went wrong in either visit, as <see cref="Visit.Complaints"/>.</summary>
    public required IReadOnlyList<string> Complaints { get; init; }

    /// <summary>Paths of the styles and scripts that the wide page loaded until it was quiet.</summary>
    public required IReadOnlyList<string> Files { get; init; }

    /// <param name="Paper">How light the most frequent color is, 0 to 255.</param>
    /// <param name="Ink">Which share of the window has another one, 0 to 1.</param>
    internal sealed record Colors(double Paper, double Ink);

    /// <summary>Looks at a page.</summary>
    /// <param name="path">From the site's root: <c>/guides/</c>; a query may follow.</param>
    public static async Task<TemplateLook> AtAsync(Browsing browsing, string path)
    {
        await using var wide = await browsing.LookAsync(path);
        await wide.WaitUntilQuietAsync();
        var files = wide.Requests.Select(address => new Uri(address).AbsolutePath)
            .Where(file => file.EndsWith(".css", StringComparison.Ordinal) || file.EndsWith(".js", StringComparison.Ordinal)).Distinct().ToList();
        var light = await wide.Page.AxeFindingsAsync();
        await wide.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        var (contrast, dark) = (await wide.Page.AxeFindingsAsync("color-contrast"), await ColorsAsync(wide.Page));
        await wide.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light, ForcedColors = ForcedColors.Active });
        var forced = await ColorsAsync(wide.Page);
        await wide.Page.EmulateMediaAsync(new() { ForcedColors = ForcedColors.None });
        var tooWide = await TooWideAsync(wide.Page);

        await using var phone = await browsing.LookAsync(path, new() { IsLarge = true, Width = 360, Height = 740 });
        var large = await phone.Page.AxeFindingsAsync();
        var tooSmallInLarge = await phone.Page.TooSmallAsync("body", 48);
        await phone.Page.SetLargeAsync(false);
        return new()
        {
            AxeInLight = light,
            ContrastInDark = contrast,
            AxeInLargeTypeOnAPhone = large,
            Dark = dark,
            Forced = forced,
            TooWide = tooWide,
            TooSmall = await phone.Page.TooSmallAsync("body", 24),
            TooSmallInLargeType = tooSmallInLarge,
            Complaints = [.. wide.Complaints, .. phone.Complaints],
            Files = files,
        };
    }

    /// <remarks>1280 × 1024 at 400 % zoom is 320 × 256 CSS pixels (WCAG 2.2, 1.4.10 Reflow).</remarks>
    private static async Task<List<string>> TooWideAsync(IPage page)
    {
        var tooWide = new List<string>();
        foreach (var (width, height) in new[] { (1280, 800), (768, 1024), (360, 740), (320, 256) })
        {
            await page.ResizeAsync(width, height);
            foreach (var isLarge in new[] { false, true })
            {
                await page.SetLargeAsync(isLarge);
                if (await page.SidewaysAsync() is > 0 and var sideways)
                {
                    tooWide.Add($"At {width} px the page is {sideways} px too wide (large type: {isLarge}): {await page.EvaluateAsync<string>(FirstTooWide)}");
                }
            }
        }

        return tooWide;
    }

    /// <summary>The first element that reaches over the right edge, as HTML.</summary>
    private const string FirstTooWide =
        """
        () => [...document.body.querySelectorAll("*")]
          .find((element) => element.getBoundingClientRect().right > document.documentElement.clientWidth + 0.5)?.outerHTML.slice(0, 200) ?? "?"
        """;

    /// <remarks>Counted here and not in the page, whose script is not optimized.</remarks>
    private static async Task<Colors> ColorsAsync(IPage page)
    {
        using var picture = Image.Load<Rgba32>(await page.ScreenshotAsync());
        var counts = new Dictionary<Rgba32, int>();
        picture.ProcessPixelRows(rows =>
        {
            for (var y = 0; y < rows.Height; y++)
            {
                foreach (var pixel in rows.GetRowSpan(y))
                {
                    CollectionsMarshal.GetValueRefOrAddDefault(counts, pixel, out _)++;
                }
            }
        });
        var (paper, count) = counts.MaxBy(color => color.Value);
        return new((paper.R + paper.G + paper.B) / 3.0, 1 - ((double)count / (picture.Width * picture.Height)));
    }
}
