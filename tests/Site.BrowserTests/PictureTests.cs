namespace Site.BrowserTests;

/// <summary>Screenshots in unusual colors are not blank, and lists show the pictures of their pages.</summary>
public sealed class PictureTests(Browsing browsing)
{
    public static TheoryData<string> TemplateNames => Templates.Names;

    [Theory, MemberData(nameof(TemplateNames))]
    public async Task A_dark_page_is_dark_and_shows_something(string template)
    {
        var (paper, ink) = (await browsing.LookAtTemplateAsync(template)).Dark;

        Assert.InRange(paper, 0, 60);
        Assert.InRange(ink, 0.02, 0.6);
    }

    [Theory, MemberData(nameof(TemplateNames))]
    public async Task A_page_in_forced_colors_shows_something(string template)
    {
        var (_, ink) = (await browsing.LookAtTemplateAsync(template)).Forced;

        Assert.InRange(ink, 0.02, 0.6);
    }

    [Theory]
    [InlineData(360, false)]
    [InlineData(360, true)]
    [InlineData(1280, false)]
    public async Task A_list_shows_the_picture_of_a_page_small_and_leaves_no_hole_where_there_is_none_and_the_page_says_whose_it_is(int width, bool isLarge)
    {
        var site = await browsing.SmallSiteAsync(
            """
            -- content/news/2026/06-02-a.md --
            ---
            title: 社区开展燃气安全入户检查，为老人换下老化的软管
            date: 2026-06-02
            summary: 示例社区为120户居民免费检查燃气软管，换下老化的软管，并教大家关阀和报修。
            source: 示例
            reviewer: 示例
            image: a.svg
            imageAlt: 一个人在看软管
            imageCredit: 示例街道办事处 摄
            ---
            正文。
            -- content/news/2026/06-01-b.md --
            ---
            title: 没有图的新闻
            date: 2026-06-01
            summary: 示例社区为120户居民免费检查燃气软管，换下老化的软管，并教大家关阀和报修。
            source: 示例
            reviewer: 示例
            ---
            正文。
            -- content/news/2026/a.svg --
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 320 160" width="800" height="400"><path d="M0 0h320v160H0z"/></svg>
            """);
        await using var visit = await Visit.BeginAsync(browsing.Browser, site, new() { Width = width, Height = 780, IsLarge = isLarge, HasScript = false });
        await visit.GoAsync("/news/");

        var picture = visit.Page.Locator(".row").First.Locator("img");
        var box = (await picture.BoundingBoxAsync())!;
        var row = (await visit.Page.Locator(".row").First.BoundingBoxAsync())!;
        Assert.Equal("", await picture.GetAttributeAsync("alt"));
        Assert.Equal("lazy", await picture.GetAttributeAsync("loading"));
        Assert.InRange(box.Width, 100, 162);
        Assert.Equal(2, box.Width / box.Height, 0.1);
        Assert.True(box.Y >= row.Y && box.Y + box.Height <= row.Y + row.Height);
        await Assertions.Expect(visit.Page.Locator(".row").Nth(1).Locator(".row-picture")).ToHaveCountAsync(0);
        var words = (await visit.Page.Locator(".row").Nth(1).Locator("p").BoundingBoxAsync())!;
        Assert.True(words.Width > (await visit.Page.Locator(".row").First.Locator("p").BoundingBoxAsync())!.Width || width == 360);
        Assert.True(await visit.Page.SidewaysAsync() <= 0);

        await visit.GoAsync("/news/2026/a/");
        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Figure).GetByRole(AriaRole.Img, new() { Name = "一个人在看软管" })).ToBeVisibleAsync();
        await Assertions.Expect(visit.Page.Locator(".page-image figcaption")).ToHaveTextAsync("图：示例街道办事处 摄");
    }
}
