namespace Site.BrowserTests;

/// <summary>What a reader sees without scrolling.</summary>
public sealed class FirstScreenTests(Browsing browsing)
{
    public static TheoryData<string> Guides =>
        [.. Directory.GetFiles(Path.Combine(Repository.Folder, "content", "guides"), "*.md").Select(path => Path.GetFileNameWithoutExtension(path)!)];

    [Theory, MemberData(nameof(Guides))]
    public async Task The_first_step_of_a_guide_begins_on_the_first_screen_of_a_phone(string guide)
    {
        await using var visit = await browsing.LookAsync($"/guides/{guide}/", new() { Width = 360, Height = 780 });

        foreach (var isLarge in new[] { false, true })
        {
            await visit.Page.SetLargeAsync(isLarge);
            var step = (await visit.Page.Locator(".guide .prose ol > li").First.BoundingBoxAsync())!;
            var calls = (await visit.Page.Locator("nav[aria-label=紧急求助]").BoundingBoxAsync())!;

            Assert.True(step.Y + 100 <= calls.Y, $"The first step begins at {step.Y:0} px, the bar at {calls.Y:0} px; large type: {isLarge}.");
        }
    }

    [Fact]
    public async Task Six_dangers_stand_on_the_first_screen_of_a_phone()
    {
        await using var visit = await browsing.LookAsync("/", new() { Width = 360, Height = 780 });

        var last = (await visit.Page.Locator(".dangers .sign-grid li").Nth(5).BoundingBoxAsync())!;
        var calls = (await visit.Page.Locator("nav[aria-label=紧急求助]").BoundingBoxAsync())!;

        Assert.True(last.Y + last.Height <= calls.Y, $"The sixth danger ends at {last.Y + last.Height:0} px, the bar begins at {calls.Y:0} px.");
    }

    [Fact]
    public async Task The_question_of_the_day_is_judged_at_once_in_words()
    {
        await using var visit = await browsing.OpenAsync("/");
        var form = visit.Page.Locator("[data-today]");
        var right = await form.Locator("[data-letters]").GetAttributeAsync("data-letters");

        await form.Locator(".choices input").Nth(right == "0" ? 1 : 0).CheckAsync();
        await Assertions.Expect(form.GetByRole(AriaRole.Status)).ToContainTextAsync("答错了，应该选");
        await form.Locator(".choices input").Nth(int.Parse(right!, System.Globalization.CultureInfo.InvariantCulture)).CheckAsync();
        await Assertions.Expect(form.GetByRole(AriaRole.Status)).ToContainTextAsync("答对了");
        await visit.Page.AssertAxeFindsNothingAsync();
        visit.AssertFlawless();
    }

    [Theory]
    [InlineData(360, false)]
    [InlineData(360, true)]
    [InlineData(768, false)]
    [InlineData(768, true)]
    [InlineData(1280, false)]
    [InlineData(1280, true)]
    public async Task The_head_is_one_row(int width, bool isLarge)
    {
        await using var visit = await browsing.LookAsync("/", new() { Width = width, Height = 780, IsLarge = isLarge });

        var head = (await visit.Page.Locator("header.head").BoundingBoxAsync())!;

        Assert.True(head.Height <= 72, $"The head is {head.Height:0} px high.");
    }

    [Fact]
    public async Task The_calls_for_help_stay_in_sight_and_cover_nothing_that_has_the_focus()
    {
        await using var visit = await browsing.LookAsync("/guides/gas-leak/", new() { Width = 360, Height = 780 });
        await visit.Page.EvaluateAsync("() => scrollTo(0, 900)");

        var bar = (await visit.Page.Locator("nav[aria-label=紧急求助]").BoundingBoxAsync())!;
        Assert.Equal(780, bar.Y + bar.Height, 1.0);

        await visit.Page.Locator("footer a").Last.FocusAsync();
        var last = (await visit.Page.Locator("footer a").Last.BoundingBoxAsync())!;
        Assert.True(last.Y + last.Height <= bar.Y, $"The link ends at {last.Y + last.Height:0} px, the bar begins at {bar.Y:0} px.");
    }
}
