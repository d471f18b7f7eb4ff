namespace Site.BrowserTests;

/// <summary>A paper of one's own: seed, length and topics are chosen; what is printed follows.</summary>
public sealed class QuizOwnPaperTests(Browsing browsing)
{
    private const string Page = "/quizzes/home-safety/paper/own/";

    [Fact]
    public async Task The_same_choice_gives_the_same_paper_with_a_key_that_fits_its_letters()
    {
        await using var visit = await browsing.OpenAsync(Page);
        var page = visit.Page;
        await page.GetByLabel("卷号").FillAsync("2026-06");
        await page.GetByLabel("题数").FillAsync("5");
        await page.GetByLabel("用电").UncheckAsync();
        await page.GetByLabel("解析").UncheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "出卷" }).ClickAsync();

        await Assertions.Expect(page.Locator("[data-say]")).ToHaveTextAsync("出好了：5题。");
        await Assertions.Expect(page.Locator(".sheet").First.Locator(".printed > li")).ToHaveCountAsync(5);
        await Assertions.Expect(page.Locator(".paper-reason:visible")).ToHaveCountAsync(0);
        var (questions, answers) = await ReadAsync(page);
        Assert.Equal(questions.Length, answers.Length);

        await using var other = await browsing.OpenAsync(Page + new Uri(page.Url).Fragment);
        await Assertions.Expect(other.Page.Locator("[data-say]")).ToHaveTextAsync("出好了：5题。");
        var (sameQuestions, sameAnswers) = await ReadAsync(other.Page);
        Assert.Equal(questions, sameQuestions);
        Assert.Equal(answers, sameAnswers);

        // Each letter of the key stands before a choice that the quiz calls right.
        var wrong = await other.Page.EvaluateAsync<string[]>(
            """
            () => {
              const key = JSON.parse(document.querySelector("[data-quiz-key]").textContent);
              const [paper, , answers] = [...document.querySelectorAll(".sheet > ol")];
              const all = new DOMParser();
              return fetch(location.pathname).then((page) => page.text()).then((text) => {
                const written = [...all.parseFromString(text, "text/html").querySelectorAll(".sheet > ol")][0].children;
                return [...paper.children].flatMap((item, at) => {
                  const question = item.querySelector(".question-text").textContent.trim();
                  const place = [...written].findIndex((each) => each.querySelector(".question-text").textContent.trim() === question);
                  const right = (key.questions[place].right ?? []).map((choice) => written[place].querySelectorAll(".printed-choices > li > span")[choice].textContent).sort().join("|");
                  const letters = answers.children[at].querySelector("[data-letters]")?.textContent.split("、") ?? [];
                  const told = letters.map((letter) => [...item.querySelectorAll(".printed-choices > li")].find((choice) => choice.querySelector(".letter").textContent === letter).querySelector("span").textContent).sort().join("|");
                  return right === told ? [] : [`${question}: ${right} / ${told}`];
                });
              });
            }
            """);
        Assert.Empty(wrong);
        visit.AssertFlawless();
    }

    [Fact]
    public async Task More_questions_than_there_are_cannot_be_asked_for_and_no_topic_is_said()
    {
        await using var visit = await browsing.OpenAsync(Page, new() { Width = 360, Height = 780 });
        var page = visit.Page;
        foreach (var box in await page.Locator("[name=topic]").AllAsync())
        {
            await box.UncheckAsync();
        }

        await page.GetByLabel("题数").FillAsync("1");
        await page.GetByRole(AriaRole.Button, new() { Name = "出卷" }).ClickAsync();
        await Assertions.Expect(page.Locator("[data-say]")).ToHaveTextAsync("请至少选一个主题。");
        await page.AssertAxeFindsNothingAsync();
        Assert.True(await page.SidewaysAsync() <= 0);
        visit.AssertFlawless();
    }

    [Fact]
    public async Task Without_script_all_questions_are_there_to_print()
    {
        await using var visit = await browsing.LookAsync(Page, new() { HasScript = false });

        var key = System.Text.Json.JsonDocument.Parse(await visit.Page.Locator("[data-quiz-key]").TextContentAsync() ?? "");
        await Assertions.Expect(visit.Page.Locator(".sheet").First.Locator(".printed > li")).ToHaveCountAsync(key.RootElement.GetProperty("questions").GetArrayLength());
        await Assertions.Expect(visit.Page.Locator("[data-form]")).ToBeHiddenAsync();
    }

    private static async Task<(string[] Questions, string[] Answers)> ReadAsync(IPage page) =>
        (await page.Locator(".sheet").First.Locator(".printed-text").AllTextContentsAsync() is var questions ? [.. questions] : [],
            [.. await page.Locator("[data-part=key] .verdict").AllTextContentsAsync()]);
}
