namespace Site.BrowserTests;

/// <summary>What a guide does beyond its text: calls, steps one a screen, the beat for compressions.</summary>
public sealed class GuideTests(Browsing browsing)
{
    private static readonly Reader Phone = new() { Width = 360, Height = 780 };

    [Fact]
    public async Task When_to_call_stands_above_the_first_step_and_what_never_to_do_directly_below_the_last()
    {
        await using var visit = await browsing.LookAsync("/guides/gas-leak/", Phone with { HasScript = false });

        await Assertions.Expect(visit.Page.Locator(".urgent a[href='tel:119']")).ToBeVisibleAsync();
        await Assertions.Expect(visit.Page.Locator(".urgent + * .prose, .page-body .prose").First).ToBeVisibleAsync();
        Assert.True((await visit.Page.Locator(".urgent").BoundingBoxAsync())!.Y < (await visit.Page.Locator(".prose > ol").First.BoundingBoxAsync())!.Y);
        await Assertions.Expect(visit.Page.Locator(".prose > ol:first-child + .sign-prohibition")).ToBeVisibleAsync();
        await Assertions.Expect(visit.Page.Locator("[data-steps], [data-beat]").First).ToBeHiddenAsync();
    }

    [Fact]
    public async Task Steps_are_shown_one_a_screen_by_keyboard_and_end_with_what_never_to_do()
    {
        await using var visit = await browsing.OpenAsync("/guides/gas-leak/", Phone);
        var page = visit.Page;
        await page.GetByRole(AriaRole.Button, new() { Name = "带我做" }).FocusAsync();
        await page.Keyboard.PressAsync("Enter");

        var dialog = page.GetByRole(AriaRole.Dialog, new() { Name = "带我做" });
        await Assertions.Expect(dialog.Locator(".walk-progress")).ToHaveTextAsync("第1步，共5步");
        await Assertions.Expect(dialog.Locator(".walk-text")).ToContainTextAsync("别碰开关");
        await Assertions.Expect(dialog.Locator("a[href='tel:119']")).ToBeVisibleAsync();

        for (var i = 0; i < 5; i++)
        {
            await page.Keyboard.PressAsync("ArrowRight");
        }

        await Assertions.Expect(dialog.Locator(".walk-progress")).ToHaveTextAsync("千万不要");
        await page.Keyboard.PressAsync("ArrowLeft");
        await Assertions.Expect(dialog.Locator(".walk-progress")).ToHaveTextAsync("第5步，共5步");
        await page.AssertAxeFindsNothingAsync();

        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(dialog).ToHaveCountAsync(0);
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "带我做" })).ToBeFocusedAsync();
        visit.AssertFlawless();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_longest_step_can_be_read_on_a_phone(bool isLarge)
    {
        await using var visit = await browsing.OpenAsync("/guides/first-aid-cpr/", Phone with { IsLarge = isLarge });
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "带我做" }).ClickAsync();

        for (var i = 0; i < 7; i++)
        {
            var foot = (await visit.Page.Locator(".walk-next").BoundingBoxAsync())!;
            Assert.True(foot.Y + foot.Height < 780 && await visit.Page.SidewaysAsync() <= 0);
            await visit.Page.Locator(".walk-next").ClickAsync();
        }
    }

    [Fact]
    public async Task The_beat_counts_to_thirty_at_the_pace_of_the_guide_and_stops()
    {
        await using var visit = await browsing.OpenAsync("/guides/first-aid-cpr/", Phone);
        var page = visit.Page;

        await page.GetByRole(AriaRole.Button, new() { Name = "跟着节拍按" }).ClickAsync();
        await Assertions.Expect(page.Locator("[data-count]")).ToHaveTextAsync("3");
        await page.GetByRole(AriaRole.Button, new() { Name = "停" }).ClickAsync();

        await Assertions.Expect(page.Locator("[data-count]")).ToHaveTextAsync("");
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "跟着节拍按，每分钟110下" })).ToBeVisibleAsync();
        visit.AssertFlawless();
    }
}
