using System.Text.RegularExpressions;

namespace Site.BrowserTests;

/// <summary>What helps in the moment works without network after one visit, says how old it is, and is kept unasked only where nobody counts bytes.</summary>
public sealed class OfflineTests(Browsing browsing)
{
    private const string Small =
        """
        -- content/guides/gas.md --
        ---
        title: 漏气了怎么办
        summary: 示例。
        source: 示例
        reviewer: 示例
        easy: [{step: 1, say: 关掉阀。}]
        ---
        1. 关阀。 ![关阀](img/close.svg)
        -- content/guides/img/close.svg --
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 240 160" width="240" height="160"><rect width="240" height="160" fill="#237f52"/></svg>
        -- content/guides/fire.md --
        ---
        title: 着火了怎么办
        summary: 示例。
        source: 示例
        reviewer: 示例
        ---
        1. 走。
        -- content/news/2026/06-01-visit.md --
        ---
        title: 新闻
        date: 2026-06-01
        summary: 示例。
        source: 示例
        reviewer: 示例
        ---
        正文。
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

    [Theory]
    [InlineData("https://example.gov.cn/")]
    [InlineData("https://example.gov.cn/aqyj/")]
    public async Task After_one_visit_a_guide_never_opened_and_a_quiz_work_without_network(string url)
    {
        var site = await (await browsing.SmallSiteAsync(Small, new(url))).ServeAgainAsync();
        await using var visit = await Visit.BeginAsync(browsing.Browser, site, new() { Width = 360, Height = 780, HasServiceWorker = true });
        var page = visit.Page;
        await visit.GoAsync("/offline/");
        await Assertions.Expect(page.Locator("[data-offline-ask]")).ToHaveTextAsync(new Regex(@"^存到手机，断网也能看（约\d\.\dMB）$"));
        await page.Locator("[data-offline-ask]").ClickAsync();
        await Assertions.Expect(page.Locator("[data-offline-said]")).ToContainTextAsync("这台设备已经存下");
        visit.AssertFlawless();
        await visit.WaitUntilServedAsync();
        await site.DisposeAsync();
        // What the browser's own cache holds is younger than five minutes, as with any page.
        await (await page.Context.NewCDPSessionAsync(page)).SendAsync("Network.clearBrowserCache");

        await visit.GoAsync("/guides/gas/");
        var today = await page.EvaluateAsync<string>("() => `${new Date().getMonth() + 1}月${new Date().getDate()}日`");
        await Assertions.Expect(page.Locator(".kept-note")).ToHaveTextAsync($"没有网络。你看的是{today}存下的页面。");
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("漏气了怎么办");
        Assert.True(await page.EvaluateAsync<bool>("() => { const picture = document.querySelector('.prose img'); picture.loading = 'eager'; return picture.decode().then(() => picture.naturalWidth === 240); }"));
        await visit.GoAsync("/guides/gas/easy/");
        await Assertions.Expect(page.Locator(".easy-steps")).ToContainTextAsync("关掉阀");
        await visit.GoAsync("/quizzes/small/");
        await page.StartAsync("all");
        await page.ChooseAsync("only", "一");
        await page.FinishAsync();
        await Assertions.Expect(page.Locator("[data-score]")).ToHaveTextAsync("100");

        await visit.GoAsync("/news/2026/visit/");
        await Assertions.Expect(page.Locator(".kept-note")).ToHaveTextAsync("没有网络，要看的那一页没有存下。先看存下的这些。");
        await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = "着火了怎么办" })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task It_is_kept_quietly_and_only_what_changed_is_fetched_again()
    {
        await using var site = await SmallSite.BuildAsync(Small);
        await using var visit = await Visit.BeginAsync(browsing.Browser, site, new() { HasServiceWorker = true });
        await KeepQuietlyAsync(visit);
        var list = Path.Combine(site.Folder, "offline.json");
        await File.WriteAllTextAsync(Path.Combine(site.Folder, "guides", "fire", "index.html"), "<title>新</title>");
        await File.WriteAllTextAsync(list, Regex.Replace(await File.ReadAllTextAsync(list), """(\{"address":"guides/fire/".*"hash":")[0-9a-f]+""", "${1}0000000000000000")
            .Replace("""{"address":"guides/gas/easy/",""", """{"address":"guides/gone/",""", StringComparison.Ordinal));

        var kept = await visit.Page.EvaluateAsync<int>(
            """
            () => new Promise((resolve) => {
              navigator.serviceWorker.addEventListener("message", ({ data }) => resolve(data.kept ? data.kept.fetched : -1));
              navigator.serviceWorker.controller.postMessage({ keep: true });
            })
            """);

