using System.Collections.Immutable;
using Site.Content.Markdown;
using Site.Content.Quizzes;
using Site.Content.Quizzes.Draws;

namespace Site.Tests;

public class DrawTests
{
    private static readonly ImmutableArray<Question> Twelve = DrawSamples.Questions(
        "a1 消防 1", "a2 消防 1", "a3 消防 2", "a4 消防 3", "b1 用电 1", "b2 用电 2", "b3 用电 2", "b4 用电 3", "c1 燃气 1", "c2 燃气 2", "c3 燃气 3", "d1 - 1");

    [Fact]
    public void The_same_seed_gives_the_same_paper_and_another_seed_another()
    {
        Blueprint blueprint = new(6, [("消防", 2), ("用电", 2)], "daily");

        var paper = Draw.Of(blueprint, Twelve, "home", "2026-06-16").Ids();

        Assert.Equal(paper, Draw.Of(blueprint, Twelve, "home", "2026-06-16").Ids());
        Assert.NotEqual(paper, Draw.Of(blueprint, Twelve, "home", "2026-06-17").Ids());
        Assert.NotEqual(paper, Draw.Of(blueprint, Twelve, "school", "2026-06-16").Ids());
    }

    [Fact]
    public void Papers_that_were_printed_once_are_drawn_again_by_every_later_version()
    {
        Blueprint blueprint = new(6, [("消防", 2), ("用电", 2)], "daily") { Levels = [(1, 3), (2, 2), (3, 1)], Groups = [["a1", "b1"], ["c2", "c3"]], Required = ["a3"] };

        Assert.Equal("c3 a2 c1 b2 a3 b1", string.Join(' ', Draw.Of(blueprint, Twelve, "home", "2026-06-16").Ids()));
        Assert.Equal("a1 b3 a3 b4 c1 d1", string.Join(' ', Draw.Of(blueprint, Twelve, "home", "A").Ids()));
    }

    [Fact]
    public void A_paper_has_exactly_what_the_blueprint_asks_for()
    {
        Blueprint blueprint = new(6, [("消防", 2), ("用电", 2)], "daily") { Levels = [(1, 3), (2, 2), (3, 1)], Groups = [["a1", "b1"], ["c2", "c3"]], Required = ["a3"] };

        for (var day = new DateOnly(2026, 6, 1); day < new DateOnly(2026, 7, 1); day = day.AddDays(1))
        {
            var paper = Draw.Of(blueprint, Twelve, "home", Draw.DaySeed(day));
            var questions = paper.Questions.Select(question => question.Question).ToList();

            Assert.Equal((6, 2, 2), (questions.Count, questions.Count(question => question.Topic == "消防"), questions.Count(question => question.Topic == "用电")));
            Assert.Equal([3, 2, 1], Enumerable.Range(1, 3).Select(level => questions.Count(question => question.Level == level)));
            Assert.Contains("a3", paper.Ids());
            Assert.False(paper.Ids().Contains("a1") && paper.Ids().Contains("b1"));
            Assert.False(paper.Ids().Contains("c2") && paper.Ids().Contains("c3"));
        }
    }

    [Fact]
    public void Questions_alike_are_drawn_about_equally_often()
    {
        Blueprint blueprint = new(6, [("消防", 2), ("用电", 1)], "daily");
        const int Papers = 6_000;

        var drawn = Enumerable.Range(0, Papers).SelectMany(seed => Draw.Of(blueprint, Twelve, "home", $"seed{seed}").Ids())
            .GroupBy(id => id).ToDictionary(ids => ids.Key, ids => ids.Count() / (double)Papers);

        // 2 of 4, 1 of 4, 3 of 4: five times the deviation of a coin thrown 6,000 times is 0.032.
        Assert.All(drawn.Where(question => question.Key[0] == 'a'), question => Assert.InRange(question.Value, 0.468, 0.532));
        Assert.All(drawn.Where(question => question.Key[0] == 'b'), question => Assert.InRange(question.Value, 0.218, 0.282));
        Assert.All(drawn.Where(question => question.Key[0] is 'c' or 'd'), question => Assert.InRange(question.Value, 0.718, 0.782));
        Assert.Equal(12, drawn.Count);
    }

