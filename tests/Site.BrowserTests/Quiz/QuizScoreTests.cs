using System.Globalization;

namespace Site.BrowserTests;

/// <summary>Points and the result, worked out by hand.</summary>
public sealed class QuizScoreTests(Browsing browsing, QuizSite quizzes)
{
    [Fact]
    public async Task The_result_tells_points_by_topic_what_was_wrong_and_what_to_read()
    {
        await using var visit = await browsing.OpenQuizAsync(quizzes, "/quizzes/types/");
        var page = visit.Page;
        await page.PreferAsync("all", "end");
        await page.StartAsync("all");
        await page.AnswerAllTypesAsync();
        await page.FinishAsync();

        // 1 + 1/3 + 0 + 1/2 + 1 + 1/3 + 1/2 = 3 2/3 of 7: 52.38 %.
        await Assertions.Expect(page.Locator("[data-score]")).ToHaveTextAsync("52");
        await Assertions.Expect(page.Locator("[data-told]")).ToHaveTextAsync("7题，全对2题，对一部分4题。离掌握（60分）还差8分，看看下面的解析，再做一遍。");
        // 消防: 1 + 1/2 + 1 + 1/3 + 1/2 = 3 1/3 of 5; 用电: 1/3 of 2.
        Assert.Equal(["消防 3.3 / 5 66%", "用电 0.3 / 2 16%"], await RowsAsync(page));
        Assert.Equal(["66", "16"], await page.Locator(".power-own").EvaluateAllAsync<string[]>("bars => bars.map((bar) => bar.getAttribute('width'))"));
        await Assertions.Expect(page.Locator("[data-wrong-list] li")).ToHaveCountAsync(5);
        await Assertions.Expect(page.Locator(".reading a").First).ToHaveTextAsync("油锅着火怎么办");
        await Assertions.Expect(page.Locator("[data-card]")).ToBeHiddenAsync();
        visit.AssertFlawless();
    }

    [Theory]
    [InlineData("single", "✓ 答对了")]
    [InlineData("partial", "◐ 对了一部分，得0.3分")]
    [InlineData("judge", "✗ 答错了")]
    [InlineData("blank", "◐ 对了一部分，得0.5分")]
    [InlineData("number", "✓ 答对了")]
    [InlineData("match", "◐ 对了一部分，得0.3分")]
    [InlineData("order", "◐ 对了一部分，得0.5分")]
    public async Task Each_type_of_question_tells_at_once_how_good_an_answer_is(string id, string verdict)
    {
        await using var visit = await browsing.OpenQuizAsync(quizzes, "/quizzes/types/");
        await visit.Page.PreferAsync("all", "each");
        await visit.Page.StartAsync("all");
        await visit.Page.AnswerAllTypesAsync();

        await visit.Page.LookAsync(id);

        await Assertions.Expect(visit.Page.Question(id).Locator(".mark")).ToHaveTextAsync(verdict);
        await Assertions.Expect(visit.Page.Question(id).Locator(".mark")).ToBeFocusedAsync();
        await Assertions.Expect(visit.Page.Question(id).Locator("details")).ToHaveAttributeAsync("open", "");
    }

    [Fact]
    public async Task The_first_look_counts_and_an_answer_can_be_changed_all_the_same()
    {
        await using var visit = await browsing.OpenQuizAsync(quizzes, "/quizzes/types/");
        var page = visit.Page;
        await page.StartAsync("all");
        await page.ChooseAsync("single", "泼水");
        await page.LookAsync("single");
        await page.ChooseAsync("single", "盖锅盖");
        await Assertions.Expect(page.Question("single").Locator(".answer")).ToBeHiddenAsync();
        await page.LookAsync("single");
        await Assertions.Expect(page.Question("single").Locator(".mark")).ToHaveTextAsync("✓ 答对了（分数按第一次算）");

        for (var i = 0; i < 6; i++)
        {
            await page.NextAsync();
        }

        await page.FinishAsync();
        await Assertions.Expect(page.Locator("[data-missing]")).ToContainTextAsync("还有6题没有做");
        await page.FinishAsync();
        await Assertions.Expect(page.Locator("[data-score]")).ToHaveTextAsync("0");
    }

    [Fact]
    public async Task Answers_can_be_changed_until_the_paper_is_handed_in()
    {
        await using var visit = await browsing.OpenQuizAsync(quizzes, "/quizzes/types/");
        var page = visit.Page;
        await page.PreferAsync("one", "end");
        await page.StartAsync("all");
        await page.ChooseAsync("single", "泼水");
        await page.NextAsync();
        await page.Locator("[data-back]").ClickAsync();
        await Assertions.Expect(page.Question("single").GetByLabel("泼水")).ToBeCheckedAsync();
        await page.ChooseAsync("single", "盖锅盖");
        for (var i = 0; i < 6; i++)
        {
            await page.NextAsync();
        }

        await page.FinishAsync();
        await page.FinishAsync();

        await Assertions.Expect(page.Locator("[data-score]")).ToHaveTextAsync((100 / 7).ToString(CultureInfo.InvariantCulture));
    }

    [Fact]
    public async Task Steps_are_moved_by_buttons_and_by_dragging()
    {
        await using var visit = await browsing.OpenQuizAsync(quizzes, "/quizzes/types/");
        var page = visit.Page;
        await page.PreferAsync("all", "each");
        await page.StartAsync("all");
        var order = page.Question("order");
        foreach (var step in new[] { "压下", "对准", "拔销", "提起" })
        {
            for (var i = 0; i < 3; i++)
            {
                await order.GetByRole(AriaRole.Button, new() { Name = $"上移：{step}" }).ClickAsync();
            }
        }

        await Assertions.Expect(page.Locator("[data-say]")).ToHaveTextAsync("提起，第1步");
        await order.Locator("li", new() { HasText = "压下" }).Locator("span").First.DragToAsync(order.Locator("li", new() { HasText = "拔销" }).Locator("span").First);
        await Assertions.Expect(order.Locator(".part > span")).ToHaveTextAsync(["提起", "压下", "拔销", "对准"]);
        await order.GetByRole(AriaRole.Button, new() { Name = "下移：压下" }).ClickAsync();
        await order.GetByRole(AriaRole.Button, new() { Name = "下移：压下" }).ClickAsync();
        await page.LookAsync("order");

        await Assertions.Expect(order.Locator(".mark")).ToHaveTextAsync("✓ 答对了");
    }

    private static async Task<string[]> RowsAsync(IPage page) =>
        [.. (await page.Locator("[data-powers] tr").AllInnerTextsAsync()).Select(row => string.Join(' ', row.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)))];
}
