using System.Text.Json;
using Deque.AxeCore.Commons;

namespace Site.BrowserTests;

/// <summary>axe, run in the page itself; with the rules of WCAG 2.2 A and AA unless others are named.</summary>
/// <remarks>
/// Not Deque.AxeCore.Playwright: for frames, of which the site has none and the editor one, whose page is looked at as a page of the site, it opens a second page for each look and loads axe there again, which takes two thirds
/// of the time.
/// </remarks>
internal static class Axe
{
    private static readonly string Script = new BundledAxeScriptProvider().GetScript();

    private static readonly string[] Wcag = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

    private const string Run =
        """
        async ({ type, values }) => {
          // Where the device forces its own colors, axe does not see them: the styles it asks for are still the page's. So contrast is left out there.
          const withColors = !matchMedia("(forced-colors: active)").matches;
          const rules = type === "tag" ? { "target-size": { enabled: true }, "color-contrast": { enabled: withColors } } : {};
          // The same rules; that only findings are described element by element saves two fifths of the time.
          const { violations, passes } = await axe.run(document, { runOnly: { type, values }, rules, iframes: false, resultTypes: ["violations"] });
          return {
            passes: passes.length,
            violations: violations.flatMap(({ id, help, nodes }) => nodes.map(({ html, any, all, none }) =>
              `${id}: ${help}\n  ${html}\n  ${[...any, ...all, ...none].map(({ message }) => message).join("\n  ")}`)),
          };
        }
        """;

    /// <summary>Fails, and tells every finding, if there is one; or if axe had nothing to look at.</summary>
    public static async Task AssertAxeFindsNothingAsync(this IPage page) => AssertNothing(await page.AxeFindingsAsync());

    /// <summary>Fails, and tells every finding of one rule, if there is one; or if there was nothing to apply it to.</summary>
    public static async Task AssertAxeFindsNothingAsync(this IPage page, string rule) => AssertNothing(await page.AxeFindingsAsync(rule));

    /// <returns>Every finding, a line or more each; that axe had nothing to look at is one as well. Empty where all is well.</returns>
    public static Task<string> AxeFindingsAsync(this IPage page) => FindAsync(page, "tag", Wcag);

    /// <summary>The same by one rule.</summary>
    public static Task<string> AxeFindingsAsync(this IPage page, string rule) => FindAsync(page, "rule", [rule]);

    private static void AssertNothing(string findings) => Assert.True(findings.Length == 0, findings);

    private static async Task<string> FindAsync(IPage page, string type, string[] values)
    {
        if (!await page.EvaluateAsync<bool>("() => typeof axe === 'object'"))
        {
            await page.EvaluateAsync($"() => {{ {Script} }}");
        }

        var found = await page.EvaluateAsync<JsonElement>(Run, new { type, values });

        var violations = string.Join('\n', found.GetProperty("violations").EnumerateArray().Select(violation => violation.GetString()));
        return violations.Length == 0 && found.GetProperty("passes").GetInt32() == 0 ? "axe had nothing to look at." : violations;
    }
}
