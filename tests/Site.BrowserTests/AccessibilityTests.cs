namespace Site.BrowserTests;

/// <summary>axe, with the rules of WCAG 2.2 A and AA, on one page of each template.</summary>
public sealed class AccessibilityTests(Browsing browsing)
{
    public static TheoryData<string> TemplateNames => Templates.Names;

    [Fact]
    public void Every_template_of_the_theme_is_looked_at() => Assert.Empty(Templates.Missing);

    [Theory, MemberData(nameof(TemplateNames))]
    public Task Axe_finds_nothing_in_light(string template) => FindNothingAsync(template, new());

    [Theory, MemberData(nameof(TemplateNames))]
    public Task Axe_finds_nothing_in_dark(string template) => FindNothingAsync(template, new() { IsDark = true });

    [Theory, MemberData(nameof(TemplateNames))]
    public Task Axe_finds_nothing_in_large_type_on_a_phone(string template) => FindNothingAsync(template, new() { IsLarge = true, Width = 360, Height = 740 });

    private async Task FindNothingAsync(string template, Reader reader)
    {
        await using var visit = await browsing.LookAsync(Templates.Page(template), reader);

        await visit.Page.AssertAxeFindsNothingAsync();
        visit.AssertFlawless();
    }
}
