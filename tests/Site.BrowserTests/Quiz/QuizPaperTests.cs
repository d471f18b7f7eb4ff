using System.Text.RegularExpressions;
using Site.Cli.Build;
using Site.Cli.Infrastructure;
using Site.Content.Quizzes;
using Site.Content.Quizzes.Draws;

namespace Site.BrowserTests;

/// <summary>Which questions a reader gets, and that a device remembers them.</summary>
public sealed class QuizPaperTests(Browsing browsing, QuizSite quizzes)
{
    [Fact]
    public async Task The_paper_of_a_day_is_the_one_that_the_build_draws_for_it()
    {
        var folder = new SourceFolder(Repository.Folder, SiteEnvironment.OfProcess());
        var quiz = BuildPipeline.ReadContent(folder, new(2026, 6, 10), withDrafts: false).Value.Of<QuizPage>().Single(page => page.Address == "/quizzes/home-safety/");
        var paper = Draw.Of(quiz, "2026-06-18");
        await using var visit = await browsing.VisitAsync();
        await visit.Page.Clock.SetFixedTimeAsync(new DateTime(2026, 6, 17, 17, 0, 0, DateTimeKind.Utc));
        await visit.GoAsync("/quizzes/home-safety/");

        await visit.Page.StartAsync("daily");

        Assert.Equal(paper.Questions.Select(question => question.Question.Id), await visit.Page.IdsAsync());
        Assert.Equal(
            paper.Questions.SelectMany(question => question.Choices.Select((_, at) => $"{(char)('A' + at)}")),
            (await visit.Page.ChoicesAsync()).Select(choice => choice[..1]));
        var first = paper.Questions.First(question => question.Choices.Length > 0);
        Assert.Equal(
            first.Choices.Select(at => (char)('A' + at)),
            await visit.Page.Question(first.Question.Id).Locator(".choices input").EvaluateAllAsync<char[]>("inputs => inputs.map((input) => input.value)"));
    }

    [Fact]
    public async Task A_shared_link_carries_seed_and_score_and_gives_the_receiver_the_same_paper()
    {
        await using var visit = await browsing.OpenAsync("/quizzes/home-safety/");
        await visit.Page.PreferAsync("all", "end");
        await visit.Page.StartAsync("free");
        var (ids, choices) = (await visit.Page.IdsAsync(), await visit.Page.ChoicesAsync());
        await visit.Page.FinishAsync();
        await visit.Page.FinishAsync();
        var link = await visit.Page.Locator("[data-link]").InputValueAsync();

        await using var other = await browsing.VisitAsync();
        await other.Page.GotoAsync(link);
        await Assertions.Expect(other.Page.Locator("[data-shared]")).ToHaveTextAsync("朋友在这份卷子上得了0分。题目一样，你也来试试。");
        await other.Page.StartAsync("shared");

        Assert.Matches("^[^#]*/quizzes/home-safety/#s=[0-9a-v]{6}&p=0$", link);
        Assert.Equal(10, ids.Length);
        Assert.Equal(ids, await other.Page.IdsAsync());
        Assert.Equal(choices, await other.Page.ChoicesAsync());
        other.AssertFlawless();
    }

    [Theory]
    [InlineData("#s=../../x&p=1")]
    [InlineData("#s=abc&p=101")]
    [InlineData("#s=abc&p=<b>")]
    [InlineData("#%E0%A4%A")]
    public async Task A_link_that_is_none_of_ours_starts_the_quiz_as_usual(string fragment)
    {
        await using var visit = await browsing.OpenAsync("/quizzes/home-safety/" + fragment);

        await Assertions.Expect(visit.Page.Locator("[data-start=daily]")).ToBeVisibleAsync();
        await Assertions.Expect(visit.Page.Locator("[data-start=shared]")).ToBeHiddenAsync();
        visit.AssertFlawless();
    }

    [Fact]
    public async Task A_quiz_goes_on_where_it_was_left_after_the_page_was_closed()
    {
        await using var visit = await browsing.OpenAsync("/quizzes/home-safety/");
        await visit.Page.StartAsync("all");
        var ids = await visit.Page.IdsAsync();
        await visit.Page.NextAsync();
        await visit.Page.Question(ids[1]).Locator(".choices input").First.CheckAsync();
        // A browser that is told to close a page does not wait long for what it still has to keep.
        await visit.GoAsync("/");
        await visit.Page.CloseAsync();

        var page = await visit.Page.Context.NewPageAsync();
        await page.GotoAsync(browsing.Site.Address("/quizzes/home-safety/"));
        await Assertions.Expect(page.Locator("[data-start=resume]")).ToContainTextAsync("做到第2题");
        await page.StartAsync("resume");

        Assert.Equal(ids, await page.IdsAsync());
        await Assertions.Expect(page.Question(ids[1]).Locator(".choices input").First).ToBeCheckedAsync();
        await Assertions.Expect(page.Locator("[data-meter]")).ToHaveJSPropertyAsync("value", 1);
    }

