using Site.Content.Quizzes;

namespace Site.Tests;

public class OtherQuestionTypeTests
{
    [Fact]
    public void A_blank_has_an_answer_and_others_that_count_as_right()
    {
        var question = QuizText.Question(
            """
            ## 举报电话是 [[12350]]{alt="１２３５０|一二三五零"}，火警是[[119]]。 {#hot-04 .blank}
            > 提示：都是五位以内。

            --- 解析
            因为。
            """);

        Assert.Equal("举报电话是 ____，火警是____。", question.Text);
        Assert.Equal("都是五位以内。", question.Hint);
        var blanks = Assert.IsType<Answer.Blanks>(question.Answer).Items;
        Assert.Equal([["12350", "１２３５０", "一二三五零"], ["119"]], blanks.Select(blank => blank.Answers.ToArray()));
    }

    [Fact]
    public void A_number_has_a_tolerance_and_a_unit()
    {
        var question = QuizText.Question(
            """
            ## 用干粉灭火器时，人距火点约[[2.5]]{tolerance=0.5 unit=米}。 {#n .numeric}

            --- 解析
            因为。
            """);

        Assert.Equal("用干粉灭火器时，人距火点约____。", question.Text);
        Assert.Equal(new Answer.Number(2.5m, 0.5m, "米"), question.Answer);
    }

    [Fact]
    public void Pairs_belong_together_as_written_and_their_left_may_be_a_picture()
    {
        var question = QuizText.Question(
            """
            ## 把标志与含义配对 {#sign-05 .match}
            - 红圈*斜杠* :: 禁止
            - ![黄三角](img/w.svg) :: 警告
            - 蓝圆::指令

            --- 解析
            因为。
            """);

        Assert.Equal(
            [("红圈<em>斜杠</em>", "禁止"), ("{img/w.svg|黄三角|}", "警告"), ("蓝圆", "指令")],
            Assert.IsType<Answer.Pairs>(question.Answer).Items.Select(pair => (QuizText.Html(pair.Left).Trim(), pair.Right)));
        Assert.Equal(QuestionType.Match, question.Type);
    }

    [Fact]
    public void Steps_are_in_the_order_written()
    {
        var question = QuizText.Question(
            """
            ## 使用干粉灭火器的顺序 {#ext-06 .order}
            1. 拔销
            2. 对准**根部**
            3. 压把

            --- 解析
            因为。
            """);

        Assert.Equal(
            ["拔销", "对准<strong>根部</strong>", "压把"],
            Assert.IsType<Answer.Steps>(question.Answer).Items.Select(QuizText.Html));
    }

    [Fact]
    public void Questions_of_a_scenario_share_it_and_the_next_question_does_not()
    {
        var quiz = QuizText.Read(
            """
            ## 厨房起火 {#kitchen .scenario}
            油锅冒烟，锅盖在手边。

            ![厨房](img/k.svg)

            ### 第一步？ {#kitchen-1 .single}
            - [x] 关火
            - [ ] 浇水

            --- 解析
            因为。

            ### 火警是[[119]]。 {#kitchen-2 .blank}

            --- 解析
            因为。

            ## 另一题？ {#other .single}
            - [x] 一
            - [ ] 二

            --- 解析
            ### 依据
            因为。
            """);

        Assert.Empty(quiz.Body.Diagnostics);
        Assert.Equal(["kitchen-1", "kitchen-2", "other"], quiz.Questions.Select(question => question.Id));
        var scenario = quiz.Questions[0].Scenario!;
        Assert.Equal(("kitchen", "厨房起火"), (scenario.Id, scenario.Title));
        Assert.Equal("<p>油锅冒烟，锅盖在手边。</p>\n{img/k.svg|厨房|}", QuizText.Html(scenario.Text));
        Assert.Same(scenario, quiz.Questions[1].Scenario);
        Assert.Null(quiz.Questions[2].Scenario);
    }

    [Theory]
    [InlineData("## 甲[[ ]] {#a .blank}", "quiz.md:1:1: error quiz/empty-blank")]
    [InlineData("## 甲 {#a .blank}", "quiz.md:1:1: error quiz/no-blank")]
    [InlineData("## 甲[[乙]]{other=丙}。 {#a .blank}", "quiz.md:1:1: error quiz/unknown-attribute")]
    [InlineData("## 甲[[三]]。 {#a .numeric}", "quiz.md:1:1: error quiz/unreadable-number")]
    [InlineData("## 甲[[3]]{tolerance=-1}。 {#a .numeric}", "quiz.md:1:1: error quiz/unreadable-number")]
    [InlineData("## 甲[[3]]和[[4]]。 {#a .numeric}", "quiz.md:1:1: error quiz/no-blank")]
    [InlineData("## 甲 {#a .match}\n- 一 :: 二\n- 三", "quiz.md:3:1: error quiz/unreadable-pair,quiz.md:1:1: error quiz/too-few-choices")]
    [InlineData("## 甲 {#a .match}\n- 一 :: 二\n- 三 :: 二", "quiz.md:3:1: error quiz/duplicate-choice")]
    [InlineData("## 甲 {#a .match}", "quiz.md:1:1: error quiz/too-few-choices")]
    [InlineData("## 甲 {#a .order}\n- 一\n- 二", "quiz.md:2:1: error quiz/steps-without-numbers")]
    [InlineData("## 甲 {#a .order}\n1. 一\n2. 一", "quiz.md:3:1: error quiz/duplicate-choice")]
    [InlineData("## 甲 {#a .order}\n1. 一\n2. 二\n   - 三\n3. 四", "quiz.md:3:1: error quiz/misplaced-block")]
    [InlineData("## 景 {#s .scenario}\n### 甲[[乙]] {#a .blank}", "quiz.md:1:1: error quiz/empty-scenario")]
    [InlineData("## 景 {#s .scenario}\n文\n### 甲 {#a .scenario}", "quiz.md:3:1: error quiz/misplaced-block")]
    [InlineData("## 景 {#s .scenario}\n文", "quiz.md:1:1: error quiz/empty-scenario")]
    public void Mistakes_have_their_place(string text, string expected)
    {
        var found = QuizText.Read(text).Body.Diagnostics.Where(diagnostic => diagnostic.Code != "quiz/no-explanation");

        Assert.Equal(expected.Split(','), found.Select(diagnostic => diagnostic.ToString().Split('\n')[0]));
    }
}
