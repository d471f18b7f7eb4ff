using AngleSharp.Html.Parser;

namespace Site.Tests;

/// <summary>A quiz on paper: papers A and B, answer sheets and keys.</summary>
public class QuizPapersTests
{
    private static readonly Dictionary<string, string> Site = RenderedSite.Of(SampleSite.Read(
        """
        -- content/quizzes/home.md --
        ---
        title: 家庭安全力
        topics: [燃气, 用电]
        blueprint: { draw: 3, per-topic: { 燃气: 2, 用电: 1 } }
        source: 示例指南
        reviewer: 示例科室
        ---
        ## 闻到燃气味，先做什么？ {#gas-01 .single topic=燃气 level=1}
        - [x] 关阀开窗
        - [ ] 开灯查看
        - [ ] 点火试试

        --- 解析
        开灯会有火花。

        ## 燃气软管多久换一次？ {#gas-02 .single topic=燃气 level=1}
        - [ ] 从来不换
        - [x] 按说明书的年限
        - [ ] 漏了再换

        --- 解析
        软管会老化。

        ## 睡前要关燃气阀。 {#gas-03 .judge topic=燃气 level=1}
        - [x] 正确
        - [ ] 错误

        --- 解析
        睡着了闻不到。

        ## 插座冒烟，先做什么？ {#power-01 .single topic=用电 level=1}
        - [ ] 泼水
        - [x] 拉闸
        - [ ] 拔插头

        --- 解析
        水会导电。
        """));

    private static readonly AngleSharp.Html.Dom.IHtmlDocument Papers = new HtmlParser().ParseDocument(Site["quizzes/home/paper/index.html"]);

    [Fact]
    public void Each_paper_has_what_the_blueprint_asks_for_and_the_two_differ()
    {
        var (one, other) = (Questions("A"), Questions("B"));

        Assert.All([one, other], questions =>
        {
            Assert.Equal(3, questions.Count);
            Assert.Equal(1, questions.Count(text => text.Contains("插座", StringComparison.Ordinal)));
        });
        Assert.NotEqual(Text("#paper-A .printed"), Text("#paper-B .printed"));
    }

    [Theory]
    [InlineData("A")]
    [InlineData("B")]
    public void The_key_names_the_letters_that_the_right_choices_have_on_this_paper(string letter)
    {
        var right = new[] { "关阀开窗", "按说明书的年限", "正确", "拉闸" };
        var expected = Papers.QuerySelectorAll($"#paper-{letter} .printed > li").Select(question => question.QuerySelectorAll(".printed-choices li")
            .Single(choice => right.Contains(choice.QuerySelector("span")!.TextContent)).QuerySelector("b")!.TextContent);

        Assert.Equal(expected, Papers.QuerySelectorAll($"#key-{letter} .verdict").Select(verdict => verdict.TextContent.Replace("答案：", "", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_paper_gives_no_answer_away_and_its_sheet_has_a_line_of_boxes_for_each_question()
    {
        Assert.DoesNotContain("答案：", Text("#paper-A"), StringComparison.Ordinal);
        Assert.DoesNotContain("开灯会有火花", Text("#paper-A") + Text("#sheet-A"), StringComparison.Ordinal);
        Assert.Equal(
            Papers.QuerySelectorAll("#paper-A .printed > li").Select(question => question.QuerySelectorAll(".printed-choices li").Length),
            Papers.QuerySelectorAll("#sheet-A .answer-sheet > li").Select(question => question.QuerySelectorAll(".box").Length));
    }

    [Fact]
    public void A_paper_says_by_which_number_it_can_be_had_again() => Assert.Contains("卷号paper-A", Text("#paper-A"), StringComparison.Ordinal);

    [Theory]
    [InlineData("paper")]
    [InlineData("present")]
    [InlineData("screen")]
    public void Search_engines_are_not_led_to_the_other_forms_of_a_quiz(string form)
    {
        Assert.Contains("<meta name=\"robots\" content=\"noindex\">", Site[$"quizzes/home/{form}/index.html"], StringComparison.Ordinal);
        Assert.DoesNotContain($"/quizzes/home/{form}/", Site["sitemap.xml"], StringComparison.Ordinal);
        Assert.Contains($"href=\"/quizzes/home/{form}/\"", Site["quizzes/home/index.html"], StringComparison.Ordinal);
    }

    private static List<string> Questions(string letter) => [.. Papers.QuerySelectorAll($"#paper-{letter} .printed-text").Select(text => text.TextContent)];

    private static string Text(string selector) => Papers.QuerySelector(selector)!.TextContent;
}
