namespace Site.BrowserTests;

/// <summary>Every state of a quiz can be read, reached and used: on small screens, zoomed, in large type, in the dark, in few colors.</summary>
public sealed class QuizAppearanceTests(Browsing browsing, QuizSite quizzes)
{
    private static readonly Dictionary<string, Reader> ReadersByName = new Reader[]
    {
        new(),
        new() { Width = 360, Height = 740 },
        new() { Width = 320, Height = 256 },
        new() { Width = 768, Height = 1024, IsDark = true },
        new() { Width = 360, Height = 740, IsLarge = true },
        new() { Width = 360, Height = 740, IsLarge = true, IsDark = true },
        new() { Width = 768, Height = 1024, HasForcedColors = true },
    }.ToDictionary(reader => reader.ToString());

    public static TheoryData<string> Readers => [.. ReadersByName.Keys];

    /// <remarks>1280 × 1024 at 400 % zoom is 320 × 256 CSS pixels (WCAG 2.2, 1.4.10 Reflow).</remarks>
    [Trait("Speed", "slow")]
    [Theory, MemberData(nameof(Readers))]
    public async Task Every_state_fits_and_axe_finds_nothing(string reader)
    {
        await using var visit = await browsing.OpenQuizAsync(quizzes, "/quizzes/types/", ReadersByName[reader]);
        var page = visit.Page;
        await LookAtAsync(page, "start");
        await page.GetByText("这台设备记住了什么").ClickAsync();
        await page.PreferAsync("one", "each");
        await LookAtAsync(page, "start, opened");

        await page.StartAsync("all");
        await LookAtAsync(page, "a question");
        await page.LookAsync("single");
        await LookAtAsync(page, "nothing answered");
        await page.ChooseAsync("single", "泼水");
        await page.LookAsync("single");
        await LookAtAsync(page, "wrong");
        await page.ChooseAsync("single", "盖锅盖");
        await page.LookAsync("single");
        await LookAtAsync(page, "right");
        await page.NextAsync();
        await page.ChooseAsync("partial", "电炉");
        await page.LookAsync("partial");
        await LookAtAsync(page, "partly right");
        for (var i = 0; i < 5; i++)
        {
            await page.NextAsync();
            await LookAtAsync(page, $"question {i + 3}");
        }

        await page.FinishAsync();
        await LookAtAsync(page, "asked about what is missing");
        await page.FinishAsync();
        await LookAtAsync(page, "result");
        visit.AssertFlawless();
    }

    [Fact]
    public async Task What_is_to_be_touched_is_large_enough_for_a_thumb()
    {
        await using var visit = await browsing.OpenQuizAsync(quizzes, "/quizzes/types/", new() { Width = 360, Height = 740 });
        await visit.Page.PreferAsync("all", "each");
        await visit.Page.StartAsync("all");

        var tooSmall = await visit.Page.EvaluateAsync<string[]>(
            """
            () => [...document.querySelectorAll("form.paper :is(button, summary, select, .field input, .choices label)")]
              .filter((target) => target.checkVisibility()).map((target) => [target, target.getBoundingClientRect()])
              .filter(([, box]) => box.height < 44 || box.width < 44).map(([target, box]) => `${box.width} × ${box.height}: ${target.outerHTML.slice(0, 120)}`)
            """);

        Assert.True(tooSmall.Length == 0, string.Join('\n', tooSmall));
    }

    private static async Task LookAtAsync(IPage page, string state)
    {
        Assert.True(await page.SidewaysAsync() == 0, $"In the state “{state}” the page is too wide.");
        var findings = await page.AxeFindingsAsync();
        Assert.True(findings.Length == 0, $"In the state “{state}”: {findings}");
    }
}
