using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Site.Themes.Campaign;

namespace Site.BrowserTests;

/// <summary>axe, with the rules of WCAG 2.2 A and AA, on one page of each layout.</summary>
public sealed class AccessibilityTests(Browsing browsing)
{
    private static readonly AxeRunOptions Wcag = new()
    {
        RunOnly = new() { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] },
        Rules = new() { ["target-size"] = new() { Enabled = true } },
    };

    public static TheoryData<string> LayoutNames => Layouts.Names;

    [Fact]
    public void Every_layout_of_the_theme_is_looked_at()
    {
        Assert.Equal(CampaignTheme.Theme.Layouts.Select(layout => layout.Component.Name).Order(), Layouts.Pages.Keys.Select(layout => layout.Name).Order());
    }

    [Theory, MemberData(nameof(LayoutNames))]
    public Task Axe_finds_nothing_in_light(string layout) => FindNothingAsync(layout, new());

    [Theory, MemberData(nameof(LayoutNames))]
    public Task Axe_finds_nothing_in_dark(string layout) => FindNothingAsync(layout, new() { IsDark = true });

    [Theory, MemberData(nameof(LayoutNames))]
    public Task Axe_finds_nothing_in_large_type_on_a_phone(string layout) => FindNothingAsync(layout, new() { IsLarge = true, Width = 360, Height = 740 });

    private async Task FindNothingAsync(string layout, Reader reader)
    {
        await using var visit = await browsing.OpenAsync(Layouts.Page(layout), reader);

        var found = await visit.Page.RunAxe(Wcag);

        Assert.True(found.Violations.Length == 0, string.Join('\n', found.Violations.SelectMany(rule => rule.Nodes.Select(node =>
            $"{rule.Id}: {rule.Help}\n  {node.Html}\n  {string.Join("\n  ", node.Any.Concat(node.All).Concat(node.None).Select(check => check.Message))}"))));
        Assert.NotEmpty(found.Passes);
        visit.AssertFlawless();
    }
}
