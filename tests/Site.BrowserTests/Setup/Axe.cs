using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;

namespace Site.BrowserTests;

/// <summary>axe, with the rules of WCAG 2.2 A and AA.</summary>
internal static class Axe
{
    private static AxeRunOptions Wcag(bool withColors) => new()
    {
        RunOnly = new() { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] },
        Rules = new() { ["target-size"] = new() { Enabled = true }, ["color-contrast"] = new() { Enabled = withColors } },
    };

    /// <summary>Fails, and tells every finding, if there is one; or if axe had nothing to look at.</summary>
    /// <remarks>Where the device forces its own colors, axe does not see them: the styles it asks for are still the page's. So contrast is left out there.</remarks>
    public static async Task AssertAxeFindsNothingAsync(this IPage page)
    {
        var isForced = await page.EvaluateAsync<bool>("() => matchMedia('(forced-colors: active)').matches");
        var found = await page.RunAxe(Wcag(withColors: !isForced));

        Assert.True(found.Violations.Length == 0, string.Join('\n', found.Violations.SelectMany(rule => rule.Nodes.Select(node =>
            $"{rule.Id}: {rule.Help}\n  {node.Html}\n  {string.Join("\n  ", node.Any.Concat(node.All).Concat(node.None).Select(check => check.Message))}"))));
        Assert.NotEmpty(found.Passes);
    }
}
