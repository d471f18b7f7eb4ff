using Site.Rendering.Traditional;

namespace Site.BrowserTests;

/// <summary>Pages in traditional characters: what scripts say and compare on them.</summary>
public sealed class TraditionalTests(Browsing browsing)
{
    private const string Small =
        """
        -- site.yaml --
        title: 示例市安全生产月
        url: https://example.gov.cn/
        organiser: 示例市安委办
        traditional: true
        -- content/search.yaml --
        answers:
          guides/gas.md: [煤气味]
        -- content/guides/gas.md --
        ---
        title: 煤气漏了怎么办
        summary: 先关阀门，开窗，出门再打电话。
        tags: [燃气泄漏]
        source: 示例
        reviewer: 示例
        ---
        1. 关阀门。
        2. 开门窗。

        楼道里的气味散了再回来。
        -- content/news/2026/06-01-visit.md --
        ---
        title: 干部检查煤气
        date: 2026-06-01
        summary: 示例。
        source: 示例
        reviewer: 示例
        ---
        发现阀门松动。
        -- content/quizzes/types.md --
        ---
        title: 后厨练习
        summary: 示例。
        topics: [防护, 用电]
        pass: 60
        source: 示例
        reviewer: 示例
        ---
        ## 标志和意思 {#match .match topic=防护}
        - 红 :: 禁止开启
        - 黄 :: 当心触电

        --- 解析
        看颜色。

        ## 灭火器几个月查一次？答 [[1]]{unit=个月} {#number .numeric topic=用电}

        --- 解析
        一个月。

        ## 怎么做 {#order .order topic=防护}
        1. 关闸
        2. 验电

        --- 解析
        先关。
        """;

    private static readonly Reader Phone = new() { Width = 360, Height = 780 };

    [Fact]
    public async Task A_quiz_takes_right_answers_for_right_and_says_everything_in_traditional_characters()
    {
        var site = await browsing.SmallSiteAsync(Small);
        await using var visit = await Visit.BeginAsync(browsing.Browser, site, Phone);
        await visit.GoAsync("/zh-hant/quizzes/types/");
        var page = visit.Page;
        await page.StartAsync("all");

        await page.Question("match").GetByLabel("紅").SelectOptionAsync(new SelectOptionValue { Label = "禁止開啟" });
        await page.Question("match").GetByLabel("黃").SelectOptionAsync(new SelectOptionValue { Label = "當心觸電" });
        await page.LookAsync("match");
        await Assertions.Expect(page.Question("match").Locator(".mark")).ToHaveTextAsync("✓ 答對了");
        await AssertIsTraditionalAsync(page);
        await page.NextAsync();
        await page.Question("number").GetByRole(AriaRole.Textbox).FillAsync("1個月");
        await page.LookAsync("number");
        await Assertions.Expect(page.Question("number").Locator(".mark")).ToHaveTextAsync("✓ 答對了");
        await page.NextAsync();
        await page.FinishAsync();
        await page.FinishAsync();

        await Assertions.Expect(page.Locator("[data-powers] th")).ToHaveTextAsync(["防護", "用電"]);
        await AssertIsTraditionalAsync(page);
        visit.AssertFlawless();
    }

    [Theory]
    [InlineData("煤氣洩漏", "/zh-hant/guides/gas/")]
    [InlineData("煤气漏了", "/zh-hant/guides/gas/")]
    [InlineData("閥門鬆動", "/zh-hant/news/2026/visit/")]
    [InlineData("樓道氣味", "/zh-hant/guides/gas/")]
    [InlineData("ranqixielou", "/zh-hant/guides/gas/")]
    [InlineData("煤氣隕石", null)]
    public async Task The_search_finds_by_either_script_and_answers_in_traditional_characters(string query, string? first)
    {
        var site = await browsing.SmallSiteAsync(Small);
        await using var visit = await Visit.BeginAsync(browsing.Browser, site, Phone);
        await visit.GoAsync("/zh-hant/search/?q=" + Uri.EscapeDataString(query));
        var page = visit.Page;
        await Assertions.Expect(page.Locator($"[data-results][data-shown='{query}']")).ToBeVisibleAsync();

        if (first is not null)
        {
            await Assertions.Expect(page.Locator("[data-list] a").First).ToHaveAttributeAsync("href", first);
        }

        // Of the status all but what was typed.
        await AssertIsTraditionalAsync(page, query);
        visit.AssertFlawless();
    }

    [Fact]
    public async Task A_guide_is_walked_through_and_read_aloud_in_traditional_characters_by_the_voice_of_their_region()
    {
        var site = await browsing.SmallSiteAsync(Small);
        await using var visit = await Visit.BeginAsync(browsing.Browser, site, Phone);
        await visit.Page.AddInitScriptAsync(
            """
            const voices = ["en-US", "zh-HK", "zh_TW", "zh-CN"].map((lang) => ({ lang, localService: true }));
            window.SpeechSynthesisUtterance = function (text) { this.text = text; };
            Object.defineProperty(window, "speechSynthesis", { value: { getVoices: () => [...voices], cancel() {}, speak({ voice, text }) { window.spoken = `${voice.lang} ${text}`; } } });
            """);
        await visit.GoAsync("/zh-hant/guides/gas/");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "帶我做" }).ClickAsync();
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "讀出來" }).ClickAsync();

        await visit.Page.WaitForFunctionAsync("() => window.spoken === 'zh_TW 關閥門。'");
        await AssertIsTraditionalAsync(visit.Page);

        await visit.GoAsync("/guides/gas/");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "带我做" }).ClickAsync();
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "读出来" }).ClickAsync();
        await visit.Page.WaitForFunctionAsync("() => window.spoken === 'zh-CN 关阀门。'");
        visit.AssertFlawless();
    }

    /// <summary>Fails where anything in sight would be other characters in traditional ones, but for the way to the simplified page.</summary>
    private static async Task AssertIsTraditionalAsync(IPage page, string typed = "")
    {
        var text = await page.EvaluateAsync<string>("() => { document.querySelectorAll('[lang=zh-Hans]').forEach((other) => other.remove()); return [document.body.innerText, ...[...document.querySelectorAll('[aria-label]')].map((named) => named.ariaLabel)].join('\\n'); }");
        text = typed.Length > 0 ? text.Replace(typed, "", StringComparison.Ordinal) : text;
        Assert.Equal(TraditionalText.Of(text), text);
    }
}
