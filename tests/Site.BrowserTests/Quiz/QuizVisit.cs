namespace Site.BrowserTests;

/// <summary>What a reader does with a quiz.</summary>
internal static class QuizVisit
{
    /// <summary>Opens a quiz of the small site.</summary>
    public static async Task<Visit> OpenQuizAsync(this Browsing browsing, QuizSite quizzes, string path, Reader? reader = null)
    {
        var visit = await Visit.BeginAsync(browsing.Browser, quizzes.Site, reader ?? new());
        await visit.GoAsync(path);
        return visit;
    }

    /// <summary>Starts a paper: <c>all</c>, <c>daily</c>, <c>free</c>, <c>resume</c>, <c>shared</c>, <c>wrong</c>, <c>contest</c>; all its questions are arranged.</summary>
    public static async Task StartAsync(this IPage page, string kind)
    {
        await page.Locator($"[data-start={kind}]").ClickAsync();
        await page.Locator(".questions[aria-busy=true]").WaitForAsync(new() { State = WaitForSelectorState.Detached });
    }

    /// <summary>Chooses how to go through a paper: one or all, each or end.</summary>
    public static async Task PreferAsync(this IPage page, string layout, string feedback)
    {
        await page.GetByText("怎么做，由你选").ClickAsync();
        await page.Locator($"[name=player-layout][value={layout}]").CheckAsync();
        await page.Locator($"[name=player-feedback][value={feedback}]").CheckAsync();
    }

    /// <summary>A question by its id.</summary>
    public static ILocator Question(this IPage page, string id) => page.Locator($"fieldset#{id}");

    public static Task LookAsync(this IPage page, string id) => page.Question(id).Locator(".check").ClickAsync();

    public static Task NextAsync(this IPage page) => page.Locator("[data-next]").ClickAsync();

    public static Task FinishAsync(this IPage page) => page.Locator("[data-finish]").ClickAsync();

    public static Task ChooseAsync(this IPage page, string id, string text) => page.Question(id).GetByLabel(text).CheckAsync();

    /// <returns>Ids of the questions on the paper, in its order.</returns>
    public static Task<string[]> IdsAsync(this IPage page) =>
        page.Locator(".questions fieldset").EvaluateAllAsync<string[]>("questions => questions.map((question) => question.id)");

    /// <returns>The text of each choice of the paper, in the order shown.</returns>
    public static Task<string[]> ChoicesAsync(this IPage page) =>
        page.Locator(".questions .choices label").EvaluateAllAsync<string[]>("labels => labels.map((label) => label.textContent.replace(/\\s+/g, ''))");

    /// <summary>Answers all types so: right, a third, wrong, half, right, a third, half; 3 2/3 points of 7.</summary>
    public static async Task AnswerAllTypesAsync(this IPage page)
    {
        await page.ChooseAsync("single", "盖锅盖");
        await page.ChooseAsync("partial", "电炉");
        await page.ChooseAsync("judge", "正确");
        await page.Question("blank").GetByLabel("第1空").FillAsync("１１９");
        await page.Question("blank").GetByLabel("第2空").FillAsync("110");
        await page.Question("number").GetByLabel("你的答案").FillAsync("1.7米");
        await page.Question("match").GetByLabel("红").SelectOptionAsync("禁止");
        await page.Question("match").GetByLabel("黄").SelectOptionAsync("指令");
        await page.Question("match").GetByLabel("蓝").SelectOptionAsync("警告");
        foreach (var (step, place) in new[] { ("提起", "第2步"), ("拔销", "第1步"), ("对准", "第3步"), ("压下", "第4步") })
        {
            await page.Question("order").Locator("label", new() { HasText = step }).Locator("select").SelectOptionAsync(place);
        }
    }
}
