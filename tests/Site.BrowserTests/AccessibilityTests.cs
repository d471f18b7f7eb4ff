namespace Site.BrowserTests;

/// <summary>axe, with the rules of WCAG 2.2 A and AA, on one page of each template.</summary>
public sealed class AccessibilityTests(Browsing browsing)
{
    public static TheoryData<string> TemplateNames => Templates.Names;

    [Fact]
    public void Every_template_of_the_theme_is_looked_at() => Assert.Empty(Templates.Missing);

    [Theory, MemberData(nameof(TemplateNames))]
    public async Task Axe_finds_nothing_in_light(string template) => AssertNone((await browsing.LookAtTemplateAsync(template)).AxeInLight);

    [Theory, MemberData(nameof(TemplateNames))]
    public async Task Axe_finds_no_contrast_too_low_in_dark(string template) => AssertNone((await browsing.LookAtTemplateAsync(template)).ContrastInDark);

    [Theory, MemberData(nameof(TemplateNames))]
    public async Task Axe_finds_nothing_in_large_type_on_a_phone(string template) => AssertNone((await browsing.LookAtTemplateAsync(template)).AxeInLargeTypeOnAPhone);

    [Theory, MemberData(nameof(TemplateNames))]
    public async Task Nothing_goes_wrong_while_a_page_changes_its_colors_type_and_width(string template) =>
        AssertNone(string.Join('\n', (await browsing.LookAtTemplateAsync(template)).Complaints));

    /// <summary>Tells all that was found, which equality would cut short.</summary>
    private static void AssertNone(string findings) => Assert.True(findings.Length == 0, findings);
}
