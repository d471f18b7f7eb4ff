using System.Text;
using System.Text.RegularExpressions;

namespace Site.BrowserTests;

/// <summary>What is taken along: posters, texts, screens, the sheet about one's home, pledges; nothing leaves the device.</summary>
public sealed class TakeAlongTests(Browsing browsing)
{
    private static readonly Reader Phone = new() { Width = 360, Height = 780 };

    [Theory]
    [InlineData(false, "595", "842")]
    [InlineData(true, "842", "1191")]
    public async Task A_poster_is_one_sheet_with_the_number_that_was_typed_in(bool isLarge, string width, string height)
    {
        await using var visit = await browsing.OpenAsync("/works/guides/gas-leak/poster/");
        var page = visit.Page;
        await page.GetByLabel("本地燃气公司抢修电话").FillAsync("0000-00000000");
        if (isLarge)
        {
            await page.GetByLabel("A3").CheckAsync();
        }

        await Assertions.Expect(page.Locator("[data-fill=gas]")).ToHaveTextAsync("0000-00000000");
        var pdf = Encoding.Latin1.GetString(await page.PdfAsync(new() { PreferCSSPageSize = true }));
        var sheets = Regex.Matches(pdf, @"/MediaBox\s*\[\s*0 0 (?<w>[0-9.]+) (?<h>[0-9.]+)\s*\]", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(5));
        var sheet = Assert.Single(sheets);
        Assert.Equal((width, height), (Round(sheet.Groups["w"].Value), Round(sheet.Groups["h"].Value)));
        Assert.DoesNotContain(visit.Requests, address => address.Contains("0000", StringComparison.Ordinal));
        visit.AssertFlawless();
    }

    [Fact]
    public async Task What_is_typed_stays_on_the_device_until_it_is_cleared_and_is_printed_on_all_posters_that_are_ticked()
    {
        await using var visit = await browsing.OpenAsync("/works/pack/");
        var page = visit.Page;
        await page.GetByLabel("社区或物业的名称").FillAsync("示例社区");
        await page.GetByLabel("社区或物业的电话").FillAsync("12345");
        await page.ReloadAsync();

        await Assertions.Expect(page.Locator("[data-fill=community]").First).ToHaveTextAsync("示例社区 12345");
        var count = await page.Locator(".pack-item").CountAsync();
        await page.Locator(".pack-item input").First.UncheckAsync();
        await page.EmulateMediaAsync(new() { Media = Media.Print });
        await Assertions.Expect(page.Locator(".pack-item:visible")).ToHaveCountAsync(count - 1);
        await page.EmulateMediaAsync(new() { Media = Media.Screen });
        await page.GetByRole(AriaRole.Button, new() { Name = "清除" }).ClickAsync();
        await Assertions.Expect(page.GetByLabel("社区或物业的名称")).ToHaveValueAsync("");
        await page.ReloadAsync();
        await Assertions.Expect(page.GetByLabel("社区或物业的名称")).ToHaveValueAsync("");
        visit.AssertFlawless();
    }

