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
    [InlineData(360, false, false)]
    [InlineData(360, true, false)]
    [InlineData(768, false, true)]
    [InlineData(768, true, true)]
    [InlineData(1280, false, true)]
    public async Task The_picture_of_a_step_stands_below_its_words_on_a_phone_and_beside_them_where_there_is_room(int width, bool isLarge, bool isBeside)
    {
        var site = await browsing.SmallSiteAsync(Pictured);
        await using var visit = await Visit.BeginAsync(browsing.Browser, site, new() { Width = width, Height = 780, IsLarge = isLarge, HasScript = false });
        await visit.GoAsync("/guides/fire/");
        var steps = visit.Page.Locator(".guide .prose > ol > li");

        for (var i = 0; i < 2; i++)
        {
            var step = (await steps.Nth(i).BoundingBoxAsync())!;
            var picture = (await steps.Nth(i).Locator("img").BoundingBoxAsync())!;
            var right = await steps.Nth(i).EvaluateAsync<double>("step => { const words = document.createRange(); words.selectNodeContents(step); words.setEndBefore(step.querySelector('img')); return words.getBoundingClientRect().right; }");

            Assert.Equal(1.5, Math.Round(picture.Width / picture.Height, 1));
            Assert.InRange(picture.Width, 160, 260);
            Assert.True(isBeside == right <= picture.X);
            Assert.InRange(picture.Y, step.Y + (isBeside ? 0 : 30), step.Y + step.Height - picture.Height + 1);
        }

        Assert.Equal("0px", await visit.Page.StyleAsync(".guide .prose > ol > li:nth-child(3)", "padding-right"));
        Assert.True((await steps.Nth(2).BoundingBoxAsync())!.Height < 140);
        Assert.True(await visit.Page.SidewaysAsync() <= 0);
    }

    [Fact]
    public async Task A_step_shown_alone_has_its_picture_and_one_without_has_none()
    {
        var site = await browsing.SmallSiteAsync(Pictured);
        await using var visit = await Visit.BeginAsync(browsing.Browser, site, Phone);
        await visit.GoAsync("/guides/fire/");
        var page = visit.Page;
        await page.GetByRole(AriaRole.Button, new() { Name = "带我做" }).ClickAsync();
        var dialog = page.GetByRole(AriaRole.Dialog, new() { Name = "带我做" });

        await Assertions.Expect(dialog.GetByRole(AriaRole.Img, new() { Name = "拉着孩子往外走" })).ToBeVisibleAsync();
        await Assertions.Expect(dialog.Locator(".walk-text")).ToHaveTextAsync("喊人，一起出去。");
        var next = (await dialog.Locator(".walk-next").BoundingBoxAsync())!;
        Assert.True(next.Y + next.Height < 780);
        await page.AssertAxeFindsNothingAsync();

        await page.Keyboard.PressAsync("ArrowRight");
        await Assertions.Expect(dialog.GetByRole(AriaRole.Img)).ToHaveAccessibleNameAsync("打119");
        await page.Keyboard.PressAsync("ArrowRight");
        await Assertions.Expect(dialog.Locator(".walk-text")).ToHaveTextAsync("等消防员。");
        await Assertions.Expect(dialog.GetByRole(AriaRole.Img)).ToHaveCountAsync(0);
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
        // Each number stands for half a second: looked for at each frame, or it is missed.
        await page.WaitForFunctionAsync("() => Number(document.querySelector('[data-count]').textContent) >= 3");
        await page.GetByRole(AriaRole.Button, new() { Name = "停" }).ClickAsync();

        await Assertions.Expect(page.Locator("[data-count]")).ToHaveTextAsync("");
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "跟着节拍按，每分钟110下" })).ToBeVisibleAsync();
        visit.AssertFlawless();
    }

    /// <summary>A guide of three steps, two of them with a picture.</summary>
    private const string Pictured =
        """
        -- content/guides/fire.md --
        ---
        title: 着火了怎么办
        summary: 示例。
        source: 示例
        reviewer: 示例
        ---
        1. 喊人，一起出去。 ![拉着孩子往外走](out.svg)
        2. 到外面打119。 ![打119](call.svg)
        3. 等消防员。

        ## 为什么

        示例。
        -- content/guides/out.svg --
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 240 160" width="480" height="320"><path d="M0 0h240v160H0z"/></svg>
        -- content/guides/call.svg --
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 240 160" width="480" height="320"><path d="M0 0h120v160H0z"/></svg>
        """;
}
