using System.Text.RegularExpressions;
using Site.Core.Text;

namespace Site.BrowserTests;

/// <summary>A small site with a theme of its own, a quiz, a hall, an event, pictures and search, served below a path of its host.</summary>
public sealed partial class BelowPathTests(Browsing browsing)
{
    private static readonly Uri Url = new("https://example.gov.cn/aqyj/");

    private const string Small =
        """
        -- site.yaml --
        title: 示例市安全生产月
        url: https://example.gov.cn/
        organiser: 示例市安委办
        packs: [basic]
        withoutPages: [campaigns/, warnings/, lectures/, calendar/, laws/, quizzes/, guides/ship-repair.md]
        theme: city
        -- themes/city/theme.yaml --
        light: {accent: "#8c1d18", accentText: "#8c1d18"}
        logo: logo.svg
        css: extra.css
        footer: footer.md
        -- themes/city/logo.svg --
        <svg xmlns="http://www.w3.org/2000/svg" width="80" height="40"><path d="M0 0h80v40z"/></svg>
        -- themes/city/extra.css --
        .foot { background-image: url(wave.svg); }
        -- themes/city/wave.svg --
        <svg xmlns="http://www.w3.org/2000/svg" width="8" height="8"><path d="M0 4h8"/></svg>
        -- themes/city/footer.md --
        技术支持：示例中心。看[指南](/guides/)。
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
        -- content/events/day.md --
        ---
        title: 开放日
        summary: 示例。
        source: 示例
        reviewer: 示例
        start: 2026-06-16T09:00
        place: 示例广场
        ---
        来看看。
        """;

    /// <summary>Three pages of each kind: a test without a browser reads all addresses of all pages.</summary>
    [Trait("Speed", "slow")]
    [Fact]
    public async Task No_kind_of_page_asks_for_what_is_not_there_or_lies_outside()
    {
        var site = await browsing.SmallSiteAsync(Small, Url);
        await using var visit = await Visit.BeginAsync(browsing.Browser, site, new());
        var missing = new List<string>();
        visit.Page.Response += (_, response) =>
        {
            if (response.Status >= 400 && !response.Url.EndsWith("/nowhere/", StringComparison.Ordinal))
            {
                missing.Add($"{response.Status} {response.Url}");
            }
        };

        var kinds = site.Pages.Where(path => !path.Contains("/paper-", StringComparison.Ordinal)).GroupBy(path => OwnName().Replace(path, "$1/*/")).ToList();
        foreach (var path in kinds.SelectMany(kind => kind.Take(3)))
        {
            await visit.GoAsync(path);
        }

        Assert.True(kinds.Count > 20, $"{kinds.Count} kinds of pages");
        Assert.Empty(missing);
        visit.AssertFlawless();
    }

    [Fact]
    public async Task The_page_for_what_is_not_there_has_its_styles_at_any_depth_and_leads_home()
    {
        var site = await browsing.SmallSiteAsync(Small, Url);
        await using var visit = await Visit.BeginAsync(browsing.Browser, site, new());

        var answer = await visit.GoAsync("/a/b/c/nowhere/");

        Assert.Equal(404, answer.Status);
        await Assertions.Expect(visit.Page.Locator(".foot-own a").First).ToHaveCSSAsync("color", "rgb(140, 29, 24)");
        await visit.Page.Locator("a.brand").ClickAsync();
        await Assertions.Expect(visit.Page).ToHaveURLAsync(site.Root.AbsoluteUri);
    }

    [Fact]
    public async Task A_quiz_and_the_search_work_with_and_without_network()
    {
        var site = await (await browsing.SmallSiteAsync(Small, Url)).ServeAgainAsync();
        await using var visit = await Visit.BeginAsync(browsing.Browser, site, new() { HasServiceWorker = true });
        await visit.GoAsync("/search/?q=煤气味");
        await Assertions.Expect(visit.Page.Locator("[data-list] a, .pinned a").First).ToBeVisibleAsync();
        Assert.StartsWith(site.Address("/guides/"), await visit.Page.EvaluateAsync<string>("() => document.querySelector('[data-list] a, .pinned a').href"), StringComparison.Ordinal);
        await visit.GoAsync("/quizzes/small/");
        await visit.Page.WaitForFunctionAsync(
            """
            async () => {
              const kept = (await (await caches.open("seen-/aqyj/")).keys()).map(({ url }) => url);
              return navigator.serviceWorker.controller?.state === "activated" && kept.includes(location.href) && ["quiz", "site"].every((name) => kept.some((url) => url.includes(`/aqyj/assets/${name}`)));
            }
            """);
        visit.AssertFlawless();
        await visit.WaitUntilServedAsync();
        await site.DisposeAsync();

        await visit.Page.ReloadAsync();
        await visit.Page.StartAsync("all");
        await visit.Page.ChooseAsync("only", "一");
        await visit.Page.FinishAsync();

        await Assertions.Expect(visit.Page.Locator("[data-score]")).ToHaveTextAsync("100");
    }

    /// <summary>What a page has of its own in its address: <c>gas-leak</c> in <c>/guides/gas-leak/</c> and in <c>/works/guides/gas-leak/poster/</c>.</summary>
    [GeneratedRegex("^(/(?:works/)?[^/]+)/[^/]+/", RegexOptions.None, MatchTime.Milliseconds)]
    private static partial Regex OwnName();
}
