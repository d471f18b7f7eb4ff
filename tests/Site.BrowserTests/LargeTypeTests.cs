namespace Site.BrowserTests;

/// <summary>The large-type version (大字版).</summary>
public sealed class LargeTypeTests(Browsing browsing)
{
    private const string LargeRoot = ":root[data-large]";

    [Fact]
    public async Task The_switch_sets_text_in_24_px_without_script()
    {
        await using var visit = await browsing.OpenAsync("/guides/gas-leak/", new() { Width = 360, HasScript = false });

        await visit.Page.GetByLabel("大字版").CheckAsync();

        await Assertions.Expect(visit.Page.Locator(".prose > p").First).ToHaveCSSAsync("font-size", "24px");
    }

    [Fact]
    public async Task The_choice_is_remembered_over_pages_and_reloads()
    {
        await using var visit = await browsing.OpenAsync("/");
        await visit.Page.GetByLabel("大字版").CheckAsync();

        await visit.GoAsync("/guides/gas-leak/");
        await Assertions.Expect(visit.Page.Locator(".prose > p").First).ToHaveCSSAsync("font-size", "24px");
        await Assertions.Expect(visit.Page.GetByLabel("大字版")).ToBeCheckedAsync();

        await visit.Page.ReloadAsync();
        await Assertions.Expect(visit.Page.Locator(".prose > p").First).ToHaveCSSAsync("font-size", "24px");

        await visit.Page.GetByLabel("大字版").UncheckAsync();
        await visit.GoAsync("/");
        await Assertions.Expect(visit.Page.Locator(LargeRoot)).ToHaveCountAsync(0);
        visit.AssertFlawless();
    }

    [Fact]
    public async Task Large_type_is_set_before_there_is_anything_to_paint()
    {
        await using var visit = await browsing.VisitAsync(new() { IsLarge = true });
        await visit.Page.AddInitScriptAsync(
            """
            new MutationObserver((_, observer) => {
              if (!document.body) return;
              window.largeWithFirstOfBody = document.documentElement.matches("[data-large]");
              observer.disconnect();
            }).observe(document, { childList: true, subtree: true });
            """);

        await visit.GoAsync("/guides/gas-leak/");

        Assert.True(await visit.Page.EvaluateAsync<bool>("() => window.largeWithFirstOfBody"));
    }

    [Fact]
    public async Task Text_of_large_type_has_a_contrast_of_7_to_1()
    {
        foreach (var isDark in new[] { false, true })
        {
            await using var visit = await browsing.OpenAsync("/guides/gas-leak/", new() { IsLarge = true, IsDark = isDark, Width = 360 });

            await visit.Page.AssertAxeFindsNothingAsync("color-contrast-enhanced");
        }
    }
}
