using Site.Core.Text;

namespace Site.BrowserTests;

/// <summary>What residents type is found, in their own words, mistyped, and without network; what is not there is said.</summary>
public sealed class SearchTests(Browsing browsing)
{
    [Trait("Speed", "slow")]
    [Fact]
    public async Task What_residents_type_leads_to_the_right_page_first()
    {
        (string Query, string[] First)[] wanted = [.. SearchQueries.Symptoms, .. SearchQueries.Subjects, .. SearchQueries.Mistyped];
        var missed = new List<string>();
        await using var visit = await browsing.OpenAsync("/search/");
        foreach (var (query, pages) in wanted)
        {
            var found = await SearchAsync(visit.Page, query);
            if (!pages.Contains(found.FirstOrDefault()))
            {
                missed.Add($"{query}: wanted {string.Join(" or ", pages)} first; found {string.Join(", ", found.Take(5))}");
            }
        }

        Assert.True(wanted.Length >= 120 && SearchQueries.Symptoms.Length >= 40);
        Assert.Equal([], missed);
        visit.AssertFlawless();
    }

    [Fact]
    public async Task The_search_box_of_any_page_leads_to_results_whose_links_lead_to_pages()
    {
        await using var visit = await browsing.OpenAsync("/guides/extinguisher/", new() { Width = 1000 });

        await visit.Page.GetByRole(AriaRole.Searchbox).FillAsync("油锅起火");
        await visit.Page.GetByRole(AriaRole.Searchbox).PressAsync("Enter");
        await visit.Page.Locator("[data-list] a").First.ClickAsync();

        await Assertions.Expect(visit.Page).ToHaveURLAsync(browsing.Site.Address("/guides/kitchen-oil-fire/"));
        visit.AssertFlawless();
    }

    [Fact]
    public async Task Nothing_found_is_said_and_markup_that_is_typed_stays_text()
    {
        await using var visit = await browsing.OpenAsync("/search/?q=" + Uri.EscapeDataString("<img src=x onerror=alert(1)>魑魅"));

        var status = visit.Page.Locator("[data-status]");

        await Assertions.Expect(status).ToContainTextAsync("没有找到");
        await Assertions.Expect(visit.Page.Locator("[data-list] a")).ToHaveCountAsync(0);
        visit.AssertFlawless();
    }

    [Theory]
    [InlineData("GB 9999999", "没有找到“9999999”。可以只搜：", new[] { "gb" })]
    [InlineData("电梯 zzqqzz", "没有找到“zzqqzz”。可以只搜：", new[] { "电梯" })]
    [InlineData("脚手架 魑魅魍魉", "没有找到“魑魅魍魉”。可以只搜：", new[] { "脚手架" })]
    [InlineData("脚手架魑魅", "没有找到“魑魅”。换个说法，或者看看下面的主题。", new string[0])]
    [InlineData("qqzzxx", "没有找到“qqzzxx”。换个说法，或者看看下面的主题。", new string[0])]
    public async Task A_word_that_no_page_has_is_said_and_pages_with_the_others_alone_are_not_shown(string query, string said, string[] offered)
    {
        await using var visit = await browsing.OpenAsync("/search/");

        var found = await SearchAsync(visit.Page, query);

        await Assertions.Expect(visit.Page.Locator("[data-status]")).ToHaveTextAsync(said);
        Assert.Equal(offered, await visit.Page.Locator("[data-words] button").AllTextContentsAsync());
        Assert.True(found.Length <= 1);
        visit.AssertFlawless();
    }

    [Fact]
    public async Task One_strange_character_of_a_sentence_is_said_and_what_the_rest_asks_for_is_shown()
    {
        await using var visit = await browsing.OpenAsync("/search/");

        var found = await SearchAsync(visit.Page, "打雷时能不能在魑田里继续干活");

        await Assertions.Expect(visit.Page.Locator("[data-status]")).ToContainTextAsync("没有找到“魑”");
        Assert.Equal("/guides/lightning/", found.FirstOrDefault());
        visit.AssertFlawless();
    }