    [Fact]
    public async Task The_picture_for_phones_is_a_png_of_9_to_16()
    {
        await using var visit = await browsing.OpenAsync("/works/guides/gas-leak/lift/", Phone);
        var download = await visit.Page.RunAndWaitForDownloadAsync(() => visit.Page.GetByRole(AriaRole.Button, new() { Name = "存成手机图片" }).ClickAsync());
        var bytes = await File.ReadAllBytesAsync(await download.PathAsync());

        Assert.Equal("gas-leak.png", download.SuggestedFilename);
        Assert.Equal((1080, 1920), (System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(16)), System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(20))));
        visit.AssertFlawless();
    }

    [Fact]
    public async Task The_wide_screen_turns_by_itself_and_without_script_shows_all()
    {
        await using var still = await browsing.LookAsync("/works/guides/gas-leak/screen/", new() { HasScript = false });
        await Assertions.Expect(still.Page.Locator(".slide:visible")).ToHaveCountAsync(8);
        await using var visit = await browsing.OpenAsync("/works/guides/gas-leak/screen/");
        await Assertions.Expect(visit.Page.Locator(".slide:visible")).ToHaveCountAsync(1);
        var box = (await visit.Page.Locator(".slide:visible").BoundingBoxAsync())!;
        Assert.InRange(box.Width / box.Height, 1.7, 1.85);
        visit.AssertFlawless();
    }

    [Fact]
    public async Task The_sheet_about_a_home_says_what_to_mind_is_one_sheet_and_stays_on_the_device()
    {
        await using var visit = await browsing.OpenAsync("/works/home-sheet/", Phone);
        var page = visit.Page;
        await page.GetByLabel("管道燃气").CheckAsync();
        await page.GetByLabel("老人，或者走不快的人").CheckAsync();
        await page.GetByLabel("小孩").CheckAsync();
        await page.GetByLabel("电动自行车").CheckAsync();
        await page.GetByLabel("出来以后在哪里碰头").FillAsync("花坛");
        await Assertions.Expect(page.Locator(".home-tip:visible")).ToHaveCountAsync(4);
        await page.AssertAxeFindsNothingAsync();
        await page.ReloadAsync();

        await Assertions.Expect(page.GetByLabel("出来以后在哪里碰头")).ToHaveValueAsync("花坛");
        await Assertions.Expect(page.Locator(".home-gas")).ToBeVisibleAsync();
        var pdf = Encoding.Latin1.GetString(await page.PdfAsync(new() { PreferCSSPageSize = true }));
        Assert.Single(Regex.Matches(pdf, @"/Type\s*/Page\b", RegexOptions.None, TimeSpan.FromSeconds(5)));
        await page.GetByRole(AriaRole.Button, new() { Name = "清除" }).ClickAsync();
        await page.WaitForFunctionAsync("() => localStorage.getItem('fields:home-sheet') === null");
        visit.AssertFlawless();
    }

    [Fact]
    public async Task A_pledge_is_signed_by_keyboard_or_by_hand_and_kept_as_a_picture()
    {
        await using var visit = await browsing.OpenAsync("/pledges/relay/", Phone);
        var page = visit.Page;
        await page.GetByLabel("打字写名字").FillAsync("示例");
        var pad = (await page.Locator("[data-pad]").BoundingBoxAsync())!;
        await page.Locator("[data-pad]").ScrollIntoViewIfNeededAsync();
        pad = (await page.Locator("[data-pad]").BoundingBoxAsync())!;
        await page.Mouse.MoveAsync(pad.X + 20, pad.Y + 20);
        await page.Mouse.DownAsync();
        await page.Mouse.MoveAsync(pad.X + 90, pad.Y + 60, new() { Steps = 4 });
        await page.Mouse.UpAsync();

        await page.WaitForFunctionAsync("() => { const pad = document.querySelector('[data-pad]'); return pad.getContext('2d').getImageData(0, 0, pad.width, pad.height).data.some((byte) => byte > 0); }");
        var download = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Button, new() { Name = "存成图片" }).ClickAsync());
        Assert.Equal("安全倡议.png", download.SuggestedFilename);
        visit.AssertFlawless();
    }

    [Fact]
    public async Task A_page_is_passed_on_by_link_or_code_also_without_script()
    {
        await using var still = await browsing.LookAsync("/decisions/gas/", Phone with { HasScript = false });
        await still.Page.GetByText("分享这一页").ClickAsync();
        await Assertions.Expect(still.Page.Locator(".share-box .qr")).ToBeVisibleAsync();
        await Assertions.Expect(still.Page.Locator(".share-box .address")).ToContainTextAsync("/decisions/gas/");

        await using var visit = await browsing.OpenAsync("/guides/gas-leak/", Phone);
        await visit.Page.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        await visit.Page.GetByText("分享这一页").ClickAsync();
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "复制链接" }).ClickAsync();
        await Assertions.Expect(visit.Page.Locator("[data-shared-said]")).ToHaveTextAsync("链接复制好了");
        Assert.EndsWith("/guides/gas-leak/", await visit.Page.EvaluateAsync<string>("() => navigator.clipboard.readText()"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_text_and_an_article_are_copied_with_their_shape()
    {
        await using var visit = await browsing.OpenAsync("/works/guides/gas-leak/");
        var page = visit.Page;
        await page.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        await page.Locator("[data-copy-text]").First.ClickAsync();
        await Assertions.Expect(page.GetByText("复制好了")).ToBeVisibleAsync();
        Assert.Equal("燃气泄漏：关阀、开窗、出门再打电话", await page.EvaluateAsync<string>("() => navigator.clipboard.readText()"));

        await page.GetByRole(AriaRole.Link, new() { Name = "公众号文章" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "复制文章" }).ClickAsync();
        await Assertions.Expect(page.GetByText("复制好了")).ToBeVisibleAsync();
        Assert.Contains("<ol>", await page.EvaluateAsync<string>("() => navigator.clipboard.read().then(([item]) => item.getType('text/html')).then((blob) => blob.text())"), StringComparison.Ordinal);
        visit.AssertFlawless();
    }

    private static string Round(string points) => Math.Round(double.Parse(points, System.Globalization.CultureInfo.InvariantCulture)).ToString(System.Globalization.CultureInfo.InvariantCulture);
}
