using System.Text;
using System.Text.RegularExpressions;

namespace Site.BrowserTests;

/// <summary>A quiz on paper, in a hall and on a public screen.</summary>
public sealed class QuizShowTests(Browsing browsing)
{
    private const string Quiz = "/quizzes/home-safety/";

    [Fact]
    public async Task Papers_sheets_and_keys_print_each_from_a_page_of_its_own()
    {
        await using var visit = await browsing.OpenAsync(Quiz + "paper/");
        var pdf = Encoding.Latin1.GetString(await visit.Page.PdfAsync(new() { PreferCSSPageSize = true }));
        await visit.Page.EmulateMediaAsync(new() { Media = Media.Print });

        var breaks = await visit.Page.Locator(".sheet").EvaluateAllAsync<string[]>("sheets => sheets.map((sheet) => getComputedStyle(sheet).breakBefore)");
        Assert.Equal(["auto", "page", "page", "page", "page", "page"], breaks);
        Assert.InRange(Regex.Count(pdf, @"/Type\s*/Page\b"), 6, 20);
        await Assertions.Expect(visit.Page.Locator("nav:visible, button:visible, .head:visible")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task One_key_leads_through_a_show_answer_by_answer_and_another_leads_back()
    {
        await using var visit = await browsing.OpenAsync(Quiz + "present/");
        var slide = visit.Page.Locator(".slide:visible");
        var first = await slide.Locator(".question-text").InnerTextAsync();

        await Assertions.Expect(slide.Locator(".verdict")).ToBeHiddenAsync();
        await visit.Page.Keyboard.PressAsync(" ");
        await Assertions.Expect(slide.Locator(".verdict").First).ToBeVisibleAsync();
        await visit.Page.Keyboard.PressAsync(" ");
        await Assertions.Expect(slide.Locator(".question-number")).ToHaveTextAsync(new Regex("^2 / "));
        await Assertions.Expect(slide.Locator(".verdict")).ToBeHiddenAsync();
        await visit.Page.Keyboard.PressAsync("ArrowLeft");

        await Assertions.Expect(slide.Locator(".question-text")).ToHaveTextAsync(first);
        visit.AssertFlawless();
    }

    [Theory]
    [InlineData(1280, 720)]
    [InlineData(1920, 1080)]
    public async Task Each_question_with_its_choices_fits_one_screen(int width, int height)
    {
        await using var visit = await browsing.OpenAsync("/quizzes/construction-confined-space/present/", new() { Width = width, Height = height });
        var count = await visit.Page.Locator(".slide").CountAsync();
        var tooHigh = new List<string>();
        for (var i = 0; i < count; i++)
        {
            if (await visit.Page.Locator(".slide:visible").EvaluateAsync<double>("slide => slide.scrollHeight - innerHeight") is > 0 and var over)
            {
                tooHigh.Add($"Question {i + 1} is {over} px too high.");
            }

            await visit.Page.Keyboard.PressAsync(" ");
            await visit.Page.Keyboard.PressAsync(" ");
        }

        Assert.True(tooHigh.Count == 0, string.Join('\n', tooHigh));
    }

    [Fact]
    public async Task The_space_bar_goes_on_after_the_screen_was_filled()
    {
        await using var visit = await browsing.OpenAsync(Quiz + "present/");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "全屏" }).ClickAsync();
        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Button, new() { Name = "退出全屏" })).ToBeVisibleAsync();

        await visit.Page.Keyboard.PressAsync(" ");

        await Assertions.Expect(visit.Page.Locator(".slide:visible .verdict").First).ToBeVisibleAsync();
        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Button, new() { Name = "退出全屏" })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Points_of_teams_are_counted_by_hand_and_kept_on_the_device()
    {
        await using var visit = await browsing.OpenAsync(Quiz + "present/");

        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "加一队" }).ClickAsync();
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "第3队加1分" }).ClickAsync();
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "第1队减1分" }).ClickAsync();
        await visit.Page.ReloadAsync();

        await Assertions.Expect(visit.Page.Locator(".teams output")).ToHaveTextAsync(["0", "0", "1"]);
    }

    [Fact]
    public async Task A_public_screen_turns_by_itself_and_stops_when_told_to()
    {
        await using var visit = await browsing.VisitAsync();
        await visit.Page.EmulateMediaAsync(new() { ReducedMotion = ReducedMotion.NoPreference });
        await StopClockAsync(visit.Page);
        await visit.GoAsync(Quiz + "screen/?seconds=1");
        var number = visit.Page.Locator(".slide:visible .question-number");

        await visit.Page.Clock.RunForAsync(2000);
        await Assertions.Expect(number).ToHaveTextAsync(new Regex("^2 / "));
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "暂停" }).ClickAsync();
        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Button, new() { Name = "继续" })).ToBeVisibleAsync();
        var stopped = await visit.Page.Locator(".slide:visible").InnerTextAsync();
        await visit.Page.Clock.RunForAsync(60_000);

        Assert.Equal(stopped, await visit.Page.Locator(".slide:visible").InnerTextAsync());
    }

    [Fact]
    public async Task A_public_screen_waits_to_be_started_by_readers_who_want_less_motion()
    {
        await using var visit = await browsing.VisitAsync();
        await visit.Page.EmulateMediaAsync(new() { ReducedMotion = ReducedMotion.Reduce });
        await StopClockAsync(visit.Page);
        await visit.GoAsync(Quiz + "screen/?seconds=1");

        await visit.Page.Clock.RunForAsync(60_000);

        await Assertions.Expect(visit.Page.Locator(".slide:visible .question-number")).ToHaveTextAsync(new Regex("^1 / "));
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "继续" }).ClickAsync();
        await visit.Page.Clock.RunForAsync(2000);
        await Assertions.Expect(visit.Page.Locator(".slide:visible .question-number")).ToHaveTextAsync(new Regex("^2 / "));
    }

    /// <summary>Lets the time of pages that are opened from now on go on by command alone.</summary>
    private static async Task StopClockAsync(IPage page)
    {
        await page.Clock.InstallAsync(new() { TimeDate = new(2026, 6, 10, 9, 0, 0, DateTimeKind.Utc) });
        await page.Clock.PauseAtAsync(new DateTime(2026, 6, 10, 10, 0, 0, DateTimeKind.Utc));
    }

    [Theory]
    [InlineData("present/")]
    [InlineData("screen/")]
    public async Task Without_script_all_questions_follow_each_other_with_their_answers_folded(string form)
    {
        await using var visit = await browsing.OpenAsync(Quiz + form, new() { HasScript = false });
        var slides = visit.Page.Locator(".slide:visible");

        Assert.True(await slides.CountAsync() > 10);
        await Assertions.Expect(slides.First.Locator(".verdict").First).ToBeHiddenAsync();
        await slides.First.Locator("summary").ClickAsync();
        await Assertions.Expect(slides.First.Locator(".verdict").First).ToBeVisibleAsync();
        await Assertions.Expect(visit.Page.Locator(".show-bar, .teams").First).ToBeHiddenAsync();
    }
}
