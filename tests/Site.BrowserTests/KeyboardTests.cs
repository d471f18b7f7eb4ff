using System.Text.Json;

namespace Site.BrowserTests;

/// <summary>Everything can be reached and seen with the Tab key alone.</summary>
public sealed class KeyboardTests(Browsing browsing)
{
    [Fact]
    public async Task The_first_stop_leads_past_everything_to_the_text()
    {
        await using var visit = await browsing.LookAsync("/guides/gas-leak/");

        await visit.Page.Keyboard.PressAsync("Tab");
        var skip = visit.Page.Locator(":focus");
        await Assertions.Expect(skip).ToHaveTextAsync("跳到正文");
        await Assertions.Expect(skip).ToBeInViewportAsync();

        await visit.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(visit.Page.Locator("main")).ToBeFocusedAsync();
        await visit.Page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(visit.Page.Locator("main :focus")).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task The_menu_is_walked_in_the_order_in_which_it_is_shown()
    {
        await using var visit = await browsing.LookAsync("/");
        var shown = await visit.Page.EvaluateAsync<string[]>(
            """
            () => [...document.querySelectorAll("nav[aria-label=主菜单] a")]
              .map((link) => [link.getBoundingClientRect(), link.textContent])
              .sort(([a], [b]) => a.top - b.top || a.left - b.left).map(([, text]) => text)
            """);

        var walked = await WalkAsync(visit.Page);

        Assert.NotEmpty(shown);
        Assert.Equal(shown, walked.Select(stop => stop.Text).Where(shown.Contains));
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/guides/gas-leak/")]
    [InlineData("/quizzes/home-safety/")]
    [InlineData("/halls/")]
    [InlineData("/exposures/")]
    public async Task Every_control_is_a_stop_where_the_focus_is_seen_and_none_is_a_trap(string path)
    {
        await using var visit = await browsing.LookAsync(path);
        var expected = await visit.Page.EvaluateAsync<int>(CountStops);

        var walked = await WalkAsync(visit.Page);

        Assert.Equal(expected, walked.Count);
        var unseen = walked.Where(stop => !stop.IsSeen).Select(stop => stop.Html).ToList();
        Assert.True(unseen.Count == 0, string.Join('\n', unseen));
    }

    /// <summary>Tabs from the top of the page until the focus leaves it, or comes back to where it was.</summary>
    private static async Task<List<Stop>> WalkAsync(IPage page)
    {
        var stops = new List<Stop>();
        await page.EvaluateAsync("() => { window.stops = new Set(); }");
        while (true)
        {
            await page.Keyboard.PressAsync("Tab");
            var stop = await page.EvaluateAsync<JsonElement?>(Look);
            if (stop is not { ValueKind: JsonValueKind.Object } seen)
            {
                return stops;
            }

            stops.Add(new(seen.GetProperty("html").GetString()!, seen.GetProperty("text").GetString()!, seen.GetProperty("isSeen").GetBoolean()));
        }
    }

    /// <summary>Where the focus is: it is seen where the control, its label or the part that stands for it has an outline of at least 2 px.</summary>
    private const string Look =
        """
        () => {
          const element = document.activeElement;
          if (!element || element === document.body || window.stops.has(element)) return null;
          window.stops.add(element);
          const outlined = (candidate) => {
            if (!candidate) return false;
            const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(candidate);
            const box = candidate.getBoundingClientRect();
            return outlineStyle !== "none" && parseFloat(outlineWidth) >= 2 && !/^rgba\(.*, 0\)$/.test(outlineColor)
              && box.width > 8 && box.height > 8 && box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
          };
          return {
            html: element.outerHTML.slice(0, 160), text: element.textContent,
            isSeen: [element, element.nextElementSibling, element.closest("label"), element.closest("li"), element.closest("form")].some(outlined),
          };
        }
        """;

    /// <summary>How many stops there must be: everything that can be used, a group of radio buttons once.</summary>
    private const string CountStops =
        """
        () => {
          const usable = [...document.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex='0'], [contenteditable]")]
            .filter((element) => element.checkVisibility({ visibilityProperty: true }) && !element.disabled && element.tabIndex >= 0);
          const groups = new Set(usable.filter((element) => element.type === "radio").map((element) => element.name));
          return usable.filter((element) => element.type !== "radio").length + groups.size;
        }
        """;

    private sealed record Stop(string Html, string Text, bool IsSeen);
}