    [Fact]
    public void Each_question_of_a_group_is_drawn_about_equally_often()
    {
        Blueprint blueprint = new(2, [], "daily") { Groups = [["a1", "a2", "b4"]] };
        const int Papers = 6_000;

        var drawn = Enumerable.Range(0, Papers).SelectMany(seed => Draw.Of(blueprint, Twelve, "home", $"seed{seed}").Ids())
            .GroupBy(id => id).ToDictionary(ids => ids.Key, ids => ids.Count() / (double)Papers);

        var inGroup = new[] { "a1", "a2", "b4" }.Select(id => drawn[id]).ToList();
        Assert.True(inGroup.Max() - inGroup.Min() < 0.03, string.Join(", ", inGroup));
        var others = drawn.Where(question => question.Key is not ("a1" or "a2" or "b4")).Select(question => question.Value).ToList();
        Assert.True(others.Max() - others.Min() < 0.04, string.Join(", ", others));
    }

    [Fact]
    public void Without_a_blueprint_all_questions_stand_as_they_are_written()
    {
        var quiz = SampleSite.Read(
            """
            -- content/quizzes/home.md --
            ---
            title: 家庭安全
            ---
            ## 甲 {#b .single}
            - [x] 一
            - [ ] 二

            ## 乙 {#a .single}
            - [x] 一
            - [ ] 二
            """).Of<QuizPage>().Single();

        var paper = Draw.Of(quiz, "any");

        Assert.Equal(["b", "a"], paper.Ids());
        Assert.All(paper.Questions, question => Assert.Equal([0, 1], question.Choices));
    }

    [Fact]
    public void Questions_of_one_scenario_stand_together_in_the_order_written()
    {
        var scenario = new Scenario(new("quiz.md"), "s", "情景", HtmlFragment.Empty);
        ImmutableArray<Question> questions = [.. Twelve.Select((question, at) => at is 2 or 5 or 9 ? question with { Scenario = scenario } : question)];

        for (var seed = 0; seed < 50; seed++)
        {
            var paper = string.Join(' ', Draw.Of(new(12, [], "free"), questions, "home", $"{seed}").Ids());
            Assert.Contains("a3 b2 c2", paper);
        }
    }

    [Fact]
    public void Choices_are_shuffled_unless_one_speaks_of_the_others()
    {
        var questions = QuizText.Read(
            """
            ## 甲 {#a .single}
            - [x] 一
            - [ ] 二
            - [ ] 三
            - [ ] 四

            ## 乙 {#b .single}
            - [ ] 一
            - [ ] 二
            - [ ] 三
            - [x] 以上都对

            ## 丙 {#c .single}
            - [ ] 一
            - [ ] 二
            - [ ] 三
            - [x] A和B

            ## 丁 {#d .multiple}
            - [x] 一
            - [x] 二
            - [ ] 三
            - [ ] 四

            --- 解析
            选C的人最多。

            ## 戊 {#e .single}
            - [x] A类火灾
            - [ ] B类火灾
            - [ ] C类火灾
            - [ ] D类火灾

            ## 己 {#f .judge}
            - [x] 正确
            - [ ] 错误
            """).Questions;

        var orders = Enumerable.Range(0, 40).SelectMany(seed => Draw.Of(new(6, [], "free"), questions, "home", $"{seed}").Questions)
            .GroupBy(question => question.Question.Id).ToDictionary(question => question.Key, question => question.Select(one => string.Concat(one.Choices)).Distinct().Count());

        Assert.Equal((1, 1, 1, 1), (orders["b"], orders["c"], orders["d"], orders["f"]));
        Assert.True(orders["a"] > 15 && orders["e"] > 15);
    }

    [Fact]
    public void A_blueprint_that_gives_no_paper_is_refused() =>
        Assert.Throws<ArgumentException>(() => Draw.Of(new(13, [], "free"), Twelve, "home", "1"));
}
