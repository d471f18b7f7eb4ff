namespace Site.BrowserTests;

/// <summary>Decisions, scenarios and scenes: with script one card at a time and points for what is found; without it pages to read and to tick off.</summary>
public sealed class PlayTests(Browsing browsing)
{
    private static readonly Reader Phone = new() { Width = 360, Height = 780 };

    public static TheoryData<string> Decisions => ["/decisions/fire/", "/decisions/gas/", "/decisions/electric-shock/", "/decisions/bleeding/", "/decisions/car-in-water/"];

    [Theory, MemberData(nameof(Decisions))]
    public async Task Every_way_through_a_decision_ends_after_at_most_three_taps_with_something_to_do(string path)
    {
        await using var visit = await browsing.LookAsync(path, Phone);
        var ways = await visit.Page.EvaluateAsync<string[]>(
            """
            () => {
              const ends = [];
              const walk = (id, taps) => {
                const card = document.getElementById(id);
                const choices = [...card.querySelectorAll(".ways a")];
                if (choices.length === 0) ends.push(`${taps} ${card.querySelector("li, p") ? "done" : "nothing"}`);
                for (const choice of choices) walk(choice.hash.slice(1), taps + 1);
              };
              walk(document.querySelector(".tree-card").id, 0);
              return ends;
            }
            """);

        Assert.All(ways, way => Assert.Matches("^[1-3] done$", way));
    }