    [Fact]
    public async Task Wrong_answers_wait_in_a_notebook_until_they_are_right_and_one_button_forgets_everything()
    {
        await using var visit = await browsing.OpenQuizAsync(quizzes, "/quizzes/types/", new() { HasServiceWorker = true });
        var page = visit.Page;
        await page.PreferAsync("all", "end");
        await page.StartAsync("all");
        await page.AnswerAllTypesAsync();
        await page.FinishAsync();
        await page.Locator("[data-home]").ClickAsync();

        await Assertions.Expect(page.Locator("[data-start=wrong]")).ToContainTextAsync("5题");
        await page.StartAsync("wrong");
        Assert.Equal(["partial", "judge", "blank", "match", "order"], await page.IdsAsync());
        await page.ChooseAsync("judge", "错误");
        await page.FinishAsync();
        await page.FinishAsync();
        await page.Locator("[data-home]").ClickAsync();
        await Assertions.Expect(page.Locator("[data-start=wrong]")).ToContainTextAsync("4题");

        await page.GetByText("这台设备记住了什么").ClickAsync();
        await page.Locator("[data-clear]").ClickAsync();
        await Assertions.Expect(page.Locator("[data-say]")).ToHaveTextAsync("已经清除这台设备上的答题记录。");
        await Assertions.Expect(page.Locator("[data-start=wrong]")).ToBeHiddenAsync();
        Assert.Equal("", await page.EvaluateAsync<string>("async () => [...Object.keys(localStorage).filter((name) => name.startsWith('quiz:')), ...(await caches.keys()).filter((name) => name.startsWith('seen-'))].join()"));
    }

    [Fact]
    public async Task What_is_kept_by_someone_else_or_spoilt_does_no_harm()
    {
        await using var visit = await browsing.VisitAsync();
        await visit.Page.AddInitScriptAsync("localStorage.setItem('quiz:run:home-safety', '{\"seed\":1}'); localStorage.setItem('quiz:wrong:home-safety', '[\"x\"'); localStorage.setItem('quiz:settings', '3');");
        await visit.GoAsync("/quizzes/home-safety/");

        await visit.Page.StartAsync("daily");

        await Assertions.Expect(visit.Page.Locator("[data-progress]")).ToHaveTextAsync("第1题，共10题");
        visit.AssertFlawless();
    }

    [Fact]
    public async Task A_contest_counts_the_time_and_lets_everyone_finish_without_it()
    {
        await using var visit = await Visit.BeginAsync(browsing.Browser, quizzes.Site, new());
        var page = visit.Page;
        await page.Clock.InstallAsync(new() { TimeDate = new DateTime(2026, 6, 16, 4, 0, 0, DateTimeKind.Utc) });
        await visit.GoAsync("/quizzes/contest/");
        await page.StartAsync("daily");
        await Assertions.Expect(page.Locator("[data-clock]")).ToBeHiddenAsync();
        await page.Locator("[data-leave]").ClickAsync();

        await page.StartAsync("contest");
        await Assertions.Expect(page.Locator("[data-clock]")).ToHaveTextAsync(new Regex(@"^剩余(2:00|1:[345]\d)$"));
        await page.Clock.RunForAsync(61_000);
        await Assertions.Expect(page.Locator("[data-say]")).ToHaveTextAsync("还有1分钟");
        await page.Clock.RunForAsync(60_000);
        await Assertions.Expect(page.Locator("[data-clock]")).ToHaveTextAsync("时间到");
        await page.Locator("[data-untimed]").ClickAsync();
        await Assertions.Expect(page.Locator("[data-clock]")).ToBeHiddenAsync();
        await page.NextAsync();
        await page.NextAsync();
        await page.FinishAsync();
        await page.FinishAsync();

        await Assertions.Expect(page.Locator("[data-told]")).ToContainTextAsync("没有在比赛时间内做完。");
        visit.AssertFlawless();
    }
}
