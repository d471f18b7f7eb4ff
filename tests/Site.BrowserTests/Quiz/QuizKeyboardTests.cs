namespace Site.BrowserTests;

/// <summary>A quiz without a mouse.</summary>
public sealed class QuizKeyboardTests(Browsing browsing, QuizSite quizzes)
{
    [Fact]
    public async Task A_whole_quiz_is_done_with_tab_arrows_space_and_enter_alone()
    {
        await using var visit = await browsing.OpenQuizAsync(quizzes, "/quizzes/types/");
        var page = visit.Page;
        var keys = page.Keyboard;
        await TabToAsync(page, "[data-start=all]");
        await keys.PressAsync("Enter");
        await AssertFocusedAsync(page, "#single legend");

        await keys.PressAsync("Tab");
        await keys.PressAsync("ArrowDown");
        await TabToAsync(page, "#single .check");
        await keys.PressAsync("Enter");
        await AssertFocusedAsync(page, "#single .mark");
        await Assertions.Expect(page.Locator("#single .mark")).ToContainTextAsync("答对了");

        await OnAsync(page, "#partial legend");
        foreach (var _ in Enumerable.Range(0, 3))
        {
            await keys.PressAsync("Tab");
            await keys.PressAsync("Space");
        }

        await OnAsync(page, "#judge legend");
        await keys.PressAsync("Tab");
        await keys.PressAsync("ArrowUp");

        await OnAsync(page, "#blank legend");
        await keys.PressAsync("Tab");
        await keys.TypeAsync("119");
        await keys.PressAsync("Tab");
        await keys.TypeAsync("12350");

        await OnAsync(page, "#number legend");
        await keys.PressAsync("Tab");
        await keys.TypeAsync("1.5");

        await OnAsync(page, "#match legend");
        foreach (var right in new[] { "禁止", "警告", "指令" })
        {
            await keys.PressAsync("Tab");
            for (var press = 0; await page.EvaluateAsync<string>("() => document.activeElement.value") != right; press++)
            {
                Assert.True(press < 10, $"ArrowDown never comes to {right}.");
                await keys.PressAsync("ArrowDown");
            }
        }

        await OnAsync(page, "#order legend");
        foreach (var step in new[] { "压下", "对准", "拔销", "提起" })
        {
            var up = page.GetByRole(AriaRole.Button, new() { Name = $"上移：{step}" });
            await up.FocusAsync();
            await keys.PressAsync("Enter");
            await keys.PressAsync("Enter");
            await keys.PressAsync("Enter");
            await Assertions.Expect(up).ToBeFocusedAsync();
        }

        await TabToAsync(page, "[data-finish]");
        await keys.PressAsync("Enter");
        await AssertFocusedAsync(page, "#result-title");
        await Assertions.Expect(page.Locator("[data-score]")).ToHaveTextAsync("100");
        visit.AssertFlawless();
    }

    [Fact]
    public async Task Shortcuts_choose_look_and_turn_the_page()
    {
        await using var visit = await browsing.OpenQuizAsync(quizzes, "/quizzes/types/");
        var page = visit.Page;
        await page.StartAsync("all");

        await page.Keyboard.PressAsync("2");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("#single .mark")).ToHaveTextAsync("✓ 答对了");
        await page.Keyboard.PressAsync("n");
        await AssertFocusedAsync(page, "#partial legend");
        await Assertions.Expect(page.Locator("[data-say]")).ToHaveTextAsync("第2题，共7题");
        await page.Keyboard.PressAsync("1");
        await page.Keyboard.PressAsync("3");
        await Assertions.Expect(page.Locator("#partial input:checked")).ToHaveCountAsync(2);
        await page.Keyboard.PressAsync("p");
        await AssertFocusedAsync(page, "#single legend");
    }

    [Fact]
    public async Task Shortcuts_heed_neither_modifiers_nor_typing_nor_keys_outside_of_the_questions_and_can_be_switched_off()
    {
        await using var visit = await browsing.OpenQuizAsync(quizzes, "/quizzes/types/");
        var page = visit.Page;
        await page.StartAsync("all");

        await page.Keyboard.PressAsync("Control+2");
        await page.Keyboard.PressAsync("Alt+n");
        await page.Locator(".head-find").FocusAsync();
        await page.Keyboard.PressAsync("n");
        await page.Locator("#main").FocusAsync();
        await page.Keyboard.PressAsync("n");
        await Assertions.Expect(page.Locator("[data-progress]")).ToHaveTextAsync("第1题，共7题");
        await Assertions.Expect(page.Locator("#single input:checked")).ToHaveCountAsync(0);
        for (var i = 0; i < 3; i++)
        {
            await page.NextAsync();
        }

        await page.Locator("#blank input").First.FocusAsync();
        await page.Keyboard.TypeAsync("np1");
        await Assertions.Expect(page.Locator("#blank input").First).ToHaveValueAsync("np1");

        await page.Locator("[data-leave]").ClickAsync();
        await page.GetByText("怎么做，由你选").ClickAsync();
        await page.GetByLabel("用按键答题").UncheckAsync();
        await page.StartAsync("all");
        await page.Keyboard.PressAsync("2");
        await page.Keyboard.PressAsync("n");
        await Assertions.Expect(page.Locator("[data-progress]")).ToHaveTextAsync("第1题，共7题");
        await Assertions.Expect(page.Locator("#single input:checked")).ToHaveCountAsync(0);
    }

    private static async Task OnAsync(IPage page, string legend)
    {
        await TabToAsync(page, "[data-next]");
        await page.Keyboard.PressAsync("Enter");
        await AssertFocusedAsync(page, legend);
    }

    private static Task AssertFocusedAsync(IPage page, string selector) => Assertions.Expect(page.Locator(selector)).ToBeFocusedAsync();

    private static async Task TabToAsync(IPage page, string selector)
    {
        for (var i = 0; i < 60; i++)
        {
            await page.Keyboard.PressAsync("Tab");
            if (await page.EvaluateAsync<bool>("selector => document.activeElement.matches(selector)", selector))
            {
                return;
            }
        }

        Assert.Fail($"Tab never came to {selector}.");
    }
}
