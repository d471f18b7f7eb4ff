using Site.Themes.Campaign;

namespace Site.BrowserTests;

/// <summary>axe, with the rules of WCAG 2.2 A and AA, on one page of each layout.</summary>
public sealed class AccessibilityTests(Browsing browsing)
{
    public static TheoryData<string> LayoutNames => Layouts.Names;

    [Fact]
    public void Every_layout_of_the_theme_is_looked_at()
    {
        Assert.Equal(CampaignTheme.Theme.Templates.Select(template => template.Name).Order(), Layouts.Pages.Keys.Select(layout => layout.Name).Order());
    }

    [Theory, MemberData(nameof(LayoutNames))]
    public Task Axe_finds_nothing_in_light(string layout) => FindNothingAsync(layout, new());

    [Theory, MemberData(nameof(LayoutNames))]
    public Task Axe_finds_nothing_in_dark(string layout) => FindNothingAsync(layout, new() { IsDark = true });

    [Theory, MemberData(nameof(LayoutNames))]
    public Task Axe_finds_nothing_in_large_type_on_a_phone(string layout) => FindNothingAsync(layout, new() { IsLarge = true, Width = 360, Height = 740 });

    private async Task FindNothingAsync(string layout, Reader reader)
    {
        await using var visit = await browsing.LookAsync(Layouts.Page(layout), reader);

        await visit.Page.AssertAxeFindsNothingAsync();
        visit.AssertFlawless();
    }
}
