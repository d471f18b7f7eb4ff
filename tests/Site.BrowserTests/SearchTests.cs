namespace Site.BrowserTests;

/// <summary>What residents type is found, without spaces and in their own words.</summary>
public sealed class SearchTests(Browsing browsing)
{
    /// <summary>What is typed, and the pages that must be among the first five.</summary>
    private static readonly (string Query, string[] Pages)[] Wanted =
    [
        ("灭火器怎么用", ["/guides/extinguisher/"]),
        ("干粉灭火器", ["/guides/extinguisher/"]),
        ("燃气泄漏", ["/guides/gas-leak/"]),
        ("煤气味", ["/guides/gas-leak/"]),
        ("煤气泄漏怎么办", ["/guides/gas-leak/"]),
        ("液化气瓶", ["/guides/gas-leak/"]),
        ("有限空间", ["/guides/confined-space/", "/lectures/confined-space-order/"]),
        ("有限空间中毒", ["/guides/confined-space/"]),
        ("化粪池", ["/guides/confined-space/"]),
        ("电动车充电", ["/guides/e-bike/"]),
        ("电瓶车起火", ["/guides/e-bike/"]),
        ("飞线充电", ["/guides/e-bike/"]),
        ("触电怎么办", ["/guides/electric-shock/"]),
        ("有人触电", ["/guides/electric-shock/"]),
        ("心肺复苏", ["/guides/first-aid-cpr/"]),
        ("胸外按压", ["/guides/first-aid-cpr/"]),
        ("烫伤怎么处理", ["/guides/first-aid-cpr/"]),
        ("台风来了", ["/guides/flood-typhoon/"]),
        ("台风来之前", ["/lectures/live-before-typhoon/"]),
        ("暴雨内涝", ["/guides/flood-typhoon/"]),
        ("地震逃生", ["/guides/earthquake/"]),
        ("地震了怎么办", ["/guides/earthquake/"]),
        ("山火", ["/guides/forest-fire/"]),
        ("森林防火", ["/guides/forest-fire/"]),
        ("溺水", ["/guides/water-fishing/"]),
        ("孩子溺水怎么救", ["/guides/water-fishing/"]),
        ("救生衣", ["/guides/water-fishing/"]),
        ("高空作业", ["/guides/work-at-height/"]),
        ("脚手架", ["/guides/work-at-height/"]),
        ("危化品泄漏", ["/guides/hazardous-chemicals/"]),
        ("安全出口标志", ["/guides/escape-signs/"]),
        ("消防通道被堵", ["/guides/escape-signs/"]),
        ("应急包", ["/guides/emergency-kit/"]),
        ("家庭应急物资", ["/guides/emergency-kit/"]),
        ("12350", ["/report/", "/guides/report-hazard/"]),
        ("举报奖励", ["/report/", "/guides/report-hazard/"]),
        ("怎么举报安全隐患", ["/guides/report-hazard/"]),
        ("咨询日", ["/events/consultation-day-2026/"]),
        ("安全生产月主题", ["/campaigns/2026/"]),
        ("体验馆开放日", ["/events/open-day-city-hall-2026/"]),
        ("油锅起火", ["/guides/kitchen-oil-fire/"]),
        ("厨房着火", ["/guides/kitchen-oil-fire/"]),
        ("家里着火怎么办", ["/guides/home-fire/"]),
        ("电梯困人", ["/guides/elevator/"]),
        ("中暑", ["/guides/heat-stroke/"]),
        ("高温天干活", ["/guides/heat-stroke/"]),
        ("电焊动火", ["/guides/hot-work/"]),
        ("安全带", ["/guides/road-safety/", "/guides/work-at-height/"]),
        ("酒驾", ["/laws/road-traffic-safety-law/"]),
        ("安全生产法", ["/laws/work-safety-law/"]),
        ("天津港爆炸", ["/warnings/2015-tianjin-8-12/"]),
        ("自建房倒塌", ["/warnings/2022-changsha-4-29/"]),
        ("隐私", ["/privacy/"]),
    ];

    [Trait("Speed", "slow")]
    [Fact]
    public async Task What_residents_type_is_among_the_first_five_results()
    {
        var missed = new List<string>();
        await using var visit = await browsing.OpenAsync("/search/");
        foreach (var (query, pages) in Wanted)
        {
            var found = await SearchAsync(visit.Page, query);
            if (pages.Except(found.Take(5)).Any())
            {
                missed.Add($"{query}: wanted {string.Join(", ", pages)}; found {string.Join(", ", found.Take(5))}");
            }
        }

        TestContext.Current.SendDiagnosticMessage(string.Join('\n', missed));
        Assert.True(Wanted.Length >= 40);
        Assert.True(missed.Count <= Wanted.Length - 50, string.Join('\n', missed));
        visit.AssertFlawless();
    }

    [Fact]
    public async Task The_search_box_of_any_page_leads_to_results_whose_links_lead_to_pages()
    {
        await using var visit = await browsing.OpenAsync("/guides/extinguisher/", new() { Width = 1024 });

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
        await Assertions.Expect(status).ToContainTextAsync("<img src=x");
        visit.AssertFlawless();
    }

    /// <summary>Types a query into the search page.</summary>
    /// <returns>Addresses of the pages shown, in their order, from the site's root.</returns>
    private async Task<string[]> SearchAsync(IPage page, string query)
    {
        await page.Locator("main [name=q]").FillAsync(query);
        await page.Locator("main [name=q]").PressAsync("Enter");
        await page.WaitForFunctionAsync(
            """
            () => {
              const status = document.querySelector("[data-status]").textContent;
              const count = /^找到(\d+)篇/.exec(status)?.[1];
              return count ? document.querySelectorAll("[data-list] a").length >= Math.min(count, 10) : !status.startsWith("正在");
            }
            """);
        var found = await page.Locator("[data-list] a").EvaluateAllAsync<string[]>("links => links.map((link) => link.pathname)");
        return [.. found.Select(path => "/" + path[browsing.Site.Root.AbsolutePath.Length..])];
    }
}
