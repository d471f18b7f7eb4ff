using Site.Tests;
using static Microsoft.Playwright.Assertions;

namespace Site.BrowserTests;

public class PreviewTests(Browsing browsing)
{
    /// <summary>A rebuild may take its time where many tests run at once.</summary>
    private static readonly LocatorAssertionsToBeVisibleOptions Patiently = new() { Timeout = 30_000 };

    private const string Sample = SiteFolder.AboutPage;

    [Fact]
    public async Task An_open_page_shows_each_change_and_each_mistake_over_itself_until_it_is_mended()
    {
        using var site = new SiteFolder(Sample);
        await using var preview = await Preview.StartAsync(site);
        await using var context = await browsing.Browser.NewContextAsync();
        await context.DelayAnswersAsync();
        var page = await context.OpenPageAsync();
        var complaints = new List<string>();
        page.Console += (_, message) => complaints.Add(message.Text);
        page.PageError += (_, error) => complaints.Add(error);
        var good = site.Read("content/pages/about.md");

        await page.GotoAsync($"http://localhost:{preview.Port}/about/");
        site.Write("content/pages/about.md", good.Replace("第一版", "第二版", StringComparison.Ordinal));
        await Expect(page.GetByText("第二版。")).ToBeVisibleAsync(Patiently);

        site.Write("content/pages/about.md", good.Replace("summary", "<img/src=x>", StringComparison.Ordinal));
        var dialog = page.GetByRole(AriaRole.Dialog);
        await Expect(dialog).ToContainTextAsync("content/pages/about.md:3:1", new() { Timeout = 30_000 });
        await Expect(dialog).ToContainTextAsync("<img/src=x>");
        await Expect(dialog).ToHaveCSSAsync("position", "fixed");
        await Expect(dialog).ToHaveCSSAsync("border-top-color", "rgb(200, 22, 29)");
        await Expect(page.GetByText("第二版。")).ToBeVisibleAsync(Patiently);

        await dialog.GetByRole(AriaRole.Button, new() { Name = "关闭" }).ClickAsync();
        await Expect(dialog).ToHaveCountAsync(0);

        site.Write("content/pages/about.md", good.Replace("summary", "sumary", StringComparison.Ordinal));
        await Expect(dialog).ToContainTextAsync("sumary", new() { Timeout = 30_000 });

        site.Write("content/pages/about.md", good.Replace("第一版", "第三版", StringComparison.Ordinal));
        await Expect(page.GetByText("第三版。")).ToBeVisibleAsync(Patiently);
        await Expect(dialog).ToHaveCountAsync(0);
        Assert.Equal([], complaints);
    }

    [Fact]
    public async Task Where_the_first_build_fails_the_page_of_diagnostics_becomes_the_site_when_they_are_mended()
    {
        using var site = new SiteFolder(Sample.Replace("summary", "sumary", StringComparison.Ordinal));
        await using var preview = await Preview.StartAsync(site, "还没有可以预览的网站");
        await using var context = await browsing.Browser.NewContextAsync();
        await context.DelayAnswersAsync();
        var page = await context.OpenPageAsync();

        await page.GotoAsync($"http://127.0.0.1:{preview.Port}/about/");
        await Expect(page.GetByText("content/pages/about.md:3:1")).ToBeVisibleAsync(Patiently);
        await Expect(page.Locator("main")).ToHaveCSSAsync("border-top-color", "rgb(200, 22, 29)");

        site.Write("content/pages/about.md", site.Read("content/pages/about.md").Replace("sumary", "summary", StringComparison.Ordinal));
        await Expect(page.GetByText("第一版。")).ToBeVisibleAsync(Patiently);
    }
}
