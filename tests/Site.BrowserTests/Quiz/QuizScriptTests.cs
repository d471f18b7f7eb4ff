using System.IO.Compression;

namespace Site.BrowserTests;

/// <summary>The player's script: small, of this origin, and never in the way.</summary>
public sealed class QuizScriptTests(Browsing browsing, QuizSite quizzes)
{
    [Fact]
    public void The_player_has_less_than_15_KB_compressed()
    {
        var script = Directory.GetFiles(Path.Combine(quizzes.Site.Folder, "assets"), "quiz*.js").Single();
        using var bytes = new MemoryStream();
        using (var gzip = new GZipStream(bytes, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            gzip.Write(File.ReadAllBytes(script));
        }

        Assert.InRange(bytes.Length, 5_000, 15_000);
    }

    [Fact]
    public async Task Only_quiz_pages_load_it()
    {
        await using var visit = await browsing.OpenAsync("/");
        await visit.WaitUntilQuietAsync();

        Assert.DoesNotContain(visit.Requests, address => address.Contains("/assets/quiz", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_whole_quiz_sends_nothing_anywhere_and_no_name_leaves_the_device()
    {
        await using var visit = await browsing.OpenQuizAsync(quizzes, "/quizzes/contest/", new() { HasServiceWorker = true });
        var page = visit.Page;
        await page.EvaluateAsync("() => navigator.serviceWorker.ready.then(() => {})");
        await page.PreferAsync("all", "end");
        await page.StartAsync("daily");
        await visit.WaitUntilQuietAsync();
        var before = visit.Requests.Count;
        foreach (var id in await page.IdsAsync())
        {
            await page.Question(id).Locator("input[value=A]").CheckAsync();
        }

        await page.FinishAsync();
        await Assertions.Expect(page.Locator("[data-score]")).ToHaveTextAsync("100");
        await page.Locator("[data-name]").FillAsync("示例读者");
        var download = await page.RunAndWaitForDownloadAsync(() => page.Locator("[data-draw-card]").ClickAsync());

        Assert.Equal("安全力-100分.png", download.SuggestedFilename);
        var picture = await File.ReadAllBytesAsync(await download.PathAsync());
        Assert.Equal([0x89, (byte)'P', (byte)'N', (byte)'G'], picture[..4]);
        Assert.All(visit.Requests.Skip(before), address => Assert.StartsWith("blob:", address, StringComparison.Ordinal));
        Assert.DoesNotContain("示例读者", await page.EvaluateAsync<string>("() => JSON.stringify(localStorage) + location.href"), StringComparison.Ordinal);
        Assert.All(visit.Requests.Where(address => !address.StartsWith("blob:", StringComparison.Ordinal)),
            address => Assert.StartsWith(quizzes.Site.Root.AbsoluteUri, address, StringComparison.Ordinal));
        visit.AssertFlawless();
    }

    [Fact]
    public async Task Without_script_the_questions_of_the_day_are_linked_and_no_answer_is_in_sight()
    {
        await using var visit = await browsing.OpenAsync("/quizzes/home-safety/", new() { HasScript = false });
        var page = visit.Page;

        await Assertions.Expect(page.Locator("[data-part=todays] a")).ToHaveCountAsync(10);
        await Assertions.Expect(page.Locator("[data-part=start]")).ToBeHiddenAsync();
        await Assertions.Expect(page.Locator("[data-part=bar]")).ToBeHiddenAsync();
        await Assertions.Expect(page.Locator("fieldset.question:visible")).ToHaveCountAsync(await page.Locator("fieldset.question").CountAsync());
        await Assertions.Expect(page.Locator(".verdict:visible")).ToHaveCountAsync(0);
        await page.Locator("[data-part=todays] a").Last.ClickAsync();
        await Assertions.Expect(page.Locator("fieldset:target")).ToBeInViewportAsync();
    }

    [Fact]
    public async Task A_player_that_does_not_load_leaves_the_page_as_it_is_without_script()
    {
        await using var visit = await browsing.VisitAsync();
        await visit.Page.RouteAsync("**/assets/quiz*.js", route => route.AbortAsync());
        await visit.GoAsync("/quizzes/home-safety/");

        await AssertUsableAsync(visit.Page);
    }

    [Theory]
    [InlineData("Object.defineProperty(Map.prototype, 'entries', { value() { throw new Error('示例'); } }); JSON.parse = () => { throw new Error('示例'); };", null)]
    [InlineData("crypto.getRandomValues = () => { throw new Error('示例'); };", "free")]
    [InlineData("Element.prototype.prepend = () => { throw new Error('示例'); }; Math.imul = () => { throw new Error('示例'); };", "daily")]
    public async Task A_player_that_breaks_half_way_gives_the_page_back(string sabotage, string? start)
    {
        await using var visit = await browsing.VisitAsync();
        await visit.Page.AddInitScriptAsync(sabotage);
        await visit.GoAsync("/quizzes/home-safety/");
        if (start is not null)
        {
            await visit.Page.StartAsync(start);
        }

        await AssertUsableAsync(visit.Page);
    }

    private static async Task AssertUsableAsync(IPage page)
    {
        var question = page.Locator("fieldset.question").First;
        await question.Locator(".choices input").First.CheckAsync();
        await question.Locator("summary").ClickAsync();
        await Assertions.Expect(question.Locator(".verdict")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("[data-part=start]")).ToBeHiddenAsync();
        await Assertions.Expect(page.Locator("[data-part=turn]")).ToBeHiddenAsync();
        await Assertions.Expect(page.Locator("fieldset.question:visible")).ToHaveCountAsync(await page.Locator("fieldset.question").CountAsync());
    }
}
