namespace Site.BrowserTests;

/// <summary>A quiz that was visited once works without network, and is never stale with it.</summary>
public sealed class QuizOfflineTests(Browsing browsing)
{
    private const string Small =
        """
        -- content/quizzes/small.md --
        ---
        title: 断网也能做
        summary: 示例。
        source: 示例
        reviewer: 示例
        ---
        ## 甲？ {#only .single}
        - [x] 一
        - [ ] 二

        --- 解析
        因为。
        """;

    [Fact]
    public async Task A_quiz_is_done_without_network_after_one_visit()
    {
        var site = await (await browsing.SmallSiteAsync(Small)).ServeAgainAsync();
        await using var visit = await Visit.BeginAsync(browsing.Browser, site, new() { HasServiceWorker = true });
        await visit.GoAsync("/quizzes/small/");
        await WaitUntilKeptAsync(visit.Page);
        await visit.WaitUntilServedAsync();
        await site.DisposeAsync();

        await visit.Page.ReloadAsync();
        await visit.Page.StartAsync("all");
        await visit.Page.ChooseAsync("only", "一");
        await visit.Page.FinishAsync();

        await Assertions.Expect(visit.Page.Locator("[data-score]")).ToHaveTextAsync("100");
        await Assertions.Expect(visit.Page.Locator(".choices label").First).ToHaveCSSAsync("min-block-size", "48px");
    }

    [Fact]
    public async Task With_network_the_newest_page_is_shown()
    {
        await using var site = await SmallSite.BuildAsync(Small);
        await using var visit = await Visit.BeginAsync(browsing.Browser, site, new() { HasServiceWorker = true });
        await visit.GoAsync("/quizzes/small/");
        await WaitUntilKeptAsync(visit.Page);
        await visit.WaitUntilServedAsync();
        var file = Path.Combine(site.Folder, "quizzes", "small", "index.html");
        await File.WriteAllTextAsync(file, (await File.ReadAllTextAsync(file)).Replace("断网也能做", "换了新题", StringComparison.Ordinal));

        await visit.Page.ReloadAsync();

        await Assertions.Expect(visit.Page.Locator("h1")).ToHaveTextAsync("换了新题");
        await visit.Page.WaitForFunctionAsync("() => navigator.serviceWorker.controller !== null");
        visit.AssertFlawless();
    }

    private static async Task WaitUntilKeptAsync(IPage page) => await page.WaitForFunctionAsync(
        """
        async () => {
          const cache = await caches.open("seen-/");
          const kept = (await cache.keys()).map(({ url }) => url);
          return navigator.serviceWorker.controller?.state === "activated" && kept.includes(location.href) && ["quiz", "site"].every((name) => kept.some((url) => url.includes(`/assets/${name}`)));
        }
        """);
}
