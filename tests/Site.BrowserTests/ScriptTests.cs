namespace Site.BrowserTests;

/// <summary>What script adds to pages that work without it.</summary>
public sealed class ScriptTests(Browsing browsing)
{
    [Fact]
    public async Task What_is_ticked_off_in_a_checklist_is_kept_on_this_device()
    {
        await using var visit = await browsing.OpenAsync("/guides/emergency-kit/");
        var second = visit.Page.Locator(".checklist input").Nth(1);
        await second.CheckAsync();

        await visit.Page.ReloadAsync();

        await Assertions.Expect(second).ToBeCheckedAsync();
        await Assertions.Expect(visit.Page.Locator(".checklist input").Nth(0)).Not.ToBeCheckedAsync();
        Assert.Empty(await visit.Page.Context.CookiesAsync());
        visit.AssertFlawless();
    }

    [Fact]
    public async Task A_button_prints_the_guide()
    {
        await using var visit = await browsing.VisitAsync();
        await visit.Page.AddInitScriptAsync("window.print = () => { window.isPrinted = true; };");
        await visit.GoAsync("/guides/emergency-kit/");

        await visit.Page.Locator("[data-print]").First.ClickAsync();

        await visit.Page.WaitForFunctionAsync("() => window.isPrinted === true");
    }

    [Fact]
    public async Task A_browser_that_forbids_storage_shows_everything_all_the_same()
    {
        await using var visit = await browsing.VisitAsync();
        await visit.Page.AddInitScriptAsync("Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('denied', 'SecurityError'); } });");
        await visit.GoAsync("/guides/emergency-kit/");

        await visit.Page.GetByLabel("大字版").CheckAsync();

        await Assertions.Expect(visit.Page.Locator(".prose > p").First).ToHaveCSSAsync("font-size", "24px");
        visit.AssertFlawless();
    }

    [Theory]
    [InlineData("/quizzes/home-safety/", 360)]
    [InlineData("/quizzes/home-safety/", 1280)]
    [InlineData("/quizzes/home-safety/paper/own/", 360)]
    [InlineData("/decisions/fire/", 360)]
    [InlineData("/decisions/fire/", 1280)]
    [InlineData("/scenarios/smoke-at-night/", 360)]
    [InlineData("/scenes/kitchen/", 360)]
    [InlineData("/offline/", 360)]
    [InlineData("/works/pack/", 360)]
    [InlineData("/works/guides/gas-leak/poster/", 360)]
    [InlineData("/works/guides/gas-leak/poster/", 1280)]
    [InlineData("/guides/gas-leak/", 360)]
    [InlineData("/exposures/2026-003/", 360)]
    [InlineData("/", 360)]
    public async Task What_is_in_sight_stays_in_its_place_when_scripts_come(string path, int width)
    {
        await using var visit = await browsing.VisitAsync(new() { Width = width, Height = 780 });
        await visit.Page.NoticeShiftsAsync();
        await visit.GoAsync(path);
        await Assertions.Expect(visit.Page.Locator("[data-waits]")).ToHaveCountAsync(0);

        Assert.InRange(await visit.Page.ShiftedAsync(), 0, 0.1);
    }

    [Theory]
    [InlineData("/quizzes/rescue-skills/")]
    [InlineData("/decisions/fire/")]
    [InlineData("/scenarios/smoke-at-night/")]
    [InlineData("/works/pack/")]
    [InlineData("/works/guides/heat-stroke/poster/")]
    public async Task All_of_a_page_is_seen_as_soon_as_its_script_has_come(string path)
    {
        await using var visit = await browsing.VisitAsync();
        await visit.Page.GotoAsync(browsing.Site.Address(path));
        await Assertions.Expect(visit.Page.Locator("[data-waits]")).ToHaveCountAsync(0);

        Assert.Empty(await visit.Page.EvaluateAsync<string[]>(
            "() => document.getAnimations().filter(({ animationName }) => animationName === 'wait').map(({ effect }) => effect.target.className)"));
    }

    [Theory]
    [InlineData("/quizzes/home-safety/", 360)]
    [InlineData("/quizzes/home-safety/", 768)]
    [InlineData("/quizzes/home-safety/", 1280)]
    [InlineData("/quizzes/home-safety/paper/own/", 360)]
    [InlineData("/decisions/fire/", 360)]
    [InlineData("/decisions/fire/", 1280)]
    [InlineData("/scenarios/smoke-at-night/", 360)]
    [InlineData("/works/pack/", 360)]
    [InlineData("/works/guides/gas-leak/poster/", 1280)]
    public async Task It_stays_there_too_when_they_come_after_readers_have_waited_for_them(string path, int width)
    {
        var isOver = new TaskCompletionSource();
        await using var visit = await browsing.VisitAsync(new() { Width = width, Height = 780 });
        await visit.Page.NoticeShiftsAsync();
        await visit.Page.RouteAsync(url => new[] { "quiz", "play", "paper", "take" }.Any(name => url.Contains("/assets/" + name, StringComparison.Ordinal) && url.EndsWith(".js", StringComparison.Ordinal)), async route =>
        {
            await isOver.Task;
            await route.ContinueAsync();
        });
        await visit.Page.GotoAsync(browsing.Site.Address(path), new() { WaitUntil = WaitUntilState.Commit });
        await EndWaitAsync(visit.Page);

        isOver.SetResult();
        await Assertions.Expect(visit.Page.Locator("[data-waits]")).ToHaveCountAsync(0);

        Assert.InRange(await visit.Page.ShiftedAsync(), 0, 0.1);
        await Assertions.Expect(visit.Page.Locator("main form.paper[hidden]")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Who_waited_for_the_player_of_a_quiz_can_still_begin_with_it()
    {
        var isOver = new TaskCompletionSource();
        await using var visit = await browsing.VisitAsync(new() { Width = 360, Height = 780 });
        await visit.Page.RouteAsync(url => url.Contains("/assets/quiz", StringComparison.Ordinal) && url.EndsWith(".js", StringComparison.Ordinal), async route =>
        {
            await isOver.Task;
            await route.ContinueAsync();
        });
        await visit.Page.GotoAsync(browsing.Site.Address("/quizzes/home-safety/"), new() { WaitUntil = WaitUntilState.Commit });
        await EndWaitAsync(visit.Page);
        await Assertions.Expect(visit.Page.Locator(".start-wait a")).ToBeVisibleAsync();

        isOver.SetResult();
        await Assertions.Expect(visit.Page.Locator(".start-wait")).ToBeHiddenAsync();
        await Assertions.Expect(visit.Page.Locator(".question").First).ToBeVisibleAsync();
        await visit.Page.Locator("[data-start=all]").ClickAsync();

        await Assertions.Expect(visit.Page.Locator(".question:visible")).ToHaveCountAsync(1);
    }

    /// <summary>Lets the three seconds pass for which a page keeps back what a script may move, and waits until readers see all of it.</summary>
    /// <remarks>They begin when the styles are there: a page that is all read may still be without them.</remarks>
    private static async Task EndWaitAsync(IPage page)
    {
        await Assertions.Expect(page.Locator("body > footer")).ToBeAttachedAsync();
        await page.WaitForFunctionAsync("() => document.getAnimations().filter(({ animationName }) => animationName === 'wait').map((animation) => animation.finish()).length > 0");
        await page.EvaluateAsync("() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))");
    }
}
