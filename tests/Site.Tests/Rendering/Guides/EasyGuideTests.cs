using AngleSharp.Html.Parser;
using Site.Content.Rules;

namespace Site.Tests;

/// <summary>Guides in plain language: what is checked, and the page of their own.</summary>
public sealed class EasyGuideTests
{
    private const string Terms = "-- content/terms.yaml --\nterms:\n  - {use: 心肺复苏, pinyin: xīn fèi fù sū}\n";

    [Theory]
    [InlineData("{step: 1, say: 大声喊醒全家人。}", "")]
    [InlineData("{step: 2, say: 没有烟，走楼梯下楼。不坐电梯。}", "")]
    [InlineData("{say: 不要回屋拿东西。}", "")]
    [InlineData("{step: 1, say: 一二三四五六七八九十，一二三四五六七八九十。}", "")]
    [InlineData("{step: 1, say: 一二三四五六七八九十，一二三四五六七八九十一。}", "guide/easy-long-sentence 3:23")]
    [InlineData("{step: 1, say: 短。一二三四五六七八九十一二三四五六七八九十一}", "guide/easy-long-sentence 3:23")]
    [InlineData("{step: 1, say: 关火，然后出门。}", "guide/easy-two-things 3:23")]
    [InlineData("{step: 1, say: 关火；出门。}", "guide/easy-two-things 3:23")]
    [InlineData("{step: 1, say: 关火。开窗。出门。}", "guide/easy-two-things 3:23")]
    [InlineData("{step: 1, say: 马上做心肺复苏。}", "guide/easy-hard-word 3:23")]
    [InlineData("{step: 3, say: 走。}", "guide/easy-unknown-step 3:23")]
    public void What_is_hard_to_read_is_told_at_its_place(string step, string expected) => Assert.Equal(
        expected,
        string.Join(' ', Checks.FindInContent(SampleSite.Read(Terms + Guide(step))).Where(found => found.Code.StartsWith("guide/easy", StringComparison.Ordinal)).Select(found => $"{found.Code} {found.Location.Line}:{found.Location.Column}")));

    [Theory]
    [InlineData("{step: 0, say: 走。}")]
    [InlineData("{step: 1}")]
    [InlineData("{step: 1, say: 走。, picture: a.svg}")]
    [InlineData("走。")]
    public void What_is_no_step_is_an_error(string step) => Assert.Contains("content/guides/fire.md:3:", SampleSite.Diagnostics(Guide(step)), StringComparison.Ordinal);

    [Fact]
    public void It_has_a_page_of_its_own_that_the_guide_leads_to_and_back()
    {
        var files = RenderedSite.Of(SampleSite.Read(Guide("{step: 1, say: 快走。}, {step: 1, say: 不跑。}, {step: 2, say: 关门。}, {say: 别哭。}, {say: 别回头。}")));
        var page = new HtmlParser().ParseDocument(files["guides/fire/easy/index.html"]);

        Assert.Equal("着火了：简明版", page.QuerySelector("h1")!.TextContent);
        Assert.Equal(["快走。 不跑。", "关门。", "别哭。", "别回头。"], page.QuerySelectorAll(".easy-steps li").Select(step => string.Join(' ', step.QuerySelectorAll("p").Select(say => say.TextContent))));
        Assert.NotNull(page.QuerySelector("main a[href='/guides/fire/']"));
        Assert.NotNull(new HtmlParser().ParseDocument(files["guides/fire/index.html"]).QuerySelector("main a[href='/guides/fire/easy/']"));
    }

    [Fact]
    public void A_guide_without_one_has_no_page_and_no_link()
    {
        var files = RenderedSite.Of(SampleSite.Read("-- content/guides/fire.md --\n---\ntitle: 着火了\n---\n1. 走。\n"));

        Assert.DoesNotContain("guides/fire/easy/index.html", files.Keys);
        Assert.DoesNotContain("easy/", files["guides/fire/index.html"], StringComparison.Ordinal);
    }

    private static string Guide(string step) => $"-- content/guides/fire.md --\n---\ntitle: 着火了：怎么走\neasy: [{step}]\n---\n1. 走。\n2. 关门。\n";
}