    [Theory]
    [InlineData("220V", "/guides/units/")]
    [InlineData("２２０ｖ", "/guides/units/")]
    [InlineData("220", "/guides/units/")]
    [InlineData("10kV", "/guides/units/")]
    [InlineData("4S店", "/guides/units/")]
    [InlineData("5G", "/guides/units/")]
    [InlineData("PM2.5", "/guides/units/")]
    [InlineData("GB2894", "/guides/units/")]
    [InlineData("GB 2894", "/guides/units/")]
    [InlineData("gb-2894", "/guides/units/")]
    [InlineData("GB/T 29639-2020", "/guides/units/")]
    [InlineData("CO2", "/guides/units/")]
    [InlineData("CO₂", "/guides/units/")]
    [InlineData("12345", "/guides/units/")]
    [InlineData("II级", "/guides/units/")]
    [InlineData("Ⅱ级", "/guides/units/")]
    [InlineData("25m2", "/guides/units/")]
    [InlineData("10³", "/guides/units/")]
    [InlineData("103", "/guides/units/")]
    [InlineData("電壓", "/guides/units/")]
    [InlineData("𠮷野家", "/guides/units/")]
    [InlineData("𠮷", "/guides/units/")]
    [InlineData("噎", "/guides/units/")]
    [InlineData("消防安全检查", "/guides/exact/")]
    [InlineData("消防 安全检查", "/guides/exact/")]
    [InlineData("臭蛋味儿", "/guides/exact/")]
    [InlineData("通报会", "/news/2026/new/")]
    public async Task Signs_numbers_and_rare_characters_are_found_in_either_form_and_the_exact_phrase_comes_first(string query, string first)
    {
        var site = await browsing.SmallSiteAsync(Small);
        await using var visit = await browsing.LookAsync(site, "/search/");

        var found = await SearchAsync(visit.Page, query, site);

        Assert.Equal(first, found.FirstOrDefault());
        visit.AssertFlawless();
    }

    [Theory]
    [InlineData(360)]
    [InlineData(1280)]
    public async Task What_is_in_sight_stays_in_its_place_when_the_results_of_a_link_come(int width)
    {
        await using var visit = await browsing.VisitAsync(new() { Width = width, Height = 740 });
        await visit.Page.NoticeShiftsAsync();
        await visit.GoAsync("/search/?q=" + Uri.EscapeDataString("高楼着火"));
        await Assertions.Expect(visit.Page.Locator("[data-shown='高楼着火']")).ToBeVisibleAsync();
        await Assertions.Expect(visit.Page.Locator(".browse")).ToBeVisibleAsync();

        Assert.InRange(await visit.Page.ShiftedAsync(), 0, 0.1);
    }

    [Fact]
    public async Task A_pinned_answer_shows_its_sign_and_first_steps_before_any_index_is_loaded()
    {
        await using var site = await SmallSite.BuildAsync(Small);
        Directory.Delete(Path.Combine(site.Folder, "search/index"), recursive: true);
        await using var visit = await Visit.BeginAsync(browsing.Browser, site, new());
        await visit.GoAsync("/search/");

        await visit.Page.Locator("main [name=q]").FillAsync("我家有煤气味，怎么办？");

        var card = visit.Page.Locator("[data-list] .pinned");
        await Assertions.Expect(card.Locator("a")).ToHaveAttributeAsync("href", "/guides/gas/");
        await Assertions.Expect(card.Locator("ol > li")).ToHaveCountAsync(3);
        await Assertions.Expect(card.Locator("svg")).ToBeVisibleAsync();
        await Assertions.Expect(visit.Page.Locator("[data-status]")).ToContainTextAsync("先看这一篇");
    }

    [Fact]
    public async Task Words_that_were_found_are_marked_in_titles_and_in_sentences_of_the_page()
    {
        await using var visit = await browsing.OpenAsync("/search/");

        await SearchAsync(visit.Page, "安全带");

        Assert.Contains("安全带", await visit.Page.Locator("[data-list] .row-title mark").AllTextContentsAsync());
        await Assertions.Expect(visit.Page.Locator("[data-list] p mark").First).ToBeVisibleAsync();
        visit.AssertFlawless();
    }

