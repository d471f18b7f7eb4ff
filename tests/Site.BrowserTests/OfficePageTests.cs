using System.Text;
using Site.Tests;
using static Microsoft.Playwright.Assertions;

namespace Site.BrowserTests;

/// <summary>The office's page, used as a clerk would who knows no command.</summary>
public class OfficePageTests(Browsing browsing)
{
    /// <summary>What a button does may take its time where many tests run at once.</summary>
    private static readonly LocatorAssertionsToContainTextOptions Patiently = new() { Timeout = 60_000 };

    [Theory]
    [InlineData(1280)]
    [InlineData(360)]
    public async Task Three_returns_are_dropped_one_is_mended_all_imported_and_the_month_goes_on(int width)
    {
        using var site = new SiteFolder(SiteFolder.AboutPage);
        OfficeMonth.Write(site, "");
        site.Write("收回/错.csv", site.Read("收回/2026-06-14/示例三街道.csv").Replace("开展集中学习,场,4", "开展集中学习,场,约4", StringComparison.Ordinal));
        await using var office = await OpenedOffice.StartAsync(site, new(2026, 6, 22));
        await using var context = await browsing.Browser.NewContextAsync(new() { ViewportSize = new() { Width = width, Height = 900 }, AcceptDownloads = true, Locale = "zh-CN" });
        await context.DelayAnswersAsync();
        var page = await context.OpenPageAsync();
        var complaints = new List<string>();
        page.Console += (_, message) => complaints.AddRange(message.Type is "error" or "warning" ? [message.Text] : []);
        page.PageError += (_, error) => complaints.Add(error);
        await page.GotoAsync(office.Address.AbsoluteUri);
        await Expect(page.Locator("main[data-ready]")).ToBeVisibleAsync(new() { Timeout = 60_000 });
        await AssertCleanAsync(page);

        await page.GetByLabel("选择文件").SetInputFilesAsync(new[] { site.In("收回/2026-06-14/示例一街道.csv"), site.In("收回/2026-06-14/示例二街道.csv"), site.In("收回/错.csv") });
        await Expect(page.Locator("#in")).ToContainTextAsync("可以导入 2 个，要改 1 个", Patiently);
        await Expect(page.Locator(".refused")).ToContainTextAsync("约", Patiently);
        await AssertCleanAsync(page);

        await page.GetByRole(AriaRole.Button, new() { Name = "在这里改" }).ClickAsync();
        var dialog = page.GetByRole(AriaRole.Dialog);
        await dialog.GetByLabel("开展集中学习（场）").FillAsync("4");
        await AssertCleanAsync(page);
        await dialog.GetByRole(AriaRole.Button, new() { Name = "改好，再查一遍" }).ClickAsync();
        await Expect(page.Locator("#in")).ToContainTextAsync("可以导入 3 个，要改 0 个", Patiently);
        await page.GetByRole(AriaRole.Button, new() { Name = "导入 3 个文件" }).ClickAsync();
        await Expect(page.Locator("#said")).ToContainTextAsync("已导入 3 份报表", Patiently);
        await Expect(page.Locator("#late")).ToContainTextAsync("有过期没有报的", Patiently);
        await AssertCleanAsync(page);

        await page.GetByRole(AriaRole.Button, new() { Name = "写催报" }).ClickAsync();
        await Expect(page.Locator("#files")).ToContainTextAsync("群发.txt", Patiently);
        await page.Locator("#papers").GetByLabel("截至哪一天").FillAsync("2026-06-14");
        await page.GetByRole(AriaRole.Button, new() { Name = "写汇总表" }).ClickAsync();
        await Expect(page.Locator("#files")).ToContainTextAsync("汇总/sample-2026-06-14", Patiently);
        var saved = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Link, new() { Name = "示例市.xlsx" }).ClickAsync());
        Assert.Equal(File.ReadAllBytes(site.In("office/汇总/sample-2026-06-14/示例市.xlsx")), File.ReadAllBytes(await saved.PathAsync()));

        await page.Locator("#release").GetByLabel("截至哪一天").FillAsync("2026-06-14");
        await page.GetByRole(AriaRole.Button, new() { Name = "公布一期" }).ClickAsync();
        await Expect(page.Locator("#release .result")).ToContainTextAsync("做好了", Patiently);
        Assert.True(Directory.Exists(site.In("input/releases/2026-06-14")));
        await AssertCleanAsync(page);
        Assert.Empty(complaints);
        Assert.Equal("", office.Terminal);
    }

    [Fact]
    public async Task By_keyboard_alone_the_mended_cells_are_reached()
    {
        using var site = new SiteFolder(SiteFolder.AboutPage);
        OfficeMonth.Write(site, "");
        await using var office = await OpenedOffice.StartAsync(site, new(2026, 6, 22));
        await office.DropAsync("错.csv", Encoding.UTF8.GetBytes(site.Read("收回/2026-06-14/示例三街道.csv").Replace("开展集中学习,场,4", "开展集中学习,场,四成", StringComparison.Ordinal)));
        await using var context = await browsing.Browser.NewContextAsync(new());
        await context.DelayAnswersAsync();
        var page = await context.OpenPageAsync();
        await page.GotoAsync(office.Address.AbsoluteUri);
        await Expect(page.Locator("main[data-ready]")).ToBeVisibleAsync(new() { Timeout = 60_000 });

        await TabToAsync(page, "在这里改");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Dialog)).ToBeVisibleAsync();
        await TabToAsync(page, "开展集中学习（场）");
        await page.Keyboard.PressAsync("ControlOrMeta+A");
        await page.Keyboard.TypeAsync("4");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("#in")).ToContainTextAsync("可以导入 1 个", Patiently);
        await TabToAsync(page, "导入 1 个文件");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("#said")).ToContainTextAsync("已导入 1 份报表", Patiently);
    }

    private static async Task TabToAsync(IPage page, string name)
    {
        for (var press = 0; press < 60; press++)
        {
            await page.Keyboard.PressAsync("Tab");
            if (await page.EvaluateAsync<string>("() => document.activeElement.labels?.[0]?.textContent ?? document.activeElement.textContent.trim()") == name)
            {
                return;
            }
        }

        Assert.Fail($"The keyboard does not reach {name}.");
    }

    private static async Task AssertCleanAsync(IPage page)
    {
        await page.AssertAxeFindsNothingAsync();
        Assert.True(await page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= innerWidth"), "The screen scrolls sideways.");
    }
}
