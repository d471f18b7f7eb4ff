namespace Site.BrowserTests;

/// <summary>A quiz of 200 questions on a slow phone.</summary>
public sealed class QuizSpeedTests(Browsing browsing, QuizSite quizzes)
{
    private const int Rounds = 4;
    private const int Answers = 5;
    private const double LimitInMs = 100;

    /// <remarks>
    /// Event Timing: from the press to the next picture on the screen, in steps of 8 ms. The machine may be busy with other things, which slows some answers
    /// down and speeds none up: of several rounds the best counts, and of its answers the slower three quarters may be the machine's.
    /// </remarks>
    [Trait("Speed", "slow")]
    [Theory]
    [InlineData("one", "each")]
    [InlineData("all", "each")]
    [InlineData("all", "end")]
    public async Task Answering_responds_within_100_ms_with_the_processor_slowed_six_times(string layout, string feedback)
    {
        await using var visit = await browsing.OpenQuizAsync(quizzes, "/quizzes/many/", new() { Width = 360, Height = 740 });
        var page = visit.Page;
        await page.PreferAsync(layout, feedback);
        await page.StartAsync("all");
        var taps = await WatchAsync(page);
        var session = await page.Context.NewCDPSessionAsync(page);
        await session.SendAsync("Emulation.setCPUThrottlingRate", new() { ["rate"] = 6 });

        var rounds = new List<double[]>();
        for (var round = 0; round < Rounds && !rounds.Any(IsQuick); round++)
        {
            await page.EvaluateAsync("() => { window.answers = []; }");
            for (var i = 1; i <= Answers; i++)
            {
                await AnswerAsync(page, (round * Answers) + i, layout, feedback);
            }

            await page.WaitForTimeoutAsync(300);
            rounds.Add(await taps());
        }

        Assert.Contains(rounds, round => round.Length > 0);
        Assert.True(rounds.Any(IsQuick), "In ms:\n" + string.Join('\n', rounds.Select(round => string.Join(", ", round))));
    }

    [Trait("Speed", "slow")]
    [Theory]
    [InlineData("one")]
    [InlineData("all")]
    public async Task The_first_tap_starts_a_paper_and_another_leaves_it_within_100_ms(string layout)
    {
        await using var visit = await browsing.OpenQuizAsync(quizzes, "/quizzes/many/", new() { Width = 360, Height = 740 });
        var page = visit.Page;
        await page.PreferAsync(layout, "each");
        var session = await page.Context.NewCDPSessionAsync(page);
        await session.SendAsync("Emulation.setCPUThrottlingRate", new() { ["rate"] = 6 });
        var taps = await WatchAsync(page);

        var rounds = new List<double[]>();
        for (var round = 0; round < Rounds && !rounds.Any(IsQuick); round++)
        {
            await page.EvaluateAsync("() => { window.answers = []; }");
            await page.StartAsync("all");
            await page.WaitForTimeoutAsync(300);
            await page.Locator("[data-leave]").ClickAsync();
            await page.WaitForTimeoutAsync(300);
            rounds.Add(await taps());
        }

        Assert.True(rounds.Any(IsQuick), "In ms:\n" + string.Join('\n', rounds.Select(round => string.Join(", ", round))));
    }

    /// <returns>Gives how long each tap since the last look took, in ms.</returns>
    private static async Task<Func<Task<double[]>>> WatchAsync(IPage page)
    {
        await page.EvaluateAsync(
            """
            () => {
              window.answers = [];
              new PerformanceObserver((list) => window.answers.push(...list.getEntries().filter(({ name }) => name === "click" || name === "pointerup").map(({ duration }) => duration)))
                .observe({ type: "event", durationThreshold: 16 });
            }
            """);
        return () => page.EvaluateAsync<double[]>("() => window.answers");
    }

    private static bool IsQuick(double[] round) => round.Length > 0 && round.Order().ElementAt(round.Length / 4) <= LimitInMs;

    private static async Task AnswerAsync(IPage page, int number, string layout, string feedback)
    {
        await page.Question($"m-{number}").Locator("label").Nth(number % 4).ClickAsync();
        if (feedback == "each")
        {
            await page.LookAsync($"m-{number}");
        }

        if (layout == "one")
        {
            await page.NextAsync();
        }
    }
}
