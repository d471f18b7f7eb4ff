using Site.Content.Quizzes;
using Site.Core.Diagnostics;

namespace Site.Tests;

public sealed class QuizPageTests
{
    [Fact]
    public void A_quiz_has_questions_and_says_how_papers_are_drawn_from_them()
    {
        var quiz = SampleSite.Read(
            """
            -- content/quizzes/home.md --
            ---
            title: 家庭安全
            topics: [消防, 用电]
            blueprint: {draw: 2, per-topic: {消防: 1, 用电: 1}, levels: {1: 1, 2: 1}, exclusive: [[home-01, home-03]], required: home-01, seed: daily}
            pass: 80
            ---
            ## 消防车通道可以短时停车。 {#home-01 .judge topic=消防}
            - [ ] 正确
            - [x] 错误

            ## 手湿时可以拔插头。 {#home-02 .judge topic=用电 level=2}
            - [ ] 正确
            - [x] 错误

            ## 楼道里可以停电动自行车。 {#home-03 .judge topic=消防}
            - [ ] 正确
            - [x] 错误
            """).Of<QuizPage>().Single();

        Assert.Equal(["消防", "用电"], quiz.Topics);
        Assert.Equal((2, "daily", 80), (quiz.Blueprint!.Draw, quiz.Blueprint.Seed, quiz.Pass));
        Assert.Equal([("消防", 1), ("用电", 1)], quiz.Blueprint.PerTopic);
        Assert.Equal([(1, 1), (2, 1)], quiz.Blueprint.Levels);
        Assert.Equal(["home-01", "home-03"], Assert.Single(quiz.Blueprint.Groups));
        Assert.Equal(["home-01"], quiz.Blueprint.Required);
        Assert.Equal(["home-01", "home-02", "home-03"], quiz.Questions.Select(question => question.Id));
    }

    [Fact]
    public void A_paper_that_cannot_be_drawn_is_reported_where_the_rule_stands()
    {
        var diagnostic = Assert.Single(SampleSite.Check(
            """
            -- content/quizzes/home.md --
            ---
            title: 家庭安全
            summary: 一道题。
            source: 示例
            reviewer: 示例
            blueprint: {draw: 10}
            ---
            ## 消防车通道可以短时停车。 {#home-01 .judge}
            - [ ] 正确
            - [x] 错误
            """).Diagnostics, diagnostic => diagnostic.Severity == Severity.Error);

        Assert.Equal("content/quizzes/home.md:6:12: error quiz/draw-too-many", diagnostic.ToString().Split('\n')[0]);
    }

    [Theory]
    [InlineData("[10]", "12: error front-matter/wrong-type", "字段 “blueprint” 应当是一组字段，这里写的是一个列表。")]
    [InlineData("{draw: 0}", "19: error front-matter/out-of-range", "字段 “blueprint.draw” 应当在 1 到 200 之间，这里写的是 0。")]
    [InlineData("{draw: 1, seed: hourly}", "28: error front-matter/unknown-word", "“hourly” 不是 blueprint.seed 可以用的词。")]
    [InlineData("{draw: 1, levels: {4: 1}}", "31: error front-matter/out-of-range", "字段 “blueprint.levels” 里的难度 “4” 不是 1、2、3，或者写了两次。")]
    [InlineData("{draw: 1, levels: {1: 1, 1: 2}}", "37: error front-matter/out-of-range", "字段 “blueprint.levels” 里的难度 “1” 不是 1、2、3，或者写了两次。")]
    [InlineData("{draw: 1, groups: [home-01]}", "31: error front-matter/wrong-type", "字段 “blueprint.groups” 应当是几组题号，每组两个以上，这里写的是 “home-01”。")]
    [InlineData("{draw: 1, required: home-09}", "12: error quiz/unknown-question", "blueprint 里的题号“home-09”在这份测验里没有。")]
    [InlineData("{draw: 1, perTopic: [a]}", "32: error front-matter/wrong-type", "字段 “blueprint.perTopic” 应当是一组主题和题数，这里写的是一个列表。")]
    public void A_mistake_in_the_rule_is_reported_at_its_place(string blueprint, string place, string what)
    {
        var diagnostic = Assert.Single(SampleSite.Check(
            $$"""
            -- content/quizzes/home.md --
            ---
            title: 家庭安全
            summary: 一道题。
            source: 示例
            reviewer: 示例
            blueprint: {{blueprint}}
            ---
            ## 消防车通道可以短时停车。 {#home-01 .judge}
            - [ ] 正确
            - [x] 错误
            """).Diagnostics, diagnostic => diagnostic.Severity == Severity.Error);

        Assert.Equal($"content/quizzes/home.md:6:{place}", diagnostic.ToString().Split('\n')[0]);
        Assert.Equal(what, diagnostic.Message);
    }

    [Fact]
    public void A_quiz_that_cannot_be_decoded_is_not_also_called_empty()
    {
        var diagnostic = Assert.Single(SampleSite.Check("-- content/quizzes/home.md --\n---\ntitle: \u0007\n---\n").Diagnostics);

        Assert.Equal("file/control-character", diagnostic.Code);
    }
}
