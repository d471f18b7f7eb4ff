namespace Site.BrowserTests;

/// <summary>axe, with the rules of WCAG 2.2 A and AA, on one page of each template.</summary>
public sealed class AccessibilityTests(Browsing browsing)
{
    public static TheoryData<string> TemplateNames => Templates.Names;

    [Fact]
    public void Every_template_of_the_theme_is_looked_at() => Assert.Empty(Templates.Missing);

    [Theory, MemberData(nameof(TemplateNames))]
    public Task Axe_finds_nothing_in_light(string template) => FindNothingAsync(template, new());

    /// <summary>The one rule that colors are subject to: the page is the same in all else.</summary>
    [Theory, MemberData(nameof(TemplateNames))]
    public async Task Axe_finds_no_contrast_too_low_in_dark(string template)
    {
        await using var visit = await browsing.LookAsync(Templates.Page(template), new() { IsDark = true });

        await visit.Page.AssertAxeFindsNothingAsync("color-contrast");
        visit.AssertFlawless();
    }

    [Theory, MemberData(nameof(TemplateNames))]
    public Task Axe_finds_nothing_in_large_type_on_a_phone(string template) => FindNothingAsync(template, new() { IsLarge = true, Width = 360, Height = 740 });

    private async Task FindNothingAsync(string template, Reader reader)
    {
        await using var visit = await browsing.LookAsync(Templates.Page(template), reader);

        await visit.Page.AssertAxeFindsNothingAsync();
        visit.AssertFlawless();
    }
}