    [Fact]
    public async Task Arrow_keys_lead_through_the_results_and_buttons_narrow_them_to_one_kind()
    {
        await using var visit = await browsing.OpenAsync("/search/");
        await SearchAsync(visit.Page, "灭火器");
        var links = visit.Page.Locator("[data-list] a");

        await visit.Page.Locator("main [name=q]").FocusAsync();
        await visit.Page.Keyboard.PressAsync("ArrowDown");
        await visit.Page.Keyboard.PressAsync("ArrowDown");
        await Assertions.Expect(links.Nth(1)).ToBeFocusedAsync();
        await visit.Page.Keyboard.PressAsync("ArrowUp");
        await visit.Page.Keyboard.PressAsync("ArrowUp");
        await Assertions.Expect(visit.Page.Locator("main [name=q]")).ToBeFocusedAsync();

        await visit.Page.GetByRole(AriaRole.Button, new() { NameRegex = new("^新闻") }).ClickAsync();
        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Button, new() { NameRegex = new("^新闻") })).ToHaveAttributeAsync("aria-pressed", "true");
        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Button, new() { NameRegex = new("^新闻") })).ToBeFocusedAsync();
        Assert.All(await visit.Page.Locator("[data-list] .row-lead").AllTextContentsAsync(), kind => Assert.Equal("新闻", kind));
        visit.AssertFlawless();
    }

    [Fact]
    public async Task Buttons_that_are_pressed_in_quick_succession_show_each_page_once()
    {
        await using var visit = await browsing.OpenAsync("/search/");
        await SearchAsync(visit.Page, "灭火器");
        var list = visit.Page.Locator("[data-list] a");
        var shown = await list.CountAsync();

        await visit.Page.EvaluateAsync("() => { const more = document.querySelector('[data-more]'); more.click(); more.click(); }");
        await Assertions.Expect(list.Nth(shown)).ToBeFocusedAsync();
        var addresses = await list.EvaluateAllAsync<string[]>("links => links.map((link) => link.pathname)");
        Assert.Equal(addresses.Distinct(), addresses);

        await visit.Page.EvaluateAsync("() => { const [, one, other] = document.querySelectorAll('[data-kinds] button'); one.click(); other.click(); }");
        await Assertions.Expect(visit.Page.Locator("[data-kinds] [aria-pressed=true]")).ToBeFocusedAsync();
        await Assertions.Expect(visit.Page.Locator("[data-kinds] [aria-pressed=true]")).ToContainTextAsync(await OneKindAsync());

        async Task<string> OneKindAsync() => Assert.Single((await visit.Page.Locator("[data-list] .row-lead").AllTextContentsAsync()).Distinct());
    }

    [Fact]
    public async Task Sentences_that_are_still_to_come_come_though_more_is_pressed()
    {
        await using var visit = await browsing.OpenAsync("/search/");
        var marked = visit.Page.Locator("[data-list] li:has(p mark)");
        await SearchAsync(visit.Page, "电梯");

        await visit.Page.EvaluateAsync(
            """
            () => {
              const [ask, held] = [window.fetch, new Promise((done) => { window.letGo = done; })];
              window.fetch = async (address, ...rest) => {
                if (String(address).endsWith("/")) await held;
                return ask(address, ...rest);
              };
            }
            """);
        await visit.Page.Locator("main [name=q]").FillAsync("灭火器");
        await visit.Page.Locator("main [name=q]").PressAsync("Enter");
        await Assertions.Expect(visit.Page.Locator("[data-status]")).ToContainTextAsync("找到");
        var rows = visit.Page.Locator("[data-list] li");
        await Assertions.Expect(visit.Page.Locator("[data-more]")).ToBeVisibleAsync();
        var (shown, before) = (await rows.CountAsync(), await marked.CountAsync());
        await visit.Page.Locator("[data-more]").ClickAsync();
        await Assertions.Expect(rows.Nth(shown)).ToBeAttachedAsync();
        await visit.Page.EvaluateAsync("() => window.letGo()");

        await Assertions.Expect(visit.Page.Locator($"[data-list] li:nth-child(-n+{shown}):has(p mark)").Nth(before)).ToBeAttachedAsync();
    }

    [Fact]
    public async Task Once_visited_the_search_works_without_network()
    {
        var site = await browsing.SmallSiteAsync(Small);
        await using var visit = await Visit.BeginAsync(browsing.Browser, site, new() { HasServiceWorker = true });
        await visit.GoAsync("/search/");
        await visit.Page.WaitForFunctionAsync(
            """
            async () => {
              const kept = (await (await caches.open("seen-/")).keys()).map(({ url }) => url);
              const { pages, pagesOfFile, shards } = await (await fetch("index/start.json")).json();
              const loaded = performance.getEntriesByType("resource").map(({ name }) => name).filter((name) => name.startsWith(`${location.origin}/`));
              const index = ["phrases.json", "traditional.json", ...[...Array(shards).keys()].map((at) => `terms/${at}.bin`), ...[...Array(Math.ceil(pages / pagesOfFile)).keys()].map((at) => `pages/${at}.json`)];
              return navigator.serviceWorker.controller?.state === "activated" && [location.href, ...loaded].every((url) => kept.includes(url)) && index.every((name) => kept.some((url) => url.includes(`/${name}?`)));
            }
            """);

        await visit.WaitUntilServedAsync();
        await visit.Page.Context.SetOfflineAsync(true);
        await visit.Page.ReloadAsync();
        var found = await SearchAsync(visit.Page, "消防安全检查", site);

        Assert.Equal("/guides/exact/", found[0]);
    }

    [Fact]
    public async Task Below_a_path_the_search_finds_its_index_and_its_pages()
    {
        await using var site = await SmallSite.BuildAsync(Small, new("https://example.gov.cn/aqyj/"));
        await using var visit = await Visit.BeginAsync(browsing.Browser, site, new());
        await visit.GoAsync("/search/");

        var found = await SearchAsync(visit.Page, "220V", site);

        Assert.Equal("/guides/units/", found[0]);
        visit.AssertFlawless();
    }

    [Fact]
    public async Task The_browser_folds_every_character_as_the_index_does()
    {
        await using var visit = await browsing.OpenAsync("/search/");
        var source = await File.ReadAllTextAsync(Path.Combine(Repository.Folder, "themes/Campaign/Assets/js/search/words.js"));

        var folded = await visit.Page.EvaluateAsync<string[]>(
            $$"""
            () => {
              {{source.Replace("export ", "", StringComparison.Ordinal)}}
              const assigned = [];
              for (let point = 0; point < 0x30000; point++) {
                if (point >= 0xd800 && point < 0xe000) continue;
                const text = String.fromCodePoint(point);
                if (!/[\p{Cn}\p{Cc}]/u.test(text)) assigned.push(`${text}\t${fold(text)}`);
              }
              return assigned;
            }
            """);

        var wrong = folded.Select(line => line.Split('\t', 2)).Where(pair => pair is [var text, var to] && text.Length > 0 && SearchFolding.Fold(text) != SearchFolding.Fold(to) && IsAssigned(text)).Select(pair => pair[0]).ToList();
        Assert.True(folded.Length > 100_000);
        Assert.Equal([], wrong);
    }

    // A browser may know characters of a newer Unicode than .NET does.
    private static bool IsAssigned(string text) => System.Globalization.CharUnicodeInfo.GetUnicodeCategory(text, 0) != System.Globalization.UnicodeCategory.OtherNotAssigned;

    private const string Small =
        """
        -- site.yaml --
        title: 示例市安全生产月
        url: https://example.gov.cn/
        organiser: 示例市安委办
        -- content/guides/units.md --
        ---
        title: 看数字
        source: 示例单位
        reviewer: 示例单位
        ---
        家用220V电压，10kV线路；4S店、5G、PM2.5。标志见 GB 2894，预案见 GB/T 29639—2020。

        CO₂、１２３４５、Ⅱ级、25㎡、10³，𠮷野家。别噎着。
        -- content/search.yaml --
        answers:
          guides/gas.md: [煤气味]
        -- content/guides/gas.md --
        ---
        title: 燃气泄漏
        summary: 先关阀。
        source: 示例单位
        reviewer: 示例单位
        ---
        1. 不碰开关。
        2. 关阀。
        3. 开窗。
        4. 出去。
        -- content/guides/exact.md --
        ---
        title: 自查
        source: 示例单位
        reviewer: 示例单位
        searchFor: [臭蛋味儿]
        ---
        每月做一次消防安全检查。
        -- content/guides/scattered.md --
        ---
        title: 先后
        source: 示例单位
        reviewer: 示例单位
        ---
        消防的事，安全的事，检查的事。消防车来了，注意安全，再检查。
        -- content/news/2026/06-02-new.md --
        ---
        title: 通报会
        date: 2026-06-02
        source: 示例单位
        reviewer: 示例单位
        ---
        今年的会。
        -- content/news/2024/06-02-old.md --
        ---
        title: 通报会
        date: 2024-06-02
        source: 示例单位
        reviewer: 示例单位
        ---
        前年的会，GB 7。
        """;

    /// <summary>Types a query into the search page.</summary>
    /// <returns>Addresses of the pages shown, in their order, from the site's root.</returns>
    private Task<string[]> SearchAsync(IPage page, string query) => SearchAsync(page, query, browsing.Site);

    private static async Task<string[]> SearchAsync(IPage page, string query, BuiltSite site)
    {
        await page.Locator("main [name=q]").FillAsync(query);
        await page.Locator("main [name=q]").PressAsync("Enter");
        await page.WaitForFunctionAsync("query => document.querySelector('[data-results]').dataset.shown === query", query);
        var found = await page.Locator("[data-list] a").EvaluateAllAsync<string[]>("links => links.map((link) => link.pathname)");
        return [.. found.Select(path => "/" + path[site.Root.AbsolutePath.Length..])];
    }
}
