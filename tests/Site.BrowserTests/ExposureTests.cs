namespace Site.BrowserTests;

/// <summary>The lists of exposure entries are narrowed with the keyboard, and without script.</summary>
public sealed class ExposureTests(Browsing browsing)
{
    [Fact]
    public async Task The_list_narrows_by_district_kind_and_status_together_and_back_without_script()
    {
        await using var visit = await browsing.LookAsync("/exposures/", new() { HasScript = false });
        var all = await VisibleAsync(visit.Page);

        await visit.Page.Locator("input[name=district][value='示例甲区']").CheckAsync();
        var inDistrict = all.Where(entry => entry.District == "示例甲区").ToList();
        Assert.Equal(inDistrict, await VisibleAsync(visit.Page));

        await visit.Page.Locator("input[name=kind][value=hazard]").CheckAsync();
        await visit.Page.Locator("input[name=status][value=overdue]").CheckAsync();
        var few = inDistrict.Where(entry => entry.Kind == "hazard" && entry.Status.Split(' ').Contains("overdue")).ToList();
        Assert.Equal(few, await VisibleAsync(visit.Page));

        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "看全部" }).ClickAsync();
        Assert.True(few.Count > 0 && few.Count < inDistrict.Count && inDistrict.Count < all.Count);
        Assert.Equal(all, await VisibleAsync(visit.Page));
    }

    [Fact]
    public async Task The_list_narrows_with_the_keyboard_alone()
    {
        await using var visit = await browsing.LookAsync("/exposures/");
        var all = await VisibleAsync(visit.Page);

        for (var press = 0; await visit.Page.EvaluateAsync<string>("() => document.activeElement.name ?? ''") != "status"; press++)
        {
            Assert.True(press < 200, "Tab never comes to the filter by status.");
            await visit.Page.Keyboard.PressAsync("Tab");
        }

        await visit.Page.Keyboard.PressAsync("ArrowDown");

        await Assertions.Expect(visit.Page.Locator("input[name=status][value=open]")).ToBeCheckedAsync();
        Assert.Equal(all.Where(entry => entry.Status.Split(' ').Contains("open")), await VisibleAsync(visit.Page));
    }

    [Fact]
    public async Task On_a_phone_the_filters_unfold()
    {
        await using var visit = await browsing.LookAsync("/exposures/", new() { Width = 360, HasScript = false });

        await Assertions.Expect(visit.Page.Locator("form.filters")).ToBeHiddenAsync();
        await visit.Page.GetByText("只看一部分").ClickAsync();

        await Assertions.Expect(visit.Page.Locator("form.filters")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_withdrawn_entry_is_not_found_by_searching_and_a_standing_one_is()
    {
        await using var visit = await browsing.LookAsync("/search/?q=甲醇储罐区的可燃气体报警器");

        await Assertions.Expect(visit.Page.Locator(".results a[href*='/exposures/2026-001/']").First).ToBeVisibleAsync();
        Assert.DoesNotContain(await visit.Page.Locator(".results a").EvaluateAllAsync<string[]>("links => links.map((link) => link.pathname)"), path => path.Contains("2026-012", StringComparison.Ordinal));
    }

    [Fact]
    public async Task How_it_was_and_how_it_is_are_compared_with_the_keyboard()
    {
        await using var visit = await browsing.LookAsync("/exposures/2026-003/", new() { Width = 360 });
        var slider = visit.Page.GetByRole(AriaRole.Slider, new() { Name = "左右拖动，对比整改前和整改后" });
        var after = visit.Page.Locator(".entry-pictures figure").Nth(1).Locator("img");

        await slider.FocusAsync();
        await visit.Page.Keyboard.PressAsync("Home");

        await Assertions.Expect(after).ToHaveCSSAsync("clip-path", "inset(0px 0px 0px 0%)");
        await Assertions.Expect(slider).ToHaveAttributeAsync("aria-valuetext", "左边0%是整改前，右边是整改后");

        await visit.Page.Keyboard.PressAsync("End");
        await Assertions.Expect(after).ToHaveCSSAsync("clip-path", "inset(0px 0px 0px 100%)");
    }

    [Theory]
    [InlineData("/exposures/2026-003/")]
    [InlineData("/exposures/rectified/")]
    public async Task Without_script_both_pictures_are_seen_with_their_words(string address)
    {
        await using var visit = await browsing.LookAsync(address, new() { HasScript = false });
        var figures = visit.Page.Locator(".entry-pictures").First.Locator("figure");

        Assert.Equal(["整改前", "整改后"], await figures.Locator("figcaption").AllInnerTextsAsync());
        Assert.Equal(["none", "none"], await figures.Locator("img").EvaluateAllAsync<string[]>("pictures => pictures.map((picture) => getComputedStyle(picture).clipPath)"));
        Assert.DoesNotContain("", await figures.Locator("img").EvaluateAllAsync<string[]>("pictures => pictures.map((picture) => picture.alt)"));
    }

    private static async Task<List<Entry>> VisibleAsync(IPage page)
    {
        var entries = await page.Locator("li[data-district]:visible").EvaluateAllAsync<string[][]>(
            "entries => entries.map(({ dataset }) => [dataset.district, dataset.sector, dataset.kind, dataset.status])");
        return [.. entries.Select(entry => new Entry(entry[0], entry[1], entry[2], entry[3]))];
    }

    private sealed record Entry(string District, string Sector, string Kind, string Status);
}
