using Site.Content.Quizzes;
using Site.Core.Diagnostics;

namespace Site.Tests;

public class BlueprintLimitsTests
{
    private static readonly Location Location = new("quiz.md", 5, 12);

    [Fact]
    public void A_blueprint_that_asks_for_what_is_there_has_no_diagnostic()
    {
        Assert.Empty(BlueprintRules.Find(new(3, [("消防", 2), ("用电", 1)], "daily"), Questions(), Location));
        Assert.Empty(BlueprintRules.Find(new(3, [("用电", 1)], "free"), Questions(), Location));
        Assert.Empty(BlueprintRules.Find(new(1, [], "free"), Questions(), Location));
    }

    [Fact]
    public void Everything_it_cannot_give_is_reported()
    {
        var diagnostics = BlueprintRules.Find(new(4, [("消防", 2), ("用电", 2), ("燃气", 1)], "daily"), Questions(), Location);

        Assert.Equal(
            """
            quiz.md:5:12: error quiz/draw-too-many
              每份卷子要抽4题，测验里只有3题。
              请加题，或者把 draw 改小。
            quiz.md:5:12: error quiz/topic-too-few
              主题“用电”要抽2题，只有1题。
              请给这个主题加题，或者少抽几题。
            quiz.md:5:12: error quiz/topic-too-few
              主题“燃气”要抽1题，只有0题。
              请给这个主题加题，或者少抽几题。
            quiz.md:5:12: error quiz/topics-over-draw
              各主题合计要抽5题，多于每份卷子的4题。
              请减少各主题的题数，或者加大 draw。
            """,
            string.Join('\n', diagnostics));
    }

    [Fact]
    public void The_rest_of_a_paper_comes_from_the_topics_and_levels_that_are_not_named()
    {
        Assert.Equal(
            """
            quiz.md:5:12: error quiz/rest-too-few
              各主题合计1题，其余2题要从 perTopic 没有写到的主题里抽，这样的题只有1题。
              请把其余的题也分给各主题，或者把 draw 改小。
            """,
            string.Join('\n', BlueprintRules.Find(new(3, [("消防", 1)], "daily"), Questions(), Location)));
        Assert.Equal(
            """
            quiz.md:5:12: error quiz/rest-too-few
              各难度合计1题，其余2题要从 levels 没有写到的难度里抽，这样的题只有0题。
              请让各难度的题数加起来等于 draw，或者把 draw 改小。
            """,
            string.Join('\n', BlueprintRules.Find(new(3, [], "daily") { Levels = [(1, 1)] }, Questions(), Location)));
    }

    [Fact]
    public void A_level_that_has_too_few_questions_is_reported()
    {
        var diagnostics = BlueprintRules.Find(new(3, [], "daily") { Levels = [(1, 3), (3, 2)] }, Questions(), Location);

        Assert.Equal(
            """
            quiz.md:5:12: error quiz/level-too-few
              难度3要抽2题，只有0题。
              请加这个难度的题，或者少抽几题。
            quiz.md:5:12: error quiz/levels-over-draw
              各难度合计要抽5题，多于每份卷子的3题。
              请减少各难度的题数，或者加大 draw。
            """,
            string.Join('\n', diagnostics));
    }

    [Fact]
    public void Demands_that_cannot_be_met_together_are_told_with_their_numbers()
    {
        var questions = DrawSamples.Questions("a 消防 1", "b 消防 1", "c 消防 1", "d 消防 3", "e 用电 3", "f 用电 3");

        var diagnostic = Assert.Single(BlueprintRules.Find(new(4, [("消防", 2), ("用电", 2)], "daily") { Levels = [(1, 3), (3, 1)] }, questions, Location));

        Assert.Equal(
            """
            quiz.md:5:12: error quiz/demands-conflict
              主题“用电”合计要抽2题，难度3一共只抽1题，难度1里没有符合的题，最多凑出1题。
              请加题，或者改 perTopic、levels 里的题数。
            """,
            diagnostic.ToString());
    }

    [Fact]
    public void Groups_that_stand_in_the_way_are_named()
    {
        var questions = DrawSamples.Questions("a 消防 1", "b 消防 2", "c 用电 1", "d 用电 2", "e 燃气 1", "f 燃气 2");

        Assert.Equal(
            """
            quiz.md:5:12: error quiz/topic-too-few
              主题“消防”要抽2题，只有2题，其中互斥的每组只能出一道，最多1题。
              请给这个主题加题，或者少抽几题。
            """,
            string.Join('\n', BlueprintRules.Find(new(3, [("消防", 2)], "daily") { Groups = [["a", "b"]] }, questions, Location)));
        Assert.Equal(
            """
            quiz.md:5:12: error quiz/groups-in-the-way
              各主题、各难度的题都够，可是有了互斥组就凑不出一份卷子：“a”、“d”；“b”、“c”。
              请拆开互斥组，加题，或者少抽几题。
            """,
            string.Join('\n', BlueprintRules.Find(
                new(2, [("消防", 1), ("用电", 1)], "daily") { Levels = [(1, 1), (2, 1)], Groups = [["e", "f"], ["a", "d"], ["b", "c"]] }, questions, Location)));
    }

    [Fact]
    public void Questions_that_a_blueprint_names_are_there_once_and_fit_together()
    {
        var questions = DrawSamples.Questions("a 消防 1", "b 消防 2", "c 用电 1");

        var diagnostics = BlueprintRules.Find(
            new(1, [], "daily") { Groups = [["a", "b"], ["b", "x"]], Required = ["a", "b", "y"] }, questions, Location);

        Assert.Equal(
            ["quiz/unknown-question", "quiz/unknown-question", "quiz/question-in-two-groups", "quiz/required-over-draw", "quiz/required-exclude-each-other"],
            diagnostics.Select(diagnostic => diagnostic.Code));
        Assert.Equal(
            "quiz/required-in-the-way",
            Assert.Single(BlueprintRules.Find(new(2, [("用电", 1), ("消防", 1)], "daily") { Levels = [(1, 2)], Required = ["b"] }, questions, Location)).Code);
    }

    [Fact]
    public void More_tangled_groups_than_can_be_looked_through_are_refused()
    {
        var questions = DrawSamples.Questions([.. Enumerable.Range(0, 9).SelectMany(i => new[] { $"a{i} 消防 1", $"b{i} 用电 2" })]);
        Blueprint blueprint = new(4, [("消防", 2), ("用电", 2)], "daily")
        {
            Levels = [(1, 2), (2, 2)],
            Groups = [.. Enumerable.Range(0, 9).Select(i => (System.Collections.Immutable.ImmutableArray<string>)[$"a{i}", $"b{i}"])],
        };

        Assert.Equal("quiz/groups-too-tangled", Assert.Single(BlueprintRules.Find(blueprint, questions, Location)).Code);
        Assert.Empty(BlueprintRules.Find(blueprint with { Groups = blueprint.Groups[1..] }, questions, Location));
        Assert.Empty(BlueprintRules.Find(blueprint with { PerTopic = [] }, questions, Location));
    }

    private static System.Collections.Immutable.ImmutableArray<Question> Questions() => QuizText.Read(
        """
        ## 甲[[1]] {#a .blank topic=消防}
        ## 乙[[1]] {#b .blank topic=消防}
        ## 丙[[1]] {#c .blank topic=用电}
        """).Questions;
}
