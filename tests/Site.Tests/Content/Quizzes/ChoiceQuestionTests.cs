using Site.Content.Quizzes;

namespace Site.Tests;

public class ChoiceQuestionTests
{
    [Fact]
    public void A_question_has_id_topic_level_law_picture_hint_choices_with_feedback_and_explanation()
    {
        var question = QuizText.Question(
            """
            ## 油锅起火，**首先**应当怎么做？ {#fire-oil-01 .single topic=消防 level=2 law="消防法(2021)#5"}
            ![锅内明火](img/oil.svg)

            > 提示：想一想“隔绝空气”。

            - [x] 关火并盖上锅盖
                > 对。隔绝空气即可熄灭。
            - [ ] 往锅里浇水
                > 错。水入热油会爆溅。
            - [ ] 端起锅往外跑

            --- 解析
            依据《消防法》；延伸：[油锅起火](../guides/oil.md)。

            - 平时备好锅盖
            """);

        Assert.Equal(new("quiz.md", 1, 1), question.Location);
        Assert.Equal("fire-oil-01", question.Id);
        Assert.Equal("油锅起火，首先应当怎么做？", question.Text);
        Assert.Equal("{img/oil.svg|锅内明火|}", QuizText.Html(question.Stem));
        Assert.Equal("想一想“隔绝空气”。", question.Hint);
        Assert.Equal(("消防", 2, new LawReference("消防法", 2021, 5)), (question.Topic, question.Level, question.Law));
        Assert.Equal(QuestionType.Single, question.Type);
        Assert.Equal(
            [
                ("关火并盖上锅盖", true, "<p>对。隔绝空气即可熄灭。</p>"),
                ("往锅里浇水", false, "<p>错。水入热油会爆溅。</p>"),
                ("端起锅往外跑", false, ""),
            ],
            question.Choices.Select(choice => (QuizText.Html(choice.Text), choice.IsCorrect, QuizText.Html(choice.Feedback))));
        Assert.Equal(
            """
            <p>依据《消防法》；延伸：<a href="{../guides/oil.md}">油锅起火</a>。</p>
            <ul>
            <li>平时备好锅盖</li>
            </ul>
            """,
            QuizText.Html(question.Explanation));
    }

    [Fact]
    public void The_hint_may_stand_right_under_the_heading_and_choices_too()
    {
        var quiz = QuizText.Read(
            """
            ## 甲？ {#a .single}
            > 提示：想一想。
            - [x] 对
            - [ ] 错

            --- 解析
            因为。
            ## 乙？ {#b .judge}
            - [ ] 正确
            - [x] 错误

            --- 解析：因为。
            """);

        Assert.Empty(quiz.Body.Diagnostics);
        Assert.Equal(["想一想。", null], quiz.Questions.Select(question => question.Hint));
        Assert.Equal(["<p>因为。</p>", "<p>因为。</p>"], quiz.Questions.Select(question => QuizText.Html(question.Explanation)));
        Assert.Equal(QuestionType.Judge, quiz.Questions[1].Type);
    }

    [Fact]
    public void Several_right_choices_may_score_in_part()
    {
        var question = QuizText.Question(
            """
            ## 哪些是生命通道？ {#life-02 .multiple score=partial}
            - [x] 疏散楼梯
            - [x] 消防车通道
            - [ ] 电梯轿厢

            --- 解析
            因为。
            """);

        var answer = Assert.IsType<Answer.Multiple>(question.Answer);
        Assert.True(answer.IsPartial);
        Assert.Equal([true, true, false], question.Choices.Select(choice => choice.IsCorrect));
        Assert.Equal(1, question.Level);
    }

    [Fact]
    public void Where_links_lead_may_be_written_anywhere()
    {
        var question = QuizText.Question(
            """
            ## 甲？ {#a .single}
            - [x] 见[指南]
            - [ ] 乙

            [指南]: guide.md

            --- 解析
            因为。
            """);

        Assert.Equal("见<a href=\"{guide.md}\">指南</a>", QuizText.Html(question.Choices[0].Text));
    }

    [Theory]
    [InlineData("x", " ", QuestionType.Single)]
    [InlineData("x", "x", QuestionType.Multiple)]
    public void Without_a_type_the_number_of_right_choices_decides(string first, string second, QuestionType type)
    {
        var question = QuizText.Question($"## 甲？ {{#a}}\n- [{first}] 一\n- [{second}] 二\n\n--- 解析\n因为。");

        Assert.Equal(type, question.Type);
    }

    [Fact]
    public void What_stands_before_the_first_question_is_the_introduction()
    {
        var quiz = QuizText.Read(
            """
            这份测验**十**题。

            ### 怎么做

            ## 甲？ {#怎么做 .single}
            - [x] 一
            - [ ] 二

            --- 解析
            ### 依据 {#law}
            见![图](a.png)。
            """);

        Assert.Empty(quiz.Body.Diagnostics);
        Assert.Equal("<p>这份测验<strong>十</strong>题。</p>\n<h2 id=\"怎么做-2\">怎么做</h2>", QuizText.Html(quiz.Body.Html));
        Assert.Equal([new(2, "怎么做-2", "怎么做")], quiz.Body.Headings);
        Assert.Equal("这份测验十题。", quiz.Body.FirstParagraph);
        Assert.Equal("a.png", Assert.Single(quiz.Body.Pictures).Target);
        Assert.Equal("<h2 id=\"law\">依据</h2>\n<p>见{a.png|图|}。</p>", QuizText.Html(quiz.Questions[0].Explanation));
    }
}