    [Fact]
    public async Task A_decision_is_walked_by_keyboard_and_back_by_the_browser()
    {
        await using var visit = await browsing.OpenAsync("/decisions/fire/", Phone);
        var page = visit.Page;
        await Assertions.Expect(page.Locator(".tree-card:visible")).ToHaveCountAsync(1);

        await page.GetByRole(AriaRole.Link, new() { Name = "在别人家、在楼道" }).FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("#door h2")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("#go h2")).ToBeFocusedAsync();
        await Assertions.Expect(page.Locator(".tree-card:visible")).ToHaveCountAsync(1);
        await page.AssertAxeFindsNothingAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "上一步" }).ClickAsync();
        await Assertions.Expect(page.Locator("#door")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "从头来" }).ClickAsync();
        await Assertions.Expect(page.Locator("#where")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "全部写在一页上" }).ClickAsync();
        await Assertions.Expect(page.Locator(".tree-card:visible")).ToHaveCountAsync(6);
        visit.AssertFlawless();
    }

    [Theory, MemberData(nameof(Decisions))]
    public async Task The_first_question_and_its_choices_are_on_the_first_screen_in_large_type(string path)
    {
        foreach (var reader in new[] { Phone, Phone with { IsLarge = true }, Phone with { IsDark = true, IsLarge = true } })
        {
            await using var visit = await browsing.LookAsync(path, reader);
            var first = (await visit.Page.Locator(".is-now .ways li").First.BoundingBoxAsync())!;
            var bar = (await visit.Page.Locator(".calls").BoundingBoxAsync())!;
            Assert.True(first.Y + first.Height <= bar.Y, $"{reader}: the first choice ends at {first.Y + first.Height}, the bar starts at {bar.Y}.");
            Assert.True(first.Height >= 48);
        }
    }

    [Fact]
    public async Task Without_script_a_decision_is_one_page_whose_choices_lead_down_it()
    {
        await using var visit = await browsing.LookAsync("/decisions/gas/", Phone with { HasScript = false });
        var page = visit.Page;

        await Assertions.Expect(page.Locator(".tree-card:visible")).ToHaveCountAsync(4);
        await Assertions.Expect(page.Locator("#smell .way-to").First).ToHaveTextAsync("到第4格");
        await page.Locator("#smell .ways a").First.ClickAsync();
        await Assertions.Expect(page.Locator("#out")).ToBeInViewportAsync();
    }

    [Theory, MemberData(nameof(Decisions))]
    public async Task A_decision_is_one_sheet_of_paper_with_all_its_cards(string path)
    {
        await using var visit = await browsing.LookAsync(path);
        var page = visit.Page;
        await page.EmulateMediaAsync(new() { Media = Media.Print });

        await Assertions.Expect(page.Locator(".tree-card:visible")).ToHaveCountAsync(await page.Locator(".tree-card").CountAsync());
        Assert.Equal(1, Pages(await page.PdfAsync(new() { PreferCSSPageSize = true })));
        await page.EmulateMediaAsync(new() { Media = Media.Screen });
    }

    [Fact]
    public async Task A_scenario_tells_what_comes_of_a_choice_and_counts_the_first_ones_without_a_clock()
    {
        await using var visit = await browsing.OpenAsync("/scenarios/smoke-at-night/", Phone);
        var page = visit.Page;
        await Assertions.Expect(page.Locator(".tree-card:visible")).ToHaveCountAsync(0);
        await page.GetByRole(AriaRole.Button, new() { Name = "不计时" }).ClickAsync();
        await Assertions.Expect(page.Locator("#wake h2")).ToBeFocusedAsync();

        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.GetByText("不能这样选").Locator("visible=true")).ToBeVisibleAsync();
        await page.AssertAxeFindsNothingAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "接着看" }).ClickAsync();
        foreach (var choice in new[] { "退回家", "湿毛巾、湿床单", "在窗口挥" })
        {
            await page.Locator(".is-now summary", new() { HasText = choice }).ClickAsync();
            await page.Locator(".is-now").GetByRole(AriaRole.Link, new() { Name = "接着看" }).ClickAsync();
        }

        await Assertions.Expect(page.GetByText("结局：平安")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator(".tree-result")).ToHaveTextAsync("选了4次，第一下就选对3次。");
        await page.GetByRole(AriaRole.Link, new() { Name = "从头再选一次" }).ClickAsync();
        await Assertions.Expect(page.Locator("#wake")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator(".fate[open]")).ToHaveCountAsync(0);
        visit.AssertFlawless();
    }

    [Fact]
    public async Task The_clock_of_a_scenario_stops_nothing_when_it_is_over()
    {
        await using var visit = await browsing.OpenAsync("/scenarios/gas-kitchen/", Phone);
        var page = visit.Page;
        await page.Clock.InstallAsync();
        await page.GotoAsync(page.Url);

        await page.GetByRole(AriaRole.Button, new() { Name = "开始，60秒" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Timer)).ToContainTextAsync("还有");
        await page.Clock.RunForAsync(61_000);
        await Assertions.Expect(page.GetByRole(AriaRole.Timer)).ToContainTextAsync("时间到了");
        await page.Locator(".is-now summary").First.ClickAsync();
        await Assertions.Expect(page.Locator(".is-now .fate-verdict").First).ToBeVisibleAsync();
        visit.AssertFlawless();
    }

    [Fact]
    public async Task Without_script_every_choice_of_a_scenario_unfolds_what_comes_of_it()
    {
        await using var visit = await browsing.LookAsync("/scenarios/manhole/", Phone with { HasScript = false });
        var page = visit.Page;

        await page.Locator("#quiet summary").Nth(1).ClickAsync();
        await Assertions.Expect(page.Locator("#quiet .is-wrong .fate-verdict")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("#quiet .is-wrong a").Last).ToHaveAttributeAsync("href", "#down");
        Assert.True(await page.SidewaysAsync() <= 0);
    }

    [Fact]
    public async Task Hazards_are_found_by_tapping_and_things_that_are_safe_are_said_to_be()
    {
        await using var visit = await browsing.OpenAsync("/scenes/bedroom/", Phone);
        var page = visit.Page;
        var said = page.Locator("[data-said]");

        await page.Locator("[data-spot=battery]").ClickAsync();
        await Assertions.Expect(said).ToHaveTextAsync("找到了：电动自行车的电池在床边充，3分。5处找到1处，12分得3分。");
        await Assertions.Expect(page.Locator("[data-tick=battery]")).ToBeCheckedAsync();
        await page.Locator("[data-spot=torch]").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(said).ToHaveTextAsync("没有问题：手电筒放在床头。");
        var picture = (await page.Locator(".scene-picture").BoundingBoxAsync())!;
        await page.Mouse.ClickAsync(picture.X + 5, picture.Y + 5);
        await Assertions.Expect(said).ToContainTextAsync("这里没有看到隐患");
        visit.AssertFlawless();
    }

    [Fact]
    public async Task The_list_does_the_same_without_sight_and_says_what_was_missed()
    {
        await using var visit = await browsing.OpenAsync("/scenes/bedroom/", Phone with { HasForcedColors = true });
        var page = visit.Page;

        await page.GetByLabel("电暖器紧挨着窗帘").CheckAsync();
        await page.GetByLabel("手电筒放在床头").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "对答案" }).ClickAsync();

        await Assertions.Expect(page.Locator("[data-said]")).ToHaveTextAsync("5处找到1处，12分得3分。其实没有问题：手电筒放在床头。");
        await Assertions.Expect(page.Locator("#strips .scene-cure")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("#strips .law a")).ToBeVisibleAsync();
        await page.AssertAxeFindsNothingAsync();
        visit.AssertFlawless();
    }

    [Fact]
    public async Task Without_script_a_scene_is_ticked_off_and_its_areas_lead_to_the_answers()
    {
        await using var visit = await browsing.LookAsync("/scenes/bedroom/", Phone with { HasScript = false });
        var page = visit.Page;

        await page.GetByLabel("电暖器紧挨着窗帘").CheckAsync();
        await Assertions.Expect(page.Locator("[data-check]")).ToBeHiddenAsync();
        await Assertions.Expect(page.Locator("[data-spot=heater]")).ToHaveAttributeAsync("href", "#heater");
        await page.GetByText("看答案：每一处的依据和改法").ClickAsync();
        await Assertions.Expect(page.Locator("#heater .scene-cure")).ToBeVisibleAsync();
    }

    /// <returns>Sheets of a PDF as Chromium writes it.</returns>
    private static int Pages(byte[] pdf) =>
        System.Text.RegularExpressions.Regex.Count(System.Text.Encoding.Latin1.GetString(pdf), "/Type\\s*/Page\\b", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(5));
}