        Assert.Equal(2, kept);
        Assert.Equal("<title>新</title> false", await visit.Page.EvaluateAsync<string>(
            "async () => `${await (await caches.match('/guides/fire/')).text()} ${(await (await caches.open('set-/')).keys()).some(({ url }) => url.endsWith('/easy/'))}`"));
    }

    [Fact]
    public async Task Where_bytes_are_counted_nothing_is_kept_unasked()
    {
        var site = await browsing.SmallSiteAsync(Small, new("https://example.gov.cn/"));
        await using var visit = await Visit.BeginAsync(browsing.Browser, site, new() { HasServiceWorker = true });
        await visit.Page.AddInitScriptAsync("Object.defineProperty(navigator, 'connection', { value: { saveData: true, effectiveType: '4g' } })");
        await visit.Page.Clock.InstallAsync();
        await visit.GoAsync("/");
        await visit.Page.WaitForFunctionAsync("() => navigator.serviceWorker.controller?.state === 'activated'");

        await visit.Page.Clock.FastForwardAsync(60_000);
        await visit.Page.ReloadAsync();
        await visit.Page.Clock.FastForwardAsync(60_000);

        Assert.False(await visit.Page.EvaluateAsync<bool>("async () => (await caches.keys()).includes('set-/')"));
    }

    [Fact]
    public async Task A_reader_lets_everything_go_again()
    {
        var site = await browsing.SmallSiteAsync(Small, new("https://example.gov.cn/"));
        await using var visit = await Visit.BeginAsync(browsing.Browser, site, new() { HasServiceWorker = true });
        await visit.GoAsync("/offline/");
        await visit.Page.Locator("[data-offline-ask]").ClickAsync();
        await Assertions.Expect(visit.Page.Locator("[data-offline-drop]")).ToBeVisibleAsync();

        await visit.Page.Locator("[data-offline-drop]").ClickAsync();

        await Assertions.Expect(visit.Page.Locator("[data-offline-said]")).ToHaveTextAsync("已经从这台设备上删掉了。");
        Assert.Equal(0, await visit.Page.EvaluateAsync<int>("async () => (await caches.keys()).length + (await navigator.serviceWorker.getRegistrations()).length"));
        visit.AssertFlawless();
    }

    [Fact]
    public async Task What_is_still_on_its_way_when_everything_is_let_go_is_not_kept_after_all()
    {
        var (isAsked, isLetGo, isKept) = (new TaskCompletionSource(), new TaskCompletionSource(), false);
        await using var site = await (await browsing.SmallSiteAsync(Small, new("https://example.gov.cn/"))).ServeAgainAsync(async path =>
        {
            if (isKept && path == "/news/2026/visit/")
            {
                isAsked.TrySetResult();
                await isLetGo.Task;
            }
        });
        await using var visit = await Visit.BeginAsync(browsing.Browser, site, new() { HasServiceWorker = true });
        await visit.GoAsync("/offline/");
        await visit.Page.Locator("[data-offline-ask]").ClickAsync();
        await Assertions.Expect(visit.Page.Locator("[data-offline-drop]")).ToBeVisibleAsync();
        isKept = true;
        await visit.Page.EvaluateAsync("async () => (await navigator.serviceWorker.ready).active.postMessage({ seen: [new URL('/news/2026/visit/', location.href).href] })");
        await isAsked.Task.WaitAsync(TimeSpan.FromSeconds(30));

        await visit.Page.Locator("[data-offline-drop]").ClickAsync();
        await Assertions.Expect(visit.Page.Locator("[data-offline-said]")).ToHaveTextAsync("已经从这台设备上删掉了。");
        isLetGo.SetResult();

        // The worker hears of this when it has kept what came, or would have.
        await visit.Page.EvaluateAsync("() => fetch('/news/2026/visit/').then((page) => page.text())");
        Assert.Equal("", await visit.Page.EvaluateAsync<string>("async () => (await caches.keys()).join()"));
    }

    [Fact]
    public async Task With_network_nothing_is_old_and_without_script_nothing_is_lost()
    {
        await using var visit = await browsing.OpenAsync("/guides/home-fire/", new() { HasServiceWorker = true });
        await Assertions.Expect(visit.Page.Locator(".kept-note")).ToHaveCountAsync(0);
        await using var plain = await browsing.OpenAsync("/offline/", new() { HasScript = false });

        await Assertions.Expect(plain.Page.Locator("[data-offline] button:visible")).ToHaveCountAsync(0);
        await Assertions.Expect(plain.Page.GetByRole(AriaRole.Link, new() { Name = "家里着火了怎么办" })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task The_site_can_be_installed()
    {
        await using var visit = await browsing.OpenAsync("/");

        var said = await (await visit.Page.Context.NewCDPSessionAsync(visit.Page)).SendAsync("Page.getAppManifest");

        Assert.Empty(said!.Value.GetProperty("errors").EnumerateArray());
        Assert.Equal(visit.Page.Url + "manifest.webmanifest", said.Value.GetProperty("url").GetString());
        foreach (var icon in new[] { "192", "512", "maskable-512" })
        {
            Assert.Equal(200, (await visit.Page.Context.APIRequest.GetAsync($"{visit.Page.Url}icons/{icon}.png")).Status);
        }
    }

    /// <summary>Stays on the home page until everything is kept, as nobody asked for.</summary>
    private static async Task KeepQuietlyAsync(Visit visit)
    {
        await visit.Page.Clock.InstallAsync();
        await visit.GoAsync("/");
        await visit.Page.WaitForFunctionAsync("() => navigator.serviceWorker.controller?.state === 'activated'");
        for (var isBegun = false; !isBegun; isBegun = await visit.Page.EvaluateAsync<bool>("async () => (await caches.keys()).includes('set-/')"))
        {
            await visit.Page.Clock.FastForwardAsync(11_000);
        }

        // The page hears that everything is kept, and notes it: no word of it comes later.
        await visit.Page.WaitForFunctionAsync("() => localStorage.getItem('offline-checked') !== null", null, new() { PollingInterval = 50 });
    }
}
