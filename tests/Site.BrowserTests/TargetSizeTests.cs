namespace Site.BrowserTests;

/// <summary>What is to be touched is large enough for a thumb. Links within a line of text are as high as the text (WCAG 2.2, 2.5.8).</summary>
public sealed class TargetSizeTests(Browsing browsing)
{
    public static TheoryData<string> TemplateNames => Templates.Names;

    [Theory, MemberData(nameof(TemplateNames))]
    public async Task Every_target_is_at_least_24_px(string template) => AssertNone((await browsing.LookAtTemplateAsync(template)).TooSmall);

    [Theory, MemberData(nameof(TemplateNames))]
    public async Task Every_target_of_large_type_is_at_least_48_px(string template) => AssertNone((await browsing.LookAtTemplateAsync(template)).TooSmallInLargeType);

    [Fact]
    public async Task The_menu_and_the_hotlines_are_at_least_44_px()
    {
        await MeasureAsync("HomeTemplate", isLarge: false, ".hotlines", pixels: 44);
        await MeasureAsync("HomeTemplate", isLarge: false, ".head", pixels: 44);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public Task The_calls_for_help_are_at_least_56_px(bool isLarge) => MeasureAsync("GuideTemplate", isLarge, "nav[aria-label=紧急求助]", pixels: 56);

    private async Task MeasureAsync(string template, bool isLarge, string part, int pixels)
    {
        await using var visit = await browsing.LookAsync(Templates.Page(template), new() { Width = 360, Height = 740, IsLarge = isLarge });

        AssertNone(await visit.Page.TooSmallAsync(part, pixels));
    }

    private static void AssertNone(IReadOnlyList<string> tooSmall) => Assert.True(tooSmall.Count == 0, string.Join('\n', tooSmall));
}
