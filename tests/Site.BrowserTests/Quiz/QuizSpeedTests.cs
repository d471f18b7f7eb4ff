namespace Site.BrowserTests;

/// <summary>A long quiz on a slow phone: what a tap does before the screen can answer it does not grow with the number of questions.</summary>
/// <remarks>
/// Counted, not timed: the elements that change while the browser cannot draw. How many ms that takes depends on the machine: src/README.md tells what was measured.
/// </remarks>
public sealed class QuizSpeedTests(Browsing browsing, QuizSite quizzes)
{
    [Theory]
    [InlineData("one", "each")]
    [InlineData("all", "each")]
    [InlineData("all", "end")]
    public async Task An_answer_changes_as_much_in_a_paper_of_200_questions_as_in_one_of_25_and_starting_or_leaving_at_most_one_element_a_question_more(string layout, string feedback)
    {
        var (startOfFew, answersOfFew, leaveOfFew) = await ChangesAsync("/quizzes/several/", layout, feedback);
        var (startOfMany, answersOfMany, leaveOfMany) = await ChangesAsync("/quizzes/many/", layout, feedback);

        Assert.All(answersOfFew, changed => Assert.InRange(changed, 1, 20));
        Assert.Equal(answersOfFew, answersOfMany);
        Assert.InRange(startOfMany, startOfFew, startOfFew + (200 - 25));
        Assert.InRange(leaveOfMany, leaveOfFew, leaveOfFew + (200 - 25));
    }

    [Fact]
    public async Task Where_the_player_cannot_be_loaded_the_questions_are_there_after_all()
    {
        await using var visit = await Visit.BeginAsync(browsing.Browser, quizzes.Site, new());
        await visit.Page.RouteAsync("**/quiz*.js", route => route.AbortAsync());
        await visit.GoAsync("/quizzes/types/");

        await Assertions.Expect(visit.Page.Question("single")).ToBeVisibleAsync();
    }

    /// <returns>How many elements changed with the tap that starts a paper, with each tap of five answers, and with the tap that leaves it.</returns>
    private async Task<(int Start, int[] Answers, int Leave)> ChangesAsync(string quiz, string layout, string feedback)
    {
        await using var visit = await browsing.OpenQuizAsync(quizzes, quiz, new() { Width = 360, Height = 740 });
        var page = visit.Page;
        await page.PreferAsync(layout, feedback);
        var start = await TapAsync(page, "[data-start=all]");
        await page.Locator(".questions[aria-busy=true]").WaitForAsync(new() { State = WaitForSelectorState.Detached });
        var ids = await page.IdsAsync();
        var answers = new List<int>();
        foreach (var id in ids.Take(5))
        {
            answers.Add(await TapAsync(page, $"fieldset#{id} label"));
            if (feedback == "each")
            {
                answers.Add(await TapAsync(page, $"fieldset#{id} .check"));
            }

            if (layout == "one")
            {
                answers.Add(await TapAsync(page, "[data-next]"));
            }
        }

        return (start, [.. answers], await TapAsync(page, "[data-leave]"));
    }

    private static Task<int> TapAsync(IPage page, string target) =>
        page.EvaluateAsync<int>(
            """
            (target) => {
              const observer = new MutationObserver(() => {});
              observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
              document.querySelector(target).click();
              const changed = observer.takeRecords().flatMap(({ target, addedNodes, removedNodes }) => [target, ...addedNodes, ...removedNodes]);
              observer.disconnect();
              return new Set(changed).size;
            }
            """,
            target);
}
