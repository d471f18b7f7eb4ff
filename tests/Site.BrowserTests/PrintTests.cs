using System.Text;
using System.Text.RegularExpressions;

namespace Site.BrowserTests;

/// <summary>A guide prints as a poster.</summary>
public sealed class PrintTests(Browsing browsing)
{
    [Fact]
    public async Task A_printed_guide_has_its_title_steps_checklist_and_code_and_no_navigation()
    {
        await using var visit = await browsing.OpenAsync("/guides/gas-leak/");
        await visit.Page.EmulateMediaAsync(new() { Media = Media.Print });

        foreach (var part in new[] { "h1", ".prose > ol > li", ".checklist li", "svg.qr" })
        {
            await Assertions.Expect(visit.Page.Locator(part).First).ToBeVisibleAsync();
        }

        Assert.NotEqual(0, await visit.Page.Locator("nav").CountAsync());
        foreach (var part in new[] { "nav", "header.head", "footer.foot", ".search-box", "button" })
        {
            await Assertions.Expect(visit.Page.Locator($"{part}:visible")).ToHaveCountAsync(0);
        }
    }

    [Fact]
    public async Task A_dark_screen_prints_black_on_white()
    {
        await using var visit = await browsing.OpenAsync("/guides/gas-leak/", new() { IsDark = true });
        await visit.Page.EmulateMediaAsync(new() { Media = Media.Print });

        Assert.Equal("rgb(0, 0, 0)", await visit.Page.StyleAsync(".prose li", "color"));
        Assert.Equal("rgb(255, 255, 255)", await visit.Page.StyleAsync("html", "background-color"));
    }

    [Trait("Speed", "slow")]
    [Fact]
    public async Task Every_guide_fits_on_both_sides_of_a_sheet_of_A4()
    {
        var guides = browsing.Site.Pages.Where(path => Regex.IsMatch(path, "^/guides/[^/]+/$")).ToList();
        var wrong = new List<string>();

        await using var visit = await browsing.VisitAsync();
        foreach (var guide in guides)
        {
            await visit.GoAsync(guide);
            var sheets = SheetsOf(await visit.Page.PdfAsync(new() { PreferCSSPageSize = true }));
            if (sheets.Count is 0 or > 2 || sheets.Any(sheet => sheet != A4))
            {
                wrong.Add($"{guide}: {string.Join(", ", sheets)}");
            }
        }

        Assert.True(guides.Count >= 16, $"There are {guides.Count} guides.");
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    private const string A4 = "595 × 842";

    /// <returns>Width and height of each page in whole points.</returns>
    private static List<string> SheetsOf(byte[] pdf) =>
        [.. Regex.Matches(Encoding.Latin1.GetString(pdf), @"/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)\s*\]")
            .Select(box => $"{Points(box.Groups[1])} × {Points(box.Groups[2])}")];

    private static int Points(Group number) =>
        (int)Math.Round(double.Parse(number.Value, System.Globalization.CultureInfo.InvariantCulture));
}
