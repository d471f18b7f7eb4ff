namespace Site.BrowserTests;

/// <summary>Nothing has to be scrolled sideways to be read.</summary>
public sealed class WidthTests(Browsing browsing)
{
    public static TheoryData<string> TemplateNames => Templates.Names;

    /// <remarks>1280 × 1024 at 400 % zoom is 320 × 256 CSS pixels (WCAG 2.2, 1.4.10 Reflow).</remarks>
    [Theory, MemberData(nameof(TemplateNames))]
    public async Task A_page_fits_phones_tablets_and_screens_in_either_type(string template)
    {
        await using var visit = await browsing.LookAsync(Templates.Page(template));
        var tooWide = new List<string>();

        foreach (var (width, height) in new[] { (1280, 800), (768, 1024), (360, 740), (320, 256) })
        {
            await visit.Page.ResizeAsync(width, height);
            foreach (var isLarge in new[] { false, true })
            {
                await visit.Page.SetLargeAsync(isLarge);
                if (await visit.Page.SidewaysAsync() is > 0 and var sideways)
                {
                    tooWide.Add($"At {width} px the page is {sideways} px too wide (large type: {isLarge}): {await visit.Page.EvaluateAsync<string>(FirstTooWide)}");
                }
            }
        }

        Assert.True(tooWide.Count == 0, string.Join('\n', tooWide));
    }

    /// <summary>The first element that reaches over the right edge, as HTML.</summary>
    private const string FirstTooWide =
        """
        () => [...document.body.querySelectorAll("*")]
          .find((element) => element.getBoundingClientRect().right > document.documentElement.clientWidth + 0.5)?.outerHTML.slice(0, 200) ?? "?"
        """;
}
