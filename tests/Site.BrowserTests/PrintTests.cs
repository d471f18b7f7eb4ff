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

    [Fact]
    public async Task A_long_line_of_code_a_wide_table_and_a_tall_picture_are_whole_on_the_sheet()
    {
        var row = $"| {string.Join(" | ", Enumerable.Repeat("示例示例示例ABCDEFGHIJKLMN", 12))} |";
        await using var site = await SmallSite.BuildAsync(
            $"""
            -- content/pages/paper.md --
            ---
            title: 打印
            summary: 示例。
            source: 示例
            reviewer: 示例
            ---
            ```
            {new string('x', 400)} {string.Join(' ', Enumerable.Repeat("--long-option", 40))}
            ```

            {row}
            |{string.Concat(Enumerable.Repeat(" --- |", 12))}
            {row}

            ![很高的图](tall.svg "图注")

            ![很宽的图](wide.svg)
            -- content/pages/tall.svg --
            <svg xmlns="http://www.w3.org/2000/svg" width="400" height="4000" viewBox="0 0 400 4000"><path d="M0 0h400v4000H0z"/></svg>
            -- content/pages/wide.svg --
            <svg xmlns="http://www.w3.org/2000/svg" width="4000" height="400" viewBox="0 0 4000 400"><path d="M0 0h4000v400H0z"/></svg>
            """);
        // A sheet of A4 between the margins: 182 by 271 mm, in CSS pixels.
        await using var visit = await Visit.BeginAsync(browsing.Browser, site, new() { Width = 688, Height = 1024 });
        await visit.GoAsync("/paper/");
        await visit.Page.EmulateMediaAsync(new() { Media = Media.Print });

        await visit.Page.EvaluateAsync("() => Promise.all([...document.querySelectorAll('main img')].map((image) => { image.loading = 'eager'; return image.decode(); }))");
        var boxes = await visit.Page.EvaluateAsync<double[][]>(
            "() => [...document.querySelectorAll('main pre, main table, main img')].map((part) => { const { width, height } = part.getBoundingClientRect(); return [Math.max(width, part.scrollWidth), height, width / height]; })");

        Assert.Equal(4, boxes.Length);
        Assert.All(boxes, box => Assert.InRange(box[0], 1, 688));
        Assert.All(boxes[2..], box => Assert.InRange(box[1], 1, 1024));
        Assert.Equal([0.1, 10], boxes[2..].Select(box => Math.Round(box[2], 2)));
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
