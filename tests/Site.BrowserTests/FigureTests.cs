namespace Site.BrowserTests;

/// <summary>Charts and tables of figures, as readers see and use them.</summary>
public sealed class FigureTests(Browsing browsing)
{
    private static readonly Reader Phone = new() { Width = 360, Height = 740 };

    [Fact]
    public async Task A_wide_table_is_scrolled_by_itself_with_the_keyboard_and_the_heads_of_its_rows_stay_in_sight()
    {
        await using var visit = await browsing.LookAsync(SampleRelease.FirstTable, Phone);
        await visit.Page.Locator(".measures input").Last.CheckAsync();
        var grid = visit.Page.Locator(".grid").First;
        await grid.EvaluateAsync("grid => { grid.style.maxWidth = '240px'; }");

        await grid.FocusAsync();
        for (var press = 0; press < 8; press++)
        {
            await visit.Page.Keyboard.PressAsync("ArrowRight");
        }

        await visit.Page.WaitForFunctionAsync("() => document.querySelector('.grid').scrollLeft > 20");
        Assert.Equal(0, await grid.EvaluateAsync<double>(
            "grid => grid.querySelector('tbody th').getBoundingClientRect().left - grid.getBoundingClientRect().left"));
        Assert.Equal(0, await visit.Page.SidewaysAsync());
    }

    [Fact]
    public async Task A_chart_is_drawn_without_script_in_letters_large_enough_for_a_phone()
    {
        await using var visit = await browsing.LookAsync(SampleRelease.FirstTable, Phone with { HasScript = false });

        var letters = await visit.Page.EvalOnSelectorAllAsync<double[]>(
            ".chart text", "texts => texts.map((text) => parseFloat(text.getAttribute('font-size')) * text.getScreenCTM().a)");

        Assert.NotEmpty(letters);
        Assert.All(letters, size => Assert.True(size >= 12, $"{size} px"));
        visit.AssertFlawless();
    }

    [Fact]
    public async Task A_chart_has_a_name_and_leads_to_its_figures_and_its_drawing_is_hidden_from_screen_readers()
    {
        await using var visit = await browsing.LookAsync(SampleRelease.FirstTable);

        var image = visit.Page.GetByRole(AriaRole.Img).First;

        await Assertions.Expect(image).ToHaveAccessibleNameAsync(new System.Text.RegularExpressions.Regex("（.+）$"));
        await Assertions.Expect(image).ToHaveAccessibleDescriptionAsync("图里的数字都在下面的表格里。");
        Assert.Equal("true", await image.Locator("svg").GetAttributeAsync("aria-hidden"));
    }

    [Fact]
    public async Task The_colors_of_a_chart_follow_the_page_into_the_dark_and_the_readers_own_colors()
    {
        var inks = new List<string>();
        foreach (var reader in new Reader[] { new(), new() { IsDark = true }, new() { HasForcedColors = true } })
        {
            await using var visit = await browsing.LookAsync(SampleRelease.FirstTable, reader);
            Assert.Equal(await visit.Page.StyleAsync(".chart figcaption", "color"), await visit.Page.StyleAsync(".chart-text", "fill"));
            inks.Add($"{await visit.Page.StyleAsync(".chart-text", "fill")} {await visit.Page.StyleAsync(".chart-bar", "fill")}");
        }

        Assert.Equal(3, inks.Distinct().Count());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task On_a_phone_a_table_of_several_indicators_shows_the_one_that_is_chosen_with_and_without_script(bool hasScript)
    {
        await using var visit = await browsing.OpenAsync(SampleRelease.FirstTable, Phone with { HasScript = hasScript });
        var heads = visit.Page.Locator(".grid thead th:visible");
        var all = await visit.Page.Locator(".grid thead th").CountAsync();
        await Assertions.Expect(heads).ToHaveCountAsync(2);
        var first = await heads.Nth(1).TextContentAsync();

        await visit.Page.Locator(".measures input").First.FocusAsync();
        await visit.Page.Keyboard.PressAsync("ArrowDown");

        await Assertions.Expect(heads).ToHaveCountAsync(2);
        await Assertions.Expect(heads.Nth(1)).Not.ToHaveTextAsync(first!);
        await visit.Page.Locator(".measures input").Last.CheckAsync();
        await Assertions.Expect(heads).ToHaveCountAsync(all);
        visit.AssertFlawless();
    }

    [Fact]
    public async Task On_a_wide_screen_and_on_paper_a_table_of_several_indicators_is_whole()
    {
        await using var visit = await browsing.OpenAsync(SampleRelease.FirstTable, new() { Width = 1280 });
        var all = await visit.Page.Locator(".grid thead th").CountAsync();

        await Assertions.Expect(visit.Page.Locator(".measures")).ToBeHiddenAsync();
        await Assertions.Expect(visit.Page.Locator(".grid thead th:visible")).ToHaveCountAsync(all);
        await visit.Page.EmulateMediaAsync(new() { Media = Media.Print });
        await Assertions.Expect(visit.Page.Locator(".grid thead th:visible")).ToHaveCountAsync(all);
    }

    [Fact]
    public async Task A_printed_table_is_whole_and_has_no_buttons()
    {
        await using var visit = await browsing.OpenAsync(SampleRelease.FirstTable, new() { Width = 700 });
        await visit.Page.EmulateMediaAsync(new() { Media = Media.Print });

        Assert.Equal("visible", await visit.Page.StyleAsync(".grid", "overflow-x"));
        await Assertions.Expect(visit.Page.Locator(".downloads:visible, nav:visible")).ToHaveCountAsync(0);
        await Assertions.Expect(visit.Page.Locator(".chart svg").First).ToBeVisibleAsync();
    }

    [Fact]
    public async Task From_the_home_page_to_the_figures_and_their_files_it_is_three_steps()
    {
        await using var visit = await browsing.OpenAsync("/");

        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "查数据" }).ClickAsync();
        await visit.Page.Locator(".data-part .row-title").First.ClickAsync();
        var file = await visit.Page.RunAndWaitForDownloadAsync(() => visit.Page.GetByRole(AriaRole.Link, new() { Name = "CSV" }).First.ClickAsync());

        Assert.EndsWith(".csv", file.SuggestedFilename, StringComparison.Ordinal);
    }
}
