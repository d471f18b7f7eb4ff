namespace Site.BrowserTests;

/// <summary>Every page works with script turned off.</summary>
public sealed class NoScriptTests(Browsing browsing)
{
    private static readonly Reader WithoutScript = new() { HasScript = false };

    public static TheoryData<string> TemplateNames => Templates.Names;

    [Theory, MemberData(nameof(TemplateNames))]
    public async Task A_page_shows_its_text_its_menu_and_the_hotlines(string template)
    {
        await using var visit = await browsing.LookAsync(Templates.Page(template), WithoutScript);

        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveCountAsync(1);
        await Assertions.Expect(visit.Page.Locator("nav[aria-label=主菜单] a").Last).ToBeVisibleAsync();
        await Assertions.Expect(visit.Page.Locator("nav[aria-label=紧急求助] a[href='tel:119']")).ToBeVisibleAsync();
        await Assertions.Expect(visit.Page.Locator("footer a[href='tel:12350']")).ToBeVisibleAsync();
        Assert.True((await visit.Page.Locator("main").InnerTextAsync()).Length > 60);
        visit.AssertFlawless();
    }

    [Fact]
    public async Task The_menu_leads_on()
    {
        await using var visit = await browsing.LookAsync("/", WithoutScript);

        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "去体验" }).First.ClickAsync();

        await Assertions.Expect(visit.Page).ToHaveURLAsync(browsing.Site.Address("/halls/"));
    }

    [Fact]
    public async Task The_folded_menu_of_a_phone_opens_and_moves_nothing()
    {
        await using var visit = await browsing.LookAsync("/guides/gas-leak/", WithoutScript with { Width = 360, Height = 780 });
        var last = visit.Page.Locator("nav[aria-label=主菜单] a").Last;
        await Assertions.Expect(last).ToBeHiddenAsync();
        var title = await visit.Page.Locator("h1").BoundingBoxAsync();

        await visit.Page.GetByText("菜单").ClickAsync();

        await Assertions.Expect(last).ToBeVisibleAsync();
        Assert.Equal(title!.Y, (await visit.Page.Locator("h1").BoundingBoxAsync())!.Y);
    }

    [Fact]
    public async Task A_quiz_can_be_answered_and_tells_why()
    {
        await using var visit = await browsing.LookAsync("/quizzes/home-safety/", WithoutScript);
        var question = visit.Page.Locator("fieldset.question").First;
        var answer = question.Locator("details");

        await question.Locator(".choices input").First.CheckAsync();
        var closed = await answer.InnerTextAsync();
        await answer.Locator("summary").ClickAsync();

        Assert.True(await question.Locator(".choices input").First.IsCheckedAsync());
        Assert.True((await answer.InnerTextAsync()).Length > closed.Length + 10);
    }

    [Fact]
    public async Task The_hall_finder_narrows_by_area_class_and_day_together_and_back()
    {
        await using var visit = await browsing.LookAsync("/halls/", WithoutScript);
        var all = await VisibleHallsAsync(visit.Page);
        var offered = await visit.Page.Locator("input[name=day]").EvaluateAllAsync<string[]>("days => days.map((day) => day.value)");
        var (area, hallClass) = (all[0].Area, all[0].Class);
        var day = all[0].Days.First(offered.Contains);

        await visit.Page.Locator($"input[name=area][value='{area}']").CheckAsync();
        var inArea = all.Where(hall => hall.Area == area).ToList();
        Assert.Equal(inArea, await VisibleHallsAsync(visit.Page));

        await visit.Page.Locator($"input[name=class][value='{hallClass}']").CheckAsync();
        await visit.Page.Locator($"input[name=day][value='{day}']").CheckAsync();
        Assert.Equal(inArea.Where(hall => hall.Class == hallClass && hall.Days.Contains(day)), await VisibleHallsAsync(visit.Page));

        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "看全部" }).ClickAsync();
        Assert.True(inArea.Count < all.Count);
        Assert.Equal(all, await VisibleHallsAsync(visit.Page));
    }

    [Fact]
    public async Task The_search_page_offers_topics_instead()
    {
        await using var visit = await browsing.LookAsync("/search/", WithoutScript);

        await visit.Page.Locator("main").GetByRole(AriaRole.Link, new() { Name = "危险化学品" }).First.ClickAsync();

        await Assertions.Expect(visit.Page).ToHaveURLAsync(browsing.Site.Address("/sectors/hazardous-chemicals/"));
    }

    private static async Task<List<Hall>> VisibleHallsAsync(IPage page)
    {
        var halls = await page.Locator("li[data-area]:visible").EvaluateAllAsync<string[][]>(
            "halls => halls.map(({ dataset }) => [dataset.area, dataset.class, dataset.day])");
        return [.. halls.Select(hall => new Hall(hall[0], hall[1], hall[2]))];
    }

    private sealed record Hall(string Area, string Class, string Day)
    {
        public string[] Days => Day.Split(' ');
    }
}
